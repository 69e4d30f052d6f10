"""Compound amounts: "261 billion 855 million dollars" is one figure, as statistical offices print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pipeline.quantity.figure import Quantity


def join_compounds(text: str, quantities: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """The quantities with each run of falling scales in one unit joined into its sum."""
    held: Quantity | None = None
    for quantity in quantities:
        if held is None or not _goes_on(text, held, quantity):
            if held is not None:
                yield held
            held = quantity
        else:
            held = _sum(text, held, quantity)
    if held is not None:
        yield held


def _goes_on(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the second amount only counts the rest of the first: smaller scale, smaller value, no word between."""
    if {first.kind, second.kind} - {"money", "physical", "bare"} or second.kind == "bare":
        return False
    if first.value is None or second.value is None or not Decimal(0) < second.value < first.scale:
        return False
    whole = first.unit is None or first.inherited_unit
    return whole and first.scale > second.scale >= 1 and text[first.end : second.start].isspace()


def _is_each(second: Quantity) -> bool:
    """ "6 million 60-kg bags": so much in each of so many."""
    return second.kind == "physical" and "-" in second.text


def _product(text: str, first: Quantity, second: Quantity) -> Quantity:
    """So many of so much each; the weight of one is exact."""
    each = second.value or Decimal(0)
    ends = ("value", "low", "high", "natural_low", "natural_high")
    amounts: dict[str, Any] = {name: None if (end := getattr(first, name)) is None else end * each for name in ends}
    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        hedge=first.hedge,
        hedge_span=first.hedge_span,
        hedge_id=first.hedge_id,
        rule="each",
        **amounts,
    )


def _sum(text: str, first: Quantity, second: Quantity) -> Quantity:
    if _is_each(second):
        return _product(text, first, second)
    base = first.value or Decimal(0)

    def above(end: Decimal | None) -> Decimal | None:
        return None if end is None else end + base

    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        hedge=first.hedge,
        hedge_span=first.hedge_span,
        hedge_id=first.hedge_id,
        rule="compound",
        value=above(second.value),
        low=above(second.low),
        high=above(second.high),
        natural_low=above(second.natural_low),
        natural_high=above(second.natural_high),
    )
