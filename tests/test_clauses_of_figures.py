"""What a figure's own clause says of it, and what another source gives for it: a surplus of a named year, a rival."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims import change, claim
from evidence import carried, said, word

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.conflict.doubt.plain import is_plain

EXPORTS = "KAZ/CHN/export 2024"


@pytest.mark.parametrize(
    ("surplus", "year", "wanted"),
    [
        pytest.param("surplus-weak", "period-absolute", "impossible", id="of a named year"),
        pytest.param("surplus-weak", "period-deictic", "needs-reading", id="of last year"),
        pytest.param("sales-weak", "period-absolute", "needs-reading", id="sales of a named year"),
    ],
)
def test_a_surplus_of_a_named_year_is_one_of_trade(surplus: str, year: str, wanted: str):
    known = {"reporter": carried("home", 5, sought=True), "partner": carried("nobody-named", 5, sought=True)}
    claims = [
        said(claim("PER/world/balance 2023", "$7.1 billion"), 1000),
        said(
            claim("PER/world/balance 2023", "$9.4 billion"),
            3000,
            flow=word(3220, surplus),
            period=word(3230, year),
            **known,
        ),
    ]
    assert [one.certainty for one in check(claims).findings] == [wanted]


@pytest.mark.parametrize(
    ("rival", "borne_out", "wanted"),
    [
        pytest.param("$15.0 billion", False, "needs-reading", id="another figure"),
        pytest.param("$43.8 billion", False, "impossible", id="the same figure"),
        pytest.param("$15.0 billion", True, "impossible", id="another figure that others bear out"),
    ],
)
def test_a_figure_that_another_source_gives_otherwise_may_be_of_a_part(rival: str, borne_out: bool, wanted: str):
    def of(one: Claim, source: str) -> Claim:
        return replace(one, source=source)

    time = {"period": carried("settled-before", 5, sought=True)}
    bank = [
        said(claim(EXPORTS, "$43.8 billion"), 1000, **time),
        said(claim("KAZ/CHN/turnover 2024", "$19.2 billion"), 1800),
        said(claim("KAZ/UZB/import 2024", "$1.1 billion"), 2600),
    ]
    fund = [said(claim(EXPORTS, rival), 4000)]
    if borne_out:
        fund.append(said(claim("KAZ/CHN/export 2023", "$12.0 billion"), 4900))
        fund.append(said(change(EXPORTS, "25.0%", "2023"), 5800))
    claims = [*(of(one, "World Bank") for one in bank), *(of(one, "IMF") for one in fund)]
    (found,) = (one for one in check(claims).findings if one.scope == "article")
    assert {*found.claims} == {one.id for one in bank[:2]}
    assert found.certainty == wanted
    assert ("may be of a part" in found.note) is (wanted == "needs-reading")


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [
        pytest.param({"partner": carried("home", 5, sought=True)}, True, id="nobody else for either side"),
        pytest.param({"partner": carried("home", 5, "UZB")}, False, id="somebody else for one"),
        pytest.param({"partner": carried("home")}, False, id="of one side nobody asked"),
        pytest.param({"partner": carried("nobody-named", 5, sought=True)}, False, id="nobody named for one"),
        pytest.param({"partner": None}, False, id="no word for one at all"),
    ],
)
def test_a_clause_that_says_the_flow_alone_is_plain_where_the_text_offers_nobody_else(sides: dict, wanted: bool):
    sought = {"reporter": carried("home", 5, sought=True), "period": carried("settled-before")}
    assert is_plain(said(claim(EXPORTS, "$43.8 billion"), 3000, **sought, **sides)) is wanted
