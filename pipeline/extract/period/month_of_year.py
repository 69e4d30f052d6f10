"""A month as its sentence means it: of the year that was told before, or one that need not be over."""

from __future__ import annotations

import re
from typing import Any, Final

from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import says
from pipeline.period import YEAR

_PART: Final = re.compile(r"[lh][dvw]{0,3}[Q%M][dvVw]{0,4}i?$")
"""Before the month: "of which", "including" or "with", and the part."""
_LIST_OF_MONTHS: Final = re.compile(r"P(?:,?[&y]?[dvLi]{0,3}(?:[Q%][dvi]{0,3})?P){1,11}")
"""Months with a figure each: "in January, $4 billion in February and $5 billion in March 2024"."""

_YEAR_BEHIND: Final = re.compile(r"P'?[dvC]{0,2}N[dv]*i?P(?=[dvA]*[LTU])")
"""A month before a flow, and a time behind it, before the verb."""


def in_year_told(sentence: Sentence, item: Item, found: Any) -> Any:
    """ "Exports were $50 billion in 2022, of which $5 billion in March": March of the year that the whole is for."""
    at = sentence.items.index(item)
    if _PART.search(sentence.codes[:at]) is None:
        return found
    told = (other.ref for other in reversed(sentence.items[:at]) if other.code == "P" and other.ref.kind == "absolute")
    whole = next((year for one in told if (year := one.resolve()) is not None and year.months >= YEAR), None)
    if whole is None:
        return found
    month = found
    while month.first > whole.last:
        month = month.a_year_before()
    return month if whole.contains(month) else found


def year_behind(sentence: Sentence, item: Item) -> Item | None:
    """ "The January surplus last year", "May exports in 1986": the year that stands behind what the month is for."""
    at = sentence.items.index(item)
    found = _YEAR_BEHIND.match(sentence.codes, at)
    return None if found is None else sentence.items[found.end() - 1]


def has_begun(sentence: Sentence, item: Item) -> bool:
    """ "By early October": the month need not be over."""
    at = sentence.items.index(item)
    return at > 0 and says(sentence.items[at - 1], "month_begun")


def next_dated(sentence: Sentence, at: int) -> int | None:
    """The next time that is named with its year, with nothing but more months and their figures in between."""
    found = _LIST_OF_MONTHS.match(sentence.codes, at)
    if found is None:
        return None
    places = [place for place in range(at + 1, found.end()) if sentence.codes[place] == "P"]
    dated = (place for place in places if sentence.items[place].ref.kind == "absolute")
    return next(dated, None)


def last_before(month: Any, dated: Any | None) -> Any | None:
    """The last such month that is over when a dated time is."""
    if dated is None:
        return None
    found = month.resolve(anchor=dated)
    return found.a_year_before() if found is not None and found.last > dated.last else found
