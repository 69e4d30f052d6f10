"""The pages of a PDF file as lines of text, from where their characters stand.

The order in which a file draws its characters is mostly that of reading, but three things show in the places alone:
the columns of a table (set apart by blanks, in their places), two columns of prose that are drawn line by line (read
one after the other), and raised marks of footnotes (``[1]``, for "3.4" with a raised 2 is no 3.42).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.article.line_breaks import BREAK, joined
from pipeline.errors import CorpusError

_LINE: Final = re.compile(r"[^\r\n\ufffe]*+(?:\ufffe|\r?\n|\r|$)")
_FIGURE: Final = re.compile(r"[0-9]++|(?<=[0-9])[a-z](?![a-z])")
_SMALL: Final = 0.9
"""A mark is smaller than this share of what stands before it."""

_BLANKS: Final = re.compile(r"[ ]++")
_WIDE: Final = 1.2
"""A gap wider than so many heights of the type sets columns apart; words of a justified line stand closer."""

_BLANK: Final = 0.12
"""A gap wider than so many heights of the type is a blank."""

_NARROW: Final = 0.4
"""The mean width of a character in heights of the type."""

_LONGEST: Final = 400  # characters of a line before its last stretch
_FARTHEST: Final = 1e5  # no page is so large: what a damaged file sets farther away, or nowhere, has no place
_MOST_PAGES: Final = 2000
_FEWEST_LINES: Final = 4
_FEWEST_LETTERS: Final = 15
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class _Part:
    """A stretch of a line that no wide gap interrupts: its text, and where it begins and ends on the page."""

    text: str
    left: float
    right: float
    size: float


@dataclass(slots=True)
class _Row:
    """A line as it is seen: its characters, and the index of each on the page; -1 for a blank that nobody drew."""

    text: str
    at: Sequence[int]


def read_pages(data: bytes) -> list[str]:
    """The text of each page, read in this process."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise CorpusError(_why(error)) from error
    try:
        return _pages(document)
    except pypdfium2.PdfiumError as error:
        raise CorpusError("is a damaged PDF file: open it and save it anew") from error
    finally:
        document.close()


def _why(error: Exception) -> str:
    locked = getattr(error, "err_code", None) == 4 or "password" in str(error).casefold()
    if locked:
        return "is protected by a password: save it without one"
    return "is a damaged PDF file: open it and save it anew"


def _pages(document: Any) -> list[str]:
    if len(document) > _MOST_PAGES:
        raise CorpusError(f"has more than {_MOST_PAGES} pages: split it")
    pages = []
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        pages.append(joined(page_text(text)))
        text.close()
        page.close()
    return pages


def page_text(page: Any) -> str:
    """The text of a page (a text page of pypdfium2) with its lines as above; ``BREAK`` for a hyphen at a line's end."""
    text: str = page.get_text_range()
    if len(text) != page.count_chars():  # a character beyond the first plane: the places cannot be told
        return text.replace("\r\n", "\n")
    places = _Places(page)
    lines = [_parts(row, places) for row in _rows(text, places)]
    margin = min((parts[0].left for parts in lines if len(parts) > 1), default=0.0)
    return "\n".join(_line(parts, margin) for parts in _in_columns(lines)).replace(f"{BREAK}\n", BREAK)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class _Places:
    """Where the characters of a page stand; a box is as high as the type, whatever the letter."""

    def __init__(self, page: Any) -> None:
        import ctypes

        import pypdfium2.raw as pdfium

        self._page, self._get = page.raw, pdfium.FPDFText_GetLooseCharBox
        self._found = pdfium.FS_RECTF()
        self._target = ctypes.byref(self._found)

    def box(self, index: int) -> _Box:
        self._get(self._page, index, self._target)
        found = self._found
        sides = (found.left, found.bottom, found.right, found.top)
        return _Box(*sides) if all(-_FARTHEST < side < _FARTHEST for side in sides) else _Box(0.0, 0.0, 0.0, 0.0)


def _rows(text: str, places: _Places) -> Iterator[_Row]:
    """The lines; what is drawn a little higher or lower than what it follows, such as a raised mark, is part of it."""
    row: _Row | None = None
    last: _Box | None = None
    for found in _LINE.finditer(text):
        line = found[0].rstrip("\r\n")
        if not line.strip():
            continue
        start = found.start() + len(line) - len(line.lstrip())
        first = places.box(start)
        end = found.start() + len(line.rstrip(f" {BREAK}")) - 1
        said, at = text[start : found.start() + len(line)], range(start, found.start() + len(line))
        if row is not None and last is not None and _goes_on(last, first):
            blank = " " if first.left - last.right > _BLANK * last.height else ""
            row = _Row(row.text + blank + said, [*row.at, *([-1] if blank else []), *at])
        else:
            if row is not None:
                yield row
            row = _Row(said, at)
        last = places.box(max(start, end))
    if row is not None:
        yield row


def _goes_on(last: _Box, first: _Box) -> bool:
    """Whether a stretch follows right behind another, on the same line but for its height."""
    shared = min(last.top, first.top) - max(last.bottom, first.bottom)
    low = min(last.height, first.height)
    return shared > low / 3 > 0 and -low / 3 < first.left - last.right < _WIDE * low


def _parts(row: _Row, places: _Places) -> list[_Part]:
    """The stretches of one line."""
    text, end = row.text, len(row.text)
    cuts = [0]
    for found in _BLANKS.finditer(text):
        before, after = found.start() - 1, found.end()
        if before >= 0 and after < end:
            left, right = places.box(row.at[before]), places.box(row.at[after])
            if right.left - left.right > _WIDE * left.height > 0:
                cuts.append(after)
    return [_part(row, places, a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]


def _part(row: _Row, places: _Places, start: int, end: int) -> _Part:
    last = start + len(row.text[start:end].rstrip(f" {BREAK}")) - 1
    first, final = places.box(row.at[start]), places.box(row.at[max(start, last)])
    shown = "".join(_marked(row, places, start, end)).strip(" ")
    return _Part(text=shown, left=first.left, right=final.right, size=first.height)


def _marked(row: _Row, places: _Places, start: int, end: int) -> Iterator[str]:
    """The text with raised figures, and raised letters behind a figure, in brackets."""
    done, text = start, row.text
    for found in _FIGURE.finditer(text, start, end):
        mark = _mark(row, places, found, start)
        if mark is not None:
            yield f"{text[done:mark].rstrip()}[{text[mark : found.end()]}]"
            done = found.end()
    yield text[done:end]


def _mark(row: _Row, places: _Places, found: re.Match[str], start: int) -> int | None:
    """Where in a run of digits a mark begins: one or two digits at its end, smaller and higher than what is before."""
    for index in range(max(found.start(), found.end() - 2), found.end()):
        before = index - 1
        while before > start and row.text[before] == " ":
            before -= 1
        if before < start:
            continue
        mark, plain = places.box(row.at[index]), places.box(row.at[before])
        if 0 < mark.height < _SMALL * plain.height and mark.bottom > plain.bottom + mark.height / 10:
            return index
    return None


def _in_columns(lines: Sequence[list[_Part]]) -> Iterator[list[_Part]]:
    """The lines, where two columns of prose were drawn line by line: first the left ones, then the right ones."""
    at = 0
    while at < len(lines):
        end, gutter = _run(lines, at)
        if gutter is None:
            yield lines[at]
            at += 1
            continue
        parts = [part for line in lines[at:end] for part in line]
        for part in sorted(parts, key=lambda part: part.right > gutter):
            if part.text[-1:] == "-" and part.text[-2:-1].isalpha():
                part.text = part.text[:-1] + BREAK
            yield [part]
        at = end


def _run(lines: Sequence[list[_Part]], at: int) -> tuple[int, float | None]:
    """The end of the lines from ``at`` that share a gutter, and where that is; None where they are no prose."""
    left, right = 0.0, float("inf")
    end, both = at, 0
    while end < len(lines):
        parts = lines[end]
        if len(parts) == 2:
            low, high = max(left, parts[0].right), min(right, parts[1].left)
            letters = [len(_LETTER.findall(part.text)) for part in parts]
            if low >= high or any(2 * count < len(part.text) for count, part in zip(letters, parts, strict=True)):
                break
            left, right, both = low, high, both + (min(letters) >= _FEWEST_LETTERS)
        elif len(parts) > 2 or not both or not (parts and (parts[0].right < right or parts[0].left > left)):
            break
        end += 1
    return (end, (left + right) / 2) if both >= _FEWEST_LINES else (at + 1, None)


def _line(parts: Sequence[_Part], margin: float) -> str:
    """The text of a line, its stretches in their places as if every character were equally wide."""
    if len(parts) < 2:
        return "".join(part.text for part in parts)
    width = max(_NARROW * max(part.size for part in parts), 1.0)
    line = ""
    for part in parts:
        line = f"{line}  " if line else ""
        line = line.ljust(min(int((part.left - margin) / width), _LONGEST)) + part.text
    return line
