"""How near figures come that cannot all be true: a small miss is an error, a wild one mostly two different things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.observation import Flow, Observation, Reading
from pipeline.relations.row import Row

_AMOUNT: Final = 0.05
"""Part of an amount by which two readings of it may differ and still be of one fact."""
_POINTS: Final = 1.5
"""Percentage points by which a printed rate may miss the one that the amounts give, whatever its size."""
_RATE: Final = 0.25
"""Likewise, as a part of the rate."""


def nearly_agree(its: Sequence[Observation], row: Row | None) -> bool:
    """Whether the claims of a conflict miss each other by little: two amounts, a rate and its amounts, a sum."""
    levels = {one.subject: _middle(one) for one in its if one.kind == "level"}
    if None in levels.values():
        return False
    amounts = {flow: value for flow, value in levels.items() if value is not None}
    rates = [one for one in its if one.kind in ("growth", "share")]
    if len(its) == 2 and its[0].fact == its[1].fact and its[0].kind == "level":
        first, second = (_middle(one) or 0.0 for one in its)
        return abs(first - second) <= _AMOUNT * max(abs(first), abs(second))
    if len(rates) == 1 and len(its) == 3:
        return _rate_fits(rates[0], amounts)
    return row is not None and not rates and _adds_up(row, amounts)


def _middle(one: Observation) -> float | None:
    low, high = one.intervals[Reading.NATURAL]
    return None if low is None or high is None else float(low + high) / 2


def _rate_fits(rate: Observation, amounts: Mapping[Flow, float]) -> bool:
    other = rate.whole if rate.kind == "share" else rate.base
    printed = _middle(rate)
    if printed is None or other is None or not amounts.get(other) or rate.subject not in amounts:
        return False
    ratio = amounts[rate.subject] / amounts[other] * 100
    implied = ratio if rate.kind == "share" else ratio - 100
    return abs(implied - printed) <= max(_POINTS, _RATE * abs(printed))


def _adds_up(row: Row, amounts: Mapping[Flow, float]) -> bool:
    """Whether a sum misses by a small part of its whole, a difference by a small part of its smallest figure."""
    if any(flow not in amounts for flow, _ in row.terms):
        return False
    terms = [float(weight) * amounts[flow] for flow, weight in row.terms]
    sizes = [abs(term) for term in terms]
    measure = max(sizes) if row.relation == "sum" else min(sizes)
    return abs(sum(terms)) <= _AMOUNT * measure
