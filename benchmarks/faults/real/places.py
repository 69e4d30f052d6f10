"""What stands where a slip was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

Span = tuple[int, int]


class Placed(Protocol):
    """Whatever has a stretch of the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


One = TypeVar("One", bound=Placed)


def standing_in(every: Iterable[One], spans: Sequence[Span]) -> list[One]:
    """Those that share a character with one of the spans."""
    return [one for one in every if any(one.start < end and start < one.end for start, end in spans)]
