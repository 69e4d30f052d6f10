"""A made-up year of trade: what each country of an article sold to each other, month by month, exactly."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


@cache
def names() -> Mapping[str, Any]:
    """The countries, groups and fields of partners that articles are made of."""
    return tomllib.loads((HERE / "world.toml").read_text(encoding="utf-8"))


@cache
def group_members() -> Mapping[str, frozenset[str]]:
    """The members of every group of the world."""
    return {group["slug"]: frozenset(group["members"]) for group in names()["group"]}


def split(party: str) -> frozenset[str]:
    """The countries of a party: of a group, of an ad-hoc sum, or the one country itself; empty for the world."""
    if party == "world":
        return frozenset()
    return group_members().get(party) or frozenset(party.split("+"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A period as the months that it holds, counted from January of year 0."""

    first: int
    last: int

    @classmethod
    def parse(cls, period: str) -> Span:
        """The months of ``2024``, ``2024-Q1``, ``2024-H1``, ``2024-03`` and ``2024-01/2024-09``."""
        if "/" in period:
            ends = [cls.parse(part) for part in period.split("/")]
            return cls(first=ends[0].first, last=ends[1].last)
        year, _, part = period.partition("-")
        start = int(year) * 12
        if not part:
            return cls(first=start, last=start + 11)
        length = {"Q": 3, "H": 6}.get(part[0], 1)
        first = start + (int(part.lstrip("QH")) - 1) * length
        return cls(first=first, last=first + length - 1)


def year_before(period: str) -> str:
    """The same period one year earlier."""
    return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in period.split("/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who trades in one article, and the true amounts."""

    hub: str
    partners: tuple[str, ...]
    group: str | None
    year: int
    months: Mapping[tuple[str, str], Mapping[int, int]]
    """For each seller and buyer the amount of every month. ``rest`` is everybody outside."""

    def amount(self, reporter: str, partner: str, flow: str, period: str) -> Fraction:
        """The true amount of a flow, seen from the reporter."""
        sold, bought = self._one_way(reporter, partner, period), self._one_way(partner, reporter, period)
        return Fraction({"export": sold, "import": bought, "turnover": sold + bought, "balance": sold - bought}[flow])

    def _one_way(self, seller: str, buyer: str, period: str) -> int:
        span = Span.parse(period)
        sellers = split(seller) or {*self.partners, "rest"}
        buyers = split(buyer) or {*self.partners, "rest"}
        lanes = [self.months[(a, b)] for a in sorted(sellers) for b in sorted(buyers)]
        return sum(lane[month] for lane in lanes for month in range(span.first, span.last + 1))


def make_world(rng: random.Random) -> World:
    """A hub with a firm group of partners, or with partners that make no group."""
    if rng.random() < 0.65:
        group = rng.choice(names()["group"])
        hub, members = rng.choice(group["hubs"]), tuple(group["members"])
        return _filled(rng, hub, members, group["slug"])
    hub = rng.choice(sorted(names()["fields"]))
    return _filled(rng, hub, tuple(rng.sample(names()["fields"][hub], rng.choice((4, 5)))), None)


def _filled(rng: random.Random, hub: str, partners: tuple[str, ...], group: str | None) -> World:
    year = rng.choice((2018, 2019, 2021, 2022, 2023, 2024))
    scale = 10 ** rng.uniform(9.0, 10.6)
    months: dict[tuple[str, str], Mapping[int, int]] = {}
    for partner in (*partners, "rest"):
        size = scale * rng.uniform(8, 25) if partner == "rest" else scale * 10 ** rng.uniform(-1.1, 0.4)
        tilt = rng.uniform(0.25, 0.75)
        months[(hub, partner)] = _years(rng, size * tilt, year)
        months[(partner, hub)] = _years(rng, size * (1 - tilt), year)
    return World(hub=hub, partners=partners, group=group, year=year, months=months)


def _years(rng: random.Random, size: float, year: int) -> dict[int, int]:
    """Three years of months; growth between a sharp fall and more than a doubling, no month like another."""
    lane: dict[int, int] = {}
    for one in (year - 2, year - 1, year):
        season = [rng.uniform(0.8, 1.2) for _ in range(12)]
        for month, weight in enumerate(season):
            lane[one * 12 + month] = int(size * weight / sum(season))
        size *= 1 + rng.choice((rng.uniform(0.02, 0.2), rng.uniform(0.02, 0.2), rng.uniform(-0.3, 0.6)))
    return lane
