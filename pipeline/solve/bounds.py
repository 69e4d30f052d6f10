"""What rows leave open for each flow: intervals that are tightened until they come to rest.

Where rows and flows form no circle, intervals that have come to rest without crossing prove that all rows can hold;
in a circle they prove nothing, but what they exclude is excluded.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.exact import signed

Box = dict[Flow, tuple[float, float]]
_SWEEPS: Final = 8
_TOLERANCE: Final = 1e-9


def bounds_of(flow: Flow, rows: Sequence[Row]) -> tuple[float, float]:
    """What the rows leave open for one flow, as far as tightening can tell; never too narrow."""
    box, _ = tightened([row for row in rows if len(row.terms) > 1], rows)
    return box.get(flow, (-math.inf, math.inf))


def tightened(many: Sequence[Row], rows: Sequence[Row], *, sweeps: int = _SWEEPS) -> tuple[Box, bool]:
    """The interval of every flow of the rows, and whether they came to rest; ``many`` are the rows over several."""
    box = printed_box(rows)
    looked = [-1] * len(many)
    moved_at: dict[Flow, int] = {}
    looks = 0
    for _ in range(sweeps):
        moved = False
        for place, row in enumerate(many):
            if looked[place] < 0 or any(moved_at.get(flow, -1) >= looked[place] for flow, _ in row.terms):
                looked[place] = looks = looks + 1
                narrowed = _tighten(row, box)
                moved_at.update(dict.fromkeys(narrowed, looks))
                moved |= bool(narrowed)
        if not moved or any(low > high + _TOLERANCE * abs(high) for low, high in box.values()):
            return box, True
    return box, False


def printed_box(rows: Sequence[Row]) -> Box:
    """The interval that rows over one flow alone give it."""
    box: Box = {}
    for row in rows:
        for flow, _ in row.terms:
            if flow not in box:
                box[flow] = (-math.inf if signed(flow) else 0.0, math.inf)
        if len(row.terms) == 1:
            flow, coefficient = row.terms[0]
            low = -math.inf if row.low is None else row.low
            high = math.inf if row.high is None else row.high
            if coefficient:
                _narrow(box, flow, *_divided(low, high, coefficient))
            elif low > 0 or high < 0:
                box[flow] = (1.0, -1.0)  # nothing is in it
    return box


def _divided(low: float, high: float, coefficient: float) -> tuple[float, float]:
    return (low / coefficient, high / coefficient) if coefficient > 0 else (high / coefficient, low / coefficient)


def _tighten(row: Row, box: Box) -> list[Flow]:
    """What each flow of the row may be, given the others; the flows that this narrows."""
    least, most = _activity(row, box)
    open_low, open_high = least.count(-math.inf), most.count(math.inf)
    if (row.high is None or open_low > 1) and (row.low is None or open_high > 1):
        return []
    sum_low = _finite(least) if open_low else sum(least)
    sum_high = _finite(most) if open_high else sum(most)
    narrowed = []
    for place, (flow, coefficient) in enumerate(row.terms):
        if coefficient == 0:
            continue
        rest_low = _without(least[place], sum_low, open_low, -math.inf)
        rest_high = _without(most[place], sum_high, open_high, math.inf)
        low = -math.inf if row.low is None else row.low - rest_high
        high = math.inf if row.high is None else row.high - rest_low
        if _narrow(box, flow, *_divided(low, high, coefficient)):
            narrowed.append(flow)
    return narrowed


def _activity(row: Row, box: Box) -> tuple[list[float], list[float]]:
    least, most = [], []
    for flow, coefficient in row.terms:
        low, high = box[flow]
        if coefficient < 0:
            low, high = high, low
        least.append(coefficient * low if coefficient else 0.0)
        most.append(coefficient * high if coefficient else 0.0)
    return least, most


def _finite(parts: list[float]) -> float:
    """The sum of what is bounded."""
    return sum(part for part in parts if math.isfinite(part))


def _without(part: float, total: float, infinite: int, beyond: float) -> float:
    """The sum of all parts but one, where the bounded ones come to a total and so many others are ``beyond``."""
    if math.isinf(part):
        return total if infinite == 1 else beyond
    return beyond if infinite else total - part


def _narrow(box: Box, flow: Flow, low: float, high: float) -> bool:
    known_low, known_high = box[flow]
    moved = False
    if low > known_low + _TOLERANCE * abs(low):
        known_low, moved = low, True
    if high < known_high - _TOLERANCE * abs(high):
        known_high, moved = high, True
    if moved:
        box[flow] = (known_low, known_high)
    return moved
