"""A change and the two levels that it ties together, and how exactly a rate is told."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from pipeline.explain.phrases import Account, Telling, be, capital, quoted, stated
from pipeline.observation import Interval, Observation
from pipeline.words import MINUS, amount, during, plain, said, short

_MOST_PLACES: Final = 4


def told_as_growth(account: Account) -> Telling | None:
    """What two levels grew by, and what is printed; None where other figures take part."""
    rates = [one for one in account.seen if one.kind in ("growth", "difference")]
    levels = {one.subject: one for one in account.seen if one.kind == "level"}
    if len(rates) != 1 or len(levels) != 2 or len(account.seen) != 3:
        return None
    rate = rates[0]
    now, before = levels.get(rate.subject), levels.get(rate.base or rate.subject)
    if now is None or before is None or rate.years != 1 or not _alike(now, before):
        return None
    moved = f"{capital(said(now.claim, timed=False))} went from {_at(before)} to {_at(now)}"
    change, widest = _difference(now, before) if rate.kind == "difference" else _growth(rate, now, before)
    printed = f"{quoted(rate)} is printed" + (f" ({short(rate.claim)})" if (rate.claim.value or 0) < 0 else "")
    return Telling(
        f"{_claimed(rate, now)}, but {stated(before)} to {stated(now)} is {change}",
        f"{moved}, a change of {change}{widest}, but {printed}.",
    )


def _claimed(rate: Observation, now: Observation) -> str:
    """The change as the text has it; a word such as "tripled" needs no verb."""
    if not any(character.isdigit() for character in rate.claim.text):
        return f"{quoted(rate)} is said of {said(now.claim)}"
    verb = "fallen" if (rate.claim.value or 0) < 0 else "grown"
    return f"{capital(said(now.claim))} {be(now)} said to have {verb} {quoted(rate)}"


def _alike(now: Observation, before: Observation) -> bool:
    """Whether a rate can be told: neither is nothing, and a surplus did not become a deficit."""
    return (now.claim.value or 0) * (before.claim.value or 0) > 0


def _at(one: Observation) -> str:
    return f"{stated(one)}{during(one.claim.period)}"


def _difference(now: Observation, before: Observation) -> tuple[str, str]:
    gap = abs(now.claim.value or Decimal(0)) - abs(before.claim.value or Decimal(0))
    return ("+" if gap >= 0 else "") + amount(gap, now.claim.unit or ""), ""


def _growth(rate: Observation, now: Observation, before: Observation) -> tuple[str, str]:
    assert now.claim.value
    assert before.claim.value
    change = (now.claim.value / before.claim.value - 1) * 100
    ends = ratios(now.intervals[1], before.intervals[1], lambda one, other: (one / other - 1) * 100)
    places = telling_places([change, *ends], rate.intervals[1])
    middle, *shown = (percent(value, places) for value in (change, *ends))
    return middle, "" if len(set(shown)) < 2 else f" ({shown[0]} to {shown[1]} at the widest)"


def ratios(one: Interval, other: Interval, rate: Callable[[Decimal, Decimal], Decimal]) -> list[Decimal]:
    """The least and the most that the rate of two intervals can be; nothing where an end is open."""
    if one.low is None or one.high is None or not other.low or not other.high:
        return []
    rates = sorted(rate(end, base) for end in (one.low, one.high) for base in (other.low, other.high))
    return [rates[0], rates[-1]]


def telling_places(values: list[Decimal], printed: Interval) -> int:
    """The decimals, one at least, at which none of the values seems to be what is printed."""
    for places in range(1, _MOST_PLACES):
        if not any(_within(round(value, places), printed) for value in values):
            return places
    return _MOST_PLACES


def _within(value: Decimal, ends: Interval) -> bool:
    return (ends.low is None or ends.low <= value) and (ends.high is None or value <= ends.high)


def percent(value: Decimal, places: int) -> str:
    """A change with its sign; from a thousand on without decimals."""
    text = f"{abs(value):,.{places}f}" if abs(value) < 1000 else plain(abs(value), 0)
    return f"{MINUS if value < 0 else '+'}{text} %"
