"""Figures whose reading is in doubt from the words themselves: nothing is proved on them, and the reason is shown."""

from __future__ import annotations

import pytest
from reading import read

from pipeline.claim import ADJUSTED
from pipeline.extract.measure.doubts import SOME_DAYS, ZONE


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru's exports were $3 billion in the first 20 days of May 2023.", [SOME_DAYS]),
        ("Peru's exports were $3 billion in the week to 7 May 2023. Imports were $2 billion.", [SOME_DAYS, SOME_DAYS]),
        ("Peru's exports were $3 billion in May 2023.", [None]),
    ],
)
def test_what_is_for_some_days_of_a_month_proves_nothing(text: str, wanted: list[str | None]) -> None:
    assert [one.doubt for one in read(text)] == wanted


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Oman's free zones saw trade reach $7 billion in 2023.",
        "Exports from Kenya's Special Economic Zones came to $2 billion in 2023.",
        "In 2023 Panama's re-exports through the Colon zone were worth $4 billion.",
    ],
)
def test_what_went_through_a_zone_is_not_a_countrys_trade(text: str) -> None:
    assert {one.doubt for one in read(text)} == {ZONE}


@pytest.mark.model
def test_a_zone_that_is_a_partner_is_no_such_doubt() -> None:
    assert [one.doubt for one in read("Kenya's exports to the euro zone were worth $4 billion in 2023.")] == [None]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Corrected for the number of working days, Peru's exports fell 1% in May 2023.",
        "When the effect of trading days was corrected, Peru's exports were down 1% in May 2023.",
        "Adjusting for the leap year, Peru's exports were 1% lower in February 2024.",
    ],
)
def test_what_is_cleared_of_the_calendar_is_not_held_against_figures_as_they_are(text: str) -> None:
    assert {one.aspect for one in read(text)} == {ADJUSTED}


@pytest.mark.model
def test_working_days_that_are_only_told_clear_nothing() -> None:
    assert [one.aspect for one in read("Peru's exports rose 1% in May 2023, which had two working days more.")] == [
        None
    ]
