"""Which economies each sentence of an article names, for whom a later sentence may mean without naming them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.passages import Passage

REACH: Final = 3
"""Sentences back to which one looks for whom a figure means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The economies of one sentence in their order, and those of the heading that it stands under."""

    start: int
    block: int
    known: tuple[Known, ...]
    codes: tuple[str, ...]
    heading: tuple[Known, ...]


class Naming:
    """The sentences of an article by where they start."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._rows: list[Named] = []
        heading: tuple[Known, ...] = ()
        for passage in passages:
            known = tuple(_named_in(passage))
            codes = tuple(one.value for one in known)
            start = passage.sentence.start
            self._rows.append(Named(start=start, block=passage.block, known=known, codes=codes, heading=heading))
            heading = known if passage.kind == "heading" else heading
        self._places = {row.start: place for place, row in enumerate(self._rows)}

    @property
    def title(self) -> tuple[Known, ...]:
        """The economies that the first sentence names: the headline, where there is one."""
        return self._rows[0].known if self._rows else ()

    def at(self, start: int) -> Named:
        """The sentence that starts there."""
        return self._rows[self._places[start]]

    def before(self, start: int) -> tuple[Named, ...]:
        """The sentences before the one that starts there, the nearest first, as far back as one looks."""
        place = self._places[start]
        return tuple(reversed(self._rows[max(0, place - REACH) : place]))


def _named_in(passage: Passage) -> Iterator[Known]:
    for item in passage.sentence.items:
        if item.code == "E":
            yield Known(value=str(item.ref.code), start=item.start, end=item.end)
