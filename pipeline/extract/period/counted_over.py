"""Over how long a change is counted: "up 20 % in three years", "doubled within a decade"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.period.grammar import grammar
from pipeline.period.relative import UNIT_MONTHS
from pipeline.period.years import number

if TYPE_CHECKING:
    import re

    from pipeline.extract.row.items import Sentence


class Counted(NamedTuple):
    """So many months, and the characters of the article that say so."""

    months: int
    start: int
    end: int


def counted_over(sentence: Sentence, figure: int) -> Counted | None:
    """How long a change takes, where words right behind it say so."""
    behind = sentence.items[figure].end
    found = _pattern().match(sentence.text, behind - sentence.start)
    if found is None:
        return None
    inside = (
        item for item in sentence.items if item.code == "P" and behind <= item.start < sentence.start + found.end()
    )
    if any(item.ref.kind == "absolute" or item.ref.rule == "months-of" for item in inside):
        return None  # "up 14 % over seven months of 2023": a time of the calendar
    unit = (found["u"] or found["one"] or found["all"]).lower().rstrip("s")
    start, end = found.span()
    spoken = start + len(found[0]) - len(found[0].lstrip())
    months = UNIT_MONTHS[unit] * number(found["n"] or "one")
    return Counted(months=months, start=sentence.start + spoken, end=sentence.start + end)


@cache
def _pattern() -> re.Pattern[str]:
    return grammar().context["counted_over"]
