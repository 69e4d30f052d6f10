"""Which economies each sentence of an article names, for whom a later sentence may mean without naming them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.items import Sentence
from pipeline.extract.passages import Passage
from pipeline.extract.words import wording

REACH: Final = 3
"""Sentences back to which one looks for whom a figure means."""
_LOOKED_BACK: Final = 3
"""Words before an economy among which its preposition is looked for."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """One sentence that may name economies, and those of the heading that it stands under."""

    sentence: Sentence
    block: int
    heading: tuple[Known, ...]

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
    def after(self) -> tuple[str, ...]:
        """The preposition that stands before each of them, a word or two away; ``none`` where there is none."""
        return tuple(_preposition_before(self.sentence, at) for at in self.places)


class Naming:
    """The sentences of an article by where they start."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._rows: list[Named] = []
        heading: tuple[Known, ...] = ()
        for passage in passages:
            row = Named(sentence=passage.sentence, block=passage.block, heading=heading)
            self._rows.append(row)
            heading = row.known if passage.kind == "heading" else heading
        self._places = {row.sentence.start: place for place, row in enumerate(self._rows)}

    def title(self, start: int) -> tuple[Known, ...]:
        """The economies that the first sentence names, which may be a headline; none for that sentence itself."""
        return self._rows[0].known if self._places[start] > 0 else ()

    def at(self, start: int) -> Named:
        """The sentence that starts there."""
        return self._rows[self._places[start]]

    def before(self, start: int) -> tuple[Named, ...]:
        """The sentences before the one that starts there, the nearest first, as far back as one looks."""
        place = self._places[start]
        return tuple(reversed(self._rows[max(0, place - REACH) : place]))


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


def _preposition_before(sentence: Sentence, at: int) -> str:
    words = (sentence.items[place].text.lower() for place in range(at - 1, max(at - 1 - _LOOKED_BACK, -1), -1))
    return next((word for word in words if word in wording("side_prepositions")), "none")
