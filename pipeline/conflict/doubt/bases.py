"""What a change is against: where nothing says it, it may be another time than the one that it is read against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.claim import UNKNOWN, Claim, Evidence
from pipeline.conflict.doubt.one_sentence import is_own
from pipeline.conflict.doubt.otherwise import BASES_BY_DEFAULT
from pipeline.observation import Observation

_YEAR: Final = re.compile(r"\d{4}(?:/\d{4})?")
_BESIDE: Final = 80
"""Characters up to which an amount and a change stand in one clause."""
_DOUBLED: Final = 100
"""Percent of a change from which on it hardly happens within a year."""


def is_against_any(claim: Claim, found: Evidence, its: Sequence[Observation]) -> bool:
    """Whether a change within a year, or to the double, is said to be against nothing: against any time before alike.

    Where a figure beside it is for a base of its own words, it is said: "$5 billion, against $4 billion in May 2023".
    """
    if any(_is_base_beside(claim, one.claim) for one in its if one.kind == "level"):
        return False
    if found.rule not in BASES_BY_DEFAULT:
        return False
    assert claim.period is not None  # of what has no time nothing is compared
    return _is_doubled(claim) or not _YEAR.fullmatch(claim.period)


def _is_base_beside(claim: Claim, base: Claim) -> bool:
    """Whether an amount right before a change is for its base period, by words of its own."""
    near = 0 <= claim.start - base.end <= _BESIDE
    return near and base.period == claim.base_period and is_own(base, "period")


def other_bases(claim: Claim) -> tuple[str, ...]:
    """What else a change may be against where nothing is said: the same months a year ago, or those just before.

    What doubled may have taken any time for it.
    """
    from pipeline.period import Period

    period = Period.parse(claim.period or "")
    bases = (str(period.shift(-12)), str(period.shift(-period.months)), *((UNKNOWN,) if _is_doubled(claim) else ()))
    return tuple(base for base in dict.fromkeys(bases) if base != claim.base_period)


def _is_doubled(claim: Claim) -> bool:
    return claim.unit == "percent" and (claim.value or 0) >= _DOUBLED
