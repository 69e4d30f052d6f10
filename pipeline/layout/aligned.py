"""Tables that only white space draws: columns set apart by two spaces or more, or by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.layout.cells import Span, Table
from pipeline.layout.grid import Entry, Grid, build_table, is_number, is_year
from pipeline.layout.lines import Line, occurs

_HINT: Final = re.compile(r"[ \t](?<=\S.)(?:(?<=\t)|[ \t])[ \t]*+[-–−+(]?[$€£¥]?\d")
_FIELD: Final = re.compile(r"\S+(?: \S+)*")
_ROWS: Final = 3  # fewer rows of figures are no table
_LEAST: Final = 2
_MOST: Final = 40  # columns: beyond this the line is spaced-out prose
_HEAD_LINES: Final = 4  # lines above the first figures that may hold heads


def looks_aligned(text: str) -> bool:
    """A cheap test that is never wrongly false: enough figures stand apart from what is before them."""
    if "\t" not in text and "  " not in text:
        return False
    return occurs(_HINT, text, _ROWS)


def find_aligned(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The aligned tables among the lines, in order."""
    fields = [_fields(text, line) for line in lines]
    index = 0
    while index < len(lines):
        end = _run(text, fields, index)
        if end - index >= _ROWS:
            first = _head_start(text, lines, fields, index)
            table = build_table(text, _grid(text, lines[first:end], fields[first:end]))
            if table is not None:
                yield table
        index = max(end, index + 1)


def _fields(text: str, line: Line) -> list[Span]:
    """The parts of a line that two spaces or a tab set apart, or nothing where there are none."""
    piece = text[line.start : line.end]
    if "  " not in piece and "\t" not in piece:
        return [(line.start, line.end)]
    return [match.span() for match in _FIELD.finditer(text, line.start, line.end)]


def _is_figures(text: str, fields: Sequence[Span]) -> bool:
    """Whether most fields after the first are figures: a row, not a line of spaced-out prose."""
    if not _LEAST <= len(fields) <= _MOST:
        return False
    figures = sum(is_number(text[start:end]) for start, end in fields[1:])
    return figures * 2 >= len(fields) - 1 and figures > 0


def _run(text: str, fields: Sequence[Sequence[Span]], index: int) -> int:
    """The end of the rows of figures that begin at a line; a line of words alone may stand among them."""
    end = index
    while end < len(fields):
        if _is_figures(text, fields[end]):
            end += 1
        elif end > index and end + 1 < len(fields) and len(fields[end]) == 1 and _is_figures(text, fields[end + 1]):
            start, stop = fields[end][0]
            if stop - start > 60 or text[stop - 1] in ".,;":
                break
            end += 1
        else:
            break
    return end


def _head_start(text: str, lines: Sequence[Line], fields: Sequence[Sequence[Span]], index: int) -> int:
    """Where the heads above a run begin: lines of two fields or more without a figure that is no year."""
    first = index
    while first > 0 and index - first < _HEAD_LINES and not lines[first].gap and len(fields[first - 1]) >= _LEAST:
        if any(is_number(text[s:e]) and not is_year(text[s:e]) for s, e in fields[first - 1]):
            break
        first -= 1
    return first


def _grid(text: str, lines: Sequence[Line], fields: Sequence[Sequence[Span]]) -> Grid:
    tabbed = all("\t" in text[line.start : line.end] for line, row in zip(lines, fields, strict=True) if len(row) > 1)
    margin = min(line.indent for line in lines)
    columns = [] if tabbed else _columns(lines, fields)
    entries: list[Entry] = []
    for row, (line, spans) in enumerate(zip(lines, fields, strict=True)):
        origin = line.start - line.indent
        for span in spans:
            start, end = span
            column = text.count("\t", line.start, start) if tabbed else _place(columns, (start - origin, end - origin))
            level = 1 if column == 0 and line.indent >= margin + 2 else 0
            entries.append(Entry(start=start, end=end, row=row, column=column, level=level))
    return Grid(start=lines[0].start, end=lines[-1].end, entries=tuple(_unique(entries)))


def _columns(lines: Sequence[Line], fields: Sequence[Sequence[Span]]) -> list[Span]:
    """The widths of the columns, from all rows: fields that share a position belong together."""
    spans = sorted(
        (start - line.start + line.indent, end - line.start + line.indent)
        for line, row in zip(lines, fields, strict=True)
        for start, end in row
        if len(row) > 1
    )
    columns: list[Span] = []
    for start, end in spans:
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _place(columns: Sequence[Span], span: Span) -> int:
    """The first column that a field touches."""
    return next((index for index, column in enumerate(columns) if span[0] < column[1]), len(columns) - 1)


def _unique(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Two fields in one column of a row: the columns were drawn too wide, the later moves right."""
    row, last = -1, -1
    for entry in entries:
        if entry.row != row:
            row, last = entry.row, -1
        column = max(entry.column, last + 1)
        last = column
        yield Entry(start=entry.start, end=entry.end, row=row, column=column, level=entry.level)
