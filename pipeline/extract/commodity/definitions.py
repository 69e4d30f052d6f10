"""Which trade is meant as a whole: in goods, in services or in both, where the words say it."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import wording

_ALL_BEHIND: Final = re.compile(r"[dv]*L?o?[dv]*C")
_MADE_UP: Final = re.compile(r"(?P<goods>[dv]*C)[dv]*S[dv]*(?=Q[dv]*o[dv]*N)")
"""What makes up an amount of a flow: "goods alone made up $5 billion of exports"."""
_IN_BRACKETS: Final = re.compile(r"\([^()]+\)")


def defined(
    sentence: Sentence, text: str, nominal: Nominal | None, goods: tuple[int, int] | None = None
) -> Known | None:
    """The definition of all trade that a trade noun carries: "merchandise exports", "trade in goods and services".

    Goods that are bought and sold ("sold goods worth $5 billion") are no definition.
    """
    if nominal is None or nominal.first < 0 or nominal.cue.code != "N":
        return None
    nouns = [(at, at + 1) for at in range(nominal.first, nominal.last) if sentence.codes[at] == "N"]
    for first, last in [goods] if goods else nouns:
        start, end = sentence.items[first].start, sentence.items[last - 1].end
        known = definition_in(text, start, end)
        if known is not None:
            return known
    return None


def definition_in(text: str, start: int, end: int) -> Known | None:
    """The words within ``text[start:end]`` that say whether trade is in goods, in services or in both."""
    lower = text[start:end].lower()
    if lower in wording("no_definitions"):
        return None
    for words in sorted(wording("definitions"), key=len, reverse=True):
        found = re.search(rf"\b{re.escape(words)}\b", lower)
        if found is not None:
            at = start + found.start()
            return Known(value=text[at : at + len(words)], start=at, end=at + len(words))
    return None


def definition_beside(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """Which trade is meant, in a text that counts services too: "exported $5 billion worth of goods"."""
    behind = _ALL_BEHIND.match(sentence.codes, binding.figure + 1)
    if behind is not None:
        item = sentence.items[behind.end() - 1]
        return definition_in(text, item.start, item.end)
    made_up = _MADE_UP.match(sentence.codes)
    if made_up is not None and made_up.end() == binding.figure:
        item = sentence.items[made_up.end("goods") - 1]
        return definition_in(text, item.start, item.end)
    nominal = binding.nominal
    if nominal is None or not 0 <= nominal.first < nominal.last <= binding.figure:
        return None
    aside = next((span for span in sentence.asides if nominal.last <= span[0] < span[1] <= binding.figure), None)
    bracket = _IN_BRACKETS.match(sentence.codes, nominal.last)
    if aside is None and bracket is not None:
        aside = bracket.span()
    return (
        None if aside is None else definition_in(text, sentence.items[aside[0]].start, sentence.items[aside[1] - 1].end)
    )
