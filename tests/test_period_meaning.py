"""What a phrase for a time means, by the time that the text is on and the day on which it appeared."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.period import Period, find_periods
from pipeline.period.fiscal import FiscalCalendar
from pipeline.period.years import full_year

FEBRUARY, JANUARY, JUNE = date(2025, 2, 14), date(2025, 1, 10), date(2025, 6, 1)
CASES = [
    # up to the month that the text is on, where that is one of the last of the year
    ("So far this year it grew.", "2025-01", FEBRUARY, "2025-01"),
    ("So far this year it grew.", "2025-02", FEBRUARY, "2025-01"),
    ("So far this year it grew.", "2024-11", FEBRUARY, "2025-01"),
    ("So far this year it grew.", "2024-12", FEBRUARY, "2025-01"),
    ("So far this year it grew.", "2024-11", JANUARY, "2024-01/2024-11"),
    ("So far this year it grew.", "2025-02", JUNE, "2025-01/2025-05"),
    ("So far this year it grew.", "2025-03", JUNE, "2025-Q1"),
    ("So far this year it grew.", "2025-05", JUNE, "2025-01/2025-05"),
    ("So far this year it grew.", "2024-11", None, "2024-01/2024-11"),
    ("So far this year it grew.", "2024", JUNE, "2025-01/2025-05"),
    ("So far this year it grew.", None, JANUARY, "2025-01"),
    ("So far this year it grew.", None, FEBRUARY, "2025-01"),
    ("So far this year it grew.", "2024-Q1", None, "-"),
    # the time that the text is on, by its length
    ("For the five months it grew.", "2024-01/2024-05", None, "2024-01/2024-05"),
    ("For the five months it grew.", "2024-05", None, "2024-01/2024-05"),
    ("For the five months it grew.", "2024-06", None, "-"),
    ("For the five months it grew.", "2024", None, "-"),
    ("In the period it grew.", "2024-03", None, "2024-03"),
    ("In the month it grew.", "2024-Q1", None, "2024-03"),
    ("In the month it grew.", "2024", None, "-"),
    ("In the month it grew.", None, FEBRUARY, "2025-01"),
    ("In the month it grew.", None, None, "-"),
    # the same in another year
    ("For the same five months of last year it fell.", "2024-01/2024-05", FEBRUARY, "2023-01/2023-05"),
    ("For the same five months of last year it fell.", "2025-01/2025-05", FEBRUARY, "2024-01/2024-05"),
    ("In the first quarter a year ago it fell.", "2024-Q1", None, "2023-Q1"),
    ("In January a year ago it fell.", "2024-01", FEBRUARY, "2023-01"),
    ("In the same period a year ago it fell.", "2024-Q1", None, "2023-Q1"),
    # what is over, what has begun, what is to come
    ("In the second half it grew.", None, date(2025, 3, 1), "2024-H2"),
    ("In March it grew.", None, date(2025, 2, 28), "2024-03"),
    ("In March it grew.", None, date(2025, 3, 1), "2025-03"),
    ("In the quarter ended March it grew.", None, date(2025, 2, 28), "2024-Q1"),
    ("In the quarter ended March it grew.", None, date(2025, 3, 1), "2025-Q1"),
    ("Last March it grew.", None, date(2025, 3, 31), "2024-03"),
    ("Last March it grew.", None, date(2025, 4, 1), "2025-03"),
    ("Next March it may grow.", None, date(2025, 2, 28), "2025-03"),
    ("Next March it may grow.", None, date(2025, 3, 1), "2025-03"),
    ("Next March it may grow.", None, date(2025, 4, 1), "2026-03"),
    ("In November-March it grew.", None, date(2025, 3, 1), "2023-11/2024-03"),
    ("In November-March it grew.", None, date(2025, 3, 31), "2024-11/2025-03"),
    ("This quarter it grew.", None, date(2025, 3, 31), "2025-Q1"),
    ("This quarter it grew.", None, date(2025, 4, 1), "2025-Q2"),
    ("In the coming quarter it may grow.", None, date(2025, 3, 31), "2025-Q2"),
    # counted from the time that the text is on
    ("In the following three months it rose.", "2024-Q1", None, "2024-Q2"),
    ("In the previous two months it rose.", "2024-Q2", None, "2024-02/2024-03"),
    ("In the following year it rose.", "2023", None, "2024"),
    ("For the same five months of last year it fell.", "2024-01/2024-05", None, "2023-01/2023-05"),
    # the first months are no more than a year has
    ("In the first twelve months of 2024 it grew.", None, None, "2024"),
    ("In the first 13 months of 2024 it grew.", None, None, "2024"),
    # seasons between two months
    ("Crops grew in the first six months of 1996/97 (Oct-Sept).", None, None, "1996-10/1997-03"),
    ("Crops grew in 1996/97 (Oct-Sept).", None, None, "1996-10/1997-09"),
    ("Crops grew in 2023-24.", None, None, "2023/2024"),
    ("Crops grew in 1998-02.", None, None, "1998-02"),
    ("Crops grew in 1998-2005.", None, None, "1998/2005"),
    ("Crops grew in 1998-13.", None, None, "1998/2013"),
    # months up to a named one: from one month to five years
    ("In the one month ended March 2024 it grew.", None, None, "2024-03"),
    ("In the 60 months to March 2024 it grew.", None, None, "2019-04/2024-03"),
    ("In the 61 months to March 2024 it grew.", None, None, "2024-03"),
]


def named(case: object) -> str:
    return str(case) if case is not None else "nothing"


@pytest.mark.parametrize(("text", "anchor", "published", "found"), CASES, ids=named)
def test_a_phrase_means_a_time(text: str, anchor: str | None, published: date | None, found: str) -> None:
    (mention,) = find_periods(text, published=published)
    main = None if anchor is None else Period.parse(anchor)
    assert str(mention.resolve(anchor=main, published=published) or "-") == found


def test_of_times_of_one_length_the_latest_is_recalled() -> None:
    times = tuple(Period.parse(one) for one in ("2023-01/2023-05", "2024-01/2024-05", "2023-Q4", "2024-07"))
    year, month = Period.parse("2024"), Period.parse("2024-03")
    for text, anchor, found in (
        ("For the five months it grew.", year, times[1]),
        ("In the quarter it grew.", year, times[2]),
        ("In the month it grew.", year, times[3]),
        ("In the month it grew.", month, month),
        ("In the period it grew.", month, times[1]),
        ("In the period it grew.", year, year),
    ):
        (mention,) = find_periods(text)
        assert mention.resolve(anchor=anchor, recent=times) == found


def test_another_economy_settles_a_fiscal_year_anew() -> None:
    (mention,) = find_periods("In FY24 it fell.", fiscal="IND")
    assert str(mention.period) == "2023-04/2024-03"
    assert str(mention.resolve(fiscal="JPN")) == "2024-04/2025-03"
    assert mention.resolve() == mention.period


@pytest.mark.parametrize("fiscal", [None, "IND", "JPN"])
def test_a_winter_between_two_years_is_the_same_whatever_the_fiscal_year(fiscal: str | None) -> None:
    (mention,) = find_periods("In the winter of 2022/23 it fell.", fiscal=fiscal)
    assert str(mention.resolve(fiscal=fiscal)) == "2022-12/2023-02"


@pytest.mark.parametrize("text", ["in 1996/98 (Oct-Sept)", "in 1996/97 (Oct-Aug)"])
def test_months_that_make_no_year_are_no_season(text: str) -> None:
    assert len(find_periods(text)) == 2


@pytest.mark.parametrize(
    "text", ["TRADE UP IN MAY\nIt may rise.", "OIL UP\nTRADE UP IN MAY", "It fell.\nTRADE UP IN MAY"]
)
def test_a_month_in_a_headline_in_capitals_is_one(text: str) -> None:
    assert [mention.text for mention in find_periods(text)] == ["MAY"]


@pytest.mark.parametrize("text", ["It MAY rise", "MAY RISES AGAIN", "It fell\nMAY SEE MORE\nit rose"])
def test_a_word_in_capitals_is_no_month_by_that_alone(text: str) -> None:
    assert find_periods(text) == ()


def test_a_fiscal_year_is_named_by_its_end_or_its_start() -> None:
    end, start = FiscalCalendar(start=7, named_by="end"), FiscalCalendar(start=4, named_by="start")
    calendar = FiscalCalendar(start=1, named_by="end")
    assert [str(one.year(2024)) for one in (end, start, calendar)] == ["2023-07/2024-06", "2024-04/2025-03", "2024"]
    assert str(end.year(2023, pair=True)) == "2023-07/2024-06"
    assert [end.opening_around(month) for month in ((2024, 6), (2024, 7))] == [(2023, 7), (2024, 7)]
    assert [one.is_calendar for one in (end, calendar)] == [False, True]


def test_a_fiscal_year_that_begins_in_february_and_is_named_by_its_end_begins_in_the_year_before() -> None:
    assert FiscalCalendar(start=2, named_by="end").opening(2024) == (2023, 2)


@pytest.mark.parametrize(("label", "year"), [("69", 2069), ("70", 1970), ("00", 2000), ("99", 1999), ("100", 100)])
def test_two_digits_are_a_year_of_this_century_or_of_the_last(label: str, year: int) -> None:
    assert full_year(label) == year


def test_two_digits_behind_a_year_are_a_later_one() -> None:
    assert [full_year(label, after=1998) for label in ("99", "98", "02")] == [1999, 2098, 2002]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It grew in Mar. after a fall.", ["Mar"]),
        ("They met in Mar del Plata.", []),
        ("UP IN MAR", ["MAR"]),
        ("It grew by a good deal more than was thought " + "UP AGAIN " * 12 + "IN MAR", ["MAR"]),
        ("It grew by a good deal more than was thought UP IN MAR", []),
    ],
)
def test_three_letters_are_a_month_with_a_full_stop_or_among_capitals(text: str, found: list[str]) -> None:
    assert [mention.text for mention in find_periods(text)] == found


def test_what_is_no_rate_is_no_average() -> None:
    assert [mention.average for mention in find_periods("In 2024 and in May 2023 it grew.")] == [False, False]


def test_the_years_of_another_era_are_counted_in_ours() -> None:
    iran = FiscalCalendar(start=3, named_by="start", era_first=1300, era_last=1500, era_offset=621)
    assert [iran.opening(year) for year in (1299, 1300, 1403, 1500, 1501)] == [
        (1299, 3),
        (1921, 3),
        (2024, 3),
        (2121, 3),
        (1501, 3),
    ]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("March fell", "March"),
        ("TRADE ROSE IN MARCH", "MARCH"),
        ("MARCH FELL", None),
        ("THEY MARCH ON", None),
        ("on the march", None),
        ("It fell in Mar.", "Mar"),
        ("By Mar it fell", None),
        ("MAR. 5", "MAR. 5"),
        ("It fell in mar.", None),
        ("In may", None),
        ("IN JAN. IT FELL", "JAN"),
        ("5% mom", "mom"),
        ("5 pct MoM", "MoM"),
        ("My mom said 5.", None),
        ("Her Mom sold it.", None),
    ],
)
def test_the_name_of_a_month_is_one_where_it_can_be_nothing_else(text: str, month: str | None) -> None:
    assert [mention.text for mention in find_periods(text)] == ([month] if month else [])


@pytest.mark.parametrize(
    ("period", "day", "over"),
    [
        ("2025-02", date(2025, 2, 27), False),
        ("2025-02", date(2025, 2, 28), True),
        ("2025-01", date(2025, 2, 1), True),
        ("2025-03", date(2025, 2, 28), False),
        ("2025-Q1", date(2025, 3, 28), True),
        ("2024", date(2025, 1, 1), True),
        ("2024", date(2024, 12, 1), False),
    ],
)
def test_a_time_is_over_from_the_last_days_of_its_last_month(period: str, day: date, over: bool) -> None:
    assert Period.parse(period).over_by(day) is over
