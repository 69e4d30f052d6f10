"""Sections headed by one name, in an article on somebody's trade: with whom the figures below are."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "the two countries of a section": (
        "Foreign relations of Peru\n\nChile\n\nChile borders Peru. Trade between the two countries reached "
        "<q>$3.2 billion</q> in 2015.\n\nGhana\n\nThese two countries set up embassies in 1980. Trade between the two "
        "countries stood at <q>$110 million</q> in 2019.",
        ["PER>CHL turnover level 3200000000 USD 2015", "PER>GHA turnover level 110000000 USD 2019"],
    ),
    "bilateral trade of a section": (
        "Trade relations of Peru\n\nBolivia\n\nThe border treaty brought calm. Bilateral trade stood at "
        "<q>$1.1 billion</q> in 2019.\n\nRelations with Japan\n\nJapan buys fish meal. In 2014 mutual trade was worth "
        "<q>$4.5 billion</q>.",
        ["PER>BOL turnover level 1100000000 USD 2019", "PER>JPN turnover level 4500000000 USD 2014"],
    ),
    "whatever is said in a section": (
        "Foreign relations of Peru\n\nAustralia\n\nTwo-way trade between Australia and Peru was <q>$1 billion</q> in "
        "2018.\n\nIndia\n\nThe two neighbours across the sea signed a pact. In 2010 bilateral trade amounted to <q>$2 "
        "billion</q>.\n\nNetherlands\n\nTotal trade stood at <q>$4 billion</q> in 2014 with a surplus of <q>$3 "
        "billion</q> for Peru.",
        [
            "AUS>PER turnover level 1000000000 USD 2018",
            "PER>IND turnover level 2000000000 USD 2010",
            "PER>NLD turnover level 4000000000 USD 2014",
            "PER>NLD balance level 3000000000 USD 2014",
        ],
    ),
    "paragraphs that a name heads": (
        "Peru and Africa\n\nMOROCCO (Rabat): A joint mill has run since 1999. In 2014, exports "
        "<q>$500 mn</q>; imports <q>$355 mn</q>.\n\nALGERIA (Algiers): Trade grew from <q>$55 mn</q> in 2001 to "
        "<q>$182 mn</q> in 2014.\n\nTotal exports were <q>$38 billion</q> in 2014, and imports <q>$41 billion</q>.",
        [
            "PER>MAR export level 500000000 USD 2014",
            "PER>MAR import level 355000000 USD 2014",
            "PER>DZA turnover level 55000000 USD 2001",
            "PER>DZA turnover level 182000000 USD 2014",
            "PER>world export level 38000000000 USD 2014",
            "PER>world import level 41000000000 USD 2014",
        ],
    ),
    "a section on something else is of everybody again": (
        "Foreign trade of Peru\n\nChile\n\nTrade between the two countries reached <q>$3.2 billion</q> in 2015.\n\n"
        "Fish meal\n\nThe country exported goods worth <q>$40 billion</q> in 2019.",
        ["PER>CHL turnover level 3200000000 USD 2015", "PER>world export level 40000000000 USD 2019"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_a_section_is_about_its_pair(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_a_digest_on_several_countries_has_no_pairs() -> None:
    text = (
        "Harvest news from the Andes\n\nPeru\n\nExports rose to $5 billion in 2019.\n\nChile\n\nExports rose to $7 "
        "billion in 2019."
    )
    assert {claim.partner for claim in read(text)} == {"world"}


def test_what_a_source_introduces_with_a_colon_is_all_its_own() -> None:
    text = (
        "According to Peruvian Ministry of Trade: Exports to Chile were $2 billion in 2019. Imports from Chile were "
        "$3 billion in 2019. \n\nExports to Bolivia were $1 billion in 2019."
    )
    assert [claim.source for claim in read(text)] == ["Peruvian Ministry of Trade"] * 2 + [None]
