"""Parts of a trade: the share that one partner has of it, the one way of what goes both ways, some goods of it."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "its trade is whose partner it is": (
        "China is Australia's biggest trade partner, accounting for <q>26%</q> of its trade in 2023.",
        ["AUS>CHN turnover share 26 percent 2023 share_of=AUS/world/turnover"],
    ),
    "its exports go to the market": (
        "Japan is Peru's second-largest export market, taking <q>12%</q> of its exports in 2023.",
        ["PER>JPN export share 12 percent 2023 share_of=PER/world/export"],
    ),
    "a share of goods": (
        "In January 2025 the share of Peruvian copper in Japan's total imports dropped to <q>21%</q>.",
        ["JPN>PER import share 21 percent 2025-01 commodity=copper share_of=JPN/world/import"],
    ),
    "an amount said again as a share": (
        "Sales to Canada, Kenya's most important market, were valued at <q>$1.8 billion</q> in 2023, or <q>38%</q> of "
        "total exports.",
        ["KEN>CAN export level 1800000000 USD 2023", "KEN>CAN export share 38 percent 2023 share_of=KEN/world/export"],
    ),
    "some goods of an amount, and the next": (
        "Peru's exports of zinc rose. Its exports came to <q>$9 billion</q> in 2023, of which <q>$4 billion</q> was "
        "copper and <q>$1 billion</q> fruit.",
        [
            "PER>world export level 9000000000 USD 2023",
            "PER>world export level 4000000000 USD 2023 commodity=copper",
            "PER>world export level 1000000000 USD 2023 commodity=fruit",
        ],
    ),
    "some goods of an amount, told of what is to come": (
        "Gabon forecast exports of <q>$7 billion</q> in 2023, <q>$5 billion</q> of which would be oil and gas.",
        [
            "GAB>world export level 7000000000 USD 2023 projected",
            "GAB>world export level 5000000000 USD 2023 commodity=oil_and_gas projected",
        ],
    ),
    "one way of what went both ways": (
        "Two-way trade in services between Ghana and Chile amounted to <q>$90 million</q> in 2023. Ghana's imports of "
        "services represented <q>$60 million</q>, while exports accounted for <q>$30 million</q>.",
        [
            "GHA>CHL turnover level 90000000 USD 2023 commodity=services",
            "GHA>CHL import level 60000000 USD 2023 commodity=services",
            "GHA>CHL export level 30000000 USD 2023 commodity=services",
        ],
    ),
    "one way of the trade with everybody, behind another's": (
        "Kenya's exports to Ghana amounted to <q>$80 million</q> in 2023.\n\nKenya's foreign trade was worth "
        "<q>$25 billion</q> in 2023. In 2023 Kenyan imports stood at <q>$18 billion</q>.",
        [
            "KEN>GHA export level 80000000 USD 2023",
            "KEN>world turnover level 25000000000 USD 2023",
            "KEN>world import level 18000000000 USD 2023",
        ],
    ),
    "one way of the trade of two, behind that with everybody": (
        "Kenya's foreign trade was worth <q>$25 billion</q> in 2023.\n\nKenya's trade with Ghana amounted to "
        "<q>$120 million</q> in 2023. Kenyan exports stood at <q>$80 million</q>.",
        [
            "KEN>world turnover level 25000000000 USD 2023",
            "KEN>GHA turnover level 120000000 USD 2023",
            "KEN>GHA export level 80000000 USD 2023",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_each_part_is_of_its_whole(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
