"""Lists of a name and a figure or two a line under a line that says what they are: "Imports were as follows:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from pipeline.layout.cells import Span, Table
from pipeline.layout.cues import has_trade_word
from pipeline.layout.facts import looks_factual, names_list
from pipeline.layout.grid import Entry, Grid, build_table, is_number
from pipeline.layout.lines import Line
from pipeline.layout.spaced import names_a_row, row_fields, trailing_figures
from pipeline.lexicon import read_toml

_LEAD: Final = re.compile(r":[ \t]*$", re.MULTILINE)
_UNIT: Final = re.compile(r"[%％$€£¥₹₩]|[a-z]{2}")
_PERCENT: Final = re.compile(r"[%％]|per\s?cent|pct", re.IGNORECASE)
_REMARK: Final = re.compile(r"[ \t]?(?P<when>\((?:19|20)\d\d(?:[ ,][a-z.]{1,10})?\))?(?:\[\w{1,3}\])*$")
"""Behind the figures of a line: a time and marks of notes, "(2012 est.)[7]"."""
_PARTED: Final = re.compile(
    r"(?P<name>[^\W\d_][^\n|\d:;%$€£]{1,80}?)(?:[ \t]?[—–][ \t]?|[ \t]-{1,2}[ \t])(?P<figure>[^\n—–]{1,30})"
)
"""A name and its figure with a dash between: "Machinery—6.7 per cent"."""
_CLOSED: Final = ".;,"
"""What may close each line of a list."""
_LONGEST: Final = 200  # characters of a lead
_ROWS: Final = 3  # fewer are no list
_FIGURES: Final = 2  # at most on a line: an amount and its share


def looks_listed(text: str) -> bool:
    """A cheap test that is never wrongly false: a line ends with a colon, or names a list of partners or goods."""
    return _LEAD.search(text) is not None or looks_factual(text)


def find_listed(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The lists, in order, each as a table that its lead titles."""
    index = 0
    while index + _ROWS < len(lines):
        lead, end = lines[index], index + 1
        if _leads(text, lead):
            while end < len(lines) and _goes_on(text, lines, index, end):
                end += 1
        if end - index > _ROWS:
            rows = [_bare(text, line) for line in lines[index + 1 : end]]
            table = build_table(text, _grid(text, lead, rows))
            if table is not None:
                yield replace(table, dated=_dated(text, lines[index + 1 : end]))
        index = end


def _leads(text: str, line: Line) -> bool:
    """Whether a line names a flow or partners and announces what follows, and tells of nothing that rose or fell."""
    piece = text[line.start : line.end]
    if names_list(piece):
        return True
    named = has_trade_word(piece) or _words("partners").search(piece) is not None
    return piece.endswith(":") and len(piece) <= _LONGEST and named and _words("moving").search(piece) is None


@cache
def _words(name: str) -> re.Pattern[str]:
    words = read_toml("layout.toml")["table"][name]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _goes_on(text: str, lines: Sequence[Line], lead: int, at: int) -> bool:
    """Whether a line is the next entry; behind a blank line, or of partners, one that names no flow."""
    line = _bare(text, lines[at])
    figures = _figures(text, line)
    if not figures:
        return False
    if at == lead + 1:
        return True
    apart = lines[at].gap or names_list(text[lines[lead].start : lines[lead].end])
    if apart and has_trade_word(text[line.start : line.end]):
        return False
    return figures == _figures(text, _bare(text, lines[at - 1]))


def _bare(text: str, line: Line) -> Line:
    """A line without the time and the marks behind its figures, and without the stop that closes it."""
    if text[line.end - 1] in _CLOSED and _PARTED.fullmatch(text, line.start, line.end - 1):
        line = line._replace(end=line.end - 1)
    remark = _REMARK.search(text, line.start, line.end)
    return line if remark is None else line._replace(end=max(remark.start(), line.start + 1))


def _dated(text: str, rows: Sequence[Line]) -> Span | None:
    """The time in brackets behind the last of the lines, and behind no other: it is that of all of them."""
    whens = [remark.span("when") for line in rows if (remark := _REMARK.search(text, line.start, line.end))]
    told = [when for when in whens if when[0] >= 0]
    return told[0] if len(told) == 1 and told[0] == whens[-1] else None


def _fields(text: str, line: Line) -> list[Span]:
    """The words of a line that ends with figures; with a dash between, the name and the figure."""
    parted = _PARTED.fullmatch(text, line.start, line.end)
    if parted is not None and is_number(parted["figure"]):
        return [parted.span("name"), parted.span("figure")]
    return row_fields(text, line)


def _figures(text: str, line: Line) -> str:
    """Of what kinds the figures are with which a line ends, behind a name: "Q%"; empty where it is no entry."""
    fields = _fields(text, line)
    count = trailing_figures(text, fields) if fields else 0
    named = _PARTED.fullmatch(text, line.start, line.end) is not None or names_a_row(text, fields[:-count])
    if not 0 < count <= _FIGURES or not named or text[line.start].isdigit():
        return ""
    figures = [text[start:end] for start, end in fields[-count:]]
    if not all(_UNIT.search(figure) for figure in figures):
        return ""
    return "".join("%" if _PERCENT.search(figure) else "Q" for figure in figures)


def _grid(text: str, lead: Line, rows: Sequence[Line]) -> Grid:
    entries: list[Entry] = []
    for number, line in enumerate(rows):
        fields, count = _fields(text, line), len(_figures(text, line))
        entries.append(Entry(start=fields[0][0], end=fields[-count - 1][1], row=number, column=0, marked=True))
        for column, field in enumerate(fields[-count:], start=1):
            entries.append(Entry(start=field[0], end=field[1], row=number, column=column))
    return Grid(start=rows[0].start, end=rows[-1].end, entries=tuple(entries), caption=(lead.start, lead.end))
