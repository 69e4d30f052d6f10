"""Laws of periods, named for what they say."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import read_toml
from pipeline.period import Period, count_months, find_periods, shift_month

MONTHS = st.tuples(st.integers(1900, 2100), st.integers(1, 12))
PERIODS = st.tuples(MONTHS, MONTHS).map(lambda pair: Period(first=min(pair), last=max(pair)))
SHIFTS = st.integers(-600, 600)
DATES = st.dates(date(1980, 1, 1), date(2050, 12, 31))
WORDS = sorted(
    {word for record in read_toml("periods.toml")["rule"] for word in record["starts"]}
    | set(read_toml("periods.toml")["words"]["month"])
    | {
        "May",
        "MAY",
        "March",
        "Q1",
        "H1",
        "1Q24",
        "FY24",
        "of",
        "the",
        "to",
        "and",
        "from",
        "in",
        "-",
        "–",
        "/",
        "(",
        ")",
        ".",
        ",",
        "\n",
        "2023",
        "2024",
        "'24",
        "12",
        "31",
        "3rd",
        "$",
        "%",
        "ago",
    }
)
NOISE = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=25).map(" ".join)


@given(PERIODS)
def test_parsing_what_is_written_gives_the_period_back(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(PERIODS, SHIFTS)
def test_moving_back_undoes_moving(period: Period, months: int) -> None:
    assert period.shift(months).shift(-months) == period
    assert period.shift(months).months == period.months


@given(PERIODS)
def test_the_preceding_period_is_as_long_and_touches(period: Period) -> None:
    before = period.preceding()
    assert before.months == period.months
    assert before.before(period)
    assert shift_month(before.last, 1) == period.first


@given(MONTHS, SHIFTS)
def test_a_shifted_month_is_that_far_away(month: tuple[int, int], months: int) -> None:
    assert count_months(month, shift_month(month, months)) - 1 == months


@given(PERIODS, PERIODS)
def test_containing_excludes_being_before(left: Period, right: Period) -> None:
    assert left.before(right) + right.before(left) + (left.contains(right) or right.contains(left)) <= 1
    if left.contains(right) and right.contains(left):
        assert left == right


@given(NOISE, st.none() | DATES, st.none() | PERIODS, st.sampled_from([None, "IND", "IRN", "USA"]))
def test_every_mention_is_a_slice_in_order_and_never_raises(
    text: str, published: date | None, anchor: Period | None, fiscal: str | None
) -> None:
    mentions = find_periods(text, published=published, fiscal=fiscal)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        mention.resolve(anchor=anchor, published=published, fiscal=fiscal)
        end = mention.end


@given(st.integers(2013, 2099), st.integers(1, 12))
def test_a_month_in_figures_is_read_as_itself(year: int, month: int) -> None:
    (mention,) = find_periods(f"It fell in {year}-{month:02}, they say.")
    assert mention.period == Period.of_month((year, month))


@given(st.integers(1900, 2099), st.sampled_from(["Q1", "Q2", "Q3", "Q4", "H1", "H2"]))
def test_a_quarter_or_half_is_read_as_its_notation(year: int, part: str) -> None:
    for printed in (f"{part} {year}", f"{year}-{part}", f"{part} of {year}", f"{part[1]}{part[0]} {year}"):
        (mention,) = find_periods(f"In {printed} it fell.")
        assert str(mention.period) == f"{year}-{part}"


NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
YEAR_MONTHS = st.tuples(st.integers(1950, 2090), st.integers(1, 12))


@given(YEAR_MONTHS, st.integers(1, 60))
def test_months_of_two_years_are_read_as_the_span_between_them(first: tuple[int, int], longer: int) -> None:
    last = shift_month(first, longer)
    opening, closing = (f"{NAMES[month - 1]} {year}" for year, month in (first, last))
    assert [mention.period for mention in find_periods(f"From {opening} to {closing} it rose.")] == [
        Period(first=first, last=last)
    ]


@given(YEAR_MONTHS, st.integers(1, 11))
def test_a_span_with_one_year_ends_in_that_year(last: tuple[int, int], longer: int) -> None:
    first = shift_month(last, -longer)
    text = f"From {NAMES[first[1] - 1]} to {NAMES[last[1] - 1]} {last[0]} it rose."
    assert [mention.period for mention in find_periods(text)] == [Period(first=first, last=last)]


@given(YEAR_MONTHS, st.integers(1, 28), st.integers(2, 30), st.integers(1, 28))
def test_of_a_span_of_days_the_months_count_that_mostly_lie_in_it(
    first: tuple[int, int], opening: int, longer: int, closing: int
) -> None:
    last = shift_month(first, longer)
    printed = [f"{NAMES[month - 1]} {day}, {year}" for (year, month), day in ((first, opening), (last, closing))]
    start, end = shift_month(first, int(opening > 15)), shift_month(last, -int(closing < 15))
    found = [mention.period for mention in find_periods(f"From {printed[0]} to {printed[1]} it rose.")]
    assert found == [Period(first=start, last=end)] or start == end


COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]


@given(st.integers(1950, 2099), st.integers(2, 11), DATES)
def test_counted_months_are_those_of_the_year_that_are_over(year: int, count: int, published: date) -> None:
    for said in (count, COUNTS[count - 1]):
        (first,) = find_periods(f"In the first {said} months of {year} it rose.")
        (last,) = find_periods(f"In the last {said} months of {year} it rose.")
        assert first.period == Period.starting((year, 1), count)
        assert last.period == Period.starting((year, 13 - count), count)
    (open_year,) = find_periods(f"In the first {count} months it rose.", published=published)
    found = open_year.period
    assert found is not None
    assert (found.first[1], found.months) == (1, count)
    assert found.last <= (published.year, published.month) < found.shift(12).shift(1).last


UNITS = {"month": 1, "quarter": 3, "year": 12}


@given(DATES, st.sampled_from(sorted(UNITS)))
def test_the_last_unit_ends_before_the_one_of_publication_and_this_one_holds_it(published: date, unit: str) -> None:
    today = Period.of_month((published.year, published.month))
    (last,) = find_periods(f"Last {unit} it rose.", published=published)
    assert last.period is not None
    this = last.period.shift(UNITS[unit])
    assert this.contains(today)
    assert this.months == last.period.months == UNITS[unit]
    assert (this.first[1] - 1) % UNITS[unit] == 0
    (now,) = find_periods(f"This {unit} it rose.", published=published)
    assert now.period is not None
    assert this.contains(now.period)
    assert now.period.first == this.first


@given(st.integers(1900, 2099), DATES)
def test_a_printed_year_does_not_depend_on_the_date_of_the_article(year: int, published: date) -> None:
    (mention,) = find_periods(f"In {year} it fell.", published=published)
    assert mention.period == Period.of_year(year)


@given(st.sampled_from(["January", "March", "June", "October", "December"]), DATES)
def test_a_month_without_year_is_never_in_the_future(month: str, published: date) -> None:
    (mention,) = find_periods(f"In {month} it fell.", published=published)
    assert mention.period is not None
    assert mention.period.last <= (published.year, published.month)
    assert mention.period.shift(12).last > (published.year, published.month)


@pytest.mark.parametrize(
    "piece",
    [
        "2024-",
        "January ",
        "first half (",
        "the same ",
        "1",
        "12 ",
        "January to ",
        "year on ",
        "from ",
        "\n ",
        "FY",
        "2024 Aaaa ",
    ],
    ids=repr,
)
def test_time_grows_linearly_with_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        best = 1e9
        for _ in range(3):
            started = process_time()
            find_periods(text)
            best = min(best, process_time() - started)
        return best

    find_periods(piece)
    assert seconds(40_000) < 10 * seconds(10_000) + 0.05
