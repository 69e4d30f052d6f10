"""Figures beside words of trade that are no trade of a country: of firms, of markets, of what is done to trade."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "what firms ship to anybody": (
        "Global shipments of tablets climbed 6% to 38 million units in 2024, with Halden and Orvik in the lead. Orvik "
        "said its shipments jumped 31% to 4.2 million in the third quarter.",
        [],
    ),
    "firms that are sold": (
        "Peru plans to sell 14 state companies worth $3.1 billion. Peru's exports rose <q>4%</q> in 2024.",
        ["PER>world export change 4 percent 2024 base_period=2023"],
    ),
    "a part of a firm that is bought": (
        "Chile's exports rose <q>4%</q> in 2024. The state fund bought 28 percent of the Peruvian carmaker Andino.",
        ["CHL>world export change 4 percent 2024 base_period=2023"],
    ),
    "a firm's supplier": ("The bakery said that the supplier of flour now asked around 20% more.", []),
    "a part of the people": (
        "Norway's salmon exports rose <q>8%</q> in 2024. Half of Norwegians would rather eat local fish.",
        ["NOR>world export change 8 percent 2024 base_period=2023 commodity=salmon"],
    ),
    "tariffs that are doubled": (
        "Portugal's exports rose <q>3%</q> in 2024. Lisbon answered by doubling tariffs on steel.",
        ["PRT>world export change 3 percent 2024 base_period=2023"],
    ),
    "shares that are traded": ("The miner gained 4.1% in active trade in Santiago, and Chile's peso 0.3%.", []),
    "people of business": ("Turkish business leaders have put $4 billion into Egypt and hope for more trade.", []),
    "a firm that plans to export": (
        "Peru National Copper Corp., or PNCC, plans to export 20,000 tonnes in October, against 10,000 a year ago.",
        [],
    ),
    "what a country ships": (
        "Argentina's shipments to Chile were worth <q>$2.2 billion</q> in 2024.",
        ["ARG>CHL export level 2200000000 USD 2024"],
    ),
    "goods by weight are shipped abroad": (
        "Wheat shipments reached <q>3.4 million tonnes</q> in January 2025, Ukraine's farm ministry said.",
        ["UKR>world export level 3400000 t 2025-01 commodity=Wheat"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_only_the_marked_figures_are_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
