"""What stands between a figure and a trade phrase: the way, the patterns that fit it, and what its steps cost.

The patterns and the costs are ``models/readings.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from pipeline.lexicon import read_toml

_TIMES: Final = re.compile(r"n[wo]{0,3}P&[wo]{0,3}P|[ifob@gu]?P(?!')|P(?=')")
_ASIDE: Final = re.compile(r",B?[wfo]{0,3}G[E'wLu]{0,6},|,?B?[wfo]{0,3}G(?:[E'w]{0,2},|,?)")
_BACKGROUND: Final = re.compile(
    r",B[^,;Q%M]{1,24},|,(?:E'?|p)?[KRwv]{0,3}N,|,[^,;Q%MNEVySL]{1,12},(?=[gt])|,y[^,;Q%MNEVySCU]{1,10},(?=T)"
)
_PARENTHESIS: Final = re.compile(r",y,|,[uwih]{1,5},|,W[^,;QM%N]{1,24},|\([^()Q%M;]{1,24}\)")
_LIST: Final = re.compile(r"([CE])(?:(?:,&?|&)\1)+")
_SILENT: Final = re.compile(r'[dv"]')
_POSSESSED: Final = re.compile(r"'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One pattern of the lexicon: its name, how sure it is, and what it says of the figure."""

    id: str
    pattern: re.Pattern[str]
    strength: float
    measure: str | None = None
    base: bool = False
    behind: str | None = None
    """The list of ``wording.toml`` that the words right before the figure must be of."""


@cache
def readings(side: str) -> tuple[Reading, ...]:
    """The patterns of one side in their order."""
    return tuple(
        Reading(
            id=record["id"], pattern=re.compile(record["pattern"]), strength=record["strength"],
            measure=record.get("measure"), base=record.get("base", False), behind=record.get("behind"),
        )
        for record in read_toml("readings.toml")[side]
    )  # fmt: skip


@lru_cache(maxsize=1 << 12)
def fitting(side: str, path: str) -> tuple[Reading, ...]:
    """The patterns of one side that fit a way, in their order."""
    return tuple(reading for reading in readings(side) if reading.pattern.fullmatch(path))


@cache
def step_costs() -> dict[str, float]:
    """What each code costs on a way that no pattern fits."""
    return {key: float(value) for key, value in read_toml("readings.toml")["cost"].items()}


@lru_cache(maxsize=1 << 12)  # the same few ways between a phrase and its figure, time and again
def way(codes: str) -> str:
    """The codes between two items without articles, adverbs, source names and time phrases."""
    plain = _BACKGROUND.sub("", _ASIDE.sub("", _SILENT.sub("", codes)))
    plain = _LIST.sub(r"\1", _PARENTHESIS.sub("", plain))
    compared = (
        "g" if plain.endswith("gP") else ""
    )  # "against two billion a year before", "against last year's two billion"
    return _POSSESSED.sub("", _TIMES.sub("", plain)) + compared


def way_cost(codes: str) -> float:
    """How far apart two items are, by what stands between them."""
    costs = step_costs()
    return sum(costs.get(code, costs["default"]) for code in codes)
