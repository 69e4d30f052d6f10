"""Tiles: figures that stand alone on their lines, each with its label on the line below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.layout.cells import Table
from pipeline.layout.grid import Entry, Grid, build_table, is_number
from pipeline.layout.lines import Line, occurs

_TILES: Final = 3  # fewer may be anything
_LABEL: Final = 60  # characters: no label of a tile is longer
_FIGURE: Final = re.compile(r"^[-–−+~]?(?:[A-Z]{0,3}[$€£¥₹])?\d[^\n]{0,20}$", re.MULTILINE)
_UNIT: Final = re.compile(r"[^\d.,\s()+~−–-]")
"""What makes digits a figure of something: a currency, a percent sign, a scale; a bare number may be a rank."""
_STOPS: Final = (".", "!", "?", ":", ";")


def looks_tiled(text: str) -> bool:
    """A cheap test that is never wrongly false: enough lines begin with a figure and hold little more."""
    return occurs(_FIGURE, text, _TILES)


def find_tiles(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The runs of tiles among the lines, in order, each as a table of labels and figures."""
    index = 0
    while index < len(lines):
        end = index
        while end + 1 < len(lines) and _is_tile(text, lines[end], lines[end + 1]):
            end += 2
        if end - index >= 2 * _TILES:
            table = build_table(text, _grid(lines[index:end]))
            if table is not None:
                yield table
        index = max(end, index + 1)


def _is_tile(text: str, figure: Line, label: Line) -> bool:
    value, said = text[figure.start : figure.end], text[label.start : label.end]
    alone = is_number(value) and _UNIT.search(value) is not None
    return alone and not label.gap and len(said) <= _LABEL and not is_number(said) and not said.endswith(_STOPS)


def _grid(lines: Sequence[Line]) -> Grid:
    """The label of each tile as the head of a row, and the figure above it in the one column."""
    entries: list[Entry] = []
    for row, (figure, label) in enumerate(zip(lines[::2], lines[1::2], strict=True)):
        entries.append(Entry(start=label.start, end=label.end, row=row, column=0, marked=True))
        entries.append(Entry(start=figure.start, end=figure.end, row=row, column=1))
    return Grid(start=lines[0].start, end=lines[-1].end, entries=tuple(entries))
