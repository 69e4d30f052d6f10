"""The quick answers, in floats: which single rows fail against printed figures, and whether longer chains may.

``ladder`` finds every conflict of one relation with the figures that are printed for its flows; nothing
here is a proof yet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.exact import signed

_TOLERANCE = 1e-9


class Failure(NamedTuple):
    """A row that the printed figures of its flows cannot satisfy."""

    relation: str
    claims: frozenset[str]
    row: Row
    crowd: frozenset[str] = frozenset()


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
