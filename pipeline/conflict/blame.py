"""Which claim is most likely wrong: the cheapest set of claims whose removal settles every dispute.

A claim is dearer to doubt the more independent figures agree with it, cheaper where its slots were read from far
away or where the extractor doubts it, and cheaper where it is a word about figures instead of a figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from pipeline.observation import Observation, Reading
from pipeline.solve.agreement import agreements
from pipeline.solve.dispute import Dispute
from pipeline.solve.search import printed_ranges
from pipeline.solve.system import assemble

_CHEAP: Final = {"rank": 0.5, "target": 0.5, "sign": 0.6, "only": 0.6, "record": 0.6, "trend": 0.7}
"""Words about figures are doubted before figures, superlatives first: they are written from memory."""
_VAGUE: Final = 0.9
"""A hedged rate is worked out by the writer, and doubted before the amounts that an office printed."""
_LARGEST_SEARCH: Final = 18
_EVEN: Final = 0.1
"""Costs that differ by less are a tie, which the rest of the article may break; ``_SAME`` breaks what it leaves."""
_SAME: Final = 1e-6


class Verdict(NamedTuple):
    """The claims to doubt: sure ones, and those of which one must go but nothing says which."""

    suspects: tuple[str, ...]
    tied: tuple[str, ...]


def cost(one: Observation, agreeing: float, *, vague: bool = False) -> float:
    """How much is lost by doubting the claim, given how many independent figures agree with it."""
    base = _CHEAP.get(one.kind, 1.0)
    if one.claim.doubt:
        base *= 0.5
    if vague:
        base *= _VAGUE
    inherited = sum(evidence.inherited for evidence in one.claim.evidence.values())
    return base * (1 - min(inherited, 4) * 0.02) + agreeing


def is_vague(one: Observation, disputes: Sequence[Dispute]) -> bool:
    """Whether it is a hedged growth that is held against amounts, and not against another growth."""
    if one.kind != "growth" or not one.claim.hedge:
        return False
    return not any(dispute.kind == "same-fact" and one.id in dispute.claims for dispute in disputes)


def vouched_within(seen: Sequence[Observation]) -> Counter[str]:
    """For each claim, how many sharp relations hold between it and other printed figures."""
    rows = assemble(seen, Reading.WIDEST, proof=False)
    ranges = printed_ranges(rows)
    counts: Counter[str] = Counter()
    for agreement in agreements(rows, ranges):
        counts.update(agreement.rates)
        for flow in agreement.flows:
            counts.update({*ranges[flow].low_claims, *ranges[flow].high_claims})
    return counts


def blame(disputes: Sequence[Dispute], costs: Mapping[str, float]) -> Verdict:
    """The cheapest claims that together are in every dispute; where several such sets cost the same, a tie.

    ``costs`` gives the claims in the order of their text.
    """
    candidates = _candidates(disputes, costs)
    if len(candidates) > _LARGEST_SEARCH:
        return Verdict((_greedy(disputes, costs),), ())
    for size in (1, 2, 3):
        sets = [
            chosen
            for chosen in combinations(candidates, size)
            if all(dispute.claims.intersection(chosen) for dispute in disputes)
        ]
        if sets:
            return _cheapest(sets + _larger(candidates, disputes, size), costs)
    return Verdict((_greedy(disputes, costs),), ())


def cheapest(tied: Sequence[str], costs: Mapping[str, float]) -> str | None:
    """Of tied claims the one that is the least dear to doubt, if only by a little; None where several are."""
    least = min((costs[claim] for claim in tied), default=0.0)
    best = [claim for claim in tied if costs[claim] <= least + _SAME]
    return best[0] if len(best) == 1 else None


def _larger(candidates: Sequence[str], disputes: Sequence[Dispute], size: int) -> list[tuple[str, ...]]:
    """Sets of one claim more: two claims that nobody vouches for may be cheaper to doubt than one that many do."""
    if size == 3:
        return []
    return [
        chosen
        for chosen in combinations(candidates, size + 1)
        if all(dispute.claims.intersection(chosen) for dispute in disputes)
    ]


def _cheapest(sets: Sequence[tuple[str, ...]], costs: Mapping[str, float]) -> Verdict:
    priced = {chosen: sum(costs[claim] for claim in chosen) for chosen in sets}
    least = min(priced.values())
    best = [set(chosen) for chosen, price in priced.items() if price <= least + _EVEN]
    sure = set.intersection(*best)
    tied = set.union(*best) - sure
    return Verdict(tuple(one for one in costs if one in sure), tuple(one for one in costs if one in tied))


def _candidates(disputes: Sequence[Dispute], costs: Mapping[str, float]) -> list[str]:
    hits = Counter(claim for dispute in disputes for claim in dispute.claims)
    return sorted((claim for claim in costs if claim in hits), key=lambda claim: (-hits[claim], costs[claim]))


def _greedy(disputes: Sequence[Dispute], costs: Mapping[str, float]) -> str:
    hits = Counter(claim for dispute in disputes for claim in dispute.claims)
    return max((claim for claim in costs if claim in hits), key=lambda claim: hits[claim] / (costs[claim] + 0.1))
