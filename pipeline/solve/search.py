"""The quick answers, in floats: which single rows fail against printed figures, and whether longer chains may.

``ladder`` finds every conflict of one relation with the figures that are printed for its flows. ``suspicious`` tells
whether a longer chain can fail at all; only then the exact solver is asked.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.exact import signed

_TOLERANCE = 1e-9
_SWEEPS = 12


class Failure(NamedTuple):
    """A row that the printed figures of its flows cannot satisfy."""

    relation: str
    claims: frozenset[str]
    row: Row


class Range(NamedTuple):
    """The tightest printed bounds of one flow, and the claims that they come from."""

    low: float
    high: float
    low_claims: tuple[str, ...]
    high_claims: tuple[str, ...]


def printed_ranges(rows: Sequence[Row]) -> dict[Flow, Range]:
    """For each flow the tightest bounds that rows over this flow alone give."""
    ranges: dict[Flow, Range] = {}
    for row in rows:
        if len(row.terms) == 1:
            flow, coefficient = row.terms[0]
            known = ranges.get(flow) or _open(flow)
            low, high = _ends(row, coefficient)
            if low > known.low:
                known = known._replace(low=low, low_claims=row.claims)
            if high < known.high:
                known = known._replace(high=high, high_claims=row.claims)
            ranges[flow] = known
    return ranges


def _open(flow: Flow) -> Range:
    return Range(-math.inf if signed(flow) else 0.0, math.inf, (), ())


def _ends(row: Row, coefficient: float) -> tuple[float, float]:
    low = -math.inf if row.low is None else row.low / coefficient
    high = math.inf if row.high is None else row.high / coefficient
    return (low, high) if coefficient > 0 else (high, low)


def activity(row: Row, ranges: dict[Flow, Range]) -> tuple[float, float]:
    """The least and the most that the row's sum can be."""
    least = most = 0.0
    for flow, coefficient in row.terms:
        low, high = (ranges.get(flow) or _open(flow))[:2]
        least += coefficient * (low if coefficient > 0 else high)
        most += coefficient * (high if coefficient > 0 else low)
    return least, most


def ladder(rows: Sequence[Row], ranges: dict[Flow, Range]) -> list[Failure]:
    """Every row over several flows that fails against their printed figures."""
    found = []
    for row in rows:
        if len(row.terms) < 2:
            continue
        least, most = activity(row, ranges)
        if row.low is not None and most < row.low - _slack(row, ranges):
            found.append(Failure(row.relation, _blamed(row, ranges, most=True), row))
        elif row.high is not None and least > row.high + _slack(row, ranges):
            found.append(Failure(row.relation, _blamed(row, ranges, most=False), row))
    return found


def _slack(row: Row, ranges: dict[Flow, Range]) -> float:
    ends = [end for flow, _ in row.terms for end in (ranges.get(flow) or _open(flow))[:2] if math.isfinite(end)]
    return _TOLERANCE * max(1.0, *map(abs, ends)) if ends else _TOLERANCE


def _blamed(row: Row, ranges: dict[Flow, Range], *, most: bool) -> frozenset[str]:
    claims = set(row.claims)
    for flow, coefficient in row.terms:
        known = ranges.get(flow) or _open(flow)
        claims.update(known.high_claims if (coefficient > 0) == most else known.low_claims)
    return frozenset(claims)


def suspicious(rows: Sequence[Row]) -> bool:
    """Whether the rows may fail together: bounds cross, or rows meet in a circle, where bounds prove nothing."""
    many = [row for row in rows if len(row.terms) > 1]
    return _circular(many) or _crossed(many, printed_ranges(rows))


def _crossed(rows: Sequence[Row], ranges: dict[Flow, Range]) -> bool:
    bounds, settled = _propagated(rows, ranges)
    return not settled or any(low > high + _TOLERANCE * max(1.0, abs(high)) for low, high in bounds.values())


def _propagated(rows: Sequence[Row], ranges: dict[Flow, Range]) -> tuple[dict[Flow, list[float]], bool]:
    """Every flow's bounds after the rows have tightened them, and whether they came to rest."""
    bounds = {flow: [known.low, known.high] for flow, known in ranges.items()}
    for row in rows:
        for flow, _ in row.terms:
            bounds.setdefault(flow, list(_open(flow)[:2]))
    for _ in range(_SWEEPS):
        moved = [_tighten(row, bounds) for row in rows]
        if not any(moved) or any(low > high + _TOLERANCE * max(1.0, abs(high)) for low, high in bounds.values()):
            return bounds, True
    return bounds, False


def bounds_of(flow: Flow, rows: Sequence[Row]) -> tuple[float, float]:
    """What the rows leave open for one flow, as far as tightening bounds can tell; never too narrow."""
    many = [row for row in rows if len(row.terms) > 1]
    low, high = _propagated(many, printed_ranges(rows))[0].get(flow, _open(flow)[:2])
    return low, high


def _tighten(row: Row, bounds: dict[Flow, list[float]]) -> bool:
    moved = False
    for flow, coefficient in row.terms:
        least = most = 0.0
        for other, factor in row.terms:
            if other != flow:
                low, high = bounds[other]
                least += factor * (low if factor > 0 else high)
                most += factor * (high if factor > 0 else low)
        low = -math.inf if row.low is None else row.low - most
        high = math.inf if row.high is None else row.high - least
        moved |= _narrow(bounds[flow], *_divided(low, high, coefficient))
    return moved


def _divided(low: float, high: float, coefficient: float) -> tuple[float, float]:
    if coefficient == 0:
        return -math.inf, math.inf
    return (low / coefficient, high / coefficient) if coefficient > 0 else (high / coefficient, low / coefficient)


def _narrow(bound: list[float], low: float, high: float) -> bool:
    moved = False
    if low > bound[0] + _TOLERANCE * max(1.0, abs(low)):
        bound[0], moved = low, True
    if high < bound[1] - _TOLERANCE * max(1.0, abs(high)):
        bound[1], moved = high, True
    return moved


def _circular(rows: Sequence[Row]) -> bool:
    """Whether rows and flows, joined where a row speaks of a flow, close a circle. Twin rows of one rate do not."""
    root: dict[object, object] = {}

    def find(node: object) -> object:
        while root.get(node, node) != node:
            root[node] = root.get(root[node], root[node])
            node = root[node]
        return node

    for place, group in enumerate(_twins(rows)):
        for flow in group:
            left, right = find(("row", place)), find(flow)
            if left == right:
                return True
            root[left] = right
    return False


def _twins(rows: Sequence[Row]) -> list[tuple[Flow, ...]]:
    """The flows of each row; the two sides of one rate over the same two flows count once."""
    seen: dict[tuple[object, ...], tuple[Flow, ...]] = {}
    for row in rows:
        flows = tuple(flow for flow, _ in row.terms)
        seen[(row.relation, row.claims, flows)] = flows
    return list(seen.values())


def components(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows that are tied together by flows or claims, in the order of their first rows."""
    root: dict[object, object] = {}

    def find(node: object) -> object:
        while (above := root.setdefault(node, node)) is not node:
            root[node] = node = root[above]
        return node

    for row in rows:
        first = find(row.terms[0][0])
        for flow, _ in row.terms[1:]:
            root[find(flow)] = first
        for claim in row.claims:
            root[find(claim)] = first
    groups: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        groups[find(row.terms[0][0])].append(row)
    return list(groups.values())
