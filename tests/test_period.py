"""Periods: the value type, the rules of the lexicon, and a table of printed forms."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ParseError
from pipeline.lexicon import read_csv, read_toml
from pipeline.period import Period, PeriodMention, find_periods, fiscal_calendar

PUBLISHED = date(2025, 2, 14)
MAIN = Period.parse("2024-11")
RULES = read_toml("periods.toml")["rule"]
ROLES = read_toml("periods.toml")["role"]
TABLE = Path(__file__).parent / "tables" / "periods.csv"


def unmark(marked: str) -> tuple[str, int, int]:
    """The sentence without its brackets, and the characters that they enclose."""
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


def rows() -> Iterator[Any]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            yield pytest.param(row, id=f"{number}: {row['text']}")


def mention_at(mentions: tuple[PeriodMention, ...], start: int, end: int) -> PeriodMention:
    found = [mention for mention in mentions if (mention.start, mention.end) == (start, end)]
    assert found, f"found only {[mention.text for mention in mentions]}"
    return found[0]


# --- the value type ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notation", "printed", "months"),
    [
        ("2024", "2024", 12),
        ("2024-03", "2024-03", 1),
        ("2024-01/2024-03", "2024-Q1", 3),
        ("2024-Q4", "2024-Q4", 3),
        ("2024-07/2024-12", "2024-H2", 6),
        ("2024-Q1/2024-Q3", "2024-01/2024-09", 9),
        ("2023-04/2024-03", "2023-04/2024-03", 12),
        ("2018/2023", "2018/2023", 72),
        ("2023-12/2024-02", "2023-12/2024-02", 3),
        ("2024-02/2024-04", "2024-02/2024-04", 3),
    ],
)
def test_a_period_is_written_in_its_shortest_notation(notation: str, printed: str, months: int) -> None:
    period = Period.parse(notation)
    assert (str(period), period.months) == (printed, months)


@pytest.mark.parametrize(
    ("notation", "caret"),
    [
        ("2024-13", 0),
        ("24", 0),
        ("", 0),
        ("2024-Q5", 0),
        ("2024/", 0),
        ("2024/23", 5),
        ("2024-03/2024-01", 0),
        ("0000", 0),
    ],
)
def test_what_is_no_period_is_refused_with_its_place(notation: str, caret: int) -> None:
    with pytest.raises(ParseError) as refused:
        Period.parse(notation)
    assert refused.value.source == notation
    assert refused.value.span[0] == caret
    *_, printed, mark = str(refused.value).split("\n")
    assert (printed.strip(), mark.index("^")) == (notation, 4 + caret)


@pytest.mark.parametrize(("first", "last"), [((2024, 2), (2024, 1)), ((2024, 0), (2024, 1)), ((0, 1), (2024, 1))])
def test_a_period_that_cannot_be_is_not_made(first: tuple[int, int], last: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"period|month"):
        Period(first=first, last=last)


@pytest.mark.parametrize(("year", "is_one"), [(0, False), (1, True), (9999, True), (10_000, False)])
def test_years_are_those_that_a_date_can_have(year: int, is_one: bool) -> None:
    with nullcontext() if is_one else pytest.raises(ValueError, match="no such month"):
        assert Period.of_year(year).months == 12


def test_periods_are_compared_by_their_months() -> None:
    year, quarter, next_year = Period.parse("2024"), Period.parse("2024-Q4"), Period.parse("2025")
    assert year.contains(quarter)
    assert not quarter.contains(year)
    assert quarter.before(next_year)
    assert not year.before(quarter)
    assert Period.parse("2024-01") < Period.parse("2024-02")


def test_a_period_moves_by_months() -> None:
    quarter = Period.parse("2024-Q1")
    assert str(quarter.shift(-1)) == "2023-12/2024-02"
    assert str(quarter.a_year_before()) == "2023-Q1"
    assert str(quarter.preceding()) == "2023-Q4"
    assert str(Period.parse("2024").preceding()) == "2023"
    assert (quarter.year, Period.parse("2023-12/2024-02").year) == (2024, None)
    assert Period.parse("2024").is_year
    assert not Period.parse("2023-04/2024-03").is_year


# --- the lexicon ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_every_rule_reads_its_examples(rule: dict[str, Any]) -> None:
    assert rule["examples"]
    for marked, notation in rule["examples"]:
        text, start, end = unmark(marked)
        mention = mention_at(find_periods(text, published=PUBLISHED), start, end)
        assert mention.rule == rule["id"]
        assert str(mention.resolve(anchor=MAIN, published=PUBLISHED) or "-") == notation, marked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_no_rule_reads_its_counterexamples(rule: dict[str, Any]) -> None:
    assert rule["counterexamples"]
    for text in rule["counterexamples"]:
        assert rule["id"] not in {mention.rule for mention in find_periods(text)}, text


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role["label"])
def test_every_role_is_read_from_the_words_directly_before(role: dict[str, Any]) -> None:
    for marked in role["examples"]:
        text, start, end = unmark(marked)
        assert mention_at(find_periods(text), start, end).role == role["id"], marked
    for marked in role["counterexamples"]:
        text, start, end = unmark(marked)
        assert mention_at(find_periods(text), start, end).role != role["id"], marked


def test_rule_ids_are_unique() -> None:
    ids = [rule["id"] for rule in RULES]
    assert len(ids) == len(set(ids))


def test_every_fiscal_year_names_its_start_and_its_naming() -> None:
    rows = read_csv("fiscal_years.csv")
    assert len({row["iso3"] for row in rows}) == len(rows) >= 40
    for row in rows:
        assert str(fiscal_calendar(row["iso3"]).start) == row["start"]


def test_every_crop_year_begins_where_its_organisation_says() -> None:
    assert {row["crop"]: fiscal_calendar(row["crop"]).start for row in read_csv("seasons.csv")} == {
        "cocoa": 10,
        "coffee": 10,
        "cotton": 8,
        "sugar": 10,
    }


# --- printed forms -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", list(rows()))
def test_a_printed_form(row: dict[str, str]) -> None:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    anchor = Period.parse(row["anchor"]) if row["anchor"] else None
    fiscal = row["fiscal"] or None
    if row["period"] == "none":
        assert find_periods(row["text"], published=published, fiscal=fiscal) == ()
        return
    text, start, end = unmark(row["text"])
    mention = mention_at(find_periods(text, published=published, fiscal=fiscal), start, end)
    assert str(mention.resolve(anchor=anchor, published=published, fiscal=fiscal) or "-") == row["period"]
    assert (mention.kind, mention.role or "", mention.comparison or "") == (row["kind"], row["role"], row["comparison"])


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(list(rows())) >= 300


def test_a_rate_is_an_average() -> None:
    averages = {mention.text: mention.average for mention in find_periods("It grew 5 % per year, and 3 % in 2024.")}
    assert averages == {"per year": True, "2024": False}


def test_months_are_known_where_the_year_is_open() -> None:
    (mention,) = find_periods("In the first nine months it grew.")
    assert (mention.kind, mention.months, mention.period) == ("partial", (1, 9), None)
    (mention,) = find_periods("It grew a year earlier.")
    assert mention.months is None


def test_what_was_found_with_a_date_stays_settled_without_it() -> None:
    (mention,) = find_periods("It fell last month.", published=PUBLISHED)
    assert str(mention.resolve(anchor=Period.parse("2020"))) == "2025-01"


def test_another_day_of_publication_settles_a_period_anew_and_none_keeps_it() -> None:
    (mention,) = find_periods("It fell in January.", published=date(2025, 2, 14))
    assert str(mention.resolve(published=date(2024, 3, 1))) == "2024-01"
    assert str(mention.resolve()) == "2025-01"


def test_the_fiscal_economy_may_come_later() -> None:
    (mention,) = find_periods("In FY24 it fell.")
    assert mention.period is None
    assert str(mention.resolve(fiscal="IND")) == "2023-04/2024-03"
    assert str(mention.resolve(fiscal="JPN")) == "2024-04/2025-03"


@pytest.mark.parametrize(
    ("anchor", "found"),
    [
        ("2023-04/2024-03", "2023-04/2023-12"),  # the fiscal year itself, or the part of it that was told
        ("2023-04/2023-05", "2023-04/2023-12"),
        ("2023-04", "2023-01/2023-09"),  # a month that only happens to be its first
        ("2023-04/2024-04", "2024-01/2024-09"),  # longer than a year
        ("2023", "2023-01/2023-09"),
    ],
)
def test_months_are_counted_from_the_fiscal_year_that_the_text_tells_of(anchor: str, found: str) -> None:
    (mention,) = find_periods("In the first nine months it grew.")
    (named,) = find_periods("In the April-December period it grew.")
    main = Period.parse(anchor)
    assert str(mention.resolve(fiscal="IND", fiscal_told=True, anchor=main)) == found
    of_the_calendar = f"{main.last[0]}-01/{main.last[0]}-09"
    assert str(mention.resolve(fiscal="IND", anchor=main)) == of_the_calendar
    assert str(mention.resolve(fiscal_told=True, anchor=main)) == of_the_calendar
    assert str(named.resolve(fiscal="IND", fiscal_told=True, anchor=main)) == f"{main.last[0]}-04/{main.last[0]}-12"
    assert mention.resolve(fiscal="IND", fiscal_told=True) is None


def test_a_period_may_be_broken_over_two_lines_but_not_over_two_paragraphs() -> None:
    assert [mention.text for mention in find_periods("In the first\nquarter of\n   2024 it fell.")] == [
        "first\nquarter of\n   2024"
    ]
    assert [mention.text for mention in find_periods("Gap grew in October\n\n2023 was better.")] == ["October", "2023"]


def test_non_breaking_spaces_are_spaces() -> None:
    (mention,) = find_periods("In the first\u00a0quarter of\u202f2024 it fell.")
    assert str(mention.period) == "2024-Q1"


# --- dates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("They met on June 16.", date(2025, 6, 18), date(2025, 6, 16)),
        ("They met on June 16-18, 2024.", None, date(2024, 6, 16)),
        ("They met on Sept. 3rd.", date(2025, 9, 11), date(2025, 9, 3)),
        ("They met on Dec 29.", date(2025, 1, 4), date(2024, 12, 29)),
        ("They met on 16 June 2024.", None, date(2024, 6, 16)),
        ("They met on the 3rd of September 2024.", None, date(2024, 9, 3)),
        ("They met on 2024-06-16.", None, date(2024, 6, 16)),
        ("They met on 16.06.2024.", None, date(2024, 6, 16)),
        ("They met on June 16.", None, None),
        ("They met in June 2024.", None, None),
    ],
)
def test_a_date_gives_its_day(text: str, published: date | None, day: date | None) -> None:
    (mention,) = find_periods(text, published=published)
    assert mention.day(published=published) == day


def test_finding_periods_imports_no_date_library() -> None:
    code = (
        "import sys; from datetime import date; from pipeline.period import find_periods; "
        "find_periods('On June 16 it rose.', published=date(2025, 6, 18)); "
        "print([name for name in ('dateparser', 'spacy', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
