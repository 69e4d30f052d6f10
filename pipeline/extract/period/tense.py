"""In which tense a sentence tells of a figure: news is told in the past, what always is so in the present."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import says_first

PRESENT: Final = "present"
PERFECT: Final = "perfect"
PAST: Final = "past"
UNSAID: Final = "unsaid"
_PREDICATES: Final = frozenset("LSTV")
_FLOW_AS_VERB: Final = re.compile(r"(?:^|[^'&,])[Er]v?N[dv]{0,3}$")
"""Before a figure: "Japan imports some", where the word that elsewhere names a flow is the verb."""
_BREAK: Final = re.compile(r"[;y]")
_THIRD_PERSON: Final = re.compile(r"[a-z]{3,}[^aious]s")


def tense_of(sentence: Sentence, figure: int) -> str:
    """The tense of the verb that leads to a figure, else of the one behind it."""
    if _FLOW_AS_VERB.search(sentence.codes[:figure]) is not None:
        return PRESENT
    start = max((found.end() for found in _BREAK.finditer(sentence.codes, 0, figure)), default=0)
    before = _first(reversed(sentence.items[start:figure]))
    return before if before is not None else _first(sentence.items[figure + 1 :]) or UNSAID


def _first(items: Iterable[Item]) -> str | None:
    return next((tense for item in items if item.code in _PREDICATES and (tense := _of_verb(item)) is not None), None)


def _of_verb(item: Item) -> str | None:
    """The tense of a verb; None for a participle or a preposition, which has none."""
    word = item.text.lower().split(" ", 1)[0]
    if says_first(item, "perfect_verbs"):
        return PERFECT
    if says_first(item, "present_verbs") or _THIRD_PERSON.fullmatch(word) is not None:
        return PRESENT
    if word.endswith("ing") or says_first(item, "tenseless"):
        return None
    return PAST
