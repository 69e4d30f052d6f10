"""What a figure leaves out or takes in is not what it is of, and nothing is proved against the figure of the rest."""

# ruff: noqa: E501 - tables of cases read better unbroken
from __future__ import annotations

import pytest
from reading import check

from pipeline.library import check_text

pytestmark = pytest.mark.model

TEXTS: dict[str, tuple[str, list[str]]] = {
    "in brackets": (
        "Ghana's exports to Peru (excluding cocoa) were <q>$32 million</q> in 2022.",
        ["GHA>PER export level 32000000 USD 2022 commodity=excluding_cocoa"],
    ),
    "in brackets behind another flow": (
        "Ghana's exports to Peru (excluding cocoa) were <q>$32 million</q> in 2022, its imports <q>$15 million</q>.",
        [
            "GHA>PER export level 32000000 USD 2022 commodity=excluding_cocoa",
            "GHA>PER import level 15000000 USD 2022",
        ],
    ),
    "an aside that leaves nothing out": (
        "Ghana's exports to Peru (mainly in spring) were <q>$32 million</q> in 2022.",
        ["GHA>PER export level 32000000 USD 2022"],
    ),
    "before a pronoun": (
        "Ghana's exports to Peru were <q>$49 million</q> in 2022. Without cocoa, they were <q>$32 million</q>.",
        ["GHA>PER export level 49000000 USD 2022", "GHA>PER export level 32000000 USD 2022 commodity=Without_cocoa"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_what_is_left_out_sets_a_figure_apart(text: str, expected: list[str]) -> None:
    check(text, expected)


@pytest.mark.parametrize("taken", ["including cocoa they were", "including cocoa, exports were"])
def test_what_is_taken_in_is_a_doubt(taken: str) -> None:
    text = f"Ghana's exports to Peru (excluding cocoa) were $32 million in 2022; {taken} $49 million."
    assert not [one for one in check_text(text).findings if one.certainty == "impossible"]


def test_goods_that_are_given_twice_are_still_a_proof() -> None:
    text = "Ghana's exports of cocoa to Peru were $49.3 million in 2022, including paste. Its exports of cocoa to Peru came to $43.9 million in 2022."
    assert [one.certainty for one in check_text(text).findings] == ["impossible"]
