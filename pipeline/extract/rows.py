"""Rows: figures that stand side by side and are given, one each, to a list before them ("…, respectively")."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.items import FIGURES
from pipeline.extract.query import Query, Slot
from pipeline.extract.sides import is_governed, party_at
from pipeline.extract.words import speaks

_PARTIES: Final = re.compile(r"E(?:[dv]*,[dv]*E)*[dv,]*&[dv]*E")
_JOINTS: Final = frozenset(",&dv")
_LEADS: Final = frozenset("BTLSwuihdv@,")
"""What may stand between a list and its row."""
SHORTEST: Final = 2


def figure_row(query: Query) -> list[int]:
    """The figures of one kind that stand side by side with this one, with only commas and "and" between."""
    codes, kind = query.codes, query.codes[query.figure : query.figure + 1]
    if kind not in FIGURES:
        return []
    row: list[int] = []
    for index in query.sentence.figures():
        if codes[index] != kind:
            continue
        if row and set(codes[row[-1] + 1 : index]) - _JOINTS:
            if query.figure in row:
                break
            row = []
        row.append(index)
    return row if query.figure in row else []


def is_aligned(query: Query) -> bool:
    """Whether the figure is one of a row whose members go with those of a list."""
    row = figure_row(query)
    return len(row) >= SHORTEST and (speaks(query.sentence, "respectively") or _follows_list(query, row))


def _follows_list(query: Query, row: list[int]) -> bool:
    """ "Japan and Hong Kong followed on 14 % and 13 %": a list of as many subjects right before the row."""
    behind = query.codes[row[-1] + 1 :].lstrip("dv,i")
    runs = [*_PARTIES.finditer(query.codes, 0, row[0])]
    if not runs or behind.startswith("P"):
        return False
    run, near = runs[-1], query.codes[runs[-1].end() : row[0]]
    members = query.codes.count("E", *run.span())
    return members == len(row) and not set(near) - _LEADS and not is_governed(query.codes[: run.start()])


def aligned_party(query: Query, *, governed: bool) -> Slot | None:
    """The figure's own member of the last list of as many economies before its row.

    ``governed``: the list stands behind a preposition ("with Canada and China"), else it is the subject of its clause.
    """
    if not is_aligned(query):
        return None
    row = figure_row(query)
    for run in reversed([*_PARTIES.finditer(query.codes, 0, row[0])]):
        members = [at for at in range(*run.span()) if query.codes[at] == "E"]
        if len(members) == len(row) and is_governed(query.codes[: run.start()]) == governed:
            return party_at(query, members[row.index(query.figure)], "entry" if governed else "subject")
    return None
