"""The figures of a cell, and the heads that stand over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.labels import Label, Labels
from pipeline.layout import Cell, Table
from pipeline.quantity import CellUnit, CurrencyContext, Quantity, find_quantities, read_cell

_PROSE = 240  # characters: a longer cell is no list of figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure of a cell, with offsets of the article; ``label`` is the name beside it where the cell is a list.

    ``printed`` is the figure as printed with the sign before it.
    """

    quantity: Quantity
    printed: str
    label: Label | None = None
    whole: Label | None = None
    """The cell's words, for the time that they tell."""


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
    """The figure of a cell; of a cell with words each figure with the name before it."""
    figure = read_cell(cell.text, unit, context)
    if figure is not None:
        yield Entry(quantity=_moved(figure, cell.start), printed=cell.text)
        return
    if len(cell.text) > _PROSE:
        return
    whole = labels.read((cell.start, cell.end), "cell")
    figures = [q for q in find_quantities(cell.text, context=context) if q.unit is not None and q.kind != "rank"]
    at = 0
    for figure in figures:
        span = _trimmed(cell.text, at, figure.start)
        at = figure.end
        label = labels.read((cell.start + span[0], cell.start + span[1]), "cell") if span else None
        printed = cell.text[max(0, figure.start - 1) : figure.end].strip()
        yield Entry(quantity=_moved(figure, cell.start), printed=printed, label=label, whole=whole)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words between two figures of a cell without the marks around them; None where there are none."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ".)":
        end -= 1
    return (start, end) if start < end else None


def _moved(figure: Quantity, offset: int) -> Quantity:
    return replace(figure, start=figure.start + offset, end=figure.end + offset)
