"""Numbers by themselves: printed digits and words as exact decimals, whatever the grouping."""

from __future__ import annotations

import re

import pytest

from pipeline.quantity.numeral import Numeral, read_digits
from pipeline.quantity.spelled import add_half, read_spelled

PRINTED = {
    "7": "7",
    "007": "007",
    "1234567": "1234567",
    "3.14": "3.14",
    "5.": "5",
    "5,": "5",
    "1,234": "1234 grouped",
    "1,234,567.89": "1234567.89 grouped",
    "12,34,567": "1234567 grouped",
    "1'234'567": "1234567 grouped",
    "1’234.5": "1234.5 grouped",
    "1.234.567": "1234567 grouped",
    "1.234,5": "1234.5 grouped",
    "1.234.567,89": "1234567.89 grouped",
    "1 234 567": "1234567 grouped",
    "1 234.5": "1234.5 grouped",
    "1 234,5": "1234.5 grouped",
    "1\u00a0234": "1234 grouped",
    "1\u202f234\u202f567": "1234567 grouped",
    "0,5": "0.5 comma as decimal sign",
    "0,125": "0.125 comma as decimal sign",
    "12,5": "12.5 comma as decimal sign",
    "2½": "2.5 exact",
    "12¾": "12.75 exact",
    "1⅓": "1.3333333 exact",
    "1⅞": "1.875 exact",
    "3 1/2": "3.5 exact",
    "8-1/4": "8.25 exact",
    "2 2/3": "2.6666667 exact",
    "1/2": "0.5 exact",
    "3/10": "0.3 exact",
    "1O5": "105 a letter stands for a digit",
    "1,2": "1.2 comma as decimal sign",
    "1o.6": "10.6 a letter stands for a digit",
    "2l3": "213 a letter stands for a digit",
    "123456789012345678901234": "123456789012345678901234",
}
PART = {
    "12 34": "12",
    "1 000.02.2024": "1",
    "3 2/1": "3",
    "3 1/2/4": "3",
    "2/1": "2",
    "100/200": "100",
    "0/5": "0",
    "1/2/2024": "1",
    "5 m": "5",
    "5-6": "5",
}
UNREADABLE = ["10.6.2", "5,0000", "1,23,4", "1.2.3", "12,345,67", "1234567890123456789012345", "1.23,4567x"]


def shown(numeral: Numeral | None) -> str:
    if numeral is None:
        return ""
    told = (numeral.digits, numeral.grouped and "grouped", numeral.exact_half and "exact", numeral.doubt)
    return " ".join(part for part in told if part)


def read(text: str) -> Numeral | None:
    run = re.match(r"[0-9][0-9.,]*", text)
    assert run is not None
    return read_digits(text, 0, run.end())


@pytest.mark.parametrize(("text", "expected"), PRINTED.items(), ids=PRINTED)
def test_digits_in_whatever_form_are_a_number(text: str, expected: str) -> None:
    numeral = read(text)
    assert shown(numeral) == expected
    assert numeral is not None
    assert numeral.end == len(text.rstrip(".,"))
    assert shown(read(f"{text} tonnes")) == expected


@pytest.mark.parametrize(("text", "expected"), PART.items(), ids=PART)
def test_what_does_not_belong_to_a_number_is_left(text: str, expected: str) -> None:
    numeral = read(text)
    assert numeral is not None
    assert (numeral.digits, numeral.end) == (expected, len(expected))


@pytest.mark.parametrize("text", UNREADABLE)
def test_digits_without_a_reading_are_none(text: str) -> None:
    assert read(text) is None


SPELLED = {
    "seven": "7",
    "twenty": "20",
    "twenty-five": "25",
    "Twenty five": "25",
    "hundred": "100",
    "one hundred": "100",
    "two hundred and ten": "210",
    "two hundred ten": "210",
    "three hundred and twenty-one": "321",
    "three and a half": "3.5 exact",
    "three-and-a-half": "3.5 exact",
    "two and one quarter": "2.25 exact",
    "one and three quarters": "1.75 exact",
    "four point five": "4.5",
    "four point two five": "4.25",
    "zero point one": "0.1",
    "nine-point-nine": "9.9",
    "thirty-eight-point-two": "38.2",
    "four point twelve": "4.12",
    "four-point-75": "4.75",
    "one point oh five": "1.05",
    "three and a third": "3.3333333 exact",
    "two-and-three-fifths": "2.6 exact",
    "one thousand two hundred": "1200",
    "twenty-three thousand and fifty": "23050",
    "two million three hundred thousand five hundred": "2300500",
    "one thousand two hundred and six-point-five": "1206.5",
}
SPELLED_PART = {
    "twenty and five": "twenty",
    "five six": "five",
    "five twenty": "five",
    "ten eleven": "ten",
    "twenty twenty": "twenty",
    "five and six": "five",
    "two hundred and many": "two hundred",
    "four point": "four",
    "four point many": "four",
    "four point one two three four five": "four point one two three four",
    "four and five": "four",
    "three and a bit": "three",
    "five-point two-year": "five",
    "ten-point plan": "ten",
    "two million three hundred thousand": "two million three hundred",
    "two thousand ten-tonne": "two",
    "two million five": "two",
    "three thousand million": "three",
    "six tenths": "six",
    "zero five": "zero",
}


@pytest.mark.parametrize(("text", "expected"), SPELLED.items(), ids=SPELLED)
def test_words_are_a_number(text: str, expected: str) -> None:
    numeral = read_spelled(text, 0)
    assert shown(numeral) == expected
    assert numeral is not None
    assert (numeral.end, numeral.spelled) == (len(text), True)


@pytest.mark.parametrize(("text", "expected"), SPELLED_PART.items(), ids=SPELLED_PART)
def test_words_that_do_not_belong_to_a_number_are_left(text: str, expected: str) -> None:
    numeral = read_spelled(text, 0)
    assert numeral is not None
    assert text[: numeral.end] == expected


def test_no_number_word_is_no_number() -> None:
    assert read_spelled("many", 0) is None
    assert read_spelled("and five", 0) is None


def test_half_and_quarters_may_stand_behind_digits() -> None:
    for text, digits in (("3 and a half percent", "3.5"), ("3 and three quarters", "3.75"), ("3 and a bit", "3")):
        assert add_half(text, Numeral(1, "3")).digits == digits
    assert add_half("3.1 and a half", Numeral(3, "3.1")).digits == "3.1"
