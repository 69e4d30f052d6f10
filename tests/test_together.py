"""Figures of one passage of which the others say what each must be: a slot read from elsewhere is no doubt of them."""

from __future__ import annotations

import pytest
from claims import change, claim, share, sign, trend
from evidence import carried, said

from pipeline.claim import UNKNOWN, Claim
from pipeline.conflict import check

FAR_TIME = {"period": carried("settled-before")}


def trade_told_in(passage: int) -> list[Claim]:
    """Exports, imports and a turnover that is no sum of them, in so long a passage; one time stands elsewhere."""
    return [
        said(claim("KAZ/CHN/turnover 2024", "$47.2 billion"), 1000, **FAR_TIME),
        said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 1150),
        said(claim("KAZ/CHN/export 2024", "$15.9 billion"), 990 + passage),
    ]


def growth_told_in(passage: int) -> list[Claim]:
    """An amount, the one before and a growth that does not lead from the one to the other."""
    return [
        said(claim("KAZ/CHN/export 2024", "$94.8 billion"), 1000, **FAR_TIME),
        said(claim("KAZ/CHN/export 2023", "$89.4 billion"), 1100),
        said(change("KAZ/CHN/export 2024", "61%", "2023"), 990 + passage),
    ]


@pytest.mark.parametrize("told_in", [trade_told_in, growth_told_in])
@pytest.mark.parametrize(("passage", "wanted"), [(300, "impossible"), (1000, "impossible"), (1001, "needs-reading")])
def test_three_figures_of_one_passage_belong_together(told_in, passage: int, wanted: str):
    assert [one.certainty for one in check(told_in(passage)).findings] == [wanted]


def test_a_share_may_be_of_another_whole_of_the_passage():
    claims = [
        said(claim("KAZ/CHN/export 2024", "$15.9 billion"), 1000, **FAR_TIME),
        said(claim("KAZ/world/export 2024", "$78.0 billion"), 1100),
        said(share("KAZ/CHN/export 2024", "61.5%", "KAZ/world/export"), 1200),
    ]
    assert [one.certainty for one in check(claims).findings] == ["needs-reading"]


def test_two_figures_of_one_passage_leave_all_open_between_them():
    claims = [
        said(claim("KAZ/CHN/balance 2024", "$61.7 billion"), 1000, **FAR_TIME),
        said(claim("KAZ/CHN/export 2024", "$15.9 billion"), 1150),
    ]
    assert [one.certainty for one in check(claims).findings] == ["needs-reading"]


def test_a_surplus_may_be_of_another_balance_of_the_passage():
    claims = [
        said(claim("KAZ/CHN/export 2024", "$15.9 billion"), 1000, **FAR_TIME),
        said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 1100),
        said(sign("KAZ/CHN/balance 2024", "surplus", 1), 1200),
    ]
    assert [one.certainty for one in check(claims).findings] == ["needs-reading"]


@pytest.mark.parametrize(("sentence", "wanted"), [(250, "impossible"), (251, "needs-reading")])
def test_a_word_belongs_to_the_figures_of_its_sentence_that_it_leads_from_and_to(sentence: int, wanted: str):
    claims = [
        said(trend("KAZ/CHN/export 2024", "fell", -1, "2023"), 1000, **FAR_TIME),
        said(claim("KAZ/CHN/export 2024", "$43.8 billion"), 1100),
        said(claim("KAZ/CHN/export 2023", "$19.2 billion"), 990 + sentence),
    ]
    assert [one.certainty for one in check(claims).findings] == [wanted]


def test_a_word_for_a_move_may_be_of_other_figures_than_a_growth_of_its_sentence():
    claims = [
        said(trend("KAZ/CHN/export 2024", "fell", -1, "2023"), 1000, **FAR_TIME),
        said(claim("KAZ/CHN/export 2024", "$43.8 billion"), 1100),
        said(change("KAZ/CHN/export 2024", "61%", "2023"), 1200),
    ]
    assert [one.certainty for one in check(claims).findings] == ["needs-reading"]


def test_figures_that_may_be_of_some_days_only_need_not_belong_to_one_of_the_year():
    exports, imports = (
        said(claim(f"KAZ/CHN/{flow} 2024", amount), start, period=carried("settled-before", 5, "August 1 to 15"))
        for flow, amount, start in (("export", "$12.7 billion", 1000), ("import", "$10.8 billion", 1100))
    )
    whole = said(claim("KAZ/CHN/balance 2024", "$10 billion"), 800)
    assert [one.certainty for one in check([whole, exports, imports]).findings] == ["needs-reading"]


def test_a_figure_of_somebody_whom_the_text_does_not_name_belongs_to_nothing():
    first, *others = trade_told_in(300)
    unnamed = {"partner": carried("nobody-named", 1200, UNKNOWN)}
    claims = [said(claim("KAZ/CHN/turnover 2024", "$61.7 billion"), first.start, **FAR_TIME, **unnamed), *others]
    assert [one.certainty for one in check(claims).findings] == ["needs-reading"]


@pytest.mark.parametrize(
    ("other", "wanted"), [("2024-03", "needs-reading"), ("August 1 to 15", "needs-reading"), ("2023", "impossible")]
)
def test_a_figure_that_may_be_of_a_part_of_its_time_need_not_belong_to_the_others(other: str, wanted: str):
    first, *others = trade_told_in(300)
    told = said(claim("KAZ/CHN/turnover 2024", "$47.2 billion"), 1000, period=carried("settled-before", 5, other))
    assert [one.certainty for one in check([told, *others]).findings] == [wanted]
    assert first.start == told.start
