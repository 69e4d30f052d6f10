"""Which groups are the sum of their members: treaties and fixed regions are, "the Middle East" is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from pipeline.lexicon import read_csv

WORLD: Final = "world"
_CLOSED: Final = frozenset({"treaty", "fixed"})


@cache
def boundary(code: str) -> str:
    """How firm the limits of a group are: ``treaty``, ``fixed``, ``loose``, ``world``; empty for a country."""
    if "+" in code:
        return "fixed"
    if code == WORLD:
        return WORLD
    if not _is_slug(code):
        return ""
    return next((row["boundary"] for row in read_csv("groups.csv") if row["slug"] == code), "loose")


def is_country(code: str) -> bool:
    """Whether the code is a single country's."""
    return boundary(code) == ""


@cache
def parts(code: str, year: int) -> frozenset[str]:
    """The members of a group whose sum it is; empty where it is no sum of members in that year."""
    if "+" in code:
        named = [part for part in code.split("+") if part]
        clean = len(named) == len(set(named)) and all(is_country(part) for part in named)
        return frozenset(named) if clean else frozenset()
    return members(code, year) if boundary(code) in _CLOSED else frozenset()


@cache
def members(code: str, year: int) -> frozenset[str]:
    """The members of a group in a year, also where the group is loose; empty for a country or an unknown name."""
    if "+" in code:
        return frozenset(code.split("+"))
    if not _is_slug(code):
        return frozenset()
    from pipeline.economy import members as listed

    return frozenset(listed(code, year))


@cache
def overlap(left: str, right: str, year: int) -> bool:
    """Whether two parties may share a country: certain only for countries and closed groups."""
    if left == right or WORLD in (left, right):
        return True
    if is_country(left) and is_country(right):
        return False
    shares = _extent(left, year), _extent(right, year)
    return not all(shares) or bool(shares[0] & shares[1])


@cache
def within(party: str, whole: str, year: int) -> bool:
    """Whether all trade with the party is trade with the whole too, by every usage of the whole's name.

    Of a region without firm limits ``models/region_cores.csv`` says whom everybody counts in.
    """
    if party in (whole, WORLD):
        return False
    core = _cores().get(whole, frozenset())
    if whole == WORLD or party in core:
        return True
    inner, outer = parts(party, year), parts(whole, year)
    if is_country(party):
        return party in outer
    return bool(inner) and (inner <= outer or inner <= core)


def within_throughout(party: str, whole: str, years: tuple[int, int]) -> bool:
    """Whether the party is within the whole in the first and in the last of the years."""
    return all(within(party, whole, year) for year in years)


def apart(parties: Iterable[str], year: int) -> list[str]:
    """The parties in their order, without those that may share a country with one that was taken before."""
    taken: list[str] = []
    for one in parties:
        if not any(overlap(one, other, year) for other in taken):
            taken.append(one)
    return taken


@cache
def _cores() -> Mapping[str, frozenset[str]]:
    return {row["slug"]: frozenset(row["holds"].split("|")) for row in read_csv("region_cores.csv")}


def _extent(code: str, year: int) -> frozenset[str]:
    return frozenset((code,)) if is_country(code) else members(code, year)


def _is_slug(code: str) -> bool:
    return not (len(code) == 3 and code.isupper())
