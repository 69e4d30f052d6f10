"""The figures of a cell, and the heads that stand over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pipeline.extract.table.labels import Label, Labels
from pipeline.layout import Cell, Table
from pipeline.quantity import CellUnit, CurrencyContext, Quantity, find_quantities, read_cell

_DIGIT: Final = re.compile(r"\d")
_PROSE: Final = 240  # characters: a longer cell is no list of figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure of a cell: what it is, ``[start, end)`` in the article, and the figure as printed with its sign.

    Where the cell is a list, ``label`` is the name before the figure, ``whole`` all its words, which may tell a time.
    """

    quantity: Quantity
    start: int
    end: int
    printed: str
    label: Label | None = None
    whole: Label | None = None


def row_heads(table: Table, cell: Cell) -> Iterator[tuple[Cell, str]]:
    """The heads of a cell, those of its row first, each with the place that it has for the cell."""
    for head in table.heads(cell):
        over = head.row < cell.row and head.column <= cell.column < head.column + head.columns
        yield head, ("corner" if cell.heading else "column-head") if over else "row-head"


def placed_heads(table: Table) -> list[tuple[Cell, str]]:
    """Every head of a table once: of columns, of rows, and those over the row heads (the corner)."""
    found: dict[tuple[int, int], tuple[Cell, str]] = {}
    for cell in table.cells:
        for head, place in row_heads(table, cell):
            known = found.get((head.start, head.end))
            if known is None or known[1] == "corner":
                found[head.start, head.end] = (head, place)
    return [found[key] for key in sorted(found)]


def cell_entries(
    labels: Labels, cell: Cell, unit: CellUnit | None, context: CurrencyContext | None = None
) -> Iterator[Entry]:
    """The figure of a cell, and one in brackets behind it; of a cell with words each figure with the name before it."""
    figure = read_cell(cell.text, unit, context)
    bracket = cell.text.find("(", 1)
    if figure is not None:
        yield _entry(cell, 0, figure)
    elif bracket > 0 and (figure := read_cell(cell.text[:bracket], unit, context)) is not None:
        yield replace(_entry(cell, 0, figure), whole=labels.read((cell.start, cell.end), "cell"))
        change = read_cell(cell.text[bracket:], None, context)
        if change is not None:
            yield _entry(cell, bracket, change)
    elif len(cell.text) <= _PROSE and _DIGIT.search(cell.text):
        yield from _listed(labels, cell, context)


def _entry(cell: Cell, offset: int, figure: Quantity) -> Entry:
    start, end = cell.start + offset + figure.start, cell.start + offset + figure.end
    return Entry(quantity=figure, start=start, end=end, printed=cell.text[offset : offset + figure.end])


def _listed(labels: Labels, cell: Cell, context: CurrencyContext | None) -> Iterator[Entry]:
    """The figures of a list with units of their own: "Spain 8%, Italy 5% (2023)"."""
    whole = labels.read((cell.start, cell.end), "cell")
    at = 0
    for figure in find_quantities(cell.text, context=context):
        if figure.unit is None or figure.kind == "rank":
            continue
        span = _trimmed(cell.text, at, figure.start)
        at = figure.end
        label = labels.read((cell.start + span[0], cell.start + span[1]), "cell") if span else None
        yield Entry(
            quantity=figure, start=cell.start + figure.start, end=cell.start + figure.end,
            printed=cell.text[max(0, figure.start - 1) : figure.end].strip(), label=label, whole=whole,
        )  # fmt: skip


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words between two figures of a cell without the marks around them; None where there are none."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ".)":
        end -= 1
    return (start, end) if start < end else None
