"""Where sentences end: never inside a figure, an abbreviation or a name with initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Protocol

from pipeline.lexicon import read_toml

_END: Final = re.compile(
    r"[.!?…。！？](?:"  # a stop, which is found quickly, and then what is before and behind it
    r"(?<=[。！？])[”’」』）]*+"
    r"|(?<=[.!?…])(?<![.!?…]{2})(?<![.!?…] [.!?…])[.!?…]*+(?: [.!?…]++)*+"  # a whole run of stops, taken once
    r"(?:[\"'”’»)\]*_]*+(?:\[[^\[\]\s]{1,20}\])*+(?=\s)"  # with closing quotes, brackets, note marks, then space
    r"|(?<=[a-z0-9)%”’]\.)(?=[“‘]?[A-Z][a-z])))"  # or glued to the next sentence: "deficit.December"
)
_NEXT: Final = re.compile(r"\s*+[\"'“‘«(\[*_•–—-]*+\s?([^\W_]*+)")
_WORD: Final = re.compile(r"[^\s(\[\"“‘'—–]*\Z")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ROW: Final = re.compile(r"\S(?:[^\n\r]*\S)?")
_REACH: Final = 24  # characters: no abbreviation is longer
_ROWS: Final = frozenset({"table", "boilerplate"})
LONGEST: Final = 1200
"""Characters: half as long again as any sentence of real articles. What runs on is cut here, so that the time which
the readers of a sentence take, who compare everything in it with everything, stays bounded."""

Span = tuple[int, int]


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


@cache
def _abbreviations() -> dict[str, str]:
    return {word: rule["id"] for rule in read_toml("layout.toml")["abbreviation"] for word in rule["words"]}


@cache
def _openers() -> frozenset[str]:
    return frozenset(read_toml("layout.toml")["openers"]["words"])


def find_sentences(text: str, block: _Spanned) -> tuple[Span, ...]:
    """The half-open spans of a block's sentences, trimmed and in order; in tables and boilerplate, its lines."""
    if block.kind in _ROWS:
        rows = (match.span() for match in _ROW.finditer(text, block.start, block.end))
        return tuple(piece for row in rows for piece in _pieces(text, row))
    spans: list[Span] = []
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        end = match.end()
        if match.start() > start and _is_end(text, start, match):
            _add(text, (start, end), spans)
            start = end
    _add(text, (start, block.end), spans)
    return tuple(spans)


def _add(text: str, span: Span, spans: list[Span]) -> None:
    """Append the span without its outer white space, unless nothing is left; what is too long in pieces."""
    spans.extend(_pieces(text, span))


def _bare(text: str, span: Span) -> Span | None:
    """The span without its outer white space; None if nothing is left."""
    start, end = span
    piece = text[start:end]
    bare = piece.strip()
    start += len(piece) - len(piece.lstrip())
    return (start, start + len(bare)) if bare else None


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The span without its outer white space, cut as often as it is longer than any real sentence."""
    start, end = span
    while end - start > LONGEST:
        blank = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in " \n\t")
        stop = blank + 1 if blank > start else start + LONGEST
        if (piece := _bare(text, (start, stop))) is not None:
            yield piece
        start = stop
    if (piece := _bare(text, (start, end))) is not None:
        yield piece


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop ends the sentence that began at ``start``."""
    after = _NEXT.match(text, stop.end())
    following = after.group(1) if after else ""
    if following[:1].islower():
        return False
    mark = stop.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    found = _WORD.search(text, max(start, stop.start() - _REACH), stop.start())
    word = found.group() if found else ""
    return _ends_after(word, following, glued=not text[stop.end() : stop.end() + 1].isspace()) and not (
        word.isdigit() and len(word) <= 2 and stop.start() - start <= len(word) + 1
    )


def _ends_after(word: str, following: str, *, glued: bool) -> bool:
    """Whether a sentence can end with this word and its stop before that word."""
    if (glued and any(mark in word for mark in "/@")) or word.startswith("www."):
        return False
    if word[:1].isupper() and _INITIALS.fullmatch(word):
        return following.lower() in _openers()
    kind = _abbreviations().get(word.lower())
    if kind is None:
        return True
    if kind == "measure":
        return not following[:1].isdigit()
    return kind == "opener" and following.lower() in _openers()
