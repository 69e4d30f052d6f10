"""Which economies each sentence of an article names, for whom a later sentence may mean without naming them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.items import Item
from pipeline.extract.passages import Passage
from pipeline.extract.words import wording

REACH: Final = 3
"""Sentences back to which one looks for whom a figure means."""
_LOOKED_BACK: Final = 3
"""Words before an economy among which its preposition is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The economies of one sentence in their order, and those of the heading that it stands under."""

    start: int
    block: int
    known: tuple[Known, ...]
    codes: tuple[str, ...]
    after: tuple[str, ...]
    """The preposition that stands before each of them, or ``none``."""
    heading: tuple[Known, ...]


class Naming:
    """The sentences of an article by where they start."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._rows: list[Named] = []
        heading: tuple[Known, ...] = ()
        for passage in passages:
            row = _row(passage, heading)
            self._rows.append(row)
            heading = row.known if passage.kind == "heading" else heading
        self._places = {row.start: place for place, row in enumerate(self._rows)}

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


def _row(passage: Passage, heading: tuple[Known, ...]) -> Named:
    """The economies of one sentence."""
    items = passage.sentence.items
    places = [at for at, code in enumerate(passage.sentence.codes) if code == "E"]
    known = tuple(Known(value=str(items[at].ref.code), start=items[at].start, end=items[at].end) for at in places)
    return Named(
        start=passage.sentence.start,
        block=passage.block,
        known=known,
        codes=tuple(one.value for one in known),
        after=tuple(preposition_before(items, at) for at in places),
        heading=heading,
    )


def preposition_before(items: Sequence[Item], at: int) -> str:
    """The preposition that an economy stands behind, a word or two away; ``none`` where there is none."""
    words = (items[place].text.lower() for place in range(at - 1, max(at - 1 - _LOOKED_BACK, -1), -1))
    return next((word for word in words if word in wording("side_prepositions")), "none")
