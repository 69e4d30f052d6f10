"""Failures that need no more than two voices: "the two sources differ" is a finding, "five do not add up" is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.search import Failure, ladder, printed_ranges

_VOICES: Final = 12
"""Voices about one relation that are paired; beyond, only the first are."""


def between_two(failures: Sequence[Failure], rows: Sequence[Row], voices: Mapping[str, str]) -> Iterator[Failure]:
    """Each failure as it is, where one or two voices make it, else between the first two voices that make it alone."""
    alone: dict[Flow, list[Row]] | None = None
    for failure in failures:
        if len({voices[claim] for claim in failure.claims}) <= 2:
            yield failure
            continue
        if alone is None:
            alone = _single(rows)
        narrowed = _narrowed(failure, alone, voices)
        if narrowed is not None:
            yield narrowed


def _single(rows: Sequence[Row]) -> dict[Flow, list[Row]]:
    alone: dict[Flow, list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.terms) == 1:
            alone[row.terms[0][0]].append(row)
    return alone


def _narrowed(failure: Failure, alone: Mapping[Flow, list[Row]], voices: Mapping[str, str]) -> Failure | None:
    figures = [row for flow, _ in failure.row.terms for row in alone.get(flow, ())]
    own = {voices[claim] for claim in failure.row.claims}
    heard = dict.fromkeys(voices[claim] for row in figures for claim in row.claims)
    speaking = [voice for voice in heard if voice not in own][:_VOICES]
    for pair in combinations(speaking, 2 - len(own)) if len(own) <= 2 else ():
        both = own.union(pair)
        kept = [row for row in figures if all(voices[claim] in both for claim in row.claims)]
        found = ladder([failure.row], printed_ranges(kept))
        if found:
            return found[0]
    return None
