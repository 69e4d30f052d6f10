"""Figures that a scan or a slip has garbled: a letter among the digits, a sign and a scale without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.quantity.beside import read_tail
from pipeline.quantity.figure import Unread

_LETTERS: Final = re.compile(
    r"(?<![\w.,$€£¥₹])([$€£¥₹]\s?)?(?=[lIoO.,]*\d)(?=[\d.,]*[lIoO][\d.,lIoO])[\dlIoO][\dlIoO.,]{0,24}[\dlIoO](?![A-Za-z])"
)
"""Digits with l, I, o or O among them, and no other letter: "1o.6", "$l2.5", "1O5"."""
_NO_DIGITS: Final = re.compile(r"(?<=[a-z]\s)(?<!\bin\s)[$€£¥₹](?=\s[a-z])")
"""A sign with a word behind it, in running text; "in $ billion" is the unit of a table."""
_NUMBER_BEFORE: Final = re.compile(r"\d\s?[A-Z]{0,3}$")
_SUSPECT: Final = re.compile(
    r"[\d$€£¥₹.,](?:"  # what is found quickly, and then what makes it suspect
    r"(?<=\d)(?:_|[\u0300-\u036f]|\d{15}|[.,]{2}\d|[.,]\d{4}|[.,]\d+[.,]\d)"
    r"|(?<=[.,])\d{1,2}[.,]\d"
    r"|(?<=[\d.,])[lIoO]|(?<=[lIoO][\d.,])(?<![A-Za-z][lIoO][\d.,])"
    r"|(?<=[$€£¥₹])(?:\d[\d.,]*[^\W\dbBcCkKlLmMtT]|\s[a-z]))"
)


def is_suspect(text: str) -> bool:
    """A cheap first test: whether anything in the text may be a figure without a reading."""
    return _SUSPECT.search(text) is not None


def find_garbled(text: str) -> Iterator[Unread]:
    """What was meant as an amount, by the sign before or the unit or scale behind, and is none, in order."""
    for found in _LETTERS.finditer(text):
        tail = read_tail(text, found.end(), None)
        if found[1] or (tail.unit is not None and not tail.unit.short) or (tail.scaled and not tail.short):
            yield Unread(found.start(), tail.end, "a letter stands for a digit")
    for found in _NO_DIGITS.finditer(text):
        tail = read_tail(text, found.end(), None)
        numbered = _NUMBER_BEFORE.search(text, max(0, found.start() - 8), found.start())
        if tail.scaled and not tail.short and numbered is None:
            yield Unread(found.start(), tail.end, "the digits are missing")
