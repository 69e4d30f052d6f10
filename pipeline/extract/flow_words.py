"""Words that a text must have to speak of a trade flow: a test on sets of words, before anything is read in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.gazetteer import fold
from pipeline.lexicon import read_toml

_WORD: Final = re.compile(r"[^\W\d_]+")
_BLANKED: Final = {code: " " for code in range(128) if not chr(code).isalpha()}
"""Blanks for all of ASCII but its letters: cutting at blanks is three times as quick as a pattern."""
Words = frozenset[str]
_PARTIES: Final = frozenset("rp2")
"""Codes of words that stand for an economy, for what is its, and for two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Phrases as sets of words, so that neither line breaks nor hyphens nor links between the words matter."""

    single: Words
    longer: dict[str, tuple[Words, ...]]
    """Phrases of several words under their longest word, but for those that hold a single one."""

    def said(self, words: Words) -> bool:
        """Whether all words of a phrase are there."""
        if not self.single.isdisjoint(words):
            return True
        return any(form <= words for key in self.longer.keys() & words for form in self.longer[key])

    def among(self, words: Words) -> Forms:
        """Those of the phrases that a text of these words may have."""
        return Forms(single=self.single & words, longer={key: self.longer[key] for key in self.longer.keys() & words})

    def may_stand_in(self, piece: str) -> bool:
        """Whether a piece has the characters of a phrase: a cheap test for few phrases, before its words are known."""
        there = piece.lower().__contains__
        return any(map(there, self.single)) or any(map(there, self.longer)) or not piece.isascii()

    def said_in(self, piece: str) -> bool:
        """Whether a piece has all words of a phrase."""
        return self.may_stand_in(piece) and self.said(words_of(piece))

    def count(self, text: str) -> int:
        """How many phrases a text can have at most."""
        return sum(word in self.single or word in self.longer for word in _cut(text))


def words_of(text: str) -> Words:
    """The words of a text in lower case and without accents."""
    return frozenset(_cut(text))


def _cut(text: str) -> list[str]:
    """The words of a text, those with accents behind the others."""
    lower = text.lower()
    if lower.isascii():
        return lower.translate(_BLANKED).split()
    runs = lower.split()
    plain = " ".join(filter(str.isascii, runs)).translate(_BLANKED)
    return plain.split() + [fold(word) for run in runs if not run.isascii() for word in _WORD.findall(run)]


@cache
def flow_forms() -> Forms:
    """All that names a flow, weak words ("sales", "bought", goods that "went to Peru") included."""
    gone = {"forms": read_toml("wording.toml")["goods_go_alone"]}
    return _forms([gone, *(record for record in _records() if _names_flow(record))])


@cache
def opening_forms() -> Forms:
    """All that makes a text one on trade, so that weak words may mean trade in it."""
    return _forms(record for record in _records() if _names_flow(record) and _opens(record))


@cache
def party_forms() -> Forms:
    """All that stands for economies without naming them ("it", "the country", "both countries", "the three")."""
    counted = {"forms": [f"the {number}" for number in read_toml("wording.toml")["numbers"]]}
    return _forms([counted, *(record for record in _records() if record["code"] in _PARTIES)])


def _records() -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = read_toml("cues.toml")["cue"]
    return records


def _names_flow(record: dict[str, Any]) -> bool:
    """Whether a word names a flow, or is a payment that may be one for what is traded."""
    return record.get("flow") not in {None, "same"} or record.get("spends", False)


def _opens(record: dict[str, Any]) -> bool:
    return record.get("flow") == "balance" or not (record.get("weak", False) or record.get("spends", False))


def _said_forms(record: dict[str, Any]) -> Iterator[str]:
    """The phrases of a record; a noun that is a partner only by rank stands behind a word of rank."""
    if not record.get("ranked", False):
        yield from record["forms"]
        return
    largest = next(other["forms"] for other in _records() if other.get("order") == "largest")
    for rank in (*largest, *read_toml("wording.toml")["partner_ranks"]):
        yield from (f"{rank} {form}" for form in record["forms"])


def _forms(records: Iterable[dict[str, Any]]) -> Forms:
    forms = {words_of(form) for record in records for form in _said_forms(record)}
    single = frozenset[str]().union(*(form for form in forms if len(form) == 1))
    longer: dict[str, list[Words]] = {}
    for form in sorted((form for form in forms if form.isdisjoint(single)), key=sorted):
        longer.setdefault(max(sorted(form), key=len), []).append(form)
    return Forms(single=single, longer={key: tuple(found) for key, found in longer.items()})
