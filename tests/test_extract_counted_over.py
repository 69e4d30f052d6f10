"""What a change is against, where a text says over how long it is counted."""

from __future__ import annotations

import pytest
from reading import read

from pipeline import check_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("Chile's exports rose 20% in two years to $5 billion in 2024.", "2022"),
        ("Chile's exports rose 20 percent over the past four years to $5 billion in 2024.", "2020"),
        ("Chile's exports more than doubled within just five years to $5 billion in 2024.", "2019"),
        ("Chile's exports have risen by half in a decade, reaching $5 billion in 2024.", "2014"),
        ("Chile's exports were $5 billion in 2024, up 20% on five years before.", "2019"),
        ("Chile's exports were $5 billion in 2024, up 20% compared with ten years earlier.", "2014"),
        ("Chile's exports were $5 billion in June 2024, up 20% in three months.", "2024-03"),
        ("Chile's exports were $5 billion in June 2024, up 20% from twelve months earlier.", "2023-06"),
        ("Chile's exports were $5 billion in 2024, up 20% in six months.", None),
        ("Chile's exports were $5 billion in 2024, up 20% from a year earlier.", "2023"),
        ("Chile's exports were $5 billion in 2024, up 20% in a year's time.", "2023"),
    ],
)
def test_a_change_starts_as_long_before_as_it_is_counted_over(said: str, base: str | None) -> None:
    (change,) = (claim for claim in read(said) if claim.measure == "change")
    assert change.base_period == base


def test_a_change_over_years_is_not_set_against_the_year_before() -> None:
    said = (
        "Chile's exports to Peru fell from $3.7 billion in 2021 to $0.6 billion in 2023, and to $0.3 billion in 2024, "
    )
    assert not check_text(said + "a drop of over 90 percent in three years.").findings
    wrong = check_text(said + "a drop of over 95 percent in three years.").findings
    assert [(finding.kind, finding.certainty) for finding in wrong] == [("growth", "impossible")]
