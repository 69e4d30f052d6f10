"""Figures whose reading is in doubt from the words themselves: nothing is proved on them, and the reason is shown."""

from __future__ import annotations

import pytest
from reading import read

from pipeline.extract.measure.doubts import SOME_DAYS


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
