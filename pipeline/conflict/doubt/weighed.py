"""Conflicts that only the weighing of a slot makes: the text's own figures decide against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.claim import WEIGHED, Claim
from pipeline.conflict.doubt.otherwise import with_slot
from pipeline.normalise import observe
from pipeline.observation import Observation, Reading
from pipeline.setting import Setting
from pipeline.solve.system import conflict
from pipeline.wholes import WORLD

_AS_RULES_READ: Final = {"partner": WORLD, "commodity": "goods"}
"""What a slot holds where the weights are not asked: trade with everybody, all trade."""
_CLAIM: Final = "flow"
"""The slot of what is a claim by weights alone: where they are not asked, it says nothing."""


def only_weighed(its: Sequence[Observation], article: Sequence[Observation], reading: Reading) -> bool:
    """Whether all claims of a conflict hold where what was weighed is read as the rules read it.

    Of two readings of the text one then contradicts it and one does not: it is no error of the article. ``article`` is
    all that the article says; empty for a conflict between several.
    """
    if not any(_is_weighed(one.claim, slot) for one in its for slot in (_CLAIM, *_AS_RULES_READ)):
        return False
    ours = {one.id for one in its}
    whole = [_as_rules_read(one.claim) for one in article or its if not _is_weighed(one.claim, _CLAIM)]
    read, unread = observe([claim for claim in whole if claim.id in ours], setting=Setting.of(whole))
    return bool(unread) or conflict(read, reading) is None


def _as_rules_read(claim: Claim) -> Claim:
    for slot, value in _AS_RULES_READ.items():
        if _is_weighed(claim, slot):
            claim = with_slot(claim, slot, value)
    return claim


def _is_weighed(claim: Claim, slot: str) -> bool:
    found = claim.evidence.get(slot)
    return found is not None and found.rule == WEIGHED
