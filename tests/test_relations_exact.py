"""Relations between amounts exact to the dollar: what just fits is no contradiction, one dollar more is one."""

from __future__ import annotations

import pytest
from claims import change, fall, rank, record, share, sign, trend
from exact_claims import clashes, dollars, moved, part, to_the_dot

from pipeline.claim import Claim
from pipeline.normalise import observe
from pipeline.observation import Reading
from pipeline.setting import Setting
from pipeline.solve.system import failing_relations

Exact = tuple[str, int] | tuple[str, int, str]
"""An edge with its period, the dollars, and of which goods."""
ARM = "ARM/GEO"
PER = "PER/JPN/export"
BRA = "BRA/world/export 2022"
UZB = "CHN/UZB/turnover"
KAZ = "CHN/KAZ/turnover"
ASIA = "CHN/central-asia/turnover"
ALL = "CHN/*/turnover:central-asia"


SUMS: dict[str, tuple[Exact, ...]] = {
    "exports and imports": ((f"{ARM}/turnover 2022", 10), (f"{ARM}/export 2022", 6), (f"{ARM}/import 2022", 4)),
    "exports less imports": ((f"{ARM}/balance 2022", 2), (f"{ARM}/export 2022", 6), (f"{ARM}/import 2022", 4)),
    "twice the exports": ((f"{ARM}/export 2022", 6), (f"{ARM}/turnover 2022", 10), (f"{ARM}/balance 2022", 2)),
    "twice the imports": ((f"{ARM}/import 2022", 4), (f"{ARM}/turnover 2022", 10), (f"{ARM}/balance 2022", 2)),
    "members": (
        *(("CHN/south-caucasus/export 2024", 9), ("CHN/ARM/export 2024", 2)),
        *(("CHN/AZE/export 2024", 3), ("CHN/GEO/export 2024", 4)),
    ),
    "members' balances": (
        *(("CHN/south-caucasus/balance 2024", 9), ("CHN/ARM/balance 2024", 2)),
        *(("CHN/AZE/balance 2024", 3), ("CHN/GEO/balance 2024", 4)),
    ),
    "halves": ((f"{PER} 2022", 9), (f"{PER} 2022-01/2022-06", 4), (f"{PER} 2022-07/2022-12", 5)),
    "oil and what is not oil": ((BRA, 10), (BRA, 6, "oil"), (BRA, 4, "non-oil")),
    "goods and services": ((BRA, 10, "goods and services"), (BRA, 6, "goods"), (BRA, 4, "services")),
}


@pytest.mark.parametrize("name", SUMS)
@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_parts_make_the_whole_to_the_dollar(name: str, beside: int):
    (edge, amount, *goods), *parts = SUMS[name]
    assert clashes(dollars(edge, amount + beside, *goods), *(dollars(*part) for part in parts)) == (beside != 0)


WITHIN: dict[str, tuple[Exact, ...]] = {
    "partners in the world": (("KAZ/world/export 2024", 7), ("KAZ/CHN/export 2024", 4), ("KAZ/UZB/export 2024", 3)),
    "exports in the turnover": ((f"{ARM}/turnover 2022", 5), (f"{ARM}/export 2022", 5)),
    "a surplus in the exports": ((f"{ARM}/export 2022", 5), (f"{ARM}/balance 2022", 5)),
    "a quarter in its year": ((f"{PER} 2022", 5), (f"{PER} 2022-Q1", 5)),
    "two quarters in their year": ((f"{PER} 2022", 9), (f"{PER} 2022-Q1", 5), (f"{PER} 2022-Q3", 4)),
    "oil in all": ((BRA, 5), (BRA, 5, "oil")),
    "oil in goods and services": ((BRA, 5, "goods and services"), (BRA, 5, "oil")),
    "goods in goods and services": ((BRA, 5, "goods and services"), (BRA, 5, "goods")),
    "services in goods and services": ((BRA, 5, "goods and services"), (BRA, 5, "services")),
    "goods to one in all exports": ((BRA, 5), ("BRA/CHN/export 2022", 5, "soybeans")),
    "goods to one in all that it buys": (("CHN/world/import 2022", 5), ("BRA/CHN/export 2022", 5, "soybeans")),
    "goods one way in the turnover": (("GHA/TUR/turnover 2022", 5), ("GHA/TUR/export 2022", 5, "gold")),
}


@pytest.mark.parametrize("name", WITHIN)
@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_parts_are_at_most_the_whole_to_the_dollar(name: str, beside: int):
    (edge, amount, *goods), *parts = WITHIN[name]
    assert clashes(dollars(edge, amount + beside, *goods), *(dollars(*part) for part in parts)) == (beside < 0)


@pytest.mark.parametrize(("goods", "trade", "clash"), [(21, 20, False), (22, 20, True), (1, 20, False)])
def test_goods_are_a_twentieth_above_trade_at_most(goods: int, trade: int, clash: bool):
    both = dollars(BRA, 40, "goods and services")
    assert clashes(dollars(BRA, goods, "goods"), dollars(BRA, trade), both) == clash


@pytest.mark.parametrize(("trade", "both", "clash"), [(21, 20, False), (22, 20, True), (10, 20, False)])
def test_trade_is_a_twentieth_above_goods_and_services_at_most(trade: int, both: int, clash: bool):
    assert clashes(dollars(BRA, trade), dollars(BRA, both, "goods and services"), dollars(BRA, 1, "services")) == clash


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_what_was_before_and_a_change_make_what_is(beside: int):
    now, before = dollars(f"{KAZ} 2024", 15 + beside), dollars(f"{KAZ} 2023", 10)
    assert clashes(now, before, change(f"{KAZ} 2024", "50%", "2023", unit="percent", **to_the_dot(50))) == (beside != 0)
    assert clashes(now, before, change(f"{KAZ} 2024", "$5", "2023", unit="USD", **to_the_dot(5))) == (beside != 0)


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_an_average_is_what_its_years_make(beside: int):
    years = [dollars(f"{PER} 2021", 4), dollars(f"{PER} 2022", 6 + beside)]
    assert clashes(*years, dollars(f"{PER} 2021/2022", 5, aspect="average")) == (beside != 0)


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_a_share_of_the_whole_is_the_part(beside: int):
    half = share(f"{KAZ} 2024", "50%", "CHN/central-asia/turnover", unit="percent", **to_the_dot(50))
    assert clashes(half, dollars(f"{KAZ} 2024", 5 + beside), dollars("CHN/central-asia/turnover 2024", 10)) == bool(
        beside
    )


@pytest.mark.parametrize(("other", "clash"), [(39, False), (40, False), (41, True)])
def test_shares_of_partners_are_a_hundred_percent_at_most(other: int, clash: bool):
    parts = {"POL": 60, "DEU": other}
    told = [
        share(f"UKR/{who}/export 2020", f"{part}%", "UKR/world/export", unit="percent", **to_the_dot(part))
        for who, part in parts.items()
    ]
    assert clashes(*told) == clash


@pytest.mark.parametrize(("peer", "largest", "smallest"), [(4, False, True), (5, False, False), (6, True, False)])
def test_the_first_is_level_with_others_at_worst(peer: int, largest: bool, smallest: bool):
    amounts = dollars(f"{KAZ} 2024", 5), dollars(f"{UZB} 2024", peer)
    assert clashes(rank(f"{KAZ} 2024", "largest", 1, ALL), *amounts) == largest
    assert clashes(rank(f"{KAZ} 2024", "smallest", 1, ALL, order="smallest"), *amounts) == smallest


@pytest.mark.parametrize(("peer", "fastest", "slowest"), [(14, False, True), (15, False, False), (16, True, False)])
def test_nobody_grows_more_than_the_fastest_nor_less_than_the_slowest(peer: int, fastest: bool, slowest: bool):
    told = (
        change(f"{KAZ} 2024", "50%", "2023", unit="percent", **to_the_dot(50)),
        *(dollars(f"{UZB} 2024", peer), dollars(f"{UZB} 2023", 10)),
    )
    of_growth = {"aspect": "change", "base_period": "2023"}
    assert clashes(rank(f"{KAZ} 2024", "fastest", 1, ALL, **of_growth), *told) == fastest
    assert clashes(rank(f"{KAZ} 2024", "slowest", 1, ALL, order="smallest", **of_growth), *told) == slowest


@pytest.mark.parametrize(("before", "high", "low"), [(4, False, True), (5, False, False), (6, True, False)])
def test_a_record_and_a_rise_are_level_with_what_was_before_at_worst(before: int, high: bool, low: bool):
    amounts = dollars(f"{PER} 2023", 5), dollars(f"{PER} 2022", before)
    assert clashes(record(f"{PER} 2023", "record"), *amounts) == high
    assert clashes(record(f"{PER} 2023", "record low", -1), *amounts) == low
    assert clashes(trend(f"{PER} 2023", "rose", 1, "2022"), *amounts) == high
    assert clashes(trend(f"{PER} 2023", "fell", -1, "2022"), *amounts) == low


@pytest.mark.parametrize(("now", "clash"), [(94, True), (95, False), (100, False), (105, False), (106, True)])
def test_what_is_steady_moves_by_a_twentieth_at_most(now: int, clash: bool):
    amounts = dollars(f"{PER} 2023", now), dollars(f"{PER} 2022", 100)
    assert clashes(trend(f"{PER} 2023", "steady", 0, "2022"), *amounts) == clash


@pytest.mark.parametrize(("bought", "surplus", "deficit"), [(4, False, True), (5, False, False), (6, True, False)])
def test_a_balance_in_words_may_be_nought_but_not_turned(bought: int, surplus: bool, deficit: bool):
    amounts = dollars(f"{ARM}/export 2022", 5), dollars(f"{ARM}/import 2022", bought)
    assert clashes(sign(f"{ARM}/balance 2022", "surplus", 1), *amounts) == surplus
    assert clashes(sign(f"{ARM}/balance 2022", "deficit", -1), *amounts) == deficit


@pytest.mark.parametrize(("peer", "fall_only", "rise_only"), [(9, True, False), (10, False, False), (11, False, True)])
def test_the_only_one_to_move_so_leaves_others_level_at_most(peer: int, fall_only: bool, rise_only: bool):
    amounts = dollars(f"{UZB} 2024", peer), dollars(f"{UZB} 2023", 10)
    only = {"order": "only", "among": ALL}
    assert clashes(trend(f"{KAZ} 2024", "only to fall", -1, "2023", **only), *amounts) == fall_only
    assert clashes(trend(f"{KAZ} 2024", "only to rise", 1, "2023", **only), *amounts) == rise_only


@pytest.mark.parametrize(("now", "fall_only", "rise_only"), [(9, False, True), (10, False, False), (11, True, False)])
def test_the_only_one_to_move_so_did(now: int, fall_only: bool, rise_only: bool):
    amounts = dollars(f"{KAZ} 2024", now), dollars(f"{KAZ} 2023", 10)
    only = {"order": "only", "among": ALL}
    assert clashes(trend(f"{KAZ} 2024", "only to fall", -1, "2023", **only), *amounts) == fall_only
    assert clashes(trend(f"{KAZ} 2024", "only to rise", 1, "2023", **only), *amounts) == rise_only


@pytest.mark.parametrize("peer", ["CHN", "USA"])  # one before the ranking country in the order of names, one behind
@pytest.mark.parametrize(("bought", "surplus", "deficit"), [(4, True, False), (5, False, False), (6, False, True)])
def test_the_only_surplus_or_deficit_leaves_others_with_nought_at_most(
    peer: str, bought: int, surplus: bool, deficit: bool
):
    amounts = dollars(f"TUN/{peer}/export 2023", 5), dollars(f"TUN/{peer}/import 2023", bought)
    only = {"order": "only", "among": "TUN/*/balance"}
    balance = dollars(f"TUN/{peer}/balance 2023", 5 - bought)
    assert clashes(sign("TUN/LBY/balance 2023", "surplus", 1, **only), *amounts, balance) == surplus
    assert clashes(sign("TUN/LBY/balance 2023", "deficit", -1, **only), *amounts, balance) == deficit


@pytest.mark.parametrize(("now", "clash"), [(59, True), (60, False), (61, True)])
def test_a_share_that_grew_is_so_many_times_the_earlier_one(now: int, clash: bool):
    whole = "CHN/central-asia/turnover"
    shares = (
        share(f"{KAZ} {year}", f"{part}%", whole, unit="percent", **to_the_dot(part))
        for year, part in ((2024, now), (2023, 50))
    )
    grew = change(f"{KAZ} 2024", "20%", "2023", share_of=whole, unit="percent", **to_the_dot(20))
    assert clashes(grew, *shares) == clash


def test_a_high_since_a_month_says_nothing_of_that_month():
    high = record(f"{PER} 2021-12", "highest since December 2019", since="2019-12")
    assert not clashes(high, dollars(f"{PER} 2021-12", 5), dollars(f"{PER} 2019-12", 6))
    assert clashes(high, dollars(f"{PER} 2021-12", 5), dollars(f"{PER} 2020-12", 6))


BROKEN: dict[str, tuple[str, tuple[Claim, ...]]] = {
    "turnover": ("identity", (dollars(f"{ARM}/turnover 2022", 4), dollars(f"{ARM}/export 2022", 5))),
    "balance": ("identity", (dollars(f"{ARM}/export 2022", 4), dollars(f"{ARM}/balance 2022", 5))),
    "world": ("sum", (dollars(BRA, 4), dollars("BRA/CHN/export 2022", 5))),
    "member": ("sum", (dollars("CHN/central-asia/turnover 2024", 4), dollars(f"{UZB} 2024", 5))),
    "commodity": ("sum", (dollars(BRA, 4), dollars(BRA, 5, "oil"))),
    "quarter": ("sum", (dollars(f"{PER} 2022", 4), dollars(f"{PER} 2022-Q1", 5))),
    "average": ("sum", (dollars(f"{PER} 2021/2022", 2, aspect="average"), dollars(f"{PER} 2022", 5))),
    "growth": ("growth", (change(f"{PER} 2023", "50%", "2022"), dollars(f"{PER} 2023", 5), dollars(f"{PER} 2022", 5))),
    "fall": ("growth", (fall(f"{PER} 2023", "50%", "2022"), dollars(f"{PER} 2023", 5), dollars(f"{PER} 2022", 5))),
    "difference": (
        "growth",
        (change(f"{PER} 2023", "$3", "2022"), dollars(f"{PER} 2023", 9), dollars(f"{PER} 2022", 1)),
    ),
    "largest": ("rank", (rank(f"{KAZ} 2024", "largest", 1, ALL), dollars(f"{KAZ} 2024", 4), dollars(f"{UZB} 2024", 5))),
    "record": ("trend", (record(f"{PER} 2023", "record"), dollars(f"{PER} 2023", 4), dollars(f"{PER} 2022", 5))),
    "rose": ("trend", (trend(f"{PER} 2023", "rose", 1, "2022"), dollars(f"{PER} 2023", 4), dollars(f"{PER} 2022", 5))),
    "steady, up": (
        "trend",
        (trend(f"{PER} 2023", "steady", 0, "2022"), dollars(f"{PER} 2023", 5), dollars(f"{PER} 2022", 4)),
    ),
    "steady, down": (
        "trend",
        (trend(f"{PER} 2023", "steady", 0, "2022"), dollars(f"{PER} 2023", 4), dollars(f"{PER} 2022", 5)),
    ),
    "share, too large": (
        "share",
        (part(f"{KAZ} 2024", 60, ASIA), dollars(f"{KAZ} 2024", 5), dollars(f"{ASIA} 2024", 10)),
    ),
    "share, too small": (
        "share",
        (part(f"{KAZ} 2024", 40, ASIA), dollars(f"{KAZ} 2024", 5), dollars(f"{ASIA} 2024", 10)),
    ),
    "shares above all": ("share", (part(f"{KAZ} 2024", 60, ASIA), part(f"{UZB} 2024", 50, ASIA))),
    "points": (
        "share",
        (
            *(part(f"{KAZ} 2024", 60, ASIA), part(f"{KAZ} 2023", 50, ASIA)),
            moved(f"{KAZ} 2024", 9, "2023", share_of=ASIA, unit="percentage-point"),
        ),
    ),
    "share that grew less": (
        "share",
        (
            *(part(f"{KAZ} 2024", 55, ASIA), part(f"{KAZ} 2023", 50, ASIA)),
            moved(f"{KAZ} 2024", 20, "2023", share_of=ASIA),
        ),
    ),
    "share that grew more": (
        "share",
        (
            *(part(f"{KAZ} 2024", 65, ASIA), part(f"{KAZ} 2023", 50, ASIA)),
            moved(f"{KAZ} 2024", 20, "2023", share_of=ASIA),
        ),
    ),
    "fastest": (
        "rank",
        (
            rank(f"{KAZ} 2024", "fastest", 1, ALL, aspect="change", base_period="2023"),
            change(f"{KAZ} 2024", "10%", "2023", unit="percent", **to_the_dot(10)),
            *(dollars(f"{UZB} 2024", 5), dollars(f"{UZB} 2023", 4)),
        ),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_proof_tells_by_which_relation(name: str):
    relation, told = BROKEN[name]
    observed = observe(told, setting=Setting.of(told))[0]
    assert failing_relations(observed, Reading.WIDEST) == {relation}


@pytest.mark.parametrize(("left", "clash"), [(0, False), (1, True)])
def test_what_fell_by_all_of_it_has_nothing_left(left: int, clash: bool):
    gone = fall(f"{KAZ} 2024", "100%", "2023", unit="percent", **to_the_dot(100))
    assert clashes(gone, dollars(f"{KAZ} 2023", 10), dollars(f"{KAZ} 2024", left)) == clash
