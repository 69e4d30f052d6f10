"""Rows as linear programmes: each end of a row is a side, each flow a column, and HiGHS answers in floats."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.exact import signed

_PRICED: Final = 1e-9
"""A side whose price in the optimum is not more carries none."""
OPTIMAL, INFEASIBLE = 0, 2
"""What HiGHS says of its answer."""


class Side(NamedTuple):
    """``Σ coefficient · column ≤ limit``, and the claims that say so; a column is a flow, or a miss by its number."""

    terms: tuple[tuple[Flow | int, float], ...]
    limit: float
    claims: tuple[str, ...]


class Answer(NamedTuple):
    """The optimum: the value of each column, what it costs, and the claims of the sides that carry a price in it."""

    status: int
    cost: float
    values: Sequence[float]
    priced: frozenset[str]


def sides_of(row: Row, scale: float, *, weight: float = 1.0) -> list[Side]:
    """The one or two sides of a row, its figures in parts of a scale."""
    sides = []
    for end, sign in ((row.high, 1.0), (row.low, -1.0)):
        if end is not None:
            terms = tuple((flow, sign * weight * float(coefficient)) for flow, coefficient in row.terms)
            sides.append(Side(terms, sign * weight * float(end) / scale, row.claims))
    return sides


def scale_of(rows: Sequence[Row]) -> float:
    """The middle size of the figures, so that the solver's tolerances fit them."""
    sizes = [abs(float(end)) for row in rows for end in (row.low, row.high) if end]
    return math.exp(sum(map(math.log, sizes)) / len(sizes)) if sizes else 1.0


def flows_of(sides: Sequence[Side]) -> dict[Any, int]:
    """The flows of the sides, each with its column."""
    return {flow: place for place, flow in enumerate(dict.fromkeys(flow for side in sides for flow, _ in side.terms))}


def solved(sides: Sequence[Side], columns: Mapping[Any, int], price: Sequence[float]) -> Answer:
    """The cheapest values of the columns at which all sides hold; only what may be below zero is."""
    from scipy.optimize import linprog

    bounds = [(None, None) if isinstance(column, Flow) and signed(column) else (0, None) for column in columns]
    limits = [side.limit for side in sides]
    found = linprog(price, A_ub=_matrix(sides, columns), b_ub=limits, bounds=bounds, method="highs")
    if found.status != OPTIMAL:
        return Answer(found.status, math.nan, (), frozenset())
    paid = zip(sides, found.ineqlin.marginals, strict=True)
    priced = frozenset(claim for side, price in paid if abs(price) > _PRICED for claim in side.claims)
    return Answer(found.status, found.fun, found.x, priced)


def least_missed(sides: Sequence[Side], price: Sequence[float]) -> Answer:
    """The cheapest way to miss some of the sides, so that the others hold: each may be missed at a price of its own.

    The values are by how much each side is missed.
    """
    if not sides:
        return Answer(OPTIMAL, 0.0, (), frozenset())
    flows = flows_of(sides)
    columns = flows | {place: len(flows) + place for place in range(len(sides))}
    loose = [Side((*side.terms, (place, -1.0)), side.limit, side.claims) for place, side in enumerate(sides)]
    answer = solved(loose, columns, [0.0] * len(flows) + [*price])
    return answer._replace(values=answer.values[len(flows) :])


def _matrix(sides: Sequence[Side], columns: Mapping[Any, int]) -> Any:
    """The left sides as a sparse matrix."""
    from scipy.sparse import coo_array

    entries = [(c, down, columns[column]) for down, side in enumerate(sides) for column, c in side.terms]
    data, down, across = zip(*entries, strict=True)
    return coo_array((data, (down, across)), shape=(len(sides), len(columns))).tocsr()
