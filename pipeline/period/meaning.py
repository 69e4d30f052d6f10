"""What a printed period means before the article's date and its main period are known.

Each meaning turns a :class:`When` into a :class:`Period`, or into None where ``When`` lacks what it needs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from pipeline.period.fiscal import CALENDAR, FiscalCalendar, fiscal_calendar
from pipeline.period.value import YEAR, Month, Period, shift_month

_COMMON_START: Final = FiscalCalendar(start=4, named_by="end")
"""With an unknown economy, named months of "2023-24" are read as of a year from April: July agrees."""


_ESTIMATED: Final = 24
"""The day from which on offices estimate the figures of months that end with the running one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What a period is resolved against: the main period, the article's date, and the economy of fiscal years."""

    anchor: Period | None = None
    published: date | None = None
    fiscal: str | None = None
    fiscal_told: bool = False
    """Whether the text counts its months from the start of that fiscal year."""
    recent: tuple[Period, ...] = ()
    """The periods that figures were for, the last one first."""

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

    ``base`` is ``given`` (``number`` is the year), ``open``, ``published`` or ``anchor`` (``number`` years later); of
    fiscal years ``fiscal`` (``number`` is the label, ``pair`` where printed as 2023-24), ``fiscal-published``,
    ``fiscal-anchor`` (``number`` years after that of the main period), or ``fiscal-open``: that of publication, else of
    the main period.
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
        if calendar is None or (self.pair and calendar.is_calendar):  # 2023/24 is no year of a calendar economy
            return None
        if self.base == "fiscal":
            return calendar.opening(self.number, pair=self.pair)
        told, today = None if when.anchor is None else when.anchor.last, when.today
        around = {"fiscal-open": today or told, "fiscal-anchor": told or today}.get(self.base, today)
        if around is None:
            return None
        year, start = calendar.opening_around(around)
        return year + self.number, start


_KIND_OF_BASE: Final = {
    "given": "absolute",
    "fiscal": "absolute",
    "open": "partial",
    "published": "deictic",
    "fiscal-published": "deictic",
    "fiscal-anchor": "deictic",
    "fiscal-open": "deictic",
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
    choice: str = "latest"
    """Which open year: the ``latest`` that can be over, the ``next`` ("by December"), the ``past`` ("last May").

    ``begun``: its last month need not be over ("as of 11 September").
    """

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
        found = None if opening is None else self._within(opening)
        if found is None or self.year.base != "fiscal-open" or when.published is None:
            return found
        return self._latest_over(found, when.published)

    def _within(self, opening: Month) -> Period:
        if self.ordinal:
            return Period.starting(shift_month(opening, self.first - 1), self.length)
        year, start = opening
        if start == 1 and self.last < self.first:  # "the November-March period of 2024" is named by its end
            return Period.starting((year - 1, self.first), self.length)
        return Period.starting((year if self.first >= start else year + 1, self.first), self.length)

    def _resolve_open(self, when: When) -> Period | None:
        opening = self._fiscal_opening(when)
        if opening is not None:
            return self._within(opening)
        if when.published is None:
            return None if when.anchor is None else self._within((when.anchor.last[0], 1))
        return self._latest_over(Period.starting((when.published.year + 1, self.first), self.length), when.published)

    def _latest_over(self, period: Period, published: date) -> Period:
        """The same months of the latest year that suits, from a year on that is late enough."""
        while self._is_too_late(period, (published.year, published.month), published):
            period = period.a_year_before()
        return period

    def _fiscal_opening(self, when: When) -> Month | None:
        """The start of the fiscal year from which the text counts months, where it does."""
        if not (self.ordinal and when.fiscal_told and when.fiscal and when.anchor):
            return None
        calendar = fiscal_calendar(when.fiscal)
        if calendar.is_calendar:
            return None
        counted = (told for told in (when.anchor, *when.recent) if told.first[1] == calendar.start)
        opening = next((calendar.opening_around(told.first) for told in counted if 1 < told.months <= YEAR), None)
        return opening if opening is not None and calendar.opening_around(when.anchor.first) == opening else None

    def _is_too_late(self, period: Period, today: Month, published: date) -> bool:
        if self.choice == "next":
            return period.a_year_before().last >= today
        if self.choice == "past":
            return period.last >= today
        if self.choice == "begun":
            return period.last > today
        nearly_over = period.last == today and (self.length == 1 or published.day >= _ESTIMATED)
        return not (nearly_over or period.over_by(published))


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
        """The fiscal year of an economy that calls its fiscal years so, else the span of both years."""
        calendar = fiscal_calendar(when.fiscal) if when.fiscal else CALENDAR
        if calendar.is_calendar or not calendar.paired:
            return Period.of_years(self.label, self.label + 1)
        return calendar.year(self.label, pair=True)


def with_year(meaning: Meaning, year: Year) -> Meaning:
    """The same months in another year; meanings without a year of their own stay as they are."""
    if isinstance(meaning, Part):
        return replace(meaning, year=year)
    return meaning


def looking_ahead(meaning: Meaning) -> Meaning:
    """The same months, an open year being the next one: a deadline lies ahead."""
    return replace(meaning, choice="next") if isinstance(meaning, Part) else meaning
