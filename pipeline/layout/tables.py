"""Tables in a text: piped, marked up or aligned, as cells that know their heads."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell, ``text[start:end]``, in row and column counted from 0; ``columns`` and ``rows`` are what it spans."""

    start: int
    end: int
    text: str
    row: int
    column: int
    heading: bool
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its span, the line that titles it, the line that gives its source, its cells by rows."""

    start: int
    end: int
    caption: Span | None = None
    foot: Span | None = None
    cells: tuple[Cell, ...] = ()

    def heads(self, cell: Cell) -> tuple[Cell, ...]:
        """The heads of a cell: of its row first, then of its column."""
        return ()


def find_tables(text: str) -> tuple[Table, ...]:
    """The tables of the text in order; they never overlap."""
    return ()
