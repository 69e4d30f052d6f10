"""A dispute: claims that cannot all hold, proved exactly and without one that is not needed; and how it is found."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from pipeline.observation import Flow, Observation, Reading, are_disjoint, in_order
from pipeline.relations import relations
from pipeline.relations.row import Row
from pipeline.solve.between import between_two
from pipeline.solve.search import Failure, ladder, printed_ranges
from pipeline.solve.system import assemble, conflict, failing_relations, irreducible
from pipeline.solve.ties import components
from pipeline.solve.witness import has_witness

_PAIRS: Final = 60
_EXTREMES: Final = 15
"""Pairs of one fact that are looked at, among how many lowest and highest figures: it shows who stands alone."""
_CROWD: Final = 8
"""A fact that is given in more ways than this is one dispute of all its claims: nobody can say who stands alone."""
_NEIGHBOURS: Final = 12
"""Claims of a long proof that are left out in turn, to see whether the rest fails too: that tells who is to blame."""
_SHORT_CHAIN: Final = 5
"""Figures of a chain that may be told although cut digits would mend it: in longer ones some digit is always cut."""
_WORDS: Final = {"rank": "rank", "trend": "trend", "record": "trend", "target": "threshold", "sign": "identity"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """An irreducible set of claims that cannot all hold at ``reading``."""

    kind: str
    claims: frozenset[str]
    reading: Reading
    row: Row | None = None
    """The row that fails against the printed figures; None where only a longer chain shows it."""
    crowd: frozenset[str] = frozenset()
    """Where a fact is given in very many ways: all claims of it, which are set aside together."""

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Simpler proofs first; a sum that is read off the page before one with halves and doubles."""
        derived = self.row is not None and any(coefficient == -2 for _, coefficient in self.row.terms)
        return proof_order().index(self.kind), derived, len(self.claims)


Proofs = dict[tuple[Reading, Failure | frozenset[str]], tuple[Dispute, ...]]
"""What was proved of a failure, or of all claims of a component, at a reading."""


@cache
def proof_order() -> tuple[str, ...]:
    """The kinds of proof, as simple as their relations are: of two proofs, the one whose kind stands first is shown."""
    return (*(relation.id for relation in relations()), "mirror", "system")


def find_disputes(
    seen: Sequence[Observation],
    reading: Reading,
    *,
    chains: bool,
    voices: Mapping[str, str] | None = None,
    proofs: Proofs | None = None,
) -> list[Dispute]:
    """The disputes among the observations, simplest first, then in the order of their text.

    Longer chains are looked for only where no single relation fails.

    Where ``voices`` says who speaks in each claim, no proof rests on more than two of them: figures of many
    sources never add up quite.

    ``proofs`` remembers what was proved among the same observations before some of them were set aside.
    """
    proofs = {} if proofs is None else proofs
    rows = assemble(seen, reading, proof=False)
    by_id = {one.id: one for one in seen}
    failures = [*clashes(rows), *ladder(rows, printed_ranges(rows))]
    if voices is not None:
        failures = list(between_two(failures, rows, voices))
    found: dict[frozenset[str], Dispute] = {}
    for failure in failures:
        if (key := (reading, failure)) not in proofs:
            dispute = prove(failure, by_id, reading)
            proofs[key] = () if dispute is None else (dispute,)
        for dispute in proofs[key]:
            found.setdefault(dispute.claims, dispute)
    if not found and chains:
        found = {dispute.claims: dispute for dispute in chained(seen, rows, reading, proofs)}
    place = {one.id: at for at, one in enumerate(seen)}
    return sorted(found.values(), key=lambda one: (one.rank, sorted(place[claim] for claim in one.claims)))


def agrees_singly(rows: Sequence[Row]) -> bool:
    """Whether no single relation fails; longer chains are not looked at."""
    return next(clashes(rows), None) is None and not ladder(rows, printed_ranges(rows))


def clashes(rows: Sequence[Row]) -> Iterator[Failure]:
    """Pairs of rows over one and the same unknown that do not meet; of a fact given in many ways only the extremes."""
    alone: dict[Flow, list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.terms) == 1 and row.claims:
            alone[row.terms[0][0]].append(row)
    for same in alone.values():
        below, above = min(same, key=_high), max(same, key=_low)
        if not are_disjoint(below, above):
            continue
        if _classes(same) > _CROWD:
            crowd = frozenset(claim for row in same for claim in row.claims)
            yield _clash(below, above)._replace(crowd=crowd)
            continue
        apart = [pair for pair in combinations(_extremes(same), 2) if are_disjoint(*pair)]
        for left, right in apart[:_PAIRS]:
            yield _clash(left, right)


def _clash(left: Row, right: Row) -> Failure:
    return Failure(_pair_kind(left, right), frozenset((*left.claims, *right.claims)), left)


def _extremes(same: Sequence[Row]) -> list[Row]:
    """The rows that end lowest and those that begin highest, in their order."""
    if len(same) <= 2 * _EXTREMES:
        return list(same)
    kept = {id(row) for row in (*sorted(same, key=_high)[:_EXTREMES], *sorted(same, key=_low)[-_EXTREMES:])}
    return [row for row in same if id(row) in kept]


def _classes(same: Sequence[Row]) -> int:
    """The most rows of which no two meet: how many different figures are given for the fact."""
    count, reached = 0, -math.inf
    for row in sorted(same, key=_high):
        if _low(row) > reached:
            count, reached = count + 1, _high(row)
    return count


def _low(row: Row) -> float:
    return -math.inf if row.low is None else float(row.low)


def _high(row: Row) -> float:
    return math.inf if row.high is None else float(row.high)


def _pair_kind(left: Row, right: Row) -> str:
    kinds = {left.relation, right.relation}
    if len(kinds) == 1:
        half_open = any(None in (row.low, row.high) for row in (left, right))
        return "threshold" if half_open and kinds == {"same-fact"} else kinds.pop()
    return min(kinds - {"same-fact"}, key=proof_order().index)


def prove(failure: Failure, by_id: dict[str, Observation], reading: Reading) -> Dispute | None:
    """The dispute of a failure that floats have found; None where fractions do not confirm it."""
    seen = in_order(failure.claims, by_id)
    clash = conflict(seen, reading)
    if clash is None:
        return None
    claims = irreducible(seen, clash, reading)
    row = failure.row if claims <= failure.claims else None
    kind = _kind(in_order(claims, by_id), failure.relation)
    return Dispute(kind=kind, claims=claims, reading=reading, row=row, crowd=failure.crowd)


def _kind(seen: Sequence[Observation], relation: str) -> str:
    """Words give a dispute its name: a rank, a trend, a target; else the relation that fails."""
    for one in seen:
        if one.kind == "only":
            return "trend" if one.base is not None else "identity"
        if one.kind in _WORDS:
            return _WORDS[one.kind]
    return relation if relation in proof_order() else "sum"


def chained(seen: Sequence[Observation], rows: Sequence[Row], reading: Reading, proofs: Proofs) -> Iterator[Dispute]:
    """For each component that fails as a whole: one dispute, and those that stand without one of its claims."""
    by_id = {one.id: one for one in seen}
    for component in components(rows):
        claims = frozenset(claim for row in component for claim in row.claims)
        if (key := (reading, claims)) not in proofs:
            within = in_order(claims, by_id)
            placed = any(one.is_behind_the_first for one in within)
            fails = len(within) > 2 and (placed or not has_witness(component))
            proofs[key] = tuple(_around(within, reading)) if fails else ()
        yield from proofs[key]


def _around(within: Sequence[Observation], reading: Reading) -> Iterator[Dispute]:
    first = _chain(within, reading)
    if first is None:
        return
    yield first
    needed = [one for one in within if one.id in first.claims]
    for left_out in needed[:_NEIGHBOURS]:
        other = _chain([one for one in within if one is not left_out], reading)
        if other is not None:
            yield other


def _chain(within: Sequence[Observation], reading: Reading) -> Dispute | None:
    core = conflict(within, reading)
    if core is None:
        return None
    claims = irreducible(within, core, reading)
    if reading != Reading.CUT and len(claims) > _SHORT_CHAIN:
        return None
    needed = [one for one in within if one.id in claims]
    used = failing_relations(needed, reading)
    return Dispute(kind=_kind(needed, used.pop() if len(used) == 1 else "system"), claims=claims, reading=reading)
