"""sum: a group's trade is its members' trade; that of the world, or of a region, is at least that of those within it.

Only groups with firm limits are sums (``boundary`` in ``models/groups.csv``); of other regions it is known who is in
them by every usage (``models/region_cores.csv``). A group's own trade with the world, or with another group, is left
alone: whether trade within the group counts differs by source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.observation import Flow
from pipeline.relations.row import Flows, Number, Relation, Row
from pipeline.wholes import WORLD, apart, is_country, overlap, parts, within_throughout

Near = dict[tuple[object, ...], set[str]]


def _defines(flows: Flows) -> Iterator[Row]:
    grouped = [(flow, side) for flow in flows if flow.is_amount for side in _group_sides(flow)]
    if not grouped:
        return
    near = _by_party(flows)
    for flow, side in grouped:
        yield from _members(flow, side, near)
        yield from _inside(flow, side, near)


@cache
def _group_sides(flow: Flow) -> tuple[str, ...]:
    return tuple(side for side in ("a", "b") if not is_country(getattr(flow, side)))


def _by_party(flows: Flows) -> Near:
    """For each party and what else a flow is of: whom it trades with."""
    near: Near = defaultdict(set)
    for flow in flows:
        if flow.is_amount:
            near[(flow.a, *flow.key[3:])].add(flow.b)
            near[(flow.b, *flow.key[3:])].add(flow.a)
    return near


def _members(flow: Flow, side: str, near: Near) -> Iterator[Row]:
    whole, other = getattr(flow, side), getattr(flow, "b" if side == "a" else "a")
    listed = _steady_members(whole, flow)
    if not listed or other == WORLD or _overlaps(other, listed, flow.last // 12):
        return
    partners = near[(other, *flow.key[3:])]
    if not listed.isdisjoint(partners) or _nested(listed, partners, flow):
        yield _sum(flow, side, listed)


@cache
def _sum(flow: Flow, side: str, listed: frozenset[str]) -> Row:
    """What the members trade is what the group trades."""
    terms: list[tuple[Flow, Number]] = [(flow, 1)]
    for one in sorted(listed):
        part, factor = _part(flow, side, one)
        terms.append((part, -factor))
    return Row("sum", tuple(terms), 0, 0)


@cache
def _overlaps(other: str, listed: frozenset[str], year: int) -> bool:
    return any(overlap(other, one, year) for one in listed)


def _nested(listed: frozenset[str], partners: set[str], flow: Flow) -> bool:
    """Whether another sum over some of these members stands beside this one."""
    inner = (parts(one, flow.last // 12) for one in partners if not is_country(one))
    return any(one and one < listed for one in inner)


def _steady_members(whole: str, flow: Flow) -> frozenset[str]:
    """The members where they were the same through the period, else none."""
    first, last = parts(whole, flow.first // 12), parts(whole, flow.last // 12)
    return first if first == last else frozenset()


@cache
def _part(flow: Flow, side: str, one: str) -> tuple[Flow, int]:
    part = flow.but(a=one) if side == "a" else flow.but(b=one)
    if flow.kind == "F" or part.a <= part.b:
        return part, 1
    return part.but(a=part.b, b=part.a), (-1 if flow.kind == "B" else 1)


def _inside(flow: Flow, side: str, near: Near) -> Iterator[Row]:
    """Who is named and within the whole adds up to no more than it: countries together, and groups that are apart."""
    whole, other = getattr(flow, side), getattr(flow, "b" if side == "a" else "a")
    if flow.kind == "B" or (whole != WORLD and not is_country(other)) or other in whole.split("+"):
        return  # who trades with a list in which it is itself has been misread
    years = flow.first // 12, flow.last // 12
    year = years[1]
    named = sorted(one for one in near[(other, *flow.key[3:])] - {other} if within_throughout(one, whole, years))
    countries = [one for one in named if is_country(one)]
    listed = _steady_members(whole, flow)
    if countries and (not listed or other in listed):  # else they are of the sum of all members
        yield _at_most(flow, side, countries)
    groups = [one for one in named if not is_country(one)]
    families = (apart([first, *groups, *countries], year) for first in groups)
    for family in dict.fromkeys(tuple(sorted(one)) for one in families):
        yield _at_most(flow, side, family)


def _at_most(flow: Flow, side: str, named: Sequence[str]) -> Row:
    terms = [(flow, 1), *((_part(flow, side, one)[0], -1) for one in named)]
    return Row("sum", tuple(terms), 0, None)


RELATION = Relation(
    id="sum",
    order=3,
    defines=_defines,
    brings_in=True,
)
