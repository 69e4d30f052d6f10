"""Scales left out, commas as decimal signs, bases of an index, goods in lists, cards of figures."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a scale left out behind from": (
        "Pakistan's exports to Nepal rose to <q>$1.292m</q> in 2023 from <q>$1.127</q> a year earlier.",
        [
            "PAK>NPL export level 1292000 USD 2023",
            "PAK>NPL export level 1127000 USD 2022",
        ],
    ),
    "a scale left out behind up from": (
        "China's trade surplus with Japan swelled to <q>$22.2 billion</q> in March 2024, up from <q>$15.4</q> "
        "the previous month.",
        [
            "CHN>JPN balance level 22200000000 USD 2024-03",
            "CHN>JPN balance level 15400000000 USD 2024-02",
        ],
    ),
    "a scale left out behind a month": (
        "Finland's imports rose to <q>€4.2 billion</q> in May 2024 from <q>€3.9</q> in April.",
        [
            "FIN>world import level 4200000000 EUR 2024-05",
            "FIN>world import level 3900000000 EUR 2024-04",
        ],
    ),
    "a scale left out behind compared with": (
        "Fiji's exports were worth <q>$7.5 million</q> in 2023 compared with <q>$6.1</q> a year ago.",
        [
            "FJI>world export level 7500000 USD 2023",
            "FJI>world export level 6100000 USD 2022",
        ],
    ),
    "a scale left out behind against": (
        "India's exports to Bhutan were <q>Rs 7.5 crore</q> in 2023 against <q>Rs 6.1</q> in 2022.",
        [
            "IND>BTN export level 75000000 INR 2023",
            "IND>BTN export level 61000000 INR 2022",
        ],
    ),
    "prices left alone": (
        "Peru's copper exports rose to <q>$2.2 billion</q> in 2023 from $1.9 a pound.",
        [
            "PER>world export level 2200000000 USD 2023 commodity=copper",
        ],
    ),
    "which is a part": (
        "Kyrgyz exports to Turkey amounted to <q>$386 million</q> in 2018, which is <q>32.8 percent</q>.",
        [
            "KGZ>TUR export level 386000000 USD 2018",
            "KGZ>TUR export share 32.8 percent 2018 share_of=KGZ/world/export",
        ],
    ),
    "which was up": (
        "Peru's exports to Chile were <q>386 million dollars</q> in May 2023, which was up <q>12 percent</q>.",
        [
            "PER>CHL export level 386000000 USD 2023-05",
            "PER>CHL export change 12 percent 2023-05 base_period=2022-05",
        ],
    ),
    "which is more": (
        "Kyrgyz exports to Turkey amounted to <q>$386 million</q> in 2018, which is <q>32.8 percent</q> more "
        "than in 2017.",
        [
            "KGZ>TUR export level 386000000 USD 2018",
            "KGZ>TUR export change 32.8 percent 2018 base_period=2017",
        ],
    ),
    "the base of an index": (
        "Peru's exports to Chile increased by <q>0.2%</q> in 2021 while those to Brazil rose by <q>5%</q> "
        "(2019 = 100%).",
        [
            "PER>CHL export change 0.2 percent 2021 base_period=2020",
            "PER>BRA export change 5 percent 2021 base_period=2020",
        ],
    ),
    "the base of an index in a line": (
        "Peru's exports to Chile rose by <q>5%</q> in 2021.\n\n(Jan 2019 = 100 %, seasonally adjusted)",
        [
            "PER>CHL export change 5 percent 2021 base_period=2020",
        ],
    ),
    "decimal commas": (
        "Argentina's trade with Brazil reached <q>US$ 1,345 billion</q> in August 2020, which was <q>20,5%</q> "
        "lower than in August 2019. Exports were <q>US$ 702,3 million</q>.",
        [
            "ARG>BRA turnover level 1345000000 USD 2020-08",
            "ARG>BRA turnover change -20.5 percent 2020-08 base_period=2019-08",
            "ARG>BRA export level 702300000 USD 2020-08",
        ],
    ),
    "decimal commas in another currency": (
        "Imports of Peru came to <q>€ 2,417 billion</q> in 2022, <q>3,4 percent</q> more than in 2021.",
        [
            "PER>world import level 2417000000 EUR 2022",
            "PER>world import change 3.4 percent 2022 base_period=2021",
        ],
    ),
    "decimal points": (
        "China's trade with Brazil reached <q>US$ 1,345 billion</q> in 2020, which was <q>20.5%</q> lower than "
        "in 2019.",
        [
            "CHN>BRA turnover level 1345000000000 USD 2020",
            "CHN>BRA turnover change -20.5 percent 2020 base_period=2019",
        ],
    ),
    "thousands of millions beside decimal commas": (
        "Peru's exports to Chile rose <q>4,5%</q> in 2022 to <q>US$ 1,345 million</q>.",
        [
            "PER>CHL export change 4.5 percent 2022 base_period=2021",
            "PER>CHL export level 1345000000 USD 2022",
        ],
    ),
    "products exported, listed": (
        "Peru's trade with Chile rose by <q>12%</q> in 2023.\nThe top three products exported to Chile "
        "were:\n• Fish meal: <q>146 billion soles</q> (+<q>2.20%</q>)\n• Copper wire: <q>95.4 billion "
        "soles</q> (-<q>31.38%</q>)\n",
        [
            "PER>CHL turnover change 12 percent 2023 base_period=2022",
            "PER>CHL export level 146000000000 PEN 2023 commodity=Fish_meal",
            "PER>CHL export change 2.2 percent 2023 base_period=2022 commodity=Fish_meal",
            "PER>CHL export level 95400000000 PEN 2023 commodity=Copper_wire",
            "PER>CHL export change -31.38 percent 2023 base_period=2022 commodity=Copper_wire",
        ],
    ),
    "goods shipped, listed": (
        "Kenya's trade with Egypt rose by <q>12%</q> in 2023.\nThe main products exported to Egypt were:\n• "
        "Tea: <q>$146 million</q>\n• Coffee: <q>$95 million</q>\n",
        [
            "KEN>EGY turnover change 12 percent 2023 base_period=2022",
            "KEN>EGY export level 146000000 USD 2023 commodity=Tea",
            "KEN>EGY export level 95000000 USD 2023 commodity=Coffee",
        ],
    ),
    "goods imported, listed": (
        "Kenya's trade with Egypt rose by <q>12%</q> in 2023.\nThe main products imported from Egypt were:\n• "
        "Sugar: <q>$146 million</q>\n• Paper: <q>$95 million</q>\n",
        [
            "KEN>EGY turnover change 12 percent 2023 base_period=2022",
            "KEN>EGY import level 146000000 USD 2023 commodity=Sugar",
            "KEN>EGY import level 95000000 USD 2023 commodity=Paper",
        ],
    ),
    "cards": (
        "Norway's trade in May 2024\n\nExports (seasonally adjusted), May 2024\n<q>NOK 134.2 "
        "billion</q>\n-<q>3.1%</q> on the previous month\n+<q>2.6%</q> on the same month a year "
        "earlier\n\nImports (seasonally adjusted), May 2024\n<q>NOK 90.7 billion</q>\n+<q>2.4%</q> on the "
        "previous month\n\nTrade balance, May 2024\n+<q>NOK 43.5 billion</q>\n\nExports of goods fell in May, "
        "the statistics office said.",
        [
            "NOR>world export level 134200000000 NOK 2024-05",
            "NOR>world export change -3.1 percent 2024-05 base_period=2024-04",
            "NOR>world export change 2.6 percent 2024-05 base_period=2023-05",
            "NOR>world import level 90700000000 NOK 2024-05",
            "NOR>world import change 2.4 percent 2024-05 base_period=2024-04",
            "NOR>world balance level 43500000000 NOK 2024-05",
        ],
    ),
    "cards of a quarter": (
        "Malta's trade\n\nImports of goods, third quarter 2023\n<q>€2.1 billion</q>\n+<q>5%</q> year on "
        "year\n\nExports of goods, third quarter 2023\n<q>€1.4 billion</q>\n-<q>2%</q> year on year\n\nMalta "
        "imported more in the third quarter.",
        [
            "MLT>world import level 2100000000 EUR 2023-Q3 commodity=goods",
            "MLT>world import change 5 percent 2023-Q3 base_period=2022-Q3 commodity=goods",
            "MLT>world export level 1400000000 EUR 2023-Q3 commodity=goods",
            "MLT>world export change -2 percent 2023-Q3 base_period=2022-Q3 commodity=goods",
        ],
    ),
    "a head over other figures": (
        "Peru's trade\n\nTrade in figures\n3 million people work in ports\n5% of them are women\n\nPeru's "
        "exports rose by <q>3%</q> in May 2024.",
        [
            "PER>world export change 3 percent 2024-05 base_period=2023-05",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
