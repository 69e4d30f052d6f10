"""A dispute: claims that cannot all hold, proved exactly and without one that is not needed; and how it is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from pipeline.observation import Flow, Observation, Reading
from pipeline.relations.row import Row
from pipeline.solve.between import between_two
from pipeline.solve.core import core_of
from pipeline.solve.search import Failure, components, ladder, printed_ranges
from pipeline.solve.system import assemble, conflict, failing_relations, irreducible
from pipeline.solve.witness import has_witness

KINDS: Final = ("same-fact", "threshold", "identity", "sum", "growth", "share", "rank", "trend", "mirror", "system")
"""Of two proofs, the one whose kind stands first is shown."""
_PAIRS: Final = 60
"""Pairs of one fact that are looked at: enough to see who stands alone."""
_NEIGHBOURS: Final = 12
"""Claims of a long proof that are left out in turn, to see whether the rest fails too: that tells who is to blame."""
_EXACT_ROWS: Final = 250
"""Up to so many rows the exact solver is asked at once; beyond, HiGHS looks for a small core first."""
_WORDS: Final = {"rank": "rank", "trend": "trend", "target": "threshold", "sign": "identity"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """An irreducible set of claims that cannot all hold at ``reading``."""

    kind: str
    claims: frozenset[str]
    reading: Reading
    row: Row | None = None
    """The row that fails against the printed figures; None where only a longer chain shows it."""

    @property
    def rank(self) -> tuple[int, bool, int, tuple[str, ...]]:
        """Simpler proofs first; a sum that is read off the page before one with halves and doubles."""
        derived = self.row is not None and any(coefficient == -2 for _, coefficient in self.row.terms)
        return KINDS.index(self.kind), derived, len(self.claims), tuple(sorted(self.claims))


def find_disputes(
    seen: Sequence[Observation], reading: Reading, *, chains: bool, voices: Mapping[str, str] | None = None
) -> list[Dispute]:
    """The disputes among the observations, simplest first; longer chains only where no single relation fails.

    Where ``voices`` says who speaks in each claim, no proof rests on more than two of them: figures of many
    sources never add up quite.
    """
    rows = assemble(seen, reading, proof=False)
    by_id = {one.id: one for one in seen}
    failures = [*clashes(rows), *ladder(rows, printed_ranges(rows))]
    if voices is not None:
        failures = list(between_two(failures, rows, voices))
    found: dict[frozenset[str], Dispute] = {}
    for failure in failures:
        dispute = prove(failure, by_id, reading)
        if dispute is not None:
            found.setdefault(dispute.claims, dispute)
    if not found and chains:
        found = {dispute.claims: dispute for dispute in chained(seen, rows, reading)}
    return sorted(found.values(), key=lambda dispute: dispute.rank)


def agrees_singly(rows: Sequence[Row]) -> bool:
    """Whether no single relation fails; longer chains are not looked at."""
    return next(clashes(rows), None) is None and not ladder(rows, printed_ranges(rows))


def clashes(rows: Sequence[Row]) -> Iterator[Failure]:
    """Pairs of rows over one and the same unknown that do not meet."""
    alone: dict[Flow, list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.terms) == 1 and row.claims:
            alone[row.terms[0][0]].append(row)
    for flow in sorted(flow for flow, same in alone.items() if len(same) > 1):
        apart = [pair for pair in combinations(alone[flow][:_PAIRS], 2) if _apart(*pair)]
        for left, right in apart[:_PAIRS]:
            yield Failure(_pair_kind(left, right), frozenset((*left.claims, *right.claims)), left)


def _apart(left: Row, right: Row) -> bool:
    def beyond(one: Row, other: Row) -> bool:
        return one.high is not None and other.low is not None and one.high < other.low

    return beyond(left, right) or beyond(right, left)


def _pair_kind(left: Row, right: Row) -> str:
    kinds = {left.relation, right.relation}
    if len(kinds) == 1:
        half_open = any(None in (row.low, row.high) for row in (left, right))
        return "threshold" if half_open and kinds == {"same-fact"} else kinds.pop()
    return min(kinds - {"same-fact"}, key=KINDS.index)


def prove(failure: Failure, by_id: dict[str, Observation], reading: Reading) -> Dispute | None:
    """The dispute of a failure that floats have found; None where fractions do not confirm it."""
    seen = [by_id[claim] for claim in sorted(failure.claims)]
    clash = conflict(seen, reading)
    if clash is None:
        return None
    claims = irreducible(seen, clash, reading)
    row = failure.row if claims <= failure.claims else None
    return Dispute(kind=_kind([by_id[c] for c in claims], failure.relation), claims=claims, reading=reading, row=row)


def _kind(seen: Sequence[Observation], relation: str) -> str:
    """Words give a dispute its name: a rank, a trend, a target; else the relation that fails."""
    for one in seen:
        if one.kind == "only":
            return "trend" if one.base is not None else "identity"
        if one.kind in _WORDS:
            return _WORDS[one.kind]
    return relation if relation in KINDS else "sum"


def chained(seen: Sequence[Observation], rows: Sequence[Row], reading: Reading) -> Iterator[Dispute]:
    """For each component that fails as a whole: one dispute, and those that stand without one of its claims."""
    by_id = {one.id: one for one in seen}
    for component in components(rows):
        members = sorted({claim for row in component for claim in row.claims})
        within = [by_id[claim] for claim in members]
        placed = any(one.ranking is not None and one.ranking.place > 1 for one in within)
        if len(members) > 2 and (placed or not has_witness(component)):
            yield from _around(within, reading)


def _around(within: Sequence[Observation], reading: Reading) -> Iterator[Dispute]:
    first = _chain(within, reading)
    if first is None:
        return
    yield first
    for claim in sorted(first.claims)[:_NEIGHBOURS]:
        other = _chain([one for one in within if one.id != claim], reading)
        if other is not None:
            yield other


def _chain(within: Sequence[Observation], reading: Reading) -> Dispute | None:
    rows = assemble(within, reading, proof=False)
    if len(rows) > _EXACT_ROWS:
        small = core_of(rows)
        within = [one for one in within if small and one.id in small]
    core = conflict(within, reading) if within else None
    if core is None:
        return None
    claims = irreducible(within, core, reading)
    needed = [one for one in within if one.id in claims]
    used = failing_relations(needed, reading)
    return Dispute(kind=_kind(needed, used.pop() if len(used) == 1 else "system"), claims=claims, reading=reading)
