"""How figures are counted: one for goods as they are loaded and one with their freight can both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final

from pipeline.claim import BY_ONE_SIDE, COUNTED, Claim
from pipeline.lexicon import read_toml
from pipeline.observation import Observation

_TWO: Final = 2


def counted_otherwise(kind: str, its: Sequence[Observation], article: Sequence[Observation]) -> Claim | None:
    """A figure of a conflict that may be counted in another way than the rest; None where all are counted alike.

    Of two figures for one fact the text says of one alone how it is counted, or the figures are counted in two ways, or
    one side of the trade says what it counts itself; or the text counts some trade in two ways, and not all figures of
    that trade are said to be counted in one of them.
    """
    if kind == "same-fact" and (itself := _counted_itself(its)) is not None:
        return itself
    told = [one.claim for one in its if _way(one.claim)]
    if kind == "same-fact" and len({_way(one.claim) for one in its}) == _TWO:
        return told[0]
    if len({_way(claim) for claim in told}) >= _TWO and not _are_valued(its):
        return told[0]
    ways: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in article:
        if _way(one.claim):
            ways[_trade(one)].add(_way(one.claim))
    for one in its:
        alike = {_way(other.claim) for other in its if _trade(other) == _trade(one)}
        if len(ways[_trade(one)]) >= _TWO and (len(alike) > 1 or alike == {""}):
            return one.claim
    return None


def _counted_itself(its: Sequence[Observation]) -> Claim | None:
    """Of figures from both sides of one trade the one that its side is said to count itself."""
    if len({one.claim.reporter for one in its}) < _TWO:
        return None
    return next((one.claim for one in its if one.claim.aspect == BY_ONE_SIDE), None)


def _are_valued(its: Sequence[Observation]) -> bool:
    """Whether all that is said is how exports or imports are valued, which may well be in two ways."""
    told = [one for one in its if _way(one.claim)]
    return all(one.subject.kind == "F" and _way(one.claim) in _valuations() for one in told)


def _trade(one: Observation) -> tuple[str, str, str]:
    """Whose trade a figure is of, and which way, whatever the goods and the time."""
    return one.subject.kind, one.subject.a, one.subject.b


def _way(claim: Claim) -> str:
    """How an amount is counted, as its text says; empty where it does not."""
    aspect = claim.aspect or ""
    return aspect if aspect.startswith(COUNTED) and aspect != BY_ONE_SIDE else ""


@cache
def _valuations() -> frozenset[str]:
    """The ways of which exports may have one and imports another."""
    return frozenset(COUNTED + str(way["id"]) for way in read_toml("countings.toml")["way"] if way.get("valuation"))
