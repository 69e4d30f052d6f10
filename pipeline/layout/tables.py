"""Tables in a text: piped, marked up, aligned, pasted with one blank between columns, tiles, lists of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from pipeline.layout.aligned import find_aligned, looks_aligned
from pipeline.layout.cells import Cell, Span, Table
from pipeline.layout.cues import find_cue
from pipeline.layout.facts import find_facts, looks_factual
from pipeline.layout.flattened import find_flattened, looks_flattened
from pipeline.layout.lines import Line, find_lines, occurs
from pipeline.layout.listed import find_listed, looks_listed
from pipeline.layout.markup import find_marked_up
from pipeline.layout.pipes import find_piped
from pipeline.layout.spaced import find_spaced, looks_spaced
from pipeline.layout.tiles import find_tiles, looks_tiled

__all__ = ["Cell", "Table", "find_tables"]

_MARKUP: Final = re.compile(r"<table\b", re.IGNORECASE)
_PIPED: Final = re.compile(r"^[^\n|]*\|", re.MULTILINE)
_CAPTION: Final = 160  # characters: a longer line above a table is a paragraph
_BROKEN: Final = 3
"""Lines that a caption may have been broken into, but for the last."""
_STOPS: Final = (".", "!", "?")
_EMPHASIS: Final = "*_#= \t\u00a0"


@lru_cache(maxsize=4)  # triage, blocks and the reader of tables ask for the same text
def find_tables(text: str) -> tuple[Table, ...]:
    """The tables of the text in order; they never overlap."""
    kinds = [find for looks, find in _KINDS if looks(text)]
    marked = list(find_marked_up(text)) if _MARKUP.search(text) else []
    if not (marked or kinds):
        return ()
    tables, lines = marked, _outside(find_lines(text), marked)
    for find in kinds:
        found = list(find(text, lines))
        tables, lines = tables + found, _outside(lines, found)
    tables = sorted(tables, key=lambda table: table.start)
    return tuple(_surrounded(text, tables, find_lines(text)))


def _looks_piped(text: str) -> bool:
    return "|" in text and occurs(_PIPED, text, 2)


_KINDS: Final = (
    (_looks_piped, find_piped),
    (looks_aligned, find_aligned),
    (looks_tiled, find_tiles),
    (looks_factual, find_facts),
    (looks_flattened, find_flattened),
    (looks_spaced, find_spaced),
    (looks_listed, find_listed),
)
"""What may show that a text has tables of a kind, and what finds them among the lines that are in none before."""


def _outside(lines: Sequence[Line], tables: Sequence[Table]) -> list[Line]:
    """The lines that touch no table."""
    kept: list[Line] = []
    at = 0
    for line in lines:
        while at < len(tables) and tables[at].end <= line.start:
            at += 1
        if at == len(tables) or line.end <= tables[at].start:
            kept.append(line)
    return kept


def _surrounded(text: str, tables: Sequence[Table], lines: Sequence[Line]) -> Iterator[Table]:
    """The tables with the lines just above and below them as caption and foot, where they have none inside."""
    at = 0
    for table in tables:
        while at < len(lines) and lines[at].start < table.start:
            at += 1
        above = _paragraph(text, lines, at - 1) if at and lines[at - 1].end <= table.start else None
        below = next((line for line in lines[at : at + 1 + _rows(text, table)] if line.start >= table.end), None)
        yield replace(
            table,
            caption=table.caption or (_caption(text, above) if above else None),
            foot=table.foot or (_foot(text, below) if below else None),
        )


def _paragraph(text: str, lines: Sequence[Line], last: int) -> Line:
    """The line with those before it that it goes on from, where a short paragraph was broken into lines."""
    line = lines[last]
    for above in reversed(lines[max(0, last - _BROKEN) : last]):
        if line.gap or line.end - above.start > _CAPTION or text[above.start : above.end].endswith(_STOPS):
            break
        line = line._replace(start=above.start, gap=above.gap)
    return line


def _rows(text: str, table: Table) -> int:
    return text.count("\n", table.start, table.end) + 1


def _caption(text: str, line: Line) -> Span | None:
    """A short line above a table that is no sentence, without the marks of a heading or of emphasis."""
    piece = text[line.start : line.end]
    if len(piece) > _CAPTION or piece.endswith(_STOPS) or any(mark in piece for mark in ("|", "\t", "  ")):
        return None
    inner = piece.strip(_EMPHASIS)
    start = line.start + piece.find(inner)
    return (start, start + len(inner)) if inner and find_cue("boilerplate", inner) is None else None


def _foot(text: str, line: Line) -> Span | None:
    cue = find_cue("caption", text[line.start : line.end])
    return (line.start, line.end) if cue and cue.rule == "source-line" else None
