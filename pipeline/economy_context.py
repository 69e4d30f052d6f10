"""What stands around the name of an economy: whether it is a party at all, or money, a newspaper, a place, a company.

The rules are data (``models/economy_context.toml``); here is how one of them is held against the words of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, Final

from pipeline.gazetteer import Words, split_words
from pipeline.lexicon import read_toml

_SPACE: Final = re.compile(r"[ \t\u00a0]{1,4}|[ \t]?\r?\n[ \t]{0,4}|-")
_SPACE_OR_COMMA: Final = re.compile(r",?[ \t\u00a0]{1,4}|,?[ \t]?\r?\n[ \t]{0,4}|-")
_CONNECTORS: Final = frozenset({"and", "of", "for", "the", "on", "&"})
_CODE: Final = 3
_LONGEST_RUN: Final = 9
_LONGEST_GAP: Final = 6
_HEADLINE_SHARE: Final = 0.75
_HEADLINE_WORDS: Final = 4
_SENTENCE_ENDS: Final = (".", "!", "?", ",", ";", '."', ".”")
_LONGER_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_BREAK: Final = re.compile(r"[:–—-][ \n]")
"""What parts every dateline from the report."""
_LONG_DASHES: Final = frozenset({"--", "–", "—"})
_LONGEST_DATELINE: Final = 200
_DATELINE: Final = re.compile(
    r"[ \t]{0,8}(?P<place>[^\W\d_][\w.'’/ -]{1,40}(?:, ?[^\W\d_][\w.'’ -]{1,30}){0,2}?)"
    r"(?:,? ?\((?P<agency>[^()\n]{2,40})\)|,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}),?(?: \([^()\n]{2,40}\))?)?"
    r" ?(?P<dash>--|[–—-]|:)[ \n]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Phrases as sequences of words by their length; their first and last words tell at once where none can stand."""

    by_length: Mapping[int, frozenset[tuple[str, ...]]] = field(default_factory=dict)
    firsts: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.by_length)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextRule:
    """One rule: where it applies, the words that must stand around the name, and the kind it gives."""

    id: str
    kind: str
    codes: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    before: Phrases = field(default_factory=Phrases)
    after: Phrases = field(default_factory=Phrases)
    after_not: Phrases = field(default_factory=Phrases)
    within: frozenset[str] = frozenset()
    after_capital: bool = False
    headline: bool = True
    possessive: bool = True

    def may_fit(self, before: str, after: str) -> bool:
        """Whether the rule can decide about a mention between two words: a cheap test before ``fits``."""
        return after in self.after.firsts or before in self.before.lasts or bool(self.within) or self.after_capital

    def fits(self, place: Place, code: str, kind: str) -> bool:
        """True if the rule decides about this mention."""
        if (self.codes and code not in self.codes) or (self.kinds and kind not in self.kinds):
            return False
        if place.possessive and not self.possessive:
            return False
        return self._words_fit(place) and (self.headline or not place.in_headline())

    def _words_fit(self, place: Place) -> bool:
        if self.after_not and place.followed_by(self.after_not):
            return False
        return (
            (bool(self.before) and place.preceded_by(self.before))
            or (bool(self.after) and place.followed_by(self.after))
            or (bool(self.within) and place.runs_into(self.within))
            or (self.after_capital and place.capital_follows())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a mention stands: the half-open range of its words in the text."""

    words: Words
    first: int
    last: int
    possessive: bool
    named: frozenset[int] = frozenset()
    """The words of the text that name economies themselves."""

    def touches_next(self) -> bool:
        """True if only a space or a hyphen parts the mention from the next word."""
        return self._touches(self.last - 1, _SPACE)

    def capital_follows(self) -> bool:
        """True if a capitalised word follows after a single space; a currency's code ("EUR") is none."""
        word = self.words.word(self.last)
        code = len(word) <= _CODE and word.isupper()
        return self.words.gap(self.last - 1) == " " and word[:1].isupper() and not code

    def preceded_by(self, phrases: Phrases) -> bool:
        """True if one of the phrases stands directly before the mention."""
        if self.words.word(self.first - 1) not in phrases.lasts:
            return False
        return any(
            self._sequence(self.first - length, self.first) in known
            and self._is_joined(self.first - length, self.first)
            for length, known in phrases.by_length.items()
            if length <= self.first
        )

    def followed_by(self, phrases: Phrases) -> bool:
        """True if one of the phrases stands directly after the mention, and names no economy itself."""
        if self.words.word(self.last) not in phrases.firsts or not self.touches_next() or self.last in self.named:
            return False
        return any(
            self._sequence(self.last, self.last + length) in known for length, known in phrases.by_length.items()
        )

    def runs_into(self, heads: frozenset[str]) -> bool:
        """True if the run of capitalised words that the mention begins contains one of the words."""
        for index in range(self.last, min(self.last + _LONGEST_RUN, len(self.words.spans))):
            if not self._touches(index - 1, _SPACE):
                return False
            word = self.words.word(index)
            if word in heads:
                return index not in self.named  # "China and the Pacific Alliance" are two
            if not word[0].isupper() and word not in _CONNECTORS:
                return False
        return False

    def in_headline(self) -> bool:
        """True if nearly every longer word of the line is capitalised, as in headlines and lines in capitals."""
        text, start = self.words.text, self.words.spans[self.first][0]
        begin = text.rfind("\n", max(0, start - 200), start) + 1 or max(0, start - 200)
        stop = text.find("\n", start, start + 200)
        return is_headline(text[begin : stop if stop >= 0 else start + 200])

    def in_dateline(self, kind: str) -> bool:
        """True if the mention is the place that an agency's report begins with."""
        text, start = self.words.text, self.words.spans[self.first][0]
        begin = text.rfind("\n", max(0, start - 60), start) + 1
        begin = begin if begin or start <= 60 else start
        if _BREAK.search(text, begin, start + _LONGEST_DATELINE) is None:
            return False
        match = _DATELINE.match(text, begin)
        if match is None and self.words.word(self.first).isupper():
            match = _DATELINE.match(text, start)  # behind a headline that runs into it
        if match is None or start > match.end("place"):
            return False
        if match["agency"] or match["date"]:
            return True
        city, comma, _ = match["place"].partition(",")
        if match["dash"] == ":":
            name = all(word[0].isupper() for word in _LONGER_WORD.findall(match["place"]))
            return name and bool(comma) and (kind == "metonym" or start > match.start("place"))
        if city.isupper():
            return kind == "metonym" or start > match.start("place")
        place = kind in {"metonym", "region"} and match["dash"] in _LONG_DASHES
        return place and text[match.end() : match.end() + 1].isupper()  # "Lima — The value of …"

    def _sequence(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self.words.word(index) for index in range(first, last))

    def _is_joined(self, first: int, last: int) -> bool:
        return all(self._touches(index, _SPACE_OR_COMMA) for index in range(first, last))

    def _touches(self, index: int, pattern: re.Pattern[str]) -> bool:
        """True if a word and the next belong together; a line end parts two capitalised words (a list, a heading)."""
        gap = self.words.gap(index)
        if len(gap) > _LONGEST_GAP or pattern.fullmatch(gap) is None:
            return False
        return "\n" not in gap or not (self.words.word(index)[0].isupper() and self.words.word(index + 1)[0].isupper())


@lru_cache(maxsize=256)
def is_headline(line: str) -> bool:
    """True if nearly every word of four letters or more is capitalised, and no full stop ends the line."""
    if line.rstrip().endswith(_SENTENCE_ENDS):
        return False
    longer: list[str] = _LONGER_WORD.findall(line)
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= _HEADLINE_WORDS and capitals >= _HEADLINE_SHARE * len(longer)


@cache
def context_rules() -> tuple[ContextRule, ...]:
    """The rules of ``models/economy_context.toml`` in their order."""
    return tuple(_rule(record) for record in read_toml("economy_context.toml")["rule"])


@cache
def fixed_phrases() -> tuple[str, ...]:
    """Phrases that contain the name of an economy and mean something else."""
    return tuple(phrase for record in read_toml("economy_context.toml")["phrase"] for phrase in record["phrases"])


def _rule(record: Mapping[str, Any]) -> ContextRule:
    return ContextRule(
        id=record["id"],
        kind=record["kind"],
        codes=frozenset(record.get("codes", ())),
        kinds=frozenset(record.get("kinds", ())),
        before=_by_length(record.get("before", ())),
        after=_by_length(record.get("after", ())),
        after_not=_by_length(record.get("after_not", ())),
        within=frozenset(record.get("within", ())),
        after_capital=record.get("after_capital", False),
        headline=record.get("headline", True),
        possessive=record.get("possessive", True),
    )


def _by_length(phrases: Iterable[str]) -> Phrases:
    """Phrases as word sequences by their length, each also in capitals."""
    found: dict[int, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = split_words(phrase)
        sequence = tuple(words.word(index) for index in range(len(words.spans)))
        found.setdefault(len(sequence), set()).update({sequence, tuple(word.upper() for word in sequence)})
    every = [sequence for sequences in found.values() for sequence in sequences if sequence]
    return Phrases(
        by_length={length: frozenset(sequences) for length, sequences in sorted(found.items())},
        firsts=frozenset(sequence[0] for sequence in every),
        lasts=frozenset(sequence[-1] for sequence in every),
    )
