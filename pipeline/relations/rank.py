"""rank: the first is not below any other of its group; the third has at most two above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.observation import Flow, Observation
from pipeline.relations.growth import factors
from pipeline.relations.row import Company, Flows, Relation, Row


def peers_of(seen: Observation, flows: Flows) -> tuple[Flow, ...]:
    """The flows that the ranked one is compared with: the group's other members, as far as they are at hand."""
    assert seen.ranking is not None
    return tuple(flow for flow in seen.ranking.peers if flow in flows)


def above(seen: Observation, peer: Flow) -> Row:
    """What must be possible if ``peer`` is not strictly ahead of the ranked one."""
    assert seen.ranking is not None
    low, high = (0, None) if seen.ranking.largest else (None, 0)
    return Row("rank", ((seen.subject, 1), (peer, -1)), low, high, (seen.id,))


def behind(seen: Observation, peer: Flow) -> Row:
    """What must be possible if ``peer`` is not strictly behind the ranked one."""
    row = above(seen, peer)
    return row._replace(low=row.high, high=row.low)


def _company(seen: Sequence[Observation], company: Company) -> Iterator[Row]:
    growths: dict[tuple[Flow, Flow | None], list[Observation]] = {}
    for one in seen:
        if one.kind == "growth":
            growths.setdefault((one.subject, one.base), []).append(one)
    for one in (one for one in seen if one.kind == "rank"):
        assert one.ranking is not None
        if one.is_behind_the_first:
            yield _beside(one, company)
        elif one.ranking.change:
            for growth in growths.get((one.subject, one.base), ()):
                yield from _fastest(one, growth, company)
        else:
            yield from _first(one, company)


def _beside(one: Observation, company: Company) -> Row:
    """Asks for nothing, but ties the ranked one to its group: a second or third place is no linear constraint."""
    terms = ((flow, 1) for flow in (one.subject, *peers_of(one, company.flows)))
    return Row("rank", tuple(terms), None, None, (one.id,))


def _first(one: Observation, company: Company) -> Iterator[Row]:
    for peer in peers_of(one, company.flows):
        yield above(one, peer)


def _fastest(one: Observation, growth: Observation, company: Company) -> Iterator[Row]:
    """Nobody grew more than the fastest, whose own growth is printed beside."""
    assert one.ranking is not None
    assert one.base is not None
    slowest, fastest = factors(company.bounds(growth), 1)
    limit = fastest if one.ranking.largest else slowest
    if limit is None:
        return
    for peer in peers_of(one, company.flows):
        before = peer.but(first=one.base.first, last=one.base.last)
        if before in company.flows:
            low, high = (None, 0) if one.ranking.largest else (0, None)
            yield Row("rank", ((peer, 1), (before, -limit)), low, high, (one.id, growth.id))


RELATION = Relation(
    id="rank",
    order=6,
    kinds=("rank",),
    company=_company,
)
