"""A change that a text tells twice: the base that one telling names is that of the other."""

from __future__ import annotations

from datetime import date

import pytest
from reading import read

pytestmark = pytest.mark.model

_PUBLISHED = date(2024, 10, 20)


@pytest.mark.parametrize(
    ("said", "bases"),
    [
        (
            "Norway's exports fell 3.8% in the third quarter. Exports in the third quarter were 3.8% lower than in the "
            "second quarter.",
            ["2024-Q2", "2024-Q2"],
        ),
        (
            "Peru's imports rose 4.2 percent in September. Imports in September were up 4.2 percent from August.",
            ["2024-08", "2024-08"],
        ),
        (
            "Peru's imports rose 4.2 percent in September. Exports in September were up 4.2 percent from August.",
            ["2023-09", "2024-08"],
        ),
        (
            "Peru's imports rose 4.2 percent in September. Imports in September were up 1.1 percent from August.",
            ["2023-09", "2024-08"],
        ),
        (
            "Peru's imports rose 4.2 percent year on year in September. Imports were up 4.2 percent in September from "
            "August.",
            ["2023-09", "2024-08"],
        ),
        (
            "Peru's imports rose 4.2 percent in August. Imports in September were up 4.2 percent from June.",
            ["2023-08", "2024-06"],
        ),
    ],
)
def test_a_change_told_twice_has_the_base_that_is_named(said: str, bases: list[str]) -> None:
    assert [claim.base_period for claim in read(said, _PUBLISHED) if claim.measure == "change"] == bases
