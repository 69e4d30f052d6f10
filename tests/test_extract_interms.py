"""Changes that are counted in one money are set against amounts in that money, and in no other."""

from __future__ import annotations

import pytest
from reading import read

from pipeline.article import Article
from pipeline.conflict import check
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model

AMOUNTS = "Norway's exports were 140 billion crowns in 2023 and 120 billion crowns in 2022.\n\n"


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Norway's exports rose 5% in dollar terms in 2023.", ["in-USD"]),
        ("In US dollar terms Norway's exports rose 5% in 2023.", ["in-USD"]),
        ("Expressed in terms of euros, Norway's exports rose 5% and imports 6% in 2023.", ["in-EUR", "in-EUR"]),
        ("China's exports rose 5% in dollar terms and 9% in yuan-denominated terms in 2023.", ["in-USD", "in-CNY"]),
        ("Norway's exports rose 5% in real terms in 2023.", ["volume"]),
        ("Norway's exports rose 5% in 2023, the ministry said in terms of praise.", [None]),
    ],
)
def test_the_money_that_a_change_is_counted_in_is_read(text: str, aspects: list[str | None]) -> None:
    assert [claim.aspect for claim in read(text) if claim.measure == "change"] == aspects


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In dollar terms Norway's exports rose 3% in 2023.", 0),
        ("Norway's exports rose 3% in 2023.", 1),
    ],
)
def test_a_change_in_one_money_says_nothing_of_amounts_in_another(text: str, found: int) -> None:
    assert len(check(extract_claims(Article(name="a.txt", text=AMOUNTS + text))).findings) == found
