"""Which currency a sign or word stands for, where several share it."""

from __future__ import annotations

from pipeline.quantity.figure import CurrencyContext
from pipeline.quantity.vocabulary import Word, economies_of


def settle(word: Word | None, context: CurrencyContext | None) -> tuple[str | None, tuple[str, ...]]:
    """The currency, None where nothing settles it, and the candidates if the form is shared.

    A bare ``$`` is the US dollar unless the context names another default; "crowns" and the like are those of the
    economy in view, if that is one; failing that the lexicon's default.
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
    in_view = [code for code in candidates if economies_of(code) & context.economies]
    return (in_view[0] if len(in_view) == 1 else word.unit), candidates
