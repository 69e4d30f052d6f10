"""How near figures come that cannot all be true: a small miss is an error, a wild one mostly two different things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.observation import Flow, Observation, Reading
from pipeline.relations.row import Row
from pipeline.repair.room import Room, Rooms

_AMOUNT: Final = 0.05
"""Part of an amount by which a sum may miss it and still be of the same figures."""
_ONE_FACT: Final = 0.02
"""Likewise of two amounts that are given for one fact."""
_POINTS: Final = 1.5
"""Percentage points by which a printed rate may miss the one that the amounts give, whatever its size."""
_MANY_DIGITS: Final = 4
_SOME_DIGITS: Final = 3
_FAR: Final = 2.5
"""Factor from which on two figures are farther apart than a wrong digit mostly sets them."""
_SCALE: Final = 300
"""Factor from which on a wrong scale may be what sets them apart: a thousand, of figures that differ themselves."""
FAR_OFF: Final = 0.2
"""Part of the largest amount by which figures miss each other that are hardly of one trade."""
_RATE: Final = 0.25
"""Likewise, as a part of the rate."""


def nearly_agree(its: Sequence[Observation], row: Row | None) -> bool:
    """Whether the claims of a conflict miss each other by little: two amounts, a rate and its amounts, a sum."""
    levels = {one.subject: _middle(one) for one in its if one.kind == "level"}
    if None in levels.values():
        return False
    if len(its) == 2 and its[0].fact == its[1].fact and its[0].kind in ("level", "growth", "share"):
        return _is_near(*its) or _is_of_one_size(*its) or (its[0].kind == "level" and _one_slip(*its))
    amounts = {flow: value for flow, value in levels.items() if value is not None}
    rates = [one for one in its if one.kind in ("growth", "share")]
    if len(rates) == 1 and len(its) == 3:
        return _rate_fits(rates[0], amounts)
    return row is not None and not rates and _adds_up(row, amounts)


def too_small(its: Sequence[Observation]) -> Observation | None:
    """The amount that another, or a share, says to be larger by a factor that no slip of the pen sets; None for none.

    A wrong scale sets figures farther apart, a wrong digit mostly nearer.
    """
    levels = [one for one in its if one.kind == "level" and _size(one)]
    rates = [one for one in its if one.kind == "share"]
    if len(its) == 2 == len(levels):
        least, most = sorted(levels, key=_size)
        return least if _FAR <= _size(most) / _size(least) < _SCALE else None
    if len(rates) != 1 or len(levels) != 2 or len(its) != len(levels) + 1 or not _size(rates[0]):
        return None
    whole = next((one for one in levels if one.subject == rates[0].whole), None)
    part = next((one for one in levels if one.subject == rates[0].subject), None)
    if whole is None or part is None:
        return None
    factor = _size(part) / _size(whole) * 100 / _size(rates[0])
    return whole if _FAR <= factor < _SCALE else None


def are_figures(its: Sequence[Observation]) -> bool:
    """Whether all claims of a conflict are figures, and none is a word about them."""
    return all(one.kind in ("level", "growth", "difference", "share") for one in its)


def are_close(its: Sequence[Observation]) -> bool:
    """Whether amounts are so near each other that they hardly are of two facts: of two, two in a hundred are."""
    return all(one.kind == "level" for one in its) and misses_by(its) <= _AMOUNT


def misses_by(its: Sequence[Observation]) -> float:
    """By which part of the largest amount the figures of a conflict miss each other, whichever of them is wrong."""
    levels = [one for one in its if one.kind == "level"]
    largest = max(map(_size, levels), default=0.0)
    misses = [_distance(one, Rooms([other for other in its if other is not one]).room_for(one)) for one in levels]
    return min(misses, default=0.0) / largest if largest else 0.0


def _distance(one: Observation, room: Room) -> float:
    """How far the figure, whatever its sign, is from what the others leave for it."""
    value = float(one.claim.value or 0)
    return min(max(room.low - signed, signed - room.high, 0.0) for signed in (value, -value))


def _is_near(one: Observation, other: Observation) -> bool:
    """Whether two figures of one fact miss each other by hardly anything."""
    first, second = _middle(one) or 0.0, _middle(other) or 0.0
    return abs(first - second) <= _ONE_FACT * max(abs(first), abs(second))


def _is_of_one_size(one: Observation, other: Observation) -> bool:
    """Whether two figures agree but for their signs."""
    (low, high), (least, most) = one.intervals[Reading.WIDEST], other.intervals[Reading.WIDEST]
    if low is None or high is None or least is None or most is None or low * high <= 0 or least * most <= 0:
        return False
    return low <= -least and -most <= high


def _size(one: Observation) -> float:
    """The size of an amount: its middle, else the end that it has; 0 where it has none."""
    low, high = one.intervals[Reading.NATURAL]
    ends = [float(end) for end in (low, high) if end is not None]
    return abs(sum(ends) / len(ends)) if ends else 0.0


def _one_slip(one: Observation, other: Observation) -> bool:
    """Whether a scale, a decimal point, or one or two digits of many make the one figure the other."""
    left, right = _digits(one), _digits(other)
    if left == right:
        return True
    if max(len(left), len(right)) >= _MANY_DIGITS and _one_digit(left, right):
        return True
    apart = [place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    turned = len(apart) == 2 and apart[1] == apart[0] + 1 and left[apart[0]] == right[apart[1]]
    return len(left) == len(right) and turned and left[apart[1]] == right[apart[0]]


def _one_digit(left: str, right: str) -> bool:
    """Whether one digit is another, or one is left out: in figures of many digits that is no chance."""
    if len(left) == len(right):
        return sum(a != b for a, b in zip(left, right, strict=True)) == 1
    short, long = sorted((left, right), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def is_other_digit(its: Sequence[Observation]) -> bool:
    """Whether two figures of three digits or more differ in one: of two such figures one in thirty does by chance."""
    digits = [_digits(one) for one in its]
    return len(digits) == 2 and len(digits[0]) == len(digits[1]) >= _SOME_DIGITS and _one_digit(*digits)


def _digits(one: Observation) -> str:
    value = one.claim.value
    return "" if value is None else "".join(map(str, value.as_tuple().digits)).strip("0")


def _middle(one: Observation) -> float | None:
    low, high = one.intervals[Reading.NATURAL]
    return None if low is None or high is None else float(low + high) / 2


def _rate_fits(rate: Observation, amounts: Mapping[Flow, float]) -> bool:
    other = rate.whole if rate.kind == "share" else rate.base
    printed = _middle(rate)
    if printed is None or other is None or not amounts.get(other) or rate.subject not in amounts:
        return False
    ratio = amounts[rate.subject] / amounts[other] * 100
    implied = ratio if rate.kind == "share" else ratio - 100
    return abs(implied - printed) <= max(_POINTS, _RATE * abs(printed))


def _adds_up(row: Row, amounts: Mapping[Flow, float]) -> bool:
    """Whether a sum misses by a small part of its whole, a difference by a small part of its smallest figure."""
    if any(flow not in amounts for flow, _ in row.terms):
        return False
    terms = [float(weight) * amounts[flow] for flow, weight in row.terms]
    sizes = [abs(term) for term in terms]
    measure = min(sizes) if any(flow.kind == "B" for flow, _ in row.terms) else max(sizes)
    return abs(sum(terms)) <= _AMOUNT * measure
