"""The passages that the report quotes: the sentence around a figure, and the marks of its slots."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.claim import Claim

REACH: Final = 420
"""At most so many characters of a sentence are quoted on each side of the figure."""

_SLOT_MARKS: Final = {
    "reporter": "party",
    "partner": "party",
    "period": "period",
    "base_period": "period",
    "source": "source",
    "flow": "flow",
    "commodity": "commodity",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the article to be marked, and what it is: ``figure``, ``party``, ``period``, ``source``…"""

    start: int
    end: int
    role: str
    ref: str = ""
    """The id of the claim whose figure it is; empty for the other slots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text under one set of roles; pieces put together give the passage again."""

    text: str
    roles: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    """The claims whose figure it belongs to."""
    anchors: tuple[str, ...] = ()
    """Those of ``refs`` whose figure begins here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quoted sentence in pieces; ``before`` and ``after`` are true where the sentence goes on beyond the quote."""

    pieces: tuple[Piece, ...]
    before: bool = False
    after: bool = False


def passage(text: str, *claims: Claim) -> Passage:
    """The sentence of one claim or more with their figures and the slots that were read from it marked."""
    start, end, cut_before, cut_after = sentence(text, claims[0].start, claims[0].end)
    marks = [Mark(start=claim.start, end=claim.end, role="figure", ref=claim.id) for claim in claims]
    marks += [mark for claim in claims for mark in slot_marks(claim)]
    return Passage(pieces=pieces(text, (start, end), marks), before=cut_before, after=cut_after)


def slot_marks(claim: Claim) -> list[Mark]:
    """The marks of the slots that the claim gives evidence for."""
    return [
        Mark(start=found.start, end=found.end, role=_SLOT_MARKS[slot])
        for slot, found in sorted(claim.evidence.items())
        if slot in _SLOT_MARKS and found.end > found.start
    ]


def sentence(text: str, start: int, end: int) -> tuple[int, int, bool, bool]:
    """The bounds of the sentence around ``[start, end)``, and whether it was cut before or after."""
    first, last = _whole(text, start, end)
    begin, finish = _cut(text, max(first, start - REACH), start, first=first), min(last, end + REACH)
    if finish < last:
        space = text.rfind(" ", end, finish)
        finish = space if space > end else finish
    return begin, finish, begin > first, finish < last


def pieces(text: str, bounds: tuple[int, int], marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text of the bounds cut wherever a mark begins or ends, each piece with the roles that cover it."""
    first, last = bounds
    inside = [m for m in marks if m.start < last and m.end > first]
    cuts = sorted({first, last} | {max(first, m.start) for m in inside} | {min(last, m.end) for m in inside})
    opening = sorted(inside, key=lambda m: (m.start, m.end, m.role))
    found: list[Piece] = []
    active: list[Mark] = []
    at = 0
    for left, right in itertools.pairwise(cuts):
        while at < len(opening) and max(first, opening[at].start) <= left:
            active.append(opening[at])
            at += 1
        active = [m for m in active if m.end > left]
        found.append(_piece(text[left:right], left, active))
    return tuple(found)


def _piece(text: str, left: int, active: Sequence[Mark]) -> Piece:
    """One piece: the figure first among its roles, each role once."""
    roles = sorted({m.role for m in active}, key=lambda role: (role != "figure", role))
    figures = [m for m in active if m.ref]
    return Piece(
        text=text,
        roles=tuple(roles),
        refs=tuple(m.ref for m in figures),
        anchors=tuple(m.ref for m in figures if m.start == left),
    )


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the whole sentence; in a table, the line."""
    spans = _sentences(text)
    at = bisect_right(spans, (start, len(text))) - 1
    if at >= 0 and spans[at][0] <= start and end <= spans[at][1]:
        return spans[at]
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


def _cut(text: str, begin: int, start: int, *, first: int) -> int:
    """A beginning moved on to the next word, unless it is the sentence's own."""
    if begin == first:
        return begin
    space = text.find(" ", begin, start)
    return begin if space < 0 else space + 1


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text, in order."""
    from pipeline.layout import find_blocks, find_sentences

    return tuple(span for block in find_blocks(text) for span in find_sentences(text, block))
