"""Times of several years, over which something moves from one amount to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pipeline.extract.period.timing import Timing
from pipeline.extract.row.items import Item, Sentence
from pipeline.period import YEAR, Period

_COUNTED: Final = frozenset({"window", "deictic-unit", "coming-unit"})
"""Rules of times that count years back, so that what moves starts from the year before the first of them."""
_MOVED_TO: Final = re.compile(
    r"(?:[TU][dvw]{0,2}|T[dvb]*[Q%](?:\([Q%]\))?,?|f[dvwK]{0,3}[Q%M][^Q%M;y,]{0,8},?)t[dvwK]{0,3}$"
)
_FROM: Final = re.compile(r"f[dvw]{0,3}$")
_ON_TO: Final = re.compile(r"[^Q%M;y,]{0,8}t[dvw]{0,3}([Q%M])")
_OPENING: Final = re.compile(r"[dvig]{0,3}")
_CLAUSE_ENDS: Final = frozenset(";y")


def moves_from(sentence: Sentence, figure: int) -> bool:
    """ "Fell from 30 % of the total to 20 %": whether something moves from the figure to another of its kind."""
    on = _ON_TO.match(sentence.codes, figure + 1)
    alike = on is not None and (on[1] == "Q") == (sentence.codes[figure] == "Q")
    return alike and _FROM.search(sentence.codes[:figure]) is not None


def is_years(period: Any) -> bool:
    """Whether a time is two whole calendar years or more."""
    return bool(period.months > YEAR and period.months % YEAR == 0 and period.first[1] == 1)


def end_reached(sentence: Sentence, figure: int, period: Any, told: Item | None, *, paired: bool) -> Any:
    """ "Rose to $5 billion over the past five years": the last of the years, for what was reached; else all of them.

    "2023-24" may be a year of that name, which begins in the one and ends in the other, where years can be ``paired``.
    """
    pair = paired and told is not None and told.ref.kind == "absolute" and period.months == 2 * YEAR
    reached = is_years(period) and not pair and _MOVED_TO.search(sentence.codes[:figure]) is not None
    return Period.of_year(period.last[0]) if reached else period


def start_of(item: Item, period: Any) -> Any:
    """The year that something moves from in a time of several years: the first named, or the one before those counted.

    "From 2018 to 2023" starts in 2018; "over the past five years", printed in 2024, in 2018 too.
    """
    return Period.of_year(period.first[0] - (item.ref.rule in _COUNTED))


def start_moved_from(timing: Timing, figure: int, main: Any) -> Any | None:
    """ "In the last ten years sales rose from $4 billion to $23 billion in 1986": the year that the move starts in.

    None where no time of several years is said of the figure: one that opens the sentence, or stands in its clause.
    """
    for item in _said_of(timing.sentence, figure):
        years = timing.resolve(item, timing.clock.settled)
        if years is None or not is_years(years):
            continue
        start = start_of(item, years).first[0]
        if main.months == YEAR:
            start += main.last[0] - years.last[0] if item.ref.rule in _COUNTED else 0
        elif years != main:
            continue
        if start < main.last[0]:
            return Period.of_year(start)
    return None


def _said_of(sentence: Sentence, figure: int) -> Iterator[Item]:
    codes = sentence.codes
    for at, item in enumerate(sentence.items):
        between = codes[min(at, figure) : max(at, figure)]
        if item.code == "P" and (_OPENING.fullmatch(codes[:at]) is not None or _CLAUSE_ENDS.isdisjoint(between)):
            yield item
