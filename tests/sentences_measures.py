"""What a figure measures, of what, for when: short sentences for ``test_extract.py``, written as it says."""

from __future__ import annotations

MEASURES: list[tuple[str, str, list[str]]] = [
    (
        "base-year-before",
        ("Kenya's exports to Uganda were <q>$800 million</q> in 2023, against <q>$700 million</q> a year earlier."),
        ["KEN>UGA export level 800000000 USD 2023", "KEN>UGA export level 700000000 USD 2022"],
    ),
    (
        "base-fronted",
        "From <q>$700 million</q> in 2022, Kenya's exports to Uganda rose to <q>$800 million</q> in 2023.",
        ["KEN>UGA export level 700000000 USD 2022", "KEN>UGA export level 800000000 USD 2023"],
    ),
    (
        "change-and-level",
        "Kenya's exports rose <q>5%</q> to <q>$7.2 billion</q> in 2023.",
        ["KEN>world export change 5 percent 2023 base_period=2022", "KEN>world export level 7200000000 USD 2023"],
    ),
    (
        "change-fall",
        "Kenya's imports fell <q>5%</q> in 2023.",
        ["KEN>world import change -5 percent 2023 base_period=2022"],
    ),
    (
        "change-noun",
        "Kenya's exports saw a rise of <q>5%</q> in 2023.",
        ["KEN>world export change 5 percent 2023 base_period=2022"],
    ),
    (
        "change-attribute",
        "A <q>5%</q> fall in Kenya's exports followed in 2023.",
        ["KEN>world export change -5 percent 2023 base_period=2022"],
    ),
    (
        "change-doubled",
        "Kenya's exports to Uganda <q>doubled</q> in 2023.",
        ["KEN>UGA export change 100 percent 2023 base_period=2022"],
    ),
    (
        "change-money",
        "Kenya's exports rose by <q>$300 million</q> in 2023.",
        ["KEN>world export change 300000000 USD 2023 base_period=2022"],
    ),
    (
        "change-month",
        "Kenya's exports rose <q>5%</q> in May 2023 from a month earlier.",
        ["KEN>world export change 5 percent 2023-05 base_period=2023-04"],
    ),
    (
        "change-year",
        "Kenya's exports rose <q>5%</q> year-on-year in May 2023.",
        ["KEN>world export change 5 percent 2023-05 base_period=2022-05"],
    ),
    (
        "share-of",
        "Uganda took <q>12%</q> of Kenya's exports in 2023.",
        ["KEN>UGA export share 12 percent 2023 share_of=KEN/world/export"],
    ),
    (
        "share-accounts",
        "Uganda accounted for <q>12%</q> of Kenya's exports in 2023.",
        ["KEN>UGA export share 12 percent 2023 share_of=KEN/world/export"],
    ),
    (
        "share-noun",
        "Uganda's share of Kenya's exports was <q>12%</q> in 2023.",
        ["KEN>UGA export share 12 percent 2023 share_of=KEN/world/export"],
    ),
    (
        "share-went-to",
        "In 2023 <q>12%</q> of Kenya's exports went to Uganda.",
        ["KEN>UGA export share 12 percent 2023 share_of=KEN/world/export"],
    ),
    (
        "share-goods",
        "Tea accounted for <q>19%</q> of Kenya's exports in 2023.",
        ["KEN>world export share 19 percent 2023 commodity=Tea share_of=KEN/world/export"],
    ),
    (
        "bracket-conversion",
        "Poland's exports were <q>€350 billion</q> (<q>$380 billion</q>) in 2023.",
        ["POL>world export level 350000000000 EUR 2023", "POL>world export level 380000000000 USD 2023"],
    ),
    (
        "bracket-change",
        "Poland's exports were <q>€350 billion</q> (+<q>2%</q>) in 2023.",
        ["POL>world export level 350000000000 EUR 2023", "POL>world export change 2 percent 2023 base_period=2022"],
    ),
    (
        "or-change",
        "Poland's exports rose by <q>€7 billion</q>, or <q>2%</q>, in 2023.",
        [
            "POL>world export change 7000000000 EUR 2023 base_period=2022",
            "POL>world export change 2 percent 2023 base_period=2022",
        ],
    ),
    (
        "partner-noun",
        "Germany was Poland's largest trading partner in 2023, with trade of <q>€170 billion</q>.",
        ["POL>DEU turnover level 170000000000 EUR 2023"],
    ),
    (
        "member-of-group",
        (
            "Exports to Latin America by Spain kept rising. Chile's trade fell. The South American "
            "country bought goods worth <q>$2 billion</q> from Spain in 2023."
        ),
        ["CHL>ESP import level 2000000000 USD 2023"],
    ),
    (
        "weak-shipments",
        "Chile's trade with Spain grew in 2023. Sales to Spain were <q>$1.2 billion</q>.",
        ["CHL>ESP export level 1200000000 USD 2023"],
    ),
    (
        "weak-deficit",
        "Chile's trade with Spain grew in 2023. The deficit reached <q>$400 million</q>.",
        ["CHL>ESP balance level -400000000 USD 2023"],
    ),
    (
        "surplus",
        "Chile posted a trade surplus of <q>$1.4 billion</q> in May 2023.",
        ["CHL>world balance level 1400000000 USD 2023-05"],
    ),
    (
        "surplus-attribute",
        "Chile posted a <q>$1.4 billion</q> trade surplus in May 2023.",
        ["CHL>world balance level 1400000000 USD 2023-05"],
    ),
    (
        "deficit-with",
        "Chile's trade deficit with Brazil was <q>$1.4 billion</q> in 2023.",
        ["CHL>BRA balance level -1400000000 USD 2023"],
    ),
    (
        "deficit-widened",
        "Chile's trade deficit with Brazil widened <q>10%</q> in 2023.",
        ["CHL>BRA balance change 10 percent 2023 base_period=2022"],
    ),
    (
        "goods-of",
        "Chile's exports of copper to Japan were <q>$4 billion</q> in 2023.",
        ["CHL>JPN export level 4000000000 USD 2023 commodity=copper"],
    ),
    (
        "goods-adjective",
        "Chile's copper exports to Japan were <q>$4 billion</q> in 2023.",
        ["CHL>JPN export level 4000000000 USD 2023 commodity=copper"],
    ),
    (
        "month-named",
        "Chile's exports were <q>$8.1 billion</q> in March 2023.",
        ["CHL>world export level 8100000000 USD 2023-03"],
    ),
    (
        "months-first",
        "Chile's exports were <q>$40.2 billion</q> in the first five months of 2023.",
        ["CHL>world export level 40200000000 USD 2023-01/2023-05"],
    ),
    (
        "month-through",
        "Chile's exports were <q>$40.2 billion</q> through May 2023.",
        ["CHL>world export level 40200000000 USD 2023-01/2023-05"],
    ),
    (
        "time-carried",
        "In 2023 Chile's trade grew. Exports to Japan were <q>$7 billion</q>.",
        ["CHL>JPN export level 7000000000 USD 2023"],
    ),
    (
        "last-year",
        "Chile's exports were <q>$98 billion</q> last year.",
        ["CHL>world export level 98000000000 USD 2024"],
    ),
    (
        "target",
        "Chile and Peru aim to lift their trade to <q>$5 billion</q> by 2030.",
        ["CHL>PER turnover level 5000000000 USD 2030 target"],
    ),
    (
        "projection",
        "Chile's exports are expected to reach <q>$99 billion</q> in 2025.",
        ["CHL>world export level 99000000000 USD 2025 projected"],
    ),
    ("levy-on", "Canada put a tariff of 25% on imports from Mexico in 2024.", []),
    ("levy-amount", "Canada put tariffs on $6 billion of imports from Mexico in 2024.", []),
    ("firm-exports", "The company said its exports were $3 billion in 2024.", []),
    ("exports-of-the-firm", "Exports of the company fell 5 percent in 2024.", []),
    (
        "firm-of-country",
        "German companies exported goods worth <q>€99 billion</q> to France in 2024.",
        ["DEU>FRA export level 99000000000 EUR 2024"],
    ),
    ("budget-deficit", "Chile's budget deficit was $3 billion in 2024.", []),
    ("gdp", "Chile's gross domestic product was $300 billion in 2024.", []),
    ("investment", "Chile's investment in Peru was $3 billion in 2024.", []),
]
