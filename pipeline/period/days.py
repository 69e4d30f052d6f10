"""Dates with a day, read by dateparser: the only place that imports it."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import Any


def read_day(text: str, *, published: date | None = None) -> date | None:
    """The date that ``text`` prints ("Sept. 3rd", "16 June 2024", "two weeks ago"), or None.

    A date without a year, and a relative phrase, need ``published``: the clock of the machine is never asked.
    """
    found = _parser(published).get_date_data(_tidied(text))
    if found.date_obj is None or found.period != "day":
        return None
    day: date = found.date_obj.date()
    return day if published is not None or str(day.year) in text else None


def _tidied(text: str) -> str:
    """The text with Latin abbreviations as dateparser knows them, and of a range of days the first."""
    for dash in "‐‑‒–—−":
        text = text.replace(dash, "-")
    head, dash, tail = text.partition("-")
    if dash and tail[:1].isdigit() and not head.isdigit():  # "June 16-18, 2024", not "2024-06-16"
        text = head + tail.lstrip("0123456789")
    return text.replace("Sept.", "Sep").replace("Sept ", "Sep ")


@lru_cache(maxsize=32)
def _parser(published: date | None) -> Any:
    """One parser per article date; building one is what costs."""
    from dateparser.date import DateDataParser  # slow to import

    base = datetime.combine(published or date(2000, 1, 1), time.min)
    settings = {
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "TIMEZONE": "UTC",
    }
    return DateDataParser(languages=["en"], settings=settings)
