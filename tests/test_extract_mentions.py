"""Small words that decide whom, when and of what: "all of", "went to", "the value recorded in", "led by", "this"."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "all of a region": (
        "Peru's exports to all of Asia dropped <q>13%</q> in 2023.",
        ["PER>asia export change -13 percent 2023 base_period=2022"],
    ),
    "economies of a group": (
        "Peru's exports to Chile fell <q>2%</q> in 2023 and those to euro area economies dropped by <q>3%</q>.",
        [
            "PER>CHL export change -2 percent 2023 base_period=2022",
            "PER>euro-area export change -3 percent 2023 base_period=2022",
        ],
    ),
    "so much of it went to": (
        "Of Peru's exports in 2023, <q>$5 billion</q> went to Chile and <q>$4 billion</q> to Japan.",
        ["PER>CHL export level 5000000000 USD 2023", "PER>JPN export level 4000000000 USD 2023"],
    ),
    "more goods": (
        "In 2023 Peru exported <q>6%</q> more goods to Chile.",
        ["PER>CHL export change 6 percent 2023 base_period=2022"],
    ),
    "goods right behind what was paid": (
        "In 2023 Peru imported <q>$5 billion</q> crude oil from Chile.",
        ["PER>CHL import level 5000000000 USD 2023 commodity=crude_oil"],
    ),
    "sales that something is due to": (
        "Peru's exports rose <q>3%</q> in 2023, due partly to car sales to Chile, while imports fell <q>4%</q>.",
        [
            "PER>world export change 3 percent 2023 base_period=2022",
            "PER>world import change -4 percent 2023 base_period=2022",
        ],
    ),
    "what a rise was led by": (
        "Peru's exports rose <q>3%</q> in 2023, led by a <q>5%</q> rise in sales to Chile.",
        [
            "PER>world export change 3 percent 2023 base_period=2022",
            "PER>CHL export change 5 percent 2023 base_period=2022",
        ],
    ),
    "the value recorded then": (
        "Peru's imports fell by <q>9%</q> in May 2024 compared to the value recorded in May 2023 at <q>$5 billion</q>.",
        [
            "PER>world import change -9 percent 2024-05 base_period=2023-05",
            "PER>world import level 5000000000 USD 2023-05",
        ],
    ),
    "the level of a month": (
        "Peru's surplus in trade went down in July 2023 from July 2022's level of <q>$9 billion</q> to "
        "<q>$4 billion</q>.",
        ["PER>world balance level 9000000000 USD 2022-07", "PER>world balance level 4000000000 USD 2023-07"],
    ),
    "slower than the month before": (
        "Peru's exports logged a growth of <q>20%</q> in May 2023 but slower than the prior month's <q>23%</q> rise.",
        [
            "PER>world export change 20 percent 2023-05 base_period=2022-05",
            "PER>world export change 23 percent 2023-04 base_period=2022-04",
        ],
    ),
    "since there are figures": (
        "Peru's exports grew <q>12%</q> in January 2024, the strongest month since such data were first kept in 1979.",
        ["PER>world export change 12 percent 2024-01 base_period=2023-01"],
    ),
    "a paragraph on the year before": (
        "Peru's deficit in trade was <q>$3 billion</q> in 2023.\n\nIn 2022, the deficit was <q>$9 billion</q>.\n\n"
        "Imports of cars slid <q>4%</q>.",
        [
            "PER>world balance level -3000000000 USD 2023",
            "PER>world balance level -9000000000 USD 2022",
            "PER>world import change -4 percent 2023 base_period=2022 commodity=cars",
        ],
    ),
    "a paragraph that mentions an earlier quarter": (
        "In the third quarter of 2023 Peru's exports rose <q>9%</q>.\n\nTin exports grew by <q>4%</q> in the second "
        "quarter.\n\nImports of cars slid <q>3%</q>.",
        [
            "PER>world export change 9 percent 2023-Q3 base_period=2022-Q3",
            "PER>world export change 4 percent 2023-Q2 base_period=2022-Q2 commodity=Tin",
            "PER>world import change -3 percent 2023-Q3 base_period=2022-Q3 commodity=cars",
        ],
    ),
    "a city before the report": (
        "Arequipa — Exports from Peru came to <q>$5 billion</q> in May 2023.",
        ["PER>world export level 5000000000 USD 2023-05"],
    ),
    "what is included": (
        "Peru's gold exports including re-exports rose by <q>9%</q> in 2023.",
        ["PER>world export change 9 percent 2023 base_period=2022 commodity=gold"],
    ),
    "a ratio of two flows": (
        "Peru's exports were <q>$5 billion</q> in 2023. The ratio of exports to imports dropped to 43%.",
        ["PER>world export level 5000000000 USD 2023"],
    ),
    "down from another rise": (
        "Peru's exports rose <q>24%</q> in June 2023, down from <q>31%</q> in May.",
        [
            "PER>world export change 24 percent 2023-06 base_period=2022-06",
            "PER>world export change 31 percent 2023-05 base_period=2022-05",
        ],
    ),
    "worth of shipments": (
        "In 2023 Peru exported <q>$5 billion</q> worth of shipments to Chile.",
        ["PER>CHL export level 5000000000 USD 2023"],
    ),
    "a row of shares": (
        "Chile is Peru's main partner, with <q>16%</q> of total exports in 2023, while Japan and Brazil followed with "
        "<q>10%</q> and <q>9%</q> of the country's total exports respectively.",
        [
            "PER>CHL export share 16 percent 2023 share_of=PER/world/export",
            "PER>JPN export share 10 percent 2023 share_of=PER/world/export",
            "PER>BRA export share 9 percent 2023 share_of=PER/world/export",
        ],
    ),
    "a row of buyers": (
        "Chile is the top importer of Peruvian goods with <q>$5 billion</q>, followed by Japan and Brazil, which "
        "imported <q>$4 billion</q> and <q>$3 billion</q> worth of wares, respectively, in 2023.",
        [
            "CHL>PER import level 5000000000 USD 2023 commodity=goods",
            "JPN>PER import level 4000000000 USD 2023",
            "BRA>PER import level 3000000000 USD 2023",
        ],
    ),
    "each of the top partners": (
        "Chile, Japan and Brazil were Peru's top trade partners in 2023, with turnover up <q>9%</q>, <q>8%</q> and "
        "<q>7%</q> respectively.",
        [
            "PER>CHL turnover change 9 percent 2023 base_period=2022",
            "PER>JPN turnover change 8 percent 2023 base_period=2022",
            "PER>BRA turnover change 7 percent 2023 base_period=2022",
        ],
    ),
    "a conversion is of the same time": (
        "From 2000 to 2023 Peru's trade with Chile rose from <q>$3 billion</q> (<q>€2 billion</q>) to "
        "<q>$9 billion</q>.",
        [
            "PER>CHL turnover level 3000000000 USD 2000",
            "PER>CHL turnover level 2000000000 EUR 2000",
            "PER>CHL turnover level 9000000000 USD 2023",
        ],
    ),
    "the same period of the sentence": (
        "From 2000 to 2023 Peru's trade with Chile rose from <q>$3 billion</q> to <q>$9 billion</q>. From January to "
        "July 2024 it reached <q>$8 billion</q>, a record for the same period.",
        [
            "PER>CHL turnover level 3000000000 USD 2000",
            "PER>CHL turnover level 9000000000 USD 2023",
            "PER>CHL turnover level 8000000000 USD 2024-01/2024-07",
        ],
    ),
    "a quarter that has just begun": (
        "In the December 2024 quarter Peru's exports were <q>$7 billion</q>. The value of imports this quarter is "
        "<q>$6 billion</q>.",
        ["PER>world export level 7000000000 USD 2024-Q4", "PER>world import level 6000000000 USD 2024-Q4"],
    ),
    "worth of goods were imported": (
        "In 2023 <q>$5 billion</q> worth of goods were imported from Chile into Peru.",
        ["PER>CHL import level 5000000000 USD 2023"],
    ),
    "a gap beside a flow": (
        "Peru's trade deficit was <q>$292 million</q> (11 percent of exports) in 2023. The trade deficit of 2022 was "
        "<q>$100 million</q>, equivalent to 4 percent of imports.",
        ["PER>world balance level -292000000 USD 2023", "PER>world balance level -100000000 USD 2022"],
    ),
    "this is a share": (
        "Spain is Peru's fourth-biggest export market, with <q>$4 billion</q> in 2023. This represents <q>8%</q> of "
        "total exports.",
        ["PER>ESP export level 4000000000 USD 2023", "PER>ESP export share 8 percent 2023 share_of=PER/world/export"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
