"""threshold: a target that the text says was reached in a period is a lower bound for that period's flow."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.observation import Observation
from pipeline.relations.row import Bounds, Relation, Row


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    """A target is an exact number, so the natural reading takes it at its word; the widest allows its rounding."""
    yield Row("threshold", ((seen.subject, 1),), bounds.low, bounds.high, (seen.id,))


RELATION = Relation(
    id="threshold",
    order=1,
    kinds=("target",),
    rows=_rows,
)
