"""Trade that is called neither goods nor services, beside figures of both: together they are it."""

from __future__ import annotations

import pytest
from claims import claim
from evidence import said

from pipeline.claim import Claim
from pipeline.commodity import UNION
from pipeline.conflict import check
from pipeline.library import check_text
from pipeline.setting import Setting


def _told(whole: str, goods: str, services: str, apart: int = 100) -> list[Claim]:
    return [
        said(claim("CHL/world/export 2023", whole), 1000),
        said(claim("CHL/world/export 2023", goods, commodity="goods"), 1000 + apart),
        said(claim("CHL/world/export 2023", services, commodity="services"), 1000 + 2 * apart),
    ]


@pytest.mark.parametrize(
    ("claims", "covers"),
    [
        (_told("$98.4 billion", "$87.1 billion", "$11.3 billion"), UNION),
        (_told("$88.0 billion", "$87.1 billion", "$11.3 billion"), ""),
        (_told("$98.4 billion", "$87.1 billion", "$11.3 billion", apart=2000), ""),
        (_told("$98.4 billion", "$87.1 billion", "$11.3 billion")[:2], ""),
    ],
    ids=["both", "goods-by-another-office", "far-apart", "no-services"],
)
def test_trade_is_of_both_where_it_is_another_amount_than_its_goods(claims: list[Claim], covers: str) -> None:
    assert Setting.of(claims).all_trade == covers


def test_a_part_of_all_trade_is_still_held_against_it() -> None:
    copper = said(claim("CHL/world/export 2023", "$99.9 billion", commodity="copper"), 1300)
    found = check([*_told("$98.4 billion", "$87.1 billion", "$11.3 billion"), copper]).findings
    assert [copper.id in one.claims for one in found] == [True]


TEXT = (
    "Chile's trade deficit widened to $67.3 billion in May 2023, the customs service said. In May 2023 Chile ran an "
    "$84.1 billion deficit in goods trade and a {} billion surplus in services."
)


@pytest.mark.model
@pytest.mark.parametrize(("services", "proofs"), [("$16.8", 0), ("$18.6", 1), ("$168", 1)])
def test_a_slip_in_the_services_is_proved(services: str, proofs: int) -> None:
    found = check_text(TEXT.format(services)).findings
    assert [one.certainty for one in found] == ["impossible"] * proofs
