"""Laws of the amount grammar: each test is named for what holds for every text."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.quantity import Quantity, find_quantities, find_unread

PRINTED = """exports rose to from between and or nearly more than about half a third doubled in five one twice times
fold $ US$ € Rs ¥ £ % percent per cent pp basis points billion mln bn lakh crore trillion dollars euros crowns tonnes
barrels a day 5 7.3 1,234 12,34,567 1.234.567,89 2024 3-4 2½ 1/2 third-largest No. 1 3.5-fold the ( ) - – , . ;
(+25.7%) 1o.6 10.6.2 June 16 F-16 G20"""
WORDS = [*PRINTED.split(), "\n", "\n\n"]
phrases = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
anything = st.one_of(phrases, glued, st.text(max_size=80), st.text(alphabet="0123456789.,-–%$€ mbntk/'’½", max_size=60))

mantissas = st.decimals(min_value=Decimal("0.01"), max_value=999, places=2)
layouts = st.sampled_from(
    [
        ("${} billion", "USD", 10**9),
        ("US$ {}bn", "USD", 10**9),
        ("{} million euros", "EUR", 10**6),
        ("EUR{}m", "EUR", 10**6),
        ("Rs {} crore", "INR", 10**7),
        ("{} trillion yen", "JPY", 10**12),
        ("{} percent", "percent", 1),
        ("{}%", "percent", 1),
        ("{} percentage points", "percentage-point", 1),
        ("{} mln tonnes", "t", 10**6),
    ]
)


@given(anything)
@settings(max_examples=150, deadline=None)
def test_evidence_is_a_slice_of_the_text(text: str) -> None:
    for found in find_quantities(text):
        assert found.text == text[found.start : found.end] != ""
        if found.hedge_span is not None:
            assert found.hedge == text[slice(*found.hedge_span)]
    for unread in find_unread(text):
        assert 0 <= unread.start < unread.end <= len(text)


@given(anything)
@settings(max_examples=150, deadline=None)
def test_figures_come_in_order_and_never_overlap(text: str) -> None:
    spans = [(found.start, found.end) for found in find_quantities(text)]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def _within(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


@given(anything)
@settings(max_examples=150, deadline=None)
def test_the_printed_value_lies_in_its_interval_and_the_natural_one_in_the_widest(text: str) -> None:
    for found in find_quantities(text):
        assert found.value is not None
        assert _within(found.value, found.natural_low, found.natural_high)
        for end in (found.natural_low, found.natural_high):
            assert end is None or _within(end, found.low, found.high)
        assert found.low is None or found.natural_low is not None
        assert found.high is None or found.natural_high is not None


@given(mantissas, layouts)
def test_reading_undoes_printing(mantissa: Decimal, layout: tuple[str, str, int]) -> None:
    form, unit, scale = layout
    (found,) = find_quantities(f"It came to {form.format(mantissa)} in all.")
    assert (found.value, found.unit, found.text) == (mantissa * scale, unit, form.format(mantissa))
    assert found.digits == str(mantissa)


def _ends(found: Quantity) -> tuple[Decimal | None, ...]:
    return (found.low, found.high, found.natural_low, found.natural_high)


@given(mantissas, st.sampled_from(["", "nearly ", "more than ", "about ", "up to ", "just over "]))
def test_a_larger_scale_scales_the_interval(mantissa: Decimal, hedge: str) -> None:
    (million,) = find_quantities(f"{hedge}${mantissa} million")
    (billion,) = find_quantities(f"{hedge}${mantissa} billion")
    assert [end and end * 1000 for end in _ends(million)] == list(_ends(billion))


@given(mantissas)
def test_a_minus_mirrors_the_interval(mantissa: Decimal) -> None:
    (plus,), (minus,) = find_quantities(f"(+{mantissa}%)"), find_quantities(f"(-{mantissa}%)")
    assert (minus.value, minus.low, minus.high) == (-plus.value, -plus.high, -plus.low)  # type: ignore[operator]


@given(mantissas)
def test_more_digits_never_widen_the_interval(mantissa: Decimal) -> None:
    (short,), (long,) = find_quantities(f"${mantissa} billion"), find_quantities(f"${mantissa}0 billion")
    assert short.low is not None
    assert short.high is not None
    assert long.low is not None
    assert long.high is not None
    assert short.low <= long.low <= long.high <= short.high


@given(
    st.integers(1, 99_999),
    st.integers(1, 99_999),
    st.sampled_from(["between ${} {s} and ${} {s}", "${}-{} {s}", "${} {s}-${} {s}"]),
)
def test_a_range_reaches_from_end_to_end_and_its_value_is_the_middle(cents: int, wider: int, form: str) -> None:
    low, high = Decimal(cents) / 100, Decimal(cents + min(cents, wider)) / 100
    (found,) = find_quantities(f"It came to {form.format(low, high, s='million')} in all.")
    scale = 10**6
    assert (found.low, found.high) == (low * scale, high * scale)
    assert found.value == (low + high) * scale / 2


COUNTED = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


@given(st.integers(1, 10), st.sampled_from(sorted(PARTS)))
def test_parts_are_a_share_of_their_whole_and_never_all_of_it(count: int, part: str) -> None:
    of = PARTS[part]
    printed = f"{COUNTED[count - 1]} {part}{'s' if count > 1 else ''}"
    for said in (printed, f"{COUNTED[count - 1]} out of {COUNTED[of - 1]}"):
        found = [quantity.value for quantity in find_quantities(f"It sold {said} of its tea.")]
        if count < of:
            assert [
                value is not None and abs(value - Decimal(100 * count) / of) < Decimal("0.001") for value in found
            ] == [True]
        else:
            assert found == []


@given(phrases, phrases)
@settings(max_examples=150, deadline=None)
def test_a_paragraph_changes_nothing_in_another(first: str, second: str) -> None:
    first, second = first.replace("\n", " "), second.replace("\n", " ")
    first, second = f"{first} stop.", f"Then, {second}"
    alone = [(q.text, q.value, q.unit) for part in (first, second) for q in find_quantities(part)]
    assert [(q.text, q.value, q.unit) for q in find_quantities(f"{first}\n\n{second}")] == alone


@given(anything)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert find_quantities(text) == find_quantities(text)


HOSTILE = {
    "digits": "7",
    "grouped digits": "1,234,",
    "points": "1.",
    "spaced groups": "123 ",
    "apostrophes": "1'234'",
    "dashes": "3-",
    "dollars": "$",
    "dollar figures": "$5",
    "brackets": "((",
    "bracketed figures": "(5%)",
    "number words": "one ",
    "glued number words": "one",
    "hyphened number words": "twenty-",
    "joined figures": "5 and ",
    "figures to figures": "5 to ",
    "scaled numbers": "5 billion ",
    "letters": "x",
    "letters for digits": "1o",
    "hedges": "nearly ",
    "hedged figures": "nearly $5bn ",
    "percent signs": "%",
    "blanks": "5 \t\u00a0",
    "line breaks": "5\n",
    "entities": "5&nbsp;",
    "abbreviations": "U.S.",
    "halves": "half a ",
    "commas": ",",
}


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        find_quantities(text)
        find_unread(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_linearly_on_hostile_text(unit: str) -> None:
    find_quantities(unit * 100)
    short, long = unit * (3_000 // len(unit)), unit * (24_000 // len(unit))
    assert _seconds(long) <= 24 * max(_seconds(short), 0.001)
