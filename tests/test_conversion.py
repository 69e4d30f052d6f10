"""Conversions that an article prints beside its figures."""

from __future__ import annotations

import dataclasses

from claims import claim

from pipeline.conflict import check


def _pair(edge: str, baht: str, dollars: str):
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
    change = dataclasses.replace(converted, measure="change", low=converted.low * 3, high=converted.high * 3)
    assert not check([original, change, *_pair("THA/world/import 2024-04", pair, "$25.4 billion")]).findings
