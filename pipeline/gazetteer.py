"""A gazetteer: many names, found in a text in one pass, the longest name first.

Names are kept word by word in a tree, so the time grows with the text and not with the number of names. Case decides:
a word that the lexicon writes in lower case matches in any case, a capitalised word needs its capital, and a word in
capitals ("US", "IMF") needs them all. Accents and the points of "U.S." are ignored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Generic, TypeVar

T = TypeVar("T")

_WORD: Final = re.compile(r"[^\W_](?:(?<=[A-Z])\.(?:[A-Z]\.)+|[^\W_]*)")
"""A word, or an abbreviation with a point behind each capital; it begins in one way, to be found quickly."""
_JOINS: Final = re.compile(r"[ \t\u00a0\u2009\u202f]*(?:[-‐‑'’.&+/]|\r?\n)?[ \t\u00a0]*")
_NUMBER_GOES_ON: Final = re.compile(r"[.,]\d|\s?%")
_COMMA: Final = re.compile(r",[ \u00a0\n]")
_LONGEST_JOIN: Final = 12
_ANY, _INITIAL, _CAPITALS, _EXACT = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text: where each begins and ends, and the key under which names are looked up."""

    text: str
    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]

    def word(self, index: int) -> str:
        """The word as printed; empty outside the text."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]

    def gap(self, index: int) -> str:
        """What stands between a word and the next one; a paragraph sign at the ends of the text."""
        if not 0 <= index < len(self.spans) - 1:
            return "¶"
        return self.text[self.spans[index][1] : self.spans[index + 1][0]]

    def joined(self, index: int) -> bool:
        """True if a word and the next can belong to one name: a space, hyphen, apostrophe or line end between them."""
        gap = self.gap(index)
        return len(gap) <= _LONGEST_JOIN and _JOINS.fullmatch(gap) is not None

    def ends_within_number(self, index: int) -> bool:
        """ "Shipments to ASEAN 5.5 %": whether a word is only the first digits of a figure, and part of no name."""
        end = self.spans[index][1]
        return self.text[end - 1].isdigit() and _NUMBER_GOES_ON.match(self.text, end) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Generic[T]):
    """A name found: the half-open range of words, and what the lexicon says of it."""

    first: int
    last: int
    value: T


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], tuple[int, ...], T]] = field(default_factory=list)

    def may_go_on(self, following: str) -> bool:
        """Whether a name ends here, or goes on with the word that follows: a cheap test of a name's first word."""
        return bool(self.ends) or following in self.next or "," + following in self.next


@lru_cache(maxsize=64)  # every finder splits the same sentence
def split_words(text: str) -> Words:
    """The words of a text with their look-up keys."""
    spans = tuple([match.span() for match in _WORD.finditer(text)])
    return Words(text=text, spans=spans, keys=tuple(map(fold, _WORD.findall(text))))


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """A word without case, accents and points: ``Türkiye`` and ``TURKIYE`` are ``turkiye``."""
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return word.replace(".", "").casefold()


class Gazetteer(Generic[T]):
    """Names with a value each; ``find`` gives the longest match at every place, left to right, without overlaps.

    A name gives way to a longer one that begins within it: "the Gulf" to "Gulf Cooperation Council".
    """

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, name: str, value: T) -> None:
        """Learn a name; of two equal names the one learnt first wins."""
        words = split_words(name)
        printed = tuple(words.word(index) for index in range(len(words.spans)))
        node = self._root
        for index, key in enumerate(words.keys):
            comma = "," if index and _COMMA.fullmatch(words.gap(index - 1)) else ""
            node = node.next.setdefault(comma + key, _Node())
        node.ends.append((printed, tuple(_case_of(word) for word in printed), value))

    def find(self, words: Words) -> Iterator[Match[T]]:
        """The names in a text, in its order."""
        first, floor, keys = self._root.next, 0, words.keys
        if first.keys().isdisjoint(keys):
            return
        starts = [index for index, key in enumerate(keys) if key in first]
        for at, index in enumerate(starts):
            following = keys[index + 1] if index + 1 < len(keys) else ""
            if index < floor or not first[keys[index]].may_go_on(following):
                continue
            if (match := self._longest(words, index)) is not None:
                if self._gives_way(words, match, starts[at + 1 : at + match.last - index]):
                    continue
                yield match
                floor = match.last

    def _gives_way(self, words: Words, match: Match[T], starts: list[int]) -> bool:
        """Whether a longer name begins within a match and goes on behind it."""
        inner = (self._longest(words, start) for start in starts if start < match.last)
        return any(
            other is not None and other.last > match.last and other.last - other.first > match.last - match.first
            for other in inner
        )

    def _longest(self, words: Words, start: int) -> Match[T] | None:
        node, best, index = self._root, None, start
        keys = words.keys
        while index < len(keys):
            step = node.next.get(keys[index])
            if step is not None and index > start and not words.joined(index - 1):
                step = None
            if step is None and index > start and node.next and _COMMA.fullmatch(words.gap(index - 1)):
                step = node.next.get("," + keys[index])
            if step is None:
                break
            node, index = step, index + 1
            for printed, cases, value in node.ends:
                if _cases_fit(words, start, (printed, cases)) and not words.ends_within_number(index - 1):
                    best = Match(first=start, last=index, value=value)
                    break
        return best


def _case_of(word: str) -> int:
    """Which capitals a word of the lexicon asks for."""
    letters = word.replace(".", "")
    if not letters[:1].isupper():
        return _ANY if letters.islower() or letters.isdigit() else _EXACT
    if len(letters) > 1 and letters.isupper():
        return _CAPITALS
    return _INITIAL if letters[1:].islower() or len(letters) == 1 else _EXACT


def _cases_fit(words: Words, start: int, name: tuple[tuple[str, ...], tuple[int, ...]]) -> bool:
    printed, cases = name
    for offset, case in enumerate(cases):
        if case != _ANY and not _case_fits(words.word(start + offset), printed[offset], case):
            return False
    return True


def _case_fits(word: str, printed: str, case: int) -> bool:
    if case == _INITIAL:
        return word[0].isupper()
    if case == _CAPITALS:
        return word.isupper()
    return word == printed or word.isupper()
