"""What a text as a whole is about: its goods for figures that only weigh, its home again behind an aside."""

from __future__ import annotations

from datetime import date

import pytest
from reading import check

from pipeline.article import Article
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "whoever runs and reports flows is whom the text is about": (
        "Norway ran up a trade surplus of <q>$19 billion</q> in 2023. Imports grew.\n\nThe gap between Peru and Norway "
        "has been an issue in Peru for long. Peru's president spoke of the gap in Peru.\n\nNorway reported a surplus "
        "of <q>$3 billion</q> with Chile in 2023. Imports rose <q>5%</q> in 2023.",
        [
            "NOR>world balance level 19000000000 USD 2023",
            "NOR>CHL balance level 3000000000 USD 2023",
            "NOR>CHL import change 5 percent 2023 base_period=2022",
        ],
    ),
    "what is weighed is what the text is about": (
        "Ghana's cocoa exports dropped <q>7%</q> in 2023. The rains were late.\n\nExports to the Netherlands were "
        "<q>200,000 tonnes</q>.",
        [
            "GHA>world export change -7 percent 2023 base_period=2022 commodity=cocoa",
            "GHA>NLD export level 200000 t 2023 commodity=cocoa",
        ],
    ),
    "what is weighed is what the text names again and again": (
        "Tea is what Kenya lives on. Tea grows on its hills, and the tea of Kericho is famous. The country exported "
        "<q>500,000 tonnes</q> in 2023.",
        ["KEN>world export level 500000 t 2023 commodity=Tea"],
    ),
    "money may be all trade": (
        "Ghana's cocoa exports dropped <q>7%</q> in 2023. It rained.\n\nTotal exports were <q>$5 billion</q>.",
        [
            "GHA>world export change -7 percent 2023 base_period=2022 commodity=cocoa",
            "GHA>world export level 5000000000 USD 2023",
        ],
    ),
    "all imports again": (
        "China imported <q>9 million tonnes</q> of meat in 2023. Imports of pork from Peru rose <q>20%</q>. Imports "
        "of 2022 had been tested. Imports in December 2023 came to <q>900,000 tonnes</q>.",
        [
            "CHN>world import level 9000000 t 2023 commodity=meat",
            "CHN>PER import change 20 percent 2023 base_period=2022 commodity=pork",
            "CHN>world import level 900000 t 2023-12 commodity=meat",
        ],
    ),
    "one figure of the goods of the headline": (
        "Ghana's cocoa exports slump\n\nGhana's cocoa exports dropped <q>7%</q> in 2023. Exports to Peru were up "
        "<q>5%</q>.",
        [
            "GHA>world export change -7 percent 2023 base_period=2022 commodity=cocoa",
            "GHA>PER export change 5 percent 2023 base_period=2022 commodity=cocoa",
        ],
    ),
    "goods that are shipped by somebody": (
        "In 2023 most Kenyan tea was shipped to Pakistan (a record <q>200,000 tonnes</q>) and Egypt "
        "(<q>90,000 tonnes</q>).",
        [
            "KEN>PAK export level 200000 t 2023 commodity=tea",
            "KEN>EGY export level 90000 t 2023 commodity=tea",
        ],
    ),
    "trade between the two before": (
        "Peru and Chile are neighbours. Trade between them came to <q>$4 billion</q> in 2023.",
        ["PER>CHL turnover level 4000000000 USD 2023"],
    ),
    "an exporter with a title": (
        "Traders look to Ghana, the second-largest cocoa exporter, which shipped <q>40,000 tonnes</q> in May 2023.",
        ["GHA>world export level 40000 t 2023-05 commodity=cocoa"],
    ),
    "purchases from somebody": (
        "India cut its purchases of palm oil from Malaysia by <q>20%</q> in May 2023.",
        ["IND>MYS import change -20 percent 2023-05 base_period=2022-05 commodity=palm_oil"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


@pytest.mark.parametrize(
    ("outlet", "reporter"),
    [
        ("CSO Ireland", "IRL"),
        ("Statistics Estonia", "EST"),
        ("The Korea Herald", "KOR"),
        ("The Nation (Nigeria)", "NGA"),
        ("Turkish Minute", "TUR"),
        ("West Africa Monitor", None),
        ("Daily Star", None),
    ],
)
def test_exports_of_nobody_are_of_whom_the_outlet_is_named_for(outlet: str, reporter: str | None) -> None:
    text = "Exports down 4% in September\n\nExports fell by 4% in September 2014."
    article = Article(name="a.txt", text=text, published=date(2014, 11, 15), outlet=outlet)
    assert {claim.reporter for claim in extract_claims(article) if claim.measure == "change"} == {reporter}
