"""In which money a change is counted: "in dollar terms exports rose 21 %" says nothing of amounts in escudos."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import wording
from pipeline.quantity import currency_of_noun


def money_of_change(sentence: Sentence, figure: int) -> str | None:
    """The currency of ``in dollar terms`` behind the figure, before the next one, or before the sentence's first."""
    text, start = sentence.text, sentence.start
    figures = [sentence.items[at] for at, code in enumerate(sentence.codes) if code in FIGURES]
    item = sentence.items[figure]
    following = next((other.start for other in figures if other.start > item.start), sentence.end)
    stretches = ((item.end - start, following - start), (0, figures[0].start - start))
    found = (_named(text[first:last]) for first, last in stretches)
    return next((code for code in found if code is not None), None)


def _named(text: str) -> str | None:
    for match in _terms().finditer(text.lower()):
        code = currency_of_noun(next(word for word in match.groups() if word))
        if code is not None:
            return code
    return None


@cache
def _terms() -> re.Pattern[str]:
    """The phrases, each with a group for the currency's name."""
    phrases = (re.escape(one).replace(r"\ ", r"\s+") for one in sorted(wording("currency_terms")))
    return re.compile("|".join(one.replace(r"\{\}", r"(?:us\s+|u\.s\.\s+)?(?!terms)([a-z]+)") for one in phrases))
