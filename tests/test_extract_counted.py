"""Goods that are traded by the piece: what a country sells abroad in cars, and what is a firm's own business."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (
            "In 2023 Chile exported <q>9,300</q> used cars to Peru.",
            ["CHL>PER export level 9300 vehicle 2023 commodity=used_cars"],
        ),
        (
            "Chile's car exports rose from a year earlier to <q>214,000 units</q> in 2023.",
            ["CHL>world export level 214000 vehicle 2023 commodity=car"],
        ),
        (
            "Chile imported <q>4.2 million</q> passenger cars in 2023.",
            ["CHL>world import level 4200000 vehicle 2023 commodity=passenger_cars"],
        ),
        (
            "In 2023 <q>450,000 units</q> of phones were imported by Chile.",
            ["CHL>world import level 450000 unit 2023 commodity=phones"],
        ),
    ],
)
def test_pieces_are_a_unit_of_trade(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


@pytest.mark.parametrize(
    "said",
    [
        "Having exported over 3.7 million units in its time, the maker is known in Chile.",
        "Chile's trade grew in 2023. The family of models has crossed 500,000 units.",
        "Chile's exports grew in 2023. Some 3,000 vehicles cross the bridge every day.",
    ],
)
def test_pieces_of_nobody_are_no_claim(said: str) -> None:
    assert not [claim for claim in read(said) if claim.unit in {"vehicle", "unit"}]
