"""Lists: which side of the trade each next entry names, and what a supplier or a customer does."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "whom an amount came from, or went to": (
        "Chile's imports of coal were <q>$9 billion</q> in 2023, of which <q>$2 billion</q> came from Peru and "
        "<q>$1 billion</q> from Kenya. Some <q>$3 billion</q> were supplied by Spain.",
        [
            "CHL>world import level 9000000000 USD 2023 commodity=coal",
            "CHL>PER import level 2000000000 USD 2023 commodity=coal",
            "CHL>KEN import level 1000000000 USD 2023 commodity=coal",
            "CHL>ESP import level 3000000000 USD 2023 commodity=coal",
        ],
    ),
    "those of another, and that of another": (
        "Exports of Peru were <q>$9 billion</q> in 2023, those of Chile <q>$8 billion</q>. The share of Italy in "
        "Kenya's exports rose to <q>39%</q> in 2023 from <q>32%</q> in 2019, and that of Spain fell to <q>15%</q>.",
        [
            "PER>world export level 9000000000 USD 2023",
            "CHL>world export level 8000000000 USD 2023",
            "KEN>ITA export share 39 percent 2023 share_of=KEN/world/export",
            "KEN>ITA export share 32 percent 2019 share_of=KEN/world/export",
            "KEN>ESP export share 15 percent 2023 share_of=KEN/world/export",
        ],
    ),
    "a partner of whom something more is said": (
        "Chile's exports to the EU, its largest market, rose <q>5%</q> in 2023 while those to China, its second "
        "largest, fell <q>3%</q>. Its sales to Japan fell by <q>4%</q>, and to Peru, which had been the best market, "
        "by <q>8%</q>.",
        [
            f"CHL>{partner} export change {rate} percent 2023 base_period=2022"
            for partner, rate in (("eu", "5"), ("CHN", "-3"), ("JPN", "-4"), ("PER", "-8"))
        ],
    ),
    "parts with their goods behind them": (
        "Of Chile's 2023 exports, <q>40%</q> were ores, <q>12%</q> fruit, <q>8%</q> fish and <q>5%</q> wine.",
        [
            f"CHL>world export share {share} percent 2023 commodity={goods} share_of=CHL/world/export"
            for share, goods in (("40", "ores"), ("12", "fruit"), ("8", "fish"), ("5", "wine"))
        ],
    ),
    "sides in front of their figures": (
        "Chile's exports rose in 2023: to China by <q>5%</q>, to Japan by <q>3%</q> and to the EU by <q>1%</q>.",
        [
            f"CHL>{partner} export change {rate} percent 2023 base_period=2022"
            for partner, rate in (("CHN", "5"), ("JPN", "3"), ("eu", "1"))
        ],
    ),
    "a country behind its article before a dollar": (
        "In 2023 Chile's imports from China were <q>$5 billion</q>, the EU <q>$3 billion</q>, and the US "
        "<q>$2 billion</q>.",
        [
            "CHL>CHN import level 5000000000 USD 2023",
            "CHL>eu import level 3000000000 USD 2023",
            "CHL>USA import level 2000000000 USD 2023",
        ],
    ),
    "weights of goods that no lexicon knows": (
        "Peru exported <q>12,000 tonnes</q> of asparagus, <q>8,000</q> of grapes and <q>4,500</q> of mangoes in 2023.",
        [
            "PER>world export level 12000 t 2023 commodity=asparagus",
            "PER>world export level 8000 t 2023 commodity=grapes",
            "PER>world export level 4500 t 2023 commodity=mangoes",
        ],
    ),
    "their value": (
        "Chile's wine exports fell to <q>650 million litres</q> in 2023 from <q>830 million</q> in 2022, while their "
        "value dropped to <q>$1.5 billion</q>.",
        [
            "CHL>world export level 650000000 L 2023 commodity=wine",
            "CHL>world export level 830000000 L 2022 commodity=wine",
            "CHL>world export level 1500000000 USD 2023 commodity=wine",
        ],
    ),
    "parts that semicolons part": (
        "In 2023 Chile's exports were <q>40%</q> ores; <q>25%</q> fruit; <q>20%</q> manufacturing.",
        [
            "CHL>world export share 40 percent 2023 commodity=ores share_of=CHL/world/export",
            "CHL>world export share 25 percent 2023 commodity=fruit share_of=CHL/world/export",
            "CHL>world export share 20 percent 2023 commodity=manufacturing share_of=CHL/world/export",
        ],
    ),
    "the ways in which a supplier sells": (
        "In 2023 Chile imported <q>12 million tonnes</q> of coal, of which <q>5 million tonnes</q> were supplied by "
        "Peru, <q>3 million</q> under old contracts and <q>two million</q> through brokers.",
        [
            "CHL>world import level 12000000 t 2023 commodity=coal",
            "CHL>PER import level 5000000 t 2023 commodity=coal",
            "CHL>PER import level 3000000 t 2023 commodity=coal",
            "CHL>PER import level 2000000 t 2023 commodity=coal",
        ],
    ),
    "each of the goods that were shipped": (
        "Chile's imports fell in 2023. Tea worth <q>$3 million</q>, jute worth <q>$2 million</q> and coffee worth "
        "<q>$1 million</q> were exported by Peru in 2023.",
        [
            "PER>world export level 3000000 USD 2023 commodity=Tea",
            "PER>world export level 2000000 USD 2023 commodity=jute",
            "PER>world export level 1000000 USD 2023 commodity=coffee",
        ],
    ),
    "a clause that gives the next its share, or its fall": (
        "Copper makes up <q>42%</q> of Chile's exports in 2023, followed by fruit, which accounts for "
        "<q>9%</q>. On the import side, the main falls were drops of <q>8%</q> in steel and <q>5%</q> in paper."
        " Chile takes <q>40%</q> of Peru's fuel exports, <q>20%</q> of its zinc and <q>7%</q> of its tin. The "
        "largest fall was in Chile's exports to Peru, which were down by <q>€4 million</q>, and to Japan, which"
        " had a decline of <q>€2 million</q>.",
        [
            "CHL>world export share 42 percent 2023 commodity=Copper share_of=CHL/world/export",
            "CHL>world export share 9 percent 2023 commodity=fruit share_of=CHL/world/export",
            "CHL>world import change -8 percent 2023 base_period=2022 commodity=steel",
            "CHL>world import change -5 percent 2023 base_period=2022 commodity=paper",
            "PER>CHL export share 40 percent - commodity=fuel share_of=PER/world/export",
            "PER>CHL export share 20 percent - commodity=zinc share_of=PER/world/export",
            "PER>CHL export share 7 percent - commodity=tin share_of=PER/world/export",
            "CHL>PER export change -4000000 EUR 2023 base_period=2022",
            "CHL>JPN export change -2000000 EUR 2023 base_period=2022",
        ],
    ),
    "each of the weights that were shipped": (
        "Chile's imports fell in 2023. Some <q>300 tonnes</q> of tea and <q>200 tonnes</q> of jute were exported from "
        "Kenya in 2023.",
        [
            "KEN>world export level 300 t 2023 commodity=tea",
            "KEN>world export level 200 t 2023 commodity=jute",
        ],
    ),
    "who follows the biggest buyer": (
        "Chile sold more in 2023. Peru remained a buyer of Chilean goods, taking shipments worth "
        "<q>$12 billion</q>, followed "
        "by Italy at <q>$8 billion</q> and Spain at <q>$7 billion</q>.",
        [
            "CHL>PER export level 12000000000 USD 2023",
            "CHL>ITA export level 8000000000 USD 2023",
            "CHL>ESP export level 7000000000 USD 2023",
        ],
    ),
    "what suppliers and customers do": (
        "Chile's trade grew in 2023. China was the top supplier, shipping goods worth <q>$9 "
        "billion</q>, ahead of India with "
        "<q>$5 billion</q> and Japan with <q>$3 billion</q>. Peru was its main customer, buying goods"
        " worth <q>$4 billion</q>. "
        "Italy was the main source of imports, supplying <q>$2 billion</q> of goods.",
        [
            "CHN>CHL export level 9000000000 USD 2023",
            "IND>CHL export level 5000000000 USD 2023",
            "JPN>CHL export level 3000000000 USD 2023",
            "PER>CHL import level 4000000000 USD 2023",
            "ITA>CHL export level 2000000000 USD 2023",
        ],
    ),
    "a headline's comma joins a pair": (
        "Chile, Peru trade tops <q>$5 billion</q> in 2023",
        ["CHL>PER turnover level 5000000000 USD 2023"],
    ),
    "a headline's comma joins those who plan": (
        "Chile, Peru to raise bilateral trade to <q>$5 billion</q> by 2030",
        ["CHL>PER turnover level 5000000000 USD 2030 target"],
    ),
    "the country that a region describes": (
        "Chile and Kenya traded <q>$9 billion</q> in 2023. Chile's exports to the East African "
        "country came to <q>$4 billion</q>, "
        "while imports from it reached <q>$5 billion</q>.",
        [
            "CHL>KEN turnover level 9000000000 USD 2023",
            "CHL>KEN export level 4000000000 USD 2023",
            "CHL>KEN import level 5000000000 USD 2023",
        ],
    ),
    "all that a country sold": (
        "Chile's exports to Peru were <q>$9 billion</q> in 2023. That is <q>41.1%</q> of everything "
        "the country sold abroad.",
        [
            "CHL>PER export level 9000000000 USD 2023",
            "CHL>PER export share 41.1 percent 2023 share_of=CHL/world/export",
        ],
    ),
    "who takes exports is their partner, and the shillings are of whom the text is about": (
        "Kenya's exports and imports rose in 2023. In Kenya growth was strong. Ugandan buyers spent "
        "more on Kenyan goods: Uganda "
        "took Kenyan exports worth <q>126 billion shillings</q>.",
        ["KEN>UGA export level 126000000000 KES 2023"],
    ),
    "the verb of the first counts for the next": (
        "In 2023 the trade of the three South Caucasus countries with Peru came to <q>$9 million</q>:"
        " Armenia's amounted to "
        "<q>$4 million</q>, Azerbaijan's to <q>$3 million</q> and Georgia's to <q>$2 million</q>.",
        [
            "south-caucasus>PER turnover level 9000000 USD 2023",
            "ARM>PER turnover level 4000000 USD 2023",
            "AZE>PER turnover level 3000000 USD 2023",
            "GEO>PER turnover level 2000000 USD 2023",
        ],
    ),
    "a row of shares of one flow": (
        "Ghana exported goods worth <q>$20 billion</q> in 2023. Mali, Togo and Benin were the top "
        "destinations, accounting "
        "for <q>5.1%</q>, <q>4.0%</q> and <q>3.2%</q> of exports respectively. Peru, Chile and Italy "
        "together took <q>24 "
        "percent</q> of exports.",
        [
            "GHA>world export level 20000000000 USD 2023",
            "GHA>MLI export share 5.1 percent 2023 share_of=GHA/world/export",
            "GHA>TGO export share 4 percent 2023 share_of=GHA/world/export",
            "GHA>BEN export share 3.2 percent 2023 share_of=GHA/world/export",
            "GHA>PER+CHL+ITA export share 24 percent 2023 share_of=GHA/world/export",
        ],
    ),
    "a destination of exports of some goods": (
        "Chile's exports rose in 2023. Peru was the biggest destination of wine and fruit exports at <q>$6 billion</q> "
        "(<q>24 percent</q>), followed by Kenya at <q>$2 billion</q> (<q>8 percent</q>).",
        [
            "CHL>PER export level 6000000000 USD 2023 commodity=wine_and_fruit",
            "CHL>PER export share 24 percent 2023 commodity=wine_and_fruit share_of=CHL/world/export",
            "CHL>KEN export level 2000000000 USD 2023 commodity=wine_and_fruit",
            "CHL>KEN export share 8 percent 2023 commodity=wine_and_fruit share_of=CHL/world/export",
        ],
    ),
    "each flow by so much": (
        "In 2024 Mongolia's trade rose by <q>$3 billion</q> (<q>12%</q>), exports by <q>$600 "
        "million</q> (<q>4%</q>) and imports by "
        "<q>$2.4 billion</q> (<q>25%</q>).",
        [
            "MNG>world turnover change 3000000000 USD 2024 base_period=2023",
            "MNG>world turnover change 12 percent 2024 base_period=2023",
            "MNG>world export change 600000000 USD 2024 base_period=2023",
            "MNG>world export change 4 percent 2024 base_period=2023",
            "MNG>world import change 2400000000 USD 2024 base_period=2023",
            "MNG>world import change 25 percent 2024 base_period=2023",
        ],
    ),
    "a list with dashes": (
        "Ukraine's trade grew in 2024. Most goods were imported from China - <q>$14 billion</q>, "
        "Poland - <q>$7 billion</q> and "
        "Germany - <q>$5 billion</q>. Exports went mostly to Spain - <q>$3 billion</q>, Italy - <q>$2"
        " billion</q> and Kenya - "
        "<q>$1 billion</q>.",
        [
            "UKR>CHN import level 14000000000 USD 2024",
            "UKR>POL import level 7000000000 USD 2024",
            "UKR>DEU import level 5000000000 USD 2024",
            "UKR>ESP export level 3000000000 USD 2024",
            "UKR>ITA export level 2000000000 USD 2024",
            "UKR>KEN export level 1000000000 USD 2024",
        ],
    ),
    "what goods earn": (
        "Ghana's exports rose in 2023. Cocoa earnings (beans and products) declined to <q>$2 "
        "billion</q>, gold receipts "
        "were <q>$11 billion</q>.",
        [
            "GHA>world export level 2000000000 USD 2023 commodity=Cocoa",
            "GHA>world export level 11000000000 USD 2023 commodity=gold",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_a_fall_by_a_multiple_has_its_ends_in_order() -> None:
    (change, _, _) = read("Chile's exports to Peru fell threefold to $8 million in 2023 from $24 million in 2022.")
    assert change.low is not None
    assert change.high is not None
    assert change.low < -67 < change.high
