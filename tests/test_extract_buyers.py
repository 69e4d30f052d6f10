"""Sellers that find buyers somewhere: that is an export, and what is no goods is none."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

BEFORE = "Peru's trade with Chile was worth <q>$3 billion</q> in 2022. "
FIRST = "PER>CHL turnover level 3000000000 USD 2022"
TEXTS: dict[str, tuple[str, list[str]]] = {
    "of its goods": (
        "Peru found buyers in China for <q>$9.5 billion</q> of its copper in 2023.",
        ["PER>CHN export level 9500000000 USD 2023 commodity=copper"],
    ),
    "goods worth so much": (
        "In 2023 Kenya found customers in Japan for goods worth <q>$200 million</q>.",
        ["KEN>JPN export level 200000000 USD 2023"],
    ),
    "a market": (
        "In 2023 Kenya found a market in Egypt for <q>$150 million</q> of tea.",
        ["KEN>EGY export level 150000000 USD 2023 commodity=tea"],
    ),
    "takers in a group": (
        "Poland found takers in the Baltic states for <q>$7 billion</q> of its goods in 2023.",
        ["POL>baltics export level 7000000000 USD 2023"],
    ),
    "bonds are no goods": ("The ministry found buyers in France for $2 billion of its debt in 2023.", []),
    "shares of a firm are none": ("The firm found buyers in China for $2 million of its shares in 2023.", []),
    "those of a fund are none": ("Two funds found buyers in Japan for $2 billion of bonds in 2023.", []),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_who_finds_buyers_sells_there(marked: str, wanted: list[str]) -> None:
    check(BEFORE + marked, [FIRST, *wanted])
