"""Rows: figures that stand side by side and are given, one each, to a list before them ("…, respectively")."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.query import Query, Slot
from pipeline.extract.sides import is_governed, party_at
from pipeline.extract.words import speaks

_PARTIES: Final = re.compile(r"E(?:[dv]*,[dv]*E)*[dv,]*&[dv]*E")
_JOINTS: Final = frozenset(",&dv")
SHORTEST: Final = 2


def figure_row(query: Query) -> list[int]:
    """The figures of one kind that stand side by side with this one, with only commas and "and" between."""
    codes, kind = query.codes, query.codes[query.figure]
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
    return speaks(query.sentence, "respectively") and len(figure_row(query)) >= SHORTEST


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
