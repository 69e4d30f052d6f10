"""Names and goods with words around them: "the 27-member EU", "(chiefly rice)", what goods are for, quotations."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "partner behind a compound": (
        "Kenya's trade with the oil-rich Gulf states rose <q>4 percent</q> in 2014.",
        ["KEN>gcc turnover change 4 percent 2014 base_period=2013"],
    ),
    "partner behind a count of members": (
        "Ghana's trade with the fifteen-member Economic Community of West African States was <q>$9 billion</q> in "
        "2018.",
        ["GHA>ecowas turnover level 9000000000 USD 2018"],
    ),
    "seller behind a count of members": (
        "Imports from the 27-member European Union fell to <q>$3 billion</q> in 2014, Ghana's trade ministry said.",
        ["GHA>eu import level 3000000000 USD 2014"],
    ),
    "some others of a group in a row": (
        "In 2010 Oman sent <q>40%</q> of its exports to China, <q>22%</q> to other Asian countries, <q>9%</q> to India "
        "(largely urea and fish), <q>8%</q> to mainland Japan, and <q>5%</q> to Kenya.",
        [
            "OMN>CHN export share 40 percent 2010 share_of=OMN/world/export",
            "OMN>asia export share 22 percent 2010 share_of=OMN/world/export",
            "OMN>IND export share 9 percent 2010 share_of=OMN/world/export",
            "OMN>JPN export share 8 percent 2010 share_of=OMN/world/export",
            "OMN>KEN export share 5 percent 2010 share_of=OMN/world/export",
        ],
    ),
    "an aside on what one of them sells": (
        "Of Malta's imports in 2012, <q>30%</q> came from Italy, <q>20%</q> from other EU countries, <q>12%</q> from "
        "Turkey (mostly fuel), <q>6%</q> from China and <q>3%</q> from Tunisia.",
        [
            "MLT>ITA import share 30 percent 2012 share_of=MLT/world/import",
            "MLT>eu import share 20 percent 2012 share_of=MLT/world/import",
            "MLT>TUR import share 12 percent 2012 share_of=MLT/world/import",
            "MLT>CHN import share 6 percent 2012 share_of=MLT/world/import",
            "MLT>TUN import share 3 percent 2012 share_of=MLT/world/import",
        ],
    ),
    "goods and what they are used in": (
        "Chile's main exports in 2019 were copper (<q>48 %</q>), thickened resins used in varnish, glue and paint "
        "(<q>4 %</q>) and wine (<q>3 %</q>).",
        [
            "CHL>world export share 48 percent 2019 commodity=copper share_of=CHL/world/export",
            "CHL>world export share 4 percent 2019 commodity=thickened_resins_used_in_varnish,_glue_and_paint "
            "share_of=CHL/world/export",
            "CHL>world export share 3 percent 2019 commodity=wine share_of=CHL/world/export",
        ],
    ),
    "goods and what they are for": (
        "Bolivia imported vehicles (<q>$1.2bn</q>), steel bars for use in bridges, towers and dams (<q>$0.4bn</q>) and "
        "cotton yarn (<q>$0.1bn</q>) from China in 2016.",
        [
            "BOL>world import level 1200000000 USD 2016 commodity=vehicles",
            "BOL>world import level 400000000 USD 2016 commodity=steel_bars_for_use_in_bridges,_towers_and_dams",
            "BOL>CHN import level 100000000 USD 2016 commodity=cotton_yarn",
        ],
    ),
    "goods unknown and worth something": (
        "In 2015 Ghana exported flour (worth <q>$4.3m</q>), brass hooks of the kind used in saddles (<q>$1.0m</q>) and "
        "soap (<q>$0.9m</q>).",
        [
            "GHA>world export level 4300000 USD 2015 commodity=flour",
            "GHA>world export level 1000000 USD 2015 commodity=brass_hooks_of_the_kind_used_in_saddles",
            "GHA>world export level 900000 USD 2015 commodity=soap",
        ],
    ),
    "a bracket and a minus are no face": (
        "In 2024 exports to Spain fell for copper (-<q>12%</q>), zinc (-<q>8%</q>) and gold (-<q>3%</q>), Peru's "
        "statistics office said.",
        [
            "PER>ESP export change -12 percent 2024 base_period=2023 commodity=copper",
            "PER>ESP export change -8 percent 2024 base_period=2023 commodity=zinc",
            "PER>ESP export change -3 percent 2024 base_period=2023 commodity=gold",
        ],
    ),
    "a quotation with a list": (
        "Peru's trade with Japan grew in 2023.\n\n> **Exports to Japan in 2023:**\n>\n> - Machinery: "
        "<q>$5.1 billion</q>\n>\n> - Cotton (raw): <q>$0.2 billion</q>\n>\n> Peru sold many goods.\n\n> "
        "**Imports from Japan in 2023:**\n>\n> - Steel pipes and tubes: <q>$1.1 billion</q>",
        [
            "PER>JPN export level 5100000000 USD 2023 commodity=Machinery",
            "PER>JPN export level 200000000 USD 2023 commodity=Cotton",
            "PER>JPN import level 1100000000 USD 2023 commodity=Steel_pipes_and_tubes",
        ],
    ),
    "a quotation of several lines": (
        "A year of records\n\n> Ghana's exports to Togo rose to <q>$40 million</q> in 2013.\n> Its imports from "
        "its eastern neighbour Togo fell to\n> <q>$12 million</q> in the year.",
        ["GHA>TGO export level 40000000 USD 2013", "GHA>TGO import level 12000000 USD 2013"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
