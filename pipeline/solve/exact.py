"""Can all rows hold at once? Answered with fractions, so that "no" is a proof.

The simplex method for conjunctions of bounds (Dutertre and de Moura, 2006): every row gets a variable of its own that
is defined as the row's sum, and the rows' bounds are moved into by pivoting. Bland's rule makes it end. Where no pivot
helps, the rows of the stuck line are the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from pipeline.observation import Flow
from pipeline.relations.row import Row


def infeasible(rows: Sequence[Row]) -> frozenset[int] | None:
    """The places of rows that cannot all hold, or None where some flows satisfy every row."""
    return _Tableau.of(rows).check()


def signed(flow: Flow) -> bool:
    """Whether the unknown may be below zero: balances and changes may, amounts and shares may not."""
    return flow.kind == "B" or flow.kind in ("rate:growth", "rate:difference", "rate:points")


class _Line:
    """A basic variable as a sum of the others: whole numbers over one denominator, much quicker than fractions."""

    __slots__ = ("below", "parts")

    def __init__(self, parts: dict[int, int], below: int) -> None:
        shrink = gcd(below, *parts.values())
        if shrink > 1:
            parts = {at: part // shrink for at, part in parts.items()}
            below //= shrink
        self.parts, self.below = parts, below

    @classmethod
    def of(cls, sums: Mapping[int, Fraction | int]) -> _Line:
        """The line of a sum with these coefficients."""
        below = lcm(*(coefficient.denominator for coefficient in sums.values()))
        return cls({at: int(coefficient * below) for at, coefficient in sums.items()}, below)

    def total(self, value: Sequence[Fraction]) -> Fraction:
        """The sum at present values of the others."""
        whole = lcm(*(value[at].denominator for at in self.parts))
        over = (part * value[at].numerator * (whole // value[at].denominator) for at, part in self.parts.items())
        return Fraction(sum(over), whole * self.below)

    def moved(self, value: Fraction, at: int, step: Fraction) -> Fraction:
        """The value that the sum has, when one of its variables has moved by a step."""
        below = self.below * step.denominator
        over = value.numerator * below + self.parts[at] * step.numerator * value.denominator
        return Fraction(over, value.denominator * below)

    def solved(self, basic: int, into: int) -> _Line:
        """The same equation, solved for ``into``."""
        pivot = self.parts[into]
        sign = -1 if pivot > 0 else 1
        parts = {at: sign * part for at, part in self.parts.items() if at != into}
        parts[basic] = -sign * self.below
        return _Line(parts, abs(pivot))

    def without(self, gone: int, solved: _Line) -> _Line:
        """The same sum with the line of ``gone`` in its place."""
        factor, times = self.parts[gone], solved.below
        parts = {at: part * times for at, part in self.parts.items() if at != gone}
        for at, part in solved.parts.items():
            total = parts.get(at, 0) + factor * part
            if total:
                parts[at] = total
            else:
                parts.pop(at, None)
        return _Line(parts, self.below * times)


@dataclass(slots=True)
class _Tableau:
    """Basic variables as sums of the others; each variable with its bounds, their reasons and a present value."""

    lower: list[Fraction | None] = field(default_factory=list)
    upper: list[Fraction | None] = field(default_factory=list)
    low_why: list[int] = field(default_factory=list)
    high_why: list[int] = field(default_factory=list)
    value: list[Fraction] = field(default_factory=list)
    lines: dict[int, _Line] = field(default_factory=dict)
    outside: set[int] = field(default_factory=set)
    """The basic variables that are outside their bounds."""
    clash: frozenset[int] | None = None

    @classmethod
    def of(cls, rows: Sequence[Row]) -> _Tableau:
        """The tableau of the rows; a row over one flow is a bound of that flow itself."""
        table = cls()
        place: dict[Flow, int] = {}
        for row in rows:
            for flow, _ in row.terms:
                if flow not in place:
                    place[flow] = table._new(None if signed(flow) else Fraction(0))
        for index, row in enumerate(rows):
            table._add(row, index, place)
        return table

    def _new(self, low: Fraction | None) -> int:
        self.lower.append(low)
        self.upper.append(None)
        self.low_why.append(-1)
        self.high_why.append(-1)
        self.value.append(Fraction(0))
        return len(self.value) - 1

    def _add(self, row: Row, index: int, place: dict[Flow, int]) -> None:
        sums: dict[int, Fraction | int] = {}
        for flow, coefficient in row.terms:
            at = place[flow]
            sums[at] = sums.get(at, 0) + (coefficient if isinstance(coefficient, int) else _exact(coefficient))
        sums = {at: coefficient for at, coefficient in sums.items() if coefficient}
        low = None if row.low is None else _exact(row.low)
        high = None if row.high is None else _exact(row.high)
        if len(sums) == 1:
            (at, coefficient), *_ = sums.items()
            ends = [None if end is None else end / coefficient for end in (low, high)]
            low, high = ends if coefficient > 0 else ends[::-1]
        else:
            at = self._new(None)
            self.lines[at] = _Line.of(sums)
        self._bound(at, low, high, index)

    def _bound(self, at: int, low: Fraction | None, high: Fraction | None, why: int) -> None:
        known = self.lower[at]
        if low is not None and (known is None or low > known):
            self.lower[at], self.low_why[at] = low, why
        known = self.upper[at]
        if high is not None and (known is None or high < known):
            self.upper[at], self.high_why[at] = high, why
        below, above = self.lower[at], self.upper[at]
        if below is not None and above is not None and below > above and self.clash is None:
            self.clash = frozenset((self.low_why[at], self.high_why[at])) - {-1}

    def check(self) -> frozenset[int] | None:
        """The rows that clash, or None."""
        if self.clash is not None:
            return self.clash
        for at in range(len(self.value)):
            if at not in self.lines:
                self._settle(at)
        for at, line in self.lines.items():
            self.value[at] = line.total(self.value)
        self.outside = {at for at in self.lines if self._too_low(at) or self._too_high(at)}
        while self.outside:
            stuck = min(self.outside)
            step = self._repairing(stuck)
            if step is None:
                return self._reason(stuck)
            self._pivot(stuck, step)
        return None

    def _settle(self, at: int) -> None:
        low, high = self.lower[at], self.upper[at]
        if low is not None and self.value[at] < low:
            self.value[at] = low
        elif high is not None and self.value[at] > high:
            self.value[at] = high

    def _too_low(self, at: int) -> bool:
        low = self.lower[at]
        return low is not None and _less(self.value[at], low)

    def _too_high(self, at: int) -> bool:
        high = self.upper[at]
        return high is not None and _less(high, self.value[at])

    def _repairing(self, at: int) -> int | None:
        """The first variable of the line that can still move in the helpful direction."""
        up = self._too_low(at)
        line = self.lines[at].parts
        return next((other for other in sorted(line) if self._can_move(other, up=(line[other] > 0) == up)), None)

    def _can_move(self, at: int, *, up: bool) -> bool:
        end = self.upper[at] if up else self.lower[at]
        return end is None or (_less(self.value[at], end) if up else _less(end, self.value[at]))

    def _reason(self, at: int) -> frozenset[int]:
        up = self._too_low(at)
        why = {self.low_why[at] if up else self.high_why[at]}
        for other, coefficient in self.lines[at].parts.items():
            why.add(self.high_why[other] if (coefficient > 0) == up else self.low_why[other])
        return frozenset(why) - {-1}

    def _pivot(self, out: int, into: int) -> None:
        """Move ``out`` to its bound by changing ``into``, and let ``into`` take its place in the basis."""
        goal = self.lower[out] if self._too_low(out) else self.upper[out]
        assert goal is not None
        line = self.lines.pop(out)
        step = (goal - self.value[out]) * line.below / line.parts[into]
        self.value[out] = goal
        self.value[into] += step
        self.outside.discard(out)
        solved = line.solved(out, into)
        for at, other in self.lines.items():
            if into in other.parts:
                self.value[at] = other.moved(self.value[at], into, step)
                self.lines[at] = other.without(into, solved)
                self._watch(at)
        self.lines[into] = solved
        self._watch(into)

    def _watch(self, at: int) -> None:
        """Note whether a basic variable that has moved is outside its bounds."""
        if self._too_low(at) or self._too_high(at):
            self.outside.add(at)
        else:
            self.outside.discard(at)


def _exact(number: Any) -> Fraction:
    return number if isinstance(number, Fraction) else Fraction(number)


def _less(one: Fraction, other: Fraction) -> bool:
    """Whether one is below the other: the comparison of fractions without what it does for other numbers."""
    return one.numerator * other.denominator < other.numerator * one.denominator


def claims_of(rows: Sequence[Row], places: Iterable[int]) -> frozenset[str]:
    """The claims that the rows at these places rest on."""
    return frozenset(claim for place in places for claim in rows[place].claims)
