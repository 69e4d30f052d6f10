"""Figures of one passage of which the others say what each must be: they belong together, however a slot was read.

Who prints exports, imports and a balance side by side, or an amount with its growth and the amount before, prints them
for one trade. Were one of them read for another, all of them would have to have been.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.claim import UNKNOWN, Claim
from pipeline.conflict.doubt.bases import is_against_any
from pipeline.conflict.doubt.one_sentence import is_head
from pipeline.observation import Observation
from pipeline.repair.room import Rooms

_PASSAGE: Final = 1000
"""Characters within which figures stand in one passage."""
_SENTENCE: Final = 250
"""Characters within which a word and the two figures that it leads from and to stand in one sentence."""
_BELONG: Final = frozenset({"identity", "growth", "system"})
"""Relations whose figures are printed side by side; a part may be of any sum."""
_FIGURES: Final = frozenset({"level", "growth", "difference"})
"""What is printed side by side; a share may be of any whole, "surplus" of any balance."""
_FEWEST: Final = 3
_MOVE: Final = ["level", "level", "trend"]
"""What tells a move: a word and the two figures that it leads from and to."""
_START_OF_MOVE: Final = ("trend", "period")
"""The relation of a move, and what need not be said of where it starts: "$5 billion in 2023, up from $4 billion"."""
_NARROW: Final = 0.2
"""Part of a figure that the others may leave open, and still say what it must be."""


def belong_together(kind: str, its: Sequence[Observation]) -> bool:
    """Whether a conflict is of figures of one passage of which the others say what one must be, or of a move.

    What may be of somebody whom the text does not name belongs to nothing; nor does a change against any time. Which
    time a move starts from is all one.
    """
    if any(_is_open(one.claim, slot) for one in its for slot in one.claim.evidence if (kind, slot) != _START_OF_MOVE):
        return False
    bases = ((one.claim, one.claim.evidence.get("base_period")) for one in its if one.kind == "growth")
    if any(base is not None and is_against_any(claim, base, its) for claim, base in bases):
        return False
    if kind == "trend":
        return sorted(one.kind for one in its) == _MOVE and _within(_SENTENCE, its)
    if kind not in _BELONG or len(its) < _FEWEST or not {one.kind for one in its} <= _FIGURES:
        return False
    return _within(_PASSAGE, its) and _of_one_kind(its) and any(_is_told(one, its) for one in its)


def _is_open(claim: Claim, slot: str) -> bool:
    return UNKNOWN in (claim.evidence[slot].others or ())


def _of_one_kind(its: Sequence[Observation]) -> bool:
    """Whether all figures are cells of tables, or none is: a sentence beside a table is not of it."""
    return len({any(map(is_head, one.claim.evidence.values())) for one in its}) == 1


def _is_told(one: Observation, its: Sequence[Observation]) -> bool:
    """Whether the other figures leave hardly any room for this one."""
    if one.kind not in ("level", "growth"):
        return False
    low, high = Rooms([other for other in its if other is not one]).room_for(one)
    return high - low <= _NARROW * max(abs(low), abs(high))


def _within(reach: int, its: Sequence[Observation]) -> bool:
    return max(one.claim.end for one in its) - min(one.claim.start for one in its) <= reach
