"""Absurd, copied and very many claims: neither a crash, nor a hang, nor a false proof."""

# ruff: noqa: E501 - tables of cases read better unbroken
from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from claims import change, claim, deficit, only, rank, share, sign

from pipeline.conflict import CheckSettings, check

KAZ = "CHN/KAZ/turnover 2024"


BAD = {
    "nothing": [],
    "no value": [dataclasses.replace(claim(KAZ, "$43.8 billion"), value=None), claim(KAZ, "$22.7 billion")],
    "no interval": [dataclasses.replace(claim(KAZ, "$43.8 billion"), low=None, high=None), claim(KAZ, "$22.7 billion")],
    "no period": [claim("CHN/KAZ/turnover", "$43.8 billion"), claim("CHN/KAZ/turnover", "$22.7 billion")],
    "nonsense period": [claim("CHN/KAZ/turnover soon", "$43.8 billion"), claim("CHN/KAZ/turnover soon", "$22.7 billion")],
    "absurd": [claim(KAZ, "$43.8 billion", value=Decimal("1e40"), unit="USD"), claim(KAZ, "$22.7 billion")],
    "not a number": [claim(KAZ, "$43.8 billion", value=Decimal("NaN"), unit="USD"), claim(KAZ, "$22.7 billion")],
    "trade of less than nothing": [
        claim("CHN/world/turnover 2024", "$319 billion", value=Decimal(-319), measure="level", unit="USD", low=Decimal(-320), high=Decimal(-318), natural_low=Decimal(-320), natural_high=Decimal(-318)), claim(KAZ, "$43.8 billion")
    ],
    "with itself": [claim("CHN/CHN/export 2024", "$1 billion"), claim("CHN/CHN/export 2024", "$2 billion")],
    "no partner": [dataclasses.replace(claim(KAZ, "$43.8 billion"), partner=None), claim(KAZ, "$22.7 billion")],
    "a sum with itself": [claim("CHN/KAZ+KAZ/turnover 2024", "$1 billion"), claim(KAZ, "$43.8 billion")],
    "a sum that holds the other side": [claim("CHN/CHN+KAZ/turnover 2024", "$1 billion"), claim(KAZ, "$43.8 billion")],
    "groups in a circle": [
        claim("CHN/eu+asean/turnover 2024", "$1 billion"), claim("eu/asean/turnover 2024", "$5 billion"), claim("CHN/eu/turnover 2024", "$9 billion")
    ],
    "an unknown group": [claim("CHN/friendly-lands/turnover 2024", "$1 billion"), claim(KAZ, "$43.8 billion")],
    "growth over zero": [
        change(KAZ, "20%", "2023"), claim("CHN/KAZ/turnover 2023", "$0", value=Decimal(0), unit="USD", low=Decimal(0), high=Decimal(0))
    ],
    "fall by more than all": [change(KAZ, "-120%", "2023", value=Decimal(-120), unit="percent"), claim(KAZ, "$43.8 billion")],
    "growth of a balance of unknown sign": [change("USA/CHN/balance 2024", "50%", "2023"), change("USA/CHN/balance 2024", "10%", "2023")],
    "growth over the same period": [change(KAZ, "20%", "2024"), change(KAZ, "50%", "2024")],
    "share of nothing": [share(KAZ, "46%", "nobody"), share(KAZ, "12%", "nobody")],
    "share of itself": [share(KAZ, "46%", "CHN/KAZ/turnover"), share(KAZ, "12%", "CHN/KAZ/turnover")],
    "a rank among strangers": [rank(KAZ, "largest", 1, "CHN/*/turnover:south-caucasus"), rank(KAZ, "second", 2, "x")],
    "deficit and surplus of the two sides": [deficit("USA/CHN/balance 2024", "$270 billion"), sign("CHN/USA/balance 2024", "surplus", 1)],
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_neither_a_crash_nor_a_proof(name):
    found = check(BAD[name])
    assert not [one for one in found.findings if one.certainty == "impossible"]
    assert set(found.not_compared) | found.checked == {one.id for one in BAD[name]}


def test_thousands_of_copies_are_one_claim():
    copies = [claim(KAZ, "$43.8 billion", f"d{n:05}") for n in range(3000)]
    found = only(check([*copies, claim(KAZ, "$22.7 billion", "x")]))
    assert len(found.claims) == 2
    assert len(found.witnesses) == len(copies) - 1


def test_a_fact_that_is_given_in_a_thousand_ways_is_one_dispute():
    claims = [claim(KAZ, f"${40 + n / 100:.2f} billion", f"d{n:05}") for n in range(1500)]
    found = only(check(claims))
    assert {*found.claims, *found.witnesses} == {one.id for one in claims}
    assert found.suspect is None


def test_a_large_corpus_is_looked_at_only_where_it_disagrees_and_gives_the_same_findings():
    agreeing = [claim(KAZ, "$43.8 billion", f"{name}.txt", source="GACC") for name in "abcd"]
    claims = [
        *agreeing,
        claim(KAZ, "$22.7 billion", "e.txt", source="GACC"),
        claim("KAZ/CHN/export 2024", "$15.9 billion", "a.txt"),
        claim("KAZ/CHN/import 2024", "$28.0 billion", "b.txt"),
        claim("UZB/CHN/turnover 2024", "$13.8 billion", "a.txt"),
        rank(KAZ, "largest", 1, "CHN/*/turnover:central-asia", "c.txt"),
        change(KAZ, "7%", "2023", "d.txt"),
    ]
    usual, large = check(claims), check(claims, settings=CheckSettings(large_corpus=0))
    assert usual.findings
    assert large.findings == usual.findings
    assert large.checked >= usual.checked
