"""Compound amounts: "261 billion 855 million dollars" is one figure, as statistical offices print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from pipeline.quantity.figure import Quantity

_ENDS: Final = ("value", "low", "high", "natural_low", "natural_high")


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
    """Whether the second amount only counts the rest of the first: smaller scale, smaller value, no word between.

    A hyphen before its unit makes it a measure of what is counted: "6 million 20-mile trips".
    """
    if {first.kind, second.kind} - {"money", "physical", "bare"} or second.kind == "bare" or "-" in second.text:
        return False
    if first.value is None or second.value is None or not Decimal(0) < second.value < first.scale:
        return False
    whole = first.unit is None or first.inherited_unit
    return whole and first.scale > second.scale >= 1 and text[first.end : second.start].isspace()


def _sum(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The two as one figure, the second added to the first: in the second's unit and with the first's hedge."""
    base = first.value or Decimal(0)
    ends: dict[str, Any] = {name: None if (end := getattr(second, name)) is None else end + base for name in _ENDS}
    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        hedge=first.hedge,
        hedge_span=first.hedge_span,
        hedge_id=first.hedge_id,
        rule="compound",
        **ends,
    )
