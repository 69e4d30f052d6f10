"""The least and the most that one flow can be while every row holds, and the claims that each end rests on.

Two linear programmes with HiGHS; the rows that carry a price in the optimum are the reason for the end (duality).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.exact import signed

_PRICED: Final = 1e-9
_OPTIMAL, _INFEASIBLE = 0, 2


class Extent(NamedTuple):
    """What rows leave open for a flow; an end is infinite where nothing bounds it."""

    low: float
    high: float
    low_claims: frozenset[str]
    high_claims: frozenset[str]


class Side(NamedTuple):
    """``Σ coefficient · flow ≤ limit``, and the claims that say so."""

    terms: tuple[tuple[Any, float], ...]
    limit: float
    claims: tuple[str, ...]


def extent_of(flow: Flow, rows: Sequence[Row]) -> Extent | None:
    """The extent of a flow that the rows speak of; None where the rows cannot all hold."""
    scale = _scale(rows)
    sides = [side for row in rows for side in _sides(row, scale)]
    low = _end(flow, sides, least=True)
    high = _end(flow, sides, least=False)
    if low is None or high is None:
        return None
    return Extent(low[0] * scale, high[0] * scale, low[1], high[1])


def _scale(rows: Sequence[Row]) -> float:
    """The middle size of the figures, so that the solver's tolerances fit them."""
    sizes = [abs(float(end)) for row in rows for end in (row.low, row.high) if end]
    return math.exp(sum(map(math.log, sizes)) / len(sizes)) if sizes else 1.0


def _sides(row: Row, scale: float) -> list[Side]:
    found = []
    for end, sign in ((row.high, 1.0), (row.low, -1.0)):
        if end is not None:
            terms = tuple((flow, sign * float(coefficient)) for flow, coefficient in row.terms)
            found.append(Side(terms, sign * float(end) / scale, row.claims))
    return found


def _end(flow: Flow, sides: Sequence[Side], *, least: bool) -> tuple[float, frozenset[str]] | None:
    """One end with its claims; None where the sides cannot all hold."""
    from scipy.optimize import linprog

    columns = {named: place for place, named in enumerate(dict.fromkeys(f for side in sides for f, _ in side.terms))}
    if flow not in columns:
        return (0.0 if least and not signed(flow) else math.copysign(math.inf, -1 if least else 1)), frozenset()
    aim = [0.0] * len(columns)
    aim[columns[flow]] = 1.0 if least else -1.0
    bounds = [(None, None) if signed(named) else (0, None) for named in columns]
    matrix = matrix_of(sides, columns)
    found = linprog(aim, A_ub=matrix, b_ub=[side.limit for side in sides], bounds=bounds, method="highs")
    if found.status == _INFEASIBLE:
        return None
    if found.status != _OPTIMAL:
        return (-math.inf if least else math.inf), frozenset()
    priced = zip(sides, found.ineqlin.marginals, strict=True)
    claims = frozenset(claim for side, price in priced if abs(price) > _PRICED for claim in side.claims)
    return (found.fun if least else -found.fun), claims


def matrix_of(sides: Sequence[Side], columns: Mapping[Any, int]) -> Any:
    """The left sides as a sparse matrix, each flow in its column."""
    from scipy.sparse import coo_array

    entries = [(c, down, columns[flow]) for down, side in enumerate(sides) for flow, c in side.terms]
    data, down, across = zip(*entries, strict=True)
    return coo_array((data, (down, across)), shape=(len(sides), len(columns))).tocsr()
