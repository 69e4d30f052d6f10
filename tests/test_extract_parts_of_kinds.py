"""Shares of a flow that has goods of its own, moves of goods in a row, a move that an amount with an article tells."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "goods that take a share": (
        "Peru's exports rose <q>5%</q> in 2022. Copper accounted for <q>12%</q> of mineral exports. Zinc, another item "
        "contributing to the surplus, made up <q>9.3%</q> of total exports.",
        [
            "PER>world export change 5 percent 2022 base_period=2021",
            "PER>world export share 12 percent 2022 commodity=Copper share_of=PER/world/export",
            "PER>world export share 9.3 percent 2022 commodity=Zinc share_of=PER/world/export",
        ],
    ),
    "goods that a clause gives a share to": (
        "Omani exports grew in 2022. Growth was led by products of the plastics and rubber industries, which "
        "accounted for <q>12%</q> of non-oil exports.",
        [
            "OMN>world export share 12 percent 2022 commodity=products_of_the_plastics_and_rubber_industries "
            "share_of=OMN/world/export",
        ],
    ),
    "goods that fell and their share": (
        "Peru's non-oil exports suffered from a <q>6.4 percent</q> drop in plastics, accounting for "
        "<q>30.6 percent</q> of non-oil exports in 2022.",
        [
            "PER>world export change -6.4 percent 2022 base_period=2021 commodity=plastics",
            "PER>world export share 30.6 percent 2022 commodity=plastics share_of=PER/world/export",
        ],
    ),
    "a partner that takes a share of goods": (
        "Peru's mineral exports fell <q>3%</q> in 2022. Chile accounted for <q>12%</q> of mineral exports.",
        [
            "PER>world export change -3 percent 2022 base_period=2021 commodity=mineral",
            "PER>CHL export share 12 percent 2022 commodity=mineral share_of=PER/world/export",
        ],
    ),
    "the amount of a move by itself": (
        "Kenya's tea exports registered a <q>$24 million</q> increase, growing by <q>14 percent</q> to "
        "<q>$203 million</q> in 2022. Imports showed a <q>$5 million</q> drop.",
        [
            "KEN>world export change 24000000 USD 2022 base_period=2021 commodity=tea",
            "KEN>world export change 14 percent 2022 base_period=2021 commodity=tea",
            "KEN>world export level 203000000 USD 2022 commodity=tea",
            "KEN>world import change -5000000 USD 2022 base_period=2021",
        ],
    ),
    "moves of goods in a row": (
        "Peru's exports grew in May 2023. There were increases of <q>€37 million</q> (+<q>22%</q>) in the exports of "
        "copper and <q>€10 million</q> (+<q>25%</q>) in zinc.",
        [
            "PER>world export change 37000000 EUR 2023-05 base_period=2022-05 commodity=copper",
            "PER>world export change 22 percent 2023-05 base_period=2022-05 commodity=copper",
            "PER>world export change 10000000 EUR 2023-05 base_period=2022-05 commodity=zinc",
            "PER>world export change 25 percent 2023-05 base_period=2022-05 commodity=zinc",
        ],
    ),
    "a move of other goods": (
        "U.S. exports fell to <q>$200 billion</q> in July 2018, led by a <q>$1.5 billion</q> drop in shipments of "
        "trucks "
        "and a <q>$600 million</q> decline in soybeans.",
        [
            "USA>world export level 200000000000 USD 2018-07",
            "USA>world export change -1500000000 USD 2018-07 base_period=2018-06 commodity=trucks",
            "USA>world export change -600000000 USD 2018-07 base_period=2018-06 commodity=soybeans",
        ],
    ),
    "a gap is of all trade": (
        "A jump in oil imports pushed Kenya's trade deficit up in March 2023. The office says the trade deficit rose "
        "<q>6 percent</q> to <q>$1.2 billion</q>. That compares with <q>$1.1 billion</q> in February.",
        [
            "KEN>world balance change 6 percent 2023-03 base_period=2022-03",
            "KEN>world balance level -1200000000 USD 2023-03",
            "KEN>world balance level -1100000000 USD 2023-02",
        ],
    ),
    "a gap that was called a surplus": (
        "Norway's exports fell <q>2 percent</q> in 2023, and its trade surplus narrowed.\n\nThe gap between "
        "exports and "
        "imports reached <q>$18 billion</q>.",
        [
            "NOR>world export change -2 percent 2023 base_period=2022",
            "NOR>world balance level 18000000000 USD 2023",
        ],
    ),
    "the commodity": (
        "Indonesia exported palm oil worth <q>$2 billion</q> to India in 2017. In February 2018 exports of the "
        "commodity "
        "to India fell <q>24 percent</q> to <q>$113 million</q>.",
        [
            "IDN>IND export level 2000000000 USD 2017 commodity=palm_oil",
            "IDN>IND export change -24 percent 2018-02 base_period=2017-02 commodity=palm_oil",
            "IDN>IND export level 113000000 USD 2018-02 commodity=palm_oil",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
