"""How near figures come that cannot all be true: what a small miss is, and what no slip of the pen sets apart."""

from __future__ import annotations

import pytest
from claims import change, claim, deficit, fall, rank, seen, share, sign, trend

from pipeline.claim import Claim
from pipeline.conflict.doubt.closeness import are_figures, misses_by, nearly_agree, too_small
from pipeline.relations.row import Row

EXPORTS, EARLIER, ALL = "KAZ/CHN/export 2024", "KAZ/CHN/export 2023", "KAZ/world/export 2024"


def two(first: str, second: str) -> list[Claim]:
    return [claim(EXPORTS, first), claim(EXPORTS, second)]


NEAR = {
    "a fiftieth apart": (two("$100.0 billion", "$98.0 billion"), True),
    "a little more": (two("$100.0 billion", "$97.8 billion"), False),
    "in whatever order": (two("$97.8 billion", "$100.0 billion"), False),
    "another scale": (two("$61.7 billion", "$61.7 million"), True),
    "a moved point": (two("$61.7 billion", "$6.17 billion"), True),
    "two digits exchanged": (two("$61.7 billion", "$16.7 billion"), True),
    "two digits that are not exchanged": (two("$61.7 billion", "$16.9 billion"), False),
    "one of two digits of the other": (two("$61.7 billion", "$96.7 billion"), False),
    "the other of two digits of the other": (two("$61.7 billion", "$19.7 billion"), False),
    "two digits far apart exchanged": (two("$6,127 million", "$2,167 million"), False),
    "one digit of four": (two("$6,127 million", "$9,127 million"), True),
    "two digits of four": (two("$6,127 million", "$9,527 million"), False),
    "one digit of three": (two("$617 million", "$917 million"), False),
    "one digit of four left out": (two("$6,127 million", "$627 million"), True),
    "two digits left out": (two("$61,273 million", "$613 million"), False),
    "one digit of three left out": (two("$617 million", "$67 million"), False),
    "another digit and one left out": (two("$6,127 million", "$923 million"), False),
    "an open end behind": (two("$95.0 billion", "more than $100 billion"), False),
    "digits exchanged of which one is left out": (two("$617 million", "$16.0 million"), False),
    "two shares by hardly anything": (
        [share(EXPORTS, "20.0%", "KAZ/world/export"), share(EXPORTS, "20.2%", "KAZ/world/export")],
        True,
    ),
    "digits exchanged in a rate": ([change(EXPORTS, "12.7%", "2023"), change(EXPORTS, "17.2%", "2023")], False),
    "two words": ([trend(EXPORTS, "rose", 1, "2023"), trend(EXPORTS, "fell", -1, "2023")], False),
    "two of one fact, and one more": (
        [*two("$100.0 billion", "$99.0 billion"), claim(EARLIER, "$90.0 billion")],
        False,
    ),
    "an open beginning": (two("up to $90.0 billion", "$95.0 billion"), False),
    "an open end": (two("more than $100 billion", "$95.0 billion"), False),
    "a rate within a point and a half": (
        [claim(EXPORTS, "$106.4 billion"), claim(EARLIER, "$100.0 billion"), change(EXPORTS, "5.0%", "2023")],
        True,
    ),
    "two facts that happen to print the same": (
        [claim(EXPORTS, "$100.0 billion"), claim(EARLIER, "$100.0 billion")],
        False,
    ),
    "a rate that fits, and an amount that it has nothing to do with": (
        [
            claim(EXPORTS, "$106.4 billion"),
            claim(EARLIER, "$100.0 billion"),
            change(EXPORTS, "5.0%", "2023"),
            claim(ALL, "$90.0 billion"),
        ],
        False,
    ),
    "a rate two points off": (
        [claim(EXPORTS, "$107.0 billion"), claim(EARLIER, "$100.0 billion"), change(EXPORTS, "5.0%", "2023")],
        False,
    ),
    "a quarter of a high rate": (
        [claim(EXPORTS, "$149.0 billion"), claim(EARLIER, "$100.0 billion"), change(EXPORTS, "40.0%", "2023")],
        True,
    ),
    "more than a quarter of it": (
        [claim(EXPORTS, "$151.0 billion"), claim(EARLIER, "$100.0 billion"), change(EXPORTS, "40.0%", "2023")],
        False,
    ),
    "a share two points off": (
        [claim(EXPORTS, "$22.0 billion"), claim(ALL, "$100.0 billion"), share(EXPORTS, "20.0%", "KAZ/world/export")],
        True,
    ),
    "a share of another size": (
        [claim(EXPORTS, "$32.0 billion"), claim(ALL, "$100.0 billion"), share(EXPORTS, "20.0%", "KAZ/world/export")],
        False,
    ),
    "a share of which the whole is not there": (
        [
            claim(EXPORTS, "$20.0 billion"),
            claim(EARLIER, "$100.0 billion"),
            share(EXPORTS, "20.0%", "KAZ/world/export"),
        ],
        False,
    ),
    "a rate with an open end": (
        [claim(EXPORTS, "$106.4 billion"), claim(EARLIER, "$100.0 billion"), change(EXPORTS, "more than 5%", "2023")],
        False,
    ),
    "a growth of which only the base is there": (
        [claim(ALL, "$105.0 billion"), claim(EARLIER, "$100.0 billion"), change(EXPORTS, "5.0%", "2023")],
        False,
    ),
}


GAP = "KAZ/CHN/balance 2024"
TURNED = {
    "a rise and a fall of one size": ([change(EXPORTS, "5%", "2023"), fall(EXPORTS, "5%", "2023")], True),
    "one as coarse as the other": ([change(EXPORTS, "5.04%", "2023"), fall(EXPORTS, "5%", "2023")], True),
    "of two sizes": ([change(EXPORTS, "6.1%", "2023"), fall(EXPORTS, "5%", "2023")], False),
    "a surplus and a deficit": ([claim(GAP, "$10.04 billion"), deficit(GAP, "$10.0 billion")], True),
    "of other sizes": ([claim(GAP, "$11.14 billion"), deficit(GAP, "$10.0 billion")], False),
    "one without an end": ([change(EXPORTS, "more than 4%", "2023"), fall(EXPORTS, "5%", "2023")], False),
    "the other without an end": ([change(EXPORTS, "5%", "2023"), fall(EXPORTS, "more than 4%", "2023")], False),
    "one without a beginning": ([change(EXPORTS, "up to 6%", "2023"), fall(EXPORTS, "5%", "2023")], False),
    "two falls": ([fall(EXPORTS, "5.2%", "2023"), fall(EXPORTS, "5.0%", "2023")], False),
    "one that may be nought": ([change(EXPORTS, "about 0.3%", "2023"), fall(EXPORTS, "0.5%", "2023")], False),
    "none at all": ([change(EXPORTS, "0.0%", "2023"), fall(EXPORTS, "5%", "2023")], False),
}


@pytest.mark.parametrize(("claims", "near"), TURNED.values(), ids=TURNED)
def test_figures_that_differ_in_their_sign_alone_are_a_slip(claims: list[Claim], near: bool):
    assert nearly_agree(seen(*claims), None) is near
    assert nearly_agree(seen(*claims[::-1]), None) is near


@pytest.mark.parametrize(("claims", "near"), NEAR.values(), ids=NEAR)
def test_a_small_miss_or_a_slip_is_an_error(claims: list[Claim], near: bool):
    assert nearly_agree(seen(*claims), None) is near


IMPORTS, BOTH = (f"KAZ/CHN/{flow} 2024" for flow in ("import", "turnover"))


@pytest.mark.parametrize(
    ("total", "near"),
    [("$104.0 billion", True), ("$106.0 billion", False), ("$96.0 billion", True), ("$94.0 billion", False)],
)
def test_a_sum_may_miss_by_a_small_part_of_its_whole(total: str, near: bool):
    its = seen(claim(BOTH, total), claim(EXPORTS, "$60.0 billion"), claim(IMPORTS, "$40.0 billion"))
    both, out, back = (one.subject for one in its)
    assert nearly_agree(its, Row("identity", ((both, 1), (out, -1), (back, -1)), 0, 0)) is near
    assert not nearly_agree(its[:2], Row("identity", ((both, 1), (out, -1), (back, -1)), 0, 0))
    assert not nearly_agree(its, None)
    beside = seen(*(one.claim for one in its), change(EXPORTS, "5.0%", "2023"))
    assert not nearly_agree(beside, Row("identity", ((both, 1), (out, -1), (back, -1)), 0, 0))


@pytest.mark.parametrize(("gap", "near"), [("$10.4 billion", True), ("$11.0 billion", False), ("$15.0 billion", False)])
def test_a_difference_may_miss_by_a_small_part_of_its_smallest_figure(gap: str, near: bool):
    its = seen(deficit(GAP, gap), claim(EXPORTS, "$90.0 billion"), claim(IMPORTS, "$100.0 billion"))
    difference, out, back = (one.subject for one in its)
    sign = 1 if its[0].intervals[0].high < 0 else -1  # the balance may be written from the other side
    assert nearly_agree(its, Row("identity", ((difference, sign), (out, -1), (back, 1)), 0, 0)) is near


SMALL = {
    "two and a half times": (two("$4.0 billion", "$10.0 billion"), 0),
    "in whatever order": (two("$10.0 billion", "$4.0 billion"), 1),
    "less": (two("$4.1 billion", "$10.0 billion"), None),
    "three hundred times": (two("$1.0 billion", "$300.0 billion"), None),
    "nearly": (two("$1.0 billion", "$299.0 billion"), 0),
    "an open end": (two("more than $10.0 billion", "$4.0 billion"), 1),
    "a rate beside": ([claim(EXPORTS, "$4.0 billion"), change(EXPORTS, "10.0%", "2023")], None),
    "a share for which the whole is too small": (
        [claim(EXPORTS, "$30.0 billion"), claim(ALL, "$40.0 billion"), share(EXPORTS, "30.0%", "KAZ/world/export")],
        1,
    ),
    "a share for which it is a little too small": (
        [claim(EXPORTS, "$30.0 billion"), claim(ALL, "$40.0 billion"), share(EXPORTS, "31.0%", "KAZ/world/export")],
        None,
    ),
    "a share for which the part is too small": (
        [claim(EXPORTS, "$4.0 billion"), claim(ALL, "$40.0 billion"), share(EXPORTS, "90.0%", "KAZ/world/export")],
        None,
    ),
    "a share for which the scale is wrong": (
        [claim(EXPORTS, "$30.0 billion"), claim(ALL, "$90.0 million"), share(EXPORTS, "30.0%", "KAZ/world/export")],
        None,
    ),
    "a share of something else": (
        [claim(EXPORTS, "$30.0 billion"), claim(EARLIER, "$40.0 billion"), share(EXPORTS, "30.0%", "KAZ/world/export")],
        None,
    ),
    "a share of another part": (
        [claim(EARLIER, "$30.0 billion"), claim(ALL, "$40.0 billion"), share(EXPORTS, "30.0%", "KAZ/world/export")],
        None,
    ),
    "a share of nothing": (
        [claim(EXPORTS, "$30.0 billion"), claim(ALL, "$40.0 billion"), share(EXPORTS, "0%", "KAZ/world/export")],
        None,
    ),
    "a share and an amount that it has nothing to do with": (
        [
            claim(EXPORTS, "$30.0 billion"),
            claim(ALL, "$40.0 billion"),
            share(EXPORTS, "30.0%", "KAZ/world/export"),
            change(EXPORTS, "10.0%", "2023"),
        ],
        None,
    ),
    "a share and amounts of which one has nothing to do with it": (
        [
            claim(EXPORTS, "$30.0 billion"),
            claim(ALL, "$40.0 billion"),
            claim(EARLIER, "$35.0 billion"),
            share(EXPORTS, "30.0%", "KAZ/world/export"),
        ],
        None,
    ),
    "a growth between two": (
        [claim(EXPORTS, "$30.0 billion"), claim(EARLIER, "$10.0 billion"), change(EXPORTS, "10.0%", "2023")],
        None,
    ),
    "nothing": ([claim(EXPORTS, "$0"), claim(EXPORTS, "$10.0 billion")], None),
    "a share and one amount": ([claim(ALL, "$40.0 billion"), share(EXPORTS, "30.0%", "KAZ/world/export")], None),
}


@pytest.mark.parametrize(("claims", "which"), SMALL.values(), ids=SMALL)
def test_a_factor_between_a_digit_and_a_scale_makes_a_figure_too_small(claims: list[Claim], which: int | None):
    its = seen(*claims)
    assert too_small(its) is (None if which is None else its[which])


FIGURES = [
    claim(EXPORTS, "$30.0 billion"),
    change(EXPORTS, "10.0%", "2023"),
    share(EXPORTS, "30.0%", "KAZ/world/export"),
    change(EXPORTS, "$2.0 billion", "2023"),
]
WORDS = [trend(EXPORTS, "fell", -1, "2023"), sign(GAP, "surplus", 1), rank(EXPORTS, "first", 1, "KAZ/*/export")]


def test_words_about_figures_are_none():
    assert [one.kind for one in seen(*FIGURES)] == ["level", "growth", "share", "difference"]
    assert all(are_figures(seen(one)) for one in FIGURES)
    assert not any(are_figures(seen(*FIGURES, word)) for word in WORDS)


MISSES = {
    "a sum that is a tenth too small": (["$100.0 billion", "$60.0 billion", "$30.0 billion"], 0.1),
    "a sum that is a tenth too large": (["$100.0 billion", "$60.0 billion", "$50.0 billion"], 0.1),
    "a sum that fits": (["$100.0 billion", "$60.0 billion", "$40.0 billion"], 0.0),
}


@pytest.mark.parametrize(("amounts", "part"), MISSES.values(), ids=MISSES)
def test_figures_miss_each_other_by_a_part_of_the_largest(amounts: list[str], part: float):
    its = seen(*(claim(edge, amount) for edge, amount in zip((BOTH, EXPORTS, IMPORTS), amounts, strict=True)))
    assert misses_by(its) == pytest.approx(part, abs=0.002)


def test_of_a_balance_the_sign_is_no_miss_and_words_miss_nothing():
    trade = [claim(EXPORTS, "$60.0 billion"), claim(IMPORTS, "$80.0 billion")]
    assert misses_by(seen(claim(GAP, "$20.0 billion"), *trade)) == 0
    assert misses_by(seen(claim(GAP, "$36.0 billion"), *trade)) == pytest.approx(16 / 80, abs=0.01)
    assert misses_by(seen(*WORDS)) == 0
