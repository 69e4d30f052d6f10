"""What is known about time apart from a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from pipeline.extract.frame import Known
from pipeline.extract.row.items import Sentence
from pipeline.period import YEAR, Period, fiscal_calendar
from pipeline.period.relative import MANY_MONTHS

_LATE: Final = 3
"""Months after which a text tells of another year's."""
_LAST_OPEN: Final = 10
"""The last month whose figures are always out before the year is over."""
LONG_GONE: Final = 15
"""Months after which no figure of a text is news."""
_COMPARED: Final = re.compile(r"g[^;]*$|f[dv]*[Q%](?:[dvwN]*[iodvw]*)$")
"""Before a time: "compared with $3 billion in", "up from 5,100 tonnes in"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Publication, the fiscal-year economy, the period settled before, the span that "the same period" means."""

    published: date | None
    settled: Any | None
    ground: Known | None = None
    """Where the text names the settled period."""
    span: tuple[Any, Any] | None = None
    fiscal: str | None = None
    comparison: str | None = None
    """What the paragraph has compared with so far, where its own words do not say: ``month``, ``quarter``, ``year``."""
    adjusted: bool = False
    """Whether it is the trade of an economy whose months are compared with the month before."""
    said: Any | None = None
    """The period that the text named last before the sentence, be it a figure's or not: what "that year" means."""
    fiscal_told: bool = False
    """Whether the text has spoken of a fiscal year, so that its first half may be that of one."""
    recent: tuple[Any, ...] = ()
    """The periods that figures were for, the last one first: what "in the month", "the reporting period" mean."""

    years_of_months: Mapping[int, int] = field(default_factory=dict)
    """Of an undated text: the latest year that it gives each month with ("in April 2024")."""

    @property
    def paired(self) -> bool:
        """Whether "2018-19" may be one year of the economy that the text is about."""
        return self.fiscal is None or fiscal_calendar(self.fiscal).paired

    def read(self, mention: Any, anchor: Any | None) -> Any | None:
        """What a time phrase means, counted from ``anchor`` where it is relative."""
        if anchor in {None, self.settled} and mention.kind == "partial" and (told := self._year_told(mention)):
            anchor = told
        past = self._past_year() if anchor in {None, self.settled} and mention.kind == "partial" else None
        return mention.resolve(
            anchor=past or anchor,
            published=None if past else self.published,
            fiscal=self.fiscal,
            recent=self.recent,
            fiscal_told=self.fiscal_told,
        )

    def running_year(self, mention: Any) -> Any | None:
        """ "This year", in an undated text that has come to May: the year of that May, which is not over."""
        ends = [period.last for period in (self.settled, *self.recent) if period is not None and period.months < YEAR]
        if self.published is not None or mention.rule != "deictic-year" or not ends or max(ends)[1] > _LAST_OPEN:
            return None
        year, month = max(ends)
        running = Period.of_year(year)
        return running if mention.resolve(published=date(year, month, 1)) == running else None

    def span_up_to(self, period: Any) -> Any:
        """The longer time that the text named last and that ends with a period; else the period alone."""
        named = (self.said, *self.recent)
        spans = (one for one in named if one is not None and one.months > period.months and one.last == period.last)
        return next(spans, period)

    def months_told(self, window: Any) -> Any | None:
        """ "In the past ten months", printed in a text on October or on January to October: just these."""
        settled = self.settled
        if window.months == YEAR and settled is not None and settled.months == 1:
            told = settled.shift(1 - YEAR).through(settled)  # "over the past 12 months", in a text on February
            return told if told < window <= told.shift(_LATE) else None
        if not MANY_MONTHS <= window.months < YEAR:
            return None
        if settled is not None and settled.months == 1 and settled.last[1] == window.months:
            return Period(first=(settled.last[0], 1), last=settled.last)
        told = (one for one in (settled, *self.recent) if one is not None and one.months == window.months)
        return next((one for one in told if one.shift(_LATE) > window), None)

    def _past_year(self) -> Any | None:
        """The year of a text whose figures are all of a time long gone when it was published: months are of it."""
        if self.published is None or not self.recent:
            return None
        last = max(period.last for period in self.recent)
        gone = (self.published.year - last[0]) * 12 + self.published.month - last[1]
        return Period.of_year(last[0]) if gone > LONG_GONE else None

    def _year_told(self, mention: Any) -> Any | None:
        """The year of a month that an undated text names without it here, and with it elsewhere."""
        year = self.years_of_months.get(mention.months[1]) if mention.months else None
        if year is None:
            return None
        return Period.of_year(year)


def years_of_months(sentences: Iterable[tuple[Sentence, bool]], in_tables: Iterable[Any] = ()) -> dict[int, int]:
    """The latest year in which each month is the last of a time that the text names with its year.

    "In January …, compared with January 1996", be it sentences later: a month that the text has named without its year
    is a year later than the one that it is compared with. With each sentence comes whether it is a heading, which
    leaves out the year that the text has. ``in_tables`` are the times that stand in tables.
    """
    years: dict[int, int] = {}
    for mention in in_tables:
        period = mention.resolve() if mention.kind == "absolute" else None
        if period is not None and not period.is_year:
            years[period.last[1]] = max(period.last[0], years.get(period.last[1], 0))
    bare: set[int] = set()
    for sentence, is_head in sentences:
        for index, item in enumerate(sentence.items):
            if not is_head and item.code == "P" and item.ref.kind == "partial" and item.ref.months:
                bare.add(item.ref.months[1])
            period = item.ref.resolve() if item.code == "P" and item.ref.kind == "absolute" else None
            if period is not None and not period.is_year:
                year, month = period.last
                year += month in bare and _COMPARED.search(sentence.codes[:index]) is not None
                years[month] = max(year, years.get(month, year))
    return years


def span_of(sentence: Sentence, settled: Any | None, published: date | None) -> tuple[Any, Any] | None:
    """ "from 2019 to 2022": the two ends that a later "over the same period" means."""
    ends: dict[str, Any] = {}
    for item in sentence.items:
        if item.code == "P" and item.ref.role in {"from", "to"}:
            ends.setdefault(item.ref.role, item.ref.resolve(anchor=settled, published=published))
    if ends.get("from") is not None and ends.get("to") is not None and ends["from"] < ends["to"]:
        return ends["from"], ends["to"]
    return None


def by_end_of_year(article: Any) -> Any:
    """An article of which only the year is known, as if printed on its last day: each month of it may be told of."""
    if article.published is None or article.precision != "year":
        return article
    return replace(article, published=date(article.published.year, 12, 31))
