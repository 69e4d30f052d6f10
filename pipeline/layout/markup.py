"""Tables whose HTML tags stand in the text itself; all offsets are the text's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pipeline.layout.cells import Span, Table
from pipeline.layout.grid import Entry, Grid, bare, build_table

_TAG: Final = re.compile(r"<(/?)(table|caption|thead|tbody|tfoot|tr|th|td)\b([^<>]*)>", re.IGNORECASE)
_SPAN: Final = re.compile(r"\b(col|row)span\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_WIDEST: Final = 200  # columns or rows that one cell may span
_MOST_COLUMNS: Final = 500  # of a table; nobody prints what would stand further right


@dataclass(slots=True, kw_only=True)
class _Reader:
    """What has been read of one table."""

    text: str
    start: int
    row: int = -1
    column: int = 0
    part: str = ""
    open: tuple[int, str, str] | None = None
    """Where the content of the open cell or caption begins, its tag and its attributes."""
    entries: list[Entry] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    """For each column the last row into which a cell above reaches."""
    caption: Span | None = None
    foot: Span | None = None

    def read(self, tag: re.Match[str]) -> None:
        """Take the next tag."""
        name, closing = tag.group(2).lower(), bool(tag.group(1))
        self._close(tag.start())
        if name in {"thead", "tbody", "tfoot"}:
            self.part = "" if closing else name
        elif name == "tr" and not closing:
            self.row, self.column = self.row + 1, 0
        elif name in {"td", "th", "caption"} and not closing:
            self.open = (tag.end(), name, tag.group(3))

    def _close(self, end: int) -> None:
        """The open cell or caption ends here."""
        if self.open is None:
            return
        start, name, attributes = self.open
        self.open = None
        inner = bare(self.text, (start, end))
        if name == "caption":
            self.caption = inner
        elif self.part == "tfoot":
            self.foot = self.foot or inner
        else:
            self._add(inner, name, attributes)

    def _add(self, inner: Span | None, name: str, attributes: str) -> None:
        spans = {key.lower(): min(int(size) or 1, _WIDEST) for key, size in _SPAN.findall(attributes)}
        columns, rows = spans.get("col", 1), spans.get("row", 1)
        row = max(self.row, 0)
        while self.taken.get(self.column, -1) >= row:
            self.column += 1
        columns = min(columns, _MOST_COLUMNS - self.column)
        if columns < 1:
            return
        if rows > 1:
            self.taken.update(dict.fromkeys(range(self.column, self.column + columns), row + rows - 1))
        if inner is not None:
            marked = name == "th" or self.part == "thead"
            self.entries.append(
                Entry(
                    start=inner[0],
                    end=inner[1],
                    row=row,
                    column=self.column,
                    columns=columns,
                    rows=rows,
                    marked=marked,
                )
            )
        self.column += columns


def find_marked_up(text: str) -> Iterator[Table]:
    """The tables between ``<table>`` tags, in order; one that is never closed ends where its last tag does."""
    reader: _Reader | None = None
    last = 0
    for tag in _TAG.finditer(text):
        begins = tag.group(2).lower() == "table"
        if begins and not tag.group(1) and reader is None:
            reader = _Reader(text=text, start=tag.start())
        elif reader is not None and begins and tag.group(1):
            yield _finish(reader, tag.start(), tag.end())
            reader = None
        elif reader is not None and not begins:
            reader.read(tag)
        last = tag.end()
    if reader is not None:
        yield _finish(reader, last, last)


def _finish(reader: _Reader, last: int, end: int) -> Table:
    """The table of all that was read; one without figures keeps its place and has no cells."""
    reader._close(last)
    grid = Grid(
        start=reader.start,
        end=end,
        entries=tuple(reader.entries),
        caption=reader.caption,
        foot=reader.foot,
    )
    return build_table(reader.text, grid) or Table(start=reader.start, end=end)
