"""Whose trade and of which goods a figure is, where the words stand in front, behind, in a list or under a heading."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a partner by rank": (
        "Ghana exported goods worth <q>$20 billion</q> in 2023. Togo was the first destination: it "
        "absorbed <q>20.5%</q> of Ghana's exports, or <q>$4.1 billion</q>. Mali is its third-largest "
        "overseas market, with shipments of <q>$2 billion</q>.",
        [
            "GHA>world export level 20000000000 USD 2023",
            "GHA>TGO export share 20.5 percent 2023 share_of=GHA/world/export",
            "GHA>TGO export level 4100000000 USD 2023",
            "GHA>MLI export level 2000000000 USD 2023",
        ],
    ),
    "investment by rank": (
        "Peru drew $5 billion of investment in 2023. Chile was the largest source with $2 billion.",
        [],
    ),
    "a whole in front": (
        "Of Peru's exports in 2023, <q>14 percent</q> was sold to Japan and <q>24 percent</q> to "
        "China. Of all imports, <q>12 percent</q> came from Chile.",
        [
            "PER>JPN export share 14 percent 2023 share_of=PER/world/export",
            "PER>CHN export share 24 percent 2023 share_of=PER/world/export",
            "PER>CHL import share 12 percent 2023 share_of=PER/world/import",
        ],
    ),
    "goods of a whole in front": (
        "Of Peru's exports in 2023, copper made up <q>12 percent</q> and fish meal <q>3 percent</q>.",
        [
            "PER>world export share 12 percent 2023 commodity=copper share_of=PER/world/export",
            "PER>world export share 3 percent 2023 commodity=fish_meal share_of=PER/world/export",
        ],
    ),
    "what an office projects": (
        "Peru's trade surplus was <q>$9 billion</q> in 2023. For 2024, the ministry projects a "
        "surplus of <q>$10 billion</q>.",
        ["PER>world balance level 9000000000 USD 2023", "PER>world balance level 10000000000 USD 2024 projected"],
    ),
    "a change on the level before": (
        "Peru's exports reached <q>$60 billion</q> in 2023, a rise of <q>2%</q> on the <q>$58.8 "
        "billion</q> recorded for 2022.",
        [
            "PER>world export level 60000000000 USD 2023",
            "PER>world export change 2 percent 2023 base_period=2022",
            "PER>world export level 58800000000 USD 2022",
        ],
    ),
    "received from there": (
        "Norway sold goods worth <q>$5 billion</q> to Peru in 2023 and received <q>$3 billion</q> worth from there.",
        ["NOR>PER export level 5000000000 USD 2023", "NOR>PER import level 3000000000 USD 2023"],
    ),
    "red ink": (
        "Norway ran a trade deficit of <q>$5 billion</q> in 2023, less than in 2022, when the red ink"
        " had come to <q>$6 billion</q>.",
        ["NOR>world balance level -5000000000 USD 2023", "NOR>world balance level -6000000000 USD 2022"],
    ),
    "goods that follow": (
        "Peru's exports fell <q>5%</q> in 2023, with a <q>10%</q> drop in copper exports to <q>$20 "
        "billion</q>, while fish meal increased by <q>1%</q> to <q>$2 billion</q>.",
        [
            "PER>world export change -5 percent 2023 base_period=2022",
            "PER>world export change -10 percent 2023 base_period=2022 commodity=copper",
            "PER>world export level 20000000000 USD 2023 commodity=copper",
            "PER>world export change 1 percent 2023 base_period=2022 commodity=fish_meal",
            "PER>world export level 2000000000 USD 2023 commodity=fish_meal",
        ],
    ),
    "shares that follow": (
        "Chile's share of Peru's exports fell to <q>18 percent</q> in 2023, while the Japanese share "
        "rose to <q>17 percent</q>. In contrast, the share of Brazil was <q>4 percent</q>.",
        [
            "PER>CHL export share 18 percent 2023 share_of=PER/world/export",
            "PER>JPN export share 17 percent 2023 share_of=PER/world/export",
            "PER>BRA export share 4 percent 2023 share_of=PER/world/export",
        ],
    ),
    "a country behind in": (
        "Norway's trade was brisk. The trade surplus in Chile widened to <q>$5 billion</q> in 2023. "
        "Exports in Peru rose <q>3%</q>.",
        ["CHL>world balance level 5000000000 USD 2023", "PER>world export change 3 percent 2023 base_period=2022"],
    ),
    "an item of a digest": (
        "Norway's trade grew in 2023\n\n"
        "Norway's exports rose to <q>$25 billion</q> in 2023.\n\n"
        "Peruvian Trade Surplus Narrows\n\n"
        "The trade surplus narrowed to <q>$2 billion</q> in 2023. Exports rose <q>5%</q>.",
        [
            "NOR>world export level 25000000000 USD 2023",
            "PER>world balance level 2000000000 USD 2023",
            "PER>world export change 5 percent 2023 base_period=2022",
        ],
    ),
    "a union as the partner": (
        "Denmark's exports rose <q>4%</q> in 2023. Denmark sold goods worth <q>$50 billion</q> to the"
        " EU. EU exports were up <q>2%</q>. Non-EU exports grew <q>7%</q>.",
        [
            "DNK>world export change 4 percent 2023 base_period=2022",
            "DNK>eu export level 50000000000 USD 2023",
            "DNK>eu export change 2 percent 2023 base_period=2022",
            "DNK>non-eu export change 7 percent 2023 base_period=2022",
        ],
    ),
    "a list in a short text": (
        "Top export destinations of Peru in 2022:\n\n"
        "1. China: <q>$5.12 billion</q> (<q>22%</q>)\n"
        "2. Japan: <q>$2.22 billion</q> (<q>11%</q>)",
        [
            "PER>CHN export level 5120000000 USD 2022",
            "PER>CHN export share 22 percent 2022 share_of=PER/world/export",
            "PER>JPN export level 2220000000 USD 2022",
            "PER>JPN export share 11 percent 2022 share_of=PER/world/export",
        ],
    ),
    "a part in brackets": (
        "Ghana's export income <q>doubled</q> to <q>$16 billion</q> in 2023, but gold accounted for all "
        "but <q>$3 billion</q> (<q>19 per cent</q>) of the total.",
        [
            "GHA>world export change 100 percent 2023 base_period=2022",
            "GHA>world export level 16000000000 USD 2023",
            "GHA>world export level 3000000000 USD 2023",
            "GHA>world export share 19 percent 2023 share_of=GHA/world/export",
        ],
    ),
    "goods apart from services": (
        "Norway exported <q>$16 billion</q> worth of goods in 2023, but imported <q>$21 billion</q>. "
        "Overall exports - including both goods and services - rose to <q>$24 billion</q>.",
        [
            "NOR>world export level 16000000000 USD 2023 commodity=goods",
            "NOR>world import level 21000000000 USD 2023 commodity=goods",
            "NOR>world export level 24000000000 USD 2023 commodity=goods_and_services",
        ],
    ),
    "two-way trade again": (
        "Two-way trade between Norway and Chile has grown in 2023.\n\nThe value of trade rose to "
        "<q>$186 million</q> from <q>$64 million</q> in 2022.",
        ["NOR>CHL turnover level 186000000 USD 2023", "NOR>CHL turnover level 64000000 USD 2022"],
    ),
    "an aside on one flow": (
        "Peru's exports reached <q>$60 billion</q> in 2023. Chinese imports of copper from Peru fell to "
        "<q>$8 billion</q>. Fish meal and gold accounted for another <q>$3 billion</q> of exports. "
        "Among imports, major categories were machinery (<q>$1.5 billion</q>) and chemicals (<q>$0.9 "
        "billion</q>).",
        [
            "PER>world export level 60000000000 USD 2023",
            "CHN>PER import level 8000000000 USD 2023 commodity=copper",
            "PER>world export level 3000000000 USD 2023 commodity=Fish_meal_and_gold",
            "PER>world import level 1500000000 USD 2023 commodity=machinery",
            "PER>world import level 900000000 USD 2023 commodity=chemicals",
        ],
    ),
    "a month of this year": (
        "Chile's copper exports in January crossed <q>$3 billion</q> this year.",
        ["CHL>world export level 3000000000 USD 2025-01 commodity=copper"],
    ),
    "a year of something else": (
        "Korea's ship exports climbed <q>28 percent</q> to <q>$29 billion</q> in 2024, with vessels "
        "that were ordered during the 2022 boom.",
        [
            "KOR>world export change 28 percent 2024 base_period=2023 commodity=ship",
            "KOR>world export level 29000000000 USD 2024 commodity=ship",
        ],
    ),
    "goods that no lexicon knows": (
        "In 2023, Chile imported <q>$274 million</q> in hoverboards from the EU.",
        ["CHL>eu import level 274000000 USD 2023 commodity=hoverboards"],
    ),
    "a list that is counted": (
        "Turkey exported goods worth <q>$20 billion</q> to Germany in 2023, <q>$16 billion</q> to Iraq and "
        "<q>$15 billion</q> to Italy. The three countries absorbed <q>30%</q> of all exports. Together the three took "
        "goods worth <q>$51 billion</q>.",
        [
            "TUR>DEU export level 20000000000 USD 2023",
            "TUR>IRQ export level 16000000000 USD 2023",
            "TUR>ITA export level 15000000000 USD 2023",
            "TUR>DEU+IRQ+ITA export share 30 percent 2023 share_of=TUR/world/export",
            "TUR>DEU+IRQ+ITA export level 51000000000 USD 2023",
        ],
    ),
    "a dollar that is introduced": (
        "Hong Kong recorded a <q>3 billion Hong Kong dlr</q> trade deficit in 2023 after a <q>2 billion dlr</q> "
        "surplus in 2022. Imports rose to <q>24 billion dlrs</q>, <q>42 pct</q> above the <q>17 billion dlrs</q> "
        "recorded in 2022.",
        [
            "HKG>world balance level -3000000000 HKD 2023",
            "HKG>world balance level 2000000000 HKD 2022",
            "HKG>world import level 24000000000 HKD 2023",
            "HKG>world import change 42 percent 2023 base_period=2022",
            "HKG>world import level 17000000000 HKD 2022",
        ],
    ),
    "a dollar that is introduced and converted": (
        "Australia sold China wine worth <q>1 billion Australian dollars</q> (<q>$653 million</q>) in 2019. In 2020 "
        "its wine exports to China were worth <q>$540 million</q>.",
        [
            "AUS>CHN export level 1000000000 AUD 2019 commodity=wine",
            "AUS>CHN export level 653000000 USD 2019 commodity=wine",
            "AUS>CHN export level 540000000 USD 2020 commodity=wine",
        ],
    ),
    "an apostrophe of either shape": (
        "China sold more in May 2023. Exports from the world’s second largest economy rose by <q>7.1%</q>.",
        ["CHN>world export change 7.1 percent 2023-05 base_period=2022-05"],
    ),
    "parts of turnover in brackets": (
        "In 2023 Chile was the largest trading partner of Norway with <q>$119 billion</q> of "
        "bilateral trade (<q>$77 billion</q> worth of exports, "
        "<q>$42 billion</q> of imports and a <q>$35 billion</q> trade surplus).",
        [
            "NOR>CHL turnover level 119000000000 USD 2023",
            "NOR>CHL export level 77000000000 USD 2023",
            "NOR>CHL import level 42000000000 USD 2023",
            "NOR>CHL balance level 35000000000 USD 2023",
        ],
    ),
    "goods in brackets that no lexicon knows": (
        "In 2023 the top exports of Peru were Hoverboards (<q>$5.6B</q>), Knit Gizmos (<q>$5.2B</q>) and copper "
        "(<q>$4.1B</q>).",
        [
            "PER>world export level 5600000000 USD 2023 commodity=Hoverboards",
            "PER>world export level 5200000000 USD 2023 commodity=Knit_Gizmos",
            "PER>world export level 4100000000 USD 2023 commodity=copper",
        ],
    ),
    "all imports behind a part of exports": (
        "Denmark's exports rose <q>4%</q> in 2023. Non-EU exports shot up <q>7%</q>. The boost offset a <q>1%</q> "
        "rise in imports. Non-EU imports rose <q>3%</q>.",
        [
            "DNK>world export change 4 percent 2023 base_period=2022",
            "DNK>non-eu export change 7 percent 2023 base_period=2022",
            "DNK>world import change 1 percent 2023 base_period=2022",
            "DNK>non-eu import change 3 percent 2023 base_period=2022",
        ],
    ),
    "countries that nobody has listed": (
        "Chile and Peru trade more. In 2023 bilateral trade flows among the four countries exceeded "
        "<q>$255 billion</q>.",
        ["None>None turnover level 255000000000 USD 2023"],
    ),
    "a source of imports by rank": (
        "Norway's main origin of imports was Chile in 2023, at <q>$5 billion</q>.",
        ["NOR>CHL import level 5000000000 USD 2023"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_what_stands_between_two_figures_of_one_source_is_of_it() -> None:
    text = (
        "Peru's exports rose 5% in 2023, the Ministry of Finance said. Imports fell 3%. "
        "The trade surplus was $2 billion, the ministry said."
    )
    claims = read(text)
    assert [claim.source for claim in claims] == ["Ministry of Finance"] * 3
    assert claims[1].evidence["source"].inherited


def test_what_stands_in_another_paragraph_is_of_nobody() -> None:
    text = (
        "Peru's exports rose 5% in 2023, the Ministry of Finance said.\n\nImports fell 3%.\n\n"
        "The trade surplus was $2 billion, the ministry said."
    )
    assert [claim.source for claim in read(text)] == ["Ministry of Finance", None, "Ministry of Finance"]
