"""The words of the report: amounts, intervals, the names of codes, commodities in a sentence."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from sample_run import CLAIMS

from pipeline import words as sentence_words
from pipeline.lexicon import read_toml
from pipeline.report import words


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("22700000000", "USD", "$22.7 bn"),
        ("22710000000.00", "USD", "$22.71 bn"),
        ("1000000000000", "USD", "$1 tn"),
        ("-185000000", "USD", "−$185 m"),
        ("276000000", "EUR", "€276 m"),
        ("1234", "USD", "$1,234"),
        ("43800000000", "KZT", "KZT 43.8 bn"),
        ("6.0402684", "percent", "6.04 %"),
        ("-2", "percent", "−2 %"),
        ("1.5", "percentage-point", "1.5 points"),
        ("350000000", "t", "350 m t"),
        ("0", "USD", "$0"),
    ],
)
def test_amounts_are_written_as_a_person_would(value: str, unit: str, written: str) -> None:
    assert words.amount(Decimal(value), unit).replace("\xa0", " ") == written


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        ("22650000000", "22750000000", "$22.65 bn to $22.75 bn"),
        ("950000000", "1050000000", "$0.95 bn to $1.05 bn"),
        ("700000000000", None, "at least $700 bn"),
        (None, "700000000000", "at most $700 bn"),
        (None, None, "any value"),
        ("5", "5", "$5"),
    ],
)
def test_intervals_name_both_ends_in_one_scale(low: str | None, high: str | None, written: str) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert words.interval(*ends, "USD").replace("\xa0", " ") == written


@pytest.mark.parametrize("table", ["kind", "scope", "certainty", "flow", "measure"])
def test_every_code_of_the_specification_has_its_words(table: str) -> None:
    codes = {
        "kind": "same-fact identity sum growth share rank trend threshold mirror system",
        "scope": "article source cross-source",
        "certainty": "impossible unlikely needs-reading",
        "flow": "export import turnover balance",
        "measure": "level change share rank trend sign",
    }
    assert set(read_toml("report.toml")[table]) == set(codes[table].split())


def test_no_line_ends_within_an_amount() -> None:
    told = words.bound("Chad's exports are $43.8 bn, up 7 %, or AED 561.2 m (5 boxes of tea)")
    assert told.replace("\xa0", "_") == "Chad's exports are $43.8_bn, up 7_%, or AED_561.2_m (5 boxes of tea)"


def test_a_headline_gets_its_full_stop_before_more_is_said() -> None:
    assert words.sentences("It is given twice", "It cannot be both.", "") == "It is given twice. It cannot be both."


@pytest.mark.parametrize(
    ("commodity", "flow", "said"),
    [
        ("Non-oil exports", "export", "Kazakhstan's 2024 non-oil exports to China"),
        ("Crude oil", "export", "Kazakhstan's 2024 exports of crude oil to China"),
        ("LNG", "import", "Kazakhstan's 2024 imports of LNG from China"),
        ("Russian oil", "import", "Kazakhstan's 2024 imports of Russian oil from China"),
        ("goods", "turnover", "Kazakhstan's 2024 trade in goods with China"),
    ],
)
def test_a_commodity_is_said_once_and_as_inside_a_sentence(commodity: str, flow: str, said: str) -> None:
    claim = dataclasses.replace(CLAIMS["kaz"], reporter="KAZ", partner="CHN", commodity=commodity, flow=flow)
    assert sentence_words.said(claim) == said
