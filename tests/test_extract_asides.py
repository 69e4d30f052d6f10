"""What only explains: a name told twice, who somebody is, whom a flow goes to; and whose trade a text is about."""

from __future__ import annotations

import pytest
from reading import check, line, read

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "what a flow involves": (
        "Chile's trade with Peru, involving barter of many kinds, was worth <q>$4 billion</q> in 2023.",
        ["CHL>PER turnover level 4000000000 USD 2023"],
    ),
    "an aside before what is compared": (
        "Chile's exports rose <q>4%</q> in 2023, in answer to a stronger market, compared with a "
        "<q>6%</q> fall in 2022.",
        [
            "CHL>world export change 4 percent 2023 base_period=2022",
            "CHL>world export change -6 percent 2022 base_period=2021",
        ],
    ),
    "a share of a whole whose amount is given": (
        "Chile and Peru accounted for <q>20%</q> of the overall <q>$17 billion</q> Kenyan exports in 2023. Copper made "
        "up <q>8%</q> of an estimated <q>$9 billion</q> in Zambian exports in 2023.",
        [
            "KEN>CHL+PER export share 20 percent 2023 share_of=KEN/world/export",
            "KEN>world export level 17000000000 USD 2023",
            "ZMB>world export share 8 percent 2023 commodity=Copper share_of=ZMB/world/export",
            "ZMB>world export level 9000000000 USD 2023",
        ],
    ),
    "an amount that a flow has stayed at, and one that it doubles": (
        "Chile's trade with Peru has stayed much the same over the last few years, at <q>$4 billion</q>. In 2023 "
        "Kenya's exports were <q>$9 billion</q>, more than <q>doubling</q> the <q>$4 billion</q> of 2019.",
        [
            "CHL>PER turnover level 4000000000 USD -",
            "KEN>world export level 9000000000 USD 2023",
            "KEN>world export change 100 percent 2023 base_period=2019",
            "KEN>world export level 4000000000 USD 2019",
        ],
    ),
    "what a flow is to something else": (
        "Chile's exports, a pillar of the island’s economy, fell <q>4%</q> in 2023. Its imports, the main brake on "
        "growth, stood at <q>$8 billion</q>. Exports of rice, a mainstay of the economy, rose <q>2%</q>.",
        [
            "CHL>world export change -4 percent 2023 base_period=2022",
            "CHL>world import level 8000000000 USD 2023",
            "CHL>world export change 2 percent 2023 base_period=2022 commodity=rice",
        ],
    ),
    "what a move is the first of, before where it led": (
        "Chile's exports rose <q>4%</q> in May 2023, the second gain in a row, to <q>$8 billion</q>.",
        [
            "CHL>world export change 4 percent 2023-05 base_period=2022-05",
            "CHL>world export level 8000000000 USD 2023-05",
        ],
    ),
    "a name told again in brackets": (
        "In 2023 Kenya's exports to the East African Community (EAC), Egypt and Iran fell by <q>4%</q>, <q>3%</q> and "
        "<q>2%</q> respectively.",
        [
            "KEN>eac export change -4 percent 2023 base_period=2022",
            "KEN>EGY export change -3 percent 2023 base_period=2022",
            "KEN>IRN export change -2 percent 2023 base_period=2022",
        ],
    ),
    "a long name that begins like a short one": (
        "In 2023 Egypt's exports to the Gulf Cooperation Council rose to <q>$8 billion</q>.",
        ["EGY>gcc export level 8000000000 USD 2023"],
    ),
    "who somebody is, before the verb": (
        "In 2023 Chile's grape sales to Norway, the biggest importer of Chilean grapes, jumped <q>9%</q>.",
        ["CHL>NOR export change 9 percent 2023 base_period=2022 commodity=grape"],
    ),
    "partners that are named behind their noun": (
        "In 2023 Peru's exports to its two biggest partners, Chile and Brazil, rose by <q>4%</q>.",
        ["PER>CHL+BRA export change 4 percent 2023 base_period=2022"],
    ),
    "partners that are nobody's name": (
        "In 2023 Peru's imports from its main suppliers fell <q>7%</q>.",
        ["PER>world import change -7 percent 2023 base_period=2022"],
    ),
    "the next partner, up or down": (
        "Peru's tin exports to Chile fell <q>3%</q> in 2023, Bolivia down <q>5%</q> and Brazil up <q>2%</q>.",
        [
            "PER>CHL export change -3 percent 2023 base_period=2022 commodity=tin",
            "PER>BOL export change -5 percent 2023 base_period=2022 commodity=tin",
            "PER>BRA export change 2 percent 2023 base_period=2022 commodity=tin",
        ],
    ),
    "a rise after a rise, with its rate between": (
        "In June 2024 Peru's exports rose <q>7%</q> over a year earlier to <q>$5 billion</q>, after an annual increase "
        "of <q>9%</q> in May.",
        [
            "PER>world export change 7 percent 2024-06 base_period=2023-06",
            "PER>world export level 5000000000 USD 2024-06",
            "PER>world export change 9 percent 2024-05 base_period=2023-05",
        ],
    ),
    "a text about the world's trade": (
        "Geneva - Global tea exports fell <q>4%</q> in 2023. Shipments of green tea rose <q>2%</q>.",
        [
            "world>world export change -4 percent 2023 base_period=2022 commodity=tea",
            "world>world export change 2 percent 2023 base_period=2022 commodity=green_tea",
        ],
    ),
    "a partner is nobody's home": (
        "Exports to Peru slowed. Total exports were <q>$5 billion</q> in 2023.",
        ["None>None export level 5000000000 USD 2023"],
    ),
    "goods partner by partner": (
        "Peru's trade grew. Tin exports were <q>$7 billion</q> in 2023. Exports to Chile came to <q>$2 billion</q>.",
        [
            "PER>world export level 7000000000 USD 2023 commodity=Tin",
            "PER>CHL export level 2000000000 USD 2023 commodity=Tin",
        ],
    ),
    "more than the goods just told": (
        "Peru's trade grew. Tin exports were <q>$7 billion</q> in 2023 and those of gold <q>$8 billion</q>. Exports to "
        "Chile came to <q>$9 billion</q>.",
        [
            "PER>world export level 7000000000 USD 2023 commodity=Tin",
            "PER>world export level 8000000000 USD 2023 commodity=gold",
            "PER>CHL export level 9000000000 USD 2023",
        ],
    ),
    "only how it is counted": (
        "If calculated in dollars, Peru's exports were <q>$5 billion</q> in 2023.",
        ["PER>world export level 5000000000 USD 2023"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


def test_an_undated_text_says_elsewhere_of_which_year_a_month_is() -> None:
    text = "Peru's exports fell 3% in September. They were $40 billion in the nine months to September 2021."
    assert [line(claim).split()[5] for claim in read(text, published=None)] == ["2021-09", "2021-01/2021-09"]


def test_a_month_whose_year_an_undated_text_only_compares_with_is_later() -> None:
    text = "Peru's exports came to $5 billion in July, compared with $4 billion in July 2020."
    assert [line(claim).split()[5] for claim in read(text, published=None)] == ["2021-07", "2020-07"]
