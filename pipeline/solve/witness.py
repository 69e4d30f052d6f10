"""A witness: flows that satisfy every row, which settles that nothing is disputed, without any proof.

Nearly all components of real news agree. So before anything is proved, values are looked for by moving the printed
figures within their intervals until the rows hold (projections, each flow moving in proportion to its freedom). A
witness that is found is certain; where none is found, the exact solver decides.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.bounds import Box, tightened
from pipeline.solve.ties import is_circular

_SWEEPS: Final = 40
_PATIENCE: Final = 5
"""After so many sweeps what is missing must have halved, or the search is given up."""
_CLOSE: Final = 1e-7
_FREE: Final = 0.5
"""How far a flow that nobody printed may move in one step, relative to the flows around it."""


def has_witness(rows: Sequence[Row]) -> bool:
    """Whether it is certain that values exist for which every row holds."""
    many = [row for row in rows if len(row.terms) > 1 and not (row.low is None and row.high is None)]
    box, settled = tightened(many, rows)
    if any(low > high + _CLOSE * abs(high) for low, high in box.values()):
        return False
    if settled and not is_circular(many):
        return True
    scale = max((abs(end) for ends in box.values() for end in ends if math.isfinite(end)), default=1.0) or 1.0
    value = {flow: _start(*ends) for flow, ends in box.items()}
    freedom = {flow: _freedom(*ends, scale) for flow, ends in box.items()}
    last = math.inf
    for sweep in range(_SWEEPS):
        left = _sweep(many, value, freedom, box)
        if left == 0:
            return True
        if sweep % _PATIENCE == 0:
            if left > last / 2:
                return False
            last = left
    return False


def near_solution(rows: Sequence[Row]) -> dict[Flow, float]:
    """Values that satisfy the rows as far as a few sweeps bring them; for the flows of the rows only."""
    many = [row for row in rows if len(row.terms) > 1 and not (row.low is None and row.high is None)]
    box, _ = tightened(many, rows, sweeps=2)
    sound = {flow: ends if ends[0] <= ends[1] else (ends[1], ends[0]) for flow, ends in box.items()}
    finite = sorted(abs(end) for ends in sound.values() for end in ends if math.isfinite(end) and end)
    scale = finite[len(finite) // 2] if finite else 1.0
    value = {flow: _start(*ends) for flow, ends in sound.items()}
    freedom = {flow: _freedom(*ends, scale) for flow, ends in sound.items()}
    near = _by_flow(many)
    active = [row for row in many if violated(row, value)]
    for _ in range(_SWEEPS):
        if not active:
            break
        _sweep(active, value, freedom, sound)
        touched = {place: None for row in active for flow, _ in row.terms for place in near[flow]}
        active = [many[place] for place in touched if violated(many[place], value)]
    return value


def _by_flow(rows: Sequence[Row]) -> dict[Flow, list[int]]:
    near: dict[Flow, list[int]] = {}
    for place, row in enumerate(rows):
        for flow, _ in row.terms:
            near.setdefault(flow, []).append(place)
    return near


def violated(row: Row, value: Mapping[Flow, float]) -> bool:
    """Whether the row does not hold at the values; a row over a flow without a value does not."""
    total = size = 0.0
    for flow, coefficient in row.terms:
        if flow not in value:
            return True
        part = coefficient * value[flow]
        total += part
        size = max(size, abs(part))
    return abs(_missing(row, total)) > _CLOSE * max(size, 1e-9)


def _start(low: float, high: float) -> float:
    if math.isfinite(low) and math.isfinite(high):
        return (low + high) / 2
    return low if math.isfinite(low) else (high if math.isfinite(high) else 0.0)


def _freedom(low: float, high: float, scale: float) -> float:
    return high - low if math.isfinite(low) and math.isfinite(high) else _FREE * scale


def _sweep(rows: Sequence[Row], value: dict[Flow, float], freedom: dict[Flow, float], box: Box) -> float:
    """Move once towards every row that does not hold; how much was missing, each relative to its row."""
    left = 0.0
    for row in rows:
        total = size = 0.0
        for flow, coefficient in row.terms:
            part = coefficient * value[flow]
            total += part
            size = max(size, abs(part))
        missing = _missing(row, total)
        if abs(missing) > _CLOSE * max(size, 1e-9):
            left += abs(missing) / max(size, 1e-9)
            _move(row, missing, value, freedom, box)
    return left


def _missing(row: Row, total: float) -> float:
    if row.low is not None and total < row.low:
        return float(row.low) - total
    return float(row.high) - total if row.high is not None and total > row.high else 0.0


def _move(
    row: Row,
    missing: float,
    value: dict[Flow, float],
    freedom: dict[Flow, float],
    box: Box,
) -> None:
    weights = [coefficient * freedom[flow] ** 2 for flow, coefficient in row.terms]
    norm = sum(weight * coefficient for weight, (_, coefficient) in zip(weights, row.terms, strict=True))
    if norm <= 0:
        return
    for weight, (flow, _) in zip(weights, row.terms, strict=True):
        low, high = box[flow]
        value[flow] = min(max(value[flow] + missing * weight / norm, low), high)
