"""Whether printed claims can all be true: exact intervals pushed through the relations until one is empty.

This is a judge of its own, with exact arithmetic. An empty interval is a proof; where none appears nothing is said, so
an error that counts as provable here is provable indeed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import ceil, floor, lcm

from benchmarks.faults.constraints import Bound, Key, Row, key_of, rows_of
from benchmarks.faults.statement import Statement

_ROUNDS = 14
_MOVES = Fraction(105, 100)
"""How far apart two rates of one year may be: the tolerance that the checking of conversions has."""
_GRAINS = 10**6
"""Unknowns are counted in millionths, as whole numbers; every bound is rounded outwards, so a proof stays a proof."""
_STILL = 10**6
"""A bound that moves by less than this part of itself has come to rest."""
_End = int | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A row in whole numbers."""

    terms: tuple[tuple[Key, int], ...]
    low: _End
    high: _End


def _line(made: Row) -> _Line:
    factor = lcm(*(coefficient.denominator for _, coefficient in made.terms))
    low = None if made.low is None else floor(made.low * factor * _GRAINS)
    high = None if made.high is None else ceil(made.high * factor * _GRAINS)
    return _Line(tuple((key, int(coefficient * factor)) for key, coefficient in made.terms), low, high)


@dataclass(slots=True)
class _Room:
    """The interval that is left for each unknown."""

    low: dict[Key, int] = field(default_factory=dict)
    high: dict[Key, int] = field(default_factory=dict)

    def narrowed(self, one: _Line) -> bool | None:
        """Push one row; True where something moved, None where an unknown has no room left."""
        lows = [self._end(key, factor, least=True) for key, factor in one.terms] if one.high is not None else []
        highs = [self._end(key, factor, least=False) for key, factor in one.terms] if one.low is not None else []
        moved = False
        for place, (key, factor) in enumerate(one.terms):
            most = _rest(one.high, lows, place)
            least = _rest(one.low, highs, place)
            if factor < 0:
                most, least, factor = _minus(least), _minus(most), -factor  # noqa: PLW2901 - the row turned round
            moved |= self._tighten(key, None if least is None else least // factor, _up(most, factor))
            if key in self.low and key in self.high and self.low[key] > self.high[key]:
                return None
        return moved

    def _end(self, key: Key, factor: int, *, least: bool) -> _End:
        end = (self.low if (factor > 0) == least else self.high).get(key)
        return None if end is None else end * factor

    def _tighten(self, key: Key, least: _End, most: _End) -> bool:
        moved = False
        if least is not None and (key not in self.low or least > self.low[key]):
            moved = key not in self.low or (least - self.low[key]) * _STILL > abs(least)
            self.low[key] = least
        if most is not None and (key not in self.high or most < self.high[key]):
            moved |= key not in self.high or (self.high[key] - most) * _STILL > abs(most)
            self.high[key] = most
        return moved

    def of(self, key: Key) -> tuple[Bound, Bound]:
        """What is left for one unknown, in its own unit."""
        low, high = self.low.get(key), self.high.get(key)
        return (None if low is None else Fraction(low, _GRAINS)), (None if high is None else Fraction(high, _GRAINS))


def _minus(end: _End) -> _End:
    return None if end is None else -end


def _up(end: _End, factor: int) -> _End:
    return None if end is None else -(-end // factor)


def _rest(bound: _End, ends: Sequence[_End], without: int) -> _End:
    """What a bound leaves for one term, the others at their ends."""
    if bound is None:
        return None
    for place, end in enumerate(ends):
        if place != without:
            if end is None:
                return None
            bound -= end
    return bound


def _settled(statements: Sequence[Statement], unit: str, *, without: str = "") -> _Room | None:
    """The room that is left for each unknown; None where there is none for one of them."""
    kept = [made for made in rows_of(statements, unit) if not without or made.relation != without]
    lines, room = [_line(made) for made in kept], _Room()
    for made in lines:
        for key, _ in made.terms:
            if key[0] != "balance":
                room.low.setdefault(key, 0)
    for _ in range(_ROUNDS):
        moved = False
        for made in lines:
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


def needs(relation: str, statements: Sequence[Statement], unit: str) -> bool:
    """Whether the statements are proved false only with the help of a relation."""
    if rates_apart(statements):
        return relation == "conversion"
    return _settled(statements, unit, without=relation) is not None


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
    low, high = room.of(key)
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
    ends = [*room.of(upper), *room.of(lower)]
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
