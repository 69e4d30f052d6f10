"""What a sentence leaves out: the word "percent" in a list, a verb said before, goods of a base, "of which"."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "percent is said once": (
        "China leads at <q>21.3 percent</q> of Peru's imports, South Korea at <q>11.5</q>, Japan at <q>10.2</q> and "
        "Chile at <q>6.4</q>.",
        [
            "PER>CHN import share 21.3 percent - share_of=PER/world/import",
            "PER>KOR import share 11.5 percent - share_of=PER/world/import",
            "PER>JPN import share 10.2 percent - share_of=PER/world/import",
            "PER>CHL import share 6.4 percent - share_of=PER/world/import",
        ],
    ),
    "percent is said once before with": (
        "In 2015 Spain bought <q>30.1 percent</q> of Chad's exports, followed by France with "
        "<q>12.4</q>, and the United "
        "States with <q>9.9</q>.",
        [
            "TCD>ESP export share 30.1 percent 2015 share_of=TCD/world/export",
            "TCD>FRA export share 12.4 percent 2015 share_of=TCD/world/export",
            "TCD>USA export share 9.9 percent 2015 share_of=TCD/world/export",
        ],
    ),
    "brackets between signed rates": (
        "Malta's statistics for 2021 showed +<q>34%</q> of exports of goods to Portugal (<q>€90 million</q> increase), "
        "+<q>16%</q> to Spain (<q>€1.1 billion</q>), and +<q>8%</q> to Italy (<q>€20 million</q>).",
        [
            "MLT>PRT export change 34 percent 2021 base_period=2020 commodity=goods",
            "MLT>PRT export change 90000000 EUR 2021 base_period=2020 commodity=goods",
            "MLT>ESP export change 16 percent 2021 base_period=2020 commodity=goods",
            "MLT>ESP export change 1100000000 EUR 2021 base_period=2020 commodity=goods",
            "MLT>ITA export change 8 percent 2021 base_period=2020 commodity=goods",
            "MLT>ITA export change 20000000 EUR 2021 base_period=2020 commodity=goods",
        ],
    ),
    "the verb is said once and prices are no topic": (
        "In 2024, Peru's exports amounted to <q>€1.19 billion</q> and imports to <q>€1.36 billion</q>"
        " at current prices.",
        ["PER>world export level 1190000000 EUR 2024", "PER>world import level 1360000000 EUR 2024"],
    ),
    "imports to an amount for a deficit of another": (
        "Togo's exports fell to <q>$7 billion</q> and imports to <q>$8 billion</q> for a deficit of "
        "<q>$1 billion</q> in "
        "2015.",
        [
            "TGO>world export level 7000000000 USD 2015",
            "TGO>world import level 8000000000 USD 2015",
            "TGO>world balance level -1000000000 USD 2015",
        ],
    ),
    "a plan to raise trade to": (
        "Peru plans to raise its exports to Chile to <q>$5 billion</q> by 2030.",
        ["PER>CHL export level 5000000000 USD 2030 target"],
    ),
    "a part of what was told": (
        "In 2012, exports from Togo amounted to <q>$2.1 billion</q>, <q>96.3%</q> of which were ores.",
        [
            "TGO>world export level 2100000000 USD 2012",
            "TGO>world export share 96.3 percent 2012 commodity=ores share_of=TGO/world/export",
        ],
    ),
    "the next goods and their base": (
        "Japan's rice exports fell to <q>6.2 million tonnes</q> in 2012 from <q>7.2 million</q> in 2011 and wheat to "
        "<q>1.8 million</q> from <q>2.4 million</q>.",
        [
            "JPN>world export level 6200000 t 2012 commodity=rice",
            "JPN>world export level 7200000 t 2011 commodity=rice",
            "JPN>world export level 1800000 t 2012 commodity=wheat",
            "JPN>world export level 2400000 t 2011 commodity=wheat",
        ],
    ),
    "growth on average and what came before": (
        "Peru's exports grew <q>3 percent</q> on average in 2014, following a rise of <q>5 percent</q> in 2013.",
        [
            "PER>world export change 3 percent 2014 base_period=2013",
            "PER>world export change 5 percent 2013 base_period=2012",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
