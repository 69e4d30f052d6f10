"""Of what: goods of a verb's own figure, goods of one flow only, and whom a text on goods speaks of."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "money from what was exported": (
        "Ethiopia earned <q>$1.4 billion</q> from exporting <q>298,500 tonnes</q> of coffee in 2024. "
        "Coffee thus brought in <q>39 "
        "percent</q> of the country's total export revenue.\n\nImports over the same year came to <q>$18 billion</q>.",
        [
            "ETH>world export level 1400000000 USD 2024 commodity=coffee",
            "ETH>world export level 298500 t 2024 commodity=coffee",
            "ETH>world export share 39 percent 2024 commodity=Coffee share_of=ETH/world/export",
            "ETH>world import level 18000000000 USD 2024",
        ],
    ),
    "goods right behind tonnes": (
        "Japan bought <q>95,000 tonnes</q> soybeans from China in 2024.",
        ["JPN>CHN import level 95000 t 2024 commodity=soybeans"],
    ),
    "more than, told twice": (
        "Peru's trade deficit was <q>$38 million</q> in 2024, <q>$5 million</q> (<q>14%</q>) more "
        "than in 2023. Imports were "
        "<q>$90 million</q>, <q>$2 million</q> (<q>2%</q>) less than in 2023.",
        [
            "PER>world balance level -38000000 USD 2024",
            "PER>world balance change 5000000 USD 2024 base_period=2023",
            "PER>world balance change 14 percent 2024 base_period=2023",
            "PER>world import level 90000000 USD 2024",
            "PER>world import change -2000000 USD 2024 base_period=2023",
            "PER>world import change -2 percent 2024 base_period=2023",
        ],
    ),
    "a country by its region, whose imports they are": (
        "Kenya's tea exports to Peru fell in 2024. Kenya provided <q>7 percent</q> of the South "
        "American country's total tea imports.",
        ["PER>KEN import share 7 percent 2024 commodity=tea share_of=PER/world/import"],
    ),
    "imports from the kingdom": (
        "In 2024 Saudi Arabia remained Japan's main supplier, with imports from the kingdom up <q>0.7"
        " percent</q> to <q>$9 billion</q>.",
        [
            "JPN>SAU import change 0.7 percent 2024 base_period=2023",
            "JPN>SAU import level 9000000000 USD 2024",
        ],
    ),
    "there, before the colon": (
        "Peru's exports fell in 2024. Chile was the exception: deliveries there rose to <q>$3 billion</q>.",
        ["PER>CHL export level 3000000000 USD 2024"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
