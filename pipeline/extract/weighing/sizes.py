"""Counts as the names that signs give them."""

from __future__ import annotations

from typing import Final

_SIZES: Final = ((0, "0"), (1, "1"), (3, "2-3"), (6, "4-6"), (10, "7-10"))
_MOST_COUNTED: Final = 2


def size(count: int) -> str:
    """A count as one of six sizes."""
    return next((name for most, name in _SIZES if count <= most), "11+")


def counted(between: str, letters: str) -> int:
    """How many items with one of the codes stand between two: none, one, or two and more."""
    return min(_MOST_COUNTED, sum(map(between.count, letters)))
