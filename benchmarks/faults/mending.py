"""Whether arithmetic alone decides what a false claim should have said.

It does where exactly one of the usual slips, undone, fits everything else and is borne out by it; or, where none does,
where exactly one printable figure lies in the room that the other claims leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from benchmarks.faults.plan import Plan
from benchmarks.faults.printing import money, percent
from benchmarks.faults.proof import impossible, room_of
from benchmarks.faults.statement import Statement

_TURNED = {"export": "import", "import": "export"}
_NEARLY = 6
_SCALES = {"billion": "million", "million": "billion"}


def decided(plan: Plan, statements: Sequence[Statement], wrong: Statement, right: Statement) -> bool:
    """Whether the right repair is the only one that arithmetic allows."""
    if wrong.figure is None:
        return True
    currency = plan.style.currency
    others = [one for one in statements if one is not wrong]
    fitting = {
        (one.edge, one.period, one.value, one.unit)
        for one in undone(plan, wrong)
        if _supported(one, others, currency) and not impossible([*others, one], currency)
    }
    if fitting:
        return fitting == {(right.edge, right.period, right.value, right.unit)}
    return _only_figure(wrong, right, others, currency)


def _supported(one: Statement, others: Sequence[Statement], currency: str) -> bool:
    """Whether the others say nearly as much: what they leave for it is not much wider than its own print."""
    low, high = room_of(one, others, currency)
    own_low, own_high = one.bounds
    if None in (low, high, own_low, own_high):
        return False
    return Fraction(high or 0) - Fraction(low or 0) <= _NEARLY * (Fraction(own_high or 0) - Fraction(own_low or 0))


def undone(plan: Plan, one: Statement) -> Iterator[Statement]:
    """The claim without each of the usual slips."""
    yield from _slots(plan, one)
    if one.figure is None or one.figure.hedge:
        return
    yield replace(one, sign=-one.sign)
    if one.unit == "percent" and one.share_of:
        yield replace(
            one,
            figure=percent(Fraction(one.figure.value), plan.style, digits=one.figure.digits, unit="percentage-point"),
        )
    for digits in _digits(one.figure.digits):
        if one.figure.scale:
            yield replace(one, figure=money(Fraction(1), plan.style, digits=digits, scale=one.figure.scale))
        else:
            yield replace(one, figure=percent(Fraction(1), plan.style, digits=digits, unit=one.unit))
    if one.figure.scale in _SCALES:
        scale = _SCALES[one.figure.scale]
        yield replace(one, figure=money(Fraction(1), plan.style, digits=one.figure.digits, scale=scale))


def _slots(plan: Plan, one: Statement) -> Iterator[Statement]:
    for party in plan.world.partners:
        if one.partner in plan.world.partners and party != one.partner:
            yield replace(one, partner=party)
        if one.reporter in plan.world.partners and party != one.reporter:
            yield replace(one, reporter=party)
    if one.flow in _TURNED:
        yield replace(one, flow=_TURNED[one.flow])
    year = int(one.period[:4])
    for other in (year - 1, year + 1):
        if plan.world.year - 1 <= other <= plan.world.year and one.measure == "level":
            yield replace(one, period=f"{other}{one.period[4:]}" if "/" not in one.period else one.period)


def _digits(digits: str) -> Iterator[str]:
    """Two digits changed back, the point moved back."""
    for at in range(len(digits) - 1):
        if "." not in digits[at : at + 2] and digits[at] != digits[at + 1] and (at or digits[1] != "0"):
            yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    whole, _, decimals = digits.partition(".")
    if decimals and whole != "0":
        yield f"{whole}{decimals[:1]}.{decimals[1:]}".rstrip(".")
    if len(whole) > 1:
        yield f"{whole[:-1]}.{whole[-1]}{decimals}"
    elif whole != "0":
        yield f"0.{whole}{decimals}"


def _only_figure(wrong: Statement, right: Statement, others: Sequence[Statement], currency: str) -> bool:
    """Whether one figure alone, as coarse as the right one is printed, lies in the room that is left."""
    low, high = room_of(wrong, others, currency)
    ends = right.figure
    if low is None or high is None or ends is None or ends.natural_high is None or ends.natural_low is None:
        return False
    step = ends.natural_high - ends.natural_low
    return ceil(low / step) == floor(high / step) == Fraction(right.value) / step
