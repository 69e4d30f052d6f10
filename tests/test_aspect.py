"""What sets a figure apart: growth a year on average compounds over the years between, a volume is no value."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.article import Article
from pipeline.conflict import check
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model


def findings(text: str) -> list[str]:
    claims = extract_claims(Article(name="x.txt", text=text, published=date(2025, 2, 1)))
    return [one.certainty for one in check(claims).findings]


RATES = (
    "by an average of 10% a year",
    "10% annually",
    "10 percent per year",
    "by 10% a year on average",
    "at an annual rate of 10%",
    "at an annualized rate of 10%",
)


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_a_year_over_four_years_is_no_growth_over_all_of_them(rate: str) -> None:
    assert findings(f"Kenya's exports to Uganda grew {rate} from $2.0 billion in 2020 to $2.9 billion in 2024.") == []


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_a_year_that_the_amounts_belie_is_found(rate: str) -> None:
    text = f"Kenya's exports to Uganda grew {rate} from $2.0 billion in 2020 to $4.9 billion in 2024."
    assert findings(text) == ["impossible"]


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Oman's import volume grew by 20 percent from $10.0 billion in 2019 to $12.0 billion in 2020.", [None] * 3),
        ("The export volume of Kenya rose 12 percent to $5.4 billion in 2022.", [None] * 2),
        ("Kenya's export volume rose 12 percent to 5.4 million tonnes of tea in 2022.", ["volume", None]),
        ("Kenya's export volume rose 12 percent in 2022, and it earned $5.4 billion.", ["volume"]),
    ],
)
def test_a_volume_in_money_is_a_value(text: str, aspects: list[str | None]) -> None:
    claims = extract_claims(Article(name="x.txt", text=text, published=date(2025, 2, 1)))
    assert [claim.aspect for claim in claims if claim.measure != "trend"][: len(aspects)] == aspects


def test_growth_of_a_volume_in_money_is_held_against_the_amounts() -> None:
    text = "Oman's import volume grew by {} percent from $10.0 billion in 2019 to $12.0 billion in 2020."
    assert findings(text.format(20)) == []
    assert findings(text.format(40)) == ["impossible"]


def test_what_an_average_moved_to_is_an_average() -> None:
    """A month's exports are set against no moving average of three months."""
    text = (
        "Kenya's exports were $7.4 billion in July 2019. Over three months, the average deficit grew by $0.7 billion "
        "to $5.1 billion in July. Average exports grew by $0.5 billion to $8.0 billion in July."
    )
    claims = extract_claims(Article(name="kenya.txt", text=text, published=date(2019, 9, 4)))
    aspects = {claim.text: claim.aspect for claim in claims if claim.measure == "level"}
    assert aspects == {"$7.4 billion": None, "$5.1 billion": "average", "$8.0 billion": "average"}
    assert check(claims).findings == ()
