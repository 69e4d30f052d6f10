"""Two figures side by side that were read for one fact, of which only one fits the rest: they may well be two facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.claim import Claim
from pipeline.conflict.doubt.one_sentence import HEADLINE, SENTENCE
from pipeline.observation import Observation, Reading
from pipeline.solve.system import conflict

_FEWEST: Final = 3


def fitting_neighbour(
    its: Sequence[Observation], article: Sequence[Observation], reading: Reading
) -> tuple[Claim, Claim] | None:
    """A figure of three or more, and another right beside it that was read for the same fact and fits the others.

    "National exports were $8 billion, and total exports $9 billion": one of the two is of something else.
    """
    own = {one.id for one in its}
    for one in its if len(its) >= _FEWEST else ():
        for other in article:
            if other.id in own or other.fact != one.fact or other.kind != one.kind or not _is_beside(one, other):
                continue
            rest = [each for each in its if each is not one]
            if one.intervals != other.intervals and conflict([*rest, other], reading) is None:
                return one.claim, other.claim
    return None


def _is_beside(one: Observation, other: Observation) -> bool:
    """Whether two figures stand in one sentence; a headline's stands in the lead again, with a time of its own."""
    first, second = sorted((one.claim, other.claim), key=lambda claim: claim.start)
    times = [claim.evidence.get("period") for claim in (first, second)]
    same_time = None not in times and len({(found.start, found.end) for found in times if found is not None}) == 1
    return second.start - first.end <= SENTENCE and (first.start > HEADLINE or same_time)
