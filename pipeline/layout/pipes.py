"""Tables drawn with pipes: Markdown's and those that encyclopedias' dumps keep, ragged, cut off or without a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.layout.cells import Span, Table
from pipeline.layout.grid import Entry, Grid, bare, build_table, is_value
from pipeline.layout.lines import Line

_RULE: Final = re.compile(r"[|\s:+]*+-{2,}+[-|\s:+]*+")
_BOLD: Final = re.compile(r"\s*(?:\*\*|__|''')")
_DIGIT: Final = re.compile(r"\d")
_APART: Final = re.compile(r"\s{2,}(?=\S)")
_HEAD_LINES: Final = 8
"""Lines over which a head row may be broken."""
_MOST: Final = 400  # columns: beyond this a line is no row


@dataclass(slots=True, kw_only=True)
class _Draft:
    """The lines of one table as they are collected."""

    title: Line | None = None
    start: int = -1
    rows: list[Line] = field(default_factory=list)
    rule: int = -1
    """How many rows stood above the first rule; -1 before one is met."""
    end: int = 0


def find_piped(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The piped tables among the lines of a text, in order."""
    for draft in _drafts(text, _whole_heads(text, lines)):
        if len(draft.rows) < 2 or not _DIGIT.search(text, draft.rows[0].start, draft.end):
            continue
        if draft.rule >= 0 or len(draft.rows) > 2 or _is_framed(text, draft.rows):
            table = build_table(text, _grid(text, draft))
            if table is not None:
                yield table


def _whole_heads(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, with a head row of Markdown that was broken within its cells as one line again."""
    whole: list[Line] = []
    for line in lines:
        whole.append(line)
        if _RULE.fullmatch(text, line.start, line.end) is None:
            continue
        broken = _broken_head(text, whole)
        if broken:
            head = whole[-1 - broken]
            whole[-1 - broken : -1] = [head._replace(end=whole[-2].end)]
    return whole


def _broken_head(text: str, lines: Sequence[Line]) -> int:
    """How many lines right above the rule that ends ``lines`` make one row of as many cells; 0 where one does."""
    pipes, rule = 0, lines[-1]
    wanted = text.count("|", rule.start, rule.end)
    for above, line in enumerate(reversed(lines[-1 - _HEAD_LINES : -1]), start=1):
        pipes += text.count("|", line.start, line.end)
        if pipes == wanted:
            return above if above > 1 else 0
        if pipes > wanted or line.gap:
            return 0
    return 0


def _drafts(text: str, lines: Sequence[Line]) -> Iterator[_Draft]:
    draft = _Draft()
    for index, line in enumerate(lines):
        piece = text[line.start : line.end]
        if line.gap and draft.rows:
            yield draft
            draft = _Draft()
        if draft.start < 0 and "|" in piece:
            draft.start = draft.title.start if draft.title else line.start
        if _RULE.fullmatch(piece):
            if draft.rule < 0:
                draft.rule = len(draft.rows)
            draft.end = line.end
        elif "|" in piece:
            draft.rows.append(line)
            draft.end = line.end
        else:
            if draft.rows:
                yield draft
            draft = _Draft(title=line if _is_title(text, lines, index) else None)
    if draft.rows:
        yield draft


def _is_title(text: str, lines: Sequence[Line], index: int) -> bool:
    """A line over a rule over a row of pipes is a table's first row, of one cell."""
    if index + 2 >= len(lines) or lines[index + 1].gap or lines[index + 2].gap:
        return False
    rule, row = lines[index + 1], lines[index + 2]
    return _RULE.fullmatch(text, rule.start, rule.end) is not None and "|" in text[row.start : row.end]


def _is_framed(text: str, rows: Sequence[Line]) -> bool:
    """Whether every row begins and ends with a pipe, or begins with one while none is short."""
    starts = [text[row.start] == "|" for row in rows]
    return all(starts) and (len(rows) < 2 or sum(text[row.end - 1] == "|" for row in rows) * 2 > len(rows))


def _grid(text: str, draft: _Draft) -> Grid:
    framed = _is_framed(text, draft.rows)
    above: Span | None = (draft.title.start, draft.title.end) if draft.title else None
    entries: list[Entry] = []
    rows = [_fields(text, line, framed) for line in draft.rows]
    above, rows[0] = _title_in_front(text, rows, above)
    for row, fields in enumerate(rows):
        if row == 0 and fields:
            above, fields[0] = _split_title(text, fields[0], above)
        entries += _entries(text, fields, row)
    ruled = max(0, draft.rule) if not (draft.title and draft.rule == 0) else _second_rule(text, draft)
    return Grid(start=draft.start, end=draft.end, entries=tuple(_nested(text, entries)), caption=above, ruled=ruled)


def _second_rule(text: str, draft: _Draft) -> int:
    """Under a titled table's own rule: the rows down to the one before the first figures."""
    for row, line in enumerate(draft.rows):
        if any(is_value(part.strip()) for part in text[line.start : line.end].split("|")):
            return row
    return 0


def _fields(text: str, line: Line, framed: bool) -> list[Span]:
    """The spans between the pipes of a row, a frame's outer ones left out."""
    start, end = line.start, line.end
    if framed:
        start += 1
    if text[end - 1] == "|" and end > start:
        end -= 1
    parts = text[start:end].split("|", _MOST)
    spans: list[Span] = []
    for part in parts:
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _title_in_front(text: str, rows: Sequence[list[Span]], above: Span | None) -> tuple[Span | None, list[Span]]:
    """A head row with more cells than any row below it: its first cell, which no column is left for, is the title."""
    head = rows[0]
    surplus = len(head) - max((len(row) for row in rows[1:]), default=len(head))
    title = bare(text, head[0]) if head else None
    if above is not None or surplus <= 0 or title is None or any(bare(text, cell) for cell in head[1:surplus]):
        return above, head
    return title, head[surplus:]


def _split_title(text: str, span: Span, above: Span | None) -> tuple[Span | None, Span]:
    """A title that ran into the first cell: "Trade statistics  Year" is the table's name and the head of a column."""
    inner = bare(text, span)
    if inner is None or above is not None:
        return above, span
    gaps = list(_APART.finditer(text, *inner))
    if not gaps:
        return above, span
    return (inner[0], gaps[-1].start()), (gaps[-1].end(), inner[1])


def _entries(text: str, fields: Sequence[Span], row: int) -> Iterator[Entry]:
    for column, span in enumerate(fields):
        inner = bare(text, span)
        if inner is not None:
            bold = _BOLD.match(text, *span) is not None
            yield Entry(start=inner[0], end=inner[1], row=row, column=column, level=0 if bold else 1)


def _nested(text: str, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Levels are kept where the first column mixes bold and plain heads: the plain ones stand under the bold."""
    firsts = [entry.level for entry in entries if entry.column == 0 and not is_value(text[entry.start : entry.end])]
    mixed = 0 in firsts and 1 in firsts
    for entry in entries:
        level = entry.level if mixed and entry.column == 0 else 0
        yield Entry(start=entry.start, end=entry.end, row=entry.row, column=entry.column, level=level)
