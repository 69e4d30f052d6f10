"""The least and the most that one flow can be while every row holds, and the claims that each end rests on.

Two linear programmes with HiGHS; the rows that carry a price in the optimum are the reason for the end (duality).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.exact import signed
from pipeline.solve.linear import INFEASIBLE, OPTIMAL, Side, flows_of, scale_of, sides_of, solved


class Extent(NamedTuple):
    """What rows leave open for a flow; an end is infinite where nothing bounds it."""

    low: float
    high: float
    low_claims: frozenset[str]
    high_claims: frozenset[str]


def extent_of(flow: Flow, rows: Sequence[Row]) -> Extent | None:
    """The extent of a flow that the rows speak of; None where the rows cannot all hold."""
    scale = scale_of(rows)
    sides = [side for row in rows for side in sides_of(row, scale)]
    low = _end(flow, sides, least=True)
    high = _end(flow, sides, least=False)
    if low is None or high is None:
        return None
    return Extent(low[0] * scale, high[0] * scale, low[1], high[1])


def _end(flow: Flow, sides: Sequence[Side], *, least: bool) -> tuple[float, frozenset[str]] | None:
    """One end with its claims; None where the sides cannot all hold."""
    columns = flows_of(sides)
    if flow not in columns:
        return (0.0 if least and not signed(flow) else math.copysign(math.inf, -1 if least else 1)), frozenset()
    aim = [0.0] * len(columns)
    aim[columns[flow]] = 1.0 if least else -1.0
    found = solved(sides, columns, aim)
    if found.status == INFEASIBLE:
        return None
    if found.status != OPTIMAL:
        return (-math.inf if least else math.inf), frozenset()
    return (found.cost if least else -found.cost), found.priced
