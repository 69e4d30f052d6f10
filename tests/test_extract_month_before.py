"""What a month is compared with where nobody says it: with the month before, of economies that take the seasons out."""

from __future__ import annotations

import pytest
from reading import check

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "a month of an office that takes the seasons out": (
        "Canada's exports rose <q>2.1%</q> to <q>C$64 billion</q> in May 2023, while imports fell <q>1.4%</q>.",
        [
            "CAN>world export change 2.1 percent 2023-05 base_period=2023-04",
            "CAN>world export level 64000000000 CAD 2023-05",
            "CAN>world import change -1.4 percent 2023-05 base_period=2023-04",
        ],
    ),
    "a month of one that does not": (
        "Turkey's exports rose <q>2.1%</q> to <q>$21 billion</q> in May 2023, while imports fell <q>1.4%</q>.",
        [
            "TUR>world export change 2.1 percent 2023-05 base_period=2022-05",
            "TUR>world export level 21000000000 USD 2023-05",
            "TUR>world import change -1.4 percent 2023-05 base_period=2022-05",
        ],
    ),
    "with one partner": (
        "Australia's exports to Japan dropped <q>6%</q> in March 2022. Imports rose <q>A$0.3 billion</q>.",
        [
            "AUS>JPN export change -6 percent 2022-03 base_period=2022-02",
            "AUS>JPN import change 300000000 AUD 2022-03 base_period=2022-02",
        ],
    ),
    "a quarter": (
        "Britain's trade deficit widened by <q>£1.5 billion</q> in the third quarter of 2017.",
        ["GBR>world balance change 1500000000 GBP 2017-Q3 base_period=2017-Q2"],
    ),
    "a year ago where it is said": (
        "German exports fell <q>3%</q> from a year earlier in May 2023.",
        ["DEU>world export change -3 percent 2023-05 base_period=2022-05"],
    ),
    "whole years, and months of a year": (
        "German exports fell <q>3%</q> in 2023. From January to May 2023 U.S. imports rose <q>4%</q>.",
        [
            "DEU>world export change -3 percent 2023 base_period=2022",
            "USA>world import change 4 percent 2023-01/2023-05 base_period=2022-01/2022-05",
        ],
    ),
    "whose trade with such an economy it is decides": (
        "Vietnam's exports to the United States rose <q>9%</q> in May 2023.",
        ["VNM>USA export change 9 percent 2023-05 base_period=2022-05"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), TEXTS.values(), ids=TEXTS)
def test_the_text_gives_its_claims(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


PARTS: dict[str, tuple[str, list[str]]] = {
    "what somebody sells there is a part of all that is sold": (
        "In 2014 Peru sent <q>31 per cent</q> of its exports to China and a further <q>12 per cent</q> to Chile.",
        [
            "PER>CHN export share 31 percent 2014 share_of=PER/world/export",
            "PER>CHL export share 12 percent 2014 share_of=PER/world/export",
        ],
    ),
    "goods bought": (
        "Kenya bought about <q>40%</q> of its wheat imports from Ukraine in 2019.",
        ["KEN>UKR import share 40 percent 2019 commodity=wheat share_of=KEN/world/import"],
    ),
    "what goods are of the trade of two": (
        "Copper was <q>60%</q> of Peru's exports to China in 2014.",
        ["PER>CHN export share 60 percent 2014 commodity=Copper share_of=PER/CHN/export"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), PARTS.values(), ids=PARTS)
def test_a_part_is_of_its_whole(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)
