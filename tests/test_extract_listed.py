"""Lists of a name and a figure or two a line, with blank lines between them, under a line that leads to them."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "partners with amount and share, apart": (
        "Peru imported <q>$30 billion</q> of goods in 2020. The main import partners were as follows:\n\n"
        "China <q>$5 billion</q> <q>5.3 per cent</q>\n\nChile <q>$3 billion</q> <q>4.0 per cent</q>\n\n"
        "Spain <q>$1 billion</q> <q>2 per cent</q>\n\nNothing else happened.\n",
        [
            "PER>world import level 30000000000 USD 2020",
            "PER>CHN import level 5000000000 USD 2020",
            "PER>CHN import share 5.3 percent 2020 share_of=PER/world/import",
            "PER>CHL import level 3000000000 USD 2020",
            "PER>CHL import share 4 percent 2020 share_of=PER/world/import",
            "PER>ESP import level 1000000000 USD 2020",
            "PER>ESP import share 2 percent 2020 share_of=PER/world/import",
        ],
    ),
    "partners of what the prose told": (
        "Kenya's imports of rice rose <q>8 percent</q> to <q>$300 million</q> in 2021. The top five suppliers were:\n\n"
        "Pakistan <q>$120 million</q>\n\nThailand <q>$70 million</q>\n\nIndia <q>$50 million</q>\n",
        [
            "KEN>world import change 8 percent 2021 base_period=2020 commodity=rice",
            "KEN>world import level 300000000 USD 2021 commodity=rice",
            "KEN>PAK import level 120000000 USD 2021 commodity=rice",
            "KEN>THA import level 70000000 USD 2021 commodity=rice",
            "KEN>IND import level 50000000 USD 2021 commodity=rice",
        ],
    ),
    "a box of facts, its flags gone": (
        "Economy of Ghana\n\nExports <q>$13.1 billion</q> (2011 est.)\nMain export partners\n\n UAE <q>7.8%</q>\n"
        " China <q>7.2%</q>\n\n Japan <q>2.9%</q> (2012 est.)[7]\nFDI stock $4.9 billion (2012)\n",
        [
            "GHA>world export level 13100000000 USD 2011",
            "GHA>ARE export share 7.8 percent 2012 share_of=GHA/world/export",
            "GHA>CHN export share 7.2 percent 2012 share_of=GHA/world/export",
            "GHA>JPN export share 2.9 percent 2012 share_of=GHA/world/export",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
