"""True statements about a world: levels, changes, shares, ranks, trends, sums, as a style prints them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, log10

from benchmarks.faults.printing import Figure, Style, hedged, in_currency, money, percent
from benchmarks.faults.statement import Statement
from benchmarks.faults.world import World, year_before

PER_DOLLAR = {"USD": Fraction(1), "EUR": Fraction(93, 100), "GBP": Fraction(79, 100), "CNY": Fraction(71, 10)}
"""A made-up rate of every currency that is printed; the same all year, so that an article's conversions agree."""


def truth_of(world: World, one: Statement) -> Fraction:
    """The true value of what a statement is about, in its unit; for a rank the place."""
    now = world.amount(one.reporter, one.partner, one.flow, one.period) * one.rate
    if one.measure == "rank":
        rivals = [world.amount(one.reporter, other, one.flow, one.period) for other in world.partners]
        return Fraction(1 + sum(rival > now for rival in rivals))
    if one.measure == "sign":
        return Fraction(1 if now > 0 else -1)
    if one.share_of and one.measure == "share":
        return share_of(world, one, one.period)
    if one.measure == "level":
        return now
    base = one.base_period or year_before(one.period)
    if one.share_of:
        earlier = share_of(world, one, base)
        gain = share_of(world, one, one.period) - earlier
        return gain if one.unit == "percentage-point" else gain / earlier * 100
    before = world.amount(one.reporter, one.partner, one.flow, base)
    if one.measure == "trend":
        return Fraction(1 if now > before else -1)
    return (now / before - 1) * 100 if one.unit == "percent" else now - before


def share_of(world: World, one: Statement, period: str) -> Fraction:
    """The share of the statement's flow in its whole, in percent."""
    assert one.share_of is not None
    reporter, partner, flow = one.share_of
    part = world.amount(one.reporter, one.partner, one.flow, period)
    return part / world.amount(reporter, partner, flow, period) * 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What can be said of a world in one style."""

    world: World
    style: Style
    rng: random.Random

    def level(self, pair: tuple[str, str], flow: str, period: str, *, loosely: bool = False) -> Statement:
        """An amount; ``loosely`` asks for a rounder figure with a hedge, where one is near."""
        value = self.world.amount(*pair, flow, period)
        figure = hedged(value, self.style, self.rng) if loosely else None
        sign = 1 if value >= 0 else -1
        return self._of(pair, flow, period, figure=figure or money(value, self.style), sign=sign)

    def converted(self, one: Statement) -> Statement:
        """The same amount in another currency, at this year's rate."""
        currency = "USD" if self.style.currency != "USD" else "EUR"
        rate = PER_DOLLAR[currency] / PER_DOLLAR[self.style.currency]
        value = self.world.amount(one.reporter, one.partner, one.flow, one.period) * rate
        return replace(one, figure=money(value, in_currency(self.style, currency)), converts=one, rate=rate)

    def growth(self, pair: tuple[str, str], flow: str, period: str) -> Statement:
        """The change against the year before, in percent."""
        base = year_before(period)
        ratio = self.world.amount(*pair, flow, period) / self.world.amount(*pair, flow, base) - 1
        return self._of(
            pair, flow, period, measure="change", figure=percent(ratio * 100, self.style),
            sign=1 if ratio >= 0 else -1, base_period=base,
        )  # fmt: skip

    def difference(self, pair: tuple[str, str], flow: str, period: str) -> Statement:
        """The change against the year before, as an amount."""
        base = year_before(period)
        gain = self.world.amount(*pair, flow, period) - self.world.amount(*pair, flow, base)
        figure = money(gain, self.style)
        sign = 1 if gain >= 0 else -1
        return self._of(pair, flow, period, measure="change", figure=figure, sign=sign, base_period=base)

    def trend(self, pair: tuple[str, str], flow: str, period: str) -> Statement:
        """Whether it rose or fell, in words only."""
        base = year_before(period)
        up = self.world.amount(*pair, flow, period) > self.world.amount(*pair, flow, base)
        return self._of(pair, flow, period, measure="trend", word=1 if up else -1, base_period=base)

    def sign(self, pair: tuple[str, str], period: str) -> Statement:
        """Whether there was a surplus or a deficit, in words only."""
        up = self.world.amount(*pair, "balance", period) > 0
        return self._of(pair, "balance", period, measure="sign", word=1 if up else -1)

    def share(self, pair: tuple[str, str], flow: str, whole: str, period: str) -> Statement:
        """A partner's share of the same flow with a larger partner."""
        of = (pair[0], whole, flow)
        bare = self._of(pair, flow, period, measure="share", share_of=of)
        return self._of(
            pair, flow, period, measure="share", share_of=of,
            figure=percent(share_of(self.world, bare, period), self.style, decimals=1),
        )  # fmt: skip

    def points(self, now: Statement) -> Statement:
        """How far a share moved within a year, in percentage points."""
        base = year_before(now.period)
        gain = share_of(self.world, now, now.period) - share_of(self.world, now, base)
        return self._of(
            now.pair, now.flow, now.period, measure="change", share_of=now.share_of, base_period=base,
            figure=percent(gain, self.style, unit="percentage-point", decimals=1), sign=1 if gain >= 0 else -1,
        )  # fmt: skip

    def first(self, group: str, period: str) -> Statement:
        """The hub's largest trading partner in a group."""
        hub = self.world.hub
        best = max(self.world.partners, key=lambda one: self.world.amount(hub, one, "turnover", period))
        return self._of((hub, best), "turnover", period, measure="rank", word=1, among_group=group)

    def mark(self, pair: tuple[str, str], flow: str, period: str, *, modality: str) -> Statement:
        """A round mark a little below the amount, that was passed or aimed at and reached."""
        value = self.world.amount(*pair, flow, period)
        return self._of(pair, flow, period, figure=mark(below(value), self.style, modality), modality=modality)

    @staticmethod
    def _of(pair: tuple[str, str], flow: str, period: str, **slots: object) -> Statement:
        return Statement(reporter=pair[0], partner=pair[1], flow=flow, period=period, **slots)  # type: ignore[arg-type]


def below(value: Fraction) -> Fraction:
    """The next round number below a value: two digits, the second 0 or 5 from 20 on."""
    unit = Fraction(10) ** (floor(log10(value)) - 1)
    digits = floor(value / unit)
    return (digits if digits < 20 else digits // 5 * 5) * unit


def mark(value: Fraction, style: Style, modality: str) -> Figure:
    """A round figure as a mark: an exact number, below which the amount is not."""
    scale = "billion" if value >= 10**9 else "million"
    number = value / (10**9 if scale == "billion" else 10**6)
    digits = f"{number.numerator}" if number.denominator == 1 else f"{float(number):.1f}"
    figure = money(value, style, digits=digits, scale=scale)
    exact = Fraction(figure.value)
    assert figure.natural_low is not None
    slack = min(exact - figure.natural_low, exact / 40)
    low = exact - slack if modality == "reported" else figure.low
    return replace(figure, low=low, high=None, natural_low=exact, natural_high=None)
