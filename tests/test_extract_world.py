"""What statistics offices, ministries and wires all over the world write: each case is a mechanism of its own.

What is expected of a figure is one line, as in ``test_extract.py``.
"""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

READ: list[tuple[str, str, list[str]]] = [
    (
        "a-part-of-another's-whole",
        (
            "In 2023 Peru accounted for only <q>$12.9 billion</q> of Chile's <q>$210 billion</q> in imports and"
            " <q>$11 billion</q> of its <q>$341 billion</q> in exports."
        ),
        [
            "CHL>PER import level 12900000000 USD 2023",
            "CHL>world import level 210000000000 USD 2023",
            "CHL>PER export level 11000000000 USD 2023",
            "CHL>world export level 341000000000 USD 2023",
        ],
    ),
    (
        "a-longer-name-leaves-the-flow",
        "Peru's engineering goods exports to the US stood at <q>$1.2 billion</q> in 2024.",
        ["PER>USA export level 1200000000 USD 2024 commodity=engineering_goods"],
    ),
    (
        "main-partner-for-exports",
        (
            "In January 2025 Turkey's exports were <q>$21.2 billion</q>. The main partner for exports was Germany with"
            " <q>$1.8 billion</q>."
        ),
        ["TUR>world export level 21200000000 USD 2025-01", "TUR>DEU export level 1800000000 USD 2025-01"],
    ),
    (
        "no-coverage-ratio",
        "Turkey's exports were <q>$21.2 billion</q> in 2024. The coverage ratio of exports to imports fell to 73.3%.",
        ["TUR>world export level 21200000000 USD 2024"],
    ),
    (
        "included-is-no-subject",
        "Oman's non-oil exports, including re-exports, rose <q>22.8%</q> in 2024.",
        ["OMN>world export change 22.8 percent 2024 base_period=2023 commodity=non-oil_exports"],
    ),
    (
        "re-exports-are-goods-of-their-own",
        "Oman's exports were <q>$40 billion</q> and its re-exports <q>$4 billion</q> in 2024.",
        [
            "OMN>world export level 40000000000 USD 2024",
            "OMN>world export level 4000000000 USD 2024 commodity=re-exports",
        ],
    ),
    (
        "goods-of-a-share",
        "The share of oil exports in Oman's total exports fell to <q>70.2%</q> in 2024.",
        ["OMN>world export share 70.2 percent 2024 commodity=oil share_of=OMN/world/export"],
    ),
    (
        "shilling-of-the-economy-in-view",
        "Kenya's exports to Uganda rose to <q>Sh126 billion</q> in 2023, the Kenyan statistics office said.",
        ["KEN>UGA export level 126000000000 KES 2023"],
    ),
    (
        "dollar-of-the-office",
        "Canada's exports rose to <q>$69.5 billion</q> in December 2024, Statistics Canada said.",
        ["CAN>world export level 69500000000 CAD 2024-12"],
    ),
    (
        "dollars-in-short-of-an-office-without-name",
        "Canada's exports rose to <q>9.5 billion dlrs</q> in December 2024, the statistics office said.",
        ["CAN>world export level 9500000000 CAD 2024-12"],
    ),
    (
        "dollar-marked-otherwise",
        "Canada's exports rose to <q>C$69.5 billion</q> (<q>$48 billion</q>) in December 2024, Statistics Canada said.",
        ["CAN>world export level 69500000000 CAD 2024-12", "CAN>world export level 48000000000 USD 2024-12"],
    ),
    (
        "dollar-without-an-office",
        "Canada's exports to Chile rose to <q>$1.5 billion</q> in 2024.",
        ["CAN>CHL export level 1500000000 USD 2024"],
    ),
    (
        "estimates-of-an-office",
        "First estimates of the euro area balance showed a <q>€15.5 bn</q> surplus in December 2024.",
        ["euro-area>world balance level 15500000000 EUR 2024-12"],
    ),
    (
        "that-country-of-the-sentence",
        (
            "Germany was the largest exporter, followed by Italy. EU imports from China fell by <q>4%</q> in 2024,"
            " and the deficit with that country was <q>€304 billion</q>."
        ),
        [
            "eu>CHN import change -4 percent 2024 base_period=2023",
            "eu>CHN balance level -304000000000 EUR 2024",
        ],
    ),
    (
        "that-country-of-the-sentence-before",
        "Andorra buys most of its goods from Spain. In 2023 its imports from that country reached <q>€1.2 billion</q>.",
        ["AND>ESP import level 1200000000 EUR 2023"],
    ),
    (
        "which-is-the-flow-and-leads-nowhere",
        (
            "Japan logged a trade deficit in January 2025. Exports rose <q>7.2%</q>, led by shipments of cars to the"
            " United States, which surged <q>21.8%</q>. Imports grew <q>16.7%</q>."
        ),
        [
            "JPN>world export change 7.2 percent 2025-01 base_period=2024-01",
            "JPN>USA export change 21.8 percent 2025-01 base_period=2024-01 commodity=cars",
            "JPN>world import change 16.7 percent 2025-01 base_period=2024-01",
        ],
    ),
    (
        "growth-vis-a-vis-a-time",
        "India's exports for January 2025 were <q>$75 billion</q>, a growth of <q>9.7%</q> vis-à-vis January 2024.",
        [
            "IND>world export level 75000000000 USD 2025-01",
            "IND>world export change 9.7 percent 2025-01 base_period=2024-01",
        ],
    ),
    (
        "up-to-a-day",
        "As of April 15, 2018, Vietnam's exports had reached <q>$62.4 billion</q>.",
        ["VNM>world export level 62400000000 USD 2018-01/2018-04"],
    ),
    (
        "months-of-a-fiscal-year",
        "During 7MFY25 Pakistan's exports rose <q>10%</q> to <q>$19.6bn</q>.",
        [
            "PAK>world export change 10 percent 2024-07/2025-01 base_period=2023-07/2024-01",
            "PAK>world export level 19600000000 USD 2024-07/2025-01",
        ],
    ),
    (
        "quarters-to-an-end",
        "Trade between Peru and Chile was worth <q>$8.9 billion</q> in the four quarters to the end of Q3 2024.",
        ["PER>CHL turnover level 8900000000 USD 2023-10/2024-09"],
    ),
    (
        "partner-in-a-speaker's-mouth",
        '"Our trade with China passed <q>$190 billion</q> in 2024," Malaysia\'s trade minister said.',
        ["MYS>CHN turnover level 190000000000 USD 2024"],
    ),
    (
        "row-of-subjects-with-shares",
        "India, Spain and Italy were Nigeria's top export destinations in 2023, taking <q>10.2%</q>, <q>9.1%</q> and"
        " <q>8.9%</q> respectively.",
        [
            "NGA>IND export share 10.2 percent 2023 share_of=NGA/world/export",
            "NGA>ESP export share 9.1 percent 2023 share_of=NGA/world/export",
            "NGA>ITA export share 8.9 percent 2023 share_of=NGA/world/export",
        ],
    ),
    (
        "row-of-goods",
        "Chile's exports of copper and lithium were <q>$43 billion</q> and <q>$6 billion</q>, respectively, in 2023.",
        [
            "CHL>world export level 43000000000 USD 2023 commodity=copper",
            "CHL>world export level 6000000000 USD 2023 commodity=lithium",
        ],
    ),
    (
        "partner-before-its-figure",
        "In 2023 Tunisia's trade deficit was <q>$17 billion</q>; with Russia the shortfall was <q>$5 billion</q> and"
        " with China <q>$9 billion</q>.",
        [
            "TUN>world balance level -17000000000 USD 2023",
            "TUN>RUS balance level -5000000000 USD 2023",
            "TUN>CHN balance level -9000000000 USD 2023",
        ],
    ),
    (
        "change-said-again",
        "In 2024 trade between Peru and Chile was worth <q>$8.9 billion</q>, a decrease of <q>2.6%</q> or"
        " <q>$235 million</q>.",
        [
            "PER>CHL turnover level 8900000000 USD 2024",
            "PER>CHL turnover change -2.6 percent 2024 base_period=2023",
            "PER>CHL turnover change -235000000 USD 2024 base_period=2023",
        ],
    ),
    (
        "bilateral-before-it-is-said-whose",
        "Bilateral trade was worth <q>$8.9 billion</q> in 2024. Peru's exports to Chile amounted to <q>$4 billion</q>.",
        ["PER>CHL turnover level 8900000000 USD 2024", "PER>CHL export level 4000000000 USD 2024"],
    ),
    (
        "two-countries-of-an-ambassador",
        "Trade between our two countries grew to <q>$1.9 billion</q> in 2024, the ambassador of Georgia to Peru said.",
        ["GEO>PER turnover level 1900000000 USD 2024"],
    ),
    (
        "we-of-a-minister-and-there",
        "Poland is a big market for us. In 2023 we exported goods worth <q>€2.3 billion</q> there, Latvia's economy"
        " minister said.",
        ["LVA>POL export level 2300000000 EUR 2023"],
    ),
    (
        "each-of-so-many",
        "Uganda exported <q>6.1 million 60-kg</q> bags of coffee in 2024.",
        ["UGA>world export level 366000000 kg 2024 commodity=coffee"],
    ),
    (
        "abroad-is-no-trader",
        "Ghana sold <q>1.8 million tonnes</q> of cocoa abroad in 2024, and cashew exports brought <q>$800 million</q>.",
        [
            "GHA>world export level 1800000 t 2024 commodity=cocoa",
            "GHA>world export level 800000000 USD 2024 commodity=cashew",
        ],
    ),
    (
        "percent-on-a-year",
        "Peru's exports reached <q>$49.6 billion</q> in 2024, a slight rise of <q>0.4%</q> on 2023, the office said.",
        ["PER>world export level 49600000000 USD 2024", "PER>world export change 0.4 percent 2024 base_period=2023"],
    ),
    (
        "main-destination",
        "Peru's exports rose <q>4%</q> in 2024. The US remained the main destination, with a <q>29.1%</q> share,"
        " followed by Panama (<q>8.9%</q>) and India (<q>5.2%</q>).",
        [
            "PER>world export change 4 percent 2024 base_period=2023",
            "PER>USA export share 29.1 percent 2024 share_of=PER/world/export",
            "PER>PAN export share 8.9 percent 2024 share_of=PER/world/export",
            "PER>IND export share 5.2 percent 2024 share_of=PER/world/export",
        ],
    ),
    (
        "top-of-the-destinations",
        "In 2024 China was at the top of the countries of destination of Qatar's exports with <q>$17.4 billion</q>.",
        ["QAT>CHN export level 17400000000 USD 2024"],
    ),
    (
        "foreign-trade-is-with-everybody",
        "In 2024 German imports from China rose to <q>$138 billion</q>. The foreign trade balance showed a surplus of"
        " <q>$239 billion</q>.",
        ["DEU>CHN import level 138000000000 USD 2024", "DEU>world balance level 239000000000 USD 2024"],
    ),
    (
        "one-partner-of-several",
        "In 2024 Korea's shipments to China dropped <q>4.9%</q> and those to Japan <q>9.6%</q>. Imports slipped"
        " <q>1.7%</q>.",
        [
            "KOR>CHN export change -4.9 percent 2024 base_period=2023",
            "KOR>JPN export change -9.6 percent 2024 base_period=2023",
            "KOR>world import change -1.7 percent 2024 base_period=2023",
        ],
    ),
    (
        "lower-than-the-level-before",
        "For 2024 Peru's trade surplus came to <q>$31.0 billion</q>, lower than the <q>$36.9 billion</q> a year ago.",
        ["PER>world balance level 31000000000 USD 2024", "PER>world balance level 36900000000 USD 2023"],
    ),
    (
        "so-many-times-the-level-before",
        "India's imports from Russia were <q>$61 billion</q> in 2024, more than seven times the <q>$8 billion</q> of"
        " two years earlier.",
        ["IND>RUS import level 61000000000 USD 2024", "IND>RUS import level 8000000000 USD 2022"],
    ),
    (
        "amount-of-a-change-in-brackets",
        "US exports to Peru in 2024 were <q>$13.1 billion</q>, up <q>32.9 percent</q> (<q>$3.2 billion</q>) from 2023."
        " The deficit with Peru was <q>$2 billion</q>, an <q>18.1 percent</q> increase (<q>$0.3 billion</q>).",
        [
            "USA>PER export level 13100000000 USD 2024",
            "USA>PER export change 32.9 percent 2024 base_period=2023",
            "USA>PER export change 3200000000 USD 2024 base_period=2023",
            "USA>PER balance level -2000000000 USD 2024",
            "USA>PER balance change 18.1 percent 2024 base_period=2023",
            "USA>PER balance change 300000000 USD 2024 base_period=2023",
        ],
    ),
    (
        "move-over-a-span",
        "Between 2010 and 2023, Peru's exports to Chile rose from <q>$60 million</q> to <q>$173 million</q>.",
        ["PER>CHL export level 60000000 USD 2010", "PER>CHL export level 173000000 USD 2023"],
    ),
    (
        "this-category-is-the-one-before",
        "In 2023 EU imports of fertilisers from Russia were <q>EUR 1.9bn</q>, accounting for <q>27%</q> of all imports"
        " in this category.",
        [
            "eu>RUS import level 1900000000 EUR 2023 commodity=fertilisers",
            "eu>RUS import share 27 percent 2023 commodity=fertilisers share_of=eu/world/import",
        ],
    ),
    (
        "time-of-export-orders",
        "Taiwan's export orders rose 20.8% in December 2024. Exports grew <q>9.2%</q>.",
        ["TWN>world export change 9.2 percent 2024-12 base_period=2023-12"],
    ),
    (
        "part-of-sales-to-one",
        "In 2024 Russia's oil exports to China rose to <q>$98 billion</q>, <q>41%</q> of its sales to China.",
        [
            "RUS>CHN export level 98000000000 USD 2024 commodity=oil",
            "RUS>CHN export share 41 percent 2024 commodity=oil share_of=RUS/CHN/export",
        ],
    ),
    (
        "yen-of-whom-the-sentence-is-about",
        "China and Chinese buyers led. Japan's exports to China hit <q>¥1.5 trillion</q> in 2024.",
        ["JPN>CHN export level 1500000000000 JPY 2024"],
    ),
    (
        "rise-in-a-singular",
        "In 2018 Armenia saw an <q>8 percent</q> increase in goods export.",
        ["ARM>world export change 8 percent 2018 base_period=2017 commodity=goods"],
    ),
    (
        "share-of-a-deficit-has-no-sign",
        "In 2024 <q>23 percent</q> of Peru's trade deficit was with China.",
        ["PER>CHN balance share 23 percent 2024 share_of=PER/world/balance"],
    ),
    (
        "since-somebody-did-something",
        "Italy's trade deficit with China has more than <q>doubled</q> since Italy joined the initiative in 2019.",
        ["ITA>CHN balance change 100 percent - base_period=2019"],
    ),
    (
        "exporter-by-name",
        "Peru is lagging behind the non-EU leading exporter China, with <q>$25.4 billion</q> in 2020.",
        ["CHN>world export level 25400000000 USD 2020"],
    ),
    (
        "revenue-for-whom",
        "Palm oil is a source of export revenue for Indonesia, generating <q>$22.7 billion</q> in 2023.",
        ["IDN>world export level 22700000000 USD 2023 commodity=Palm_oil"],
    ),
    (
        "partners-each-with-its-trade",
        "Tajikistan's trade grew in 2024. Its main partners were China, with a trade turnover of <q>$1.8 billion</q>,"
        " and Russia with <q>$1.7 billion</q>.",
        ["TJK>CHN turnover level 1800000000 USD 2024", "TJK>RUS turnover level 1700000000 USD 2024"],
    ),
    (
        "and-up-by-is-a-move",
        "In 2023 Russia's exports to China hit a record, reaching <q>$140 billion</q> and up by <q>40%</q> on 2022.",
        ["RUS>CHN export level 140000000000 USD 2023", "RUS>CHN export change 40 percent 2023 base_period=2022"],
    ),
    (
        "at-an-average-rate",
        "Peru's exports grew at an average annual rate of <q>5%</q> between 2010 and 2020.",
        ["PER>world export change 5 percent 2020 base_period=2010"],
    ),
]


@pytest.mark.parametrize(("marked", "wanted"), [pytest.param(*case, id=name) for name, *case in READ])
def test_reads_every_slot(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_last_year_of_a_text_without_a_date_is_not_the_month_that_it_speaks_of() -> None:
    text = "Peru's exports fell to $562 million in January 1987. They had surged to $7.8 billion last year."
    assert [(claim.text, claim.period) for claim in read(text, published=None)] == [
        ("$562 million", "1987-01"),
        ("$7.8 billion", None),
    ]
