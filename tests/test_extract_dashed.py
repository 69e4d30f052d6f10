"""Lists with dashes and semicolons: each figure is of the goods of its own entry, in however many words."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a list that goes on in a sentence of its own": (
        "Chile exported copper for <q>$43 billion</q> in 2022. Then come: lithium carbonate – "
        "<q>$5.2 billion</q>; wine of grapes – <q>$1.5 billion</q>; ferro-alloys – <q>$1.1 billion</q>; water, "
        "mineral or artificial, not containing sugar – <q>$900 million</q>; other commodities – <q>$3 billion</q>.",
        [
            "CHL>world export level 43000000000 USD 2022 commodity=copper",
            "CHL>world export level 5200000000 USD 2022 commodity=lithium_carbonate",
            "CHL>world export level 1500000000 USD 2022 commodity=wine_of_grapes",
            "CHL>world export level 1100000000 USD 2022 commodity=ferro-alloys",
            "CHL>world export level 900000000 USD 2022 commodity=water,_mineral_or_artificial,_not_containing_sugar",
            "CHL>world export level 3000000000 USD 2022 commodity=other_commodities",
        ],
    ),
    "imports, with hyphens between spaces": (
        "Kenya imported goods worth <q>$17 billion</q> in 2021. The list: oils of petroleum - <q>$3 billion</q>; "
        "articles of iron - <q>$1.2 billion</q>; rice - <q>$300 million</q>.",
        [
            "KEN>world import level 17000000000 USD 2021",
            "KEN>world import level 3000000000 USD 2021 commodity=oils_of_petroleum",
            "KEN>world import level 1200000000 USD 2021 commodity=articles_of_iron",
            "KEN>world import level 300000000 USD 2021 commodity=rice",
        ],
    ),
    "what exports bring in": (
        "The export proceeds of Nepal fell to <q>$1.2 billion</q> in 2020. Its export proceeds saw an uptick of "
        "<q>3.1%</q> in 2021.",
        [
            "NPL>world export level 1200000000 USD 2020",
            "NPL>world export change 3.1 percent 2021 base_period=2020",
        ],
    ),
    "parts of a budget are no trade": (
        "Peru's exports were <q>$60 billion</q> in 2023. The budget has these parts: roads – $2 billion; schools – "
        "$3 billion; wheat reserves – $1 billion.",
        ["PER>world export level 60000000000 USD 2023"],
    ),
    "what a ministry pays for is no trade": (
        "Peru's exports were <q>$60 billion</q> in 2023. The ministry spends on three things: hospitals – $2 billion; "
        "food aid – $3 billion; pensions – $1 billion.",
        ["PER>world export level 60000000000 USD 2023"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
