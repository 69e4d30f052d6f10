"""The words of a sentence as spaCy's English tokenizer cuts them, without a Doc.

The tokenizer looks at one run of characters between blanks at a time, so what it makes of each run is remembered, and
spaCy is asked (and loaded) only for runs that are new and not plainly one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Final

from pipeline.components.language import language

_LONG_DASHES: Final = frozenset("—―")
_PIECE: Final = re.compile(r"[—―]|[^\s—―]+")
_CHUNK: Final = re.compile(r"\S+")
_PLAIN: Final = re.compile(r"([A-Za-z]*[a-z])([.,;:]?)")
"""A word of plain letters, with or without a stop behind it: these the tokenizer only parts."""
_SIMPLE: Final = re.compile(
    r"[\"“‘(]?(?:"
    r"[$€£]?\d+(?:[.,]\d+)*%?[,;:]?"  # $43.8, 2,400; 5%,
    r"|[A-Za-z]*[a-z]['’]s[.,;:]?"  # Chile's,
    r"|(?:[A-Za-z]+-)*[A-Za-z]*[a-z](?:[.,;:]|[.,]?[\"”)]|[\"”)][.,])?"  # year-on-year. total," baht),
    r"|[A-Z]+(?:[,;:]|\),?)?"  # UAE, (IMF),
    r"|-+)"
)
"""A figure, a genitive, a compound or capitals, with what opens before and stops behind: parted as ``_PART`` does."""
_PART: Final = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|['’]s|-+|[^\w\s]")


@cache
def _exceptions() -> frozenset[str]:
    """What the tokenizer cuts by a list of its own ("cannot", "Mr.")."""
    cutter: Any = language().tokenizer
    return frozenset(cutter.rules)


def _tokens(chunk: str) -> tuple[tuple[str, int], ...]:
    """The tokens of a run of characters between blanks, and where in it each begins."""
    if (plain := _PLAIN.fullmatch(chunk)) and _exceptions().isdisjoint((chunk, plain[1])):
        return ((plain[1], 0), (plain[2], plain.end(1))) if plain[2] else ((chunk, 0),)
    if _SIMPLE.fullmatch(chunk):
        parts = tuple((part[0], part.start()) for part in _PART.finditer(chunk))
        if _exceptions().isdisjoint(_pieces(chunk, parts)):
            return parts
    return tuple((token.text, token.idx) for token in language().make_doc(chunk))


def _pieces(chunk: str, parts: Sequence[tuple[str, int]]) -> Iterator[str]:
    """What the tokenizer could know as a piece of its own: each word, with or without what stands behind it."""
    for part, start in parts:
        if part[0].isalpha():
            yield part
            yield chunk[start : start + len(part) + 1]
            yield chunk[start:]


@lru_cache(maxsize=1 << 14)
def split_chunk(chunk: str) -> tuple[tuple[str, int], ...]:
    """The words of a run of characters between blanks, long dashes apart, and where in it each begins."""
    if _LONG_DASHES.isdisjoint(chunk):
        return _tokens(chunk)
    return tuple((piece[0], at + piece.start()) for token, at in _tokens(chunk) for piece in _PIECE.finditer(token))


def split_sentence(text: str, cuts: Iterable[int] = ()) -> tuple[list[str], list[int]]:
    """The words of a text without blanks, so that a phrase may run over a line, and where each word begins.

    ``cuts`` are offsets where a word ends whatever the tokenizer says: the ends of figures ("total—$43.8 billion").
    """
    places = sorted(cuts, reverse=True)
    words: list[str] = []
    starts: list[int] = []
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        while places and places[-1] <= start:
            places.pop()
        pieces: Iterable[tuple[str, int]] = split_chunk(match[0])
        if places and places[-1] < end:
            pieces = _cut(pieces, [place - start for place in places if place < end])
        for word, at in pieces:
            words.append(word)
            starts.append(start + at)
    return words, starts


def _cut(pieces: Iterable[tuple[str, int]], cuts: list[int]) -> Iterator[tuple[str, int]]:
    """The words of a run of characters that also end at the cuts."""
    for word, at in pieces:
        inside = sorted(cut - at for cut in cuts if at < cut < at + len(word))
        for first, last in pairwise((0, *inside, len(word))):
            yield word[first:last], at + first
