"""A period: a closed interval of calendar months, the time that a printed figure is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from pipeline.errors import ParseError

Month = tuple[int, int]
"""A calendar month: ``(year, month)`` with months from 1 to 12."""

_POINT: Final = re.compile(
    r"""
    (?P<year>[0-9]{4})
    (?:-(?: (?P<month>0[1-9]|1[0-2])
          | Q(?P<quarter>[1-4])
          | H(?P<half>[12]) ))?
    """,
    re.VERBOSE,
)


YEAR: Final = 12
"""Months of a year."""


def shift_month(month: Month, months: int) -> Month:
    """The month that is ``months`` later (earlier, where negative)."""
    year, index = divmod(month[0] * 12 + month[1] - 1 + months, 12)
    return year, index + 1


def count_months(first: Month, last: Month) -> int:
    """How many months ``first`` to ``last`` are, both included."""
    return (last[0] - first[0]) * 12 + last[1] - first[1] + 1


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Period:
    """A closed interval of months; two forms of the same time (first quarter, January to March) are equal.

    >>> str(Period.parse("2024-01/2024-03"))
    '2024-Q1'
    >>> Period.parse("2024-Q1").a_year_before() == Period.parse("2023-01/2023-03")
    True
    """

    first: Month
    last: Month

    def __post_init__(self) -> None:
        for year, month in (self.first, self.last):
            if not (1 <= year <= 9999 and 1 <= month <= 12):
                raise ValueError(f"no such month: {year}-{month}")
        if self.first > self.last:
            raise ValueError(f"a period cannot end before it begins: {self.first} to {self.last}")

    @classmethod
    def of_year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(first=(year, 1), last=(year, 12))

    @classmethod
    def of_years(cls, first: int, last: int) -> Period:
        """The calendar years from ``first`` to ``last``, both included."""
        return cls(first=(first, 1), last=(last, 12))

    @classmethod
    def of_month(cls, month: Month) -> Period:
        """The single month."""
        return cls(first=month, last=month)

    @classmethod
    def starting(cls, first: Month, months: int) -> Period:
        """The period of ``months`` months that begins with ``first``."""
        return cls(first=first, last=shift_month(first, months - 1))

    @staticmethod
    @lru_cache(maxsize=1 << 12)  # the same few, time and again, for what is carried from sentence to sentence
    def parse(notation: str) -> Period:
        """The period that the specification's notation means.

        ``2024``, ``2024-03``, ``2024-Q1``, ``2024-H1``, or two of these joined by a slash: ``2018/2023``.
        """
        left, slash, right = notation.partition("/")
        first = _parse_point(left, notation=notation)
        last = _parse_point(right, notation=notation) if slash else first
        try:
            return Period(first=first.first, last=last.last)
        except ValueError as error:
            raise ParseError(str(error), source=notation, span=(0, len(notation))) from error

    def __str__(self) -> str:
        (first_year, first_month), (last_year, last_month) = self.first, self.last
        if (first_month, last_month) == (1, 12):
            return f"{first_year:04}" if first_year == last_year else f"{first_year:04}/{last_year:04}"
        if self.first == self.last:
            return f"{first_year:04}-{first_month:02}"
        if last_month % self.months == 0:  # of three or six months, none that runs over New Year
            if self.months == 3:
                return f"{first_year:04}-Q{last_month // 3}"
            if self.months == 6:
                return f"{first_year:04}-H{last_month // 6}"
        return f"{first_year:04}-{first_month:02}/{last_year:04}-{last_month:02}"

    @property
    def months(self) -> int:
        """How many months the period has."""
        return count_months(self.first, self.last)

    @property
    def year(self) -> int | None:
        """The calendar year that the period lies in; None where it touches two."""
        return self.first[0] if self.first[0] == self.last[0] else None

    @property
    def is_year(self) -> bool:
        """Whether the period is exactly one calendar year."""
        return self.months == 12 and self.first[1] == 1

    def shift(self, months: int) -> Period:
        """The period of the same length that begins ``months`` later."""
        return Period(first=shift_month(self.first, months), last=shift_month(self.last, months))

    def through(self, other: Period) -> Period:
        """All the time from the beginning of this period to the end of the other."""
        return Period(first=self.first, last=other.last)

    def up_to(self, month: Month) -> Period:
        """All the time from the beginning of this period to a month."""
        return Period(first=self.first, last=month)

    def contains(self, other: Period) -> bool:
        """Whether every month of ``other`` is one of this period."""
        return self.first <= other.first and other.last <= self.last

    def before(self, other: Period) -> bool:
        """Whether this period is over when ``other`` begins."""
        return self.last < other.first

    def a_year_before(self) -> Period:
        """The same months one year earlier."""
        return self.shift(-12)

    def preceding(self) -> Period:
        """The period of the same length that ends where this one begins."""
        return self.shift(-self.months)

    def over_by(self, day: date) -> bool:
        """Whether the last month has ended on ``day``, or ends within its last days."""
        month = (day.year, day.month)
        return self.last < month or (self.last == month and day.day >= _MONTH_IS_OVER_FROM)


_MONTH_IS_OVER_FROM: Final = 28
"""From this day on, a text may already speak of its month as of one that is over."""


def _parse_point(point: str, *, notation: str) -> Period:
    found = _POINT.fullmatch(point)
    if found is None:
        start = notation.find(point)
        raise ParseError("not a period such as 2024-Q1", source=notation, span=(start, start + len(point)))
    year = int(found["year"])
    if year == 0:
        raise ParseError("there is no year 0", source=notation, span=(0, 4))
    if found["month"]:
        return Period.of_month((year, int(found["month"])))
    if found["quarter"]:
        return Period.starting((year, 3 * int(found["quarter"]) - 2), 3)
    if found["half"]:
        return Period.starting((year, 6 * int(found["half"]) - 5), 6)
    return Period.of_year(year)
