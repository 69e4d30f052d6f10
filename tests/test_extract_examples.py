"""Goods that only stand for more of their kind are not what a figure covers."""

from __future__ import annotations

import pytest
from reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("said", "commodity"),
    [
        ("Chile's deficit in goods such as cars and machines reached $9 billion in 2023.", "goods"),
        ("Chile's exports of farm products such as grapes and wine amounted to $9 billion in 2023.", "farm products"),
        ("Chile's deficit in the trade of goods such as ores widened to a record $9 billion in 2023.", "goods"),
        (
            "Chile's main exports include copper and lithium, which brought in $50 billion in 2023.",
            "copper and lithium",
        ),
    ],
)
def test_a_figure_covers_what_its_examples_are_examples_of(said: str, commodity: str) -> None:
    assert read(said)[-1].commodity == commodity


@pytest.mark.parametrize("word", ["such as", "including"])
def test_examples_leave_no_doubt_of_what_a_figure_covers(word: str) -> None:
    assert (
        read(f"Chile's surplus in the trade of goods {word} ores and wood rose to $9 billion in 2023.")[-1].doubt
        is None
    )
