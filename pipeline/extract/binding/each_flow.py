"""Flows named one after the other, and as many figures behind them: one each, in order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.row_ahead import row_around
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.passages import Passage

_ROW: Final = re.compile(r"[Q%](?:[dv]*(?:,|,?&)[dv]*[Q%])+")
_VERB: Final = re.compile(r"[dvwA]*[TL]{1,2}[dvwb]*")
_TIMES: Final = re.compile(r"[dv,i]*P[dv]*&")
"""Behind a row of figures that go with times and not with flows ("rose 5 % and 3 % in May and June")."""
_DIRECTED: Final = frozenset({"export", "import"})


def each_of_row(passage: Passage, binding: Binding) -> Binding | None:
    """ "Re-exports, domestic exports and imports rose 12 %, 4 % and 10 %": each figure is of its own flow."""
    codes, nominal = passage.sentence.codes, binding.nominal
    row = row_around(_ROW, codes, binding.figure)
    if nominal is None or row is None or _TIMES.match(codes, row.end()):
        return None
    places = [at for at in range(*row.span()) if codes[at] in "Q%"]
    run = _run_before(passage, row.start())
    if len(run) != len(places) or len({codes[at] for at in places}) > 1:
        return None
    own, owners = run[places.index(binding.figure)], next((one.owners for one in run if one.owners), ())
    own = replace(own, owners=own.owners or owners)
    return replace(binding, nominal=own, rule="each-flow", side="before", previous=None)


def _run_before(passage: Passage, figure: int) -> list[Nominal]:
    """The flows that stand one after the other in front of the verb of a row; none where one alone does."""
    codes = passage.sentence.codes
    before = [one for one in passage.nominals if one.first >= 0 and one.last <= figure]
    if not before or not _VERB.fullmatch(codes[before[-1].last : figure]):
        return []
    run = [before.pop()]
    while before and codes[before[-1].last : run[0].first].rstrip("dvwL").lstrip("dv") in {",", "&", ",&"}:
        run.insert(0, before.pop())
    several = len({one.flow for one in run} & _DIRECTED) > 0 and all(one.flow in _DIRECTED for one in run)
    return run if several and len(run) > 1 else []
