"""A slip tells something only where it would hardly fit by chance; figures far apart need one, or others that agree."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from claims import change, claim, seen
from evidence import carried, said

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.conflict.doubt import chance
from pipeline.conflict.doubt.chance import RARE, is_telling, least_chance
from pipeline.finding import Repair

EXPORTS = "PER/CHL/export 2023"


def _pair(printed: str, other: str) -> list[Claim]:
    return [said(claim(EXPORTS, printed), 1000), said(claim(EXPORTS, other), 3000)]


@pytest.mark.parametrize(
    ("printed", "other", "telling"),
    [
        ("$48.35 billion", "$43.85 billion", True),
        ("$43.85 billion", "$43.85 million", True),
        ("$71.5 billion", "$43.8 billion", False),
        ("$34.8 billion", "$43.8 billion", True),
        ("$6 billion", "$1 billion", False),
        ("$7.2 billion", "$9.9 billion", False),
    ],
    ids=["one-digit-of-four", "a-scale", "no-slip", "transposed", "any-digit-fits", "none"],
)
def test_a_slip_tells_the_more_the_more_digits_there_are(printed: str, other: str, telling: bool) -> None:
    assert (least_chance(seen(*_pair(printed, other))) < RARE) == telling


def test_a_rewrite_that_any_figure_has_is_no_explanation() -> None:
    its = seen(*_pair("$6 billion", "$1 billion"))
    assert not is_telling(Repair(claim=its[0].id, change={"value": 1e9}, because="One digit is wrong"), its, its)
    assert is_telling(Repair(claim=its[0].id, change={"partner": "BOL"}, because="Bolivia's"), its, its)


def test_what_a_figure_of_another_fact_bears_out_is_told() -> None:
    its = seen(*_pair("$6 billion", "$1 billion"))
    third = seen(said(claim("PER/CHL/import 2023", "$2 billion"), 4000))
    repair = Repair(claim=its[0].id, change={"value": 1e9}, because="One digit is wrong", support=(third[0].id,))
    assert is_telling(repair, its, (*its, *third))


def test_figures_of_an_article_lie_somewhere_and_the_thicker_the_nearer() -> None:
    steps = [at / 100 for at in range(-2000, 2001)]
    thick = [chance._density(math.exp(step)) for step in steps]
    assert sum(thick) / 100 == pytest.approx(1, abs=0.001)
    assert max(thick) == chance._density(1)
    assert chance._density(10) == pytest.approx(chance._density(0.1))


@pytest.mark.parametrize(
    ("printed", "telling"), [("$438 billion", True), ("$31 billion", True), ("$29 billion", False)]
)
def test_a_wrong_scale_tells_something_of_a_part_that_is_far_above_its_whole(printed: str, telling: bool) -> None:
    its = seen(said(claim(EXPORTS, printed), 1000), said(claim("PER/world/export 2023", "$1.00 billion"), 3000))
    assert its[0].claim.value is not None
    repair = Repair(claim=its[0].id, change={"value": its[0].claim.value / 1000}, because="a thousand times too large")
    assert is_telling(repair, its, its) is telling


@pytest.mark.parametrize(("printed", "telling"), [("$438 million", True), ("$4.38 billion", False)])
def test_it_tells_something_of_a_whole_that_is_far_below_its_part(printed: str, telling: bool) -> None:
    its = seen(said(claim("PER/world/export 2023", printed), 1000), said(claim(EXPORTS, "$43.8 billion"), 3000))
    assert its[0].claim.value is not None
    repair = Repair(claim=its[0].id, change={"value": its[0].claim.value * 1000}, because="a thousand times too small")
    assert is_telling(repair, its, its) is telling


@pytest.mark.parametrize(
    ("printed", "some"), [("$4.38 billion", True), ("$4.5 billion", True), ("$4.9 billion", False)]
)
def test_a_moved_point_fits_where_it_brings_a_whole_near_its_part(printed: str, some: bool) -> None:
    its = seen(said(claim("PER/world/export 2023", printed), 1000), said(claim(EXPORTS, "$43.8 billion"), 3000))
    assert (least_chance(its) < 1) is some


def test_the_sign_of_a_balance_tells_something_however_few_its_digits() -> None:
    trade = [said(claim(EXPORTS, "$1 billion"), 2000), said(claim("PER/CHL/import 2023", "$7 billion"), 3000)]
    its = seen(said(claim("PER/CHL/balance 2023", "$6 billion"), 1000), *trade)
    repair = Repair(claim=its[0].id, change={"value": Decimal(-6_000_000_000)}, because="it is a deficit")
    assert is_telling(repair, its, its)
    earlier = [said(claim(EXPORTS, "$4 billion"), 2000), said(claim("PER/CHL/export 2022", "$6 billion"), 3000)]
    its = seen(said(change(EXPORTS, "30%", "2022"), 1000), *earlier)
    repair = Repair(claim=its[0].id, change={"value": Decimal(-30)}, because="it is a fall")
    assert not is_telling(repair, its, its)


def _total(printed: str, **words: object) -> list[Claim]:
    return [
        said(claim("PER/CHL/turnover 2023", printed), 1000, **words),  # type: ignore[arg-type]
        said(claim("PER/CHL/import 2023", "$28.0 billion"), 2000, **words),  # type: ignore[arg-type]
        said(claim(EXPORTS, "$15.9 billion"), 3000, **words),  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("printed", "certainty"),
    [("$47.2 billion", "impossible"), ("$91.7 billion", "needs-reading"), ("$439 billion", "impossible")],
    ids=["near", "far", "ten-times-as-much"],
)
def test_figures_far_apart_are_a_proof_only_where_a_slip_sets_them_there(printed: str, certainty: str) -> None:
    time = carried("settled-before", 5)
    assert [one.certainty for one in check(_total(printed, period=time)).findings] == [certainty]


def test_figures_that_say_all_themselves_need_no_slip() -> None:
    assert [one.certainty for one in check(_total("$91.7 billion")).findings] == ["impossible"]


def test_a_figure_whose_partner_is_guessed_from_the_sentence_is_no_entry_of_a_list() -> None:
    first = said(claim(EXPORTS, "$4.3 billion"), 1000, partner=1010, reporter=990)
    second = said(claim(EXPORTS, "$21.9 billion"), 1060, partner=carried("sentence-partner", 1010), reporter=1050)
    assert [one.certainty for one in check([first, second]).findings] == ["needs-reading"]
