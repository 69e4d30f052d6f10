"""What a printed period means before the article's date and its main period are known.

Each meaning turns a :class:`When` into a :class:`Period`, or into None where ``When`` lacks what it needs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from pipeline.period.fiscal import CALENDAR, FiscalCalendar, fiscal_calendar
from pipeline.period.value import Month, Period, shift_month

UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
"""The calendar units that periods are counted in, in months."""

_COMMON_START: Final = FiscalCalendar(start=4, named_by="end")
"""With an unknown economy, named months of "2023-24" are read as of a year from April or July: the two agree on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What a period is resolved against: the main period, the article's date, and the economy of fiscal years."""

    anchor: Period | None = None
    published: date | None = None
    fiscal: str | None = None

    @property
    def today(self) -> Month | None:
        """The month of publication."""
        return None if self.published is None else (self.published.year, self.published.month)


class Meaning(Protocol):
    """Something that a printed period can mean."""

    @property
    def kind(self) -> str:
        """``absolute``, ``partial``, ``deictic`` or ``anaphoric``."""

    def resolve(self, when: When) -> Period | None:
        """The period, where ``when`` settles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A period that says everything itself."""

    period: Period

    @property
    def kind(self) -> str:
        """Always ``absolute``."""
        return "absolute"

    def resolve(self, when: When) -> Period | None:  # noqa: ARG002 - the protocol's signature
        """The period itself."""
        return self.period


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """A cue that names no time: "a year" as a rate, "annually"."""

    kind: str = "rate"

    def resolve(self, when: When) -> Period | None:  # noqa: ARG002 - the protocol's signature
        """Always None."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The year that a part belongs to.

    ``base`` is ``given`` (``number`` is the year), ``open``, ``published`` or ``anchor`` (``number`` years later), and the
    same for fiscal years: ``fiscal`` (``number`` is the label, ``pair`` where printed as 2023-24), ``fiscal-published``.
    """

    base: str
    number: int = 0
    pair: bool = False

    @property
    def kind(self) -> str:
        """How the year is known."""
        return _KIND_OF_BASE[self.base]

    def opening(self, when: When, *, named: bool = False) -> Month | None:
        """The month in which the year begins; ``named`` where only months named in it are asked for."""
        if self.base == "given":
            return self.number, 1
        if self.base == "published":
            return None if when.published is None else (when.published.year + self.number, 1)
        if self.base == "anchor":
            return None if when.anchor is None else (when.anchor.last[0] + self.number, 1)
        return self._fiscal_opening(when, named=named)

    def _fiscal_opening(self, when: When, *, named: bool) -> Month | None:
        calendar = fiscal_calendar(when.fiscal) if when.fiscal else _COMMON_START if named and self.pair else None
        if calendar is None:
            return None
        if self.base == "fiscal":
            return calendar.opening(self.number, pair=self.pair)
        if when.today is None:
            return None
        year, start = calendar.opening_around(when.today)
        return year + self.number, start


_KIND_OF_BASE: Final = {
    "given": "absolute",
    "fiscal": "absolute",
    "open": "partial",
    "published": "deictic",
    "fiscal-published": "deictic",
    "anchor": "anaphoric",
}
OPEN: Final = Year(base="open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Months of a year: of the calendar (October) or, where ``ordinal``, counted from its start (the first nine)."""

    first: int
    last: int
    year: Year = OPEN
    ordinal: bool = False
    ahead: bool = False
    """Whether an open year is the next one rather than the latest: "by December"."""

    @property
    def kind(self) -> str:
        """As its year is known."""
        return self.year.kind

    @property
    def length(self) -> int:
        """How many months the part has; a last month before the first lies in the following year."""
        return (self.last - self.first) % 12 + 1

    def resolve(self, when: When) -> Period | None:
        """The part in its year; with an open year the latest that can be over when the article appears."""
        if self.year.base == "open":
            return self._resolve_open(when)
        opening = self.year.opening(when, named=not self.ordinal)
        return None if opening is None else self._within(opening)

    def _within(self, opening: Month) -> Period:
        if self.ordinal:
            return Period.starting(shift_month(opening, self.first - 1), self.length)
        year, start = opening
        if start == 1 and self.last < self.first:  # "the November-March period of 2024" is named by its end
            return Period.starting((year - 1, self.first), self.length)
        return Period.starting((year if self.first >= start else year + 1, self.first), self.length)

    def _resolve_open(self, when: When) -> Period | None:
        if when.published is None:
            return None if when.anchor is None else self._within((when.anchor.last[0], 1))
        latest = Period.starting((when.published.year + 1, self.first), self.length)
        return self._next(latest, when.published) if self.ahead else self._latest(latest, when.published)

    def _latest(self, period: Period, published: date) -> Period:
        today = (published.year, published.month)
        while not (period.over_by(published) or (self.length == 1 and period.last == today)):
            period = period.a_year_before()
        return period

    def _next(self, period: Period, published: date) -> Period:
        while period.a_year_before().last >= (published.year, published.month):
            period = period.a_year_before()
        return period


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
        if months < 12 and self.number and anchor.months != months:
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
        opening = self.year.opening(when)
        if opening is None:
            return when.anchor.a_year_before() if self.year == Year(base="published", number=-1) else None
        moved = shift_within_era(when.anchor, 12 * (opening[0] - when.anchor.last[0]))
        if self.year.base == "published" and moved == when.anchor:
            return moved.a_year_before()
        return moved


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDate:
    """January to the month before publication: so far this year, the year to date."""

    @property
    def kind(self) -> str:
        """Always ``deictic``."""
        return "deictic"

    def resolve(self, when: When) -> Period | None:
        """The months of the publication year that are over; in January, January."""
        if when.today is None:
            return None
        year, month = when.today
        return Period(first=(year, 1), last=(year, max(1, month - 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """So many months up to and with an end: the year to March, the three months ended 30 September 2024."""

    months: int
    end: Meaning

    @property
    def kind(self) -> str:
        """As its end is known."""
        return self.end.kind

    def resolve(self, when: When) -> Period | None:
        """The months that end with the end's last month."""
        end = self.end.resolve(when)
        return None if end is None else Period.starting(shift_month(end.last, 1 - self.months), self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two neighbouring years as 2023-24 with no other word: a fiscal year where the economy has one, else two years."""

    label: int

    @property
    def kind(self) -> str:
        """Always ``absolute``."""
        return "absolute"

    def resolve(self, when: When) -> Period | None:
        """The fiscal year of an economy whose fiscal year is not the calendar year, else the span of both years."""
        calendar = fiscal_calendar(when.fiscal) if when.fiscal else CALENDAR
        if calendar.is_calendar:
            return Period.of_years(self.label, self.label + 1)
        return calendar.year(self.label, pair=True)


def with_year(meaning: Meaning, year: Year) -> Meaning:
    """The same months in another year; meanings without a year of their own stay as they are."""
    if isinstance(meaning, Part):
        return replace(meaning, year=year)
    return meaning


def looking_ahead(meaning: Meaning) -> Meaning:
    """The same months, an open year being the next one: a deadline lies ahead."""
    return replace(meaning, ahead=True) if isinstance(meaning, Part) else meaning


def is_open(meaning: Meaning) -> bool:
    """Whether the months are known and the year is not."""
    return isinstance(meaning, Part) and meaning.year.base == "open"


def shift_within_era(period: Period, months: int) -> Period | None:
    """The period moved, or None where that would leave the years that a date can have."""
    first, last = shift_month(period.first, months), shift_month(period.last, months)
    return Period(first=first, last=last) if 1 <= first[0] and last[0] <= 9999 else None


def count_units(unit: Period, first: int, last: int) -> Period | None:
    """From the ``first`` to the ``last`` period of the same length, counted from ``unit``."""
    left = shift_within_era(unit, first * unit.months)
    right = shift_within_era(unit, last * unit.months)
    return None if left is None or right is None else Period(first=left.first, last=right.last)


def _unit_with(month: Month, unit: str) -> Period:
    length = UNIT_MONTHS[unit]
    start = (month[0] * 12 + month[1] - 1) // length * length
    return Period.starting((start // 12, start % 12 + 1), length)
