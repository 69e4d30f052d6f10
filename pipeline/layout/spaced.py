"""Tables whose columns one blank sets apart, as they are pasted from a page: a line of heads, then rows of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.layout.cells import Span, Table
from pipeline.layout.cues import has_trade_word
from pipeline.layout.grid import Entry, Grid, build_table, is_number, is_year
from pipeline.layout.head_line import split_folded, split_heads
from pipeline.layout.lines import Line, occurs

_END: Final = re.compile(
    r"(?<=\S) (?:[-–−+(]?[$€£¥]?\.?\d[\d.,]*(?: ?(?:%|[a-z]{1,8}))?\)?|[Nn]/?[Aa]|[-–—])[ \t]*$", re.MULTILINE
)
_TOKEN: Final = re.compile(r"\S+")
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]?")
_FACT: Final = re.compile(r"[%$€£¥]|\d,(?!\d)|:\s|\(\d")
"""What no name of a row holds: another figure, a colon, a time in brackets."""
_BARE: Final = re.compile(r"[-–−]?\.?\d[\d.,]*")
_MOST: Final = 24  # columns
_LONGEST: Final = 160  # characters of a row
_ROWS: Final = 2  # fewer are no table
_STUB: Final = 60  # characters: what names a row is not longer
_CAPTION: Final = 120
_FOLDED: Final = 8  # lines that the heads may have been broken into
_DASHES: Final = frozenset({"-", "--", "–", "—"})
_STOPS: Final = (".", ",", ";", "!", "?")


def looks_spaced(text: str) -> bool:
    """A cheap test that is never wrongly false: enough lines end with a figure behind a blank."""
    return occurs(_END, text, _ROWS)


def find_spaced(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The tables with one blank between the columns among the lines, in order."""
    rows = [row_fields(text, line) for line in lines]
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and rows[end] and not (end > index and lines[end].gap):
            end += 1
        if end > index and _all_years(text, rows[index]):
            index += 1  # years are the heads of the rows below
        for begin in (index, index + 1):  # the line of heads may end with a figure, too: "pesos per US$1"
            if end - begin < _ROWS:
                break
            table = _table(text, lines[max(0, begin - _FOLDED - 1) : begin], rows[begin:end])
            if table is not None:
                yield table
                break
        index = max(end, index + 1)


def row_fields(text: str, line: Line) -> list[Span]:
    """The words of a line that ends with figures, those joined that make one figure ("US$ 4", "5 %"); else nothing."""
    if line.end - line.start > _LONGEST or text[line.end - 1] in _STOPS or "|" in text[line.start : line.end]:
        return []
    fields: list[Span] = []
    for match in _TOKEN.finditer(text, line.start, line.end):
        start, end = match.span()
        if fields and _is_one_figure(text, fields[-1], (start, end)):
            fields[-1] = (fields[-1][0], end)
        else:
            fields.append((start, end))
        if len(fields) > 2 and _is_one_figure(text, fields[-3], fields[-1]) and not is_number(text[start:end]):
            fields[-3:] = [(fields[-3][0], end)]  # "5 per cent"
    return fields if 1 < len(fields) <= _MOST and trailing_figures(text, fields) else []


def _all_years(text: str, fields: Sequence[Span]) -> bool:
    """Whether all figures at the end of a line are years."""
    figures = fields[len(fields) - trailing_figures(text, fields) :]
    return bool(figures) and all(is_year(text[start:end]) for start, end in figures)


def _is_one_figure(text: str, first: Span, second: Span) -> bool:
    """Whether two words make one figure and are not one each."""
    apart = [is_number(text[start:end]) for start, end in (first, second)]
    return not all(apart) and any(apart) and is_number(text[first[0] : second[1]])


def trailing_figures(text: str, fields: Sequence[Span]) -> int:
    """How many figures a line ends with, behind at least one word or number that names the row."""
    count = 0
    for start, end in reversed(fields[1:]):
        if not is_number(text[start:end]) or _is_remark(text[start:end]):
            break
        count += 1
    return count


def _is_remark(field: str) -> bool:
    """ "(2019)": the time of what stands before it."""
    return field[0] == "(" and is_year(field.strip("()"))


def _table(text: str, above: Sequence[Line], rows: Sequence[list[Span]]) -> Table | None:
    """The rows under the last line above them, where that gives every column its head."""
    if not above or above[-1].end - above[-1].start > _LONGEST:
        return None
    for width in range(min(trailing_figures(text, row) for row in rows), 0, -1):
        if not all(names_a_row(text, row[:-width]) for row in rows) or _of_years(text, rows, width):
            continue
        if _of_dashes(text, rows, width):
            continue
        heads = _heads(text, above, rows, width)
        if heads:
            entries = [*_head_entries(heads, width), *_row_entries(text, rows, width)]
            start = min(above[-1].start, heads[0][0])
            return build_table(text, Grid(start=start, end=rows[-1][-1][1], entries=tuple(entries)))
    return _series(text, text[above[-1].start : above[-1].end], rows)


def _series(text: str, caption: str, rows: Sequence[list[Span]]) -> Table | None:
    """Times with one bare number each: a table, whatever the line above says that it is of, and no prose."""
    if len(rows) <= _ROWS or not all(_is_of_a_time(text, row) for row in rows):
        return None
    start, end = rows[0][0][0], rows[-1][-1][1]
    if not has_trade_word(caption) or caption.endswith(_STOPS):
        return Table(start=start, end=end)
    return build_table(text, Grid(start=start, end=end, entries=tuple(_row_entries(text, rows, 1))))


def _is_of_a_time(text: str, row: Sequence[Span]) -> bool:
    """A row of a year, or a month or quarter of one, and one number without a unit."""
    times = [is_year(text[start:end]) for start, end in row[:-1]]
    return len(times) in {1, 2} and sum(times) == 1 and _BARE.fullmatch(text, *row[-1]) is not None


def _of_years(text: str, rows: Sequence[list[Span]], width: int) -> bool:
    """Whether the first of so many columns holds years: it is a part of what names the rows ("Q1 2021")."""
    return all(is_year(text[row[-width][0] : row[-width][1]]) for row in rows)


def _of_dashes(text: str, rows: Sequence[list[Span]], width: int) -> bool:
    """Whether the first of so many columns only holds dashes: they stand between the names and the figures."""
    return all(text[slice(*row[-width])] in _DASHES for row in rows)


def names_a_row(text: str, stub: Sequence[Span]) -> bool:
    """Whether the words before the figures are a name or a time, and no beginning of a sentence."""
    if not stub or stub[-1][1] - stub[0][0] > _STUB or text[stub[-1][1] - 1] in ",;:":
        return False
    if _FACT.search(text, stub[0][0], stub[-1][1]):
        return False
    numbers = [text[start:end] for start, end in stub[1:] if is_number(text[start:end])]
    return all(is_year(number) for number in numbers)


def _heads(text: str, above: Sequence[Line], rows: Sequence[list[Span]], width: int) -> list[Span]:
    """The heads of the columns, and first that of the row heads where it is printed; nothing where they do not fit."""
    if text[above[-1].start : above[-1].end].endswith(_STOPS):
        return []
    first, heads = _folded(text, above, width) if width > 1 else (len(above) - 1, [])
    heads = heads or split_heads(text, above[-1][:2], width, ranked=_is_ranked(text, rows, width))
    line = text[above[first].start : above[-1].end]
    stubs = [text[row[0][0] : row[-width - 1][1]] for row in rows]
    said = sum(has_trade_word(stub) for stub in stubs) > 1 or has_trade_word(line)
    caption = text[above[first - 1].start : above[first - 1].end] if first else ""
    told = len(caption) <= _CAPTION and not caption.endswith(_STOPS) and has_trade_word(caption)
    if not (said or (told and len(rows) > _ROWS)) or (width == 1 and len(heads) == 1):
        return []
    return heads


def _folded(text: str, above: Sequence[Line], width: int) -> tuple[int, list[Span]]:
    """The first of the lines that the heads were broken into, and the heads; the fewest lines that give them all."""
    first = len(above) - 1
    while first and not above[first].gap and first > len(above) - _FOLDED:
        first -= 1
        heads = split_folded(text, (above[first].start, above[-1].end), width)
        if heads:
            return first, heads
    return len(above) - 1, []


def _is_ranked(text: str, rows: Sequence[list[Span]], width: int) -> bool:
    """Whether every row begins with its number: "1. China 3,380"."""
    return all(_NUMBERED.fullmatch(text, *row[0]) and len(row) > width + 1 for row in rows)


def _head_entries(heads: Sequence[Span], width: int) -> Iterator[Entry]:
    for index, (start, end) in enumerate(heads):
        yield Entry(start=start, end=end, row=0, column=index + 1 + width - len(heads), marked=True)


def _row_entries(text: str, rows: Sequence[list[Span]], width: int) -> Iterator[Entry]:
    ranked = _is_ranked(text, rows, width)
    for number, row in enumerate(rows, start=1):
        stub = row[ranked : len(row) - width]
        yield Entry(start=stub[0][0], end=stub[-1][1], row=number, column=0, marked=True)
        for column, (start, end) in enumerate(row[-width:], start=1):
            yield Entry(start=start, end=end, row=number, column=column)
