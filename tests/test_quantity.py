"""The amount grammar against its table, the examples of its lexicons, and the cases that are no figures."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ConfigError
from pipeline.lexicon import read_csv, read_toml
from pipeline.quantity import CurrencyContext, Quantity, find_quantities, find_unread
from pipeline.quantity.physical import ask_unit

TABLE = Path(__file__).parent / "tables" / "amounts.csv"
ENDS = ("low", "high", "natural_low", "natural_high")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _one(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


def _near(found: Decimal | None, printed: str) -> bool:
    if found is None or printed == "open":
        return found is None and printed == "open"
    return abs(found - Decimal(printed)) <= Decimal("0.000001") * max(1, abs(found))


def test_the_table_has_at_least_three_hundred_forms() -> None:
    forms = [row["form"] for row in _rows()]
    assert len(set(forms)) == len(forms) >= 300


@pytest.mark.parametrize("row", _rows(), ids=lambda row: re.sub(r"\s+", " ", row["form"]))
def test_form(row: dict[str, str]) -> None:
    found = _one(row["form"])
    assert (found.text, found.kind, found.unit or "") == (row["figure"], row["kind"], row["unit"])
    assert found.text == row["form"][found.start : found.end]
    assert _near(found.value, row["value"])
    assert {end: (str(getattr(found, end)), row[end]) for end in ENDS if not _near(getattr(found, end), row[end])} == {}
    assert (found.hedge_id or "") == row["hedge"]


NO_FIGURES = """one second of it | 1 second ahead | two seconds | and a half of it |
In 1999 and 2024 it grew | from 2010-2012 | FY24 | on June 16 and 17 | the 3rd of May | at 10.30 am |
+44 20 7946 0958 | Article 5 and 6 | the G20 and G7 | Covid-19 | HS-6 | an F-16 | a 2-nation tour | 10-member bloc |
flight 787 | No. 5 article | section 3.26 | 1. First | https://x.org/a%205%20b | see [57]. | aged 57 | twice a
week | B2B | the third quarter | a second term | double taxation | half an hour | a half-year | the first half | one
of the largest | one day | hundreds of millions of dollars | billions of dollars | in 2015 dollars | in constant
2010 US dollars | 45 million people | 300 companies | 5,000 jobs | a 2-1 win | 5 m wide | 10 a.m. | TOP 10 | ALL
5 | Lt 5 | 747-400 | A320 | 5G | 4K | B-52 | a 24-hour strike | 2024-25 | 1997/98 | May 5, 2024 | 5/6/2024 |
12.5.2024 | 10:30 | the 1990s | 24/7 | 9/11 | a third country | two countries | five years | the fourth quarter
of 2024 | five times in 2019 | 15 April | room 5 | over 2,000 firms | 10 to 15 people | two to three years | one
in the morning | a half-hearted try | he won 5 medals | 3 x 4 | 72 L-159s | a year and a half | in the first
place | a third and final term | 1/2 | a double-digit rise | the top 5 | 60 Minutes |
five out of five | ten out of five | two in five months | seven in ten |
a fifth-generation port | a third-party deal |
in a quarter it grew | one in five million cars | the triple | it grew three times | doubled-up | the 747-500x |
Peru was third party | it was first a supplier | a quarter of a point | two halves make it | number six buyer |
the first-half surplus | second-half exports | on 1 000.02.2024 it fell | up 5%20 on | a.5 percent | 5 kWh2 | 5 km2 |
a third place | fifth in line | double digits | 5 kg7 of it | a Boeing-747 | casino.1 supplier |
see fig_5 percent | rate=5 percent | desk@5 million dollars | #5 percent | a&5 percent | C:\\5 percent |
a ten-point plan | a five-point two-year plan | point two of the plan | Article 3, point two | Article 3 point two |
at one point two ministers left | the 12-point-plan | the oh so long talks | nil by mouth | won by ten points to nine |
at this point two ministers left | the point five of them made | two thousand ten-year bonds | a point-to-point line |
half-finished goods | half-yearly exports | a first-half rise of it | the year-and-a-half"""


@pytest.mark.parametrize("text", [" ".join(text.split()) for text in NO_FIGURES.split("|")])
def test_no_figure(text: str) -> None:
    assert find_quantities(text) == ()
    assert find_unread(text) == ()


UNREAD = {
    "$10.6.2": "$10.6.2",
    "worth $1.2.3 billion": "$1.2.3 billion",
    "5,0000 dollars": "5,0000 dollars",
    "up l5 percent": "l5 percent",
    "exports of $l2.5 billion": "$l2.5 billion",
    "imports fell to $ billion": "$ billion",
    "it weighed 5_000 tonnes": "5_000 tonnes",
    "it was .57.7 percent": "57.7 percent",
}


@pytest.mark.parametrize(("text", "span"), UNREAD.items())
def test_what_cannot_be_read_is_reported(text: str, span: str) -> None:
    assert find_quantities(text) == ()
    (unread,) = find_unread(text)
    assert text[unread.start : unread.end] == span
    assert unread.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("imports fell to $ billion", "the digits are missing"),
        ("exports of $l2.5 billion", "a letter stands for a digit"),
        (f"exports of ${'5' * 30} million", "too many digits"),
        ("exports of $5,0000", "the digits have no reading"),
        ("exports of $5e9", "the digits have no reading"),
    ],
)
def test_it_is_said_why_a_figure_cannot_be_read(text: str, reason: str) -> None:
    assert [unread.reason for unread in find_unread(text)] == [reason]


@pytest.mark.parametrize(("text", "span"), UNREAD.items())
def test_what_cannot_be_read_is_reported_also_beside_what_can(text: str, span: str) -> None:
    beside = f"It grew 4%. Then {text}. It fell 3% again."
    assert [quantity.text for quantity in find_quantities(beside)] == ["4%", "3%"]
    assert [beside[unread.start : unread.end] for unread in find_unread(beside)] == [span]


@pytest.mark.parametrize("text", ["went to Mars 5.5 billion", "AB-Rs 5.5 billion", "plusEUR 5.5 billion"])
def test_the_end_of_a_longer_word_is_no_currency(text: str) -> None:
    assert [quantity.unit for quantity in find_quantities(text)] in ([], [None])


@pytest.mark.parametrize("text", ["model 1O5X", "seat 5l", "block 1O5B-2"])
def test_a_code_with_letters_is_no_misprinted_figure(text: str) -> None:
    assert [quantity for quantity in find_quantities(text) if quantity.doubt] == []


@pytest.mark.parametrize("text", ["1o.6 billion dollars", "$1O billion", "$1,23 billion"])
def test_a_misprint_that_can_be_read_is_doubted(text: str) -> None:
    assert _one(text).doubt


RULES = {
    "range.dash": ("5-10%", "14%-16%", "EUR 3-4 bn"),
    "range.between": ("between 5% and 6%",),
    "range.or": ("one or two percent",),
    "range.to": ("3 to 4 percent",),
    "currency.sign": ("$2,500",),
    "currency.sign.scaled": ("US$5 billion", "RMB5bn", "Rs 5 lakh crore"),
    "currency.noun.scaled": ("5 billion crowns",),
    "currency.qualified.scaled": ("5 billion Canadian dollars", "5 bn Swiss francs"),
    "fraction": ("two thirds", "one in five"),
    "multiple.word": ("doubled",),
    "multiple.fold": ("threefold", "3.5-fold"),
    "multiple.times": ("2.5 times larger",),
    "multiple.factor": ("by a factor of 18", "by a factor of nearly three"),
    "rank.superlative": ("third-largest",),
    "rank.number": ("No. 1 supplier",),
    "basis-point": ("150 basis points", "25 bps"),
    "percent": ("5%", "5 percent"),
    "percentage-point": ("5 percentage points", "5% points", "5pp"),
    "currency.noun": ("5 pounds",),
    "currency.qualified": ("5 Canadian dollars",),
    "physical": ("5 tonnes", "5 barrels a day", "450 units", "520,000 60-kg bags"),
    "bare": ("5 million", "5 bn"),
    "carried": ("$5 billion against 3 billion",),
    "compound": ("3 million 500 thousand tonnes",),
    "rank.place": ("in third place",),
    "rank.verb": ("ranked third",),
    "part-of-scale": ("half a billion dollars",),
}


@pytest.mark.parametrize(("rule", "texts"), RULES.items(), ids=RULES.keys())
def test_a_figure_names_the_rule_that_explain_shows(rule: str, texts: tuple[str, ...]) -> None:
    assert [find_quantities(text)[-1].rule for text in texts] == [rule] * len(texts)


RANKS = {
    "Peru ranked first": 1,
    "Peru was third, with Chile fourth": 3,
    "Peru is second in the list": 2,
    "Peru came third.": 3,
    "the number two exporter": 2,
    "its No.4 supplier": 4,
    "No. 1 exporter": 1,
}


@pytest.mark.parametrize(("text", "place"), RANKS.items())
def test_a_place_in_a_ranking(text: str, place: int) -> None:
    found = next(one for one in find_quantities(text) if one.kind == "rank")
    assert (found.value, found.unit) == (Decimal(place), "rank")


MULTIPLES = {
    "exports doubled": "100",
    "twice the level": "100",
    "triple the level": "200",
    "to triple by 2030": "200",
    "exports could triple": "200",
    "quadruple that of 2020": "300",
    "rose 2.5x": "150",
    "more than three times": "200",
    "grew by three times in May": "200",
    "about three times what it was": "200",
    "five times the amount": "400",
    "by a factor of ten": "900",
    "by a factor of about 2.5": "150",
}


@pytest.mark.parametrize(("text", "percent"), MULTIPLES.items())
def test_so_many_times_is_a_growth_by_one_time_less(text: str, percent: str) -> None:
    found = _one(text)
    assert (found.kind, found.unit, found.value) == ("multiple", "percent", Decimal(percent))


CONTEXT: dict[str, tuple[str, tuple[str, ...], str | None, str | None]] = {
    "Czech crowns": ("18 billion crowns", ("CZE", "DEU"), None, "CZK"),
    "Swedish crowns": ("18 billion crowns", ("SWE",), None, "SEK"),
    "of two the one named first": ("18 billion crowns", ("SWE", "CZE"), None, "SEK"),
    "Pakistani rupees": ("Rs 18 billion", ("PAK", "CHN"), None, "PKR"),
    "Indian rupees by default": ("Rs 18 billion", ("CHN",), None, "INR"),
    "yuan": ("¥18 billion", ("CHN",), None, "CNY"),
    "yen by default": ("¥18 billion", ("USA",), None, "JPY"),
    "Egyptian pounds": ("18 billion pounds", ("EGY",), None, "EGP"),
    "a dollar stays American": ("$18 billion", ("CAN",), None, "USD"),
    "unless the text says otherwise": ("$18 billion", ("CAN",), "CAD", "CAD"),
    "a default that is no candidate": ("18 billion crowns", (), "CAD", None),
    "what is said plainly stays": ("US$18 billion", ("CAN",), "CAD", "USD"),
}


@pytest.mark.parametrize(("text", "economies", "default", "unit"), CONTEXT.values(), ids=CONTEXT.keys())
def test_context_settles_a_shared_currency(
    text: str, economies: tuple[str, ...], default: str | None, unit: str | None
) -> None:
    context = CurrencyContext(economies=economies, default=default)
    (found,) = find_quantities(text, context=context)
    assert found.unit == unit
    assert bool(found.currencies) == (text[:2] != "US")


def test_a_sign_before_is_settled_by_the_words_after() -> None:
    assert _one("$18 billion Canadian dollars").unit == "CAD"


def test_each_current_currency_can_be_written_by_its_code() -> None:
    for row in read_csv("currencies.csv"):
        found = _one(f"{row['code']} 5.25 billion")
        assert (found.unit, found.text) == (row["code"], f"{row['code']} 5.25 billion")


def test_no_currency_has_two_rows() -> None:
    codes = [row["code"] for row in read_csv("currencies.csv")]
    assert len(codes) == len(set(codes)) > 170


HEDGES: list[dict[str, Any]] = read_toml("hedges.toml")["hedge"]


@pytest.mark.parametrize(("hedge", "text"), [(h["id"], text) for h in HEDGES for text in h["examples"]])
def test_hedge_example(hedge: str, text: str) -> None:
    found = find_quantities(text)[0]
    assert found.hedge_id == hedge
    assert found.hedge_span is not None
    assert text[slice(*found.hedge_span)] == found.hedge


@pytest.mark.parametrize(("hedge", "text"), [(h["id"], text) for h in HEDGES for text in h["counterexamples"]])
def test_hedge_counterexample(hedge: str, text: str) -> None:
    assert hedge not in [found.hedge_id for found in find_quantities(text)]


@pytest.mark.parametrize("phrase", sorted({phrase for hedge in HEDGES for phrase in hedge["phrases"]}))
def test_every_hedge_phrase_is_found(phrase: str) -> None:
    assert _one(f"It was, they said, {phrase} $5.2 billion.").hedge == phrase


def test_nearly_admits_and_excludes_what_people_mean() -> None:
    seven, five = _one("nearly 7%"), _one("nearly 5%")
    assert seven.natural_low is not None
    assert seven.low is not None
    assert five.high is not None
    assert seven.natural_low <= Decimal("6.5")
    assert seven.low <= 6
    assert five.high < Decimal("5.9")


def test_hedge_widths_can_be_configured() -> None:
    (found,) = find_quantities("nearly $100.0 billion", hedges={"nearly": {"natural": 0.01, "widest": "open"}})
    assert (found.low, found.natural_low) == (None, Decimal("99e9"))


@pytest.mark.parametrize(
    ("hedges", "message"),
    [
        ({"nearby": {"natural": 0.1}}, "hedges.nearby: no such hedge"),
        ({"nearly": {"naturally": 0.1}}, "hedges.nearly.naturally: no such key"),
        ({"nearly": {"natural": "wide"}}, "expected a number or 'open'"),
        ({"nearly": {"natural": -1}}, "a width is not negative"),
        ({"nearly": {"widest": "inf"}}, "a width is not negative"),
        ({"nearly": {"natural": True}}, "expected a number or 'open'"),
    ],
)
def test_a_wrong_hedge_setting_says_where(hedges: dict[str, dict[str, Any]], message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)):
        find_quantities("nearly 5%", hedges=hedges)


_NUMERALS = ("multiple", "fraction", "rank", "run_together", "daily", "percent")


def _examples(name: str) -> list[tuple[str, str]]:
    records = read_toml(name)
    groups = records["scale"] if name == "scales.toml" else [records[key] for key in _NUMERALS]
    return [tuple(example.rsplit(" = ", 1)) for record in groups for example in record["examples"]]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "expected"), _examples("scales.toml") + _examples("numerals.toml"))
def test_lexicon_example(text: str, expected: str) -> None:
    value, _, unit = expected.partition(" ")
    found = find_quantities(text)[0]
    assert found.value == Decimal(value)
    assert not unit or found.unit == unit


def _counterexamples() -> list[str]:
    numerals = read_toml("numerals.toml")
    groups = [*read_toml("scales.toml")["scale"], *(numerals[key] for key in _NUMERALS)]
    return [text for record in groups for text in record["counterexamples"]]


@pytest.mark.parametrize("text", _counterexamples())
def test_lexicon_counterexample(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize("row", read_csv("units.csv"), ids=lambda row: row["forms"].partition("|")[0] or "exact")
def test_every_unit_form_is_read(row: dict[str, str]) -> None:
    for form in filter(None, (row["forms"] + "|" + row["exact"]).split("|")):
        found = _one(f"It took 5.25 {form}.")
        assert found.kind == "physical"
        assert found.unit == (row["unit"] or ask_unit(form))
        assert found.unit
        assert not row["factor"] or found.value == Decimal("5.25") * Decimal(row["factor"])


@pytest.mark.parametrize(
    ("form", "symbol"), [("horsepower", "hp"), ("square miles", "sq mi"), ("people", None), ("cars", None)]
)
def test_quantulum_is_believed_only_for_units(form: str, symbol: str | None) -> None:
    assert ask_unit(form) == symbol


def test_a_multiple_keeps_its_factor() -> None:
    found = _one("a 3.5-fold rise")
    assert (found.factor, found.value, found.unit) == (Decimal("3.5"), Decimal(250), "percent")


def test_what_measures_the_things_that_are_counted_is_not_added_to_their_number() -> None:
    assert [found.value for found in find_quantities("6 million 20-mile trips")] == [6_000_000, 20]


def test_digits_and_scale_keep_the_print() -> None:
    found = _one("a gap of $10.0 billion")
    assert (found.digits, found.scale, found.rule) == ("10.0", Decimal(10) ** 9, "currency.sign.scaled")


def test_a_range_says_so() -> None:
    found = _one("between $1.4 and 1.6 billion")
    assert (found.digits, found.rule) == ("1.4-1.6", "range.between")


def test_a_sign_between_two_numbers_is_of_one_of_them() -> None:
    """Found by a law: "5 $ five" was read twice with one sign."""
    assert find_quantities("They paid 5 $ five times.")[0].text == "5 $"
    found = find_quantities("5 $ five")
    assert all(left.end <= right.start for left, right in pairwise(found))
