"""Periods that are counted from another: from the article's date or from the main period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from pipeline.period.fiscal import calendar_told
from pipeline.period.meaning import OPEN, Part, When, Year
from pipeline.period.value import Month, Period, shift_month

UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "semester": 6, "year": 12, "decade": 120}
"""The calendar units that periods are counted in, in months."""
MANY_MONTHS: Final = 5
"""Months that are rather the year so far than any so many."""
JUST_OVER: Final = 3
"""Months after which figures of trade are old: offices publish within that time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Calendar units counted from that of publication: last month is -1 to -1, the past three years -3 to -1."""

    unit: str
    first: int
    last: int

    @property
    def kind(self) -> str:
        """Always ``deictic``."""
        return "deictic"

    def resolve(self, when: When) -> Period | None:
        """The units before or after that of publication."""
        if when.today is None:
            return None
        return count_units(_unit_with(when.today, self.unit), self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The main period moved: a year earlier, the following year, the previous month, two quarters before.

    Months and quarters move only a main period that is one; of any other, "the previous month" is not settled.
    ``or_published`` lets "a year ago" count from publication where there is no main period.
    """

    unit: str
    number: int
    or_published: bool = False

    @property
    def kind(self) -> str:
        """Always ``anaphoric``."""
        return "anaphoric"

    def resolve(self, when: When) -> Period | None:
        """The main period, moved."""
        anchor = when.anchor
        if anchor is None:
            fallback = Around(unit=self.unit, first=self.number, last=self.number)
            return fallback.resolve(when) if self.or_published else None
        months = anchor.months if self.unit == "period" else UNIT_MONTHS[self.unit]
        if months * self.number % UNIT_MONTHS["year"] and anchor.months != months:
            return None
        return shift_within_era(anchor, months * self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A window that ends where the main period begins, or begins where it ends: the preceding three years."""

    unit: str
    number: int

    @property
    def kind(self) -> str:
        """Always ``anaphoric``."""
        return "anaphoric"

    def resolve(self, when: When) -> Period | None:
        """The window, counted in months."""
        if when.anchor is None:
            return None
        months = UNIT_MONTHS[self.unit] * self.number
        if months < 0:
            return Period.starting(shift_month(when.anchor.first, months), -months)
        return Period.starting(shift_month(when.anchor.last, 1), months)


_LAST_YEARS: Final = (Year(base="published", number=-1), Year(base="fiscal-published", number=-1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """The months of the main period in another year: the same period of 2022, the same month last year."""

    year: Year

    @property
    def kind(self) -> str:
        """``anaphoric``, or ``deictic`` where publication gives the year."""
        return "deictic" if self.year.base == "published" else "anaphoric"

    def resolve(self, when: When) -> Period | None:
        """The main period in the other year; "the same month last year" is never the main period itself."""
        if when.anchor is None or self.year.base == "open":
            return when.anchor
        if self.year.base in {"fiscal", "fiscal-published", "fiscal-anchor"}:
            part = Part(first=when.anchor.first[1], last=when.anchor.last[1], year=self.year)
            return part.resolve(when) or (when.anchor.a_year_before() if self.year in _LAST_YEARS else None)
        opening = self.year.opening(when)
        if opening is None:
            return when.anchor.a_year_before() if self.year in _LAST_YEARS else None
        moved = shift_within_era(when.anchor, 12 * (opening[0] - when.anchor.last[0]))
        if self.year.base == "published" and moved == when.anchor:
            return moved.a_year_before()
        return moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """The time that the text is on, by its length: the month, these seven months; the period under review.

    That is the main period if it is so long, else the latest such that figures were for, else a month that ends it.

    ``months`` is the length that the words give; None where they give none. ``year`` moves it to another year.
    """

    months: int | None
    year: Year = OPEN

    @property
    def kind(self) -> str:
        """Always ``anaphoric``."""
        return "anaphoric"

    def resolve(self, when: When) -> Period | None:
        """The time recalled, in the year that the words give."""
        found = self._recalled(when)
        if found is None or self.year.base == "open":
            return found
        return Same(year=self.year).resolve(replace(when, anchor=found))

    def _is_meant(self, period: Period) -> bool:
        """Whether a time is so long; a month is no "period" where the text has longer ones."""
        return period.months == self.months if self.months else period.months > 1

    def _up_to(self, anchor: Period | None) -> Period | None:
        """ "For the five months", behind figures for May: those from January on."""
        if anchor is None or anchor.months != 1 or anchor.first[1] != self.months:
            return None
        return Period(first=(anchor.first[0], 1), last=anchor.last)

    def _just_over(self, when: When) -> Period | None:
        """ "In nine months", printed in September or soon after: those of the year that are just over."""
        if self.months is None or not MANY_MONTHS <= self.months < UNIT_MONTHS["year"] or when.published is None:
            return None
        period = Period(first=(when.published.year, 1), last=(when.published.year, self.months))
        late = when.published.month - self.months > JUST_OVER
        return None if late or not period.over_by(when.published) else period

    def _recalled(self, when: When) -> Period | None:
        anchor = when.anchor
        if anchor is not None and self._is_meant(anchor):
            return anchor
        alike = [period for period in when.recent if self._is_meant(period)]
        if alike:
            return max(alike, key=lambda period: period.last)
        if self.months is None:
            return anchor
        if self.months != 1:
            return self._up_to(anchor) or self._just_over(when)
        if anchor is not None:
            return Period.of_month(anchor.last) if anchor.months < UNIT_MONTHS["year"] else None
        return None if when.today is None else Period.of_month(shift_month(when.today, -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeYear:
    """The year that the text is on, where it says so of a figure: for the year, the year's total.

    That is the year of the main period, the fiscal year where months are counted from its start; with no main period
    the year of publication, in its first months the one just over.
    """

    @property
    def kind(self) -> str:
        """Always ``anaphoric``."""
        return "anaphoric"

    def resolve(self, when: When) -> Period | None:
        """The twelve months."""
        anchor = when.anchor
        if anchor is None:
            return None if when.today is None else Period.of_year(shift_month(when.today, -JUST_OVER)[0])
        if anchor.months >= UNIT_MONTHS["year"]:
            return anchor if anchor.months == UNIT_MONTHS["year"] else None
        calendar = calendar_told(when.fiscal, told=when.fiscal_told)
        if not calendar.is_calendar and anchor.first[1] == calendar.start:
            return Period.starting(calendar.opening_around(anchor.first), UNIT_MONTHS["year"])
        return Period.of_year(anchor.last[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDate:
    """The months of a year up to the one that the text is on, else to that before publication: so far this year.

    ``year`` is given where the words name it: so far in 2019, so far this fiscal year.
    """

    year: Year | None = None

    @property
    def kind(self) -> str:
        """Always ``deictic``."""
        return "deictic"

    def resolve(self, when: When) -> Period | None:
        """The months of the year up to the main period, if that is a month just over; else to that before publication.

        In the first month of the year, that month. A year that is given and long over is meant whole.
        """
        year, main, today = self._year(when), when.anchor, when.today
        if year is None:
            return None
        if main is not None and main.months == 1 and _is_fresh(main.last, today) and year.contains(main):
            return year.up_to(main.last)
        return year if today is None else year.up_to(max(year.first, min(year.last, shift_month(today, -1))))

    def _year(self, when: When) -> Period | None:
        """The twelve months that it is a part of: with no year given that of the month before publication."""
        main, today = when.anchor, when.today
        if self.year is not None:
            opening = self.year.opening(when)
            return None if opening is None else Period.starting(opening, UNIT_MONTHS["year"])
        on_month = main is not None and main.months == 1 and _is_fresh(main.last, today)
        if main is not None and on_month and (today is None or main.last[0] == shift_month(today, -1)[0]):
            return Period.of_year(main.last[0])
        return None if today is None else Period.of_year(today[0])


def _is_fresh(month: Month, today: Month | None) -> bool:
    """Whether a month is one of the last that are over, of which offices publish their figures."""
    return today is None or shift_month(today, -JUST_OVER) <= month < today


def shift_within_era(period: Period, months: int) -> Period | None:
    """The period moved, or None where that would leave the years that a date can have."""
    first, last = shift_month(period.first, months), shift_month(period.last, months)
    return Period(first=first, last=last) if first[0] >= 1 and last[0] <= 9999 else None


def count_units(unit: Period, first: int, last: int) -> Period | None:
    """From the ``first`` to the ``last`` period of the same length, counted from ``unit``."""
    left = shift_within_era(unit, first * unit.months)
    right = shift_within_era(unit, last * unit.months)
    return None if left is None or right is None else Period(first=left.first, last=right.last)


def _unit_with(month: Month, unit: str) -> Period:
    length = UNIT_MONTHS[unit]
    start = (month[0] * 12 + month[1] - 1) // length * length
    return Period.starting((start // 12, start % 12 + 1), length)
