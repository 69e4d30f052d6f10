"""What printed digits and hedges leave open, by themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.quantity.hedge import Hedge
from pipeline.quantity.interval import Grain, Interval, around, grain_of_digits, grain_of_half

GRAINS = [
    ("43.8", False, "0.05", "0.05"),
    ("43.80", True, "0.005", "0.005"),
    ("7", False, "0.5", "0.5"),
    ("28", True, "0.5", "0.5"),
    ("350", True, "0.5", "5"),
    ("350", False, "0.5", "5"),
    ("3500", True, "0.5", "50"),
    ("35000", True, "0.5", "50"),
    ("35000", False, "500", "500"),
    ("200000", False, "500", "25000"),
    ("200000", True, "0.5", "50"),
    ("100", True, "0.5", "12.5"),
    ("10", True, "0.5", "1.25"),
    ("1000000", False, "500000", "500000"),
    ("0", True, "0.5", "0.5"),
    ("000", False, "0.5", "0.5"),
]


@pytest.mark.parametrize(("digits", "worded", "natural", "widest"), GRAINS)
def test_digits_leave_half_a_unit_of_their_last_place_and_round_ones_more(
    digits: str, worded: bool, natural: str, widest: str
) -> None:
    grain = grain_of_digits(digits, worded)
    assert (grain.natural, grain.widest) == (Decimal(natural), Decimal(widest))


@pytest.mark.parametrize(
    ("digits", "natural", "widest"), [("3.5", "0.0875", "0.175"), ("40.5", "0.1", "0.25"), ("5.5", "0.1", "0.25")]
)
def test_a_common_fraction_leaves_a_tenth_and_at_the_widest_a_quarter(digits: str, natural: str, widest: str) -> None:
    assert grain_of_half(digits)[:2] == (Decimal(natural), Decimal(widest))


def hedge(side: str, natural: str | None, widest: str | None, points: tuple[str, str] = ("0", "0")) -> Hedge:
    widths = [None if width is None else Decimal(width) for width in (natural, widest)]
    least = [Decimal(point) for point in points]
    return Hedge(
        id="x", side=side, natural=widths[0], widest=widths[1], points_natural=least[0], points_widest=least[1]
    )


FINE, COARSE = Grain(Decimal("0.05"), Decimal("0.05")), Grain(Decimal("0.5"), Decimal(5))
HEDGED: dict[str, tuple[Grain, Hedge | None, Decimal | None, tuple[str | None, ...]]] = {
    "none": (FINE, None, None, ("99.95", "100.05", "99.95", "100.05")),
    "both": (FINE, hedge("both", "0.02", "0.05"), None, ("94.95", "105.05", "97.95", "102.05")),
    "below": (FINE, hedge("below", "0.02", "0.05"), None, ("95", "100.05", "98", "100")),
    "above": (FINE, hedge("above", "0.02", "0.05"), None, ("99.95", "105", "100", "102")),
    "above, open": (FINE, hedge("above", None, None), None, ("99.95", None, "100", None)),
    "below, open at the widest": (FINE, hedge("below", "0.02", None), None, (None, "100.05", "98", "100")),
    "both, open": (FINE, hedge("both", None, None), None, (None, None, None, None)),
    "coarse digits are hedged more loosely": (
        COARSE,
        hedge("below", "0.002", "0.01"),
        None,
        ("98", "100.5", "99.6", "100"),
    ),
    "but not beyond their own grain": (COARSE, hedge("below", "0.002", "0.04"), None, ("95", "100.5", "99.6", "100")),
    "points have a least width": (
        FINE,
        hedge("below", "0.001", "0.002", ("2", "3")),
        Decimal(1),
        ("97", "100.05", "98", "100"),
    ),
    "no points, no least width": (
        FINE,
        hedge("below", "0.02", "0.05", ("7", "9")),
        None,
        ("95", "100.05", "98", "100"),
    ),
    "the widest is never narrower": (FINE, hedge("below", "0.06", "0.02"), None, ("94", "100.05", "94", "100")),
    "a grain may say how far a hedge reaches": (
        Grain(Decimal("0.5"), Decimal(5), Decimal(7), Decimal(9)),
        hedge("below", "0.02", "0.05"),
        None,
        ("91", "100.5", "93", "100"),
    ),
}


@pytest.mark.parametrize(("grain", "hedged", "points", "ends"), HEDGED.values(), ids=HEDGED)
def test_a_hedge_moves_or_opens_an_end(
    grain: Grain, hedged: Hedge | None, points: Decimal | None, ends: tuple[str | None, ...]
) -> None:
    found = around(Decimal(100), grain, hedged, points=points)
    assert found == tuple(None if end is None else Decimal(end) for end in ends)


def test_the_slack_beyond_a_hedge_is_small() -> None:
    found = around(Decimal(1), Grain(Decimal("0.5"), Decimal("0.5")), hedge("above", "0.1", "0.1"))
    assert found.low == Decimal("0.975")


def test_a_hedged_figure_does_not_fall_below_nothing() -> None:
    found = around(Decimal(1), FINE, hedge("both", "2", "3"))
    assert (found.low, found.natural_low) == (0, 0)


def test_a_negative_factor_swaps_the_ends() -> None:
    interval = Interval(Decimal(1), None, Decimal(2), Decimal(3))
    assert interval.scaled(Decimal(10)) == (10, None, 20, 30)
    assert interval.scaled(Decimal(-10)) == (None, -10, -30, -20)
    assert interval.shifted(Decimal(-1)) == (0, None, 1, 2)
