"""The rows of a set of observations at one reading: what the claims say, and what is true of trade by definition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from pipeline.observation import Flow, Observation, Reading
from pipeline.relations import relations
from pipeline.relations.rank import above, behind, peers_of
from pipeline.relations.row import Bounds, Company, Relation, Row, exact, floating
from pipeline.solve.exact import claims_of, infeasible

_ROUNDS = 4
"""Definitions bring new flows in (a group its members), which bring new definitions in; depth is bounded."""


@cache
def _by_kind() -> dict[str, tuple[Relation, ...]]:
    kinds = sorted({kind for relation in relations() for kind in relation.kinds})
    return {kind: tuple(one for one in relations() if one.rows and kind in one.kinds) for kind in kinds}


def claim_rows(seen: Observation, bounds: Bounds) -> list[Row]:
    """The rows of one observation."""
    rows: list[Row] = []
    for relation in _by_kind().get(seen.kind, ()):
        assert relation.rows is not None
        rows.extend(relation.rows(seen, bounds))
    return rows


def definitions(flows: Iterable[Flow]) -> list[Row]:
    """The rows that hold by definition among the flows and those that they bring in."""
    known = frozenset(flows)
    rows: list[Row] = []
    for _ in range(_ROUNDS):
        rows = [row for relation in relations() if relation.defines for row in relation.defines(known)]
        grown = known.union(flow for row in rows for flow, _ in row.terms)
        if grown == known:
            break
        known = grown
    return rows


def assemble(seen: Sequence[Observation], reading: Reading, *, proof: bool = True) -> list[Row]:
    """All rows of the observations at a reading: exact for a proof, in floats for a search."""
    number = exact if proof else floating
    rows = [row for one in seen for row in claim_rows(one, number(one.intervals[reading]))]
    named = {flow for row in rows for flow, _ in row.terms} | {one.subject for one in seen}
    defined = definitions(named)
    flows = frozenset(named.union(flow for row in defined for flow, _ in row.terms))
    company = Company(flows=flows, bounds=lambda one: number(one.intervals[reading]))
    rows.extend(defined)
    for relation in relations():
        if relation.company:
            rows.extend(relation.company(seen, company))
    return rows


def conflict(seen: Sequence[Observation], reading: Reading) -> frozenset[str] | None:
    """Claims that cannot all hold at the reading, or None where all can: an exact answer."""
    rows = assemble(seen, reading)
    clash = infeasible(rows)
    if clash is not None:
        return claims_of(rows, clash)
    return _misplaced(seen, rows)


def failing_relations(seen: Sequence[Observation], reading: Reading) -> set[str]:
    """The relations between figures that a proof over these observations uses."""
    rows = assemble(seen, reading)
    return {rows[place].relation for place in infeasible(rows) or () if len(rows[place].terms) > 1}


def _misplaced(seen: Sequence[Observation], rows: list[Row]) -> frozenset[str] | None:
    """The claims that put a ranked one in another place than the printed second, third, …"""
    flows = frozenset(flow for row in rows for flow, _ in row.terms)
    for one in seen:
        if one.kind == "rank" and one.ranking and one.ranking.place > 1 and not one.ranking.change:
            found = _ahead(one, rows, flows) or _behind(one, rows, flows)
            if found:
                return found
    return None


def _ahead(one: Observation, rows: list[Row], flows: frozenset[Flow]) -> frozenset[str] | None:
    """As many proved ahead as the place allows none of."""
    assert one.ranking
    return _proved(rows, [above(one, peer) for peer in peers_of(one, flows)], one.ranking.place)


def _behind(one: Observation, rows: list[Row], flows: frozenset[Flow]) -> frozenset[str] | None:
    """More proved behind than there are places left; only where the whole group is known."""
    assert one.ranking
    peers = one.ranking.peers
    if not peers:
        return None
    return _proved(rows, [behind(one, peer) for peer in peers_of(one, flows)], len(peers) + 2 - one.ranking.place)


def _proved(rows: list[Row], tests: list[Row], wanted: int) -> frozenset[str] | None:
    proofs = []
    for test in tests if 0 < wanted <= len(tests) else ():
        clash = infeasible([*rows, test])
        if clash is not None:
            proofs.append(claims_of([*rows, test], clash))
    if len(proofs) < wanted:
        return None
    return frozenset().union(*sorted(proofs, key=lambda claims: (len(claims), sorted(claims)))[:wanted])


def irreducible(seen: Sequence[Observation], core: Iterable[str], reading: Reading) -> frozenset[str]:
    """A subset of ``core`` that is still contradictory, of which every claim is needed."""
    by_id = {one.id: one for one in seen}
    kept = sorted(core, key=lambda claim: (_keep_last(by_id[claim]), claim))
    for claim in tuple(kept):
        if claim not in kept:
            continue
        rest = [other for other in kept if other != claim]
        clash = conflict([by_id[other] for other in rest], reading)
        if clash is not None:
            kept = [other for other in rest if other in clash]
    return frozenset(kept)


def _keep_last(one: Observation) -> tuple[int, int]:
    """Which claims are tried to be left out first: rates before amounts, vague before sharp print."""
    order = {"level": 2, "target": 1}.get(one.kind, 0)
    return order, len(one.claim.text)
