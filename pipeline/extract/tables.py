"""Claims from tables: the slots of a figure come from the heads of its row and column and from what stands around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pipeline.claim import Claim, Evidence, claim_id
from pipeline.extract.cells import Figure, TableCells
from pipeline.extract.frame import Frame
from pipeline.extract.labels import Finder, Label, Labels
from pipeline.extract.parties import Slot
from pipeline.extract.setting import Placed, Setting, find_lines, read_setting
from pipeline.extract.tableslots import Reading, read_slots
from pipeline.layout import Cell, Table, find_tables


def read_tables(
    article: Any, passages: Sequence[Placed], frame: Frame, *, find: Finder, claims: Sequence[Claim] = ()
) -> tuple[Claim, ...]:
    """The claims of an article's tables in the order of the text.

    ``passages`` are its sentences, ``frame`` what its prose has settled, ``claims`` those that the prose gave, ``find``
    sees periods, economies, goods and sources in a piece of the text.
    """
    tables = [table for table in find_tables(article.text) if table.cells]
    labels = Labels(text=article.text, published=article.published, find=find, known={})
    return tuple(claim for table in tables for claim in _read_table(article, table, (passages, frame, claims, labels)))


def _read_table(article: Any, table: Table, given: tuple[Any, ...]) -> Iterator[Claim]:
    passages, frame, claims, labels = given
    lines = list(find_lines(table, passages, labels))
    heads = list(_heads(table, labels))
    setting = read_setting(table, lines, heads, frame.home)
    if not setting.trade:
        return
    if table.foot is not None:
        setting = replace(setting, foot=labels.read(table.foot, "foot"))
    settled = _settled(table, claims)
    cells = TableCells(table=table, labels=labels, setting=setting)
    for figure in cells.figures():
        reading = read_slots(figure, setting, cells)
        if reading is not None:
            yield _claim(article, figure, _dated(reading, settled))


def _heads(table: Table, labels: Labels) -> Iterator[Label]:
    """The heads of a table as labels: of rows, of columns, and those over the row heads (the corner)."""
    seen: set[tuple[int, int]] = set()
    for cell in table.cells:
        if cell.heading and not any(not c.heading for c in ()):
            continue
    for cell in table.cells:
        for head, place in placed_heads(table, cell):
            if (head.start, head.end) not in seen:
                seen.add((head.start, head.end))
                yield labels.read((head.start, head.end), place)


def placed_heads(table: Table, cell: Cell) -> Iterator[tuple[Cell, str]]:
    """The heads of a cell with the place that each has for it."""
    for head in table.heads(cell):
        over = head.row < cell.row and head.column <= cell.column < head.column + head.columns
        yield head, ("corner" if cell.heading else "column-head") if over else "row-head"
