"""The words of a sentence as spaCy's English tokenizer cuts them, without a Doc.

The tokenizer looks at one run of characters between blanks at a time, so what it makes of each run is remembered, and
spaCy is asked (and loaded) only for runs that are new and not plainly one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.language import Language

_ENTITY: Final = re.compile(r"&(?:nbsp|amp|#\d{2,5});")
_PIECE: Final = re.compile(r"[—―]|[^\s—―]+")
_CHUNK: Final = re.compile(r"\S+")


@cache
def tokenizer() -> Language:
    """A blank English pipeline: spaCy's tokenizer without a model."""
    import spacy

    return spacy.blank("en")


@lru_cache(maxsize=1 << 16)
def _tokens(chunk: str) -> tuple[tuple[str, int], ...]:
    """The tokens of a run of characters between blanks, and where in it each begins."""
    return tuple((token.text, token.idx) for token in tokenizer().make_doc(chunk))


@lru_cache(maxsize=1 << 16)
def split_chunk(chunk: str) -> tuple[tuple[str, int], ...]:
    """The words of a run of characters between blanks, long dashes apart, and where in it each begins."""
    return tuple((piece[0], at + piece.start()) for token, at in _tokens(chunk) for piece in _PIECE.finditer(token))


def split_sentence(text: str, cuts: Iterable[int] = ()) -> tuple[list[str], list[int]]:
    """The words of a text without blanks, so that a phrase may run over a line, and where each word begins.

    ``cuts`` are offsets where a word ends whatever the tokenizer says: the ends of figures ("total—$43.8 billion").
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: " " * len(found[0]), text)
    places = set(cuts)
    words: list[str] = []
    starts: list[int] = []
    for match in _CHUNK.finditer(text):
        chunk, (start, end) = match[0], match.span()
        pieces = split_chunk(chunk)
        if not places.isdisjoint(range(start + 1, end)):
            pieces = tuple(_cut(chunk, sorted(place - start for place in places if start < place < end)))
        for word, at in pieces:
            words.append(word)
            starts.append(start + at)
    return words, starts


def _cut(chunk: str, cuts: list[int]) -> Iterator[tuple[str, int]]:
    """The words of a run of characters that also end at the cuts."""
    for token, at in _tokens(chunk):
        end = at + len(token)
        for first, last in pairwise([at, *(cut for cut in cuts if at < cut < end), end]):
            for piece in _PIECE.finditer(chunk, first, last):
                yield piece[0], piece.start()
