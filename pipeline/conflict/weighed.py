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
    """Whether the claims of a conflict all hold where every partner that was weighed is the world, as the rules read it.

    Of two readings of the text one then contradicts it and one does not: it is no error of the article.
    """
    weighed = [one.claim for one in its if _is_weighed(one)]
    if not weighed:
        return False
    setting = Setting.of([one.claim for one in article])
    others, unread = observe([with_slot(claim, "partner", WORLD) for claim in weighed], setting=setting)
    moved = {claim.id for claim in weighed}
    return bool(unread) or conflict([*(one for one in its if one.id not in moved), *others], reading) is None


def _is_weighed(one: Observation) -> bool:
    found = one.claim.evidence.get("partner")
    return found is not None and found.rule == _WEIGHED
