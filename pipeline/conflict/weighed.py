"""Conflicts that only the weighing of a partner makes: the text's own figures decide against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.conflict.otherwise import with_slot
from pipeline.normalise import observe
from pipeline.observation import Observation, Reading
from pipeline.setting import Setting
from pipeline.solve.system import conflict
from pipeline.wholes import WORLD

_WEIGHED: Final = "weighed"
"""The rule of a side that was chosen by learnt weights."""


def only_weighed(its: Sequence[Observation], article: Sequence[Observation], reading: Reading) -> bool:
    """Whether all claims of a conflict hold where each partner that was weighed is the world, as the rules read it.

    Of two readings of the text one then contradicts it and one does not: it is no error of the article. ``article`` is
    all that the article says; empty for a conflict between several.
    """
    if not any(_is_weighed(one) for one in its):
        return False
    ours = {one.id for one in its}
    whole = [with_slot(one.claim, "partner", WORLD) if _is_weighed(one) else one.claim for one in article or its]
    read, unread = observe([claim for claim in whole if claim.id in ours], setting=Setting.of(whole))
    return bool(unread) or conflict(read, reading) is None


def _is_weighed(one: Observation) -> bool:
    found = one.claim.evidence.get("partner")
    return found is not None and found.rule == _WEIGHED
