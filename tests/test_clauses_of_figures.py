"""What a figure's own clause says of it, and what another source gives for it: a surplus of a named year, a rival."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims import change, claim, trend
from evidence import carried, said, word

from pipeline.claim import UNKNOWN, WEIGHED, Claim, Evidence
from pipeline.conflict import check
from pipeline.conflict.doubt.plain import is_plain, is_said, is_settled, is_weak

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


@pytest.mark.parametrize(
    ("found", "weak"),
    [
        pytest.param(word(1200), False, id="beside the figure"),
        pytest.param(carried("before"), True, id="in a sentence before"),
        pytest.param(carried("caption"), False, id="in the caption"),
        pytest.param(carried("caption", 5, "UZB"), False, id="in the caption, with others near"),
        pytest.param(carried("caption", 5, UNKNOWN), True, id="in the caption, though it may be anybody"),
        pytest.param(word(1200, "nobody-named"), True, id="nowhere"),
        pytest.param(word(1200, WEIGHED), True, id="only weighed"),
    ],
)
def test_a_slot_is_weak_that_another_passage_may_say_wrongly(found: Evidence, weak: bool):
    assert is_weak(found) is weak


TOTAL, NOBODY = word(1220, others=()), word(1210, "nobody-named", others=())
CLAUSES = {
    "all of it": ({}, True, True),
    "all trade of somebody": ({"flow": TOTAL, "partner": NOBODY}, True, True),
    "nobody's partner, and no total": ({"partner": NOBODY}, False, True),
    "a total of a partner said before": ({"flow": TOTAL, "partner": carried("before", 5, "UZB")}, False, False),
    "a total of nobody": ({"flow": TOTAL, "reporter": NOBODY}, False, True),
    "no word for the flow, and nobody's partner": ({"flow": None, "partner": NOBODY}, False, True),
    "an owner said before, and nobody else is near": ({"reporter": carried("before", 5, sought=True)}, False, True),
    "an owner said before, and of others nobody asked": ({"reporter": carried("before")}, False, False),
    "a time said before, and no other is near": ({"period": carried("before", 5, sought=True)}, False, False),
}


@pytest.mark.parametrize(("words", "said_here", "settled"), CLAUSES.values(), ids=CLAUSES)
def test_a_clause_says_all_or_what_it_leaves_out_can_be_nobody_else(words: dict, said_here: bool, settled: bool):
    one = said(claim("KAZ/world/export 2024", "$43.8 billion"), 1000, **words)
    assert (is_said(one), is_settled(one)) == (said_here, settled)


def from_elsewhere(*others: str, **more: Evidence | None) -> dict[str, Evidence | None]:
    """Only the flow is said beside the figure; each side is the other's rival."""
    found = carried("before", 5, *others, sought=True)
    return {"reporter": found, "partner": found, "period": carried("before")} | more


PLAIN = {
    "a figure with all its words": (claim(EXPORTS, "$43.8 billion"), {}, True),
    "a word about figures": (trend(EXPORTS, "fell", -1, "2023"), {}, False),
    "an owner said before, another is near": (
        claim(EXPORTS, "$5 billion"),
        {"reporter": carried("before", 5, "UZB")},
        False,
    ),
    "only the partner is near": (claim(EXPORTS, "$5 billion"), {"reporter": carried("before", 5, "CHN")}, True),
    "an owner beside it, another is near": (
        claim(EXPORTS, "$5 billion"),
        {"reporter": word(1200, others=("UZB",))},
        True,
    ),
    "an owner of which nobody asked": (claim(EXPORTS, "$5 billion"), {"reporter": carried("before")}, True),
    "no word for its owner": (claim(EXPORTS, "$5 billion"), {"reporter": None}, True),
    "sales of one to the other": (claim(EXPORTS, "$5 billion"), {"flow": word(1220, "sales-weak")}, True),
    "sales of one": (claim(EXPORTS, "$5 billion"), {"flow": word(1220, "sales-weak"), "partner": None}, False),
    "trade of two, both said before": (
        claim("KAZ/CHN/turnover 2024", "$5 billion"),
        from_elsewhere("KAZ", "CHN"),
        True,
    ),
    "exports of one of two, both said before": (claim(EXPORTS, "$5 billion"), from_elsewhere("KAZ", "CHN"), False),
    "trade of one of three": (claim("KAZ/CHN/turnover 2024", "$5 billion"), from_elsewhere("KAZ", "UZB"), False),
}


@pytest.mark.parametrize(("one", "words", "wanted"), PLAIN.values(), ids=PLAIN)
def test_a_figure_is_plain_whose_clause_says_which_trade_it_is_of(one: Claim, words: dict, wanted: bool):
    assert is_plain(said(one, 1000, **words)) is wanted
