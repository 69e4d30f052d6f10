"""Two figures of one sentence: whether they may well be two facts, though they were read as one.

Writers do not give a fact twice in a sentence. Where they do, each figure has words of its own for what it is about, so
that no other reading tells the two apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import Final, NamedTuple

from pipeline.claim import Claim, Evidence
from pipeline.finding import Repair
from pipeline.observation import Observation, Reading, are_disjoint

_SHARED: Final = ("reporter", "partner", "period", "base_period", "commodity")
"""Slots of which two figures that stand close may share the words; a word for the flow they share at any distance."""
SENTENCE: Final = 150
"""Characters within which two figures that share a cue stand in one sentence."""
_TOGETHER: Final = 250
"""Characters within which figures that are said together stand."""
HEADLINE: Final = 120
"""A figure in the first characters of an article is told again by the lead: that is no repetition within a sentence."""
_TOLD: Final = ("reporter", "partner", "flow", "period")
"""What a list may give each of its figures in words of its own."""
_TWINS: Final = {"reporter": "partner", "partner": "reporter"}
GUESSED: Final = frozenset({"pair-before", "sentence-partner"})
"""Rules by which a party is carried over that are often wrong."""
BY_DEFAULT: Final = frozenset({"nobody-named"})
"""Rules that fill a slot because nothing is said."""
_RECALLED: Final = frozenset({"anaphor", "before", "home", "home-anaphor", "subject-before", "pair-before"})
"""Rules that read a slot from a sentence before."""
_HEADS: Final = frozenset({"row-head", "column-head"})
"""Rules that read a slot from the heads of a table."""
AGAIN: Final = "same-again"
"""The rule of an entry behind the first of a list: "with Peru $5 billion and with Chile $2 billion"."""
FROM_LATER: Final = frozenset({"first-settled"})
"""Rules that give a figure a time of its own from a later one, of which the text may say something else."""


class Pair(NamedTuple):
    """Two figures of one sentence, and the claims of the conflict that say the same."""

    printed: tuple[Claim, Claim]
    claims: tuple[str, str]


def pair_of_one_sentence(
    its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]
) -> Pair | None:
    """Two figures of one sentence that are taken for one fact: writers do not give a fact twice in a sentence."""
    for one, other in combinations(its, 2):
        if one.fact != other.fact:
            continue
        for pair in product(_told_by(one, article) or [one.claim], _told_by(other, article) or [other.claim]):
            left, right = sorted(pair, key=lambda claim: claim.start)
            apart = _two_entries(left, right) or _is_exchanged(left, right, repairs)
            if left.doc == right.doc and _share_a_cue(left, right) and not apart:
                return Pair((left, right), (one.id, other.id))
    return None


def sharing_words(its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]) -> Pair | None:
    """A figure of a conflict and one beyond it that are taken for one fact, and hang on the same words for it."""
    own = {one.id for one in its}
    for one in its:
        for other in article:
            if other.id in own or other.fact != one.fact or not are_apart(one, other):
                continue
            pair = pair_of_one_sentence([one, other], repairs, ())
            if pair is not None and _same_cue(*pair.printed, "flow"):
                return Pair(pair.printed, (one.id, other.id))
    return None


def are_apart(one: Observation, other: Observation) -> bool:
    """Whether no amount is what both figures say, however they are read."""
    return are_disjoint(one.intervals[Reading.CUT], other.intervals[Reading.CUT])


def are_two_entries(claims: Sequence[Claim]) -> bool:
    """Whether two figures are entries of one list, under one name: "with Peru $5 billion, and with Peru $2 billion"."""
    left, right = sorted(claims, key=lambda claim: claim.start)
    return left.doc == right.doc and right.start - left.end <= SENTENCE and _two_entries(left, right)


def is_said_together(claims: Sequence[Claim]) -> bool:
    """Whether figures stand close together and are of one trade, however its words are read.

    Each says its sides and its time itself, or the same words say them for all.
    """
    first, last = min(one.start for one in claims), max(one.end for one in claims)
    return last - first <= _TOGETHER and all(
        _is_said_for_all(claims, slot) for slot in ("reporter", "partner", "period")
    )


def _is_said_for_all(claims: Sequence[Claim], slot: str) -> bool:
    found = [one.evidence.get(slot) for one in claims]
    if any(one is None or one.rule in BY_DEFAULT or one.rule in FROM_LATER for one in found):
        return False
    return len({(one.start, one.end) for one in found if one is not None and one.inherited}) <= 1


def _two_entries(left: Claim, right: Claim) -> bool:
    """Whether each figure has words of its own for what it is about: then one name, flow or time is printed twice.

    All else is said once for both, so no other reading would tell the two apart. A name that a table has twice is of
    two parts of it.
    """
    if left.commodity or right.commodity or any(_is_guessed(right, slot) for slot in _TWINS):
        return False
    apart = [slot for slot in _TOLD if not _told_alike(left, right, slot)]
    between = [slot for slot in _TOLD if slot not in apart and _stands_between(left, right, slot)]
    if between or len([slot for slot in apart if slot != "flow"]) != 1:
        return False
    pairs = [(left.evidence.get(slot), right.evidence.get(slot)) for slot in apart]
    return all(_is_said_alike(*pair) and not is_head(pair[0]) for pair in pairs)


def _is_guessed(claim: Claim, slot: str) -> bool:
    """Whether a side is another figure's of the sentence: "$5 billion to Peru, of $9 billion in exports"."""
    found = claim.evidence.get(slot)
    return found is not None and found.inherited and found.rule in GUESSED


def _stands_between(left: Claim, right: Claim, slot: str) -> bool:
    """Whether what both are given stands between them, so that it may well be of the second alone."""
    cue, second = _cue(left, slot), right.evidence.get(slot)
    return cue is not None and left.end <= cue[0] < right.start and second is not None and not second.inherited


def is_head(found: Evidence | None) -> bool:
    """Whether a slot was read from the head of a table."""
    return found is not None and found.rule in _HEADS


def _is_said_alike(one: Evidence | None, other: Evidence | None) -> bool:
    """Whether both stand beside their figures, and are the same kind of words: "January" is not "January 2024".

    The entries behind the first of a list are said as the first is.
    """
    if one is None or other is None or one.inherited or other.inherited:
        return False
    return one.rule == other.rule or other.rule == AGAIN


def _is_exchanged(left: Claim, right: Claim, repairs: Sequence[Repair]) -> bool:
    """Whether other figures bear out that one of the two has the wrong word for a slot: a word of its own.

    Nothing else may tell the two apart but words of their own.
    """
    apart = [slot for slot in _TOLD if not _told_alike(left, right, slot)]
    if any(
        claim.evidence.get(slot) is None or claim.evidence[slot].inherited for slot in apart for claim in (left, right)
    ):
        return False
    return any(
        repair.claim in (left.id, right.id) and repair.slip and repair.support and {*repair.change} <= {*apart}
        for repair in repairs
    )


def _told_alike(left: Claim, right: Claim, slot: str) -> bool:
    """Whether the same words give both a slot, none do, or both have one party that no other can be."""
    both = [claim.evidence.get(slot) for claim in (left, right)]
    if _same_cue(left, right, slot) or all(one is not None and one.rule in BY_DEFAULT for one in both):
        return True
    if slot == "flow" and both == [None, None]:
        return True  # both go on with the flow of the text
    one_party = slot in _TWINS and getattr(left, slot) == getattr(right, slot)
    carried = any(one is not None and one.inherited for one in both)
    return one_party and carried and all(_is_settled(claim, slot) for claim in (left, right))


def _is_settled(claim: Claim, slot: str) -> bool:
    """Whether a side is said beside the figure, or carried over where only the other side's party is named, too."""
    found = claim.evidence.get(slot)
    if found is None or found.rule in BY_DEFAULT or found.rule in GUESSED:
        return False
    return not found.inherited or (found.others is not None and {*found.others} <= {getattr(claim, _TWINS[slot])})


def _same_cue(left: Claim, right: Claim, slot: str) -> bool:
    return _cue(left, slot) is not None and _cue(left, slot) == _cue(right, slot)


def _told_by(one: Observation, article: Sequence[Observation]) -> list[Claim]:
    """The claims of the article that say the same."""
    return [other.claim for other in article if other.fact == one.fact and other.intervals == one.intervals]


def _share_a_cue(left: Claim, right: Claim) -> bool:
    """Whether both hang on the same word for the flow, or stand close and share any cue."""
    if _same_cue(left, right, "flow"):
        return True
    close = right.start - left.end <= SENTENCE and left.start > HEADLINE
    return close and any(_same_cue(left, right, slot) and not _is_recalled(right, slot) for slot in _SHARED)


def _is_recalled(claim: Claim, slot: str) -> bool:
    """Whether a slot was taken from a sentence before, as "its" and "the country" are."""
    found = claim.evidence.get(slot)
    return found is not None and found.inherited and found.rule in _RECALLED


def _cue(claim: Claim, slot: str) -> tuple[int, int] | None:
    """Where the words stand that give the slot; None where it is another figure's."""
    found = claim.evidence.get(slot)
    return None if found is None or found.rule in FROM_LATER else (found.start, found.end)


def is_own(claim: Claim, slot: str) -> bool:
    """Whether a slot is said beside the figure."""
    found = claim.evidence.get(slot)
    return found is not None and not found.inherited and found.rule not in BY_DEFAULT
