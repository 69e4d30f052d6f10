"""What two flows were before, moves in brackets, "with Italy it was", whose "its" is in a row, the volume just told."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "two flows of one partner, respectively": (
        "Chile's exports to and imports from Peru came to <q>$37 million</q> and <q>$13 million</q> respectively in "
        "2023.",
        ["CHL>PER export level 37000000 USD 2023", "CHL>PER import level 13000000 USD 2023"],
    ),
    "two flows in two phrases, respectively": (
        "In 2023 Kenya's exports to Uganda and imports from Uganda were worth <q>$800 million</q> and <q>$300 "
        "million</q>, respectively.",
        ["KEN>UGA export level 800000000 USD 2023", "KEN>UGA import level 300000000 USD 2023"],
    ),
    "two flows of all trade": (
        "Chile's exports and imports were <q>$80 billion</q> and <q>$83 billion</q> in 2023.",
        ["CHL>world export level 80000000000 USD 2023", "CHL>world import level 83000000000 USD 2023"],
    ),
    "imports first": (
        "In 2023, imports and exports of Kenya were valued at <q>$18 billion</q> and <q>$7 billion</q>.",
        ["KEN>world import level 18000000000 USD 2023", "KEN>world export level 7000000000 USD 2023"],
    ),
    "two totals and what they were": (
        "Ghana's imports totalled <q>412 billion cedis</q> in 1986 and exports <q>176 billion</q>, compared with "
        "<q>326 billion</q> and <q>171 billion</q> in 1985.",
        [
            "GHA>world import level 412000000000 GHS 1986",
            "GHA>world export level 176000000000 GHS 1986",
            "GHA>world import level 326000000000 GHS 1985",
            "GHA>world export level 171000000000 GHS 1985",
        ],
    ),
    "two clauses and what they were": (
        "Chile's imports from Japan in 2016 were <q>$30.2 billion</q>, while its exports to Japan were <q>$32.1 "
        "billion</q>, against <q>$9.5 billion</q> and <q>$7.1 billion</q> the year before.",
        [
            "CHL>JPN import level 30200000000 USD 2016",
            "CHL>JPN export level 32100000000 USD 2016",
            "CHL>JPN import level 9500000000 USD 2015",
            "CHL>JPN export level 7100000000 USD 2015",
        ],
    ),
    "what both rose from": (
        "Peru's exports rose to <q>$4.2 billion</q> and imports to <q>$4.1 billion</q> in 2012 from "
        "<q>$4.0 billion</q> "
        "and <q>$3.9 billion</q> in 2011.",
        [
            "PER>world export level 4200000000 USD 2012",
            "PER>world import level 4100000000 USD 2012",
            "PER>world export level 4000000000 USD 2011",
            "PER>world import level 3900000000 USD 2011",
        ],
    ),
    "two goods are no two flows": (
        "Peru's exports of zinc were <q>$4.2 billion</q> in 2012, against <q>$4.0 billion</q> in 2011 and <q>$3.9 "
        "billion</q> in 2010.",
        [
            "PER>world export level 4200000000 USD 2012 commodity=zinc",
            "PER>world export level 4000000000 USD 2011 commodity=zinc",
            "PER>world export level 3900000000 USD 2010 commodity=zinc",
        ],
    ),
    "moves with a sign in brackets": (
        "Growth in Peru's exports in 2012 came mainly from Spain (+<q>$1.9 billion</q>), Japan "
        "(+<q>$1.2 billion</q>) and "
        "Chile (<q>$0.4 billion</q>).",
        [
            "PER>ESP export change 1900000000 USD 2012 base_period=2011",
            "PER>JPN export change 1200000000 USD 2012 base_period=2011",
            "PER>CHL export change 400000000 USD 2012 base_period=2011",
        ],
    ),
    "levels without a sign in brackets": (
        "Peru's exports in 2012 went mainly to Spain (<q>$1.9 billion</q>), Japan (<q>$1.2 "
        "billion</q>) and Chile (<q>$0.4 "
        "billion</q>).",
        [
            "PER>ESP export level 1900000000 USD 2012",
            "PER>JPN export level 1200000000 USD 2012",
            "PER>CHL export level 400000000 USD 2012",
        ],
    ),
    "moves that a noun names in brackets": (
        "In 2012 Peru's imports from Chile rose by <q>12%</q> (<q>$90 million</q> increase), those from Japan fell by "
        "<q>4%</q> (a <q>$20 million</q> drop).",
        [
            "PER>CHL import change 12 percent 2012 base_period=2011",
            "PER>CHL import change 90000000 USD 2012 base_period=2011",
            "PER>JPN import change -4 percent 2012 base_period=2011",
            "PER>JPN import change -20000000 USD 2012 base_period=2011",
        ],
    ),
    "a balance with a sign is a level": (
        "Peru's trade balance with Spain was positive in 2012 (+<q>$1.9 billion</q>).",
        ["PER>ESP balance level 1900000000 USD 2012"],
    ),
    "with another it was": (
        "Peru's deficit with Spain was <q>$83.2 million</q> in 2015 against <q>$57.7 million</q> in "
        "2014, with Italy it was "
        "<q>$70.4 million</q> against <q>$30.3 million</q>.",
        [
            "PER>ESP balance level -83200000 USD 2015",
            "PER>ESP balance level -57700000 USD 2014",
            "PER>ITA balance level -70400000 USD 2015",
            "PER>ITA balance level -30300000 USD 2014",
        ],
    ),
    "its stays whose it was": (
        "Japan is Peru's top export destination, with <q>14.1 percent</q> of its exports; China follows at <q>13.9 "
        "percent</q>, and Chile comes third with <q>9.2 percent</q>.",
        [
            "PER>JPN export share 14.1 percent - share_of=PER/world/export",
            "PER>CHN export share 13.9 percent - share_of=PER/world/export",
            "PER>CHL export share 9.2 percent - share_of=PER/world/export",
        ],
    ),
    "a row of sellers whose buyer is known": (
        "Peru's imports rose <q>6%</q> in 2012 to <q>$30 billion</q>. Major import countries were "
        "China <q>$9.2 billion</q>, "
        "ASEAN with <q>$2.3 billion</q>, South Korea with <q>$1.2 billion</q> and Japan with <q>$1.1 billion</q>.",
        [
            "PER>world import change 6 percent 2012 base_period=2011",
            "PER>world import level 30000000000 USD 2012",
            "PER>CHN import level 9200000000 USD 2012",
            "PER>asean import level 2300000000 USD 2012",
            "PER>KOR import level 1200000000 USD 2012",
            "PER>JPN import level 1100000000 USD 2012",
        ],
    ),
    "the volume of the flow just told": (
        "Kenya's imports from Oman reached <q>$200 million</q> in 2014. The volume rose to <q>$300 "
        "million</q> in 2015.",
        ["KEN>OMN import level 200000000 USD 2014", "KEN>OMN import level 300000000 USD 2015"],
    ),
    "the volume of trade is another": (
        "Kenya's imports from Oman reached <q>$200 million</q> in 2014. The volume of trade rose to "
        "<q>$500 million</q> in "
        "2015.",
        ["KEN>OMN import level 200000000 USD 2014", "KEN>OMN turnover level 500000000 USD 2015"],
    ),
    "a year long ago over a list": (
        "Peru's trade with Japan grew fast.\n\nExports to Japan in 2009:\n\n- Machinery: <q>$5.1 billion</q>\n"
        "- Cotton: <q>$0.2 billion</q>",
        [
            "PER>JPN export level 5100000000 USD 2009 commodity=Machinery",
            "PER>JPN export level 200000000 USD 2009 commodity=Cotton",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
