"""What a printed figure leaves open at each reading: digits are rounded, zeros are rounded, digits are cut off."""

from __future__ import annotations

from decimal import Decimal

from pipeline.claim import Claim
from pipeline.observation import Interval, NotComparable


def intervals_of(claim: Claim, kind: str) -> tuple[Interval, Interval, Interval]:
    """The natural reading, the widest, and that with digits cut off; a figure that is open on both sides is refused."""
    value = claim.value
    assert value is not None
    if kind in ("rank", "trend", "sign", "only"):
        return (Interval(value, value),) * 3
    if kind == "target":
        slack = value - claim.low if claim.low is not None and claim.low < value else Decimal(0)
        return Interval(value, None), Interval(value - slack, None), Interval(value - slack, None)
    widest = signed_ends(Interval(claim.low, claim.high), value)
    natural = signed_ends(Interval(claim.natural_low, claim.natural_high), value)
    if widest == (None, None):
        raise NotComparable("the figure is open on both sides")
    if natural == (None, None) or _is_round(claim, value):
        natural = widest
    natural = _inside(natural, widest)
    _sane(claim, kind, widest)
    return natural, widest, _cut(claim, natural, widest)


def signed_ends(interval: Interval, value: Decimal) -> Interval:
    """The interval with the sign of the value: hedges and digits are read without one."""
    low, high = interval
    if value < 0 and ((high is not None and high > 0) or (high is None and low is not None and low > 0)):
        return interval.negated()
    return interval


def _inside(natural: Interval, widest: Interval) -> Interval:
    low = natural.low if widest.low is None else max(widest.low, natural.low or widest.low)
    high = natural.high if widest.high is None else min(widest.high, natural.high or widest.high)
    return Interval(low, high) if low is None or high is None or low <= high else widest


def _is_round(claim: Claim, value: Decimal) -> bool:
    """One significant digit before zeros: a round number, whose zeros say nothing even to a natural reader."""
    return "." not in claim.text and len(value.normalize().as_tuple().digits) == 1


def _cut(claim: Claim, natural: Interval, widest: Interval) -> Interval:
    """The widest reading, and beyond it what a figure can stand for whose further digits were cut off."""
    value = claim.value
    if claim.hedge or value is None or None in (*natural, *widest):
        return widest
    assert natural.low is not None
    assert natural.high is not None
    assert widest.low is not None
    assert widest.high is not None
    if value < 0:
        return Interval(min(widest.low, value - 2 * (value - natural.low)), widest.high)
    return Interval(widest.low, max(widest.high, value + 2 * (natural.high - value)))


def _sane(claim: Claim, kind: str, widest: Interval) -> None:
    value = claim.value or Decimal(0)
    if kind == "growth" and value < -100 and claim.flow != "balance":
        raise NotComparable("a flow cannot fall by more than all of it")
    if kind == "share" and not 0 <= value <= 100:
        raise NotComparable("a share outside 0 to 100 percent")
    if widest.low is not None and widest.high is not None and widest.low > widest.high:
        raise NotComparable("the figure's interval is upside down")
