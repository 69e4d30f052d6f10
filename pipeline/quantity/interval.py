"""The two intervals that a printed figure leaves open: the natural reading and the widest.

Rounding leaves half a unit of the last printed place. Zeros at the end of a whole number are ambiguous: the natural
reading takes them as printed where a scale word, percent or a fraction says the unit (350 million is to the million),
and drops whole groups of three otherwise (200,000 is to the thousand). The widest reading drops up to two zeros more
(350 million is [345, 355]), but never beyond an eighth of the value: nobody prints "100" for 140.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.quantity.hedge import Hedge

HALF: Final = Decimal("0.5")
_WIDEST_SHARE: Final = Decimal("0.125")
_MOST_ZEROS: Final = 2
_SLACK: Final = Decimal("0.025")
"""What remains open, of the value, on the side that a hedge excludes: the threshold itself is a rounded figure."""


class Interval(NamedTuple):
    """Ends of the widest and of the natural reading; None is open."""

    low: Decimal | None
    high: Decimal | None
    natural_low: Decimal | None
    natural_high: Decimal | None

    def scaled(self, by: Decimal) -> Interval:
        """All ends times ``by``; a negative factor swaps them."""
        ends = [None if end is None else end * by for end in self]
        return Interval(*ends) if by >= 0 else Interval(ends[1], ends[0], ends[3], ends[2])

    def shifted(self, by: Decimal) -> Interval:
        """All ends plus ``by``."""
        return Interval(*(None if end is None else end + by for end in self))


class Grain(NamedTuple):
    """How coarse a printed number is: the slack either side in the natural and in the widest reading."""

    natural: Decimal
    widest: Decimal
    hedged_natural: Decimal | None = None
    """How far a hedge may reach at least; None leaves that to the hedge and the digits."""
    hedged_widest: Decimal | None = None


@lru_cache(maxsize=4096)
def grain_of_digits(digits: str, worded: bool) -> Grain:
    """The grain of a plain decimal; ``worded`` where a scale word or a percent sign says what its unit is."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        half = Decimal(5).scaleb(-len(decimals) - 1)
        return Grain(half, half)
    significant = whole.rstrip("0")
    zeros = len(whole) - len(significant) if significant else 0
    step = 0 if worded else zeros // 3 * 3
    natural = HALF.scaleb(step)
    coarse = HALF.scaleb(step + min(zeros - step, _MOST_ZEROS))
    return Grain(natural, max(natural, min(coarse, Decimal(digits) * _WIDEST_SHARE)))


def grain_of_half(digits: str) -> Grain:
    """The grain of a number printed with a common fraction ("three and a half"): a tenth, a quarter at the widest."""
    relative = Decimal(digits)
    return Grain(min(Decimal("0.1"), relative * _SLACK), min(Decimal("0.25"), relative * 2 * _SLACK))


def around(value: Decimal, grain: Grain, hedge: Hedge | None = None, *, points: Decimal | None = None) -> Interval:
    """The interval about ``value`` (not negative), which is what its hedge makes of the grain of its digits.

    ``points`` is one percentage point in the units of ``value``, where the value is a percentage.
    """
    if hedge is None:
        return Interval(value - grain.widest, value + grain.widest, value - grain.natural, value + grain.natural)
    widest, natural = reach(value, grain, hedge, points)
    if hedge.side == "both":
        low, high = _minus(value, widest), _plus(value, widest)
        return Interval(low, high, _minus(value, natural), _plus(value, natural))
    slack = min(grain.natural, value * _SLACK)
    if hedge.side == "below":
        return Interval(_minus(value, widest), value + slack, _minus(value, natural), value)
    return Interval(value - slack, _plus(value, widest), value, _plus(value, natural))


def reach(value: Decimal, grain: Grain, hedge: Hedge, points: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """How far the hedge moves the end, in the widest and in the natural reading; None is without bound."""
    widest = _width(value, hedge.widest, hedge.points_widest, points)
    natural = _width(value, hedge.natural, hedge.points_natural, points)
    if hedge.side == "both":
        return _plus(grain.widest, widest), _plus(grain.natural, natural)
    if widest is not None:
        assert hedge.widest is not None
        widest = max(widest, grain.hedged_widest or min(grain.widest, 2 * hedge.widest * value))
    if natural is not None:
        assert hedge.natural is not None
        natural = max(natural, grain.hedged_natural or min(grain.natural, 2 * hedge.natural * value))
    if widest is not None and natural is not None:
        widest = max(widest, natural)
    return widest, natural


def _width(value: Decimal, relative: Decimal | None, floor: Decimal, points: Decimal | None) -> Decimal | None:
    if relative is None:
        return None
    return value * relative if points is None else max(value * relative, floor * points)


def _plus(value: Decimal, width: Decimal | None) -> Decimal | None:
    return None if width is None else value + width


def _minus(value: Decimal, width: Decimal | None) -> Decimal | None:
    """The lower end; a figure that is not negative does not fall below nothing by being hedged."""
    return None if width is None else max(value - width, Decimal(0))
