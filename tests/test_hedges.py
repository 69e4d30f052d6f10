"""Hedges by themselves: which words before and behind a figure (at the stroke) move its ends, and which do not."""

from __future__ import annotations

import pytest

from pipeline.quantity.hedge import Found, hedge_after, hedge_before

BEFORE = {
    "nearly |5": "nearly",
    "nearly|5": "nearly",
    "NEARLY |5": "NEARLY",
    "nearly\n|5": "nearly",
    "just over |5": "just over",
    "not quite |5": "not quite",
    "as much as |5": "as much as",
    "up to |5": "up to",
    "nearly a |5": "nearly",
    "nearly the record |5": "nearly",
    "at least another |5": "at least",
    "(nearly |5": "nearly",
    "“nearly |5": "nearly",
    "up (over |5": "over",
    "paid over |5": "over",
    "more than |5": "more than",
    f"{'x' * 60} nearly |5": "nearly",
    f"nearly{' ' * 40}|5": "nearly",
    "İİİİ nearly |5": "nearly",
    "a near-|5": "near",
    "a Sub-|5": "Sub",
    "(over‑|5": "over",
    "~|5": "~",
    "~ |5": "~",
    "": None,
    "|5": None,
    "~  |5": None,
    "unclearly |5": None,
    "linear-|5": None,
    "a pre-near-|5": None,
    "mid-|5": None,
    "near -|5": None,
    "-|5": None,
    "nearly, |5": None,
    "quite |5": None,
    "as much |5": None,
    "went up to |5": None,
    "handed over |5": None,
    "5% over |5": None,
    "lower than the |5": None,
    "more than the |5": None,
    "around-the |5": None,
    "nearly x x x |5": None,
    "roughly a the an |5": None,
    f"nearly{' ' * 60}|5": None,
}
BEHIND = {
    "5| or so": "or so",
    "5| or so many": "or so",
    "5|\nor so": "or so",
    "5| or more": "or more",
    "5| at most": "at most",
    "5| plus": "plus",
    "5|-plus": "plus",
    "5|-odd": "odd",
    "5|+": "+",
    "5| +": "+",
    "5| and up": "and up",
    "5| and up in May": "and up",
    "5| and over": "and over",
    "5| and up by 40%": None,
    "5| and up 40%": None,
    "5| and over $3": None,
    "5|+6": None,
    "5|-strong": None,
    "5|   or so": None,
    "5|, or so": None,
    "5| or": None,
    "5|": None,
}


def _printed(text: str, found: Found | None) -> str | None:
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(("marked", "hedge"), BEFORE.items(), ids=map(repr, BEFORE))
def test_a_hedge_ends_right_before_its_figure(marked: str, hedge: str | None) -> None:
    text, at = marked.replace("|", ""), marked.find("|")
    assert _printed(text, hedge_before(text, max(at, 0))) == hedge


@pytest.mark.parametrize(("marked", "hedge"), BEHIND.items(), ids=map(repr, BEHIND))
def test_a_hedge_begins_right_behind_its_figure(marked: str, hedge: str | None) -> None:
    text, at = marked.replace("|", ""), marked.index("|")
    assert _printed(text, hedge_after(text, at)) == hedge
