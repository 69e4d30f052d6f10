"""Which cells of a grid are heads: decided from what is a figure and what is words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from pipeline.layout.cells import Cell, Span, Table, link_heads
from pipeline.layout.cues import find_cue, has_figure, has_trade_word
from pipeline.lexicon import read_toml

_FILLERS: Final = "\u115f\u1160\u2800\u3164\uffa0\u200b\ufeff"
"""Characters that are no white space and show nothing: some pages widen their columns with them."""
_EDGE: Final = re.compile(rf"(?:[\s{_FILLERS}]|\*\*|__|`|'''|<[^<>]{{0,200}}>)*+")
_TRAIL: Final = re.compile(rf"(?:[\s{_FILLERS}]|\*\*|__|`|'''|<[^<>]{{0,200}}>)+\Z")
_LABEL: Final = 300  # characters: no head is longer
_BOX: Final = 2  # columns: of names and of facts
_WORDED: Final = 2  # facts in words that make a table of two columns a box
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A cell as it was read: its span, its place, and what the markup says about it."""

    start: int
    end: int
    row: int
    column: int
    columns: int = 1
    rows: int = 1
    marked: bool = False
    """The markup calls it a head."""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """All entries of a table that are not empty, and what stands around them."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    caption: Span | None = None
    foot: Span | None = None
    ruled: int = 0
    """How many rows stand above the rule that parts heads from figures."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rules = read_toml("layout.toml")["table"]
    return {name: re.compile(rules[name], re.IGNORECASE) for name in ("number", "blank", "year")}


def is_number(text: str) -> bool:
    """Whether a cell holds a figure and nothing else, or the sign that there is none."""
    patterns = _patterns()
    return len(text) < 60 and any(patterns[name].fullmatch(text) for name in ("number", "blank"))


def is_year(text: str) -> bool:
    """Whether a cell holds a year or a fiscal year."""
    return len(text) < 16 and _patterns()["year"].fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Whether a cell holds a figure, alone or with its words."""
    return is_number(text) or has_figure(text)


def bare(text: str, span: Span) -> Span | None:
    """The span without white space, emphasis and tags at its ends, or None where nothing is left."""
    start, end = span
    lead = _EDGE.match(text, start, end)
    start = lead.end() if lead else start
    tail = text[start:end].rstrip()
    end = start + len(tail)
    if tail.endswith(("*", "_", "`", "'", ";", ">", *_FILLERS)) and (
        trail := _TRAIL.search(text, max(start, end - 400), end)
    ):
        end = trail.start()
    return (start, end) if end > start else None


def build_table(text: str, grid: Grid) -> Table | None:
    """The grid as a table with its heads, or None where it holds no figure in two columns or more."""
    rows = _rows(grid.entries)
    width = max((entry.column + entry.columns for entry in grid.entries), default=0)
    if width < 2 or not any(is_value(text[e.start : e.end]) for row in rows for e in row[1:] or row):
        return None
    caption, rows = _take_caption(text, grid, rows, width)
    foot, rows = _take_foot(text, grid, rows)
    box = width == _BOX and _is_box(text, rows)
    heads = _head_rows(text, grid, rows, box=box)
    rows = _reaching(_over_figures(text, rows, heads), heads)
    cells = [
        cell
        for row in rows
        for cell in (_head_cells(text, row, width) if row[0].row in heads else _data_cells(text, row, box=box))
    ]
    cells = _levelled(_years_as_heads(cells))
    return Table(
        start=grid.start, end=grid.end, caption=caption, foot=foot, cells=tuple(cells), links=link_heads(cells)
    )


def _rows(entries: Sequence[Entry]) -> list[list[Entry]]:
    rows: dict[int, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.row, entry.column)):
        rows.setdefault(entry.row, []).append(entry)
    return list(rows.values())


def _take_caption(text: str, grid: Grid, rows: list[list[Entry]], width: int) -> tuple[Span | None, list[list[Entry]]]:
    """A row of one cell at the top titles the whole table."""
    if len(rows) > 1 and len(rows[0]) == 1 < width:
        only = rows[0][0]
        if not is_value(text[only.start : only.end]) and (only.columns > 1 or only.column == 0 or not grid.caption):
            return (only.start, only.end), rows[1:]
    return grid.caption, rows


def _take_foot(text: str, grid: Grid, rows: list[list[Entry]]) -> tuple[Span | None, list[list[Entry]]]:
    """Rows of one cell at the bottom that say where the table is from, or explain it."""
    foot = grid.foot
    while len(rows) > 1 and len(rows[-1]) == 1:
        only = rows[-1][0]
        cue = find_cue("caption", text[only.start : only.end])
        if cue is None or cue.rule != "source-line":
            break
        foot, rows = (only.start, only.end), rows[:-1]
    return foot, rows


def _is_box(text: str, rows: list[list[Entry]]) -> bool:
    """Whether a table of two columns gives a fact in each row, so that none is a head of the rows below.

    Two of its facts or more are words, and stand among the figures or above such as say more than a number.
    """
    facts = [text[row[1].start : row[1].end] for row in rows if len(row) == _BOX]
    values = [place for place, fact in enumerate(facts) if is_value(fact)]
    words = [place for place, fact in enumerate(facts) if not (has_trade_word(fact) or _DIGIT.search(fact))]
    if len(words) < _WORDED or not values:
        return False
    told = sum(not is_number(facts[place]) for place in values)
    return words[-1] > values[0] or 2 * told >= len(values)


def _head_rows(text: str, grid: Grid, rows: list[list[Entry]], *, box: bool) -> set[int]:
    """The rows that hold heads only: above the first figures, marked as such, or of one cell (a section)."""
    heads: set[int] = set()
    begun = box
    for row in rows:
        texts = [text[entry.start : entry.end] for entry in row]
        beyond = texts[1:] or texts
        figures = any(is_value(cell) and not is_year(cell) for cell in beyond)
        if box and len(row) == _BOX:
            begun = True
        elif (
            all(entry.marked for entry in row)
            or (row[0].row < grid.ruled and not figures)
            or (len(row) == 1 and not figures and not is_year(texts[0]))
            or not (begun or figures)
            or (not figures and _repeats(row, texts))
        ):
            heads.add(row[0].row)
        else:
            begun = True
    return heads


def _over_figures(text: str, rows: list[list[Entry]], heads: set[int]) -> list[list[Entry]]:
    """Head rows moved over their figures, where a conversion has lost the empty cell above the stub.

    They begin over the stub with the name of a flow, and end one column before the figures do.
    """
    above = [row for row in rows if row[0].row in heads and len(row) > 1]
    below = [row for row in rows if row[0].row not in heads]
    if not above or not below or any(row[0].column for row in (*above, *below)):
        return rows
    ends = [max(row[-1].column + row[-1].columns for row in part) for part in (above, below)]
    stub = [text[row[0].start : row[0].end] for row in below]
    named = has_trade_word(text[above[0][0].start : above[0][0].end])
    if ends[0] + 1 != ends[1] or not named or any(is_value(cell) and not is_year(cell) for cell in stub):
        return rows
    return [
        [replace(entry, column=entry.column + 1) for entry in row] if row[0].row in heads and len(row) > 1 else row
        for row in rows
    ]


def _reaching(rows: list[list[Entry]], heads: set[int]) -> list[list[Entry]]:
    """Heads of an upper row that reach over the empty cells to their right, as far as the row below has heads there."""
    made = []
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        parted = {entry.column for entry in below} if below and below[0].row in heads else set()
        upper = row[0].row in heads and len(row) > 1 and len(parted) > 1
        ends = [*(entry.column for entry in row[1:]), max(parted) + 1] if upper else []
        made.append([_over(entry, end, parted) for entry, end in zip(row, ends, strict=True)] if upper else row)
    return made


def _over(entry: Entry, end: int, parted: set[int]) -> Entry:
    reach = entry.columns
    while entry.column and entry.column + reach < end and {entry.column, entry.column + reach} <= parted:
        reach += 1
    return replace(entry, columns=reach)


def _repeats(row: Sequence[Entry], texts: Sequence[str]) -> bool:
    """A row of years, or of words in every column, among the figures: the heads of the next part."""
    return len(row) > 2 and (all(is_year(cell) for cell in texts[1:]) or not any(is_number(cell) for cell in texts))


def _head_cells(text: str, row: Sequence[Entry], width: int) -> list[Cell]:
    """The cells of a head row; one alone stands over the whole width."""
    if len(row) == 1 and row[0].columns == 1:
        row = [replace(row[0], column=0, columns=width)]
    return [_cell(text, entry, heading=True) for entry in row]


def _data_cells(text: str, row: Sequence[Entry], *, box: bool) -> list[Cell]:
    """The cells of a row of figures; its words are its heads. In one that only has words ("see note") the first is."""
    if box and len(row) == _BOX:
        return [_cell(text, entry, heading=entry is row[0] and entry.end - entry.start <= _LABEL) for entry in row]
    words = [entry for entry in row if entry.marked or not is_value(text[entry.start : entry.end])]
    if len(words) == len(row) and not any(has_trade_word(text[entry.start : entry.end]) for entry in row[1:]):
        words = words[:1]
    return [_cell(text, entry, heading=entry in words and entry.end - entry.start <= _LABEL) for entry in row]


def _cell(text: str, entry: Entry, *, heading: bool) -> Cell:
    return Cell(
        start=entry.start,
        end=entry.end,
        text=text[entry.start : entry.end],
        row=entry.row,
        column=entry.column,
        heading=heading,
        columns=entry.columns,
        rows=entry.rows,
        level=entry.level,
    )


def _years_as_heads(cells: list[Cell]) -> list[Cell]:
    """Years down the first column head their rows."""
    first = [cell for cell in cells if cell.column == 0 and not cell.heading]
    if not first or sum(is_year(cell.text) for cell in first) * 2 <= len(first):
        return cells
    return [
        replace(cell, heading=True) if cell.column == 0 and not cell.heading and is_year(cell.text) else cell
        for cell in cells
    ]


def _levelled(cells: list[Cell]) -> list[Cell]:
    """Row heads under a row head that names a flow: kept only where that is what stands above them."""
    tops = [cell for cell in cells if cell.heading and cell.level == 0 and has_trade_word(cell.text)]
    if tops:
        return cells
    return [replace(cell, level=0) if cell.level else cell for cell in cells]
