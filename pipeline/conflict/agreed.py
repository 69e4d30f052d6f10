"""What a large corpus agrees on: one value for every flow that as many claims as possible admit.

Where such values satisfy every definition and every claim of an article, nothing in that article can be disputed, and
it need not be looked at any further. In a corpus that repeats itself this settles nearly all at a look-up a claim.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.observation import Flow, Observation, Reading
from pipeline.relations.row import Row
from pipeline.solve.system import assemble
from pipeline.solve.ties import components
from pipeline.solve.witness import near_solution, violated

_VERSIONS: Final = 12
"""Versions of one fact that may be the agreed one: the most frequent."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """The claims that the agreed values do not satisfy, with what is near them; and those that are tied to others."""

    disputable: frozenset[tuple[object, ...]]
    zone: frozenset[Flow]
    tied: frozenset[tuple[object, ...]]

    def settles(self, one: Observation) -> bool:
        """Whether the agreed values satisfy the claim."""
        return told(one) not in self.disputable

    def is_near(self, one: Observation) -> bool:
        """Whether the claim speaks of a flow that something disputable speaks of, or of one beside it."""
        return one.subject in self.zone or one.base in self.zone or one.whole in self.zone


def told(one: Observation) -> tuple[object, ...]:
    """What a claim says, whoever says it."""
    return (one.fact, one.gap, one.intervals[Reading.NATURAL], one.ranking)


def agreed_on(seen: Iterable[Observation]) -> Agreed:
    """The agreement of a corpus."""
    counts: Counter[tuple[object, ...]] = Counter()
    first: dict[tuple[object, ...], Observation] = {}
    for one in seen:
        key = told(one)
        counts[key] += 1
        first.setdefault(key, one)
    by_id = {one.id: key for key, one in first.items()}
    rows = assemble(list(first.values()), Reading.NATURAL, proof=False)
    trusted = _majority(first, counts)
    held = [row for row in rows if all(claim in trusted for claim in row.claims)]
    value = near_solution(held)
    broken = [row for row in rows if violated(row, value)]
    disputable = {by_id[claim] for row in broken for claim in row.claims}
    places = {key for key, one in first.items() if one.is_behind_the_first}
    zone = _around(rows, broken, [first[key] for key in disputable | places])
    return Agreed(frozenset(disputable | places), zone, _tied(rows, by_id, counts))


def _majority(first: dict[tuple[object, ...], Observation], counts: Counter[tuple[object, ...]]) -> frozenset[str]:
    """For each fact the claims that share the value which most claims admit."""
    facts: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for key, one in first.items():
        facts.setdefault(one.fact, []).append(key)
    kept: set[str] = set()
    for keys in facts.values():
        kept.update(first[key].id for key in _best(keys, first, counts))
    return frozenset(kept)


def _best(
    keys: list[tuple[object, ...]], first: dict[tuple[object, ...], Observation], counts: Counter[tuple[object, ...]]
) -> list[tuple[object, ...]]:
    ends = {key: _ends(first[key]) for key in keys}
    common = sorted(keys, key=lambda key: -counts[key])[:_VERSIONS]
    points = [sum(ends[key]) / 2 for key in common if all(map(math.isfinite, ends[key]))]

    def admitting(point: float) -> list[tuple[object, ...]]:
        return [key for key in keys if ends[key][0] <= point <= ends[key][1]]

    best = max(points, key=lambda point: sum(counts[key] for key in admitting(point)), default=None)
    return keys if best is None else admitting(best)


def _ends(one: Observation) -> tuple[float, float]:
    low, high = one.intervals[Reading.NATURAL]
    return (-math.inf if low is None else float(low), math.inf if high is None else float(high))


def _around(rows: Sequence[Row], broken: Sequence[Row], doubtful: Sequence[Observation]) -> frozenset[Flow]:
    """The flows of what is broken or doubtful, and those that share a row with one of them, twice over."""
    zone = {flow for row in broken for flow, _ in row.terms}
    zone.update(flow for one in doubtful for flow in (one.subject, one.base, one.whole) if flow is not None)
    for _ in range(2):
        zone.update([flow for row in rows if any(flow in zone for flow, _ in row.terms) for flow, _ in row.terms])
    return frozenset(zone)


def _tied(
    rows: Sequence[Row], by_id: dict[str, tuple[object, ...]], counts: Counter[tuple[object, ...]]
) -> frozenset[tuple[object, ...]]:
    """What is said more than once, or stands in one component with something else that is said."""
    tied = set()
    for component in components(rows):
        keys = {by_id[claim] for row in component for claim in row.claims}
        if len(keys) > 1 or any(counts[key] > 1 for key in keys):
            tied.update(keys)
    return frozenset(tied)
