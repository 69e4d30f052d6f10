"""sum over time: months make quarters and quarters years; months that do not fill the year are at most the year."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.observation import Flow
from pipeline.relations.row import Flows, Number, Relation, Row

_LONGEST_WHOLE = 12
"""A figure for several years may be a total or an average, so only periods up to a year are taken as totals."""


def _defines(flows: Flows) -> Iterator[Row]:
    for alike in at_all_times(flow for flow in flows if flow.is_amount).values():
        if len(alike) > 1:
            yield from _of_one_trade(alike)


def _of_one_trade(alike: list[Flow]) -> Iterator[Row]:
    """The rows between the periods of one trade: each with those that begin in it, and not with all others."""
    in_time = sorted(alike, key=lambda flow: flow.first)
    begins = [flow.first for flow in in_time]
    for whole in alike:
        if whole.months <= _LONGEST_WHOLE:
            begun = in_time[bisect_left(begins, whole.first) : bisect_right(begins, whole.last)]
            inner = [flow for flow in begun if flow is not whole and flow.last <= whole.last]
            yield from _whole(whole, inner) if inner else ()


def at_all_times(flows: Iterable[Flow]) -> dict[Flow, list[Flow]]:
    """The flows by the trade that they are of, whenever it was."""
    spans: dict[Flow, list[Flow]] = {}
    for flow in flows:
        spans.setdefault(timeless(flow), []).append(flow)
    return spans


@cache
def timeless(flow: Flow) -> Flow:
    """The same trade without its time."""
    return flow.but(first=0, last=0)


def _inside(part: Flow, whole: Flow) -> bool:
    return whole.first <= part.first and part.last <= whole.last


def _whole(whole: Flow, inner: list[Flow]) -> Iterator[Row]:
    outer = [one for one in inner if not any(one != big and _inside(one, big) for big in inner)]
    chain = sorted(outer, key=lambda flow: flow.first)
    apart = all(left.last < right.first for left, right in itertools.pairwise(chain))
    for group in [chain] if apart else [[one] for one in chain]:
        full = sum(one.months for one in group) == whole.months
        if full or whole.kind != "B":
            terms: list[tuple[Flow, Number]] = [(whole, 1), *((one, -1) for one in group)]
            yield Row("sum", tuple(terms), 0, 0 if full else None)


RELATION = Relation(
    id="subperiod",
    order=3,
    defines=_defines,
)
