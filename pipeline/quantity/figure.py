"""A figure as printed: its span, its value, and the interval that its digits and its hedge leave open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyContext:
    """Which economies are in view (ISO 3166 alpha-3), so that "crowns" or "¥" can be told apart.

    ``default`` is the currency that a bare ``$``, ``Rs`` or the like stands for in this text, where that is known.
    """

    economies: tuple[str, ...] = ()
    """By how much the text speaks of them."""
    default: str | None = None


class Unread(NamedTuple):
    """Characters that look like an amount and cannot be given a value, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One printed figure; ``text`` is always ``source[start:end]``, without hedge and without sign word.

    ``kind`` is ``money``, ``percent``, ``percentage-point``, ``physical``, ``multiple``, ``fraction``, ``rank`` or
    ``bare``. ``value`` has the scale applied: percentages as printed, fractions in percent, multiples as the change
    in percent that they mean (doubled = 100), with ``factor`` beside. None is an open end of an interval.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | None
    unit: str | None
    """ISO 4217 code, ``percent``, ``percentage-point``, ``rank``, a physical unit, or None where nothing says it."""
    low: Decimal | None
    """Lower end of the widest reading."""
    high: Decimal | None
    natural_low: Decimal | None
    """Lower end of the natural reading."""
    natural_high: Decimal | None
    hedge: str | None = None
    hedge_span: tuple[int, int] | None = None
    hedge_id: str | None = None
    """The record of ``models/hedges.toml`` that the hedge belongs to."""
    factor: Decimal | None = None
    digits: str = ""
    """The mantissa as a plain decimal: "43.80" for ``$43.80 billion``, "3-4" for a range."""
    scale: Decimal = Decimal(1)
    rule: str = ""
    currencies: tuple[str, ...] = ()
    """The currencies that an ambiguous sign or word may stand for."""
    inherited_unit: bool = False
    inherited_scale: bool = False
    doubt: str | None = None
    """Why a reader should look again: a misprint that could still be read."""
