"""An average and the figures that it is one of."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pipeline.explain.phrases import Account, Telling, capital, stated
from pipeline.observation import Observation
from pipeline.relations.average import averaged
from pipeline.words import amount, listing, said

_PLACES: Final = 3


def told_as_average(account: Account) -> Telling | None:
    """What the years, or the months, come to on average, and what is printed; None where not all are printed."""
    average = next((one for one in account.seen if one.kind == "average"), None)
    levels = {one.subject: one for one in account.seen if one.kind == "level"}
    if average is None or len(account.seen) != len(levels) + 1:
        return None
    parts = [levels[flow] for flow in averaged(average) if flow in levels]
    if len(parts) != len(levels) or len(parts) != len(averaged(average)):
        return None
    mean = sum((_size(one) for one in parts), Decimal(0)) / average.years
    made = amount(round(mean, -_exponent(mean)), average.claim.unit or "")
    unit = "month" if average.years == average.subject.months else "year"
    what, given = said(average.claim), stated(average)
    figures = listing([stated(one) for one in parts])
    come = f"{figures} {'make' if len(parts) > 1 else 'makes'} {made} a {unit} on average"
    return Telling(
        f"{capital(what)} average {made} a {unit}, but {given} is printed",
        f"{capital(come)}, but {given} is printed for {what}.",
    )


def _size(one: Observation) -> Decimal:
    return abs(one.claim.value or Decimal(0))


def _exponent(value: Decimal) -> int:
    """The place of the last digit that is shown."""
    return value.adjusted() - _PLACES
