"""From the groups of a matched rule to what it means; None where the numbers cannot be that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from pipeline.period.grammar import grammar
from pipeline.period.meaning import OPEN, Ending, Fixed, Meaning, Pair, Part, Unsettled, Year
from pipeline.period.relative import UNIT_MONTHS, Around, Beside, Recalled, Same, Shift, ToDate, WholeYear
from pipeline.period.value import Period, count_months, shift_month
from pipeline.period.years import Groups, full_year, month_number, number, year_of

_MID_MONTH: Final = 15
_ANY_YEAR: Final = 2000
_SEASON: Final = 12
"""Months of a season or fiscal year."""
_FEWEST_MONTHS: Final = 2
"""Days within one month, or about the turn of one, are those of an event."""


def build(meaning: str, groups: Groups) -> Meaning | None:
    """The meaning that the rule's groups make."""
    return _BUILDERS[meaning](groups)


def _part(groups: Groups, first: int, last: int) -> Meaning | None:
    year = year_of(groups)
    return None if year is None else Part(first=first, last=last, year=year, ordinal=True)


def _named(groups: Groups, first: int, last: int) -> Meaning | None:
    year = year_of(groups)
    return None if year is None else Part(first=first, last=last, year=year)


def _count(groups: Groups) -> int:
    return number(groups.get("n", "1"))


def _unit(groups: Groups) -> tuple[str, int]:
    """The unit and how many of it make one that is printed: a decade is ten years."""
    unit = groups["u"].lower().rstrip("s")
    return ("year", 10) if unit == "decade" else (unit, 1)


def _year(groups: Groups) -> Meaning:
    return Fixed(period=Period.of_year(int(groups["y"])))


def _years(groups: Groups) -> Meaning | None:
    first, last = int(groups["y0"]), int(groups["y"])
    return Fixed(period=Period.of_years(first, last)) if first < last else None


def _pair(groups: Groups) -> Meaning | None:
    first, second = int(groups["label"]), int(groups["label2"])
    last = full_year(groups["label2"], after=first)
    if last == first + 1:
        return Pair(label=first)
    if len(groups["label2"]) == 1:
        return None
    turns = second < first % 100  # 1998-02 is rather a month than a span into the next century
    return Fixed(period=Period.of_years(first, last)) if last > first and not (turns and second <= 12) else None


def _pair_months(groups: Groups) -> Meaning | None:
    """A season between two months, or its first months: "the first six months of 1996/97 (Oct-Sept)"."""
    first, last = int(groups["label"]), full_year(groups["label2"], after=int(groups["label"]))
    start, end = (first, month_number(groups["m"])), (last, month_number(groups["m2"]))
    if last != first + 1 or count_months(start, end) != _SEASON:
        return None
    return Fixed(period=Period.starting(start, _count(groups) if "n" in groups else _SEASON))


def _decade(groups: Groups) -> Meaning:
    first = int(groups["dec"])
    return Fixed(period=Period.of_years(first, first + 9))


def _month(groups: Groups) -> Meaning | None:
    month = month_number(groups["m"])
    return _named(groups, month, month)


def _deictic_month(groups: Groups) -> Meaning:
    month = month_number(groups["m"])
    if groups["rel"].lower() == "this":
        return Part(first=month, last=month, year=Year(base="published"))
    return Part(first=month, last=month, choice="past" if groups["rel"].lower() == "last" else "next")


def _months(groups: Groups) -> Meaning | None:
    return _named(groups, month_number(groups["m"]), month_number(groups["m2"]))


def _months_across(groups: Groups) -> Meaning | None:
    first = int(groups["y0"]), month_number(groups["m"])
    last = int(groups["y"]), month_number(groups["m2"])
    return Fixed(period=Period(first=first, last=last)) if first < last else None


def _days_across(groups: Groups) -> Meaning | None:
    """The months between two days, those included that lie in it for the most part; None where that is none or one.

    One month is enough where the first day is its first, as customs count.
    """
    opening, closing = month_number(groups["m"]), month_number(groups["m2"])
    told = "y0" in groups and "y" in groups
    years = (int(groups["y0"]), int(groups["y"])) if told else (_ANY_YEAR, _ANY_YEAR + (closing < opening))
    first = shift_month((years[0], opening), int(_day(groups["d"]) > _MID_MONTH))
    last = shift_month((years[1], closing), -int(_day(groups["d2"]) < _MID_MONTH))
    if count_months(first, last) < (1 if _day(groups["d"]) == 1 else _FEWEST_MONTHS):
        return None
    if told:
        return Fixed(period=Period(first=first, last=last))
    return _named(groups, first[1], last[1])


def _day(printed: str) -> int:
    return int(printed.rstrip("stndrh"))


def _iso_month(groups: Groups) -> Meaning:
    return Fixed(period=Period.of_month((int(groups["y0"]), int(groups["mm"]))))


def _iso_day(groups: Groups) -> Meaning:
    year, month = groups["y"], groups["mm"]
    return Fixed(period=Period.of_month((int(year), int(month))))


def _first_months(groups: Groups) -> Meaning | None:
    count = _count(groups)
    return _part(groups, 1, count) if 1 <= count <= 12 else None


def _so_far(groups: Groups) -> Meaning | None:
    if "half" in groups:
        return _part(groups, 1, 6)
    return _first_months(groups) if 2 <= _count(groups) <= 11 else None


def _last_months(groups: Groups) -> Meaning | None:
    count = _count(groups)
    return _part(groups, 13 - count, 12) if 1 <= count <= 12 else None


def _first_quarters(groups: Groups) -> Meaning | None:
    return _part(groups, 1, 3 * number(groups["nq"]))


def _ordinal(groups: Groups) -> int:
    ordinal: int = grammar().words["ordinal"][groups["o"].lower()]
    return ordinal


def _ordinal_alone(groups: Groups) -> Meaning:
    """As if of months: its unit stands elsewhere."""
    return Part(first=_ordinal(groups), last=_ordinal(groups), ordinal=True)


def _quarter(groups: Groups) -> Meaning | None:
    quarter = int(groups["q"]) if "q" in groups else _ordinal(groups)
    return _part(groups, 3 * quarter - 2, 3 * quarter)


def _half(groups: Groups) -> Meaning | None:
    half = int(groups["h"]) if "h" in groups else min(2, _ordinal(groups))
    return _part(groups, 6 * half - 5, 6 * half)


def _last_part(groups: Groups) -> Meaning | None:
    return _part(groups, 10 if groups["part"].lower() == "quarter" else 7, 12)


def _code_part(groups: Groups) -> Meaning | None:
    return _quarter(groups) if "q" in groups else _half(groups)


def _fiscal_part(groups: Groups) -> Meaning:
    """ "The fiscal first half": the latest that is over, counted from the start of the economy's fiscal year."""
    if "over" in groups:  # "the fiscal year just ended"
        return Part(first=1, last=12, year=Year(base="fiscal-open"), ordinal=True)
    part = _half(groups) if "h" in groups or groups.get("part", "").lower() == "half" else _quarter(groups)
    assert isinstance(part, Part)  # both are
    return replace(part, year=Year(base="fiscal-open"))


def _month_quarter(groups: Groups) -> Meaning | None:
    month = month_number(groups["m"])
    return _named(groups, (month - 3) % 12 + 1, month)


def _season(groups: Groups) -> Meaning | None:
    first, last = grammar().words["season"][groups["season"].lower()]
    if label := groups.get("label"):
        year = int(label)
        return Fixed(period=Period.starting((year, first), 3)) if first == 12 else None
    return _named(groups, first, last)


def _fiscal_year(groups: Groups) -> Meaning | None:
    return _part(groups, 1, 12)


def _ending(groups: Groups) -> Meaning | None:
    count = _count(groups)
    if "u" in groups:
        count = 3 if groups["u"].lower() == "quarter" else 6
    end = _month(groups)
    return None if end is None or not 1 <= count <= 60 else Ending(months=count, end=end)


def _year_ending(groups: Groups) -> Meaning | None:
    end = _month(groups)
    return None if end is None else Ending(months=12, end=end)


def _quarters_ending(groups: Groups) -> Meaning | None:
    end = _quarter(groups)
    return None if end is None else Ending(months=3 * _count(groups), end=end)


def _year_until(groups: Groups) -> Meaning | None:
    """From January to the month of a day, or to the one before its first; the first days of a year end nothing."""
    last = month_number(groups["m"])
    year = year_of(groups)
    if last == 1 or year is None:
        return None
    return Part(first=1, last=last - ("opens" in groups), year=year, choice="begun")


def _deictic_unit(groups: Groups) -> Meaning:
    direction = grammar().words["direction"][groups["rel"].lower()]
    unit, many = _unit(groups)
    if direction == 0:
        return Around(unit="decade" if many > 1 else unit, first=0, last=0)
    return _around(unit, direction * many)


def _around(unit: str, number: int) -> Meaning:
    return Around(unit=unit, first=number, last=-1) if number < 0 else Around(unit=unit, first=1, last=number)


def _to_date(groups: Groups) -> Meaning:
    if "m" in groups:
        running = Year(base="given", number=int(groups["y"])) if "y" in groups else Year(base="published")
        return Part(first=1, last=month_number(groups["m"]), year=running)
    year = year_of(groups)
    return ToDate(year=None if year is None or year.base == "open" else year)


def _window(groups: Groups) -> Meaning:
    rel, (unit, many) = groups["rel"].lower(), _unit(groups)
    aside = grammar().words["aside"]
    if rel in aside:
        return Beside(unit=unit, number=aside[rel] * many * _count(groups))
    return _around(unit, grammar().words["direction"][rel] * many * _count(groups))


def _ago(groups: Groups) -> Meaning:
    unit, many = _unit(groups)
    back = -many * _count(groups)
    if back == -1:
        return Shift(unit=unit, number=back, or_published=True)
    return Around(unit=unit, first=back, last=back)


def _earlier(groups: Groups) -> Meaning:
    unit, many = _unit(groups)
    sign = 1 if groups["way"].lower() == "later" else -1
    return Shift(unit=unit, number=sign * many * _count(groups))


def _previous_unit(groups: Groups) -> Meaning:
    unit, many = _unit(groups)
    return Beside(unit="year", number=-10) if many > 1 else Shift(unit=unit, number=-1)


def _following_unit(groups: Groups) -> Meaning:
    return Shift(unit=_unit(groups)[0], number=1)


def _same(groups: Groups) -> Meaning | None:
    year = year_of(groups)
    return None if year is None else Same(year=year)


def _recalled(groups: Groups) -> Meaning | None:
    year = year_of(groups)
    if year is None:
        return None
    if "rn" in groups:
        return Recalled(months=number(groups["rn"]), year=year)
    words = groups["unit"].lower()
    return Recalled(months=UNIT_MONTHS.get(words.split()[0].split("-")[0]), year=year)


def _that(groups: Groups) -> Meaning:
    if _unit(groups)[0] == "year":
        return Part(first=1, last=12, year=Year(base="anchor"), ordinal=True)
    return Same(year=OPEN)


_BUILDERS: Final[Mapping[str, Callable[[Groups], Meaning | None]]] = {
    "year": _year,
    "years": _years,
    "pair": _pair,
    "pair-months": _pair_months,
    "decade": _decade,
    "month": _month,
    "deictic-month": _deictic_month,
    "months": _months,
    "months-across": _months_across,
    "days-across": _days_across,
    "iso-month": _iso_month,
    "iso-day": _iso_day,
    "first-months": _first_months,
    "months-code": _first_months,
    "so-far": _so_far,
    "last-months": _last_months,
    "first-quarters": _first_quarters,
    "quarter": _quarter,
    "half": _half,
    "ordinal-alone": _ordinal_alone,
    "last-part": _last_part,
    "code-part": _code_part,
    "fiscal-part": _fiscal_part,
    "month-quarter": _month_quarter,
    "season": _season,
    "fiscal": _fiscal_year,
    "reference": _fiscal_year,
    "ending": _ending,
    "year-ending": _year_ending,
    "quarters-ending": _quarters_ending,
    "year-until": _year_until,
    "deictic-unit": _deictic_unit,
    "past-year": lambda _: Around(unit="month", first=-12, last=-1),
    "to-date": _to_date,
    "window": _window,
    "ago": _ago,
    "earlier": _earlier,
    "year-earlier": lambda groups: Shift(unit="year", number=-1, or_published="ago" in groups),
    "previous-unit": _previous_unit,
    "following-unit": _following_unit,
    "same": _same,
    "that": _that,
    "recalled": _recalled,
    "whole-year": lambda _: WholeYear(),
    "year-on-year": lambda _: Shift(unit="year", number=-1),
    "month-on-month": lambda _: Shift(unit="month", number=-1),
    "quarter-on-quarter": lambda _: Shift(unit="quarter", number=-1),
    "rate": lambda _: Unsettled(),
    "day": _month,
}
