"""How far each relation reaches: what lies beyond a bound is found and all that clashes named; what lies within not."""

from __future__ import annotations

import pytest
from claims import claim, seen
from relations_bounds import BOUNDS
from relations_bounds_words import WORD_BOUNDS

from pipeline.conflict import check
from pipeline.observation import Reading
from pipeline.solve.system import conflict

REACH = {**BOUNDS, **WORD_BOUNDS}


@pytest.mark.parametrize("name", REACH)
def test_a_relation_reaches_as_far_as_it_says_and_names_all_that_clashes(name):
    kind, certainty, claims = REACH[name]
    found = check(claims).findings
    assert [(one.kind, one.certainty) for one in found] == ([] if kind is None else [(kind, certainty)])
    for one in found:
        assert set(one.claims) == {its.id for its in claims}


@pytest.mark.parametrize("name", [name for name, (kind, _, claims) in REACH.items() if kind and len(claims) > 2])
def test_nothing_is_wrong_with_all_but_one_of_them(name):
    _, _, claims = REACH[name]
    for left_out in claims:
        assert not check([one for one in claims if one is not left_out]).findings


@pytest.mark.parametrize("larger", [0, 1])
def test_parts_that_share_months_are_each_held_against_the_whole(larger):
    amounts = ["$3.4 billion", "$1.5 billion"]
    times = ["2022-01/2022-06", "2022-06/2022-09"]
    parts = [claim(f"PER/JPN/export {time}", amounts[at != larger]) for at, time in enumerate(times)]
    whole = claim("PER/JPN/export 2022", "$2.6 billion")
    (found,) = check([*parts, whole]).findings
    assert set(found.claims) == {parts[larger].id, whole.id}


@pytest.mark.parametrize("inner", ["UZB+TKM", "KAZ+KGZ+TJK"])
@pytest.mark.parametrize(("amount", "clash"), [("$18.0 billion", False), ("$28.0 billion", True)])
def test_a_few_of_a_group_trade_no_more_than_it(inner: str, amount: str, clash: bool):
    claims = [claim(f"CHN/{inner}/turnover 2024", amount), claim("CHN/central-asia/turnover 2024", "$20.0 billion")]
    proved = conflict(seen(*claims), Reading.WIDEST)
    assert proved == (frozenset(one.id for one in claims) if clash else None)


def test_groups_that_share_no_member_say_nothing_of_each_other():
    claims = [
        claim("CHN/south-caucasus/turnover 2024", "$28.0 billion"),
        claim("CHN/central-asia/turnover 2024", "$20.0 billion"),
    ]
    assert conflict(seen(*claims), Reading.WIDEST) is None


@pytest.mark.parametrize(("goods", "kinds"), [("$210.0 billion", []), ("$300.0 billion", ["sum"])])
def test_goods_are_not_far_above_a_trade_that_services_may_be_in(goods: str, kinds: list[str]):
    edge = "BRA/world/export 2022"
    both = claim(edge, "$340.0 billion", commodity="goods and services")
    claims = [claim(edge, "$205.0 billion"), claim(edge, goods, commodity="goods"), both]
    assert [one.kind for one in check(claims).findings] == kinds
