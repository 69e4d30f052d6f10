"""Figures whose words are left out since the phrase before has said them, and times and goods that go with them."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "the next in a list takes its share of the same goods": (
        "Japan was the largest market for Peruvian grapes in 2021, accounting for <q>49.5 percent</q> of total "
        "exports, followed by Chile at <q>21 percent</q> and Kenya at <q>9.5 percent</q>.",
        [
            "PER>JPN export share 49.5 percent 2021 commodity=grapes share_of=PER/world/export",
            "PER>CHL export share 21 percent 2021 commodity=grapes share_of=PER/world/export",
            "PER>KEN export share 9.5 percent 2021 commodity=grapes share_of=PER/world/export",
        ],
    ),
    "who follows the biggest importer": (
        "China was the biggest importer of Peruvian grapes in 2023 at <q>$3.8 billion</q>, followed by Chile with "
        "<q>$714 million</q> and Brazil with <q>$640 million</q>.",
        [
            "CHN>PER import level 3800000000 USD 2023 commodity=grapes",
            "CHL>PER import level 714000000 USD 2023 commodity=grapes",
            "BRA>PER import level 640000000 USD 2023 commodity=grapes",
        ],
    ),
    "a list behind an article is governed as one without": (
        "Norway's exports grew <q>4 percent</q> in March 2023. Exports to the United States and Canada rose "
        "<q>36 percent</q> and <q>99 percent</q>, respectively, while shipments to China and Brazil fell "
        "<q>15 percent</q> and <q>40 percent</q>, respectively.",
        [
            "NOR>world export change 4 percent 2023-03 base_period=2022-03",
            "NOR>USA export change 36 percent 2023-03 base_period=2022-03",
            "NOR>CAN export change 99 percent 2023-03 base_period=2022-03",
            "NOR>CHN export change -15 percent 2023-03 base_period=2022-03",
            "NOR>BRA export change -40 percent 2023-03 base_period=2022-03",
        ],
    ),
    "a list of what moved": (
        "Peru's exports fell <q>2%</q> in March 2023 due to declines in exports of copper (<q>30%</q>), zinc "
        "(<q>28.4%</q>) and gold (<q>15.5%</q>).",
        [
            "PER>world export change -2 percent 2023-03 base_period=2022-03",
            "PER>world export change -30 percent 2023-03 base_period=2022-03 commodity=copper",
            "PER>world export change -28.4 percent 2023-03 base_period=2022-03 commodity=zinc",
            "PER>world export change -15.5 percent 2023-03 base_period=2022-03 commodity=gold",
        ],
    ),
    "the same trade with another": (
        "Norway's trade with Peru rose to <q>$13.7 billion</q> in 2023, with Chile to <q>$9.9 billion</q> and with "
        "Kenya to <q>$4.4 billion</q>.",
        [
            "NOR>PER turnover level 13700000000 USD 2023",
            "NOR>CHL turnover level 9900000000 USD 2023",
            "NOR>KEN turnover level 4400000000 USD 2023",
        ],
    ),
    "those from another": (
        "Peru's imports from Chile stood at <q>$3.7 billion</q> in 2023, a <q>1.6%</q> rise, and those from Norway "
        "<q>$1.9bn</q>.",
        [
            "PER>CHL import level 3700000000 USD 2023",
            "PER>CHL import change 1.6 percent 2023 base_period=2022",
            "PER>NOR import level 1900000000 USD 2023",
        ],
    ),
    "that with another": (
        "Norway's deficit with Peru in trade widened <q>9%</q> in 2023, while that with Kenya narrowed to "
        "<q>$800 million</q>.",
        ["NOR>PER balance change 9 percent 2023 base_period=2022", "NOR>KEN balance level -800000000 USD 2023"],
    ),
    "the other's share of what was told": (
        "Chile's trade with Peru stood at <q>$10 billion</q> in 2023, or about <q>19 percent</q> of Peru's total trade "
        "that year.",
        [
            "CHL>PER turnover level 10000000000 USD 2023",
            "PER>CHL turnover share 19 percent 2023 share_of=PER/world/turnover",
        ],
    ),
    "what was is no forecast": (
        "Trade between Peru and Norway could hit <q>$6 billion</q> in 2023, nearly double the <q>$3.4 billion</q> "
        "recorded in 2021.",
        ["PER>NOR turnover level 6000000000 USD 2023 projected", "PER>NOR turnover level 3400000000 USD 2021"],
    ),
    "two rates and the time of one": (
        "Peru's imports edged up <q>0.3%</q> in May 2024, compared with a <q>0.5%</q> gain the previous month.",
        [
            "PER>world import change 0.3 percent 2024-05 base_period=2023-05",
            "PER>world import change 0.5 percent 2024-04 base_period=2023-04",
        ],
    ),
    "the title of a report": (
        "According to the Trade Survey 2024, Peru's exports fell by <q>2.9 percent</q> from <q>$6 billion</q> in 2022 "
        "to <q>$5.8 billion</q> in 2023.",
        [
            "PER>world export change -2.9 percent 2023 base_period=2022",
            "PER>world export level 6000000000 USD 2022",
            "PER>world export level 5800000000 USD 2023",
        ],
    ),
    "goods of their own": (
        "Norway's goods deficit with Peru rose to <q>$2 billion</q> in May 2024. The gap with Chile fell to "
        "<q>$1 billion</q>. Imports of cars declined by <q>$300 million</q>.",
        [
            "NOR>PER balance level -2000000000 USD 2024-05 commodity=goods",
            "NOR>CHL balance level -1000000000 USD 2024-05",
            "NOR>world import change -300000000 USD 2024-05 base_period=2023-05 commodity=cars",
        ],
    ),
    "what a share is said to be": (
        "In 2023 about a <q>third</q> of Peru's exports were copper ores.",
        ["PER>world export share 33.3333333 percent 2023 commodity=copper_ores share_of=PER/world/export"],
    ),
    "months one after the other": (
        "In May, June and July of 2024 Peru exported goods worth <q>$5 billion</q>.",
        ["PER>world export level 5000000000 USD 2024-05/2024-07"],
    ),
    "this compared with": (
        "Peru's trade surplus was <q>$5 billion</q> in January 2024. This compared with <q>$4 billion</q> in "
        "January 2023.",
        ["PER>world balance level 5000000000 USD 2024-01", "PER>world balance level 4000000000 USD 2023-01"],
    ),
    "that share": (
        "Peru's exports to Chile made up <q>34 percent</q> of its exports in 2021, but that share fell to "
        "<q>19 percent</q> in 2023.",
        [
            "PER>CHL export share 34 percent 2021 share_of=PER/world/export",
            "PER>CHL export share 19 percent 2023 share_of=PER/world/export",
        ],
    ),
    "the turnover of two that cooperate": (
        "Cooperation between Peru and Norway has grown. In 2019, the trade turnover came to <q>$122 million</q>.",
        ["PER>NOR turnover level 122000000 USD 2019"],
    ),
    "a page on the relations of one economy": (
        "# Foreign relations of Norway\n\n## Chile–Norway relations\n\n- Norway has an embassy in Santiago.\n"
        "- Bilateral trade in 2013 was about <q>$2,030 million</q>.\n- Exports <q>$610 million</q>.\n\n"
        "## Norway–Peru relations\n\n- Bilateral trade in 2012 was <q>$75 million</q>.\n- Imports <q>$67 million</q>."
        "\n\n"
        "## Balance of trade\n\nThe trade surplus was <q>$5 billion</q> in 2013.",
        [
            "NOR>CHL turnover level 2030000000 USD 2013",
            "NOR>CHL export level 610000000 USD 2013",
            "NOR>PER turnover level 75000000 USD 2012",
            "NOR>PER import level 67000000 USD 2012",
            "NOR>world balance level 5000000000 USD 2013",
        ],
    ),
    "a page for each economy": (
        "Peru - Economy\n\nExports: <q>$16.3 billion</q> (2023 est.)\n\nExports - partners: Chile <q>13%</q>, Norway "
        "<q>11%</q> (2023)\n\nKenya - Economy\n\nExports: <q>$26.1 billion</q> (2023 est.)",
        [
            "PER>world export level 16300000000 USD 2023",
            "PER>CHL export share 13 percent 2023 share_of=PER/world/export",
            "PER>NOR export share 11 percent 2023 share_of=PER/world/export",
            "KEN>world export level 26100000000 USD 2023",
        ],
    ),
    "the partner in apposition": (
        "Peru's exports grew <q>2%</q> in May 2024. It was the first rise in months, amid a surge in sales to China, "
        "the country's largest trading partner. Sales rose for copper (<q>6%</q>).",
        [
            "PER>world export change 2 percent 2024-05 base_period=2023-05",
            "PER>world export change 6 percent 2024-05 base_period=2023-05 commodity=copper",
        ],
    ),
    "how many times that of another": (
        "Chile's trade with Peru, at <q>$10 billion</q> in 2023, was triple that of Norway. Peru's exports are more "
        "than twice as big as Norway's.",
        ["CHL>PER turnover level 10000000000 USD 2023"],
    ),
    "they, in a year of their own": (
        "Peru's exports grew. The value of all imports in 2011 was <q>$5 billion</q> and in 2010 it was <q>$4 "
        "billion</q>.",
        ["PER>world import level 5000000000 USD 2011", "PER>world import level 4000000000 USD 2010"],
    ),
    "years one after the other": (
        "In 2010, trade between Peru and Chile was worth <q>$4 billion</q> and in 2011, <q>$5 billion</q>.",
        ["PER>CHL turnover level 4000000000 USD 2010", "PER>CHL turnover level 5000000000 USD 2011"],
    ),
    "who stands out of a party": (
        "The Middle East, particularly the UAE, has become Peru's main export destination, taking <q>42%</q> of its "
        "exports in 2023.",
        ["PER>middle-east export share 42 percent 2023 share_of=PER/world/export"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_what_is_left_out_is_that_of_the_phrase_before(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_a_role_that_only_one_way_of_trade_has_is_asked_of_no_other() -> None:
    text = "China was the top source of Peru's trade in 2023, with $5 billion."
    assert [claim.text for claim in read(text)] == ["$5 billion"]


def test_what_was_reported_before_has_been_revised() -> None:
    text = "Peru's trade deficit in May was $4 billion. The office previously\nreported the May deficit was $5 billion."
    assert [claim.status for claim in read(text)] == [None, "superseded"]


def test_what_inflation_is_taken_out_of_is_no_amount_as_printed() -> None:
    text = "Removing the effect of inflation, Peru's trade deficit widened to $6 billion in May 2024."
    assert [claim.aspect for claim in read(text)] == ["volume"]


def test_a_share_of_trade_with_somebody_is_one_of_that_trade() -> None:
    (claim,) = read("These goods comprise less than 2% of Peru's total trade with Chile.")
    assert claim.share_of == "PER/CHL/turnover"


def test_arrivals_are_imports_in_a_text_on_imports() -> None:
    """Where the text is on what a country sells, they are what its ports take in."""
    said = "Chile's imports rose 4% in May 2023. Arrivals of capital goods climbed 7% to $2 billion."
    assert [(claim.text, claim.flow, claim.commodity) for claim in read(said)] == [
        ("4%", "import", None),
        ("7%", "import", "capital goods"),
        ("$2 billion", "import", "capital goods"),
    ]
    said = "Chile's cocoa exports rose 4% in May 2023. Arrivals of cocoa climbed 7% to 900,000 tonnes."
    assert [claim.text for claim in read(said)] == ["4%"]


def test_what_is_expected_of_the_next_needs_no_verb_of_its_own() -> None:
    said = (
        "Banks expect Chile's exports to grow to $9 billion in 2026 from $8 billion, and Peru's to fall to $3 billion."
    )
    assert [(claim.text, claim.reporter, claim.flow) for claim in read(said)] == [
        ("$9 billion", "CHL", "export"),
        ("$8 billion", "CHL", "export"),
        ("$3 billion", "PER", "export"),
    ]
