"""The lines of a text, and which of them belong together: where a newline is a space and where it is an end."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.layout.carded import on_card
from pipeline.lexicon import read_toml

_LINE: Final = re.compile(r"\S(?:.*\S)?")
_LINE_ANY: Final = re.compile(r"\S(?:[^\n\r\u2028\u2029]*\S)?")  # four kinds of line end: three times as slow
_QUOTED: Final = re.compile(r">(?:[ \t]?>)*(?:[ \t]+|$)")
"""What Markdown sets before each line that is quoted."""
_MARKS: Final = re.compile(r"[^\w\s](?:[^\w\n]*[^\w\s])?")
_BULLET: Final = re.compile(
    r"(?:[•*·▪◦‣●○■►➢➤✓✔]|[-–—](?=\s)|\(?\d{1,2}[.)](?=\s)|\([a-z]\)(?=\s))[ \t\u00a0]*+(?=[^\s*])"
)
_DATELINE: Final = re.compile(r"[A-Z][\w .,/()'’-]{2,60}\s[-–—]+")
_STOPS: Final = frozenset('.!?:;…"”’»')
_UNQUOTED: Final = _STOPS - {'"'}
_TAIL: Final = re.compile(r"(?:['’]s\b|[,;.)%]|[\"”’»]\s)")
"""How a line begins that can only go on: a genitive, a comma, a closing quote."""

_SAMPLE: Final = 600  # lines looked at to decide how the text is wrapped
_WIDEST: Final = 100  # characters: no terminal or newspaper column is wider
_LONG: Final = 40  # characters: a shorter line may end for any reason


class Line(NamedTuple):
    """A line without its outer white space; a tuple, for a text has many of them."""

    start: int
    end: int
    indent: int
    gap: bool
    """A blank line stands before it, or nothing at all."""


class Chunk(NamedTuple):
    """Lines that make one heading, item or paragraph."""

    start: int
    end: int
    gap: bool
    bullet: bool


def find_lines(text: str, span: tuple[int, int] | None = None) -> list[Line]:
    """Every line of the span that is not blank, in order."""
    lines: list[Line] = []
    last, end = span or (0, len(text))
    pattern = _LINE_ANY if any(mark in text for mark in "\r\u2028\u2029") else _LINE
    for match in pattern.finditer(text, last, end):
        start, stop = match.span()
        if text[start] == ">" and (mark := _QUOTED.match(text, start, stop)) is not None:
            start = mark.end()
            if start == stop:
                continue  # a blank line of a quotation
        if start - last == 1:
            lines.append(Line(start, stop, 0, not lines))
        else:
            space = text[last:start]
            indent = len(space) - max(space.rfind("\n"), space.rfind("\r")) - 1
            lines.append(Line(start, stop, indent, not lines or space.count("\n") > 1 or space.count("\r") > 1))
        last = stop
    return lines


def occurs(pattern: re.Pattern[str], text: str, times: int) -> bool:
    """Whether a text has so many matches of a pattern: no more are looked for."""
    found = pattern.finditer(text)
    return all(next(found, None) is not None for _ in range(times))


def wrap_width(text: str, lines: list[Line]) -> int:
    """The column at which the text is hard-wrapped, or 0 where every line is a whole paragraph.

    Lines of a table or with an address say nothing about it and are left out.
    """
    lengths: list[int] = []
    followed = carried = 0
    for line, after in pairwise(lines[:_SAMPLE]):
        length = line.end - line.start
        if length < _LONG or "|" in text[line.start : line.end] or "://" in text[line.start : line.end]:
            continue
        lengths.append(length)
        if not after.gap:
            followed += 1
            carried += text[line.end - 1] not in _STOPS and (text[after.start].islower() or text[after.start] == "(")
    if not lengths or carried == 0 or carried * 6 < followed:
        return 0
    lengths.sort()
    width = lengths[len(lengths) * 9 // 10]
    return width if width <= _WIDEST else 0


def join_lines(text: str, lines: list[Line], width: int) -> list[Chunk]:
    """The lines put together into chunks; ``width`` as ``wrap_width`` gives it."""
    chunks: list[Chunk] = []
    first: Line | None = None
    bullet = False
    for index, line in enumerate(lines):
        begins = _BULLET.match(text, line.start, line.end) is not None
        if first is not None:
            last = lines[index - 1]
            if _goes_on(text, (first, last, line), width, begins) or (
                not begins and not width and _links(text, lines, index)
            ):
                continue
            chunks.append(Chunk(first.start, last.end, first.gap, bullet))
        first, bullet = line, begins
    if first is not None:
        chunks.append(Chunk(first.start, lines[-1].end, first.gap, bullet))
    return chunks


def _goes_on(text: str, group: tuple[Line, Line, Line], width: int, begins: bool) -> bool:
    """Whether a line goes on with the chunk that starts at the first line and has reached the last one."""
    first, last, line = group
    if begins or text[line.start] == "#" or (text[first.start] == "#" and first is last):
        return False
    if text[last.end - 1] in "-–—" and _DATELINE.fullmatch(text, last.start, last.end):
        return True
    if line.gap:
        return False
    if on_card(text, first[:2], last[:2], line[:2]):
        return True
    if not text[line.start].isalnum() and not text[last.start].isalnum() and _only_marks(text, last, line):
        return True
    return _fills(text, group, width) if width else _is_tail(text, last, line)


def _only_marks(text: str, last: Line, line: Line) -> bool:
    """Neither line holds a letter or digit: the rows of a drawing, one piece however many they are."""
    return all(_MARKS.fullmatch(text, span.start, span.end) for span in (last, line))


def _fills(text: str, group: tuple[Line, Line, Line], width: int) -> bool:
    """In a hard-wrapped text: the newline before the line is there only because the line before was full."""
    first, last, line = group
    if text[line.start].islower() and text[last.end - 1] not in ".!?":
        return True
    if line.indent >= last.indent + 2:
        return line.indent > first.indent >= last.indent and _BULLET.match(text, first.start, first.end) is not None
    word = text.find(" ", line.start, line.end)
    room = width - (last.end - last.start) - last.indent
    return room <= max(10, (line.end if word < 0 else word) - line.start + 1)


def _is_tail(text: str, last: Line, line: Line) -> bool:
    """In a text of one paragraph a line: the line can only be the rest of the one before."""
    if _TAIL.match(text, line.start, line.end) or _ends_open(text, last):
        return True
    if not text[line.start].islower() or text[last.end - 1] in _STOPS:
        return False
    return text.count(" ", line.start, line.end) >= 2


def _ends_open(text: str, last: Line) -> bool:
    """Whether a line ends in a word that something must follow: "its exports to"."""
    if last.end - last.start < _LONG or text[last.end - 1] in _STOPS:
        return False
    return text[text.rfind(" ", last.start, last.end) + 1 : last.end] in _open_ends()


@cache
def _open_ends() -> frozenset[str]:
    return frozenset(read_toml("layout.toml")["open_ends"]["words"])


def _links(text: str, lines: list[Line], index: int) -> bool:
    """A link's words on a line of their own, inside a sentence that goes on after them."""
    if index + 1 >= len(lines):
        return False
    last, line, after = lines[index - 1 : index + 2]
    if (
        line.gap
        or after.gap
        or line.end - line.start == 1
        or text[last.end - 1] in _UNQUOTED
        or last.end - last.start < _LONG
    ):
        return False
    return line.end - line.start < _LONG * 2 and text[line.end - 1] not in _STOPS and _is_tail(text, line, after)
