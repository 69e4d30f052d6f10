"""identity: exports and imports make the turnover, exports less imports the balance, and a surplus is above zero."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.observation import Flow, Observation
from pipeline.relations.row import Bounds, Relation, Row


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    """The word surplus or deficit without a figure: the balance is not on the other side of zero."""
    assert bounds.low is not None
    low, high = (0, None) if bounds.low > 0 else (None, 0)
    yield Row("identity", ((seen.subject, 1),), low, high, (seen.id,))


def sides(flow: Flow) -> tuple[Flow, Flow]:
    """What ``a`` sells to ``b``, and what ``b`` sells to ``a``."""
    a, b = flow.parties
    return flow._replace(kind="F", a=a, b=b), flow._replace(kind="F", a=b, b=a)


def _defines(flows: frozenset[Flow]) -> Iterator[Row]:
    pairs: dict[Flow, set[str]] = {}
    for flow in flows:
        if flow.kind in "FTB":
            a, b = flow.parties
            pairs.setdefault(flow._replace(kind="T", a=a, b=b), set()).add(flow.kind)
    for both, kinds in sorted(pairs.items()):
        if len(kinds) > 1 or (kinds == {"F"} and set(sides(both)) <= flows):
            yield from _pair(both, kinds)


def _pair(both: Flow, kinds: set[str]) -> Iterator[Row]:
    there, back = sides(both)
    gap = both._replace(kind="B")
    if "T" in kinds:
        yield Row("identity", ((both, 1), (there, -1), (back, -1)), 0, 0)
    if "B" in kinds:
        yield Row("identity", ((gap, 1), (there, -1), (back, 1)), 0, 0)
    if {"T", "B"} <= kinds:
        yield Row("identity", ((both, 1), (gap, 1), (there, -2)), 0, 0)
        yield Row("identity", ((both, 1), (gap, -1), (back, -2)), 0, 0)


RELATION = Relation(
    id="identity",
    meaning="exports + imports = turnover; exports - imports = balance",
    order=2,
    kinds=("sign",),
    rows=_rows,
    defines=_defines,
)
