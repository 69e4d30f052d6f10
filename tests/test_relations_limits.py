"""Where relations end: years of membership, times within times, bystanders; and which of two proofs is shown first."""

from __future__ import annotations

import pytest
from claims import claim, rank, record, seen, trend
from exact_claims import clashes, dollars, moved, part

from pipeline.claim import Claim
from pipeline.observation import Reading
from pipeline.solve.dispute import find_disputes

PER = "PER/JPN/export"
KAZ = "CHN/KAZ/turnover"
UZB = "CHN/UZB/turnover"
ASIA = "CHN/central-asia/turnover"


@pytest.mark.parametrize("month", ["", "-01", "-06", "-12"])
@pytest.mark.parametrize(("year", "apart"), [(1971, True), (1972, True), (1973, False), (2019, False), (2020, True)])
def test_a_group_and_a_country_are_apart_in_the_years_in_which_it_is_no_member(year: int, month: str, *, apart: bool):
    claims = [
        *(dollars(f"USA/world/export {year}{month}", 9), dollars(f"USA/eu/export {year}{month}", 8)),
        dollars(f"USA/GBR/export {year}{month}", 2),
    ]
    assert clashes(*claims) == apart
    shares = (part(f"USA/{to}/export {year}{month}", 60, "USA/world/export") for to in ("eu", "GBR"))
    assert clashes(*shares) == apart


@pytest.mark.parametrize("month", ["", "-01", "-06", "-12"])
@pytest.mark.parametrize(("year", "member"), [(1972, False), (1973, True), (2019, True), (2020, False)])
def test_a_member_trades_no_more_than_its_group_in_the_years_in_which_it_is_one(year: int, month: str, *, member: bool):
    claims = dollars(f"USA/eu/export {year}{month}", 8), dollars(f"USA/GBR/export {year}{month}", 9)
    assert clashes(*claims) == member


def test_of_a_group_whose_members_change_only_those_count_that_were_in_it_throughout():
    assert clashes(dollars("USA/eu/export 2018/2019", 8), dollars("USA/GBR/export 2018/2019", 9))
    assert not clashes(dollars("USA/eu/export 2018/2020", 8), dollars("USA/GBR/export 2018/2020", 9))
    assert not clashes(dollars("USA/eu/export 2019/2020", 8), dollars("USA/GBR/export 2019/2020", 9))
    assert clashes(dollars("USA/eu/export 2018/2020", 8), dollars("USA/DEU/export 2018/2020", 9))


@pytest.mark.parametrize("month", ["", "-01", "-12"])
@pytest.mark.parametrize(("year", "members"), [(2006, "BOL COL ECU PER VEN"), (2007, "BOL COL ECU PER")])
@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_a_group_trades_what_its_members_of_the_year_do(month: str, year: int, members: str, beside: int):
    parts = [dollars(f"CHN/{one}/export {year}{month}", 2) for one in members.split()]
    whole = dollars(f"CHN/andean-community/export {year}{month}", 2 * len(parts) + beside)
    assert clashes(whole, *parts) == (beside != 0)


@pytest.mark.parametrize("month", ["", "-01", "-12"])
@pytest.mark.parametrize(("year", "inside"), [(2003, False), (2004, True), (2010, True)])
def test_a_group_within_a_group_trades_no_more_than_it_once_all_have_joined(year: int, month: str, *, inside: bool):
    claims = dollars(f"USA/eu/export {year}{month}", 8), dollars(f"USA/visegrad/export {year}{month}", 9)
    assert clashes(*claims) == inside


@pytest.mark.parametrize("month", ["", "-01", "-12"])
@pytest.mark.parametrize("year", [2018, 2019, 2020])
def test_a_member_trades_no_more_with_another_than_with_its_own_group(year: int, month: str):
    assert clashes(dollars(f"GBR/eu/export {year}{month}", 8), dollars(f"GBR/FRA/export {year}{month}", 9))
    assert not clashes(dollars(f"GBR/eu/export {year}{month}", 9), dollars(f"GBR/FRA/export {year}{month}", 8))


@pytest.mark.parametrize(("time", "inside"), [("2004", True), ("2003/2004", False), ("2004/2005", True)])
def test_a_group_is_within_another_where_it_is_so_throughout(time: str, *, inside: bool):
    claims = dollars(f"POL/visegrad/export {time}", 9), dollars(f"POL/eu/export {time}", 8)
    assert clashes(*claims) == inside


ROOM: dict[str, tuple[bool, tuple[Claim, ...]]] = {
    "a group's exports to one, in those to the world": (
        True,
        (dollars("eu/world/export 2024", 8), dollars("eu/CHN/export 2024", 9)),
    ),
    "a group's exports to two, in those to the world": (
        True,
        (dollars("eu/world/export 2024", 8), *(dollars(f"eu/{one}/export 2024", 5) for one in ("CHN", "JPN"))),
    ),
    "a group's exports to a member, beside those to a group that shares members": (
        False,
        (dollars("eu/euro-area/export 2024", 8), dollars("eu/DEU/export 2024", 9)),
    ),
    "two parts that make up a group, below it": (
        True,
        (
            *(dollars(f"{ASIA} 2024", 20), dollars("CHN/UZB+TKM/turnover 2024", 8)),
            dollars("CHN/KAZ+KGZ+TJK/turnover 2024", 9),
        ),
    ),
    "two parts that make up a group": (
        False,
        (
            *(dollars(f"{ASIA} 2024", 17), dollars("CHN/UZB+TKM/turnover 2024", 8)),
            dollars("CHN/KAZ+KGZ+TJK/turnover 2024", 9),
        ),
    ),
    "a member's share above its group's": (
        True,
        (part("USA/eu/export 2020", 30, "USA/world/export"), part("USA/DEU/export 2020", 40, "USA/world/export")),
    ),
    "a former member's share above its group's": (
        False,
        (part("USA/eu/export 2020", 30, "USA/world/export"), part("USA/GBR/export 2020", 40, "USA/world/export")),
    ),
    "a member's share above its group's, while it was one": (
        True,
        (part("USA/eu/export 2019", 30, "USA/world/export"), part("USA/GBR/export 2019", 40, "USA/world/export")),
    ),
    "shares of two, and of a region that one may be in": (
        True,
        (
            *(part("UKR/TUR/export 2020", 60, "UKR/world/export"), part("UKR/CHN/export 2020", 50, "UKR/world/export")),
            part("UKR/europe/export 2020", 10, "UKR/world/export"),
        ),
    ),
    "shares of one, and of a region that it may be in": (
        False,
        (part("UKR/TUR/export 2020", 60, "UKR/world/export"), part("UKR/europe/export 2020", 50, "UKR/world/export")),
    ),
}


@pytest.mark.parametrize("name", ROOM)
def test_there_is_room_for_all_that_is_within(name: str):
    clash, claims = ROOM[name]
    assert clashes(*claims) == clash


TIMES: dict[str, tuple[bool, tuple[Claim, ...]]] = {
    "two halves, and a quarter that ends with one": (
        True,
        (dollars(f"{PER} 2022", 9), *(dollars(f"{PER} 2022-{at}", 4) for at in ("01/2022-06", "Q2", "07/2022-12"))),
    ),
    "two halves, and a quarter that begins with one": (
        True,
        (dollars(f"{PER} 2022", 9), *(dollars(f"{PER} 2022-{at}", 4) for at in ("Q1", "01/2022-06", "07/2022-12"))),
    ),
    "two halves, and a month within one": (
        True,
        (dollars(f"{PER} 2022", 9), *(dollars(f"{PER} 2022-{at}", 4) for at in ("02", "01/2022-06", "07/2022-12"))),
    ),
    "two halves that make the year, and parts of them": (
        False,
        (
            dollars(f"{PER} 2022", 8),
            *(dollars(f"{PER} 2022-{at}", 4) for at in ("Q2", "01/2022-06", "07/2022-12", "12")),
        ),
    ),
    "a year and thirteen months": (False, (dollars(f"{PER} 2022", 9), dollars(f"{PER} 2022-01/2023-01", 8))),
    "a month and the year that ends with it": (True, (dollars(f"{PER} 2022-12", 9), dollars(f"{PER} 2022", 8))),
    "a month and twelve months that end before": (
        False,
        (dollars(f"{PER} 2022-12", 9), dollars(f"{PER} 2021-12/2022-11", 8)),
    ),
    "record December, beside the half year that ended with one": (
        False,
        (record(f"{PER} 2023-12", "record"), dollars(f"{PER} 2023-12", 4), dollars(f"{PER} 2022-07/2022-12", 9)),
    ),
    "record December, beside the seven months that ended with one": (
        False,
        (record(f"{PER} 2023-12", "record"), dollars(f"{PER} 2023-12", 4), dollars(f"{PER} 2022-06/2022-12", 9)),
    ),
    "record year, beside the eighteen months before": (
        False,
        (record(f"{PER} 2023", "record"), dollars(f"{PER} 2023", 4), dollars(f"{PER} 2021-07/2022-12", 9)),
    ),
    "high since a year, higher before it and again behind it": (
        True,
        (
            *(dollars(f"{PER} 2018", 9), dollars(f"{PER} 2021", 9), dollars(f"{PER} 2023", 4)),
            record(f"{PER} 2023", "highest since 2019", since="2019"),
        ),
    ),
    "record, higher ten years before": (
        True,
        (record(f"{PER} 2023", "record"), dollars(f"{PER} 2023", 4), dollars(f"{PER} 2013", 9)),
    ),
}


@pytest.mark.parametrize("name", TIMES)
def test_times_within_times(name: str):
    clash, claims = TIMES[name]
    assert clashes(*claims) == clash


MEASURED: dict[str, tuple[Claim, ...]] = {
    "by a third's exports": (
        part("KAZ/CHN/export 2024", 60, "USA/world/export"),
        part("UZB/RUS/export 2024", 60, "USA/world/export"),
    ),
    "by what it sells to another": (
        part("KAZ/CHN/export 2024", 60, "KAZ/DEU/export"),
        part("KAZ/UZB/export 2024", 60, "KAZ/DEU/export"),
    ),
    "by what it buys from another": (
        part("KAZ/CHN/import 2024", 60, "KAZ/DEU/import"),
        part("KAZ/UZB/import 2024", 60, "KAZ/DEU/import"),
    ),
    "by its imports": (
        part("KAZ/CHN/export 2024", 60, "KAZ/world/import"),
        part("KAZ/UZB/export 2024", 60, "KAZ/world/import"),
    ),
    "by its turnover": (
        part("KAZ/CHN/export 2024", 60, "KAZ/DEU/turnover"),
        part("KAZ/UZB/export 2024", 60, "KAZ/DEU/turnover"),
    ),
}


@pytest.mark.parametrize("name", MEASURED)
def test_what_is_only_measured_by_other_trade_is_no_part_of_it(name: str):
    assert not clashes(*MEASURED[name])


def test_shares_of_other_goods_or_in_other_goods_do_not_add_up():
    whole = "UKR/world/export"
    wheat = claim("UKR/POL/export 2020", "60%", measure="share", share_of=whole, commodity="wheat")
    assert not clashes(wheat, part("UKR/DEU/export 2020", 60, whole))
    of_all = claim("UKR/world/export 2020", "40%", measure="share", share_of=whole, commodity="wheat")
    assert not clashes(of_all, part("UKR/DEU/export 2020", 60, whole))
    again = claim("UKR/DEU/export 2020", "60%", measure="share", share_of=whole, commodity="wheat")
    assert clashes(wheat, again)


DISPUTES: tuple[tuple[str, tuple[Claim, ...]], ...] = (
    ("same-fact", (dollars("PER/JPN/export 2023", 9), dollars("PER/JPN/export 2023", 5))),
    (
        "threshold",
        (
            dollars("PER/ITA/export 2023", 9),
            claim("PER/ITA/export 2023", "$5 billion", modality="target", status="reached"),
        ),
    ),
    ("identity", (dollars("PER/DEU/export 2023", 9), dollars("PER/DEU/turnover 2023", 5))),
    ("sum", (dollars("CHL/JPN/export 2023", 9), dollars("CHL/world/export 2023", 5))),
    (
        "growth",
        (
            moved("PER/USA/export 2023", 50, "2022"),
            dollars("PER/USA/export 2023", 9),
            dollars("PER/USA/export 2022", 5),
        ),
    ),
    (
        "share",
        (
            part("BRA/ARG/export 2023", 50, "BRA/world/export"),
            *(dollars("BRA/ARG/export 2023", 9), dollars("BRA/world/export 2023", 10)),
        ),
    ),
    (
        "rank",
        (
            rank("CHN/KAZ/turnover 2024", "largest", 1, "CHN/*/turnover:central-asia"),
            *(dollars("CHN/KAZ/turnover 2024", 5), dollars("CHN/UZB/turnover 2024", 9)),
        ),
    ),
    (
        "trend",
        (
            trend("PER/CHN/export 2023", "rose", 1, "2022"),
            *(dollars("PER/CHN/export 2023", 5), dollars("PER/CHN/export 2022", 9)),
        ),
    ),
)
"""One of each kind, the simplest first."""


@pytest.mark.parametrize("step", [1, 3, 5, 7])
def test_disputes_by_simpler_relations_stand_first_wherever_they_are_in_the_text(step: int):
    told = [DISPUTES[step * at % len(DISPUTES)][1] for at in range(len(DISPUTES))]
    found = find_disputes(seen(*(claim for claims in told for claim in claims)), Reading.NATURAL, chains=False)
    assert [(one.kind, one.claims) for one in found] == [
        (kind, frozenset(claim.id for claim in claims)) for kind, claims in DISPUTES
    ]
