"""What a figure's own clause says of it, and what is read from elsewhere or by default."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from pipeline.claim import UNKNOWN, WEIGHED, WORDS, Claim, Evidence
from pipeline.conflict.doubt.one_sentence import BY_DEFAULT, is_own
from pipeline.conflict.doubt.otherwise import BASES_BY_DEFAULT

NAMED_TIME: Final = "period-absolute"
"""The rule that reads a time that is named with its year."""
_EVERYDAY: Final = "-weak"
"""Ends the names of words for a flow that mean trade only beside other words ("sales")."""
_BALANCES: Final = ("surplus", "deficit")
_SIDES: Final = ("reporter", "partner")
_ABOUT: Final = (*_SIDES, "flow", "period", "commodity")
"""Slots that say what a figure is about."""
SURE: Final = BASES_BY_DEFAULT | {"sentence-owner", "caption"}
"""Rules that read a slot from elsewhere, and hardly ever wrongly."""


def is_plain(claim: Claim) -> bool:
    """Whether the figure's own clause says which flow it is of: all trade, by a word that means trade there."""
    flow, goods = claim.evidence.get("flow"), claim.evidence.get("commodity")
    if claim.measure in WORDS or flow is None or not _says_more(claim):
        return False
    if (_is_everyday(claim, flow.rule) and not _names_both(claim)) or _has_rivals(claim):
        return False
    return claim.commodity is None or (goods is not None and goods.others == ())


def _has_rivals(claim: Claim) -> bool:
    """Whether a side is read from elsewhere, and the text offers others than the two sides for it."""
    sides = (claim.evidence.get(slot) for slot in _SIDES)
    own = {claim.reporter, claim.partner}
    return any(side is not None and side.inherited and {*(side.others or ())} - own for side in sides)


def _is_everyday(claim: Claim, rule: str) -> bool:
    """Whether a word for a flow has other uses, too; a surplus of a named year is one of trade where trade is."""
    named = is_own(claim, "period") and claim.evidence["period"].rule == NAMED_TIME
    return rule.endswith(_EVERYDAY) and not (rule.startswith(_BALANCES) and named)


def _says_more(claim: Claim) -> bool:
    """Whether the figure's own clause says who trades or when, and not the flow alone: "agriculture led exports".

    Where the text offers nobody else for either side, it need not.
    """
    return any(is_own(claim, slot) for slot in (*_SIDES, "period")) or _has_no_others(claim)


def _has_no_others(claim: Claim) -> bool:
    """Whether both sides are said, and the text offers nobody else; trade both ways is the same from the other side."""
    return all(_offers_only(_own_sides(claim), claim.evidence.get(slot)) for slot in _SIDES)


def _own_sides(claim: Claim) -> set[str | None]:
    """Whom a side may be without being another trade: of trade both ways the other side, too."""
    return {claim.reporter, claim.partner} if claim.flow == "turnover" else set()


def _offers_only(own: Collection[str | None], side: Evidence | None) -> bool:
    if side is None or side.rule in BY_DEFAULT:
        return False
    return not side.inherited or (side.others is not None and {*side.others} <= {*own})


def _names_both(claim: Claim) -> bool:
    """Whether both sides stand beside the figure: sales of one country to another are trade.

    One may be read from before where the text offers nobody else: "in 2023 purchases from Peru grew".
    """
    own, sides = {claim.reporter, claim.partner}, [claim.evidence.get(slot) for slot in _SIDES]
    beside = [side is not None and not is_weak(side) for side in sides]
    return any(beside) and all(
        near or (side is not None and side.inherited and _offers_only(own, side))
        for near, side in zip(beside, sides, strict=True)
    )


def is_said(claim: Claim) -> bool:
    """Whether the figure's own clause says all that it is about."""
    return not any(_weak_slots(claim))


def is_settled(claim: Claim) -> bool:
    """Whether the figure's own clause says all that it is about, or the text offers nobody else for its sides."""
    own = _own_sides(claim)
    return all(
        slot in _SIDES and (found := claim.evidence[slot].others) is not None and {*found} <= own
        for slot in _weak_slots(claim)
    )


def _weak_slots(claim: Claim) -> Iterator[str]:
    """What the figure is about that its own clause does not say."""
    told = (slot for slot in _ABOUT if slot in claim.evidence)
    return (slot for slot in told if is_weak(claim.evidence[slot]) and not _is_with_all(claim, slot))


def _is_with_all(claim: Claim, slot: str) -> bool:
    """Whether nobody is named as partner because the words are for trade with everybody: "Peru's foreign trade"."""
    flow = claim.evidence.get("flow")
    return slot == "partner" and claim.evidence[slot].rule in BY_DEFAULT and flow is not None and flow.others == ()


def is_weak(found: Evidence) -> bool:
    """Whether a slot is read from elsewhere or by default, by a rule that is sometimes wrong."""
    unsure = found.inherited and (found.rule not in SURE or UNKNOWN in (found.others or ()))
    return unsure or found.rule in BY_DEFAULT or found.rule == WEIGHED
