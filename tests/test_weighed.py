"""A conflict that only a weighed partner makes is our own doubt; one that is there either way is the article's."""

from __future__ import annotations

from claims import claim
from evidence import carried, said, word

from pipeline.conflict import check
from pipeline.conflict.doubt import weighed
from pipeline.extract.weighing import sides

EXPORTS = "KAZ/CHN/export 2024"
WEIGHED = carried(sides.WEIGHED, 5, "world")


def test_it_is_no_finding_where_all_holds_with_the_world_as_partner() -> None:
    plain, one = said(claim(EXPORTS, "$15.9 billion"), 1000), claim(EXPORTS, "$78.0 billion")
    assert len(check([plain, said(one, 3000)]).findings) == 1
    report = check([plain, said(one, 3000, partner=WEIGHED)])
    assert not report.findings


def test_it_is_one_where_the_figures_contradict_each_other_whoever_the_partner_is() -> None:
    both = [
        said(claim(EXPORTS, amount), at, partner=WEIGHED)
        for at, amount in ((1000, "$43.8 billion"), (3000, "$48.3 billion"))
    ]
    assert len(check(both).findings) == 1


def test_goods_that_were_weighed_make_no_finding_where_all_trade_holds() -> None:
    oil = word(1240, others=())
    first = said(claim(EXPORTS, "$15.9 billion", commodity="oil"), 1000, commodity=oil)
    second = claim(EXPORTS, "$78.0 billion", commodity="oil")
    assert len(check([first, said(second, 3000, commodity=oil)]).findings) == 1
    assert not check([first, said(second, 3000, commodity=word(2900, sides.WEIGHED, others=("goods",)))]).findings


def test_what_is_a_claim_by_weights_alone_makes_no_finding() -> None:
    plain, one = said(claim(EXPORTS, "$15.9 billion"), 1000), claim(EXPORTS, "$78.0 billion")
    assert len(check([plain, said(one, 1100)]).findings) == 1
    assert not check([plain, said(one, 1100, flow=word(1090, sides.WEIGHED))]).findings


def test_the_check_knows_the_rule_by_the_name_that_reading_gives_it() -> None:
    assert weighed.WEIGHED == sides.WEIGHED
