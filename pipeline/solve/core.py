"""A small set of claims inside a large component that cannot hold, found with HiGHS; fractions then decide.

The rows are allowed to be missed, at a price; where the cheapest way still misses some, the rows that carry a price in
the optimum cannot all hold (they are the certificate of Farkas' lemma).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.relations.row import Row
from pipeline.solve.linear import OPTIMAL, Side, least_missed, scale_of, sides_of

_MISSED: Final = 1e-7


def core_of(rows: Sequence[Row]) -> frozenset[str] | None:
    """Claims that cannot all hold as far as floats can tell; None where all rows can."""
    scale = scale_of(rows)
    sides = [side for row in rows for side in _sides(row, scale)]
    found = least_missed(sides, [1.0] * len(sides))
    return found.priced if found.status == OPTIMAL and found.cost > _MISSED else None


def _sides(row: Row, scale: float) -> list[Side]:
    """The sides of a row, brought to the size of its own figures."""
    weight = 1.0 / max(abs(float(row.low or row.high or 0)) / scale, 1e-6) if row.low or row.high else 1.0
    return sides_of(row, scale, weight=weight)
