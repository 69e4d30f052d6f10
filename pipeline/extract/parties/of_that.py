"""The whole that a share points back at: "exports to Asia were $44 billion, of which 57 % went to China"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from pipeline.claim import Claim
from pipeline.extract.frame import Frame
from pipeline.extract.query import WORLD, Parties, Slot, inherited
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_BEHIND: Final = re.compile(r"[dv]*(?:(?P<which>l)|o(?P<that>[dr])(?!v*[oCE]))")
"""Behind a part: "57 % of them", "57 % of which"."""
_BEFORE: Final = re.compile(r"(?:(?P<which>l)|(?:^o|s[dv]?)(?P<that>[dr]),?)[dvL]*$")
"""Before a part: "of which 57 %", "Of these, 57 %", "China's share of this was 57 %"."""


def of_that(
    sentence: Sentence, figure: int, found: Parties, told: Iterable[Claim], frame: Frame, *, goods: bool
) -> Parties:
    """The sides of a share with the whole that words such as "of them" point at: the flow that was told of last.

    ``told`` are the claims of the sentence so far. Who that flow is with is no part of it but with its ``goods``.
    """
    points = found.whole is None and found.of is None and found.reporter is not None and found.partner is not None
    if not points or not _points_back(sentence, figure):
        return found
    whole = _told_with(found, told, frame)
    if whole is None:
        return found
    if found.partner is not None and whole.value == found.partner.value and not goods:
        return replace(found, partner=None)
    return replace(found, whole=whole)


def _points_back(sentence: Sentence, figure: int) -> bool:
    behind, before = _BEHIND.match(sentence.codes, figure + 1), _BEFORE.search(sentence.codes[:figure])
    for words in (behind, before):
        for group, name in (("which", "of_whom"), ("that", "pointed_at")):
            at = -1 if words is None else words.start(group)
            if at >= 0 and says(sentence.items[at], name):
                return True
    return False


def _told_with(found: Parties, told: Iterable[Claim], frame: Frame) -> Slot | None:
    """With whom the last amount was, told before in the sentence or else in the text, of the same side's trade."""
    assert found.reporter is not None and found.partner is not None  # noqa: PT018 - asked for by the only caller
    amounts = [claim for claim in told if claim.measure == "level" and claim.reporter == found.reporter.value]
    wholes = [claim for claim in amounts if claim.partner is not None and claim.partner != found.partner.value]
    for claim in reversed(wholes or amounts):
        spot = claim.evidence.get("partner")
        if claim.partner in {None, WORLD} or spot is None:
            return None
        return Slot(value=str(claim.partner), start=spot.start, end=spot.end, rule="of-that", inherited=True)
    if frame.reporter is None or frame.partner is None or frame.reporter.value != found.reporter.value:
        return None
    return inherited(frame.partner, "of-that") if frame.partner.value != WORLD else None
