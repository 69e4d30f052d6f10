"""What a user may change about the checking."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pipeline.rates import Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """Tolerances of the softer relations, and how much work a hard component may cost."""

    mirror_tolerance: Decimal = Decimal("0.15")
    """How far A's exports to B may be from B's imports from A before the two sources are said to differ."""
    conversion_tolerance: Decimal = Decimal("0.05")
    """How far the exchange rates that two printed conversions of one article imply may be apart."""
    rates: Rates | None = None
    """Exchange rates at which figures in two currencies are compared; without any they are not."""
    longest_chains: int = 3000
    """Claims of a component beyond which only single relations are checked, not chains of them."""
    large_corpus: int = 5000
    """Claims from which on what the corpus agrees on is worked out first, so that only the rest is looked at."""
    most_conflicts: int = 500
    """Conflicts of an article that are taken apart; more make the rest of its figures that contradict each other ones
    that were not compared, and the summary says so. Of several articles together as many for each."""


DEFAULT: Final = CheckSettings()
