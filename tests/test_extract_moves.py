"""How far trade moved: amounts that are a fall or a rise, the sign of a rate, the entries of a list of changes."""

from __future__ import annotations

import pytest
from reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "British exports fell to £23 billion in April 2024, reflecting a £0.2 billion fall in exports of fuels.",
            ["level 23000000000 GBP -", "change -200000000 GBP fuels"],
        ),
        (
            "China's soybean import growth plunged to -10.3% y-o-y in May 2024 from 49.3% in April.",
            ["change -10.3 percent soybean", "change 49.3 percent soybean"],
        ),
        (
            "China's imports fell 2% in May 2024 (forecast: +1%).",
            ["change -2 percent -", "change 1 percent -"],
        ),
        (
            "Thailand's imports rose 7% in May 2024, lifted by chillers (48%) and stores n.e.s. (9%).",
            ["change 7 percent -", "change 48 percent chillers", "change 9 percent stores n.e.s"],
        ),
    ],
)
def test_a_move_is_no_level(text: str, said: list[str]) -> None:
    claims = [claim for claim in read(text) if claim.measure != "trend"]
    assert [f"{one.measure} {float(one.value or 0):.12g} {one.unit} {one.commodity or '-'}" for one in claims] == said


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Peru's exports rose by $3 billion in 2024, including $2 billion to Japan and $0.3 billion to Korea.",
            ["change", "change", "change"],
        ),
        (
            "Peru's exports rose by $3 billion to $9 billion in 2024, including $2 billion to Japan.",
            ["change", "level", "level"],
        ),
    ],
)
def test_parts_of_a_change_are_changes(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in read(text)] == measures


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        (
            "Peru's exports were $60 billion in 2024, more than twice the level of 2016 and three times that of 2009.",
            [None, "2016", "2009"],
        ),
        ("Trade between Peru and Chile was $2.5 billion in 1996, almost double that of 1993.", [None, "1993"]),
    ],
)
def test_a_multiple_is_of_the_level_that_it_names(text: str, bases: list[str | None]) -> None:
    assert [claim.base_period for claim in read(text)] == bases


def test_a_verb_counts_things_and_no_money() -> None:
    text = "Japan exported $3 billion of phones in 2024. Two billion are shipped a year, and four billion are used."
    assert [claim.text for claim in read(text)] == ["$3 billion"]


def test_figures_without_their_seasons_are_compared_with_the_month_before() -> None:
    text = (
        "The U.S. trade gap with China on a seasonally adjusted basis, widened $3 billion to $31.5 billion in May 2024."
    )
    assert read(text)[0].base_period == "2024-04"
