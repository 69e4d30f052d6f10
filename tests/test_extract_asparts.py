"""Shares and parts in think-tank prose: what the part is, whose it is, and what only measures it by something else."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "what the part is": (
        "About <q>60%</q> of Peru's exports to China are copper and zinc.",
        ["PER>CHN export share 60 percent - commodity=copper_and_zinc share_of=PER/CHN/export"],
    ),
    "what the part of a part is": (
        "Some <q>38%</q> of Chile's exports go to China, over <q>three-quarters</q> of which are copper.",
        [
            "CHL>CHN export share 38 percent - share_of=CHL/world/export",
            "CHL>CHN export share 75 percent - commodity=copper share_of=CHL/CHN/export",
        ],
    ),
    "by volume": (
        "Almost <q>73 percent</q> of Chile's imports (by volume) from Peru was corn.",
        ["CHL>PER import share 73 percent - commodity=corn share_of=CHL/PER/import"],
    ),
    "what stays within a region": (
        "<q>79%</q> of Peru's exports and <q>70%</q> of its imports were transacted inside the EU.",
        [
            "PER>eu export share 79 percent - share_of=PER/world/export",
            "PER>eu import share 70 percent - share_of=PER/world/import",
        ],
    ),
    "as a share of all": (
        "China is Peru's top source of imports, with Peru's imports from China increasing as a share of its total "
        "imports from <q>25 percent</q> in 2021 to <q>34 percent</q> in 2022.",
        [
            "PER>CHN import share 25 percent 2021 share_of=PER/world/import",
            "PER>CHN import share 34 percent 2022 share_of=PER/world/import",
        ],
    ),
    "the next of the list in a clause of its own": (
        "Japan took <q>36%</q> of Peru's exports in 2020 while Chile stayed second with <q>28%</q>.",
        [
            "PER>JPN export share 36 percent 2020 share_of=PER/world/export",
            "PER>CHL export share 28 percent 2020 share_of=PER/world/export",
        ],
    ),
    "that share": (
        "Corn exports from Peru to East Asia accounted for <q>34%</q> of all corn exports in 2020, but that share "
        "fell to <q>19%</q> in 2022.",
        [
            "PER>east-asia export share 34 percent 2020 commodity=corn share_of=PER/world/export",
            "PER>east-asia export share 19 percent 2022 commodity=corn share_of=PER/world/export",
        ],
    ),
    "followed by others": (
        "Peru's exports reached <q>$90 billion</q> in 2023. China was the destination of <q>37%</q> of the total, "
        "followed by Bolivia (<q>16%</q>) and Japan (<q>7%</q>).",
        [
            "PER>world export level 90000000000 USD 2023",
            "PER>CHN export share 37 percent 2023 share_of=PER/world/export",
            "PER>BOL export share 16 percent 2023 share_of=PER/world/export",
            "PER>JPN export share 7 percent 2023 share_of=PER/world/export",
        ],
    ),
    "third after others": (
        "Kenya accounted for <q>9.8%</q> of Peru's foreign trade in 2023, placing it third after China (<q>34%</q>) "
        "and Ghana (<q>22%</q>).",
        [
            "PER>KEN turnover share 9.8 percent 2023 share_of=PER/world/turnover",
            "PER>CHN turnover share 34 percent 2023 share_of=PER/world/turnover",
            "PER>GHA turnover share 22 percent 2023 share_of=PER/world/turnover",
        ],
    ),
    "compared with others": (
        "Bolivia's share of Peruvian imports climbed to <q>15%</q> in 2023, compared with <q>14%</q> for China and "
        "<q>13%</q> for Chile.",
        [
            "PER>BOL import share 15 percent 2023 share_of=PER/world/import",
            "PER>CHN import share 14 percent 2023 share_of=PER/world/import",
            "PER>CHL import share 13 percent 2023 share_of=PER/world/import",
        ],
    ),
    "up from what it was": (
        "Chile supplied <q>39 percent</q> of Peru's gas imports in 2022, up from <q>25 percent</q> a year before.",
        [
            "PER>CHL import share 39 percent 2022 commodity=gas share_of=PER/world/import",
            "PER>CHL import share 25 percent 2021 commodity=gas share_of=PER/world/import",
        ],
    ),
    "of which goods": (
        "Mining exports of Peru were <q>$4.7 billion</q> in 2023, of which copper contributed <q>$4.1 billion</q>.",
        [
            "PER>world export level 4700000000 USD 2023 commodity=Mining",
            "PER>world export level 4100000000 USD 2023 commodity=copper",
        ],
    ),
    "of which one way, with an aside": (
        "In 2008, trade between Peru and Chile was worth <q>$25 billion</q>, of which Peruvian exports, almost all "
        "zinc, accounted for <q>$22 billion</q>.",
        ["PER>CHL turnover level 25000000000 USD 2008", "PER>CHL export level 22000000000 USD 2008"],
    ),
    "buyers one after the other": (
        "Peru sold crude oil worth <q>$11 billion</q> abroad in 2024. Italy bought <q>46%</q> of the volume (<q>8 "
        "million tons</q>), followed by India with <q>9.7%</q> and Israel with <q>9.2%</q>.",
        [
            "PER>world export level 11000000000 USD 2024 commodity=crude_oil",
            "ITA>PER import share 46 percent 2024 commodity=crude_oil share_of=PER/world/export",
            "ITA>PER import level 8000000 t 2024 commodity=crude_oil",
            "IND>PER import share 9.7 percent 2024 commodity=crude_oil share_of=PER/world/export",
            "ISR>PER import share 9.2 percent 2024 commodity=crude_oil share_of=PER/world/export",
        ],
    ),
    "of which two flows": (
        "Mongolia's total trade turnover reached <q>$22.6 billion</q> in 2024, of which exports <q>$13.2 billion</q> "
        "and imports <q>$9.4 billion</q>.",
        [
            "MNG>world turnover level 22600000000 USD 2024",
            "MNG>world export level 13200000000 USD 2024",
            "MNG>world import level 9400000000 USD 2024",
        ],
    ),
    "to one and to another": (
        "Mongolia's exports to China accounted for <q>91%</q> and to Ghana for <q>5%</q> of the total in 2024.",
        [
            "MNG>CHN export share 91 percent 2024 share_of=MNG/world/export",
            "MNG>GHA export share 5 percent 2024 share_of=MNG/world/export",
        ],
    ),
    "ways of the trade that is shared": (
        "China took <q>30%</q> of Chile's trade in 2023, with exports of <q>$5 billion</q> and imports of <q>$3 "
        "billion</q>.",
        [
            "CHL>CHN turnover share 30 percent 2023 share_of=CHL/world/turnover",
            "CHL>CHN export level 5000000000 USD 2023",
            "CHL>CHN import level 3000000000 USD 2023",
        ],
    ),
    "of an overall gap": (
        "Peru's trade deficit with Ghana ballooned to <q>$49 billion</q> in 2022, almost <q>half</q> of its overall "
        "shortfall of <q>$110 billion</q>.",
        [
            "PER>GHA balance level -49000000000 USD 2022",
            "PER>GHA balance share 50 percent 2022 share_of=PER/world/balance",
            "PER>world balance level -110000000000 USD 2022",
        ],
    ),
    "whose, before a colon": (
        "Prices hurt a few in the Andes, such as Chile: <q>38%</q> of its exports go to China.",
        ["CHL>CHN export share 38 percent - share_of=CHL/world/export"],
    ),
    "beside output": (
        "Peru's trade with China grew from <q>$12bn</q> in 2000, or 0.6% of GDP, to <q>$45bn</q> in 2021.",
        ["PER>CHN turnover level 12000000000 USD 2000", "PER>CHN turnover level 45000000000 USD 2021"],
    ),
    "of a weight that says its scale": (
        "Exports of grain came to nearly <q>8 million</q> of the planned <q>33 mmt</q> in Peru in 2022.",
        [
            "PER>world export level 8000000 t 2022 commodity=grain",
            "PER>world export level 33000000 t 2022 commodity=grain target",
        ],
    ),
    "told aside of what is saved on": (
        "Barter brings savings on Peru's oil imports, which were worth <q>$18bn</q> in 2023.",
        ["PER>world import level 18000000000 USD 2023 commodity=oil"],
    ),
    "goods of a compound": (
        "In 2023 oil-related exports of Peru were worth <q>$8bn</q>.",
        ["PER>world export level 8000000000 USD 2023 commodity=oil-related"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's exports rose in 2022. Its current account surplus, which includes trade, is large. In October 2022, it "
        "reached a high of $245 billion, helped by copper.",
        "Peru's exports rose in 2022. Of foreign direct investment 95% went into mines. By 2021 this share was 46%.",
    ],
)
def test_what_stands_for_another_topic_is_no_claim(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Exports from China to Peru rose by 13% in 2022, though data from Chile may count goods twice.",
        "The WTO was founded in 1995, it said. Based on data from 51 countries, exports of Peru rose by 13% in 2022.",
    ],
)
def test_who_is_named_beside_a_figure_did_not_give_it(text: str) -> None:
    assert read(text)[-1].source in {None, "data"}
