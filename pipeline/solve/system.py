"""The rows of a set of observations at one reading: what the claims say, and what is true of trade by definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from pipeline.observation import Flow, Observation, Reading, in_order
from pipeline.relations import relations
from pipeline.relations.row import Bounds, Company, Flows, Relation, Row, exact, floating
from pipeline.solve.core import core_of
from pipeline.solve.exact import claims_of, infeasible
from pipeline.solve.places import misplaced
from pipeline.solve.witness import has_witness

_MANY = 40
"""Claims beyond which floats are asked before fractions."""
_ROUNDS = 4
"""Definitions bring new flows in (a group its members), which bring new definitions in; depth is bounded."""


_SOCIABLE = frozenset({"rank", "record", "share"})
"""Observations whose relations need others beside them."""


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


def definitions(flows: Flows) -> list[Row]:
    """The rows that hold by definition among the flows and those that they bring in."""
    known = dict(flows)
    defining = [relation for relation in relations() if relation.defines]
    for _ in range(_ROUNDS):
        rows = [row for one in defining if one.brings_in for row in one.defines(known)]  # type: ignore[misc]
        grown = known | {flow: None for row in rows for flow, _ in row.terms}
        if len(grown) == len(known):
            break
        known = grown
    rows.extend(row for one in defining if not one.brings_in for row in one.defines(known))  # type: ignore[misc]
    return rows


def assemble(
    seen: Sequence[Observation], reading: Reading, *, proof: bool = True, also: Sequence[Flow] = ()
) -> list[Row]:
    """All rows of the observations at a reading: exact for a proof, in floats for a search.

    ``also`` are flows that nobody speaks of, but that definitions may tie to those of the observations.
    """
    number = exact if proof else floating
    rows = [row for one in seen for row in claim_rows(one, number(one.intervals[reading]))]
    named = _named(rows, seen) | dict.fromkeys(also)
    defined = definitions(named)
    return [*rows, *defined, *_in_company(seen, named, defined, lambda one: number(one.intervals[reading]))]


def _named(rows: Sequence[Row], seen: Sequence[Observation]) -> dict[Flow, None]:
    """The flows that somebody speaks of."""
    return {flow: None for row in rows for flow, _ in row.terms} | {one.subject: None for one in seen}


def _in_company(
    seen: Sequence[Observation], named: Flows, defined: Sequence[Row], bounds: Callable[[Observation], Bounds]
) -> Iterator[Row]:
    """The rows of relations that need several observations at once."""
    if any(one.kind in _SOCIABLE for one in seen):
        flows = {**named, **{flow: None for row in defined for flow, _ in row.terms}}
        company = Company(flows=flows, bounds=bounds)
        for relation in relations():
            if relation.company:
                yield from relation.company(seen, company)


class Around:
    """The same observations with one more at a time, in floats; definitions of the same flows are worked out once."""

    def __init__(self, near: Sequence[Observation], reading: Reading) -> None:
        self._near, self._reading = near, reading
        self._rows = [row for one in near for row in claim_rows(one, self._bounds(one))]
        self._defined: dict[tuple[Flow, ...], list[Row]] = {}

    def _bounds(self, one: Observation) -> Bounds:
        return floating(one.intervals[self._reading])

    def assembled_with(self, one: Observation) -> list[Row]:
        """What :func:`assemble` gives for the observations and this one."""
        seen = [*self._near, one]
        rows = [*self._rows, *claim_rows(one, self._bounds(one))]
        named = _named(rows, seen)
        flows = tuple(named)
        if flows not in self._defined:
            self._defined[flows] = definitions(named)
        defined = self._defined[flows]
        return [*rows, *defined, *_in_company(seen, named, defined, self._bounds)]


def conflict(seen: Sequence[Observation], reading: Reading) -> frozenset[str] | None:
    """Claims that cannot all hold at the reading, or None where all can. What is found is proved with fractions.

    Of many claims floats say first whether there is anything to prove, and among which of them.
    """
    placed = any(one.is_behind_the_first for one in seen)
    if len(seen) > _MANY and not placed:
        core = _suspects(seen, reading)
        proved = core and _proved(core, reading)
        if not core or proved:
            return proved or None
    return _proved(seen, reading)


def _suspects(seen: Sequence[Observation], reading: Reading) -> list[Observation]:
    """Observations that floats cannot reconcile; none where they can."""
    rows = assemble(seen, reading, proof=False)
    core = None if has_witness(rows) else core_of(rows)
    return [one for one in seen if core and one.id in core]


def _proved(seen: Sequence[Observation], reading: Reading) -> frozenset[str] | None:
    rows = assemble(seen, reading)
    clash = infeasible(rows)
    return misplaced(seen, rows) if clash is None else claims_of(rows, clash)


def failing_relations(seen: Sequence[Observation], reading: Reading) -> set[str]:
    """The relations between figures that a proof over these observations uses."""
    rows = assemble(seen, reading)
    return {rows[place].relation for place in infeasible(rows) or () if len(rows[place].terms) > 1}


def irreducible(seen: Sequence[Observation], core: Iterable[str], reading: Reading) -> frozenset[str]:
    """A subset of ``core`` that is still contradictory, of which every claim is needed."""
    by_id = {one.id: one for one in seen}
    kept = [one.id for one in sorted(in_order(core, by_id), key=_keep_last)]
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
    return order, sum(map(str.isdigit, one.claim.text))
