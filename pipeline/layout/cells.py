"""A table as cells that know their heads: what a figure in it is a figure of."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell that is not empty: ``text`` is ``article[start:end]``, bare of markup at its ends.

    ``row`` and ``column`` count from 0; ``columns`` and ``rows`` are how many it spans. ``level`` is the depth of a row
    head that belongs under another one ("Goods" under "Total exports").
    """

    start: int
    end: int
    text: str
    row: int
    column: int
    heading: bool
    columns: int = 1
    rows: int = 1
    level: int = 0

    def covers(self, column: int) -> bool:
        """Whether the cell stands over, or in, this column."""
        return self.column <= column < self.column + self.columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its span, the line that titles it, the line that says where it is from, its cells row by row."""

    start: int
    end: int
    caption: Span | None = None
    foot: Span | None = None
    cells: tuple[Cell, ...] = ()

    def heads(self, cell: Cell) -> tuple[Cell, ...]:
        """The heads of a cell: those of its row, nearest first and with what they stand under, then of its column."""
        return (*self._row_heads(cell), *self._column_heads(cell))

    def _row_heads(self, cell: Cell) -> tuple[Cell, ...]:
        """The heads in the cell's row, then the less indented row heads that they stand under."""
        heads = [
            head
            for head in reversed(self.cells)
            if head.heading
            and head is not cell
            and head.row <= cell.row < head.row + head.rows
            and not cell.covers(head.column)
        ]
        level = min((head.level for head in heads), default=0)
        for head in reversed(self.cells):
            if head.row < cell.row and head.heading and head.level < level and not self._is_head_row(head.row):
                heads.append(head)
                level = head.level
        return tuple(heads)

    def _column_heads(self, cell: Cell) -> tuple[Cell, ...]:
        """The heads over the cell, nearest first: one group of head rows, or a section row and the group above it."""
        found: list[Cell] = []
        below = cell.row
        sections_only = True
        for row in sorted({head.row for head in self.cells if head.heading and head.row < cell.row}, reverse=True):
            if not self._is_head_row(row):
                continue
            section = self._is_section(row)
            if row != below - 1 and found and (section or not sections_only):
                break
            found += [head for head in self._row(row) if head.covers(cell.column)]
            sections_only = sections_only and section
            below = row
        return tuple(found)

    def _row(self, row: int) -> list[Cell]:
        return [cell for cell in self.cells if cell.row == row]

    def _is_head_row(self, row: int) -> bool:
        return all(cell.heading for cell in self._row(row))

    def _is_section(self, row: int) -> bool:
        cells = self._row(row)
        return len(cells) == 1 and cells[0].columns > 1
