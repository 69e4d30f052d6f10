"""Speakers: everybody in a text who could be saying something, known or not, by where the name begins and ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.economy import economies_in
from pipeline.gazetteer import Gazetteer, Words
from pipeline.institution import Actor
from pipeline.lexicon import read_toml

_LONGEST_NAME: Final = 9
_MEMORY_WORDS: Final = 60
_BRACKETED: Final = 4
_CONNECTORS: Final = frozenset({"of", "for", "and", "the", "on", "de", "bin", "al", "van", "von", "di", "da"})
_ABBREVIATIONS: Final = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Prof", "Inc", "Corp", "Ltd", "Co", "No"}
)
_SENTENCE_END: Final = re.compile(r"[.!?;](?=[\"”’')\s]|$)|\n\s*\n|[•|]")
_ORGANISATION: Final = re.compile(
    r"(?:Ministr|Department|Bureau|Office|Association|Agency|Administration|Authority|Committee|Council|Institut|Centre"
    r"|Center|Chamber|Federation|Bank|Service|Commission|Board|Directorate|Union|University|Statistic|Custom|Group|Ltd"
    r"|Corp|Inc|Organi[sz]ation|Foundation|Times|Daily|Post|News|Agency|Embassy)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """The known actors and the economies of a text, by their first and by their last word."""

    words: Words
    starts: Mapping[int, Actor]
    ends: Mapping[int, Actor]
    economy_starts: Mapping[int, Actor]
    economy_ends: Mapping[int, Actor]
    adjectives: frozenset[tuple[int, int]]
    again: Mapping[int, tuple[int, int]]

    @classmethod
    def read(cls, words: Words, actors: tuple[Actor, ...]) -> Speakers:
        """The speakers of a text."""
        found = economies_in(words)
        economies = [
            Actor(
                first=match.first,
                last=match.last,
                name=mention.text,
                kind="official",
                rule="speaker.economy",
                iso3=mention.code,
            )
            for match, mention in found
            if mention.kind in {"name", "metonym"} and not mention.possessive
        ]
        named = {(actor.first, actor.last) for actor in economies}
        return cls(
            words=words,
            starts={actor.first: actor for actor in actors},
            ends={actor.last: actor for actor in actors},
            economy_starts={actor.first: actor for actor in economies},
            economy_ends={actor.last: actor for actor in economies},
            adjectives=frozenset((match.first, match.last) for match, _ in found) - named,
            again={match.last: (match.first, match.last) for match in _again().find(words)},
        )

    def known_at(self, index: int) -> Actor | None:
        """The institution or anonymous origin that begins at a word."""
        return self.starts.get(index)

    def known_ending(self, index: int) -> Actor | None:
        """The institution or anonymous origin that ends before a word."""
        return self.ends.get(index)

    def institution_before(self, index: int) -> Actor | None:
        """The last known institution that ends not far before a word."""
        for place in range(index, max(index - _MEMORY_WORDS, 0), -1):
            actor = self.ends.get(place)
            if actor is not None and actor.kind == "institution" and actor.rule.startswith("institution."):
                return actor
        return None

    def starting(self, index: int) -> Actor | None:
        """Whoever begins at a word: known, an economy, or a capitalised name."""
        known = self.starts.get(index)
        if known is not None or not self.words.word(index)[:1].isupper():
            return known
        last, state = self._name_end(index), self.economy_starts.get(index)
        return state if state is not None and last <= state.last else self._name(index, last)

    def ending(self, index: int) -> Actor | None:
        """Whoever ends before a word."""
        known = self.ends.get(index) or self.economy_ends.get(index)
        return known or self._name(self._name_start(index), index)

    def again_ending(self, index: int) -> tuple[int, int] | None:
        """The pronoun or short form that ends before a word."""
        return self.again.get(index)

    def parts(self, index: int) -> bool:
        """True if a sentence, a paragraph or a table cell ends between a word and the next."""
        if not 0 <= index < len(self.words.spans) - 1:
            return True
        gap = self.words.gap(index)
        if len(gap) == 1:
            return False
        return _SENTENCE_END.search(gap[:40]) is not None and self.words.word(index) not in _ABBREVIATIONS

    def before_brackets(self, index: int) -> int:
        """The word before "(CSU)", where such brackets close just before a word."""
        if ")" not in self.words.gap(index - 1):
            return index
        for place in range(index - 1, max(index - 1 - _BRACKETED, 0), -1):
            if "(" in self.words.gap(place - 1):
                return place
        return index

    def _name(self, first: int, last: int) -> Actor | None:
        """The capitalised words of a range as a speaker, titles left out; None where nothing is left."""
        if not self._is_body(first, last):
            titles = [index for index in range(first, last - 1) if self.words.word(index) in _word_set("titles")]
            first = titles[-1] + 1 if titles else first
        while first < last and self.words.keys[last - 1] in _CONNECTORS:
            last -= 1
        if first >= last or self.words.word(first) in _word_set("never") or (first, last) in self.adjectives:
            return None
        text = self.words.text[self.words.spans[first][0] : self.words.spans[last - 1][1]]
        kind = "institution" if _ORGANISATION.search(text) else "person"
        return Actor(first=first, last=last, name=" ".join(text.split()), kind=kind, rule=f"speaker.{kind}")

    def _is_body(self, first: int, last: int) -> bool:
        """True if a range names an organisation: its first words then are no titles."""
        if first >= last:
            return False
        return (
            _ORGANISATION.search(self.words.text, self.words.spans[first][0], self.words.spans[last - 1][1]) is not None
        )

    def _name_end(self, index: int) -> int:
        last = index
        while last - index < _LONGEST_NAME and self._belongs(last):
            last += 1
            if self._ends_name(last - 1):
                break
        return last

    def _name_start(self, index: int) -> int:
        first = index
        while first and index - first < _LONGEST_NAME and self._belongs(first - 1):
            if first < index and self._ends_name(first - 1):
                break
            first -= 1
        while first < index and self.words.word(first) in _word_set("never") | _CONNECTORS:
            first += 1
        return first

    def _belongs(self, index: int) -> bool:
        """True for a capitalised word, and for a connector between two of them."""
        word = self.words.word(index)
        if word[:1].isupper():
            return word not in _word_set("dates")
        following = self.words.word(index + 1)
        return word in _CONNECTORS and index > 0 and following[:1].isupper() and following not in _word_set("dates")

    def _ends_name(self, index: int) -> bool:
        """True if a name cannot go on from a word to the next: anything but a space, hyphen or apostrophe."""
        gap = self.words.gap(index)
        if gap == ". " and self.words.word(index) in _ABBREVIATIONS:
            return False
        return gap not in {" ", "-", "'", "’", "\u00a0", " & "}


@cache
def _word_set(name: str) -> frozenset[str]:
    """Words that bound a name: ``titles`` before it, ``dates`` after it, and what is ``never`` its first word."""
    return frozenset(read_toml("sources.toml")["bounds"][name])


@cache
def _again() -> Gazetteer[str]:
    known: Gazetteer[str] = Gazetteer()
    for phrase in read_toml("sources.toml")["again"]["words"]:
        known.add(phrase, phrase)
    return known
