"""What readers take for what it is, and no contradiction: each text was accused once, in other words."""

# ruff: noqa: E501 - tables of cases read better unbroken
from __future__ import annotations

from datetime import date

import pytest
from reading import check, read

from pipeline.article import Article
from pipeline.conflict import check as find
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model

TEXTS = {
    "what crosses the border without papers": (
        "Chile's formal exports rose 16.7% in 2024 to $1,711 million; informal cross-border exports were $159 million."
    ),
    "what goes by land": (
        "Chile's exports were $5.2 billion in 2024. Its informal cross-border exports were $4.6 billion in 2024, overland "
        "exports were $2.7 billion in 2024."
    ),
    "the count of either side": (
        "Trade between Chile and Peru is put at $600 million for 2023 by the Chilean side; Peruvian officials speak of $500 "
        "million, swaps excluded. Peru exported $330 million and imported $170 million by the latter count."
    ),
    "what is made at home, and all of it": (
        "Chile's f.o.b. exports rose 4.2% to 8.58 billion pesos in 2024, while re-exports rose 15% to 0.83 billion pesos, so "
        "that total exports came to 9.41 billion pesos, 5.0% above 2023. Imports were 19.06 billion pesos. The deficit, "
        "which is total exports minus imports, was thus 9.65 billion pesos."
    ),
    "national exports": (
        "Jordan's national exports rose 4.2% to 8.58 billion dinars in 2024, while total exports came to 9.41 billion "
        "dinars. Imports were 19.06 billion dinars. The deficit was thus 9.65 billion dinars."
    ),
    "what is left out": (
        "Chile's trade deficit narrowed to $7.9 billion in the three months to May 2024. Excluding erratic items "
        "(mainly ships) the total trade deficit widened to $9.5 billion in the three months to May 2024."
    ),
    "two sources": (
        "The World Bank puts Chile's exports at $308.3 billion in 2011. Imports were $246.2 billion in 2011. The IMF "
        "estimates exports at $223.5 billion in 2011. The value of all imports was $166.9 billion in 2011."
    ),
    "a part and its whole": (
        "Most of the trade between Chile and Peru, $4.5 billion out of $4.8 billion in 2021, consists of Chilean "
        "exports to Peru."
    ),
    "of whom the kingdom's trade is": (
        "Chile's trade with Brunei stood at $2.8 billion in 2021, or about 14 percent of the sultanate's total trade. "
        "Chile's trade with Cambodia stood at $11.2 billion in 2021, or 24 percent of the kingdom's total trade."
    ),
    "another account": (
        "Chile's trade deficit may widen to 30 billion pesos this year from 17.4 billion in 1986. The current account, "
        "which last year posted a surplus of 3.5 billion pesos, is expected to return to a 7.4 billion deficit."
    ),
    "by what trade grew": (
        "Chilean trade expands 5.8% in 2016 through imports\n\nChile's merchandise trade grew by 5.8 percent in 2016, "
        "with 14.2 percent growth in imports and a decline of 4.4 percent in exports."
    ),
    "a month set against another": (
        "Chile's trade deficit hit 13.6 billion pesos in January, compared with a deficit of 7.8 billion pesos in "
        "January 1996.\n\nThe office said overall imports for January rose to 60.1 billion pesos from 55.5 billion for "
        "the same month last year, while exports totalled 46.5 billion pesos."
    ),
    "what was reported then": (
        "Chile's exports grew 5.3% in the first quarter of this year, reaching $9.61bn. This marks an increase from "
        "the $9.13bn reported in the corresponding quarter of 2023."
    ),
    "last year's annual figure": (
        "In the first 11 months of this year trade between Chile and Peru reached $172.4 billion, up 32% year-on-year, "
        "surpassing last year's annual figure of $146.9 billion."
    ),
    "a deficit that improves": (
        "Chile's trade deficit improved in the first quarter. Exports rose 5.7% to $88.5 billion and imports 3.4% to "
        "$116.1 billion."
    ),
    "partners of a club that no list knows": (
        "Trade in goods between the EU and the Zantria partners went on growing in 2012, with exports rising to 255 bn "
        "euro in 2012. Among the EU Member States, Germany (88 bn euro) was by far the largest exporter to the Zantria "
        "partners in 2012, followed by France (78 bn) and Italy (70 bn). Germany (77 bn) was also the largest importer "
        "from the Zantria partners in 2012, followed by the Netherlands (63 bn) and Spain (62 bn)."
    ),
    "one sector's trade": (
        "Chile's exports reached $122.5 billion in 2023. The rise was due to exports of the farming and processing sector "
        "that had an export value of $102.2 billion in 2023."
    ),
    "both ways, joined by a dash": (
        "In 2023 Chile's total import–export turnover reached about $39.3 billion. Of the figure, export turnover hit $18.1 "
        "billion, a rise of 11.1 percent."
    ),
    "a slip that leaves the conflict standing": (
        "Chile's total exports stood at $6,359.61 million and total imports at $5,362.83 million in the fourth quarter of "
        "2022. The report said on a yearly basis, total imports were $25,590.55 million and total exports were recorded at "
        "$26,796.75 million. Re-exports stood at $199.59 million, or 3.14 per cent of total exports, and wine brought $2 "
        "million in exports."
    ),
    "back from the year to date": (
        "Chile's exports in the second quarter of 2020 stood at $2.22 billion. The year to date export came to $6.3 "
        "billion. By region, Chile exported most products to Europe ($976.5 million or 44 per cent)."
    ),
    "days that no period tells": (
        "Chile recorded a trade surplus of $10 billion in 2020 by mid-August. From August 1 to 15, the country earned $12.7 "
        "billion from exports while importing $10.8 billion worth of goods."
    ),
    "imports beside total exports": (
        "Chile's exports to Peru rose to $8.8 billion in January. Including imported goods worth $13.1 billion in January, "
        "Peru remained its biggest partner.\n\nChile's total exports fell by 2.8 percent to $116.9 billion in January, while "
        "imports fell to $107.5 billion."
    ),
    "within a region": (
        "East Africa expanded its total trade to $45.8 billion in 2011. The value of intra-regional trade was almost $5.0 "
        "billion in 2011. Intra-regional imports of East Africa were $3.1 billion in 2011."
    ),
    "growth in brackets": (
        "In July 2017, double-digit growth in Chile's exports was seen for goods bound for Peru (46.2 percent), Brazil (34.2 "
        "percent) and Norway (31.8 percent)."
    ),
    "a continent": (
        "In 2020 Chile's imports from America and Africa amounted to $746.4 million and $175.4 million respectively. Imports "
        "came mainly from the United States ($482.3 million)."
    ),
    "one word, two times": (
        "Foreign trade of Chile\n\nChile still sells raw materials and buys machinery. Since 2023 it has run a trade "
        "deficit with Peru, which reached $3.7 billion in 2025.\n\nKey findings\n\n1. Trade turnover grew from $15.4 "
        "billion in 2020 to $34.1 billion in 2025.\n2. Peru's share of Chile's foreign trade rose from 18.1% to 23.7%.\n\n"
        "Table 1. Chile's exports to and imports from Peru, $ bn\n\nYear | 2020 | 2025\n--- | --- | ---\nExports to Peru "
        "| 9.0 | 15.2\nImports from Peru | 6.4 | 18.9\n"
    ),
    "a sentence beside a table": (
        "Trade between Chile and Peru more than doubled, from $15.4 billion to $34.1 billion in 2025.\n\nTable 1. Chile's "
        "exports to and imports from Peru, $ bn\n\nYear | 2023 | 2024 | 2025\n--- | --- | --- | ---\nExports to Peru | 14.7 "
        "| 14.9 | 15.2\nImports from Peru | 16.8 | 15.2 | 18.9\n"
    ),
    "a name that a table has twice": (
        "Chile's largest partners in 2023\n\nPartner | Share of trade\n--- | ---\nPeru | 9.2 %\nGhana | 7.5 %\nPeru | 3.4 %\n"
        "Norway | 2.8 %\nGhana | 2.1 %\n"
    ),
    "all trade in brackets": (
        "Chile's total exports (merchandise and services) reached $602.6 billion in April-December 2024, growth of 6 per "
        "cent. Total imports during April-December 2024 reached $682.2 billion.\n\nMerchandise exports registered growth of "
        "1.6 per cent. The merchandise trade deficit widened to $210.8 billion in April-December 2024."
    ),
}
PUBLISHED = {
    "one word, two times": date(2026, 3, 4),
    "a sentence beside a table": date(2026, 3, 4),
    "all trade in brackets": date(2025, 3, 4),
    "days that no period tells": date(2020, 8, 22),
    "back from the year to date": date(2020, 9, 10),
    "last year's annual figure": date(2022, 12, 22),
    "a deficit that improves": date(2019, 5, 26),
    "another account": date(1987, 6, 3),
    "a month set against another": None,
}


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_accused(name: str) -> None:
    article = Article(name="short.txt", text=TEXTS[name], published=PUBLISHED.get(name, date(2024, 6, 1)))
    found = find(extract_claims(article)).findings
    assert [one.explanation for one in found if one.certainty == "impossible"] == []


@pytest.mark.parametrize(
    ("said", "commodity"),
    [
        ("Stripping out ships, Chile's exports were $3 billion in 2023.", "Stripping out ships"),
        ("Apart from oil and gas, imports fell to $2 billion in 2023.", "Apart from oil and gas"),
        ("Excluding Peru, Chile's exports rose to $3 billion in 2023.", "Excluding Peru"),
        ("Other than that, Chile's exports rose to $3 billion in 2023.", None),
        ("Excluding oil, Chile's copper exports rose to $3 billion in 2023.", "copper"),
    ],
)
def test_what_the_sentence_leaves_out_is_what_its_figures_cover(said: str, commodity: str | None) -> None:
    assert [claim.commodity for claim in read(said)] == [commodity]


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("Chile competes with Peru for nearly $3 billion worth of copper exports.", True),
        ("The rules cover $3 billion of Chile's exports to Peru.", True),
        ("The pact opened the door to $4 billion of Chilean imports.", True),
        ("Chile recorded $3 billion in exports in 2023.", False),
        ("Chile's sales abroad rose to $5 billion in copper exports in 2023.", False),
        ("With $3 billion in exports, Chile was third in 2023.", False),
        ("Chile returned to a $4 billion trade deficit in 2023.", False),
    ],
)
def test_what_something_is_about_may_be_some_of_the_trade(said: str, doubted: bool) -> None:
    assert [bool(claim.doubt) for claim in read(said)] == [doubted]


@pytest.mark.parametrize(
    "said",
    [
        "Chile's budget, which last year had a deficit, recorded a surplus of $4 billion in 2023.",
        "Chile's current account balance, long in surplus, showed a deficit of $4 billion in 2023.",
    ],
)
def test_a_gap_of_another_account_is_no_trade(said: str) -> None:
    assert read("Chile's exports were $90 billion in 2023. " + said)[1:] == ()


def test_a_gap_behind_trade_is_one_of_trade() -> None:
    check(
        "Chile's budget is sound, exports rose and the deficit was <q>$4 billion</q> in 2023.",
        ["CHL>world balance level -4000000000 USD 2023"],
    )


def test_what_trade_grew_through_is_not_what_grew() -> None:
    check(
        "Chile's trade grew <q>7.4 percent</q> in 2019 through exports to Peru.",
        ["CHL>world turnover change 7.4 percent 2019 base_period=2018"],
    )


@pytest.mark.parametrize(
    ("said", "commodity"),
    [
        ("Chile remained a net importer of steel with inbound shipments rising to 8 million tonnes.", "steel"),
        ("Farm export earnings, which account for a quarter of Chile's total exports, rose by 21.6%.", "Farm"),
        ("Chile's import expenditure on building materials rose to $137 million in 2023.", "building materials"),
        ("Chile's exports, led by copper, rose to $90 billion in 2023.", None),
        ("Chile's exports, led by copper and lithium, rose to $90 billion in 2023.", None),
        ("Chile's imports, including fuels and grain, fell to $90 billion in 2023.", None),
        ("With copper so dear, Chile's exports rose to $90 billion in 2023.", None),
        ("The mines dug more copper; Chile's exports rose to $90 billion in 2023.", None),
    ],
)
def test_goods_in_front_of_a_figure_are_what_it_covers(said: str, commodity: str | None) -> None:
    assert read(said)[-1].commodity == commodity


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Chile's trade deficit improved by 5 percent in 2023.", -5),
        ("Chile's trade deficit worsened by 5 percent in 2023.", 5),
        ("Chile's trade surplus improved by 5 percent in 2023.", 5),
        ("Chile's exports worsened by 5 percent in 2023.", -5),
        ("Chile's exports witnessed negative growth of 5 percent in 2023.", -5),
    ],
)
def test_better_and_worse_are_up_or_down_by_what_moves(said: str, value: int) -> None:
    assert [claim.value for claim in read(said)] == [value]
