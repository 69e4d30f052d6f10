"""Conversions that an article prints beside its figures."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from claims import claim, negative

from pipeline.claim import Claim
from pipeline.conflict import CheckSettings, check
from pipeline.conflict.conversion import conversions


def _pair(edge: str, baht: str, dollars: str) -> tuple[Claim, Claim]:
    original = claim(edge, baht, unit="THB")
    return original, dataclasses.replace(claim(edge, dollars), conversion_of=original.id)


def test_two_conversions_with_one_rate_agree():
    claims = [*_pair("THA/world/export 2024-04", "834 billion baht", "$23.3 billion")]
    claims += _pair("THA/world/import 2024-04", "910 billion baht", "$25.4 billion")
    assert not check(claims).findings


def test_two_rates_for_one_month_are_unlikely():
    claims = [*_pair("THA/world/export 2024-04", "834 billion baht", "$23.3 billion")]
    claims += _pair("THA/world/import 2024-04", "910 billion baht", "$52.4 billion")
    (found,) = check(claims).findings
    assert (found.certainty, found.suspect) == ("unlikely", None)
    assert "$23.3 billion, a rate of 0.0279 and" in found.explanation
    assert set(found.claims) == {one.id for one in claims}


def test_of_three_rates_the_odd_one_is_doubted():
    claims = [*_pair("THA/world/export 2024-04", "834 billion baht", "$23.3 billion")]
    claims += _pair("THA/world/import 2024-04", "910 billion baht", "$25.4 billion")
    claims += _pair("THA/CHN/export 2024-04", "110 billion baht", "$5.4 billion")
    (found,) = check(claims).findings
    assert found.suspect == claims[-1].id


def test_a_change_of_money_is_no_conversion_of_an_amount():
    (original, converted), pair = (
        _pair("THA/world/export 2024-04", "834 billion baht", "$23.3 billion"),
        "910 billion baht",
    )
    wild = {"low": converted.low * 3, "high": converted.high * 3}
    change = dataclasses.replace(converted, measure="change", base_period="2023-04", **wild)
    assert not check([original, change, *_pair("THA/world/import 2024-04", pair, "$25.4 billion")]).findings


APRIL, MAY = "THA/world/export 2024-04", "THA/world/export 2024-05"
USUAL = _pair(APRIL, "834 billion baht", "$23.3 billion")


def test_the_finding_names_the_currencies_and_the_figures_in_their_order():
    odd = _pair(MAY, "910 billion baht", "$52.4 billion")
    (found,) = check([*odd[::-1], *USUAL[::-1]]).findings
    assert (found.kind, found.scope, found.note[:8]) == ("same-fact", "article", "Exchange")
    assert found.claims == tuple(one.id for one in (*USUAL, *odd))
    assert found.suspects == (USUAL[1].id, odd[1].id)
    assert "from THB to USD" in found.headline


OTHERS = {
    "of another year": _pair("THA/world/export 2014-04", "910 billion baht", "$52.4 billion"),
    "into another currency": _pair(MAY, "910 billion baht", "€52.4 billion"),
    "with an open end": _pair(MAY, "910 billion baht", "more than $52.4 billion"),
    "of a figure with an open end": _pair(MAY, "more than 910 billion baht", "$52.4 billion"),
    "of nothing": _pair(MAY, "no more than 1 baht", "$52.4 billion"),
    "of a figure that is not there": _pair(MAY, "910 billion baht", "$52.4 billion")[1:],
    "a little dearer": _pair(MAY, "834 billion baht", "$24.4 billion"),
    "a little cheaper": _pair(MAY, "834 billion baht", "$22.2 billion"),
}


@pytest.mark.parametrize("pair", OTHERS.values(), ids=OTHERS)
def test_a_conversion_is_held_against_those_of_its_year_and_currencies(pair: tuple[Claim, ...]):
    assert not check([*USUAL, *pair]).findings


def test_a_month_and_its_year_have_one_rate():
    claims = [*USUAL, *_pair("THA/CHN/export 2024", "910 billion baht", "$52.4 billion")]
    assert [found.kind for found in check(claims).findings] == ["same-fact"]


def test_an_amount_in_the_same_currency_is_no_conversion():
    claims = [*_pair("THA/CHN/export 2024", "834 billion baht", "$23.3 billion")]
    claims += _pair("THA/CHN/import 2024", "910 billion baht", "$52.4 billion")
    assert [*conversions(claims, CheckSettings())]
    assert not [*conversions([dataclasses.replace(one, unit="THB") for one in claims], CheckSettings())]


@pytest.mark.parametrize(
    ("dollars", "tolerance"), [("$24.8 billion", "0.05"), ("$21.9 billion", "0.05"), ("$24.4 billion", "0.01")]
)
def test_rates_further_apart_than_the_tolerance_are_told(dollars: str, tolerance: str):
    settings = CheckSettings(conversion_tolerance=Decimal(tolerance))
    assert check([*USUAL, *_pair(MAY, "834 billion baht", dollars)], settings=settings).findings


def test_a_deficit_is_converted_as_a_surplus_is():
    original, converted = (
        negative(one) for one in _pair("THA/world/balance 2024-04", "83.4 billion baht", "$2.33 billion")
    )
    assert not check([*USUAL, original, dataclasses.replace(converted, conversion_of=original.id)]).findings


def test_three_rates_that_all_differ_are_one_finding_and_nobody_is_suspected():
    claims = [
        *USUAL,
        *_pair(MAY, "910 billion baht", "$52.4 billion"),
        *_pair("THA/CHN/export 2024-04", "110 billion baht", "$11.4 billion"),
    ]
    (found,) = check(claims).findings
    assert found.suspect is None
