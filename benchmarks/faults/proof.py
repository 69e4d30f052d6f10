"""Whether printed claims can all be true: exact intervals pushed through the relations until one is empty.

This is a judge of its own, with exact fractions. An empty interval is a proof; where none appears nothing is said, so
an error that counts as provable here is provable indeed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from benchmarks.faults.constraints import Bound, Key, Row, key_of, rows_of
from benchmarks.faults.statement import Statement

_ROUNDS = 14
_MOVES = Fraction(105, 100)
"""How far apart two rates of one year may be: the tolerance that the checking of conversions has."""
_STEADY_GAIN = Fraction(1, 10**6)


@dataclass(slots=True)
class _Room:
    """The interval that is left for each unknown."""

    low: dict[Key, Fraction] = field(default_factory=dict)
    high: dict[Key, Fraction] = field(default_factory=dict)

    def narrowed(self, one: Row) -> bool | None:
        """Push one row; True where something moved, None where an unknown has no room left."""
        lows = [self._end(key, factor, least=True) for key, factor in one.terms]
        highs = [self._end(key, factor, least=False) for key, factor in one.terms]
        moved = False
        for place, (key, factor) in enumerate(one.terms):
            others_low = _total(lows, place) if one.high is not None else None
            others_high = _total(highs, place) if one.low is not None else None
            ceiling = None if one.high is None or others_low is None else (one.high - others_low) / factor
            floor = None if one.low is None or others_high is None else (one.low - others_high) / factor
            if factor < 0:
                floor, ceiling = ceiling, floor
            moved |= self._tighten(key, floor, ceiling)
            if key in self.low and key in self.high and self.low[key] > self.high[key]:
                return None
        return moved

    def _end(self, key: Key, factor: Fraction, *, least: bool) -> Bound:
        end = (self.low if (factor > 0) == least else self.high).get(key)
        return None if end is None else end * factor

    def _tighten(self, key: Key, floor: Bound, ceiling: Bound) -> bool:
        moved = False
        if floor is not None and (key not in self.low or floor > self.low[key]):
            moved = key not in self.low or floor - self.low[key] > abs(floor) * _STEADY_GAIN
            self.low[key] = floor
        if ceiling is not None and (key not in self.high or ceiling < self.high[key]):
            moved |= key not in self.high or self.high[key] - ceiling > abs(ceiling) * _STEADY_GAIN
            self.high[key] = ceiling
        return moved


def _total(ends: Sequence[Bound], without: int) -> Bound:
    total = Fraction(0)
    for place, end in enumerate(ends):
        if place != without:
            if end is None:
                return None
            total += end
    return total


def _settled(statements: Sequence[Statement], unit: str) -> _Room | None:
    """The room that is left for each unknown; None where there is none for one of them."""
    rows, room = rows_of(statements, unit), _Room()
    for made in rows:
        for key, _ in made.terms:
            if key[0] != "balance":
                room.low.setdefault(key, Fraction(0))
    for _ in range(_ROUNDS):
        moved = False
        for made in rows:
            found = room.narrowed(made)
            if found is None:
                return None
            moved |= found
        if not moved:
            break
    return room


def impossible(statements: Sequence[Statement], unit: str) -> bool:
    """Whether the statements are proved not to be all true."""
    return rates_apart(statements) or _settled(statements, unit) is None


def rates_apart(statements: Sequence[Statement]) -> bool:
    """Whether two conversions of one year into one currency imply rates that are further apart than rates move."""
    rates = [_rate(one) for one in statements if one.converts is not None]
    return any(high * _MOVES < low for _, high in rates for low, _ in rates)


def _rate(one: Statement) -> tuple[Fraction, Fraction]:
    assert one.converts is not None
    ends = [abs(end) for end in (*one.bounds, *one.converts.bounds) if end is not None]
    mine, theirs = sorted(ends[:2]), sorted(ends[2:])
    return mine[0] / theirs[1], mine[1] / theirs[0]


def room_of(one: Statement, others: Sequence[Statement], unit: str) -> tuple[Bound, Bound]:
    """What the others leave for the value of one; open for rates, of which no unknown speaks."""
    if one.measure != "level":
        return _room_of_rate(one, others, unit)
    key = key_of(one, unit=one.unit)
    open_end = replace(one, figure=replace(one.figure, low=None, high=None)) if one.figure else one
    room = _settled([*others, open_end], unit)
    if room is None:
        return None, None
    low, high = room.low.get(key), room.high.get(key)
    turned = one.flow == "balance" and one.edge[1] != one.reporter
    if not turned:
        return low, high
    return (None if high is None else -high), (None if low is None else -low)


def _room_of_rate(one: Statement, others: Sequence[Statement], unit: str) -> tuple[Bound, Bound]:
    """A growth or a share lies between the quotients of what is left for its two amounts."""
    room = _settled(others, unit)
    if room is None or (one.share_of and one.measure != "share"):
        return None, None
    upper = key_of(one, unit=unit)
    lower = key_of(one.whole(), unit=unit) if one.share_of else key_of(one, period=one.base_period or "", unit=unit)
    ends = [room.low.get(upper), room.high.get(upper), room.low.get(lower), room.high.get(lower)]
    if any(end is None for end in ends) or not ends[2]:
        return None, None
    a, b, c, d = (Fraction(end or 0) for end in ends)
    if one.measure == "share":
        return a / d * 100, b / c * 100
    return ((a / d - 1) * 100, (b / c - 1) * 100) if one.unit == "percent" else (a - d, b - c)


def alone_to_blame(statements: Sequence[Statement], guilty: Statement, unit: str) -> bool:
    """Whether the guilty statement is the only one without which the others can be true."""
    others = [one for one in statements if one is not guilty]
    return all(impossible([other for other in statements if other is not one], unit) for one in others)
