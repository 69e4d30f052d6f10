"""trend: what fell is not above what it was, what rose not below; what remained steady moved by a little at most."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pipeline.observation import Flow, Observation
from pipeline.relations.row import Bounds, Number, Relation, Row

_STEADY = Fraction(5, 100)
"""How far "steady", "flat" or "unchanged" may be from no change at all."""


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    assert bounds.low is not None
    if seen.kind == "only":
        yield from _only(seen, bounds)
        return
    assert seen.base is not None
    yield from _moved(seen, seen.base, bounds.low)


def _moved(seen: Observation, before: Flow, way: Number) -> Iterator[Row]:
    now = seen.subject
    if way == 0:
        exact = isinstance(way, Fraction)
        slack = _STEADY if exact else float(_STEADY)
        yield Row("trend", ((now, seen.gap), (before, (slack - 1) * seen.gap)), 0, None, (seen.id,))
        yield Row("trend", ((now, seen.gap), (before, (-slack - 1) * seen.gap)), None, 0, (seen.id,))
        return
    low, high = (0, None) if way > 0 else (None, 0)
    yield Row("trend", ((now, seen.gap), (before, -seen.gap)), low, high, (seen.id,))


def _only(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    """The only one with a surplus has one, and the others have none; likewise the only one to fall."""
    assert bounds.low is not None
    assert seen.ranking is not None
    up, down = ((0, None), (None, 0)) if bounds.low > 0 else ((None, 0), (0, None))
    for flow, ends in ((seen.subject, up), *((peer, down) for peer in seen.ranking.peers)):
        if seen.base is None:
            low, high = reversed(ends) if _is_mirrored(flow, seen) else ends
            yield Row("identity", ((flow, 1),), low, high, (seen.id,))
        else:
            before = flow.but(first=seen.base.first, last=seen.base.last)
            yield Row("trend", ((flow, 1), (before, -1)), ends[0], ends[1], (seen.id,))


def _is_mirrored(flow: Flow, seen: Observation) -> bool:
    """Whether a peer's balance is written from the other side than the subject's."""
    assert seen.ranking is not None
    fixed = seen.ranking.fixed
    return (flow.a == fixed) != (seen.subject.a == fixed)


RELATION = Relation(
    id="trend",
    order=6,
    kinds=("trend", "only"),
    rows=_rows,
)
