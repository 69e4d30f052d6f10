"""What is read of short sentences: each mechanism in its plainest form, figures marked ``<q>…</q>`` in the text.

What is expected of each figure is one line: ``reporter>partner flow measure value unit period``, then, where there are
any, ``base_period=``, ``commodity=``, ``share_of=`` and a modality other than reported.
"""

from __future__ import annotations

import pytest
from reading import check, read, unmarked
from sentences_measures import MEASURES
from sentences_parties import PARTIES

from pipeline.article import Article
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model

READ: list[tuple[str, str, list[str]]] = [
    *PARTIES,
    *MEASURES,
    (
        "respectively-flows",
        "Finland's exports and imports were <q>$80 billion</q> and <q>$83 billion</q>, respectively, in 2023.",
        ["FIN>world export level 80000000000 USD 2023", "FIN>world import level 83000000000 USD 2023"],
    ),
    (
        "respectively-subjects",
        "Peru's exports rose to <q>$21.2 billion</q> in 2023. Canada and Japan bought goods for <q>$1.6 "
        "billion</q> and <q>$1.3 billion</q> respectively.",
        [
            "PER>world export level 21200000000 USD 2023",
            "CAN>PER import level 1600000000 USD 2023",
            "JPN>PER import level 1300000000 USD 2023",
        ],
    ),
    (
        "respectively-partners",
        "In 2023 Peru's trade with Canada and Japan came to <q>$4 billion</q> and <q>$3 billion</q> respectively.",
        ["PER>CAN turnover level 4000000000 USD 2023", "PER>JPN turnover level 3000000000 USD 2023"],
    ),
    (
        "told-from-the-other-side",
        "Peru's exports were <q>$20 billion</q> in 2023. Canada supplied <q>$1.2 billion</q>.",
        ["PER>world export level 20000000000 USD 2023", "CAN>PER export level 1200000000 USD 2023"],
    ),
    (
        "sold-it",
        "Trade between Peru and Canada grew in 2023. In 2023 Canada bought <q>$6 billion</q> worth of "
        "goods from Peru and sold it <q>$3 billion</q>.",
        ["CAN>PER import level 6000000000 USD 2023", "CAN>PER export level 3000000000 USD 2023"],
    ),
    (
        "sent-the-kingdom",
        "Japan's trade with Thailand grew in 2023. In 2023 Japan sent Thailand <q>$2.9 billion</q> of merchandise.",
        ["JPN>THA export level 2900000000 USD 2023"],
    ),
    (
        "imported-goods-of",
        "Norway imported Polish products worth <q>$2.2 billion</q> in 2023.",
        ["NOR>POL import level 2200000000 USD 2023"],
    ),
    (
        "our",
        "Norway's trade grew in 2023. Our exports rose to <q>$5 billion</q>.",
        ["NOR>world export level 5000000000 USD 2023"],
    ),
    (
        "neighbour",
        "Peru and Chile met in Lima. In 2023 Peru shipped goods worth <q>$2 billion</q> to its southern neighbour.",
        ["PER>CHL export level 2000000000 USD 2023"],
    ),
    (
        "opposite-direction",
        "Trade of Peru with Chile grew in 2023. Supplies from Peru to Chile came to <q>$9 billion</q> "
        "in 2023. Deliveries in the opposite direction amounted to <q>$8 billion</q>.",
        ["PER>CHL export level 9000000000 USD 2023", "CHL>PER export level 8000000000 USD 2023"],
    ),
    (
        "fronted-with",
        "Norway's exports rose to <q>$5 billion</q> in 2023. With Poland, trade was all but even: "
        "exports of <q>$2 billion</q> against imports of <q>$1 billion</q>.",
        [
            "NOR>world export level 5000000000 USD 2023",
            "NOR>POL export level 2000000000 USD 2023",
            "NOR>POL import level 1000000000 USD 2023",
        ],
    ),
    (
        "fronted-from",
        "Norway's exports rose to <q>$5 billion</q> in 2023. From China, meanwhile, it imported goods "
        "for <q>$4 billion</q>.",
        ["NOR>world export level 5000000000 USD 2023", "NOR>CHN import level 4000000000 USD 2023"],
    ),
    (
        "viewpoint",
        "The euro area and the EU trade more. For the EU as a whole, deliveries to Japan in June 2024 "
        "were <q>€40 billion</q>.",
        ["eu>JPN export level 40000000000 EUR 2024-06"],
    ),
    (
        "own-destination",
        "In 2023 Yemen received <q>10.6 percent</q> of its imports from Oman and <q>9 percent</q> from China.",
        [
            "YEM>OMN import share 10.6 percent 2023 share_of=YEM/world/import",
            "YEM>CHN import share 9 percent 2023 share_of=YEM/world/import",
        ],
    ),
    (
        "share-of-several",
        "The combined share of Asia and Africa in Peru's exports rose to <q>52 percent</q> in 2023.",
        ["PER>asia+africa export share 52 percent 2023 share_of=PER/world/export"],
    ),
    (
        "which",
        "In 2023 more oil was shipped to India, which increased its share of Norway's oil exports to <q>18%</q>.",
        ["NOR>IND export share 18 percent 2023 commodity=oil share_of=NOR/world/export"],
    ),
    (
        "part-names-no-pair",
        "In 2023 Chinese buyers accounted for <q>26 percent</q> of Peru's exports. The balance was a "
        "surplus of <q>$699 million</q>.",
        [
            "PER>CHN export share 26 percent 2023 share_of=PER/world/export",
            "PER>world balance level 699000000 USD 2023",
        ],
    ),
    (
        "joined-before",
        "The ministers of Peru and Chile want to raise mutual trade to <q>$10 billion</q> by 2030.",
        ["PER>CHL turnover level 10000000000 USD 2030 target"],
    ),
    (
        "surplus-when-trading",
        "Peru enjoyed a <q>$2 billion</q> surplus when trading with Chile in 2023.",
        ["PER>CHL balance level 2000000000 USD 2023"],
    ),
    (
        "same-again",
        "Peru's shipments to Chile were down <q>6.7%</q> in 2023, to Canada up <q>2.5%</q>.",
        [
            "PER>CHL export change -6.7 percent 2023 base_period=2022",
            "PER>CAN export change 2.5 percent 2023 base_period=2022",
        ],
    ),
    (
        "those-of",
        "In 2023 Peru's oil imports fell <q>22%</q>, whereas those of gold rose by <q>156%</q>.",
        [
            "PER>world import change -22 percent 2023 base_period=2022 commodity=oil",
            "PER>world import change 156 percent 2023 base_period=2022 commodity=gold",
        ],
    ),
    (
        "by-value",
        "Peru's imports of crude oil rose <q>10%</q> by volume in 2023 but fell <q>24%</q> by value.",
        [
            "PER>world import change 10 percent 2023 base_period=2022 commodity=crude_oil",
            "PER>world import change -24 percent 2023 base_period=2022 commodity=crude_oil",
        ],
    ),
    (
        "in-a-sector",
        "Peru's exports in the textile sector rose <q>4%</q> in 2023.",
        ["PER>world export change 4 percent 2023 base_period=2022 commodity=textile_sector"],
    ),
    (
        "cause-no-goods",
        "In 2023 cheaper oil pushed Peru's imports <q>7%</q> lower.",
        ["PER>world import change -7 percent 2023 base_period=2022"],
    ),
    (
        "month-to-month",
        "Peru's trade surplus grew. The trade surplus for the January-to-October period of 2023 came to "
        "<q>$12 billion</q>.",
        ["PER>world balance level 12000000000 USD 2023-01/2023-10"],
    ),
    (
        "bracketed-year",
        "Peru's exports were <q>$78 billion</q> in 2022 (2021: <q>$63 billion</q>), and imports <q>$109 billion</q>.",
        [
            "PER>world export level 78000000000 USD 2022",
            "PER>world export level 63000000000 USD 2021",
            "PER>world import level 109000000000 USD 2022",
        ],
    ),
    (
        "move-of-years",
        "Peru's imports rose by <q>189%</q> from <q>$13 billion</q> in 2000 to <q>$39 billion</q> in 2005.",
        [
            "PER>world import change 189 percent 2005 base_period=2000",
            "PER>world import level 13000000000 USD 2000",
            "PER>world import level 39000000000 USD 2005",
        ],
    ),
    (
        "year-earlier-in-front",
        "Peru's exports were <q>$107 billion</q> in 2024. A year earlier they had been <q>$100 billion</q>.",
        ["PER>world export level 107000000000 USD 2024", "PER>world export level 100000000000 USD 2023"],
    ),
    (
        "fell-tenfold",
        "Peru's exports to Chile decreased <q>tenfold</q> in 2023, to <q>$119 million</q>.",
        ["PER>CHL export change -90 percent 2023 base_period=2022", "PER>CHL export level 119000000 USD 2023"],
    ),
    (
        "timeless",
        "Peru's exports rose in 2020. In recent years exports to Chile have been about <q>$2 billion</q>.",
        ["PER>CHL export level 2000000000 USD -"],
    ),
    (
        "exchange-of-goods",
        "In 2023 Peru's exchange of goods with Chile reached <q>$8 billion</q>.",
        ["PER>CHL turnover level 8000000000 USD 2023"],
    ),
    (
        "trade-in-things",
        "The summer trade in footballers was worth $2 billion in 2023.",
        [],
    ),
    (
        "fronted-partner",
        "With Germany, Poland ran a surplus of <q>€9 billion</q> in 2023.",
        ["POL>DEU balance level 9000000000 EUR 2023"],
    ),
    (
        "compound-noun",
        "Georgia's cross-border trade deficit was <q>$9 billion</q> in 2023, with <q>$15 billion</q> in imports.",
        ["GEO>world balance level -9000000000 USD 2023", "GEO>world import level 15000000000 USD 2023"],
    ),
    (
        "gap-between-selling-and-buying",
        "The gap between what Kenya sells and what it buys abroad grew <q>4%</q> to <q>$11 billion</q> in 2023.",
        ["KEN>world balance change 4 percent 2023 base_period=2022", "KEN>world balance level -11000000000 USD 2023"],
    ),
    (
        "aside-between-dashes",
        "In 2023 Peru's trade surplus - what it sells abroad less its imports - stood at <q>$17 billion</q>.",
        ["PER>world balance level 17000000000 USD 2023"],
    ),
    (
        "one-flow-exceeds-the-other",
        "Norway's exports exceeded imports by <q>$80 billion</q> in 2023.",
        ["NOR>world balance level 80000000000 USD 2023"],
    ),
    (
        "revenue-from-exports",
        "Zambia made <q>$8 billion</q> in revenue from copper exports in 2023.",
        ["ZMB>world export level 8000000000 USD 2023 commodity=copper"],
    ),
    (
        "growth-that-slows",
        "Vietnam's export growth slowed to <q>3%</q> in 2023.",
        ["VNM>world export change 3 percent 2023 base_period=2022"],
    ),
    (
        "two-bases",
        "In May 2024 Chile's exports were <q>4%</q> above the level of a year before, though <q>7%</q> below April.",
        [
            "CHL>world export change 4 percent 2024-05 base_period=2023-05",
            "CHL>world export change -7 percent 2024-05 base_period=2024-04",
        ],
    ),
    (
        "amount-of-a-change",
        "Irish exports to the EU fell by <q>2.3%</q> (<q>€1bn</q>) to <q>€42bn</q> in 2023.",
        [
            "IRL>eu export change -2.3 percent 2023 base_period=2022",
            "IRL>eu export change -1000000000 EUR 2023 base_period=2022",
            "IRL>eu export level 42000000000 EUR 2023",
        ],
    ),
    (
        "pronoun-of-its-sentence",
        "Portugal has run a trade deficit with Spain for decades; in 2023 it was <q>€10 billion</q>.",
        ["PRT>ESP balance level -10000000000 EUR 2023"],
    ),
    (
        "row-behind-subjects",
        "In 2023 the US was the top export market of the Philippines with <q>16%</q>, Japan and Hong Kong following "
        "on <q>14%</q> and <q>13%</q>.",
        [
            "PHL>USA export share 16 percent 2023 share_of=PHL/world/export",
            "PHL>JPN export share 14 percent 2023 share_of=PHL/world/export",
            "PHL>HKG export share 13 percent 2023 share_of=PHL/world/export",
        ],
    ),
    (
        "after-a-decline",
        "Thai exports rebounded in April 2024, following a sharp <q>10.9%</q> decline in March.",
        ["THA>world export change -10.9 percent 2024-03 base_period=2023-03"],
    ),
    (
        "verb-buy-goods-of",
        "Norway bought <q>$3.2 billion</q> worth of goods from Poland in 2023.",
        ["NOR>POL import level 3200000000 USD 2023"],
    ),
    (
        "together",
        "Latvia and Estonia together exported <q>$3.1 billion</q> to Finland in 2023.",
        ["LVA+EST>FIN export level 3100000000 USD 2023"],
    ),
    (
        "list-brackets",
        (
            "In 2023 Kenya's exports went mostly to Uganda (<q>12.1%</q>), Pakistan (<q>8.4%</q>) and "
            "Tanzania (<q>6.9%</q>)."
        ),
        [
            "KEN>UGA export share 12.1 percent 2023 share_of=KEN/world/export",
            "KEN>PAK export share 8.4 percent 2023 share_of=KEN/world/export",
            "KEN>TZA export share 6.9 percent 2023 share_of=KEN/world/export",
        ],
    ),
    (
        "goods-list",
        "In 2023 Chile's exports included copper (<q>$43 billion</q>) and salmon (<q>$6 billion</q>).",
        [
            "CHL>world export level 43000000000 USD 2023 commodity=copper",
            "CHL>world export level 6000000000 USD 2023 commodity=salmon",
        ],
    ),
]


@pytest.mark.parametrize(("marked", "wanted"), [pytest.param(*case, id=name) for name, *case in READ])
def test_the_sentence_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_a_total_without_a_flow_of_its_own_may_go_somewhere() -> None:
    text, marks = unmarked("Chile's exports rose in 2023. The total to Japan was <q>$7 billion</q>.")
    assert [claim.text for claim in read(text)] == [mark.text for mark in marks]


@pytest.mark.parametrize(("marked", "wanted"), [pytest.param(*case, id=name) for name, *case in READ if case[1]])
def test_every_slot_rests_on_characters_of_the_text(marked: str, wanted: list[str]) -> None:
    text, _ = unmarked(marked)
    for claim in read(text):
        spots = claim.evidence.values()
        assert {"reporter", "partner", "value"} <= claim.evidence.keys()
        assert claim.period is None or "period" in claim.evidence
        assert all(0 <= spot.start < spot.end <= len(text) for spot in spots)


def test_parties_that_are_taken_together_are_read_from_the_text_between_them() -> None:
    text = "China export Kenya 5% 2.Trade with China with it rose"
    claims = extract_claims(Article(name="a.txt", text=text))
    assert "CHN+KEN" in {claim.partner for claim in claims}
    for found in (found for claim in claims for found in claim.evidence.values()):
        assert 0 <= found.start < found.end <= len(text)
