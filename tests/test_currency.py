"""Which currency a shared sign or word stands for: what the article has in view, else the lexicon's default."""

from __future__ import annotations

import pytest

from pipeline.quantity import CurrencyContext
from pipeline.quantity.currency import currency_of_noun, home_of_noun, settle
from pipeline.quantity.vocabulary import Word

DOLLAR = Word(role="money", rule="currency.sign", unit="USD", currencies=("AUD", "CAD", "USD"))
CROWN = Word(role="money", rule="currency.noun", currencies=("CZK", "DKK", "NOK", "SEK"))
EURO = Word(role="money", rule="currency.noun", unit="EUR")


@pytest.mark.parametrize(
    ("word", "context", "expected"),
    [
        pytest.param(EURO, CurrencyContext(economies=("CZE",)), ("EUR", ()), id="no other could be meant"),
        pytest.param(DOLLAR, None, ("USD", DOLLAR.currencies), id="nothing is in view"),
        pytest.param(
            DOLLAR, CurrencyContext(economies=("CAN",)), ("USD", DOLLAR.currencies), id="a dollar is American"
        ),
        pytest.param(
            DOLLAR, CurrencyContext(default="CAD"), ("CAD", DOLLAR.currencies), id="unless the text says which"
        ),
        pytest.param(
            DOLLAR, CurrencyContext(default="EUR"), ("USD", DOLLAR.currencies), id="a default of another kind"
        ),
        pytest.param(CROWN, None, (None, CROWN.currencies), id="crowns of nobody"),
        pytest.param(
            CROWN, CurrencyContext(economies=("SWE",)), ("SEK", CROWN.currencies), id="crowns of the one in view"
        ),
        pytest.param(
            CROWN,
            CurrencyContext(economies=("DEU", "NOR", "SWE")),
            ("NOK", CROWN.currencies),
            id="of the first in view",
        ),
        pytest.param(CROWN, CurrencyContext(economies=("DEU",)), (None, CROWN.currencies), id="of nobody in view"),
        pytest.param(None, CurrencyContext(default="EUR"), (None, ()), id="no word"),
    ],
)
def test_what_is_in_view_settles_a_shared_currency(
    word: Word | None, context: CurrencyContext | None, expected: tuple[str | None, tuple[str, ...]]
) -> None:
    assert settle(word, context) == expected


@pytest.mark.parametrize(
    ("noun", "home"),
    [("rupee", "IND"), ("yen", "JPN"), ("baht", "THA"), ("euro", None), ("crown", None), ("tonne", None)],
)
def test_a_noun_names_the_one_economy_whose_currency_it_is(noun: str, home: str | None) -> None:
    assert home_of_noun(noun) == home


@pytest.mark.parametrize(
    ("noun", "code"),
    [
        *(("rupee", "INR"), ("rupees", "INR"), ("yen", "JPY"), ("euro", "EUR"), ("baht", "THB"), ("pound", "GBP")),
        *(("dollar", "USD"), ("crown", None), ("peso", None), ("mark", None), ("tonne", None), ("", None)),
    ],
)
def test_a_noun_means_one_currency_by_itself(noun: str, code: str | None) -> None:
    assert currency_of_noun(noun) == code
