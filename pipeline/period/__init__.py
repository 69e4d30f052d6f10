"""Periods: the time that a printed figure is for, found in a text and brought to months."""

from pipeline.period.find import find_periods
from pipeline.period.fiscal import FiscalCalendar, fiscal_calendar
from pipeline.period.mention import PeriodMention
from pipeline.period.value import YEAR, Month, Period, count_months, shift_month

__all__ = [
    "YEAR",
    "FiscalCalendar",
    "Month",
    "Period",
    "PeriodMention",
    "count_months",
    "find_periods",
    "fiscal_calendar",
    "shift_month",
]
