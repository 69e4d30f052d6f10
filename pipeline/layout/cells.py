"""A table as cells that know their heads: what a figure in it is a figure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType
from typing import Final

Span = tuple[int, int]

_DEEPEST: Final = 6  # levels of heads: no printed table has more


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its span, the line that titles it, the line that says where it is from, its cells row by row."""

    start: int
    end: int
    caption: Span | None = None
    foot: Span | None = None
    dated: Span | None = None
    """Where the time of all its figures is printed inside it."""
    cells: tuple[Cell, ...] = ()
    links: Mapping[Span, tuple[Cell, ...]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """The heads of the cell in each row and column."""

    def heads(self, cell: Cell) -> tuple[Cell, ...]:
        """The heads of a cell: of its row with what they stand under, then of its column, nearest first."""
        return self.links.get((cell.row, cell.column), ())


def link_heads(cells: Sequence[Cell]) -> Mapping[Span, tuple[Cell, ...]]:
    """The heads of every cell by its row and column, from all cells of a table in order."""
    above = _Above()
    beside = _Beside()
    links: dict[Span, tuple[Cell, ...]] = {}
    for row, group in groupby(cells, key=lambda cell: cell.row):
        line = list(group)
        if all(cell.heading for cell in line):
            above.add(line)
            beside.spanning += [cell for cell in line if cell.rows > 1]
            continue
        above.running = False
        own = beside.heads(row, line)
        for cell in line:
            rest = tuple(head for head in own if head is not cell)
            links[row, cell.column] = (*rest, *above.over(cell.column))
    return MappingProxyType(links)


@dataclass(slots=True, kw_only=True)
class _Above:
    """The head rows that hold for the rows to come: one group of them, and the section rows after or before it."""

    columns: dict[int, list[Cell]] = field(default_factory=dict)
    sections: list[Cell] = field(default_factory=list)
    depth: int = 0
    running: bool = False
    """The last row was one of heads."""

    def add(self, line: Sequence[Cell]) -> None:
        """Take a head row: a section replaces the sections of a former run, other heads also the heads."""
        section = len(line) == 1 and line[0].columns > 1
        if not self.running:
            self.sections, self.depth = [], 0
        self.running = True
        if section:
            self.sections.append(line[0])
            return
        if self.depth == 0:
            self.columns = {}
        self.depth += 1
        if self.depth <= _DEEPEST:
            for cell in line:
                for column in range(cell.column, cell.column + cell.columns):
                    self.columns.setdefault(column, []).append(cell)

    def over(self, column: int) -> Iterator[Cell]:
        """The heads over a column, nearest first, then the sections."""
        yield from reversed(self.columns.get(column, ()))
        yield from reversed(self.sections[-_DEEPEST:])


@dataclass(slots=True, kw_only=True)
class _Beside:
    """The row heads that hold for more than their own row."""

    spanning: list[Cell] = field(default_factory=list)
    under: list[Cell] = field(default_factory=list)
    """The row heads that later, deeper ones stand under, outermost first."""

    def heads(self, row: int, line: Sequence[Cell]) -> list[Cell]:
        """The heads of a row of figures, nearest to the figures first."""
        self.spanning = [cell for cell in self.spanning if row < cell.row + cell.rows]
        own = [cell for cell in reversed(line) if cell.heading]
        found = [*own, *(cell for cell in reversed(self.spanning) if cell.column < line[0].column + line[0].columns)]
        self.spanning += [cell for cell in line if cell.heading and cell.rows > 1]
        if own:
            level = min(cell.level for cell in own)
            while self.under and self.under[-1].level >= level:
                self.under.pop()
            found += reversed(self.under)
            self.under.append(own[-1])
        return found
