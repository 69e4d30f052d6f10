"""Roundabout wordings of trade: who trades with whom, which way, how much and when."""

from __future__ import annotations

import pytest
from reading import read_all

from pipeline.claim import Claim

pytestmark = pytest.mark.model

FIRST = "PER>CHL export level 2023"
LEAD = "Norway trade\n\n"
READ = [
    ("agents", "Peru's importers bought goods worth $1.1 billion from Chile in 2024.", ["PER>CHL import level 2024"]),
    ("firms", "Peru's manufacturers sold goods worth $1.1 billion to Chile in 2024.", ["PER>CHL export level 2024"]),
    ("paid-for", "Peru paid $6.6 billion for products from Chile in 2024.", ["PER>CHL import level 2024"]),
    ("spent-on", "Peru spent $6.6 billion on products from Chile in 2024.", ["PER>CHL import level 2024"]),
    ("took-worth", "In 2024 Peru took $1.5 billion worth of Chilean products.", ["PER>CHL import level 2024"]),
    ("took-in-from", "Peru took in $1.5 billion from sales to Chile in 2024.", ["PER>CHL export level 2024"]),
    ("given-goods", "Peru sent Chile goods worth $1.5 billion in 2024.", ["PER>CHL export level 2024"]),
    ("did-trade", "In 2024 Peru and Chile did $7.1 billion of trade with each other.", ["PER>CHL turnover level 2024"]),
    ("transacted", "Peru transacted $7.1 billion of trade with Chile in 2024.", ["PER>CHL turnover level 2024"]),
    (
        "hands",
        "Goods worth $7.1 billion changed hands between Peru and Chile in 2024.",
        ["PER>CHL turnover level 2024"],
    ),
    (
        "from-and-to",
        "Peru's imports from and exports to Chile came to $7 billion in 2024.",
        ["PER>CHL turnover level 2024"],
    ),
    (
        "past",
        "Trade between Peru and Chile climbed past the $7 billion mark in 2024.",
        ["PER>CHL turnover level 2024"],
    ),
    (
        "alliance",
        "Trade between China and the Pacific Alliance reached $7 billion in 2024.",
        ["CHN>pacific-alliance turnover level 2024"],
    ),
    (
        "opened-with",
        "With 54.1% of trade between Korea and the Pacific Alliance in 2024, Chile stood out.",
        ["KOR>CHL turnover share 2024 KOR/pacific-alliance/turnover"],
    ),
    (
        "together",
        "Peru and Chile jointly accounted for $7.1 billion of Japan's trade in 2024.",
        ["JPN>PER+CHL turnover level 2024"],
    ),
    (
        "in-its-trade",
        "That left Peru with a surplus of $2.5 billion in its trade with Chile in 2024.",
        ["PER>CHL balance level 2024"],
    ),
    (
        "announced",
        "Peru and Chile traded briskly in 2024: Peru exported $5 billion and imported $4 billion.",
        ["PER>CHL export level 2024", "PER>CHL import level 2024"],
    ),
    (
        "moved-between",
        "Merchandise worth $7.1 billion moved between Peru and Chile in 2024.",
        ["PER>CHL turnover level 2024"],
    ),
    (
        "suppliers",
        "Peru's suppliers delivered goods worth $7.1 billion to Chile in 2024.",
        ["PER>CHL export level 2024"],
    ),
    (
        "brought-in",
        "Peru shipped $7.1 billion to Chile in 2024 and brought in $6.5 billion.",
        ["PER>CHL export level 2024", "PER>CHL import level 2024"],
    ),
    (
        "aimed-at",
        "Hitting the $7 billion target, trade between Peru and Chile did what was asked in 2024.",
        ["PER>CHL turnover level 2024"],
    ),
    (
        "aimed-for",
        "The goal of $7 billion that officials had set for trade between Peru and Chile was met in 2024.",
        ["PER>CHL turnover level 2024"],
    ),
    (
        "up-from",
        "Peru's exports to Chile reached $1.2 billion in 2023, up from $1.1 billion.",
        ["PER>CHL export level 2023", "PER>CHL export trend 2023", "PER>CHL export level 2022"],
    ),
    (
        "word-of-figure",
        "Having come to $1.1 billion in 2022, Peru's imports from Chile rose to $1.2 billion in 2023.",
        ["PER>CHL import level 2022", "PER>CHL import trend 2023", "PER>CHL import level 2023"],
    ),
    (
        "word-of-year",
        "Peru's imports from Chile, at $1.1 billion, grew from a year earlier last year.",
        ["PER>CHL import level 2024", "PER>CHL import trend 2024"],
    ),
    (
        "sign-fronted",
        "Peru exported $9 billion to Chile in 2023. With Chile, Peru had a surplus in 2023.",
        [FIRST, "PER>CHL balance sign 2023"],
    ),
    (
        "sign-left",
        "Peru exported $9 billion to Chile in 2023. In 2023 trade with Chile left Peru with a deficit.",
        [FIRST, "PER>CHL balance sign 2023"],
    ),
    (
        "sign-sold",
        "Peru exported $9 billion to Chile in 2023. In 2023, Peru sold more to Chile than it bought, for a surplus.",
        [FIRST, "PER>CHL balance sign 2023"],
    ),
    (
        "balance-in-favour",
        "The balance was in Chile's favour: Peru's deficit came to $1.2 billion in 2023.",
        ["PER>CHL balance level 2023"],
    ),
    (
        "only-time-of-all",
        "Peru traded with Chile in 2022. With exports of $1.2 billion and imports of $0.8 billion, Peru's trade with"
        " Chile came to $2.0 billion in 2023.",
        ["PER>CHL export level 2023", "PER>CHL import level 2023", "PER>CHL turnover level 2023"],
    ),
    (
        "average",
        "Peru's exports averaged $1.2 billion a month in 2023.",
        ["PER>world export level 2023"],
    ),
    (
        "share-moved-in-percent",
        "In 2023 Chile's share of Peru's exports went down 2% to 11%.",
        ["PER>CHL export change 2023 PER/world/export", "PER>CHL export share 2023 PER/world/export"],
    ),
    (
        "share-in-front",
        "At 11%, Chile's share of Peru's exports was 0.9 percentage points higher in 2023 than in 2022.",
        ["PER>CHL export share 2023 PER/world/export", "PER>CHL export change 2023 PER/world/export"],
    ),
    (
        "group-with-a-number",
        "Peru sold the five Nordic countries goods worth $1.2 billion in 2023 and bought goods worth $2 billion there.",
        ["PER>nordic export level 2023", "PER>nordic import level 2023"],
    ),
    (
        "sum-in-front",
        "Adding up Chile and Bolivia, Peru's trade reached $1.2 billion in 2023.",
        ["PER>CHL+BOL turnover level 2023"],
    ),
    (
        "between-them",
        "Between them, Chile and Bolivia did $1.2 billion of trade with Peru in 2023.",
        ["CHL+BOL>PER turnover level 2023"],
    ),
    (
        "sold-more",
        "In 2023 Peru sold $1.2 billion more to Chile than it bought there.",
        ["PER>CHL balance level 2023"],
    ),
    (
        "year-ago-then-time",
        "Peru's trade with Chile came to $1.2 billion, 5% more than a year earlier in 2023.",
        ["PER>CHL turnover level 2023", "PER>CHL turnover change 2023"],
    ),
    ("business-done", "Peru did $1.2 billion of business with Chile in 2023.", ["PER>CHL turnover level 2023"]),
    ("foreign-trade", "In 2023 Peru's foreign trade reached $91 billion.", ["PER>world turnover level 2023"]),
    (
        "rank-for",
        "Peru exported $9 billion to Chile in 2023. For Peru, Chile was the biggest trading partner in 2023.",
        [FIRST, "PER>CHL turnover rank 2023"],
    ),
    (
        "gap-in-trade",
        "Peru had a surplus of $3 billion in goods trade with Chile in 2024, compared with $2 billion in 2023.",
        ["PER>CHL balance level 2024", "PER>CHL balance level 2023"],
    ),
    (
        "rest-of-a-group",
        "Peru's deficit in trade with the rest of Latin America was $3 billion in 2024.",
        ["PER>latin-america balance level 2024"],
    ),
    (
        "sales-abroad",
        "Peru bought goods worth $3 billion from abroad in 2024, while sales abroad came to $2 billion.",
        ["PER>world import level 2024", "PER>world export level 2024"],
    ),
    ("sales-outside", "Peruvian sales outside the EU rose 3 percent in 2024.", ["PER>non-eu export change 2024"]),
    (
        "sold-less-abroad",
        "Peru sold 3 percent less abroad in 2024 and bought 2 percent less.",
        ["PER>world export change 2024", "PER>world import change 2024"],
    ),
    ("plans-to-ship", "Peru plans to ship 5 million tonnes of fishmeal in 2024.", ["PER>world export level 2024"]),
    (
        "that-of-another",
        "Chile's share of Peru's imports fell to 18 percent in 2024; that of Italy slid from 11 percent to 10 percent.",
        [
            "PER>CHL import share 2024 PER/world/import",
            "PER>ITA import share 2023 PER/world/import",
            "PER>ITA import share 2024 PER/world/import",
        ],
    ),
    (
        "economy-grew-after",
        "Peru's exports to Chile rose 3 percent in 2024. The economy grew 2 percent in May after 1 percent in April.",
        ["PER>CHL export change 2024"],
    ),
    (
        "somebody-projects",
        "Peru's exports to Chile were $3 billion in 2023; the ministry projects $5 billion by 2024.",
        ["PER>CHL export level 2023", "PER>CHL export level 2024"],
    ),
    ("bought-more", "Peru bought 12 percent more from Chile in 2024.", ["PER>CHL import change 2024"]),
    (
        "while-those",
        "Peru's exports to Chile came to $3 billion by the end of 2024, while those to Italy went up by 2 percent.",
        ["PER>CHL export level 2024", "PER>ITA export change 2024"],
    ),
    ("spent-on-their", "In 2023 Peru spent $2 billion on Chilean timber.", ["PER>CHL import level 2023"]),
    ("paid-a-country", "Peru paid Chile $2 billion for wheat in 2023.", ["PER>CHL import level 2023"]),
    ("paid-to", "Peru paid $2 billion to Chile for coal in 2023.", ["PER>CHL import level 2023"]),
    ("absorbed", "Peru absorbed $800 million of Chilean goods in 2023.", ["PER>CHL import level 2023"]),
    ("went-there", "Some $2 billion of Chilean goods headed to Peru in 2023.", ["CHL>PER export level 2023"]),
    ("supplied-with", "Peru supplied Chile with $2 billion of goods in 2023.", ["PER>CHL export level 2023"]),
    (
        "sold-in",
        "Peru sold $2 billion worth of goods in Chile in 2023 and bought only $1 billion there.",
        ["PER>CHL export level 2023", "PER>CHL import level 2023"],
    ),
    (
        "two-traded",
        "Peru exported $9 billion to Chile in 2023. In 2023 the two neighbours traded $15 billion worth of goods.",
        [FIRST, "PER>CHL turnover level 2023"],
    ),
    (
        "of-everything",
        "In 2023 30% of everything Norway sold abroad was fish.",
        ["NOR>world export share 2023 NOR/world/export"],
    ),
    ("in-the-red", "Peru was $96 million in the red with Chile in 2023.", ["PER>CHL balance level 2023"]),
    (
        "red-and-black",
        "In 2023 Peru was in the red with Chile, by $2 billion, but in the black with Cuba, by $1 billion.",
        ["PER>CHL balance level 2023", "PER>CUB balance level 2023"],
    ),
    (
        "listed-first",
        "Brazil (33%), Argentina (21%) and Chile (10%) were the top export destinations of Peru in 2023.",
        [f"PER>{side} export share 2023 PER/world/export" for side in ("BRA", "ARG", "CHL")],
    ),
    (
        "one-each",
        "Peru's exports to Chile and Brazil were worth $3 billion and $2 billion in 2023.",
        ["PER>CHL export level 2023", "PER>BRA export level 2023"],
    ),
    (
        "possessor-alone",
        "In 2023 China's share of Peruvian imports was 23%, whereas Chile's was 2%.",
        [
            "PER>CHN import share 2023 PER/world/import",
            "PER>CHL import share 2023 PER/world/import",
        ],
    ),
    (
        "gapped-share",
        "In 2023 China accounted for 12% of Peru's exports and Chile for 9%.",
        ["PER>CHN export share 2023 PER/world/export", "PER>CHL export share 2023 PER/world/export"],
    ),
    (
        "to-another",
        "Peru's exports to Chile were $2 billion in 2023; Chile's to Peru were $1 billion.",
        ["PER>CHL export level 2023", "CHL>PER export level 2023"],
    ),
    ("mutual", "Mutual trade of the EAEU countries reached $97 billion in 2023.", ["eaeu>eaeu turnover level 2023"]),
    (
        "bound",
        "Peru's US-bound shipments grew 3% in 2023, China-bound ones 5%.",
        ["PER>USA export change 2023", "PER>CHN export change 2023"],
    ),
    ("bound-behind", "Peru's China-bound car exports fell 5% in 2023.", ["PER>CHN export change 2023"]),
    (
        "takes-part",
        "In 2023 China took 60% of Peruvian copper shipments.",
        ["PER>CHN export share 2023 PER/world/export"],
    ),
    (
        "share-in-money",
        "Peru's imports from South Asia were worth $9 billion in 2023; India's portion was $5 billion.",
        ["PER>south-asia import level 2023", "PER>IND import level 2023"],
    ),
    (
        "its-partners",
        "Peru's exports to its European partners were $3 billion in 2023.",
        ["PER>europe export level 2023"],
    ),
    ("one-name", "Inter-Korean trade came to $2 billion in 2023.", ["KOR>PRK turnover level 2023"]),
    ("earned-in", "Peru's exporters earned $3 billion in Chile in 2023.", ["PER>CHL export level 2023"]),
    ("from-and-to", "Steel pipes sent from Peru to Chile fetched $3 million in 2023.", ["PER>CHL export level 2023"]),
    (
        "from-there",
        "Peru's exports to Chile were $3 billion in 2023. Imports from there came to $2 billion.",
        ["PER>CHL export level 2023", "PER>CHL import level 2023"],
    ),
    (
        "two-goods",
        "In 2023 Peru imported 22% of its oil and 10% of its gas from Chile.",
        ["PER>CHL import share 2023 PER/world/import", "PER>CHL import share 2023 PER/world/import"],
    ),
    (
        "who-that-is-after",
        "Peru's exports to Chile, the biggest market after Brazil, were $3 billion in 2023.",
        ["PER>CHL export level 2023"],
    ),
    (
        "to-it",
        "Since Chile shut its border, Peru's exports to it have dried up: they were $3 million in 2023.",
        ["PER>CHL export level 2023"],
    ),
]


def line(claim: Claim) -> str:
    said = f"{claim.reporter}>{claim.partner} {claim.flow} {claim.measure} {claim.period}"
    return f"{said} {claim.share_of}" if claim.share_of else said


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(*case, id=name) for name, *case in READ])
def test_a_roundabout_wording_is_read(text: str, wanted: list[str]) -> None:
    assert [line(claim) for claim in read_all(LEAD + text)] == wanted
