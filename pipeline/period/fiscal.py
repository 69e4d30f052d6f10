"""Fiscal years: which months "fiscal 2023" or "2023-24" are, economy by economy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.errors import LexiconError
from pipeline.lexicon import read_csv
from pipeline.period.value import Month, Period

_LEXICON: Final = "fiscal_years.csv"
_SEASONS: Final = "seasons.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiscalCalendar:
    """When an economy's fiscal year begins, and which of its two calendar years names it.

    ``start`` is the first month. A year that begins within a month counts from the month that holds more of it.
    ``named_by`` is ``start`` or ``end``. Labels of another era (Iran's 1402, Nepal's 2080) lie between ``era_first``
    and ``era_last``; ``era_offset`` is added to bring them to the label in the common era.
    """

    start: int
    named_by: str
    era_first: int = 0
    era_last: int = 0
    era_offset: int = 0
    paired: bool = True
    """Whether "2018-19" with no other word is such a year, and not two years of the calendar."""

    def opening(self, label: int, *, pair: bool = False) -> Month:
        """The first month of the fiscal year ``label``; of a ``pair`` such as 2023-24, the label is its first year."""
        if self.era_first <= label <= self.era_last:
            label += self.era_offset
        names_end = self.named_by == "end" and self.start > 1 and not pair
        return label - names_end, self.start

    def opening_around(self, month: Month) -> Month:
        """The first month of the fiscal year in which ``month`` lies."""
        year, index = month
        return (year if index >= self.start else year - 1), self.start

    def year(self, label: int, *, pair: bool = False) -> Period:
        """The twelve months of the fiscal year."""
        return Period.starting(self.opening(label, pair=pair), 12)

    @property
    def is_calendar(self) -> bool:
        """Whether fiscal and calendar year are the same."""
        return self.start == 1


CALENDAR: Final = FiscalCalendar(start=1, named_by="start")


def fiscal_calendar(whose: str) -> FiscalCalendar:
    """The fiscal calendar of an economy (ISO 3166-1 alpha-3), or that of a crop; the calendar year where none is."""
    return _calendars().get(whose, CALENDAR)


def calendar_told(whose: str | None, *, told: bool) -> FiscalCalendar:
    """The calendar by whose years a text counts its months: the fiscal one where it has ``told`` of a fiscal year."""
    return fiscal_calendar(whose) if told and whose else CALENDAR


def crop_of(words: str) -> str | None:
    """The crop by whose year the words count: of "the first ten months of coffee year 2023/24" coffee."""
    found = _crop_years().search(words)
    return None if found is None else found[1].lower()


@cache
def _crop_years() -> re.Pattern[str]:
    crops = "|".join(sorted(row["crop"] for row in read_csv(_SEASONS)))
    return re.compile(rf"\b({crops})[\s-]{{1,4}}(?:calendar\s)?(?:years?|seasons?|marketing)\b", re.IGNORECASE)


@cache
def _calendars() -> dict[str, FiscalCalendar]:
    crops = {row["crop"]: FiscalCalendar(start=int(row["start"]), named_by="start") for row in read_csv(_SEASONS)}
    return {row["iso3"]: _read_row(row) for row in read_csv(_LEXICON)} | crops


def _read_row(row: dict[str, str]) -> FiscalCalendar:
    if row["named_by"] not in {"start", "end"} or row["start"] not in {str(month) for month in range(1, 13)}:
        raise LexiconError(f"models/{_LEXICON}: the row of {row['iso3']} needs a start month and named_by start or end")
    return FiscalCalendar(
        start=int(row["start"]),
        named_by=row["named_by"],
        era_first=int(row["era_first"] or 0),
        era_last=int(row["era_last"] or 0),
        era_offset=int(row["era_offset"] or 0),
        paired=row["pairs"] != "no",
    )
