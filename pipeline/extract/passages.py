"""The sentences of an article as rows of items: what the finders see, and which phrases name a flow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.extract.items import Found, Sentence, read_items
from pipeline.extract.nominals import Nominal, find_nominals


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
    context = _currencies_in_view(text)
    for number, block in enumerate(find_blocks(text)):
        if block.kind in {"boilerplate", "table"}:
            continue
        for start, end in find_sentences(text, block):
            sentence = read_items(text, start, end, find_mentions(text, start, end, article.published, context))
            yield Passage(block=number, kind=block.kind, sentence=sentence, nominals=find_nominals(sentence))


def _currencies_in_view(text: str) -> Any:
    """The economies that the article names, so that "crowns" or "pounds" can be told apart."""
    from pipeline.economy import SILENT_KINDS, find_economies, is_group
    from pipeline.quantity import CurrencyContext

    count = Counter(
        mention.code
        for mention in find_economies(text)
        if mention.kind not in SILENT_KINDS and not is_group(mention.code)
    )
    return CurrencyContext(economies=frozenset(code for code, _ in count.most_common(3)))


def find_mentions(text: str, start: int, end: int, published: date | None, context: Any = None) -> Found:
    """What the finders see in ``text[start:end]``, with offsets of the whole text."""
    from pipeline.commodity import find_commodities
    from pipeline.economy import find_economies
    from pipeline.period import find_periods
    from pipeline.quantity import find_quantities
    from pipeline.source import find_sources

    part = text[start:end]
    return Found(
        quantities=_moved(find_quantities(part, context=context), start),
        periods=_moved(find_periods(part, published=published), start),
        economies=_moved(find_economies(part), start),
        commodities=_moved(find_commodities(part), start),
        sources=_moved(find_sources(part), start),
    )


def _moved(mentions: Any, offset: int) -> list[Any]:
    """Mentions with the offsets of the article."""
    if offset == 0:
        return list(mentions)
    return [replace(mention, start=mention.start + offset, end=mention.end + offset) for mention in mentions]
