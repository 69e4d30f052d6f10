"""Surplus or deficit: what a balance is said to be, by its noun, its predicate, whose favour it is in."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model

DEFICIT, SURPLUS = -5, 5


@pytest.mark.parametrize(
    ("said", "billions"),
    [
        ("Chile's trade balance was <q>$5 billion</q> in the red in 2023.", DEFICIT),
        ("Chile's trade balance swung into the black in 2023, reaching <q>$5 billion</q>.", SURPLUS),
        ("Chile's balance of trade was positive at <q>$5 billion</q> in 2023.", SURPLUS),
        ("Chile's trade balance was a negative <q>$5 billion</q> in 2023.", DEFICIT),
        ("Chile's trade balance was in surplus by <q>$5 billion</q> in 2023.", SURPLUS),
        ("In 2023 Chile's trade balance came to <q>$5 billion</q>, a surplus for the third year.", SURPLUS),
        ("Chile's trade gap was <q>$5 billion</q> in 2023.", DEFICIT),
        ("Chile's trade balance was positive at <q>$5 billion</q> in 2023, compared with a deficit.", SURPLUS),
    ],
)
def test_what_is_said_of_a_balance_is_its_sign(said: str, billions: int) -> None:
    check(said, [f"CHL>world balance level {billions}000000000 USD 2023"])


def test_a_balance_of_either_sign_is_in_doubt() -> None:
    said = "Chile's trade balance was $2 billion in 2023, compared with a deficit of $3 billion in 2022."
    assert [(claim.text, claim.doubt is not None) for claim in read(said)] == [
        ("$2 billion", True),
        ("$3 billion", False),
    ]


def test_what_was_revised_since_holds_no_longer() -> None:
    said = "November's trade deficit of Chile was revised to $9 million from $3 million; exports were $5 million."
    assert [(claim.text, claim.status) for claim in read(said)] == [
        ("$9 million", None),
        ("$3 million", "superseded"),
        ("$5 million", None),
    ]


def test_what_is_only_background_is_no_partner() -> None:
    check(
        "Chile's trade deficit rose to <q>$3 billion</q> in 2023 following increased imports from Peru.",
        ["CHL>world balance level -3000000000 USD 2023"],
    )


ACCOUNTS = "Chile's current account deficit was $9 billion in May. "


@pytest.mark.parametrize(
    "said",
    [
        "In May the goods shortfall widened to <q>$5 billion</q>.",
        "In May merchandise trade produced a <q>$5 billion</q> deficit.",
        "Visible trade was in deficit by <q>$5 billion</q> in May.",
        "The current account showed a gap in May, while the goods deficit was <q>$5 billion</q>.",
    ],
)
def test_a_gap_of_trade_is_one_in_a_text_on_other_accounts(said: str) -> None:
    """What a gap is of, or whose verb leads to it, says that it is one of trade."""
    text = ACCOUNTS + said.replace("<q>", "").replace("</q>", "")
    assert [(claim.text, claim.flow, claim.value) for claim in read(text)] == [("$5 billion", "balance", -5000000000)]


@pytest.mark.parametrize("said", ["The deficit then widened to $5 billion.", "The budget had a deficit of $5 billion."])
def test_a_gap_of_nothing_named_stays_one_of_the_other_account(said: str) -> None:
    assert not read(ACCOUNTS + said)
