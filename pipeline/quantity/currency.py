"""Which currency a sign or word stands for, where several share it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pipeline.lexicon import read_csv
from pipeline.quantity.figure import CurrencyContext
from pipeline.quantity.vocabulary import Word, economies_of, split

FEW: Final = 4
"""A currency of more economies than this has no home."""


def home_of_noun(noun: str) -> str | None:
    """The one economy whose currency a noun names by itself ("rupee" → IND); None for those of many ("euro").

    Takes a lower-case word, returns an ISO 3166 alpha-3 code. What nothing else settles is the lexicon's default.
    """
    row = _row_of_noun(noun)
    economies = split(row["economies"]) if row is not None else ()
    return economies[0] if economies and len(economies) <= FEW else None


def currency_of_noun(noun: str) -> str | None:
    """The currency that a lower-case noun means by itself ("rupee" → INR); None for other words."""
    row = _row_of_noun(noun)
    return None if row is None else row["code"]


@lru_cache(maxsize=1 << 12)
def is_currency_noun(noun: str) -> bool:
    """Whether a lower-case noun names a currency, be it that of many ("peso")."""
    return any(noun in split(row["nouns"]) for row in read_csv("currencies.csv"))


@lru_cache(maxsize=1 << 12)
def _row_of_noun(noun: str) -> dict[str, str] | None:
    rows = [row for row in read_csv("currencies.csv") if noun in split(row["nouns"]) and not row["until"]]
    sure = [row for row in rows if row["default"] == "yes"] if len(rows) > 1 else rows
    return sure[0] if len(sure) == 1 else None


def settle(word: Word | None, context: CurrencyContext | None) -> tuple[str | None, tuple[str, ...]]:
    """The currency, None where nothing settles it, and the candidates if the form is shared.

    A bare ``$`` is the US dollar unless the context names another default; "crowns" and the like are those of the
    economy in view, of several the first; failing that the lexicon's default.
    """
    if word is None:
        return None, ()
    candidates = word.currencies
    if context is None or not candidates:
        return word.unit, candidates
    if context.default in candidates:
        return context.default, candidates
    if "USD" in candidates and word.unit == "USD":
        return "USD", candidates
    named = (code for economy in context.economies for code in candidates if economy in economies_of(code))
    return next(named, word.unit), candidates
