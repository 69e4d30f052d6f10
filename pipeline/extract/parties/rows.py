"""Rows: figures that stand side by side and are given, one each, to a list before them ("…, respectively")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pipeline.extract.parties.governed import is_governed
from pipeline.extract.parties.sides import party_at
from pipeline.extract.query import Query, Slot
from pipeline.extract.row.brackets import brackets, without_brackets
from pipeline.extract.row.items import FIGURES
from pipeline.extract.row.words import speaks

_WITH_GOODS: Final = r"(?:[wv-]{0,3}[Cw][Cw-]*[tf][dv]*)?"
"""Before a member: which goods go to it, or come from it ("tin from Peru, zinc from Chile and gold from Cuba")."""
_PARTIES: Final = re.compile(rf"E(?:[dv]*,[dv]*{_WITH_GOODS}E)*[dv,]*&[dv]*{_WITH_GOODS}E")
_JOINTS: Final = frozenset(",&dv")
_LEADS: Final = frozenset("BTLSwuihdv@,bt")
"""What may stand between a list and its row."""
SHORTEST: Final = 2


@lru_cache(maxsize=256)  # asked for in turn by all who look for the two sides of a figure
def figure_row(codes: str, figure: int) -> tuple[int, ...]:
    """The figures of one kind that stand side by side with this one, with only commas and "and" between.

    What stands in brackets behind each of them parts nothing, and is a row of its own: "5 % ($2 billion) and 3 % (…)".
    """
    if codes[figure : figure + 1] not in FIGURES:
        return ()
    figures = [at for at, code in enumerate(codes) if code in FIGURES]
    host = _host(codes, figure)
    if host is None:
        return tuple(_row_of(codes, figures, figure))
    held = {before: at for at in figures if (before := _host(codes, at)) is not None}
    row = _row_of(codes, figures, host)
    return tuple(held[at] for at in row) if all(at in held for at in row) else ()


def _host(codes: str, figure: int) -> int | None:
    """The figure right before the brackets in which this one stands."""
    opening = next((first for first, last in brackets(codes) if first < figure < last), 0)
    before = codes[:opening].rstrip("dv")
    return len(before) - 1 if before[-1:] in FIGURES and before else None


def _row_of(codes: str, figures: Sequence[int], figure: int) -> list[int]:
    row: list[int] = []
    for index in figures:
        if codes[index] != codes[figure]:
            continue
        if row and set(without_brackets(codes[row[-1] + 1 : index])) - _JOINTS:
            if figure in row:
                break
            row = []
        row.append(index)
    return row if figure in row else []


def is_aligned(query: Query) -> bool:
    """Whether the figure is one of a row whose members go with those of a list."""
    row = figure_row(query.codes, query.figure)
    return len(row) >= SHORTEST and (
        speaks(query.sentence, "respectively") or _follows_list(query, row) or _given_each(query, row)
    )


def last_of_row(query: Query) -> int:
    """The last figure of a row that goes with a list: what stands behind it counts for all of them; else its own."""
    return figure_row(query.codes, query.figure)[-1] if is_aligned(query) else query.figure


def _given_each(query: Query, row: Sequence[int]) -> bool:
    """ "Sales to Peru, Cuba and Chile were $3, $2 and $1 billion": as many figures as the flow names partners."""
    runs = [*_PARTIES.finditer(query.codes, 0, row[0])]
    if not runs or not query.own or query.codes[query.figure] not in "Q%" or query.nominal.cue.code != "N":
        return False
    behind = query.codes[row[-1] + 1 :].lstrip("dv,i")
    both = behind.startswith("P") and behind[1:].lstrip("dv").startswith("&")  # "… in May and June"
    last, near = runs[-1], query.codes[runs[-1].end() : row[0]]
    inside = query.nominal.first <= last.start() < query.nominal.last
    return inside and query.codes.count("E", *last.span()) == len(row) and not (both or set(near) - _LEADS)


def _follows_list(query: Query, row: Sequence[int]) -> bool:
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
    row = figure_row(query.codes, query.figure)
    for run in _lists_of(query, row):
        members = [at for at in range(*run.span()) if query.codes[at] == "E"]
        which = not governed and query.codes[run.end() :].startswith((",W", "W"))  # "…, by Peru and Chile, which took"
        if which or is_governed(query.codes[: run.start()]) == governed:
            return party_at(query, members[row.index(query.figure)], "entry" if governed else "subject")
    return None


def aligned_members(query: Query) -> tuple[str, ...]:
    """All economies of the list that a row of figures goes with."""
    if not is_aligned(query):
        return ()
    runs = _lists_of(query, figure_row(query.codes, query.figure))
    items = query.sentence.items
    return tuple(items[at].ref.code for run in runs[:1] for at in range(*run.span()) if query.codes[at] == "E")


def _lists_of(query: Query, row: Sequence[int]) -> list[re.Match[str]]:
    """The lists of as many economies before a row, the last one first."""
    runs = reversed([*_PARTIES.finditer(query.codes, 0, row[0])])
    return [run for run in runs if query.codes.count("E", *run.span()) == len(row)]
