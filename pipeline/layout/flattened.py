"""Tables that a page has lost its lines of: heads, names and figures one after the other in a single line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.layout.cells import Span, Table
from pipeline.layout.cues import has_trade_word
from pipeline.layout.grid import Entry, Grid, build_table
from pipeline.layout.lines import Line, occurs

_HEAD: Final = re.compile(r"[ \t]*([^\s()\d][^()\d\n]{0,20} )?((?:19|20)\d\d(?:[-–/]\d{2,4})? ?\([^()\n]{1,24}\))")
"""A time with the unit of its column in brackets: "April 2024 (USD Billion)"."""
_ROW: Final = re.compile(r"[ \t]*([^\s\d][^\d\n]{0,80}?)((?:[ \t]+[-–−(]?\d[\d,]*(?:\.\d+)?\)?(?=[ \t\n]|$)){1,6})")
_WORD: Final = re.compile(r"\S+")
_ROWS: Final = 2  # fewer are no table
_COLUMNS: Final = 2
_LONGEST: Final = 4000  # characters of a line that is looked at


def looks_flattened(text: str) -> bool:
    """A cheap test that is never wrongly false: a year with brackets behind it stands twice."""
    return "(" in text and occurs(_HEAD, text, _COLUMNS)


def find_flattened(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The tables that are one line each, in order."""
    for line in lines:
        if line.end - line.start <= _LONGEST and (table := _table(text, line)) is not None:
            yield table


def _table(text: str, line: Line) -> Table | None:
    """The line as a table, where each name in it has as many figures behind it as there are heads before."""
    heads, at = _heads(text, line)
    if len(heads) < _COLUMNS:
        return None
    rows = []
    while at < line.end and (found := _ROW.match(text, at, line.end)) is not None:
        figures = [one.span() for one in _WORD.finditer(text, *found.span(2))]
        if len(figures) != len(heads):
            return None
        rows.append((found.span(1), figures))
        at = found.end()
    if (
        len(rows) < _ROWS
        or text[at : line.end].strip(" \t*.")
        or not any(has_trade_word(text[a:b]) for (a, b), _ in rows)
    ):
        return None
    entries = (*_head_entries(heads), *_row_entries(text, rows))
    return build_table(text, Grid(start=line.start, end=line.end, entries=entries))


def _heads(text: str, line: Line) -> tuple[list[Span], int]:
    """The heads at the beginning of a line, and where they end."""
    heads, at = [], line.start
    while (found := _HEAD.match(text, at, line.end)) is not None:
        heads.append((found.start(1) if found[1] else found.start(2), found.end()))
        at = found.end()
    return heads, at


def _head_entries(heads: Sequence[Span]) -> Iterator[Entry]:
    for column, (start, end) in enumerate(heads, start=1):
        yield Entry(start=start, end=end, row=0, column=column, marked=True)


def _row_entries(text: str, rows: Sequence[tuple[Span, list[Span]]]) -> Iterator[Entry]:
    """The names with their figures; what stands before the first of several flows is a head of all of them."""
    number = 0
    for index, (name, figures) in enumerate(rows):
        words = [one.span() for one in _WORD.finditer(text, *name)]
        goes_on = index + 1 < len(rows) and _is_flow(text, rows[index + 1][0])
        if len(words) > 1 and goes_on and has_trade_word(text[words[-1][0] : words[-1][1]]):
            number += 1
            yield Entry(start=name[0], end=_end_of_section(text, words[:-1]), row=number, column=0, marked=True)
            words = words[-1:]
        number += 1
        yield Entry(start=words[0][0], end=words[-1][1], row=number, column=0, marked=True)
        for column, (first, last) in enumerate(figures, start=1):
            yield Entry(start=first, end=last, row=number, column=column)


def _is_flow(text: str, name: Span) -> bool:
    """Whether a name is a flow and nothing else: "Imports"."""
    return len(text[slice(*name)].split()) == 1 and has_trade_word(text[slice(*name)])


def _end_of_section(text: str, words: Sequence[Span]) -> int:
    """The end of what several flows are headed by: of "Total trade (goods and services)" the first word says it all."""
    flows = (at for at, (start, end) in enumerate(words) if at and has_trade_word(text[start:end]))
    said = next(flows, len(words))
    return words[said - 1][1]
