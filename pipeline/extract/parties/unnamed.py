"""Parties that a sentence means and no lexicon knows: it points at them, or names them as nobody else does."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.query import Query
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_TO_UNKNOWN: Final = re.compile(r"[tfhn][dv]*[wr]")
"""A preposition of trade, behind the words for the flow, before words that name nobody."""
_POINTED_AT: Final = frozenset("wvNC")
"""Codes of what "these" may point at: anything but a preposition and a name."""
_TO_A_NAME: Final = re.compile(r"(?:(?<=[NCVR])[tfh]|n[dv]*E[dv]*&)[dv]*w(?![w-]*E)")
"""A preposition of trade behind a noun of trade, or the second of a pair, before a word of no known meaning."""


def points_back(query: Query) -> bool:
    """Whether the sentence means parties that it does not name: "these three markets alone", "these imports"."""
    items = query.sentence.items
    return any(says(items[at], "pointers") and items[at + 1].code in _POINTED_AT for at in range(query.figure - 1))


def goes_to_unknown(query: Query) -> bool:
    """Whether trade with somebody is said whom no lexicon knows, or some trade only.

    "Exports to these markets", "exports worth $5 billion were exempt".
    """
    behind = query.nominal.head + 1
    some = behind < query.figure and says(query.sentence.items[behind], "worth")
    return some or _TO_UNKNOWN.match(query.codes, behind) is not None


def names_unknown(sentence: Sentence) -> bool:
    """Whether trade goes to or comes from somebody with a name that no lexicon knows: "to the ASEM partners"."""
    return any(sentence.items[found.end() - 1].text[:1].isupper() for found in _TO_A_NAME.finditer(sentence.codes, 1))
