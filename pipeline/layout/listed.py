"""Lists of one figure a line under a line that says what they are: "Imports were distributed as follows:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from pipeline.layout.cells import Table
from pipeline.layout.cues import has_trade_word
from pipeline.layout.grid import Entry, Grid, build_table
from pipeline.layout.lines import Line
from pipeline.layout.spaced import names_a_row, row_fields, trailing_figures
from pipeline.lexicon import read_toml

_LEAD: Final = re.compile(r":[ \t]*$", re.MULTILINE)
_UNIT: Final = re.compile(r"[%％$€£¥₹₩]|[a-z]{2}")
_LONGEST: Final = 200  # characters of a lead
_ROWS: Final = 3  # fewer are no list


def looks_listed(text: str) -> bool:
    """A cheap test that is never wrongly false: a line ends with a colon."""
    return _LEAD.search(text) is not None


def find_listed(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The lists of one figure a line, in order, each as a table that its lead titles."""
    index = 0
    while index + _ROWS < len(lines):
        lead, end = lines[index], index + 1
        if _leads(text, lead):
            while end < len(lines) and (end == index + 1 or not lines[end].gap) and _is_entry(text, lines[end]):
                end += 1
        if end - index > _ROWS:
            table = build_table(text, _grid(text, lead, lines[index + 1 : end]))
            if table is not None:
                yield table
        index = end


def _leads(text: str, line: Line) -> bool:
    """Whether a line names a flow and announces what follows, and says of nothing that it rose or fell."""
    piece = text[line.start : line.end]
    return piece.endswith(":") and len(piece) <= _LONGEST and has_trade_word(piece) and _moving().search(piece) is None


@cache
def _moving() -> re.Pattern[str]:
    words = read_toml("layout.toml")["table"]["moving"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _is_entry(text: str, line: Line) -> bool:
    """Whether a line is a name and one figure with its unit."""
    fields = row_fields(text, line)
    if not fields or trailing_figures(text, fields) != 1 or not names_a_row(text, fields[:-1]):
        return False
    return not text[line.start].isdigit() and _UNIT.search(text, *fields[-1]) is not None


def _grid(text: str, lead: Line, rows: Sequence[Line]) -> Grid:
    entries: list[Entry] = []
    for number, line in enumerate(rows):
        fields = row_fields(text, line)
        entries.append(Entry(start=fields[0][0], end=fields[-2][1], row=number, column=0, marked=True))
        entries.append(Entry(start=fields[-1][0], end=fields[-1][1], row=number, column=1))
    return Grid(start=rows[0].start, end=rows[-1].end, entries=tuple(entries), caption=(lead.start, lead.end))
