"""The room that the other claims leave for a figure: which rewrites of it can lie there, and which figure does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cached_property
from typing import Final, NamedTuple

from pipeline.claim import Claim
from pipeline.observation import Observation, Reading
from pipeline.relations.row import Row
from pipeline.solve.bounds import bounds_of
from pipeline.solve.system import Around, assemble

_TOUCH: Final = 0.25
"""A figure of which less than this part lies in the room only touches it."""
_SHARP: Final = 4
"""Steps of the figure's last printed place up to which the room says what the figure is."""


class Room(NamedTuple):
    """What is left for the value of a claim, in its own unit and sign; infinite where it is open."""

    low: float
    high: float

    def admits(self, claim: Claim) -> bool:
        """Whether any value of the printed figure lies in the room."""
        low, high = _ends(claim)
        return low <= self.high and high >= self.low

    def touches(self, claim: Claim) -> bool:
        """Whether next to nothing of the printed figure lies in the room."""
        low, high = _ends(claim)
        both = min(self.high, high) - max(self.low, low)
        narrower = min(self.high - self.low, high - low)
        return math.isfinite(narrower) and narrower > 0 and both < _TOUCH * narrower

    def distance(self, claim: Claim) -> float:
        """How far the value is from the middle of the room; nothing where the room is open."""
        middle = (self.low + self.high) / 2
        return abs(float(claim.value or 0) - middle) if math.isfinite(middle) else 0.0

    def is_narrow(self, claim: Claim, *, part: float) -> bool:
        """Whether the room takes up no larger a part of the figure's value."""
        if claim.value is None or not math.isfinite(sum(self)) or self.high < self.low:
            return False
        return self.high - self.low <= part * abs(float(claim.value))

    def is_sharp(self, claim: Claim) -> bool:
        """Whether the room is hardly wider than the figure's own print."""
        low, high = _ends(claim)
        return self.high - self.low <= _SHARP * (high - low)

    def figure(self, claim: Claim) -> Decimal | None:
        """The figure, as coarse as the claim is printed, in the middle of a narrow room; None where it is not one.

        A word such as "doubled" prints no digits: its figure gets two.
        """
        if claim.hedge or claim.natural_low is None or claim.natural_high is None or not math.isfinite(sum(self)):
            return None
        step = claim.natural_high - claim.natural_low
        if not step or self.high - self.low > _SHARP * float(step):
            return None
        middle = (Decimal(self.low) + Decimal(self.high)) / 2
        if middle and not has_digits(claim):
            step = Decimal(1).scaleb(middle.adjusted() - 1)
        return (middle / step).quantize(Decimal(1), rounding=ROUND_HALF_EVEN) * step


def has_digits(claim: Claim) -> bool:
    """Whether the figure is printed in digits: in "doubled" none could slip."""
    return any(character.isdigit() for character in claim.text)


ANYWHERE: Final = Room(-math.inf, math.inf)


class Rooms:
    """What the same others leave for one figure after another; for two of one fact it is the same."""

    def __init__(self, near: Sequence[Observation]) -> None:
        self._near = near
        self._around = Around(near, Reading.WIDEST)
        self._known: dict[tuple[object, ...], Room] = {}

    def room_for(self, suspect: Observation, rows: Sequence[Row] | None = None) -> Room:
        """What is left for an amount, a growth, a difference or a share; anything for what is no figure.

        ``rows`` are those of the others and the figure, where they are known already.
        """
        fact = (*suspect.fact, suspect.claim.reporter)
        if fact not in self._known:
            self._known[fact] = self._room_for(suspect, rows)
        return self._known[fact]

    def _room_for(self, suspect: Observation, rows: Sequence[Row] | None) -> Room:
        if suspect.kind == "level":
            rows = self.assembled_with(suspect) if rows is None else rows
            low, high = bounds_of(suspect.subject, [row for row in rows if suspect.id not in row.claims])
            turned = suspect.subject.kind == "B" and suspect.claim.reporter != suspect.subject.a
            return Room(-high, -low) if turned else Room(low, high)
        other = suspect.whole if suspect.kind == "share" else suspect.base
        if suspect.kind not in ("growth", "difference", "share") or other is None or suspect.subject.kind == "B":
            return ANYWHERE
        return _rate(suspect, *(bounds_of(flow, self._own_rows) for flow in (suspect.subject, other)))

    def assembled_with(self, one: Observation) -> list[Row]:
        """The rows of the others and this one."""
        return self._around.assembled_with(one)

    @cached_property
    def _own_rows(self) -> list[Row]:
        return assemble(self._near, Reading.WIDEST, proof=False)


def _rate(suspect: Observation, now: tuple[float, float], other: tuple[float, float]) -> Room:
    if suspect.kind == "difference":
        return Room(now[0] - other[1], now[1] - other[0])
    if other[0] <= 0 or suspect.years != 1 or not math.isfinite(now[1] + other[1]):
        return ANYWHERE
    low, high = now[0] / other[1], now[1] / other[0]
    return Room(low * 100, high * 100) if suspect.kind == "share" else Room((low - 1) * 100, (high - 1) * 100)


def _ends(claim: Claim) -> tuple[float, float]:
    low = -math.inf if claim.low is None else float(claim.low)
    return low, math.inf if claim.high is None else float(claim.high)
