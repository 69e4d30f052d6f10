"""same-fact: one flow, one period, one unit has one amount, however often and in whatever words it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.observation import Flow, Observation
from pipeline.relations.row import Bounds, Relation, Row


@cache
def rate_of(kind: str, subject: Flow, other: Flow | None, years: int = 1) -> Flow:
    """The rate that a growth, share or change in points prints, as an unknown of its own."""
    text = "/".join(map(str, subject.key))
    against = "/".join(map(str, other.key)) if other else ""
    return Flow.of(f"rate:{kind}", text, against, str(years), subject.first, subject.last, subject.unit)


def fact_of(seen: Observation) -> Flow:
    """The unknown that the figure itself is a value of: the flow, or the rate."""
    if seen.kind in ("level", "target"):
        return seen.subject
    return rate_of(seen.kind, seen.subject, seen.base or seen.whole, seen.years)


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    """The figure lies in its interval."""
    yield Row("same-fact", ((fact_of(seen), 1),), bounds.low, bounds.high, (seen.id,))


RELATION = Relation(
    id="same-fact",
    order=0,
    kinds=("level", "average", "growth", "difference", "share", "points", "share-growth"),
    rows=_rows,
)
