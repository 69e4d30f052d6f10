"""Second, third, …: places that no linear row can ask for, so every way to fill the places before is tried.

The n-th has n-1 of its group before it and the others behind. If no choice of those before leaves room for true
figures, the place contradicts the figures. Members of a closed group that nobody speaks of may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb
from typing import Final

from pipeline.observation import Flow, Observation
from pipeline.relations.rank import above, behind, peers_of
from pipeline.relations.row import Row
from pipeline.solve.exact import claims_of, infeasible

_CHOICES: Final = 120
"""Choices that are tried; a ranking with more is judged by those that are proved ahead one by one."""


def misplaced(seen: Sequence[Observation], rows: list[Row]) -> frozenset[str] | None:
    """Claims that leave a ranked one no such place as is printed; None where it can have it."""
    flows = {flow: None for row in rows for flow, _ in row.terms}
    for one in seen:
        if one.is_behind_the_first and one.ranking and not one.ranking.change:
            peers = peers_of(one, flows)
            least, most = _before(one, len(peers))
            few = sum(comb(len(peers), count) for count in range(least, most + 1)) <= _CHOICES
            found = _nowhere(one, rows, peers) if few else _proved_ahead(one, rows, peers)
            if found:
                return found
    return None


def _before(one: Observation, known: int) -> tuple[int, int]:
    """How few and how many of the known peers may stand before the ranked one."""
    assert one.ranking
    silent = len(one.ranking.peers) - known
    return max(0, one.ranking.place - 1 - silent), min(known, one.ranking.place - 1)


def _nowhere(one: Observation, rows: list[Row], peers: Sequence[Flow]) -> frozenset[str] | None:
    """The claims that exclude every choice of those before."""
    claims: frozenset[str] = frozenset()
    for before in _choices(one, peers):
        tests = [behind(one, peer) if peer in before else above(one, peer) for peer in peers]
        clash = infeasible([*rows, *tests])
        if clash is None:
            return None
        claims |= claims_of([*rows, *tests], clash)
    return claims or None


def _choices(one: Observation, peers: Sequence[Flow]) -> Iterator[tuple[Flow, ...]]:
    least, most = _before(one, len(peers))
    for count in range(most, least - 1, -1):
        yield from combinations(peers, count)


def _proved_ahead(one: Observation, rows: list[Row], peers: Sequence[Flow]) -> frozenset[str] | None:
    """As many proved ahead as the place allows none of."""
    assert one.ranking
    proofs = []
    for peer in peers:
        tests = [*rows, above(one, peer)]
        clash = infeasible(tests)
        if clash is not None:
            proofs.append(claims_of(tests, clash))
    if len(proofs) < one.ranking.place:
        return None
    shortest = sorted(proofs, key=len)[: one.ranking.place]
    return frozenset().union(*shortest)
