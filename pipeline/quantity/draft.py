"""A figure while it is being read: what its own characters say, before its neighbours and its hedge are known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.quantity.hedge import Found
from pipeline.quantity.interval import Grain
from pipeline.quantity.vocabulary import Word

ONE = Decimal(1)


@dataclass(slots=True)
class Draft:
    """One figure; ``mantissa`` times ``scale`` times the unit's factor is its size, ``sign`` its sign."""

    start: int
    end: int
    kind: str
    mantissa: Decimal
    digits: str
    rule: str
    scale: Decimal = ONE
    scaled: bool = False
    """A scale word is printed (or was carried)."""
    unit: Word | None = None
    unit_after: bool = False
    """The unit is printed after the number, so that a number before it in a list may share it."""
    sign: int = 1
    grain: Grain | None = None
    """How coarse the number is, where its digits alone do not say it."""
    factor: Decimal | None = None
    """Multiples only: what the earlier amount was multiplied by."""
    grouped: bool = False
    doubt: str | None = None
    inherited_unit: bool = False
    inherited_scale: bool = False
    upper: Draft | None = None
    """Ranges only: the upper end."""
    hedge: Found | None = None
    within: Found | None = None
    """A hedge between the number and its scale ("20-odd billion")."""

    @property
    def hedge_start(self) -> int:
        """Where the figure begins, its hedge and currency included."""
        return self.hedge.start if self.hedge else self.start

    @property
    def is_bare(self) -> bool:
        """Whether no unit is known."""
        return self.kind == "bare" and self.unit is None

    @property
    def size(self) -> Decimal:
        """The figure without its sign, in its unit."""
        return self.mantissa * self.scale * (self.unit.factor if self.unit is not None else ONE)
