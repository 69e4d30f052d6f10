"""How a true amount is printed, and exactly which true amounts the print leaves open.

The intervals are worked out here from the printed digits and the hedge alone, after ``spec/claims`` and the design:
half a unit of the last printed place; zeros at the end of a whole number may be rounding.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_SCALES = {"billion": 10**9, "million": 10**6, "trillion": 10**12}
_SHORT = {"billion": "bn", "million": "m", "trillion": "tn"}
HEDGES = {
    "below": ("nearly", "almost", "just under", "close to"),
    "above": ("just over", "slightly more than", "a little over"),
    "both": ("about", "around", "roughly", "some"),
    "open": ("more than", "over"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one outlet prints: currency form, decimals of billions and percents, the percent sign."""

    currency: str
    money: str
    decimals: int
    percent: str
    percent_decimals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A printed figure: its surface (without hedge), its value and the widest and natural interval."""

    surface: str
    value: Decimal
    unit: str
    low: Fraction | None
    high: Fraction | None
    natural_low: Fraction | None
    natural_high: Fraction | None
    hedge: str | None = None
    digits: str = ""
    scale: str = ""

    @property
    def printed(self) -> str:
        """The figure as the sentence has it."""
        return f"{self.hedge} {self.surface}" if self.hedge else self.surface

    def holds(self, truth: Fraction) -> bool:
        """Whether the printed figure is true."""
        return (self.low is None or self.low <= truth) and (self.high is None or truth <= self.high)


_MONEY = {
    "USD": ("${n} {s}", "${n} {s}", "${n}{a}", "US${n} {s}", "{n} {s} dollars", "{n} {s} U.S. dollars", "USD {n} {s}"),
    "EUR": ("€{n} {s}", "€{n}{a}", "{n} {s} euros", "EUR {n} {s}"),
    "GBP": ("£{n} {s}", "£{n}{a}"),
    "CNY": ("{n} {s} yuan",),
}


def make_style(rng: random.Random) -> Style:
    """A house style; dollars more often than anything else."""
    currency = rng.choice(("USD", "USD", "USD", "USD", "USD", "EUR", "EUR", "GBP", "CNY"))
    return Style(
        currency=currency,
        money=rng.choice(_MONEY[currency]),
        decimals=rng.choice((1, 1, 2)),
        percent=rng.choice(("{n}%", "{n}%", "{n} percent", "{n} per cent", "{n} %")),
        percent_decimals=rng.choice((1, 1, 0)),
    )


def in_currency(style: Style, currency: str) -> Style:
    """The same house style with another currency."""
    return replace(style, currency=currency, money=_MONEY[currency][0])


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The value to so many decimals, half up."""
    place = Decimal(1).scaleb(-decimals)
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(place, rounding=ROUND_HALF_UP)


def money(value: Fraction, style: Style, *, digits: str = "", scale: str = "") -> Figure:
    """An amount of money as the style prints it; ``digits`` and ``scale`` print something else on purpose."""
    size = abs(value)
    if not digits:
        scale, digits = _scaled(size, style)
    surface = style.money.format(n=digits, s=scale, a=_SHORT[scale])
    return _figure(surface, digits, Fraction(_SCALES[scale]), unit=style.currency, scale=scale)


def _scaled(size: Fraction, style: Style) -> tuple[str, str]:
    if size >= 10**12:
        return "trillion", f"{rounded(size / 10**12, 2 + style.decimals - 1)}"
    if size >= 10**9:
        return "billion", f"{rounded(size / 10**9, style.decimals)}"
    return "million", f"{rounded(size / 10**6, 2 if size < 10**7 else 1 if size < 10**8 else 0)}"


def percent(value: Fraction, style: Style, *, digits: str = "", unit: str = "percent", decimals: int = -1) -> Figure:
    """A rate of change or a share; the sign is in the words around it."""
    decimals = style.percent_decimals if decimals < 0 else decimals
    if abs(value) < 3:
        decimals = max(decimals, 1)
    digits = digits or f"{rounded(abs(value), decimals)}"
    form = "{n} percentage points" if unit == "percentage-point" else style.percent
    return _figure(form.format(n=digits), digits, Fraction(1), unit=unit)


def _figure(surface: str, digits: str, factor: Fraction, *, unit: str, scale: str = "") -> Figure:
    natural, widest = grain(digits)
    value = Fraction(digits)
    return Figure(
        surface=surface,
        value=Decimal(digits) * Decimal(int(factor)),
        unit=unit,
        low=(value - widest) * factor,
        high=(value + widest) * factor,
        natural_low=(value - natural) * factor,
        natural_high=(value + natural) * factor,
        digits=digits,
        scale=scale,
    )


def grain(digits: str) -> tuple[Fraction, Fraction]:
    """Half a unit of the last place, and at the widest half a unit of the last place that is no zero."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        half = Fraction(1, 2 * 10 ** len(decimals))
        return half, half
    zeros = min(2, len(whole) - len(whole.rstrip("0"))) if whole.strip("0") else 0
    return Fraction(1, 2), max(Fraction(1, 2), min(Fraction(10**zeros, 2), Fraction(digits) / 8))


def hedged(value: Fraction, style: Style, rng: random.Random) -> Figure | None:
    """A rounder figure with the hedge that makes it true; None where no round figure is near."""
    plain = money(value, style)
    size = abs(value) / _SCALES[plain.scale]
    digits = f"{rounded(size, 0 if size >= 10 else 1)}"
    if digits == plain.digits or Fraction(digits) == 0:
        return None
    figure = money(value, style, digits=digits, scale=plain.scale)
    off = size / Fraction(digits) - 1
    if abs(off) > Fraction(2, 100):
        return None
    side = rng.choice(("both", "below" if off < 0 else rng.choice(("above", "open"))))
    return _opened(figure, side, rng.choice(HEDGES[side]))


_WIDEST = Fraction(5, 100)
_AROUND = Fraction(10, 100)


def _opened(figure: Figure, side: str, hedge: str) -> Figure:
    assert figure.low is not None
    assert figure.high is not None
    value = Fraction(figure.value)
    if side == "both":
        low, high = figure.low - value * _AROUND, figure.high + value * _AROUND
        return replace(figure, hedge=hedge, low=low, high=high, natural_low=low, natural_high=high)
    if side == "below":
        low = value * (1 - _WIDEST)
        return replace(figure, hedge=hedge, low=low, natural_low=value * (1 - _WIDEST / 2), natural_high=value)
    high_or_open = None if side == "open" else value * (1 + _WIDEST)
    natural_high = value * (1 + _AROUND) if side == "open" else value * (1 + _WIDEST / 2)
    return replace(figure, hedge=hedge, high=high_or_open, natural_low=value, natural_high=natural_high)
