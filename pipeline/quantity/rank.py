"""A place in a ranking: "third-largest", "No. 2", "ranked fifth", "in third place"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.lexicon import read_toml
from pipeline.quantity.draft import Draft
from pipeline.quantity.interval import Grain
from pipeline.quantity.proportion import word_before
from pipeline.quantity.spelled import number_words

_SUPERLATIVE: Final = re.compile(r"(?:\s{1,2}|-|\s?\n)([A-Za-z]+)")
_NUMBERED: Final = re.compile(
    r"(?:No\.? ?|Nos\.? ?|number )(?:([0-9]{1,2})|(one|two|three|four|five))\b(?![.,]?[0-9])", re.IGNORECASE
)
_NEXT: Final = re.compile(r"(?:\s{1,2}|-)([A-Za-z]+)")
_EXACT: Final = Grain(Decimal(0), Decimal(0))


@cache
def _rules(name: str) -> frozenset[str]:
    return frozenset(read_toml("numerals.toml")["rank"][name])


def _rank(span: tuple[int, int], place: int, rule: str) -> Draft:
    return Draft(span[0], span[1], "rank", Decimal(place), str(place), rule, grain=_EXACT)


def read_ordinal(text: str, span: tuple[int, int], place: int) -> Draft | None:
    """An ordinal that ranks: before a superlative (which belongs to the span), before "place", after "ranked"."""
    start, end = span
    match = _SUPERLATIVE.match(text, end)
    word = match[1].lower() if match else ""
    if match is not None and word in _rules("superlatives"):
        return _rank((start, match.end()), place, "rank.superlative")
    before = word_before(text, start)
    if word in _rules("places") and before != "a" and not (place == 1 and word == "place" and before == "the"):
        return _rank(span, place, "rank.place")
    if before in _rules("strict_verbs") or (before in _rules("verbs") and place > 1 and _closes(text, end)):
        return _rank(span, place, "rank.verb")
    return None


def _closes(text: str, end: int) -> bool:
    """Whether the clause or its main part ends here: "was third, with", "is second in"."""
    match = _NEXT.match(text, end)
    return match is None or match[1].lower() in _rules("closers")


def read_numbered(text: str, start: int) -> Draft | None:
    """ "No. 1" or "number two" before a noun of trade."""
    match = _NUMBERED.match(text, start)
    if match is None or text[start - 1 : start].isalnum():
        return None
    following = _NEXT.match(text, match.end())
    if following is None or following[1].lower() not in _rules("number_followers"):
        return None
    return _rank(match.span(), int(match[1]) if match[1] else number_words()[match[2].lower()], "rank.number")
