"""Which rewrites are slips of another word, which nobody makes."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.conflict.doubt.slips import is_of_both_ways, is_other_word
from pipeline.finding import Repair


@pytest.mark.parametrize(
    ("change", "slip", "other_word", "both_ways"),
    [
        pytest.param({"partner": "UZB"}, True, True, False, id="another name"),
        pytest.param({"period": "2023"}, True, True, False, id="another time"),
        pytest.param({"flow": "import"}, True, True, False, id="the other direction"),
        pytest.param({"flow": "turnover"}, True, False, True, id="the trade both ways: a reader's slip"),
        pytest.param({"value": 43.8e9}, True, False, False, id="another figure"),
        pytest.param({"value": 43.8e9, "partner": "UZB"}, True, False, False, id="a figure and a name"),
        pytest.param({"partner": "UZB"}, False, False, False, id="a name that is put right, but is no slip"),
    ],
)
def test_a_slip_puts_another_word_for_the_right_one(
    change: dict[str, Any], *, slip: bool, other_word: bool, both_ways: bool
):
    repair = Repair(claim="c", change=change, because="", slip=slip)
    assert (is_other_word(repair), is_of_both_ways(repair)) == (other_word, both_ways)
