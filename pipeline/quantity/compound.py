"""Compound amounts: "261 billion 855 million dollars" is one figure, as statistical offices print it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


def _sum(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The two as one figure: the second added to the first, or so many of so much each."""
    if _is_each(second):
        each = second.value or Decimal(0)  # the weight of one is exact
        return _joined(text, first, second, "each", _moved(first, lambda end: end * each))
    base = first.value or Decimal(0)
    return _joined(text, first, second, "compound", _moved(second, lambda end: end + base))


def _moved(quantity: Quantity, move: Callable[[Decimal], Decimal]) -> dict[str, Any]:
    """Value and ends of a figure, each moved; an open end stays open."""
    return {name: None if (end := getattr(quantity, name)) is None else move(end) for name in _ENDS}


def _joined(text: str, first: Quantity, second: Quantity, rule: str, ends: dict[str, Any]) -> Quantity:
    """One figure from the first to the second, in the unit of the second and with the hedge of the first."""
    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        hedge=first.hedge,
        hedge_span=first.hedge_span,
        hedge_id=first.hedge_id,
        rule=rule,
        **ends,
    )
