"""A figure's amount with its interval, turned the way that the wording says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

AMOUNT: Final = ("value", "low", "high", "natural_low", "natural_high")


def amount_of(quantity: Any, measure: str, sign: int | None) -> dict[str, Any]:
    """The quantity's value and intervals, negated where the wording says down or deficit."""
    value, low, high, natural_low, natural_high = (getattr(quantity, key) for key in AMOUNT)
    if measure == "share" and quantity.kind == "multiple":
        return dict(zip(AMOUNT, (value, low, high, natural_low, natural_high), strict=True))
    if sign == -1 and measure == "change" and quantity.kind == "multiple":
        value, low, high, natural_low, natural_high = map(_divided, (value, low, high, natural_low, natural_high))
    if sign == -1 and value is not None and value > 0:
        value, low, high = -value, _minus(high), _minus(low)
        natural_low, natural_high = _minus(natural_high), _minus(natural_low)
    return dict(zip(AMOUNT, (value, low, high, natural_low, natural_high), strict=True))


def beyond(amount: dict[str, Any]) -> dict[str, Any]:
    """The amount as a mark that was passed, by how much is open: "rose above $5 billion" may well be $5.9 billion."""
    ends = {"low": "natural_low", "high": "natural_high"}
    return amount | {natural: None for end, natural in ends.items() if amount[end] is None}


def _divided(growth: Decimal | None) -> Decimal | None:
    """A growth of so many percent, read as a division: "fell tenfold" leaves a tenth, a loss of 90 %."""
    return None if growth is None else growth * 100 / (growth + 100)


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value
