"""Figures whose words stand elsewhere: behind the last of a row, before a part said again, beyond an aside."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "one growth of two": (
        "Peru's exports to Chile and Kenya reached <q>$40 million</q> and <q>$20 million</q> in May 2024, with "
        "<q>9.5%</q> and <q>4.1%</q> year-on-year growth respectively.",
        [
            "PER>CHL export level 40000000 USD 2024-05",
            "PER>KEN export level 20000000 USD 2024-05",
            "PER>CHL export change 9.5 percent 2024-05 base_period=2023-05",
            "PER>KEN export change 4.1 percent 2024-05 base_period=2023-05",
        ],
    ),
    "the part in words and as a number": (
        "In 2023 the bulk of Chile's timber exports, <q>62 percent</q>, was bound for Japan. The vast majority of "
        "Peru's gold exports – some <q>80 percent</q> – is bound for Italy. A large part of Kenya's oil "
        "imports, <q>41%</q>, came from Oman. Much of Fiji's sugar exports (<q>71 percent</q>) goes to Spain.",
        [
            "CHL>JPN export share 62 percent 2023 commodity=timber share_of=CHL/world/export",
            "PER>ITA export share 80 percent 2023 commodity=gold share_of=PER/world/export",
            "KEN>OMN import share 41 percent 2023 commodity=oil share_of=KEN/world/import",
            "FJI>ESP export share 71 percent 2023 commodity=sugar share_of=FJI/world/export",
        ],
    ),
    "up from, with no comma before": (
        "In 2024 Norway's exports to Peru stood at <q>$400 million</q> up from <q>$300 million</q> in 2023. Chile "
        "bought <q>9,000 tonnes</q> of Norwegian salmon down from <q>9,500 tonnes</q> in 2023. Imports from Peru were "
        "<q>$20 million</q> higher than in 2023.",
        [
            "NOR>PER export level 400000000 USD 2024",
            "NOR>PER export level 300000000 USD 2023",
            "CHL>NOR import level 9000 t 2024 commodity=salmon",
            "CHL>NOR import level 9500 t 2023 commodity=salmon",
            "NOR>PER import change 20000000 USD 2024 base_period=2023",
        ],
    ),
    "the amount of a move that another flow is put down to": (
        "The office put Kenya's trade surplus in July 2024 down to the <q>$179 million</q> month-on-month growth in "
        "its tea exports.",
        ["KEN>world export change 179000000 USD 2024-07 base_period=2024-06 commodity=tea"],
    ),
    "annual and monthly moves, which way": (
        "Peru's exports posted a <q>5%</q> annual decrease in May 2024. Imports showed an annual decline of <q>4%</q>. "
        "Exports of tin saw a <q>3%</q> monthly drop and a <q>7%</q> yearly rise. Imports of tea had an annual growth "
        "rate of <q>6%</q>.",
        [
            "PER>world export change -5 percent 2024-05 base_period=2023-05",
            "PER>world import change -4 percent 2024-05 base_period=2023-05",
            "PER>world export change -3 percent 2024-05 base_period=2024-04 commodity=tin",
            "PER>world export change 7 percent 2024-05 base_period=2023-05 commodity=tin",
            "PER>world import change 6 percent 2024-05 base_period=2023-05 commodity=tea",
        ],
    ),
    "an amount and its part, with or": (
        "Peru's exports to Chile were <q>$90 million</q> in 2023. Kenya (<q>$30 million</q> or <q>23%</q>) was also a "
        "large buyer, followed by Oman (<q>$20 million</q> or <q>11%</q>).",
        [
            "PER>CHL export level 90000000 USD 2023",
            "PER>KEN export level 30000000 USD 2023",
            "PER>KEN export share 23 percent 2023 share_of=PER/world/export",
            "PER>OMN export level 20000000 USD 2023",
            "PER>OMN export share 11 percent 2023 share_of=PER/world/export",
        ],
    ),
    "what money is worth, and what a ban may cost": (
        "Peru's exports to Chile rose <q>5%</q> in 2023 despite the 9% rise in the value of the sol. A 5% rise in the "
        "peso hurt imports. A ban on exports of cattle to Chile could cost the industry $3 million (€2.8 million).",
        ["PER>CHL export change 5 percent 2023 base_period=2022"],
    ),
    "an increase that was": (
        "Peru's imports from Chile rose in 2024. The <q>$5 billion</q> increase was due to cars.",
        ["PER>CHL import change 5000000000 USD 2024 base_period=2023"],
    ),
    "who a partner is": (
        "Exports of Chile to China, a major destination for its fruit, rose <q>21 percent</q> in 2024. Its imports "
        "from Peru, the closest neighbour, fell by <q>3 percent</q>. Sales to India, whose ports were closed, dropped "
        "<q>8 percent</q>.",
        [
            "CHL>CHN export change 21 percent 2024 base_period=2023",
            "CHL>PER import change -3 percent 2024 base_period=2023",
            "CHL>IND export change -8 percent 2024 base_period=2023",
        ],
    ),
    "an amount in two currencies before its flow": (
        "The trade deficit of South Africa was <q>$3 billion</q> in 2024. The country saw around <q>ZAR 90 billion</q> "
        "or around <q>$5 billion</q> in exports in May 2024. It earned <q>EUR 4 million</q> or <q>$5 million</q> from "
        "exports to Peru.",
        [
            "ZAF>world balance level -3000000000 USD 2024",
            "ZAF>world export level 90000000000 ZAR 2024-05",
            "ZAF>world export level 5000000000 USD 2024-05",
            "ZAF>PER export level 4000000 EUR 2024-05",
            "ZAF>PER export level 5000000 USD 2024-05",
        ],
    ),
    "what brackets say behind a figure": (
        "In 2024 <q>25 percent</q> of Peru's exports went to Spain. It was followed by China (<q>8 percent</q>, mainly "
        "minerals and fishmeal), Chile (<q>7.5 percent</q>, mostly fruit) and Japan (<q>7 percent</q>, mainly ores).",
        [
            "PER>ESP export share 25 percent 2024 share_of=PER/world/export",
            "PER>CHN export share 8 percent 2024 share_of=PER/world/export",
            "PER>CHL export share 7.5 percent 2024 share_of=PER/world/export",
            "PER>JPN export share 7 percent 2024 share_of=PER/world/export",
        ],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_a_figure_takes_the_words_that_it_shares_with_others(text: str, wanted: list[str]):
    check(text, wanted)
