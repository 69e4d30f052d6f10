"""Which claim is most likely wrong: the cheapest set of claims whose removal settles every dispute.

A claim is dearer to doubt the more independent figures agree with it, cheaper where its slots were read from far away or
where the extractor doubts it, and cheaper where it is a word about figures instead of a figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from pipeline.solve.dispute import Dispute
from pipeline.observation import Observation, Reading
from pipeline.relations.row import Row
from pipeline.solve.search import activity, ladder, printed_ranges
from pipeline.solve.system import assemble

_WORDS: Final = frozenset({"rank", "trend", "sign", "only", "target"})
_SHARP: Final = 0.1
"""A relation that leaves more than this of the figures open agrees with nearly anything, so it vouches for nobody."""
_LARGEST_SEARCH: Final = 18
_EVEN: Final = 1e-6


class Verdict(NamedTuple):
    """The claims to doubt: sure ones, and those of which one must go but nothing says which."""

    suspects: tuple[str, ...]
    tied: tuple[str, ...]


def cost(one: Observation, agreeing: float) -> float:
    """How much is lost by doubting the claim, given how many independent figures agree with it."""
    base = 0.5 if one.kind in _WORDS else 1.0
    if one.claim.doubt:
        base *= 0.5
    inherited = sum(evidence.inherited for evidence in one.claim.evidence.values())
    return base * (1 - min(inherited, 4) * 0.02) + agreeing


def agreement(seen: Sequence[Observation]) -> Counter[str]:
    """For each claim, how many relations that leave little open hold between it and other printed figures."""
    rows = assemble(seen, Reading.WIDEST, proof=False)
    ranges = printed_ranges(rows)
    failed = {failure.row for failure in ladder(rows, ranges)}
    counts: Counter[str] = Counter()
    twins: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if len(row.terms) > 1 and row.relation not in ("rank", "trend"):
            twins.setdefault((row.claims, tuple(flow for flow, _ in row.terms)), []).append(row)
    for pair in twins.values():
        if not failed.intersection(pair) and all(_is_sharp(row, ranges) for row in pair) and _two_sided(pair):
            counts.update(_party(pair[0], ranges))
    return counts


def _two_sided(pair: Sequence[Row]) -> bool:
    return any(row.low is not None for row in pair) and any(row.high is not None for row in pair)


def _is_sharp(row: Row, ranges: Mapping) -> bool:  # type: ignore[type-arg]
    least, most = activity(row, dict(ranges))
    scale = max((abs(coefficient * ranges[flow].high) for flow, coefficient in row.terms if flow in ranges), default=0)
    return all(flow in ranges for flow, _ in row.terms) and most - least <= 2 * _SHARP * scale


def _party(row: Row, ranges: Mapping) -> set[str]:  # type: ignore[type-arg]
    claims = set(row.claims)
    for flow, _ in row.terms:
        claims.update(ranges[flow].low_claims, ranges[flow].high_claims)
    return claims


def blame(disputes: Sequence[Dispute], costs: Mapping[str, float]) -> Verdict:
    """The cheapest claims that together are in every dispute; where several such sets cost the same, a tie."""
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
    return Verdict(tuple(sorted(sure)), tuple(sorted(set.union(*best) - sure)))


def _candidates(disputes: Sequence[Dispute], costs: Mapping[str, float]) -> list[str]:
    hits = Counter(claim for dispute in disputes for claim in dispute.claims)
    return sorted(hits, key=lambda claim: (-hits[claim], costs[claim], claim))


def _greedy(disputes: Sequence[Dispute], costs: Mapping[str, float]) -> str:
    hits = Counter(claim for dispute in disputes for claim in dispute.claims)
    return min(hits, key=lambda claim: (-hits[claim] / (costs[claim] + 0.1), claim))
