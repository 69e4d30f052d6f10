"""Shares that point back at the flow that was told of: "57 % of them", "of which 57 %"."""

from __future__ import annotations

import pytest
from reading import read

from pipeline import check_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("said", "sides", "whole"),
    [
        ("Peru's exports to Asia were $44 billion, China accounting for $25.2 billion or 57% of them.", "CHN", "asia"),
        ("Peru exported goods worth $44 billion to Asia in 2024, of which 57% went to China.", "CHN", "asia"),
        ("Peru's exports to Asia were $44 billion in 2024. China took 57% of that.", "CHN", "asia"),
        ("Peru's exports to Asia were $44 billion in 2024. Of these, 57 percent went to China.", "CHN", "asia"),
        ("Peru's exports to Asia were $44 billion in 2024. China's share of this was 57 percent.", "CHN", "asia"),
        ("Peru's exports to Asia were $44 billion in 2024. China accounted for half of it.", "CHN", "asia"),
        ("Peru's exports to Chile were $3 billion in 2024. Copper made up half of them.", "CHL", "CHL"),
        ("Peru's exports were $90 billion in 2024, and China took 36% of them.", "CHN", "world"),
        ("Peru's exports to Asia were $44 billion in 2024. China took 36% of all exports.", "CHN", "world"),
        ("Peru's exports to Asia were $44 billion, 57 percent of which went by sea.", None, "world"),
    ],
)
def test_a_share_is_of_what_its_words_point_at(said: str, sides: str | None, whole: str) -> None:
    (share,) = (claim for claim in read(said) if claim.measure == "share")
    assert (share.partner, share.share_of) == (sides, f"PER/{whole}/export")


def test_a_share_of_a_region_is_not_held_against_all_trade() -> None:
    said = (
        "Peru's exports were $90 billion in 2024. Exports to Asia exceeded $44 billion, China accounting for "
        "$25.2 billion or {} of them."
    )
    assert not check_text(said.format("57%")).findings
    assert check_text(said.format("77%")).findings
