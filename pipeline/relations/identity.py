"""identity: exports and imports make the turnover, exports less imports the balance, and a surplus is above zero."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.observation import Flow, Observation
from pipeline.relations.row import Bounds, Flows, Relation, Row


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    """The word surplus or deficit without a figure: the balance is not on the other side of zero."""
    assert bounds.low is not None
    low, high = (0, None) if bounds.low > 0 else (None, 0)
    yield Row("identity", ((seen.subject, 1),), low, high, (seen.id,))


class Pair(NamedTuple):
    """The four unknowns of two parties."""

    both: Flow
    gap: Flow
    there: Flow
    back: Flow


@cache
def pair_of(flow: Flow) -> Pair:
    """Turnover, balance and the two directions that a flow belongs to."""
    a, b = flow.parties
    both = flow.but(kind="T", a=a, b=b)
    return Pair(both, both.but(kind="B"), both.but(kind="F"), both.but(kind="F", a=b, b=a))


@cache
def _rows_of(pair: Pair, *, with_both: bool, with_gap: bool) -> tuple[Row, ...]:
    both, gap, there, back = pair
    rows = []
    if with_both:
        rows.append(Row("identity", ((both, 1), (there, -1), (back, -1)), 0, 0))
    if with_gap:
        rows.append(Row("identity", ((gap, 1), (there, -1), (back, 1)), 0, 0))
    if with_both and with_gap:
        rows.append(Row("identity", ((both, 1), (gap, 1), (there, -2)), 0, 0))
        rows.append(Row("identity", ((both, 1), (gap, -1), (back, -2)), 0, 0))
    return tuple(rows)


def _defines(flows: Flows) -> Iterator[Row]:
    kinds: dict[Pair, set[str]] = {}
    for flow in flows:
        if flow.is_amount:
            kinds.setdefault(pair_of(flow), set()).add(flow.kind)
    for pair, found in kinds.items():
        if len(found) > 1:
            yield from _rows_of(pair, with_both="T" in found, with_gap="B" in found)


RELATION = Relation(
    id="identity",
    order=2,
    kinds=("sign",),
    rows=_rows,
    defines=_defines,
)
