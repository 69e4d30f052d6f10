"""Whether a slip tells an error from a misreading: digits slip, a word may as well have been misread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.claim import WORDS
from pipeline.finding import Repair
from pipeline.observation import Observation

_NO_CHANCE: Final = 3
"""Figures beyond a conflict with which a word that is put right must agree."""


def is_slip(its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]) -> bool:
    """Whether a figure was missed by a slip of its own, and not by a word that may as well have been misread.

    That another word would fit says nothing, one always does; unless it is borne out.
    """
    words = {one.id for one in its if one.claim.measure in WORDS}
    slips = [repair for repair in repairs if repair.slip and repair.claim not in words]
    return bool(slips) and all("value" in slip.change or _is_told(slip, its, article) for slip in slips)


def _is_told(slip: Repair, its: Sequence[Observation], article: Sequence[Observation]) -> bool:
    """Whether another article bears out a slip of a word; of a name so many figures of its own that it is no chance."""
    beyond = {*slip.support} - {one.id for one in its}
    named = not {"reporter", "partner"}.isdisjoint(slip.change)
    return (named and len(beyond) >= _NO_CHANCE) or not beyond <= {one.id for one in article}
