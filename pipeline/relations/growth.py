"""growth: after a rise of l to h percent the later flow is (1+l) to (1+h) times the earlier one; amounts add."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.observation import Observation
from pipeline.relations.row import Bounds, Number, Relation, Row


def factors(bounds: Bounds, years: int) -> tuple[Number | None, Number | None]:
    """By what the earlier flow is multiplied; an average growth compounds over the years."""
    return tuple(None if rate is None else max(0, 1 + rate / 100) ** years for rate in bounds)  # type: ignore[return-value]


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    assert seen.base is not None
    if seen.kind == "difference":
        terms = ((seen.subject, seen.gap), (seen.base, -seen.gap))
        yield Row("growth", terms, bounds.low, bounds.high, (seen.id,))
        return
    low, high = factors(bounds, seen.years)
    if low is not None:
        yield Row("growth", ((seen.subject, seen.gap), (seen.base, -low * seen.gap)), 0, None, (seen.id,))
    if high is not None:
        yield Row("growth", ((seen.subject, seen.gap), (seen.base, -high * seen.gap)), None, 0, (seen.id,))


RELATION = Relation(
    id="growth",
    order=4,
    kinds=("growth", "difference"),
    rows=_rows,
)
