"""What most claims say where they contradict each other: the cheapest claims to miss, found with HiGHS.

Every row may be missed, at a price in parts of its own figures; what is true by definition is dear. A claim that is
repeated stands in as many rows, so it is dearer to miss than one that stands alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.linear import OPTIMAL, Side, least_missed
from pipeline.solve.search import printed_ranges

_MISSED: Final = 1e-6
_DEAR: Final = 1000.0


def missed_by_most(rows: Sequence[Row]) -> frozenset[str]:
    """The claims without which the rest holds; none where all hold, or where there is no telling."""
    sides = _in_parts(rows)
    found = least_missed(sides, [1.0 if side.claims else _DEAR for side in sides])
    if found.status != OPTIMAL:
        return frozenset()
    missed = zip(sides, found.values, strict=True)
    return frozenset(claim for side, miss in missed if miss > _MISSED for claim in side.claims)


def _in_parts(rows: Sequence[Row]) -> list[Side]:
    """The sides of the rows; the flows in their own printed sizes, so that every miss is a part of something."""
    ranges = printed_ranges(rows)
    ends = {flow: [abs(end) for end in (known.low, known.high) if math.isfinite(end)] for flow, known in ranges.items()}
    sizes = {flow: max(known, default=0.0) for flow, known in ends.items()}
    usual = sorted(size for size in sizes.values() if size)
    middle = usual[len(usual) // 2] if usual else 1.0
    return [side for row in rows for side in _sides(row, sizes, middle)]


def _sides(row: Row, sizes: Mapping[Flow, float], middle: float) -> list[Side]:
    weights = [abs(float(coefficient)) * (sizes.get(flow) or middle) for flow, coefficient in row.terms]
    size = max(weights) or 1.0
    found = []
    for end, sign in ((row.high, 1.0), (row.low, -1.0)):
        if end is not None:
            terms = tuple((flow, sign * float(coefficient) * middle / size) for flow, coefficient in row.terms)
            found.append(Side(terms, sign * float(end) / size, row.claims))
    return found
