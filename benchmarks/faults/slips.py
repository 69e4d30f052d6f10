"""What a slip makes of a printed figure."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.faults.facts import mark
from benchmarks.faults.misprints import exchanged, is_printable, left_out, point_to_the_right, typed_for
from benchmarks.faults.printing import Figure, in_currency, money, percent, rounded
from benchmarks.faults.statement import Statement
from benchmarks.faults.world import split

if TYPE_CHECKING:
    from benchmarks.faults.plan import Plan

Misprint = Callable[[Statement, "Plan", random.Random], Figure | None]


def _again(one: Statement, plan: Plan, digits: str, *, scale: str = "") -> Figure | None:
    """The figure with other digits, in the same form."""
    assert one.figure is not None
    if digits == one.figure.digits and scale in ("", one.figure.scale):
        return None
    if not is_printable(digits) or float(digits) == 0:
        return None
    value = Fraction(one.figure.value)
    if one.unit in ("percent", "percentage-point"):
        return percent(value, plan.style, digits=digits, unit=one.unit)
    return money(value, plan.style, digits=digits, scale=scale or one.figure.scale)


def _digits(one: Statement) -> str:
    assert one.figure is not None
    return one.figure.digits


def other_scale(one: Statement, plan: Plan, _: random.Random) -> Figure | None:
    """Million for billion, or the other way round."""
    assert one.figure is not None
    turned = {"billion": "million", "million": "billion"}.get(one.figure.scale)
    return _again(one, plan, _digits(one), scale=turned) if turned else None


def transposed(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """Two neighbouring digits in each other's place."""
    digits = _digits(one)
    places = [at for at in range(len(digits) - 1) if "." not in digits[at : at + 2] and digits[at] != digits[at + 1]]
    if not places:
        return None
    at = rng.choice(places)
    return _again(one, plan, exchanged(digits, at, at + 1))


def dropped(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """A digit left out before the point."""
    digits = _digits(one)
    whole = digits.partition(".")[0]
    if len(whole) < 2:
        return None
    return _again(one, plan, left_out(digits, rng.randrange(len(whole))))


def slipped_point(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """The decimal point a place too far left or right, or lost."""
    whole, _, decimals = _digits(one).partition(".")
    forms = [point_to_the_right(_digits(one)), f"{whole[:-1]}.{whole[-1]}{decimals}"]
    return _again(one, plan, rng.choice([form for form in forms if form]))


def other_digit(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """One digit read or typed for another."""
    digits = _digits(one)
    at = rng.choice([at for at, digit in enumerate(digits) if digit != "."])
    new = rng.choice([digit for digit in "0123456789" if digit != digits[at]])
    return _again(one, plan, typed_for(digits, at, new))


def wrong_rate(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """A growth worked out on the wrong year, or with a wrong digit."""
    if rng.random() < 0.5:
        return other_digit(one, plan, rng)
    rate = Fraction(one.figure.value) / 100 * one.sign if one.figure else Fraction(0)
    decimals = len(_digits(one).partition(".")[2])
    return _again(one, plan, f"{rounded(abs(rate / (1 + rate) * 100), decimals)}")


def wrong_total(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """A total that forgets one of its parts, or with a wrong digit."""
    members = sorted(split(one.partner) or plan.world.partners)
    if rng.random() < 0.5 or one.figure is None:
        return other_digit(one, plan, rng)
    part = plan.world.amount(one.reporter, rng.choice(members), one.flow, one.period)
    unit = Fraction(one.figure.value) / Fraction(one.figure.digits)
    decimals = len(_digits(one).partition(".")[2])
    left = (Fraction(one.figure.value) - abs(part)) / unit
    return _again(one, plan, f"{rounded(left, decimals)}") if left > 0 else None


def in_percent(one: Statement, plan: Plan) -> Figure:
    """Percent printed for percentage points."""
    assert one.figure is not None
    return percent(Fraction(one.figure.value), plan.style, digits=one.figure.digits)


def wrong_conversion(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """The amount in the other currency with a wrong digit, two transposed, or another scale."""
    assert one.figure is not None
    style = in_currency(plan.style, one.figure.unit)
    change = rng.choice((other_digit, transposed, other_scale))
    return change(one, replace(plan, style=style), rng)


def missed_mark(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """A mark that the amount did not reach."""
    value = plan.world.amount(one.reporter, one.partner, one.flow, one.period)
    over = value * Fraction(rng.choice((103, 106, 112, 130)), 100)
    power = 10 ** (len(str(int(over))) - 2)
    return mark(Fraction(int(over) // power * power), plan.style, one.modality)


def too_large(one: Statement, plan: Plan, rng: random.Random) -> Figure | None:
    """Part of a year larger than the year."""
    year = plan.world.amount(one.reporter, one.partner, one.flow, one.period[:4])
    over = year * Fraction(rng.choice((104, 115, 140)), 100)
    figure = money(over, plan.style)
    return figure if one.figure and figure.surface != one.figure.surface else None
