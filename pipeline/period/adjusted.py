"""Whose months are compared with the month before: economies that take the seasons out of their trade figures."""

from __future__ import annotations

from functools import cache
from typing import Final

from pipeline.lexicon import read_csv

_LEXICON: Final = "adjusted_series.csv"


def has_adjusted_series(whose: str) -> bool:
    """Whether an economy (ISO 3166-1 alpha-3) compares its months with the month before, and not with a year ago."""
    return whose in _adjusted()


@cache
def _adjusted() -> frozenset[str]:
    return frozenset(row["iso3"] for row in read_csv(_LEXICON))
