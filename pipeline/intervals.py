"""What a printed figure leaves open at each reading: digits are rounded, zeros are rounded, digits are cut off."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from pipeline.claim import Claim
from pipeline.observation import Interval, NotComparable

CONVERSION: Final = Decimal("0.05")
"""How far a printed conversion may be off: a year's movement of most currencies, as for two rates of one article."""


def intervals_of(claim: Claim, kind: str) -> tuple[Interval, Interval, Interval]:
    """The natural reading, the widest, and that with digits cut off; a figure that is open on both sides is refused."""
    value = claim.value
    assert value is not None
    if kind in ("rank", "trend", "sign", "only", "record"):
        return (Interval(value, value),) * 3
    if kind == "target":
        slack = value - claim.low if claim.low is not None and claim.low < value else Decimal(0)
        return Interval(value, None), Interval(value - slack, None), Interval(value - slack, None)
    readings = _readings(value, (claim.low, claim.high), (claim.natural_low, claim.natural_high), _print(claim))
    _sane(claim, kind, readings[1])
    if claim.conversion_of is not None:
        return tuple(_loosened(one, value) for one in readings)  # type: ignore[return-value]
    return readings


def _loosened(interval: Interval, value: Decimal) -> Interval:
    """A conversion's interval: at what rate of which day it was made the text does not say."""
    slack = abs(value) * CONVERSION
    low, high = interval
    return Interval(None if low is None else low - slack, None if high is None else high + slack)


def _print(claim: Claim) -> tuple[bool, bool]:
    """Whether the figure is hedged, and whether it has a decimal point: what the readings need to know of the print."""
    return bool(claim.hedge), "." in claim.text


@lru_cache(maxsize=1 << 17)
def _readings(
    value: Decimal,
    widest_ends: tuple[Decimal | None, Decimal | None],
    natural_ends: tuple[Decimal | None, Decimal | None],
    hedged_pointed: tuple[bool, bool],
) -> tuple[Interval, Interval, Interval]:
    hedged, pointed = hedged_pointed
    widest, natural = signed_ends(Interval(*widest_ends), value), signed_ends(Interval(*natural_ends), value)
    if widest == (None, None):
        raise NotComparable("the figure is open on both sides")
    if natural == (None, None) or _is_round(value, pointed=pointed):
        natural = widest
    natural = _inside(natural, widest)
    return natural, widest, widest if hedged else _cut(value, natural, widest)


def signed_ends(interval: Interval, value: Decimal) -> Interval:
    """The interval with the sign of the value: hedges and digits are read without one."""
    low, high = interval
    if value < 0 and ((high is not None and high > 0) or (high is None and low is not None and low > 0)):
        return interval.negated()
    return interval


def _inside(natural: Interval, widest: Interval) -> Interval:
    """The natural interval within the widest; an end that it leaves open is the widest's."""
    lows = [end for end in (natural.low, widest.low) if end is not None]
    highs = [end for end in (natural.high, widest.high) if end is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return Interval(low, high) if low is None or high is None or low <= high else widest


def _is_round(value: Decimal, *, pointed: bool) -> bool:
    """One significant digit before zeros: a round number, whose zeros say nothing even to a natural reader."""
    return not pointed and len(value.normalize().as_tuple().digits) == 1


def _cut(value: Decimal, natural: Interval, widest: Interval) -> Interval:
    """The widest reading, and beyond it what a figure can stand for whose further digits were cut off."""
    if natural.low is None or natural.high is None or widest.low is None or widest.high is None:
        return widest
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
