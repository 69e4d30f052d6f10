"""Whether a slip tells an error from a misreading: digits slip, a word may as well have been misread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.claim import WORDS, Claim
from pipeline.conflict.doubt.chance import is_telling
from pipeline.conflict.doubt.plain import is_plain, is_said
from pipeline.finding import Repair
from pipeline.observation import Observation

_NO_CHANCE: Final = 3
"""Figures beyond a conflict with which a word that is put right must agree."""
_FLOWS: Final = frozenset({"export", "import"})
"""Rules that read a flow from its very name, "exports" or "imports", and from nothing else."""


def is_slip(its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]) -> bool:
    """Whether a figure was missed by a slip of its own, and not by a word that may as well have been misread.

    That another word would fit says nothing, one always does; unless it is borne out.
    """
    words = {one.id for one in its if one.claim.measure in WORDS}
    slips = [repair for repair in repairs if repair.slip and repair.claim not in words and not is_of_both_ways(repair)]
    return bool(slips) and all(
        is_telling(slip, its, article) if "value" in slip.change else _is_told(slip, its, article) for slip in slips
    )


def is_of_both_ways(repair: Repair) -> bool:
    """Whether one flow would have been printed for the trade both ways: nobody slips so, readers do."""
    return repair.change.get("flow") == "turnover"


def is_other_word(repair: Repair) -> bool:
    """Whether a slip put another name, time or direction for the right one."""
    return repair.slip and "value" not in repair.change and not is_of_both_ways(repair)


def is_borne_out_word(repair: Repair, its: Sequence[Observation]) -> bool:
    """Whether a clause says all that its figure is about, and so many others have it of another time or side."""
    beyond = {*repair.support} - {one.id for one in its}
    said = any(one.id == repair.claim and is_said(one.claim) and is_plain(one.claim) for one in its)
    return is_other_word(repair) and said and len(beyond) >= _NO_CHANCE


def _is_told(slip: Repair, its: Sequence[Observation], article: Sequence[Observation]) -> bool:
    """Whether another article bears out a slip of a word; of a name so many figures of its own that it is no chance.

    Of a word for the flow beside its figure one is enough: it was hardly misread, and so it is misprinted.
    """
    beyond = {*slip.support} - {one.id for one in its}
    named = not {"reporter", "partner"}.isdisjoint(slip.change)
    if beyond and slip.change.keys() == {"flow"} and any(_says_flow(one.claim) for one in its if one.id == slip.claim):
        return True
    return (named and len(beyond) >= _NO_CHANCE) or not beyond <= {one.id for one in article}


def _says_flow(claim: Claim) -> bool:
    """Whether a word for the flow that means nothing else stands in the figure's own clause."""
    found = claim.evidence.get("flow")
    return found is not None and not found.inherited and found.rule in _FLOWS
