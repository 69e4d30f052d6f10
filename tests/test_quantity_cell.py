"""Figures alone in cells, and the units that heads of tables print."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.quantity import CurrencyContext, read_cell, read_unit

UNITS = {
    "NZ$ million": ("NZD", 10**6),
    "US$ billions": ("USD", 10**9),
    "(MM USD)": ("USD", 10**6),
    "Value (USD)": ("USD", 1),
    "MAD billion": ("MAD", 10**9),
    "Exports 2024, $ billion": ("USD", 10**9),
    "(millions, 2017)": (None, 10**6),
    "in millions of euros": ("EUR", 10**6),
    "Rs crore": ("INR", 10**7),
    "lakh crore rupees": ("INR", 10**12),
    "€m": ("EUR", 10**6),
    "USD mn": ("USD", 10**6),
    "(US$'000)": ("USD", 1000),
    "('000 t)": ("t", 1000),
    "Billion won": ("KRW", 10**9),
    "bn yen": ("JPY", 10**9),
    "Volume, mt": ("t", 1),
    "Share, %": ("percent", 1),
    "Percent of bilateral trade": ("percent", 1),
    "pp": ("percentage-point", 1),
    "US dollars": ("USD", 1),
    "thousand barrels per day": ("bbl/d", 1000),
    "Exports (US$ m); imports (US$ m)": ("USD", 10**6),
    "tonnes, million": ("t", 10**6),
    "Value in EUR, weight in tonnes": ("EUR", 1),
    "weight in tonnes, value in EUR": ("EUR", 1),
    "% of exports, US$ million": ("USD", 10**6),
    "million tonnes, billion euros": ("EUR", 10**6),
    "[m]": (None, 10**6),
    "Exports, m": (None, 10**6),
    "Trade: bn": (None, 10**9),
    "Rs 000s": ("INR", 1000),
    "bn, 2024": (None, 10**9),
    "m; annual": (None, 10**6),
    "Rs lakh crore; thousand tonnes": ("INR", 10**12),
    "Rs crore (lakh)": ("INR", 10**7),
    "Trade, thousand m": (None, 10**9),
    "(t)": ("t", 1),
    "Weight, t": ("t", 1),
    "USDm": ("USD", 10**6),
    "MUSD": ("USD", 10**6),
    "₦bn": ("NGN", 10**9),
    "(100 million yen)": ("JPY", 10**8),
    "$ 1,000": ("USD", 1000),
    "EUR 1,000,000": ("EUR", 10**6),
    "(1,000 t)": ("t", 1000),
    "Rs. million": ("INR", 10**6),
    "bn. USD": ("USD", 10**9),
    "kilometres": ("km", 1),
    "5 percentage points": ("percentage-point", 1),
    "Rs ‘000": ("INR", 1000),
}


@pytest.mark.parametrize(("head", "expected"), UNITS.items(), ids=UNITS.keys())
def test_a_head_prints_unit_and_scale(head: str, expected: tuple[str | None, int]) -> None:
    unit = read_unit(head)
    assert unit is not None
    assert (unit.word.unit if unit.word else None, int(unit.scale)) == expected
    assert all(head[start:end].strip() for start, end in unit.spans)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Share, %", "percent"),
        ("pp", "percentage-point"),
        ("US$", "money"),
        ("tonnes", "physical"),
        ("(millions)", None),
    ],
)
def test_a_unit_is_of_a_kind(head: str, kind: str | None) -> None:
    unit = read_unit(head)
    assert unit is not None
    assert unit.kind == kind


@pytest.mark.parametrize(
    "head",
    [
        "Japan",
        "PC exports",
        "Rank",
        "Turkey",
        "Mark",
        "M",
        "Korea, Rep.",
        "",
        "2023",
        "|",
        "t",
        "bn",
        "t1 of it",
        "kg2",
        "USD2",
        "Peru m",
    ],
)
def test_other_heads_print_no_unit(head: str) -> None:
    assert read_unit(head) is None


CELLS = {
    "17,960": ("17,960", "17960000000", "USD"),
    "−3.0": ("3.0", "-3000000", "USD"),
    "$9.74": ("$9.74", "9740000", "USD"),
    "$293.4b": ("$293.4b", "293400000000", "USD"),
    "£2": ("£2", "2000000", "GBP"),
    "100.0%": ("100.0%", "100", "percent"),
    "-$375,576.40": ("-$375,576.40", "-375576400000", "USD"),
    "$-375.40": ("$-375.40", "-375400000", "USD"),
    "(1,234)": ("1,234", "-1234000000", "USD"),
    "12.3*": ("12.3", "12300000", "USD"),
    "12.3 [a]": ("12.3", "12300000", "USD"),
    "1 234.5": ("1 234.5", "1234500000", "USD"),
    "2016": ("2016", "2016000000", "USD"),
    "12.5 t": ("12.5 t", "12.5", "t"),
    ".5": (".5", "500000", "USD"),
    "1 234 567": ("1 234 567", "1234567000000", "USD"),
    "+3.0": ("3.0", "3000000", "USD"),
    "~3.0": ("3.0", "3000000", "USD"),
    "( 3.0 )": ("3.0", "-3000000", "USD"),
    "3.0)": ("3.0", "3000000", "USD"),
    "- (3.0)": ("3.0", "-3000000", "USD"),
    "3.0 (est.)": ("3.0", "3000000", "USD"),
    "3.0 (p)": ("3.0", "3000000", "USD"),
    "3.0a": ("3.0", "3000000", "USD"),
    "3.0†": ("3.0", "3000000", "USD"),
    "3.0 billion": ("3.0 billion", "3000000000", "USD"),
    "5 t": ("5 t", "5", "t"),
    "0.5pp": ("0.5pp", "0.5", "percentage-point"),
    "2,000": ("2,000", "2000000000", "USD"),
}


@pytest.mark.parametrize(("cell", "expected"), CELLS.items(), ids=CELLS.keys())
def test_a_cell_takes_what_it_lacks_from_its_head(cell: str, expected: tuple[str, str, str]) -> None:
    figure = read_cell(cell, read_unit("US$ million"))
    assert figure is not None
    assert (figure.text, figure.value, figure.unit) == (expected[0], Decimal(expected[1]), expected[2])
    assert cell[figure.start : figure.end] == figure.text
    assert None not in (figure.low, figure.high)
    assert figure.low <= figure.value <= figure.high  # type: ignore[operator]


@pytest.mark.parametrize(
    "cell",
    [
        "n/a",
        "-",
        "",
        "3 countries",
        "12–15",
        "<0.1",
        "24.5 (+3.2%)",
        "Q1 2024",
        "9" * 90,
        "3.0 abc",
        "3.0 (10 of 12)",
        "10.6.2",
        "two",
        "1/2 of it",
    ],
)
def test_what_is_no_single_figure_is_left_to_others(cell: str) -> None:
    assert read_cell(cell, read_unit("US$ million")) is None


def test_without_a_unit_there_is_no_figure() -> None:
    assert read_cell("12.5", None) is None
    assert read_cell("12.5", read_unit("(millions)")) is None


@pytest.mark.parametrize("head", ["(millions)", "US$ million", "million tonnes", "Share, %"])
@pytest.mark.parametrize(("cell", "value", "unit"), [("5%", 5, "percent"), ("5 pp", 5, "percentage-point")])
def test_a_part_of_a_hundred_takes_nothing_from_its_head(head: str, cell: str, value: int, unit: str) -> None:
    figure = read_cell(cell, read_unit(head))
    assert figure is not None
    assert (figure.value, figure.unit, figure.inherited_unit, figure.inherited_scale) == (value, unit, False, False)


def test_a_scale_alone_goes_with_the_currency_of_the_cell() -> None:
    figure = read_cell("$12.5", read_unit("(millions)"))
    assert figure is not None
    assert figure.value == Decimal("12500000")


def test_a_scale_of_its_own_is_not_multiplied_by_that_of_the_head() -> None:
    millions, dollars = read_unit("(millions)"), read_unit("US$")
    assert millions is not None
    assert dollars is not None
    both = dollars.scaled_by(millions)
    assert (both.kind, both.scale, both.spans) == ("money", 10**6, dollars.spans + millions.spans)
    billions = read_unit("US$ billion")
    assert billions is not None
    assert billions.scaled_by(millions) is billions
    assert dollars.scaled_by(dollars) is dollars
    assert millions.kind is None
    figure = read_cell("2.5 billion", both)
    assert figure is not None
    assert figure.value == Decimal("2500000000")
    assert not figure.inherited_scale


def test_what_the_head_gives_is_said_to_be_inherited() -> None:
    for cell, unit, scale in (("12.5", True, True), ("$12.5", False, True), ("$12.5 billion", False, False)):
        figure = read_cell(cell, read_unit("US$ million"))
        assert figure is not None
        assert (figure.inherited_unit, figure.inherited_scale) == (unit, scale)


def test_a_percentage_takes_no_scale() -> None:
    figure = read_cell("12.5", read_unit("Share, %"))
    assert figure is not None
    assert (figure.value, figure.unit, figure.low, figure.high) == (
        Decimal("12.5"),
        "percent",
        Decimal("12.45"),
        Decimal("12.55"),
    )


def test_crowns_are_those_of_the_economy_in_view() -> None:
    unit = read_unit("billion crowns")
    figure = read_cell("47.3", unit, CurrencyContext(economies=("CZE",)))
    assert figure is not None
    assert figure.unit == "CZK"
    assert read_cell("47.3", unit) is None


def test_the_digits_give_the_interval_and_the_head_the_place() -> None:
    figure = read_cell("57,955", read_unit("US$ million"))
    assert figure is not None
    assert (figure.natural_low, figure.natural_high) == (Decimal("57954500000"), Decimal("57955500000"))


@pytest.mark.parametrize(
    ("head", "unit", "scale"),
    [
        ("Exports, USDm", "USD", 10**6), ("USDbn", "USD", 10**9), ("MUSD", "USD", 10**6), ("₦bn", "NGN", 10**9),
        ("bn. USD", "USD", 10**9), ("Rs. million", "INR", 10**6), ("100 million yen", "JPY", 10**8),
        ("Exports of Tom", None, None), ("Exports 100", None, None),
    ],
)  # fmt: skip
def test_a_head_may_print_currency_and_scale_as_one_word(head: str, unit: str | None, scale: int | None) -> None:
    found = read_unit(head)
    assert (found and found.word and found.word.unit) == unit
    assert (found and found.scale) == scale
