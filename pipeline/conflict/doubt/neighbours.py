"""Two figures side by side that were read for one fact, of which only one fits the rest: they may well be two facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.claim import Claim
from pipeline.conflict.doubt.one_sentence import HEADLINE, SENTENCE, are_two_entries, is_said_together
from pipeline.conflict.doubt.plain import is_plain, is_said
from pipeline.observation import Observation, Reading
from pipeline.solve.system import conflict

_FEWEST: Final = 3


def fitting_neighbour(
    its: Sequence[Observation], article: Sequence[Observation], reading: Reading
) -> tuple[Claim, Claim] | None:
    """A figure of three or more, and another right beside it that was read for the same fact and fits the others.

    "National exports were $8 billion, and total exports $9 billion": one of the two is of something else.
    """
    own, together = {one.id for one in its}, is_said_together([one.claim for one in its])
    for one in its if len(its) >= _FEWEST else ():
        for other in article:
            if other.id in own or other.fact != one.fact or other.kind != one.kind or not _is_beside(one, other):
                continue
            if together and not _share_words(one.claim, other.claim):
                continue  # they are of one trade among themselves
            rest = [each for each in its if each is not one]
            if one.intervals != other.intervals and conflict([*rest, other], reading) is None:
                return one.claim, other.claim
    return None


def _is_beside(one: Observation, other: Observation) -> bool:
    """Whether two figures stand in one sentence; a headline's stands in the lead again, with a time of its own.

    Not those that each say all that they are of, in words of their own.
    """
    first, second = sorted((one.claim, other.claim), key=lambda claim: claim.start)
    times = [claim.evidence.get("period") for claim in (first, second)]
    if are_two_entries((first, second)):
        return False
    if all(is_said(claim) and is_plain(claim) for claim in (first, second)) and not _share_words(first, second):
        return False
    same_time = None not in times and len({(found.start, found.end) for found in times if found is not None}) == 1
    return second.start - first.end <= SENTENCE and (first.start > HEADLINE or same_time)


def _share_words(first: Claim, second: Claim) -> bool:
    """Whether both take a slot from the same words."""
    return any(
        slot in second.evidence and found.start == second.evidence[slot].start
        for slot, found in first.evidence.items()
        if found.end > found.start
    )
