"""sum over years: an average of several years, so many times, is what the years add up to; of months, their total."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.observation import Flow, Observation
from pipeline.relations.row import Bounds, Number, Relation, Row


def averaged(seen: Observation) -> tuple[Flow, ...]:
    """The flows that make up the total: the years of an average of years; of an average of months the time itself.

    A figure for several years may be a total or an average, so the years are taken one by one.
    """
    if seen.years == seen.subject.months:
        return (seen.subject,)
    first = seen.subject.first
    return tuple(seen.subject.but(first=first + 12 * year, last=first + 12 * year + 11) for year in range(seen.years))


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    low, high = (None if end is None else end * seen.years for end in bounds)
    terms: list[tuple[Flow, Number]] = [(flow, 1) for flow in averaged(seen)]
    yield Row("sum", tuple(terms), low, high, (seen.id,))


RELATION = Relation(
    id="average",
    order=3,
    kinds=("average",),
    rows=_rows,
)
