"""A small set of claims inside a large component that cannot hold, found with HiGHS; fractions then decide.

The rows are allowed to be missed, at a price; where the cheapest way still misses some, the rows that carry a price in
the optimum cannot all hold (they are the certificate of Farkas' lemma).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.exact import signed

_MISSED: Final = 1e-7
_PRICED: Final = 1e-9


def core_of(rows: Sequence[Row]) -> frozenset[str] | None:
    """Claims that cannot all hold as far as floats can tell; None where all rows can."""
    from scipy.optimize import linprog

    ends = [abs(end) for row in rows for end in (row.low, row.high) if end]
    scale = math.exp(sum(map(math.log, ends)) / len(ends)) if ends else 1.0
    sides = [side for row in rows for side in _sides(row, scale)]
    columns = {flow: place for place, flow in enumerate(dict.fromkeys(flow for row in rows for flow, _ in row.terms))}
    matrix, limits = _matrix(sides, columns)
    free = [(None, None) if signed(flow) else (0, None) for flow in columns]
    price = [0.0] * len(columns) + [1.0] * len(sides)
    found = linprog(price, A_ub=matrix, b_ub=limits, bounds=free + [(0, None)] * len(sides), method="highs")
    if found.status != 0 or found.fun <= _MISSED:
        return None
    prices = found.ineqlin.marginals
    return frozenset(claim for side, paid in zip(sides, prices, strict=True) if paid < -_PRICED for claim in side[2])


Side = tuple[tuple[tuple[Flow, float], ...], float, tuple[str, ...]]
"""``Σ coefficient · flow ≤ limit``, each row brought to the size of its own figures; and the claims."""


def _sides(row: Row, scale: float) -> list[Side]:
    weight = 1.0 / max(abs(float(row.low or row.high or 0)) / scale, 1e-6) if row.low or row.high else 1.0
    sides: list[Side] = []
    for end, sign in ((row.high, 1.0), (row.low, -1.0)):
        if end is not None:
            terms = tuple((flow, sign * weight * float(coefficient)) for flow, coefficient in row.terms)
            sides.append((terms, sign * weight * float(end) / scale, row.claims))
    return sides


def _matrix(sides: Sequence[Side], columns: dict[Flow, int]) -> tuple[Any, list[float]]:
    """The sides as a sparse matrix; each side may be missed by an amount of its own."""
    from scipy.sparse import coo_array

    data, down, across = [], [], []
    for place, (terms, _, _) in enumerate(sides):
        for flow, coefficient in (*terms, (None, -1.0)):
            data.append(coefficient)
            down.append(place)
            across.append(len(columns) + place if flow is None else columns[flow])
    shape = (len(sides), len(columns) + len(sides))
    return coo_array((data, (down, across)), shape=shape).tocsr(), [limit for _, limit, _ in sides]
