"""The sentences of an article as rows of items: what the finders see, and which phrases name a flow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from pipeline.extract.inview import InView
from pipeline.extract.items import Found, Sentence, read_items
from pipeline.extract.nominals import Nominal, find_nominals, guess_nominals


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence in its place: which block, which kind of block, and what is read in it."""

    block: int
    kind: str
    sentence: Sentence
    nominals: tuple[Nominal, ...]


def find_passages(article: Any) -> Iterator[Passage]:
    """The sentences of an article as rows of items."""
    from pipeline.layout import find_blocks, find_sentences

    text = article.text
    rows = [
        (number, block.kind, read_row(text, start, end, article.published))
        for number, block in enumerate(find_blocks(text))
        if block.kind not in {"boilerplate", "table"}
        for start, end in find_sentences(text, block)
    ]
    nominals = _all_nominals([row for _, _, row in rows])
    for (number, kind, row), found in zip(rows, nominals, strict=True):
        yield Passage(block=number, kind=kind, sentence=row, nominals=found)


def _all_nominals(rows: list[Sentence]) -> Iterator[tuple[Nominal, ...]]:
    """The nominals of each sentence; the language model is asked only about words that make a difference."""
    from pipeline.components.language import read_nouns

    guesses = [guess_nominals(row) for row in rows]
    unsure = [(row, places) for row, (_, places) in zip(rows, guesses, strict=True) if places]
    read_nouns((row.text, [row.items[place].start - row.start for place in places]) for row, places in unsure)
    for row, (guessed, places) in zip(rows, guesses, strict=True):
        yield find_nominals(row) if places else guessed[0]


def read_row(text: str, start: int, end: int, published: date | None) -> Sentence:
    """The sentence ``text[start:end]`` as a row of items."""
    from pipeline.quantity import chosen_hedges

    chosen = chosen_hedges()
    return _read_row(text, start, end, published, None if chosen is None else tuple(chosen.values()))


@lru_cache(maxsize=256)  # triage has read some sentences of the article before
def _read_row(text: str, start: int, end: int, published: date | None, _: tuple[Any, ...] | None) -> Sentence:
    """What is remembered; the last argument tells rows with other hedges apart."""
    return read_items(text, start, end, find_mentions(text, start, end, published, in_view(text)))


@lru_cache(maxsize=4)
def in_view(text: str) -> InView:
    """The economies of an article, looked up when a currency first asks for them."""
    return InView(text)


def find_mentions(text: str, start: int, end: int, published: date | None, context: Any = None) -> Found:
    """What the finders see in ``text[start:end]``, with offsets of the whole text."""
    from pipeline.commodity import find_commodities
    from pipeline.economy import find_economies
    from pipeline.layout import without_markdown
    from pipeline.period import find_periods
    from pipeline.quantity import find_quantities
    from pipeline.source import find_sources

    part = without_markdown(text[start:end])
    economies = find_economies(part)
    beside: Any = context.beside(economies, part) if isinstance(context, InView) else context
    return Found(
        quantities=_moved(find_quantities(part, context=beside), text, start),
        periods=_moved(find_periods(part, published=published), text, start),
        economies=_moved(economies, text, start),
        commodities=_moved(find_commodities(part), text, start),
        sources=_moved(find_sources(part), text, start),
    )


def _moved(mentions: Any, text: str, offset: int) -> list[Any]:
    """Mentions with the words and offsets of the article."""
    return [_shifted(mention, text, offset) for mention in mentions]


def _shifted(mention: Any, text: str, offset: int) -> Any:
    """The mention at its place in the article: a copy of all its parts, which are not checked a second time."""
    kind: Any = type(mention)
    moved = object.__new__(kind)
    read, setters = _parts(kind)
    for put, value in zip(setters, read(mention), strict=True):
        put(moved, value)
    object.__setattr__(moved, "start", mention.start + offset)
    object.__setattr__(moved, "end", mention.end + offset)
    object.__setattr__(moved, "text", text[moved.start : moved.end])
    hedge = getattr(mention, "hedge_span", None)
    if hedge is not None:
        object.__setattr__(moved, "hedge_span", (hedge[0] + offset, hedge[1] + offset))
    return moved


@cache
def _parts(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[Callable[[Any, Any], None], ...]]:
    """What reads all parts of a kind of mention, and what sets each."""
    return attrgetter(*kind.__slots__), tuple(getattr(kind, name).__set__ for name in kind.__slots__)
