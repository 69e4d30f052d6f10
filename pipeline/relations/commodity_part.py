"""sum over commodities: a named commodity is at most all trade; goods and services, or oil and non-oil, are the whole.

An article that speaks of services too leaves open what its "trade" is: at least its goods, at most both.
Re-exports are counted among exports by some offices and beside them by others, so nothing follows from the two.
Two commodities are never taken to be apart unless their names say so: "machinery" may lie within "manufactures".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.commodity import UNION
from pipeline.lexicon import read_toml
from pipeline.observation import Flow
from pipeline.relations.row import Flows, Number, Relation, Row
from pipeline.wholes import WORLD

_NOT_GOODS = frozenset({"services", UNION, "goods"})
_WHOLE, _PART = 21, 20
"""Goods are at most so many times all trade: a twentieth more where one is counted by customs, one by payments."""


def _defines(flows: Flows) -> Iterator[Row]:
    if not any(flow.commodity for flow in flows):
        return
    named: dict[Flow, dict[str, Flow]] = {}
    for flow in flows:
        if flow.is_amount:
            named.setdefault(_of_everything(flow), {})[flow.commodity] = flow
    for whole, parts in named.items():
        if len(parts) > 1:
            yield from _parts(whole, parts)
        if "" not in parts:
            yield from _within_wider(whole, parts, flows)


def _within_wider(whole: Flow, parts: dict[str, Flow], flows: Flows) -> Iterator[Row]:
    """Goods that go one way between two are at most their turnover, and what each trades with everybody."""
    if whole.kind != "F":
        return
    a, b = whole.parties
    wider = (whole.but(kind="T", a=a, b=b), whole.but(a=WORLD), whole.but(b=WORLD))
    for more in (flow for flow in wider if flow in flows):
        for name, part in parts.items():
            if _is_part(name):
                yield _row([(more, 1), (part, -1)], full=False)


@cache
def _of_everything(flow: Flow) -> Flow:
    return flow.but(commodity="")


def _parts(whole: Flow, parts: dict[str, Flow]) -> Iterator[Row]:
    if {UNION, "goods", "services"} <= parts.keys():
        yield _row([(parts[UNION], 1), (parts["goods"], -1), (parts["services"], -1)], full=True)
    elif whole.kind != "B" and UNION in parts:
        for one in ("goods", "services"):
            if one in parts:
                yield _row([(parts[UNION], 1), (parts[one], -1)], full=False)
    if whole.kind == "B":
        return
    if "" not in parts:
        if UNION in parts:
            yield from _within(parts[UNION], parts)
        return
    if "goods" in parts:
        yield _row([(whole, _WHOLE), (parts["goods"], -_PART)], full=False)
    if UNION in parts:
        yield _row([(parts[UNION], _WHOLE), (whole, -_PART)], full=False)
    yield from _within(whole, parts)


def _within(whole: Flow, parts: dict[str, Flow]) -> Iterator[Row]:
    """Each named commodity is a part of all trade; one and all but it are the whole."""
    for name, part in parts.items():
        if _is_part(name):
            yield _row([(whole, 1), (part, -1)], full=False)
        if f"non-{name}" in parts:
            yield _row([(whole, 1), (part, -1), (parts[f"non-{name}"], -1)], full=True)


@cache
def _is_part(name: str) -> bool:
    """Whether goods of the name are a part of all trade by every way of counting."""
    return bool(name) and name not in _NOT_GOODS and _beside().isdisjoint(name.split())


@cache
def _beside() -> frozenset[str]:
    return frozenset(read_toml("beside_exports.toml")["words"])


def _row(terms: list[tuple[Flow, Number]], *, full: bool) -> Row:
    return Row("sum", tuple(terms), 0, 0 if full else None)


RELATION = Relation(
    id="commodity-part",
    order=3,
    defines=_defines,
)
