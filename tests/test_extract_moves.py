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
