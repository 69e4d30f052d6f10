"""Whether a figure that seems to be for all trade may be of some goods or with some partner only."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claim import Claim
from pipeline.conflict.doubt.one_sentence import BY_DEFAULT
from pipeline.observation import Observation
from pipeline.setting import definition_of


def of_some_goods(its: Sequence[Observation], article: Sequence[Observation]) -> Claim | None:
    """A figure for all trade that is held against one of some goods, and that nothing says to be for all trade.

    A total is called so, or the article gives the other flow, the turnover or the balance of the same two as well.
    """
    if all(not one.claim.commodity or definition_of(one.claim.commodity) for one in its):
        return None
    for one in its:
        flow = one.claim.evidence.get("flow")
        called = flow is not None and flow.others == ()
        bare = one.kind == "level" and one.subject.kind == "F" and not one.claim.commodity
        if bare and not called and not _has_other_flows(one, article):
            return one.claim
    return None


def _has_other_flows(one: Observation, article: Sequence[Observation]) -> bool:
    """Whether the article gives another flow of the same two at the same time, of all trade too."""
    ours = one.subject
    return any(
        not other.claim.commodity
        and other.subject.parties == ours.parties
        and (other.subject.kind, other.subject.a) != (ours.kind, ours.a)
        and other.subject.first <= ours.last
        and ours.first <= other.subject.last
        for other in article
    )


def may_be_part(claim: Claim, article: Sequence[Observation]) -> bool:
    """Whether a figure that is taken for trade with everybody may be of some partner or some goods only.

    So it may where the text offers another partner, or speaks of goods, and does not call the figure a total.
    """
    partner, flow = claim.evidence.get("partner"), claim.evidence.get("flow")
    if partner is None or partner.rule not in BY_DEFAULT or (flow is not None and flow.others == ()):
        return False
    return partner.others != () or (speaks_of_parts(article) and not claim.commodity)


def speaks_of_parts(article: Sequence[Observation]) -> bool:
    """Whether an article gives figures of some goods."""
    return any(one.claim.commodity and not definition_of(one.claim.commodity) for one in article)


def is_of_anybody(claim: Claim) -> bool:
    """Whether a figure is taken for trade with everybody because nobody is named."""
    partner = claim.evidence.get("partner")
    return partner is not None and partner.rule in BY_DEFAULT
