"""Regions whose limits differ by who speaks: whom every usage counts in, and partners that are only a part of one."""

from __future__ import annotations

import pytest

from pipeline.economy import is_group, members
from pipeline.lexicon import read_csv
from pipeline.library import check_text
from pipeline.wholes import boundary, is_country, parts, within

YEAR = 2015
CORES = {row["slug"]: row["holds"].split("|") for row in read_csv("region_cores.csv")}


@pytest.mark.parametrize("region", CORES)
def test_whom_everybody_counts_in_is_counted_in_by_the_members_too(region: str) -> None:
    assert boundary(region) == "loose"
    listed = members(region, YEAR)
    for party in CORES[region]:
        assert is_country(party) or is_group(party)
        if listed and is_country(party):
            assert party in listed
    assert len(set(CORES[region])) == len(CORES[region])


@pytest.mark.parametrize(
    ("party", "whole", "is_within"),
    [
        ("DEU", "europe", True),
        ("eu", "europe", True),
        ("euro-area", "eu", True),
        ("benelux", "western-europe", True),
        ("KAZ+UZB", "central-asia", True),
        ("CHN+JPN", "asia", True),
        ("CHN", "world", True),
        ("TUR", "europe", False),
        ("CHN+TUR", "asia", False),
        ("KAZ", "asia", False),
        ("eu", "euro-area", False),
        ("asia", "asia", False),
        ("world", "asia", False),
        ("CHN", "JPN", False),
        ("emerging-markets", "asia", False),
    ],
)
def test_a_party_is_within_a_whole_by_every_usage_or_not(party: str, whole: str, is_within: bool) -> None:
    assert within(party, whole, YEAR) is is_within


def test_a_treaty_holds_its_members_of_the_year_only() -> None:
    assert within("GBR", "eu", 2015)
    assert not within("GBR", "eu", 2022)
    assert parts("europe", YEAR) == frozenset()


CHINA = "Chile's exports to China were $8 billion in 2021. "


@pytest.mark.model
@pytest.mark.parametrize(
    "whom",
    [
        "the rest of Asia",
        "other Asian countries",
        "Asia excluding China",
        "Asian countries other than China",
        "Asia, not counting China,",
        "some Asian countries",
        "Asian countries that are not members of ASEAN",
        "Asian neighbours",
        "the remaining Asian markets",
    ],
)
def test_trade_with_a_part_of_a_region_proves_nothing(whom: str) -> None:
    read = check_text(f"Chile's trade in 2021\n\n{CHINA}Exports to {whom} were $3 billion in 2021.\n")
    told = {claim.text: claim for claim in read.claims}
    assert "only a part of" in str(told["$3 billion"].doubt)
    assert [one.certainty for one in read.findings if one.certainty == "impossible"] == []


@pytest.mark.model
@pytest.mark.parametrize("whom", ["Asia", "Asian countries", "all Asian countries", "Asian markets"])
def test_trade_with_a_region_is_at_least_that_with_who_is_in_it(whom: str) -> None:
    read = check_text(f"Chile's trade in 2021\n\n{CHINA}Exports to {whom} were $3 billion in 2021.\n")
    assert [(one.kind, one.certainty) for one in read.findings] == [("sum", "impossible")]
