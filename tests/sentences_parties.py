"""Who trades with whom, and which way: short sentences for ``test_extract.py``, which says how they are written."""

from __future__ import annotations

PARTIES: list[tuple[str, str, list[str]]] = [
    (
        "owner-possessive",
        "In 2024 Japan's exports to Canada reached <q>$12.4 billion</q>.",
        ["JPN>CAN export level 12400000000 USD 2024"],
    ),
    (
        "owner-adjective",
        "In 2024 Japanese exports to Canada reached <q>$12.4 billion</q>.",
        ["JPN>CAN export level 12400000000 USD 2024"],
    ),
    (
        "owner-of",
        "Exports of Japan to Canada reached <q>$12.4 billion</q> in 2024.",
        ["JPN>CAN export level 12400000000 USD 2024"],
    ),
    (
        "owner-pronoun",
        "Japan is a busy trader, and its exports to Canada reached <q>$12.4 billion</q> in 2024.",
        ["JPN>CAN export level 12400000000 USD 2024"],
    ),
    (
        "country-of-a-province",
        "Guangdong exported goods worth <q>$300 billion</q> in 2023. In 2024 the country imported soybeans worth "
        "<q>$5 billion</q> from Brazil.",
        [
            "guangdong>world export level 300000000000 USD 2023",
            "CHN>BRA import level 5000000000 USD 2024 commodity=soybeans",
        ],
    ),
    (
        "in-front-of-it",
        "Kenya's surplus with the EU grew to <q>$9.7 billion</q> in 2006. With the US it was <q>$4.3 billion</q>.",
        ["KEN>eu balance level 9700000000 USD 2006", "KEN>USA balance level 4300000000 USD 2006"],
    ),
    (
        "in-front-of-what-it-bought",
        "To Poland Ukraine exported <q>$4.2 billion</q> worth of goods in 2025. From Germany it bought "
        "<q>$5.4 billion</q>.",
        ["UKR>POL export level 4200000000 USD 2025", "UKR>DEU import level 5400000000 USD 2025"],
    ),
    (
        "group-inside-the-outside",
        "The EU exported goods worth <q>€5 billion</q> to non-EU countries in May 2024. The bloc posted a surplus of "
        "<q>€2 billion</q>.",
        ["eu>world export level 5000000000 EUR 2024-05", "eu>world balance level 2000000000 EUR 2024-05"],
    ),
    (
        "anothers-goods",
        "Japan bought <q>$7 billion</q> of Chile's copper in 2019.",
        ["JPN>CHL import level 7000000000 USD 2019 commodity=copper"],
    ),
    (
        "its-own-goods",
        "Peru sold <q>$5 billion</q> of its copper to China in 2019.",
        ["PER>CHN export level 5000000000 USD 2019 commodity=copper"],
    ),
    (
        "gets-its-goods-from",
        "Trade and exports are in the news. In 2019 Peru got <q>30%</q> of its wheat from Canada.",
        ["PER>CAN import share 30 percent 2019 commodity=wheat share_of=PER/world/import"],
    ),
    (
        "depends-on",
        "Trade and exports are in the news. In 2019 Chile relied heavily on Argentina for <q>80 percent</q> of its "
        "natural gas.",
        ["CHL>ARG import share 80 percent 2019 commodity=natural_gas share_of=CHL/world/import"],
    ),
    (
        "supplies-a-part",
        "Trade and exports are in the news. Russia supplies <q>40%</q> of Germany's gas, and Norway supplied "
        "<q>35%</q> of Italy's gas.",
        [
            "DEU>RUS import share 40 percent - commodity=gas share_of=DEU/world/import",
            "ITA>NOR import share 35 percent - commodity=gas share_of=ITA/world/import",
        ],
    ),
    (
        "goods-that-end-up",
        "Trade and exports are in the news. Chilean copper worth <q>$30 billion</q> ended up in China in 2019.",
        ["CHL>CHN export level 30000000000 USD 2019 commodity=copper"],
    ),
    (
        "foreign-sales",
        "Peru's foreign sales reached <q>$5 billion</q> in 2019, and its external sales <q>$6 billion</q> in 2020.",
        ["PER>world export level 5000000000 USD 2019", "PER>world export level 6000000000 USD 2020"],
    ),
    (
        "sales-between-two",
        "Peru's sales to Chile amounted to <q>$3 billion</q> in 2019.",
        ["PER>CHL export level 3000000000 USD 2019"],
    ),
    (
        "half-of-it-with",
        "Peru's trade deficit was <q>$1.8 billion</q> in 2015, <q>half</q> of it with China.",
        [
            "PER>world balance level -1800000000 USD 2015",
            "PER>CHN balance share 50 percent 2015 share_of=PER/world/balance",
        ],
    ),
    (
        "bought-more-from",
        "In 2019 Kenya bought <q>$342 million</q> more from China than it sold there.",
        ["KEN>CHN balance level -342000000 USD 2019"],
    ),
    (
        "goods-made-by-another",
        "Peru's re-exports of Chinese goods to Chile were worth <q>$97 million</q> in 1991.",
        ["PER>CHL export level 97000000 USD 1991 commodity=goods"],
    ),
    (
        "owner-imports-from",
        "Peru's imports from Chile fell to <q>$1.9 billion</q> in 2023.",
        ["PER>CHL import level 1900000000 USD 2023"],
    ),
    (
        "nobody-named",
        "Peru's imports fell to <q>$31.9 billion</q> in 2023.",
        ["PER>world import level 31900000000 USD 2023"],
    ),
    (
        "world-named",
        "Peru's global exports rose to <q>$31.9 billion</q> in 2023.",
        ["PER>world export level 31900000000 USD 2023"],
    ),
    (
        "joined-anaphor",
        "China's trade with Central Asia reached <q>$70 billion</q> in 2022."
        " The region and China exchanged goods worth <q>$94.8 billion</q> in 2024.",
        [
            "CHN>central-asia turnover level 70000000000 USD 2022",
            "central-asia>CHN turnover level 94800000000 USD 2024",
        ],
    ),
    (
        "both-verbs",
        "Norway exported and imported goods worth <q>$3.2 billion</q> in 2023, <q>5%</q> more than in 2022.",
        [
            "NOR>world turnover level 3200000000 USD 2023",
            "NOR>world turnover change 5 percent 2023 base_period=2022",
        ],
    ),
    (
        "earned-more-than-spent",
        "In 2023 Norway earned <q>$2.1 billion</q> more from exports to Poland than it spent on purchases from there.",
        ["NOR>POL balance level 2100000000 USD 2023"],
    ),
    (
        "twin-flows",
        "Of the trade with Poland in 2023, <q>$3 billion</q> were Norwegian exports and <q>$2 billion</q> imports.",
        ["NOR>POL export level 3000000000 USD 2023", "NOR>POL import level 2000000000 USD 2023"],
    ),
    (
        "compound-move",
        "In 2023 Norway's trade gap fell from <q>106 billion 339 million dollars</q>"
        " to <q>82 billion 165 million dollars</q>.",
        ["NOR>world balance level -106339000000 USD 2022", "NOR>world balance level -82165000000 USD 2023"],
    ),
    (
        "went-from",
        "From 2019 to 2023 Norway's trade with Poland went from <q>$6.3 billion</q> to <q>$8.7 billion</q>.",
        ["NOR>POL turnover level 6300000000 USD 2019", "NOR>POL turnover level 8700000000 USD 2023"],
    ),
    (
        "verb-export",
        "Norway exported <q>$3.2 billion</q> of goods to Poland in 2023.",
        ["NOR>POL export level 3200000000 USD 2023"],
    ),
    (
        "verb-passive",
        "Goods worth <q>$3.2 billion</q> were imported by Norway from Poland in 2023.",
        ["NOR>POL import level 3200000000 USD 2023"],
    ),
    (
        "between-two",
        "Trade between Spain and Morocco came to <q>€21.2 billion</q> in 2023.",
        ["ESP>MAR turnover level 21200000000 EUR 2023"],
    ),
    (
        "with-partner",
        "Spain's trade with Morocco came to <q>€21.2 billion</q> in 2023.",
        ["ESP>MAR turnover level 21200000000 EUR 2023"],
    ),
    (
        "joined-adjectives",
        "Spanish-Moroccan trade came to <q>€21.2 billion</q> in 2023.",
        ["ESP>MAR turnover level 21200000000 EUR 2023"],
    ),
    (
        "joined-subject",
        "In 2023 Spain and Morocco lifted their trade to <q>€21.2 billion</q>.",
        ["ESP>MAR turnover level 21200000000 EUR 2023"],
    ),
    (
        "bilateral-of-text",
        "Spain's trade with Morocco kept growing in 2023. Bilateral trade came to <q>€21.2 billion</q>.",
        ["ESP>MAR turnover level 21200000000 EUR 2023"],
    ),
    (
        "two-countries",
        (
            "Spain's trade with Morocco kept growing in 2023. Trade between the two countries came to "
            "<q>€21.2 billion</q>."
        ),
        ["ESP>MAR turnover level 21200000000 EUR 2023"],
    ),
    (
        "partner-sum",
        "Finland's exports to Latvia and Estonia were <q>$3.1 billion</q> in 2023.",
        ["FIN>LVA+EST export level 3100000000 USD 2023"],
    ),
    (
        "respectively-partners",
        "Finland's exports to Latvia and Estonia rose by <q>3%</q> and <q>7%</q>, respectively, in 2023.",
        [
            "FIN>LVA export change 3 percent 2023 base_period=2022",
            "FIN>EST export change 7 percent 2023 base_period=2022",
        ],
    ),
    (
        "list-colon",
        "Kenya's main export markets in 2023: Uganda <q>$800 million</q>, Pakistan <q>$520 million</q>.",
        ["KEN>UGA export level 800000000 USD 2023", "KEN>PAK export level 520000000 USD 2023"],
    ),
    (
        "list-with",
        "In 2023 Kenya's exports to Uganda were <q>$800 million</q>, with Pakistan at <q>$520 million</q>.",
        ["KEN>UGA export level 800000000 USD 2023", "KEN>PAK export level 520000000 USD 2023"],
    ),
    (
        "ellipsis-flow",
        "Kenya's exports rose <q>5%</q> in 2023, while Tanzania's fell <q>3%</q>.",
        [
            "KEN>world export change 5 percent 2023 base_period=2022",
            "TZA>world export change -3 percent 2023 base_period=2022",
        ],
    ),
    (
        "ellipsis-that-with",
        "Kenya's trade with Uganda grew <q>5%</q> in 2023, and that with Rwanda <q>9%</q>.",
        [
            "KEN>UGA turnover change 5 percent 2023 base_period=2022",
            "KEN>RWA turnover change 9 percent 2023 base_period=2022",
        ],
    ),
    (
        "from-to",
        "Kenya's exports to Uganda rose from <q>$700 million</q> in 2022 to <q>$800 million</q> in 2023.",
        ["KEN>UGA export level 700000000 USD 2022", "KEN>UGA export level 800000000 USD 2023"],
    ),
    (
        "up-from",
        "Kenya's exports to Uganda were <q>$800 million</q> in 2023, up from <q>$700 million</q> in 2022.",
        ["KEN>UGA export level 800000000 USD 2023", "KEN>UGA export level 700000000 USD 2022"],
    ),
]
