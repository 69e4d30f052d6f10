"""Of what: goods whose change is told as a noun, goods explained in a bracket, words that are no goods."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a drop in chemicals": (
        "Oman's non-oil exports were pulled down in January 2020 by a <q>6.4 percent</q> drop in chemicals.",
        ["OMN>world export change -6.4 percent 2020-01 base_period=2019-01 commodity=chemicals"],
    ),
    "a jump in vehicles": (
        "Kenya's exports were driven in 2020 by an <q>8 percent</q> jump in vehicles.",
        ["KEN>world export change 8 percent 2020 base_period=2019 commodity=vehicles"],
    ),
    "rises in two goods": (
        "Kenya's exports grew <q>4 percent</q> in 2020, helped by a <q>12 percent</q> rise in coffee and a "
        "<q>9 percent</q> rise in tea.",
        [
            "KEN>world export change 4 percent 2020 base_period=2019",
            "KEN>world export change 12 percent 2020 base_period=2019 commodity=coffee",
            "KEN>world export change 9 percent 2020 base_period=2019 commodity=tea",
        ],
    ),
    "dragged down by two": (
        "Peru's exports fell <q>2%</q> in 2020, dragged down by a <q>10%</q> fall in gold and an <q>8%</q> drop in "
        "silver.",
        [
            "PER>world export change -2 percent 2020 base_period=2019",
            "PER>world export change -10 percent 2020 base_period=2019 commodity=gold",
            "PER>world export change -8 percent 2020 base_period=2019 commodity=silver",
        ],
    ),
    "an amount and its percentage": (
        "Malta's exports rose by <q>5%</q> in 2020, led by an increase of <q>€40 million</q> (<q>12%</q>) in "
        "medicines.",
        [
            "MLT>world export change 5 percent 2020 base_period=2019",
            "MLT>world export change 40000000 EUR 2020 base_period=2019 commodity=medicines",
            "MLT>world export change 12 percent 2020 base_period=2019 commodity=medicines",
        ],
    ),
    "no goods rise": (
        "Peru's exports showed a <q>5 percent</q> rise in goods in 2020.",
        ["PER>world export change 5 percent 2020 base_period=2019"],
    ),
    "goods of the flow": (
        "Peru saw a <q>5 percent</q> rise in copper exports in 2020.",
        ["PER>world export change 5 percent 2020 base_period=2019 commodity=copper"],
    ),
    "in particular, with how far up": (
        "Increases were seen in the values of Kenya's exports of many product groups in October 2020, in particular "
        "office machines (up <q>70.1%</q>) and tea (up <q>5%</q>).",
        [
            "KEN>world export change 70.1 percent 2020-10 base_period=2019-10 commodity=office_machines",
            "KEN>world export change 5 percent 2020-10 base_period=2019-10 commodity=tea",
        ],
    ),
    "what goods mostly are": (
        "The top exports of Chile in 2010 were copper ore (concentrates) (<q>$3 billion</q>), vehicles (mostly cars) "
        "(<q>$2 billion</q>), and wine (red) (<q>$1 billion</q>).",
        [
            "CHL>world export level 3000000000 USD 2010 commodity=copper_ore",
            "CHL>world export level 2000000000 USD 2010 commodity=vehicles",
            "CHL>world export level 1000000000 USD 2010 commodity=wine",
        ],
    ),
    "what fuel is, in a list": (
        "The top export categories of Peru in 2015 were: Machinery (<q>$2.8 billion</q>), Mineral Fuel (coal) "
        "(<q>$2.2 billion</q>), Electrical Machinery (<q>$942 million</q>).",
        [
            "PER>world export level 2800000000 USD 2015 commodity=Machinery",
            "PER>world export level 2200000000 USD 2015 commodity=Mineral_Fuel",
            "PER>world export level 942000000 USD 2015 commodity=Electrical_Machinery",
        ],
    ),
    "a bracket with another amount": (
        "Kenya's exports of tea (<q>$1.2 billion</q>) and flowers (<q>$700 million</q>) led in 2019.",
        [
            "KEN>world export level 1200000000 USD 2019 commodity=tea",
            "KEN>world export level 700000000 USD 2019 commodity=flowers",
        ],
    ),
    "in addition": (
        "Kenya's exports rose <q>5%</q> in 2020, in addition exports to Malta increased by <q>14%</q> to "
        "<q>$6 million</q>.",
        [
            "KEN>world export change 5 percent 2020 base_period=2019",
            "KEN>MLT export change 14 percent 2020 base_period=2019",
            "KEN>MLT export level 6000000 USD 2020",
        ],
    ),
    "as a result, in contrast": (
        "Ghana's exports rose <q>5%</q> in 2020, and as a result the deficit fell. In contrast imports grew by "
        "<q>14%</q> in 2021.",
        [
            "GHA>world export change 5 percent 2020 base_period=2019",
            "GHA>world import change 14 percent 2021 base_period=2020",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
