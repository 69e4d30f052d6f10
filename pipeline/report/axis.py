"""The axis of a drawing: where a value stands, in percent of the width, and which round values are labelled.

Positions are percentages, so that a drawing fills any width while its letters keep their size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.report.words import amount, scale_of

MARGIN: Final = 0.06
"""The part of the width kept free on each side, so that marks at the ends are seen whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A labelled value of the axis and its position in percent."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A linear axis from ``low`` to ``high``."""

    low: Decimal
    high: Decimal
    unit: str | None

    def at(self, value: Decimal) -> float:
        """The position of a value in percent of the width, never outside the drawing."""
        share = float((value - self.low) / (self.high - self.low))
        return round(100 * min(1.0, max(0.0, share)), 3)

    def ticks(self, count: int) -> tuple[Tick, ...]:
        """About ``count`` round values between the ends, labelled in one scale."""
        step = _round_step((self.high - self.low) / count)
        first = math.ceil(self.low / step)
        values = [step * n for n in range(first, math.floor(self.high / step) + 1)]
        scale = scale_of(values, self.unit)
        return tuple(Tick(at=self.at(v), label=amount(v, self.unit, scale if v else None)) for v in values)


def axis_over(values: Sequence[Decimal], unit: str | None) -> Axis:
    """An axis on which all the values stand with a margin; a single value gets a tenth of itself on each side."""
    low, high = min(values), max(values)
    spread = high - low
    if spread == 0:
        spread = max(abs(low) / 5, Decimal(1))
        low, high = low - spread / 2, high + spread / 2
    margin = spread * Decimal(str(MARGIN))
    return Axis(low=low - margin, high=high + margin, unit=unit)


def _round_step(raw: Decimal) -> Decimal:
    """The next of 1, 2, 5 times a power of ten."""
    power = Decimal(10) ** math.floor(raw.log10())
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)
