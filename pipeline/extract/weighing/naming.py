"""Which economies and goods each sentence of an article names, for what a later one may mean without naming it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.extract.commodity.named import known_goods
from pipeline.extract.frame import Known
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_some_goods, wording

REACH: Final = 3
"""Sentences back to which one looks for whom a figure means."""
_LOOKED_BACK: Final = 3
"""Words before an economy among which its preposition is looked for."""


_GOODS: Final = re.compile(r"(?:C-?)+")
_LIST: Final = re.compile(r"E(?:[dv]*,[dv]*E)*[dv]*,?&[dv]*E")


@dataclass(frozen=True, kw_only=True)
class Goods:
    """Goods that a sentence names, and the items ``[first, last)`` that name them."""

    known: Known
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class Named:
    """One sentence, what it names, and the heading that it stands under."""

    sentence: Sentence
    block: int
    text: str
    """The article's."""
    head: Named | None

    @property
    def heading(self) -> tuple[Known, ...]:
        """The economies of the heading."""
        return () if self.head is None else self.head.known

    def holds(self, start: int) -> bool:
        """Whether a character stands in the sentence."""
        return self.sentence.start <= start < self.sentence.end

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The items that name an economy."""
        return places_of(self.sentence)

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """The economies in their order."""
        return economies_of(self.sentence)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Their codes."""
        return tuple(one.value for one in self.known)

    @cached_property
    def listed(self) -> frozenset[str]:
        """Those that stand in lists and nowhere else: nobody trades with one of them only."""
        lists = [found.span() for found in _LIST.finditer(self.sentence.codes)]
        alone = {code for at, code in zip(self.places, self.codes, strict=True) if not _within(at, lists)}
        return frozenset(self.codes) - alone

    @cached_property
    def described(self) -> frozenset[str]:
        """Those that stand only in words that say who somebody is: "Peru, Asia's biggest buyer after Chile, took"."""
        alone = {
            code for at, code in zip(self.places, self.codes, strict=True) if not _within(at, self.sentence.asides)
        }
        return frozenset(self.codes) - alone

    @cached_property
    def after(self) -> tuple[str, ...]:
        """The preposition that stands before each of them, a word or two away; ``none`` where there is none."""
        return tuple(_preposition_before(self.sentence, at) for at in self.places)

    @cached_property
    def goods(self) -> tuple[Goods, ...]:
        """Some goods, in their order; words for all goods are none."""
        return tuple(_goods_of(self.sentence, self.text))


class Naming:
    """The sentences of an article by where they start."""

    def __init__(self, passages: Sequence[Passage], text: str) -> None:
        self._rows: list[Named] = []
        head: Named | None = None
        for passage in passages:
            row = Named(sentence=passage.sentence, block=passage.block, text=text, head=head)
            self._rows.append(row)
            head = row if passage.kind == "heading" else head
        self._starts = [row.sentence.start for row in self._rows]
        self._places = {row.sentence.start: place for place, row in enumerate(self._rows)}

    def title(self, start: int) -> Named | None:
        """The first sentence, which may be a headline; none for that sentence itself."""
        return self._rows[0] if self._places[start] > 0 else None

    def at(self, start: int) -> Named:
        """The sentence that starts there."""
        return self._rows[self._places[start]]

    def holding(self, place: int) -> Named | None:
        """The sentence in which a character stands."""
        before = bisect_right(self._starts, place)
        row = self._rows[before - 1] if before else None
        return row if row is not None and row.holds(place) else None

    def before(self, start: int) -> tuple[Named, ...]:
        """The sentences before the one that starts there, the nearest first, as far back as one looks."""
        place = self._places[start]
        return tuple(reversed(self._rows[max(0, place - REACH) : place]))


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in spans)


def places_of(sentence: Sentence) -> tuple[int, ...]:
    """The items of a sentence that name an economy."""
    return tuple(at for at, code in enumerate(sentence.codes) if code == "E")


def economies_of(sentence: Sentence) -> tuple[Known, ...]:
    """The economies that a sentence names, in their order."""
    return tuple(known_item(sentence, at) for at in places_of(sentence))


def known_item(sentence: Sentence, index: int) -> Known:
    """The economy of an item, with the characters that name it."""
    item = sentence.items[index]
    return Known(value=item.ref.code, start=item.start, end=item.end)


def _goods_of(sentence: Sentence, text: str) -> Iterator[Goods]:
    for found in _GOODS.finditer(sentence.codes):
        first, last = found.span()
        known = known_goods(sentence, text, first, last)
        if known is not None and any(map(is_some_goods, sentence.items[first:last])):
            yield Goods(known=known, first=first, last=last)


def _preposition_before(sentence: Sentence, at: int) -> str:
    words = (sentence.items[place].text.lower() for place in range(at - 1, max(at - 1 - _LOOKED_BACK, -1), -1))
    return next((word for word in words if word in wording("side_prepositions")), "none")
