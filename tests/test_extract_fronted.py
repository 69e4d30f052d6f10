"""A growth told behind a share, a change behind an aside, amounts in front of their flow; each rate its own base."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a growth behind a share": (
        "Vietnam's exports of footwear stood at <q>$6 billion</q> with a <q>36 per cent</q> share, showing a "
        "growth of <q>31 per cent</q> in 2023.",
        [
            "VNM>world export level 6000000000 USD 2023 commodity=footwear",
            "VNM>world export share 36 percent 2023 commodity=footwear share_of=VNM/world/export",
            "VNM>world export change 31 percent 2023 base_period=2022 commodity=footwear",
        ],
    ),
    "a growth told in a clause behind a share": (
        "Kenya's tea exports were <q>$1.1 billion</q> with a <q>12 per cent</q> share, which shows a growth of "
        "<q>8 per cent</q> in 2023.",
        [
            "KEN>world export level 1100000000 USD 2023 commodity=tea",
            "KEN>world export share 12 percent 2023 commodity=tea share_of=KEN/world/export",
            "KEN>world export change 8 percent 2023 base_period=2022 commodity=tea",
        ],
    ),
    "registering an increase behind a share": (
        "Jute exports from Bangladesh came to <q>$900 million</q> in 2023, a <q>2 percent</q> share, "
        "registering a growth of <q>4 percent</q>.",
        [
            "BGD>world export level 900000000 USD 2023 commodity=Jute",
            "BGD>world export share 2 percent 2023 commodity=Jute share_of=BGD/world/export",
            "BGD>world export change 4 percent 2023 base_period=2022 commodity=Jute",
        ],
    ),
    "a decline behind a share": (
        "Ghana's cocoa exports were <q>$2 billion</q> in 2023 with a <q>14 percent</q> share, recording a "
        "decline of <q>6 percent</q>.",
        [
            "GHA>world export level 2000000000 USD 2023 commodity=cocoa",
            "GHA>world export share 14 percent 2023 commodity=cocoa share_of=GHA/world/export",
            "GHA>world export change -6 percent 2023 base_period=2022 commodity=cocoa",
        ],
    ),
    "a share behind a growth": (
        "Chile's wine exports had a growth of <q>5 percent</q> in 2023 and a share of <q>2 percent</q>.",
        [
            "CHL>world export change 5 percent 2023 base_period=2022 commodity=wine",
            "CHL>world export share 2 percent 2023 commodity=wine share_of=CHL/world/export",
        ],
    ),
    "a share that grew": (
        "China's share of Peru's exports was <q>36 percent</q> in 2023, a rise of <q>2 percentage points</q>.",
        [
            "PER>CHN export share 36 percent 2023 share_of=PER/world/export",
            "PER>CHN export change 2 percentage-point 2023 base_period=2022 share_of=PER/world/export",
        ],
    ),
    "at another pace": (
        "In December, Japan's exports kept falling, at a gentler pace than the month before, dropping <q>6.3%</q>.",
        [
            "JPN>world export change -6.3 percent 2024-12 base_period=2023-12",
        ],
    ),
    "to a lesser degree": (
        "Peru's imports rose in May, but to a lesser degree, climbing <q>2%</q> from a year earlier.",
        [
            "PER>world import change 2 percent 2024-05 base_period=2023-05",
        ],
    ),
    "for a shorter time": (
        "Kenya's exports grew in May, though more slowly, gaining <q>3%</q> on the year.",
        [
            "KEN>world export change 3 percent 2024-05 base_period=2023-05",
        ],
    ),
    "another subject in between": (
        "Kenya's exports fell in May, but tea prices were stable, dropping 1%.",
        [],
    ),
    "after reaching an amount": (
        "After reaching nearly <q>$1.2 trillion</q> in 2019, Canada's total merchandise trade plummeted in 2020.",
        [
            "CAN>world turnover level 1200000000000 USD 2019 commodity=merchandise",
        ],
    ),
    "after reaching a high": (
        "After hitting a high of <q>$4 billion</q> in 2022, Kenya's exports to Uganda fell in 2023.",
        [
            "KEN>UGA export level 4000000000 USD 2022",
        ],
    ),
    "after growth and a record": (
        "After recording two years of growth and reaching a record high of <q>$9 billion</q> in 2021, Oman's "
        "exports fell in 2022.",
        [
            "OMN>world export level 9000000000 USD 2021",
        ],
    ),
    "after climbing to a record": (
        "After climbing to a record <q>$5 billion</q> in 2019, Peru's exports to Chile fell in 2020.",
        [
            "PER>CHL export level 5000000000 USD 2019",
        ],
    ),
    "after tumbling": (
        "After tumbling to <q>€2 billion</q> in 2020, Malta's imports from Italy rose by <q>7%</q> in 2021.",
        [
            "MLT>ITA import level 2000000000 EUR 2020",
            "MLT>ITA import change 7 percent 2021 base_period=2020",
        ],
    ),
    "after money was spent": (
        "After investing $5 billion in 2019, Peru's exports to Chile rose by <q>7%</q> in 2020.",
        [
            "PER>CHL export change 7 percent 2020 base_period=2019",
        ],
    ),
    "after money was lent": (
        "After a $5 billion loan in 2019, Peru's exports to Chile rose by <q>7%</q> in 2020.",
        [
            "PER>CHL export change 7 percent 2020 base_period=2019",
        ],
    ),
    "after a deal": (
        "After reaching a $5 billion deal in 2019, Peru's imports from Chile rose by <q>7%</q> in 2020.",
        [
            "PER>CHL import change 7 percent 2020 base_period=2019",
        ],
    ),
    "its own base behind each rate": (
        "Norway's exports in February 2023 were up <q>4.0%</q> on the previous month, up <q>7.6%</q> on the "
        "same month a year earlier.",
        [
            "NOR>world export change 4 percent 2023-02 base_period=2023-01",
            "NOR>world export change 7.6 percent 2023-02 base_period=2022-02",
        ],
    ),
    "another figure's base behind it": (
        "Norway's imports in May 2023 rose <q>2%</q> from the month before, and <q>9%</q> from a year earlier.",
        [
            "NOR>world import change 2 percent 2023-05 base_period=2023-04",
            "NOR>world import change 9 percent 2023-05 base_period=2022-05",
        ],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
