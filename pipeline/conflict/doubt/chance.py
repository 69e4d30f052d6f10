"""Whether a slip tells anything: by chance, too, some slip or other makes a misread figure fit.

Of a figure with two digits, ten slips lie within reach of nearly any other; of one with five, hardly any. So a slip
explains a conflict only where it would be a rare chance that one as common fits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from pipeline.claim import Claim
from pipeline.finding import Repair
from pipeline.observation import Observation, Reading
from pipeline.repair.rewrites import Rewrite, rewrites
from pipeline.repair.room import ANYWHERE, Room, Rooms

RARE: Final = 0.08
"""The chance from which on a slip that fits says nothing."""
_SPREAD: Final = math.log(3)
"""How far two figures of an article mostly lie apart, as the logarithm of a factor."""
_OPEN: Final = 2.0
"""How wide a figure without one of its ends is, as a logarithm."""
_FIGURES: Final = ("level", "growth", "difference", "share")
_THOUSAND: Final = (Decimal(1000), Decimal("0.001"))
_TENFOLD: Final = (*_THOUSAND, Decimal(10), Decimal("0.1"))
_AMISS: Final = 0.05
"""Part of a figure by which one that is ten times as large may miss the others besides."""
_SLACK: Final = 0.01
"""Likewise by which any other may, of a text whose figures do not agree to the last digit."""
_FAR: Final = 30.0
"""The factor by which a figure in a wrong scale misses what the others allow at least."""


def is_telling(repair: Repair, its: Sequence[Observation], article: Sequence[Observation]) -> bool:
    """Whether a figure that is put right would hardly fit the others by chance.

    A word is not asked, nor is what a figure of another fact bears out, or the sign of a balance.
    """
    suspect = next((one for one in its if one.id == repair.claim), None)
    if suspect is None or repair.change.keys() != {"value"} or suspect.kind not in _FIGURES:
        return True
    facts = {one.fact for one in its}
    if any(one.id in repair.support and one.fact not in facts for one in article):
        return True
    tried = _slips(suspect.claim)
    value = float(repair.change["value"])
    found = next((one for one in tried if math.isclose(float(one.change["value"]), value)), None)
    if found is None:
        return False
    if found.times == -1 and suspect.kind == "level":
        return True
    room = _room(suspect, its)
    if _is_open(room):
        return found.times in _THOUSAND and _is_far_from(suspect.claim, room)
    return _chance(suspect.claim, room, [one for one in tried if one.rarity <= found.rarity]) < RARE


def least_chance(its: Sequence[Observation]) -> float:
    """How likely it is that any slip fits as well as the best one of any figure does; 1 where none fits."""
    return min((_chance_of_any(one, its) for one in its if one.kind in _FIGURES), default=1.0)


def _chance_of_any(suspect: Observation, its: Sequence[Observation]) -> float:
    """How likely it is that any slip of one figure fits as well as its commonest that does; 1 where none does."""
    room = _room(suspect, its)
    slips = sorted(_slips(suspect.claim), key=lambda slip: slip.rarity)
    tried = [slip for slip in slips if slip.times in _TENFOLD] if _is_open(room) else slips
    rarity = next((slip.rarity for slip in tried if _fits(room, slip)), None)
    if rarity is None:
        return 1.0
    return min(1.0, _chance(suspect.claim, _loosened(room), [slip for slip in tried if slip.rarity <= rarity]))


def _slips(claim: Claim) -> list[Rewrite]:
    """The slips of a figure alone."""
    return [one for one in rewrites(claim) if one.change.keys() == {"value"}]


def _room(suspect: Observation, its: Sequence[Observation]) -> Room:
    """What the other claims of a conflict leave for a figure: what a second figure of its fact says, else their sum."""
    others = [one for one in its if one is not suspect]
    if len(others) == 1 and others[0].fact == suspect.fact:
        low, high = others[0].intervals[Reading.WIDEST]
        return ANYWHERE if low is None or high is None else Room(float(low), float(high))
    return Rooms(others).room_for(suspect)


def _fits(room: Room, slip: Rewrite) -> bool:
    """Whether a slip fits what is left; one of the scale may miss an end by a little, and must touch an open room's."""
    ends = [end for end in room if math.isfinite(end) and end]
    if slip.times in _TENFOLD and any(_touches(slip.claim, end) for end in ends):
        return True
    return not _is_open(room) and _loosened(room).admits(slip.claim)


def _loosened(room: Room) -> Room:
    """What is left for a figure in a text whose figures do not agree to the last digit."""
    return Room(room.low - _SLACK * abs(room.low), room.high + _SLACK * abs(room.high))


def _touches(claim: Claim, end: float) -> bool:
    return abs(float(claim.value or 0) - end) <= _AMISS * abs(end)


def _is_open(room: Room) -> bool:
    return not math.isfinite(room.low) or not math.isfinite(room.high) or room.low <= 0 <= room.high


def _chance(claim: Claim, room: Room, tried: Sequence[Rewrite]) -> float:
    """How likely it is that any of the rewrites of a claim fits a room of that width, wherever it is."""
    wide = _length(room.low, room.high)
    return sum(
        _density(float(one.change["value"]) / float(claim.value or 1)) * (wide + _own(one.claim)) for one in tried
    )


def _density(factor: float) -> float:
    """How thick the figures of an article lie around one that is so many times as large, per logarithm."""
    return math.exp(-abs(math.log(abs(factor) or 1e-9)) / _SPREAD) / (2 * _SPREAD)


def _own(claim: Claim) -> float:
    if claim.low is None or claim.high is None:
        return _OPEN
    return _length(float(claim.low), float(claim.high))


def _length(low: float, high: float) -> float:
    """How wide an interval is as a logarithm; one that holds nought is open."""
    if low * high <= 0:
        return _OPEN
    return abs(math.log(high / low))


def _is_far_from(claim: Claim, room: Room) -> bool:
    """Whether a figure misses an open room by so much that only its scale explains it."""
    value = abs(float(claim.value or 0))
    ends = [abs(end) for end in room if math.isfinite(end) and end]
    return bool(value) and any(max(end, value) >= _FAR * min(end, value) for end in ends)
