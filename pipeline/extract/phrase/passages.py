"""The sentences of an article as rows of items: what the finders see, and which phrases name a flow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Final

from pipeline.commodity import find_commodities
from pipeline.economy import find_economies
from pipeline.extract.phrase.nominals import Nominal, find_nominals, guess_nominals
from pipeline.extract.row.in_view import InView
from pipeline.extract.row.items import Found, Sentence, read_items
from pipeline.extract.row.points import with_points
from pipeline.extract.row.shared_adjectives import with_blocs_meant
from pipeline.layout import find_blocks, find_sentences, without_markdown
from pipeline.period import find_periods
from pipeline.quantity import chosen_hedges, find_quantities
from pipeline.source import find_sources

Span = tuple[int, int]
_TOGETHER: Final = 32
"""Sentences that are read together: as many as the finders remember."""
_KINDS: Final = ("quantities", "periods", "economies", "commodities", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence in its place: which block, which kind of block, and what is read in it."""

    block: int
    kind: str
    sentence: Sentence
    nominals: tuple[Nominal, ...]


def find_passages(article: Any) -> Iterator[Passage]:
    """The sentences of an article as rows of items."""
    text = article.text
    places = [
        (number, block.kind, span)
        for number, block in enumerate(find_blocks(text))
        if block.kind not in {"boilerplate", "table"}
        for span in find_sentences(text, block)
    ]
    rows = [*with_blocs_meant(read_rows(text, [span for _, _, span in places], article.published))]
    nominals = _all_nominals(rows)
    for (number, kind, _), row, found in zip(places, rows, nominals, strict=True):
        yield Passage(block=number, kind=kind, sentence=row, nominals=found)


def _all_nominals(rows: list[Sentence]) -> Iterator[tuple[Nominal, ...]]:
    """The nominals of each sentence; the language model is asked only about words that make a difference."""
    from pipeline.components.language import read_nouns

    guesses = [guess_nominals(row) for row in rows]
    unsure = [(row, places) for row, (_, places) in zip(rows, guesses, strict=True) if places]
    read_nouns((row.text, [row.items[place].start - row.start for place in places]) for row, places in unsure)
    for row, (guessed, places) in zip(rows, guesses, strict=True):
        yield find_nominals(row) if places else guessed[0]


def read_rows(text: str, spans: Iterable[Span], published: date | None, *, currencies: bool = True) -> list[Sentence]:
    """Sentences of a text as rows of items; none is read a second time.

    ``currencies``: whether the text as a whole is asked whose dollar a dollar is, where the sentence does not say.
    """
    chosen = chosen_hedges()
    rows = _rows_of(text, published, None if chosen is None else tuple(chosen.values()), currencies)
    wanted = [*spans]
    unread = [span for span in wanted if span not in rows]
    for first in range(0, len(unread), _TOGETHER):
        some = unread[first : first + _TOGETHER]
        found = find_all(text, some, published, in_view(text) if currencies else None)
        rows.update((span, read_items(text, *span, seen)) for span, seen in zip(some, found, strict=True))
    return [rows[span] for span in wanted]


@lru_cache(maxsize=1)
def _rows_of(
    _text: str, _published: date | None, _hedges: tuple[Any, ...] | None, _currencies: bool
) -> dict[Span, Sentence]:
    """The rows of a text that were read so far; with another date or other hedges they are other rows."""
    return {}


@lru_cache(maxsize=4)
def in_view(text: str) -> InView:
    """The economies of an article, looked up when a currency first asks for them."""
    return InView(text)


def find_mentions(text: str, start: int, end: int, published: date | None, context: Any = None) -> Found:
    """What the finders see in ``text[start:end]``, with offsets of the whole text."""
    return find_all(text, [(start, end)], published, context)[0]


def find_all(text: str, spans: list[Span], published: date | None, context: Any = None) -> list[Found]:
    """What the finders see in each span of a text, one finder after the other.

    A finder is quicker where the processor's own memory still holds its words from the sentence before.
    """

    def beside(economies: Any, part: str) -> Any:
        return context.beside(economies, part) if isinstance(context, InView) else context

    def printed(part: str) -> str:
        """A part of a text with decimal commas may be read with points."""
        return with_points(part) if "," in part and isinstance(context, InView) and context.prints_commas else part

    parts = [without_markdown(text[start:end]) for start, end in spans]
    economies = [find_economies(part) for part in parts]
    quantities = [
        find_quantities(printed(part), context=beside(named, part))
        for named, part in zip(economies, parts, strict=True)
    ]
    periods = [find_periods(part, published=published) for part in parts]
    commodities = [find_commodities(part) for part in parts]
    sources = [find_sources(part) for part in parts]
    return [
        Found(**{kind: _moved(mentions, text, start) for kind, mentions in zip(_KINDS, seen, strict=True)})
        for (start, _), *seen in zip(spans, quantities, periods, economies, commodities, sources, strict=True)
    ]


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
