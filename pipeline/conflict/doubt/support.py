"""How well the text supports a conflict: whether a person must read the passages before anybody is accused.

A figure that was taken for another one is commoner than an article that contradicts itself. So a conflict is a proof
only where its claims say clearly what they are about, or where the error has the shape that errors have: a slip that
people make, or two figures that nearly agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, islice, product
from typing import Final, NamedTuple

from pipeline.claim import NARROWS, UNKNOWN, WORDS, Claim, Evidence
from pipeline.conflict.doubt.bases import is_against_any, other_bases
from pipeline.conflict.doubt.borne_out import is_corroborated, the_corroborated
from pipeline.conflict.doubt.chance import least_chance
from pipeline.conflict.doubt.closeness import (
    FAR_OFF,
    are_close,
    are_figures,
    is_other_digit,
    misses_by,
    nearly_agree,
    too_small,
)
from pipeline.conflict.doubt.counted import counted_otherwise
from pipeline.conflict.doubt.neighbours import fitting_neighbour
from pipeline.conflict.doubt.one_sentence import (
    BY_DEFAULT,
    FROM_LATER,
    GUESSED,
    HEADLINE,
    are_two_entries,
    is_own,
    is_said_together,
    pair_of_one_sentence,
    sharing_words,
)
from pipeline.conflict.doubt.otherwise import holds_as, is_resolved, part_of_time, same_words, with_slot
from pipeline.conflict.doubt.parts import is_of_anybody, may_be_part, of_some_goods, speaks_of_parts
from pipeline.conflict.doubt.plain import NAMED_TIME, is_plain, is_said, is_settled, is_weak
from pipeline.conflict.doubt.slips import is_borne_out_word, is_other_word, is_slip
from pipeline.conflict.doubt.speaking import unsaid_voice
from pipeline.conflict.doubt.together import belong_together
from pipeline.finding import Repair
from pipeline.observation import Observation, Reading
from pipeline.solve.dispute import Dispute
from pipeline.solve.system import conflict
from pipeline.wholes import WORLD
from pipeline.words import printed

_TWO: Final = 2
_HALF: Final = 0.5
"""By which part of the larger two figures for one fact may miss each other that their own clauses explain fully."""
_CARRIED: Final = 300
"""Characters up to which a party is carried over from one sentence to the next."""
_SLOTS: Final = {
    "reporter": "whose figure {} is",
    "partner": "which partner {} is about",
    "flow": "which way the trade behind {} goes",
    "period": "which time {} is for",
    "base_period": "what {} is compared with",
    "commodity": "which goods {} covers",
}
_ANY_SLIP: Final = 0.5
"""The chance from which on it says nothing that some slip fits."""
_COMBINATIONS: Final = 24
"""Readings of two slots at once that are tried."""


class Doubt(NamedTuple):
    """Why a reader must look at the passages first, as a sentence, and the claims whose reading is open."""

    reason: str
    claims: tuple[str, ...]


def doubt_of(
    shown: Dispute, its: Sequence[Observation], repairs: Sequence[Repair], *, article: Sequence[Observation]
) -> Doubt | None:
    """The doubt that the conflict leaves; None where the claims are clear.

    ``repairs`` are those that would explain it, several where nothing says which claim is wrong. ``article`` is all
    that the article says in which the conflict lies; empty for a conflict between several voices.
    """
    for one in its:
        if one.claim.doubt and not _is_of_all(one.claim.doubt, its):
            return Doubt(f"The reading of “{printed(one.claim)}” is in doubt: {one.claim.doubt}.", (one.id,))
    if not any(one.claim.evidence for one in its):
        return None
    otherwise = _read_otherwise(its, repairs)
    if otherwise or not article:
        return otherwise
    return _doubt_within(shown, its, repairs, article)


def _is_of_all(doubt: str, its: Sequence[Observation]) -> bool:
    """Whether one word may narrow all figures alike: "watch exports rose from 3 to 4 billion francs, up 33 %"."""
    return NARROWS in doubt and all(one.claim.doubt == doubt for one in its)


def _doubt_within(
    shown: Dispute, its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]
) -> Doubt | None:
    """The doubt that one article's own words leave: whatever the figures are, then as far as no slip explains them."""
    doubt = _two_facts(shown, its, repairs, article)
    if doubt is not None:
        return doubt
    together = belong_together(shown.kind, its) and part_of_time(its, article, shown.reading) is None
    if together and not any(_may_be_of_all(one.claim, its, article, shown.reading) for one in its):
        return _far_off(its, repairs, article)
    doubt = _open_slot(shown, its, repairs, article)
    if doubt is not None or nearly_agree(its, shown.row):
        return doubt
    if (offered := part_of_time(its, article, shown.reading)) is not None:
        return Doubt(
            f"Only another passage says {_about('period', offered)}; read otherwise, nothing conflicts.", (offered.id,)
        )
    return None if is_slip(its, repairs, article) else _no_slip(shown, its, repairs, article)


def _two_facts(
    shown: Dispute, its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]
) -> Doubt | None:
    """The doubt that where the figures stand raises: they may be of two facts, or of more than one voice."""
    counted = counted_otherwise(shown.kind, its, article)
    if counted is not None:
        reason = f"The text counts in two ways, and “{printed(counted)}” may be counted otherwise than the rest."
        return Doubt(reason, (counted.id,))
    pair = pair_of_one_sentence(its, repairs, article)
    if pair:
        both = " and ".join(f"“{printed(one)}”" for one in pair.printed)
        return Doubt(f"{both} stand in one sentence: they may well be two different facts.", pair.claims)
    shared = sharing_words(its, repairs, article)
    if shared:
        both = " and ".join(f"“{printed(one)}”" for one in shared.printed)
        return Doubt(
            f"{both} stand in one sentence and share its words: one of them is of something else.", shared.claims[:1]
        )
    fitting = fitting_neighbour(its, article, shown.reading)
    if fitting is not None:
        first, beside = map(printed, fitting)
        reason = f"The article gives “{beside}” beside “{first}” for the same fact: with it nothing conflicts."
        return Doubt(reason, (fitting[0].id,))
    unquoted = unsaid_voice(its, article) if shown.kind == "same-fact" else None
    if unquoted is not None:
        return Doubt(f"The text quotes two sources and does not say whose “{printed(unquoted)}” is.", (unquoted.id,))
    unsaid = [one.claim for one in its if _lacks_flow(one.claim)]
    goes_on = [one for one in its if (flow := one.claim.evidence.get("flow")) is not None and flow.inherited]
    if 0 < len(unsaid) < len(its) - len(goes_on):
        return Doubt(f"The text does not say {_about('flow', unsaid[0])}: read the passage.", _ids(unsaid))
    dated = [one.claim for one in its if _has_later_time(one.claim)]
    if dated and shown.kind == "same-fact":
        return Doubt(f"Only another passage says {_about('period', dated[0])}: read the passages.", _ids(dated))
    return None


def _open_slot(
    shown: Dispute, its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]
) -> Doubt | None:
    """The doubt of a slot that another passage gives, where another value of it would let all hold."""
    turned = _turned(its, repairs)
    if turned:
        return Doubt(f"Only another passage says {_about('reporter', turned)}: the sign hangs on it.", (turned.id,))
    of_all = next((one.claim for one in its if _may_be_of_all(one.claim, its, article, shown.reading)), None)
    if of_all is not None:
        return Doubt(f"Only another passage says {_about('partner', of_all)}: it may be for all trade.", (of_all.id,))
    bare = of_some_goods(its, article)
    if bare is not None:
        return Doubt(f"“{printed(bare)}” names no goods, but may well be of some only: read the passage.", (bare.id,))
    return None


def _no_slip(
    shown: Dispute, its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]
) -> Doubt | None:
    """The doubt of figures that differ by more than a slip: parts, two facts, or read from elsewhere."""
    claims = [one.claim for one in its]
    small = too_small(its)
    if small is not None and may_be_part(small.claim, article):
        reason = f"“{printed(small.claim)}” is so much too small that it may well be a part of what is meant."
        return Doubt(reason, (small.id,))
    if _is_twice(shown, its, repairs, article):
        reason = "No common slip makes the one figure the other: they may well be two different facts."
        return Doubt(reason, _ids(claims))
    anybody = next((claim for claim in claims if is_of_anybody(claim)), None)
    if shown.kind == "same-fact" and anybody is not None and speaks_of_parts(article):
        return Doubt(f"The text does not say {_about('partner', anybody)}, and the two are far apart.", _ids(claims))
    agreed = the_corroborated(its, article) if shown.kind == "same-fact" else []
    for one in its:
        weak = "" if one in agreed else _weak(one.claim, its, article, shown.reading)
        if weak:
            return Doubt(f"{weak}, and no common slip explains the difference: read the passages.", (one.id,))
    rivals = _rivalled(its, article) if shown.kind != "same-fact" else None
    if rivals is not None:
        first, second = map(printed, rivals)
        return Doubt(
            f"The article gives “{second}” for the fact of “{first}”, too: one may be of a part of it.", (rivals[0].id,)
        )
    return _far_off(its, repairs, article)


def _is_twice(
    shown: Dispute, its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]
) -> bool:
    """Whether two figures are given for one fact, of which no slip makes one the other.

    Where both clauses say all that their figures are about, figures need none that differ by less than a factor of two:
    of 113 conflicts to be read in 110 articles that were new to the reader, none was of this kind. Nor do amounts that
    nearly agree where nobody else is offered for their sides: so did no two facts among 34 such conflicts.
    """
    claims = [one.claim for one in its]
    if shown.kind != "same-fact" and not (shown.kind == "threshold" and not all(map(is_said, claims))):
        return False
    if len({claim.start for claim in claims}) == _TWO == len(claims) and are_two_entries(claims):
        return False
    borne_out = [one.claim for one in the_corroborated(its, article)]
    unsaid, far = [claim for claim in claims if not is_said(claim)], misses_by(its) > _HALF
    if len(borne_out) == len(its) and far and unsaid:
        return True  # each agrees with figures of its own: two facts
    explained = any(map(is_other_word, repairs)) or bool(borne_out) or (not unsaid and (not far or is_other_digit(its)))
    settled = ((bool(repairs) or shown.kind == "threshold") and not far) or are_close(its)
    explained = explained or (settled and all(map(is_settled, claims)))
    vague = [claim for claim in claims if not is_plain(claim)]
    if any(is_borne_out_word(slip, its) for slip in repairs):
        return False
    known = all(claim in borne_out and unsaid in ([], [claim]) for claim in vague)
    return not (explained and known)


def _far_off(its: Sequence[Observation], repairs: Sequence[Repair], article: Sequence[Observation]) -> Doubt | None:
    """The doubt that figures leave which miss each other by much, and that no slip of any of them sets so far apart."""
    if len(its) <= _TWO or not are_figures(its) or misses_by(its) <= FAR_OFF or least_chance(its) < _ANY_SLIP:
        return None
    claims = [one.claim for one in its]
    if any(map(is_other_word, repairs)) or all(map(is_settled, claims)) or is_said_together(claims):
        return None
    if is_corroborated(its, article):
        return None
    reason = "No slip sets these figures so far apart: they may well be of different things."
    return Doubt(reason, _ids(claims))


def _rivalled(its: Sequence[Observation], article: Sequence[Observation]) -> tuple[Claim, Claim] | None:
    """A figure of two, and another that the article gives for its fact: one of the three may be of a part of it.

    Unless more figures agree with the other one.
    """
    own = {one.id for one in its}
    for one in its if len(its) == _TWO else ():
        if is_said(one.claim):
            continue
        for other in article:
            same = other.id not in own and other.fact == one.fact and other.kind == one.kind
            if (
                same
                and conflict([one, other], Reading.CUT) is not None
                and not is_corroborated([other], [each for each in article if each is not one])
            ):
                return one.claim, other.claim
    return None


def _may_be_of_all(claim: Claim, its: Sequence[Observation], article: Sequence[Observation], reading: Reading) -> bool:
    """Whether a partner was guessed from before, where all would hold if the figure were for all trade."""
    found = claim.evidence.get("partner")
    guessed = found is not None and found.inherited and found.rule in GUESSED and WORLD in (found.others or ())
    return guessed and holds_as(claim, "partner", WORLD, its, article, reading)


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)


def _read_otherwise(its: Sequence[Observation], repairs: Sequence[Repair]) -> Doubt | None:
    """The doubt that the repair itself raises: it changes a slot that the text does not say beside the figure."""
    if len(repairs) != 1:
        return None
    for claim in (one.claim for one in its if one.id == repairs[0].claim):
        far = next((slot for slot in repairs[0].change if slot in _SLOTS and _is_far(slot, claim)), None)
        if far is not None:
            reason = f"Only another passage says {_about(far, claim)}; read otherwise, nothing conflicts."
            return Doubt(reason, (claim.id,))
    return None


def _about(slot: str, claim: Claim) -> str:
    """The slot of a figure in words: which time “$5 billion” is for."""
    return _SLOTS[slot].format(f"“{printed(claim)}”")


def _is_far(slot: str, claim: Claim) -> bool:
    """Whether a slot is not said, or said elsewhere; a party carries over to the next sentence."""
    found = claim.evidence.get(slot)
    if found is None:
        return True
    carried = _CARRIED if slot in ("reporter", "partner") and found.rule not in GUESSED else 0
    return found.inherited and abs(found.start - claim.start) > carried


def _has_later_time(claim: Claim) -> bool:
    """Whether a figure behind the headline took its time from a later one."""
    found = claim.evidence.get("period")
    return found is not None and found.rule in FROM_LATER and claim.start > HEADLINE


def _lacks_flow(claim: Claim) -> bool:
    """Whether no word says which way the trade goes, of a claim that names nobody either and is no share of a flow."""
    if not claim.evidence or claim.flow is None or "flow" in claim.evidence or claim.measure == "share":
        return False
    return not any(is_own(claim, slot) for slot in ("reporter", "partner"))


def _turned(its: Sequence[Observation], repairs: Sequence[Repair]) -> Claim | None:
    """A balance that fits from the other side, and of which another passage says whose it is."""
    for one in its:
        claim = one.claim
        signs = [
            repair for repair in repairs if repair.claim == one.id and repair.change.get("value") == -(claim.value or 0)
        ]
        sides = [claim.evidence.get(slot) for slot in ("reporter", "partner")]
        if (
            signs
            and claim.flow == "balance"
            and any(side is not None and side.inherited and side.others for side in sides)
        ):
            return claim
    return None


def _weak(claim: Claim, its: Sequence[Observation], article: Sequence[Observation], reading: Reading) -> str:
    """Which slot of the claim is not said where the figure stands, as the beginning of a sentence; empty for none.

    What all the claims were given by the same words does not count: another reading would move them all together.
    Nor does a party of whom the whole article speaks: there is no other reading.
    """
    for slot in _SLOTS:
        found = claim.evidence.get(slot)
        if (
            found is None
            or not (is_weak(found) or is_against_any(claim, found, its) or _is_vague_word(claim, slot, found))
            or (not found.others and _is_shared(slot, found, its))
        ):
            continue
        others = other_bases(claim) if slot == "base_period" and found.others is None else found.others
        if others is not None and not is_resolved(claim, slot, others, its, article, reading):
            continue
        unnamed = UNKNOWN in (found.others or ())
        if unnamed or slot not in ("reporter", "partner") or _has_others(getattr(claim, slot), article):
            says = "The text does not say" if found.rule in BY_DEFAULT else "Only another passage says"
            return f"{says} {_about(slot, claim)}"
    both = _two_resolve(claim, its, article, reading)
    return f"Only other passages say {_about(both[0], claim)} and {_about(both[1], claim)}" if both else ""


def _two_resolve(
    claim: Claim, its: Sequence[Observation], article: Sequence[Observation], reading: Reading
) -> tuple[str, str] | None:
    """Two slots, both read from elsewhere, of which no other reading alone lets all hold, but one of the two does."""
    open_to = {slot: claim.evidence[slot].others for slot in _SLOTS if slot in claim.evidence}
    weak = [slot for slot, others in open_to.items() if others and is_weak(claim.evidence[slot])]
    for first, second in combinations(weak, 2):
        pairs = product(open_to[first] or (), open_to[second] or ())
        for one, other in islice(pairs, _COMBINATIONS):
            if holds_as(with_slot(claim, first, one), second, other, its, article, reading):
                return first, second
    return None


def _has_others(party: str, article: Sequence[Observation]) -> bool:
    """Whether the article gives figures of trade without this party."""
    return any(party not in (one.claim.reporter, one.claim.partner) for one in article)


def _is_vague_word(claim: Claim, slot: str, found: Evidence) -> bool:
    """Whether a word that is held against figures is of a time that is not named: "in the last month of the year"."""
    return slot == "period" and claim.measure in WORDS and found.rule != NAMED_TIME


def _is_shared(slot: str, found: Evidence, its: Sequence[Observation]) -> bool:
    others = [one.claim.evidence.get(slot) for one in its]
    return found.rule not in FROM_LATER and all(other is not None and same_words(found, other) for other in others)
