"""One canonical form for both perspectives, and the reasons why some claims have none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from claims import change, claim, deficit, rank, seen, share, sign
from evidence import said, word

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.normalise import observe
from pipeline.observation import Flow, Reading
from pipeline.setting import Setting

KAZ = "CHN/KAZ/turnover 2024"


def reason(*claims: Claim) -> str:
    return observe(claims, setting=Setting.of(claims))[1].get(claims[0].id, "")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("KAZ/CHN/export 2024", "CHN/KAZ/import 2024"),
        ("KAZ/CHN/turnover 2024", "CHN/KAZ/turnover 2024"),
        ("KAZ/CHN/turnover 2024-Q1", "CHN/KAZ/turnover 2024-01/2024-03"),
    ],
)
def test_two_sides_of_one_flow_are_one_unknown(left, right):
    one, other = seen(claim(left, "$4 billion"), claim(right, "$4 billion"))
    assert one.subject is other.subject


def test_a_surplus_is_the_deficit_of_the_other_side():
    one, other = seen(claim("CHN/KAZ/balance 2024", "$12.1 billion"), deficit("KAZ/CHN/balance 2024", "$12.1 billion"))
    assert one.subject is other.subject
    assert one.intervals == other.intervals


def test_flows_are_one_object_each():
    flow = Flow.of("T", "CHN", "KAZ", "", 1, 12, "USD")
    assert flow.but(first=2).but(first=1) is flow


@pytest.mark.parametrize(
    ("figure", "reading", "low", "high"),
    [
        ("$43.8 billion", Reading.NATURAL, "43.75e9", "43.85e9"),
        ("$43.8 billion", Reading.WIDEST, "43.75e9", "43.85e9"),
        ("$43.8 billion", Reading.CUT, "43.75e9", "43.90e9"),
        ("$80 million", Reading.NATURAL, "75e6", "85e6"),
        ("$80.0 million", Reading.NATURAL, "79.95e6", "80.05e6"),
    ],
)
def test_readings(figure, reading, low, high):
    (one,) = seen(claim(KAZ, figure))
    assert one.intervals[reading] == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "figure", ["$43.8 billion", "$350 million", "nearly $50 billion", "more than $7 billion", "$3-4 billion"]
)
def test_each_reading_admits_what_the_one_before_admits(figure):
    (one,) = seen(claim(KAZ, figure))
    for narrow, wide in ((Reading.NATURAL, Reading.WIDEST), (Reading.WIDEST, Reading.CUT)):
        inner, outer = one.intervals[narrow], one.intervals[wide]
        assert outer.low is None or (inner.low is not None and outer.low <= inner.low)
        assert outer.high is None or (inner.high is not None and inner.high <= outer.high)


def test_a_rate_is_about_the_currency_that_its_flow_is_printed_in():
    growth, _ = seen(change(KAZ, "7%", "2023"), claim(KAZ, "¥310 billion", unit="CNY"))
    assert growth.subject.unit == "CNY"


def test_of_two_currencies_the_one_that_both_years_are_printed_in():
    pair = [claim("USA/world/balance 2004", "$617.7bn"), claim("USA/world/balance 2004", "£484bn")]
    (growth, *_) = seen(
        change("USA/world/balance 2004", "24.4%", "2003"), *pair, claim("USA/world/balance 2003", "$496.5bn")
    )
    assert growth.subject.unit == "USD"
    assert "several currencies" in reason(change("USA/world/balance 2004", "24.4%", "2003"), *pair)


def test_goods_are_all_trade_where_an_article_knows_no_services():
    goods, everything = seen(claim(KAZ, "$4 billion", commodity="goods"), claim(KAZ, "$4 billion"))
    assert goods.subject is everything.subject
    goods, everything, _ = seen(
        claim(KAZ, "$4 billion", commodity="goods"),
        claim(KAZ, "$5 billion"),
        claim(KAZ, "$1 billion", commodity="services"),
    )
    assert goods.subject is not everything.subject


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (claim("CHN/KAZ/turnover", "$4 billion"), "the time that it is for"),
        (claim(KAZ, "$4 billion", modality="projected"), "it is a forecast"),
        (claim(KAZ, "$4 billion", status="superseded"), "another figure has taken its place"),
        (claim("KAZ/KAZ/export 2024", "$4 billion"), "within one country or group"),
        (claim("CHN/KAZ/turnover 2024", "$4 billion", aspect="average"), "average"),
        (share(KAZ, "46%", ""), "share of"),
        (rank(KAZ, "largest", 1, ""), "among whom it ranks"),
        (change("USA/CHN/balance 2024", "10%", "2023"), "surplus or a deficit"),
        (change("KAZ/CHN/export 2024-03", "15%", "2023"), "different lengths"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_compared_says_why(bad, why):
    assert why in reason(bad)


def test_two_growths_of_a_commodity_may_be_by_value_and_by_volume():
    edge = "CHN/world/import 2024"
    both = [change(edge, "10.6%", "2023", commodity="crude oil"), change(edge, "24.5%", "2023", commodity="crude oil")]
    assert "by volume" in reason(*both)
    assert not reason(both[0])


def test_the_word_surplus_is_a_sign():
    (one,) = seen(sign("KAZ/CHN/balance 2024", "surplus", 1))
    assert one.intervals[Reading.NATURAL].low == -1


def test_a_printed_conversion_leaves_the_flow_its_currency():
    original = claim("IRN/AZE/export 2021", "£38.23 billion")
    converted = claim("IRN/AZE/export 2021", "$48.40 billion", conversion_of=original.id)
    word = sign("IRN/AZE/balance 2021", "surplus", 1)
    assert seen(word, original, converted)[0].subject.unit == "GBP"
    assert "several currencies" in reason(word, original, claim("IRN/AZE/export 2021", "$48.40 billion"))


@pytest.mark.parametrize(
    ("rule", "compared"), [("surplus", True), ("deficit-weak", True), ("gap", False), ("balance", False)]
)
def test_the_word_of_a_change_says_who_has_the_surplus(rule: str, compared: bool) -> None:
    widened = said(change("PER/eu/balance 2020", "149%", "2019"), 0, flow=word(20, rule))
    assert ("surplus or a deficit" not in reason(widened)) is compared


def test_a_surplus_that_widened_is_none_where_imports_exceed_exports() -> None:
    sold, bought = claim("PER/eu/export 2020", "$22.7 billion"), claim("PER/eu/import 2020", "$33.6 billion")
    for rule, found in (("surplus", ["impossible"]), ("deficit", [])):
        widened = said(change("PER/eu/balance 2020", "14%", "2019"), 100, flow=word(120, rule))
        assert [one.certainty for one in check([said(sold, 0), said(bought, 50), widened]).findings] == found
