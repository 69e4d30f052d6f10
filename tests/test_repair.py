"""The slips that people make, each in an article that shows it: the rewrite is found, and what bears it out."""

from __future__ import annotations

import pytest
from claims import change, claim, deficit, fall, rank, share

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.finding import Finding


def _five(kgz: str = "$22.7 billion", kgz_edge: str = "CHN/KGZ/turnover 2024") -> list[Claim]:
    return [
        claim(kgz_edge, kgz),
        claim("CHN/central-asia/turnover 2024", "$94.8 billion"),
        claim("CHN/KAZ/turnover 2024", "$43.8 billion"),
        claim("KAZ/CHN/import 2024", "$27.9 billion"),
        claim("KAZ/CHN/export 2024", "$15.9 billion"),
        claim("CHN/UZB/turnover 2024", "$13.8 billion"),
        claim("CHN/TKM/turnover 2024", "$10.6 billion"),
        claim("CHN/TJK/turnover 2024", "$3.9 billion"),
    ]


def _two_years(exports: str, **slots: object) -> list[Claim]:
    return [
        claim("VNM/world/export 2023", exports, **slots),
        claim("VNM/world/export 2022", "$371.3 billion"),
        fall("VNM/world/export 2023", "4.4%", "2022"),
        claim("VNM/world/import 2023", "$327.5 billion"),
        claim("VNM/world/turnover 2023", "$682.5 billion"),
    ]


CASES = {
    "a neighbour's figure": (_five(kgz_edge="CHN/KAZ/turnover 2024"), {"partner": "KGZ"}),
    "a scale too small": (_two_years("$355.0 million"), {"value": 355_000_000_000}),
    "a slipped point": (_two_years("$35.50 billion"), {"value": 355_000_000_000}),
    "two digits transposed": (_two_years("$535.0 billion"), {"value": 355_000_000_000}),
    "a digit dropped": (_two_years("$55.0 billion"), {"value": 355_000_000_000}),
    "another currency": (_two_years("€955.0 billion"), None),
    "a place too high": (
        [*_five(), rank("CHN/TKM/turnover 2024", "third-largest", 3, "CHN/*/turnover:central-asia")],
        {"value": 4},
    ),
    "a rise for a fall": (
        [
            change("VNM/world/export 2023", "4.4%", "2022"),
            claim("VNM/world/export 2023", "$355.0 billion"),
            claim("VNM/world/export 2022", "$371.3 billion"),
            claim("VNM/world/export 2023", "$355 billion"),
            claim("VNM/world/import 2023", "$327.5 billion"),
            claim("VNM/world/turnover 2023", "$682.5 billion"),
            share("VNM/USA/export 2022", "29.4%", "VNM/world/export"),
            claim("VNM/USA/export 2022", "$109.2 billion"),
        ],
        {"value": -4.4},
    ),
    "transposed in a deficit": (
        [
            deficit("USA/world/balance 2004", "$671.7bn"),
            claim("USA/world/export 2004", "$1.15 trillion"),
            claim("USA/world/import 2004", "$1.76 trillion"),
            deficit("USA/world/balance 2003", "$496.5bn"),
            change("USA/world/balance 2004", "24.4%", "2003"),
        ],
        {"value": -617_700_000_000},
    ),
}


def first(claims: list[Claim]) -> Finding | None:
    return next(iter(check(claims).findings), None)


@pytest.mark.parametrize("name", CASES)
def test_slip(name):
    claims, change_wanted = CASES[name]
    found = first(claims)
    if change_wanted is None:
        assert found is None
        return
    assert found is not None
    culprit = claims[-1] if name == "a place too high" else claims[0]
    assert found.suspect == culprit.id
    assert found.repair is not None
    assert dict(found.repair.change) == change_wanted
    assert found.repair.claim == culprit.id
    assert set(found.repair.support) <= {one.id for one in claims} - {culprit.id}
    assert found.repair.because.endswith(".")


def test_a_repair_settles_its_conflict():
    claims = _two_years("$535.0 billion")
    right = _two_years("$355.0 billion")
    assert first(claims)
    assert not first(right)


def test_nothing_is_proposed_that_nothing_bears_out():
    found = first([claim("CHN/KAZ/turnover 2024", "$43.8 billion"), claim("CHN/KAZ/turnover 2024", "$22.7 billion")])
    assert found is not None
    assert found.repair is None


def test_the_figure_of_another_year_is_found_in_another_article():
    claims = [
        claim("CHN/KAZ/turnover 2024", "$41.03 billion", "a"),
        claim("KAZ/CHN/export 2024", "$15.93 billion", "a"),
        claim("KAZ/CHN/import 2024", "$27.89 billion", "a"),
        share("KAZ/CHN/export 2024", "36.35%", "CHN/KAZ/turnover", "a"),
        claim("CHN/KAZ/turnover 2023", "$41.03 billion", "b"),
    ]
    found = first(claims)
    assert found is not None
    assert found.suspect == claims[0].id
    assert found.repair is not None
    assert found.repair.change["period"] == "2023"
