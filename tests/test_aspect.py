"""Growth a year on average compounds over the years between."""

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


RATES = ("by an average of 10% a year", "10% annually", "10 percent per year", "by 10% a year on average")


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_a_year_over_four_years_is_no_growth_over_all_of_them(rate: str) -> None:
    assert findings(f"Kenya's exports to Uganda grew {rate} from $2.0 billion in 2020 to $2.9 billion in 2024.") == []


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_a_year_that_the_amounts_belie_is_found(rate: str) -> None:
    text = f"Kenya's exports to Uganda grew {rate} from $2.0 billion in 2020 to $4.9 billion in 2024."
    assert findings(text) == ["impossible"]
