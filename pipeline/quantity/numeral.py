"""Printed digits as exact decimals, whatever the grouping."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final, NamedTuple

LONGEST: Final = 24
"""More digits than this are no figure of trade but a code."""
_FORM: Final = re.compile(
    r"(?P<plain>\d+(?:\.\d+)?)"
    r"|(?P<grouped>(?!0,)\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?)"
    r"|(?P<european>\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})"
    r"|(?P<comma>\d{1,4},\d{1,2}|0,\d+)",
    re.ASCII,
)
_MISREAD: Final = re.compile(r"[0-9oOlI][0-9oOlI.,]*")
_LETTERS: Final = str.maketrans("oOlI", "0011")
_SPACED: Final = re.compile(
    "\\d{1,3}(?:[ \u00a0\u2007\u2009\u202f'’]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d.,]*\\d)", re.ASCII
)
_SMALLEST: Final = Decimal("0.0000001")
"""What is left of a fraction that has no end: a third is 0.3333333."""
VULGAR: Final = {
    mark: Decimal(unicodedata.numeric(mark)).quantize(_SMALLEST).normalize() for mark in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}
_MIXED: Final = re.compile(r"[ -](\d)/(\d{1,2})(?![\d/])")
_DENOMINATOR: Final = re.compile(r"/(\d{1,2})(?![\d/])", re.ASCII)
_CONTINUES: Final = frozenset(" -/\u00a0\u2007\u2009\u202f'’oOlI") | VULGAR.keys()


class Numeral(NamedTuple):
    """A number as printed: where it ends, its digits as a plain decimal, and what is odd about it."""

    end: int
    digits: str
    doubt: str | None = None
    grouped: bool = False
    spelled: bool = False
    exact_half: bool = False
    """Printed with a fraction ("3 1/2", "three and a half"), so that its last decimal is no rounding."""

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return Decimal(self.digits)


def read_digits(text: str, start: int, end: int) -> Numeral | None:
    """The number printed at ``[start, end)``, a run of digits, points and commas; None where it has no reading.

    It may be longer: groups of three after a space, a common fraction, a letter misread.
    """
    blob = text[start:end]
    if not blob[-1].isdigit():
        blob = blob.rstrip(".,")
        end = start + len(blob)
    if len(blob) > LONGEST:
        return None
    following = text[end : end + 1]
    if following and following in _CONTINUES and (longer := _longer(text, start, end)) is not None:
        return longer
    if blob.isdecimal():
        return Numeral(end, blob)
    return _punctuated(blob, end)


def _punctuated(blob: str, end: int) -> Numeral | None:
    match = _FORM.fullmatch(blob)
    if match is None:
        return None
    form = match.lastgroup
    if form == "plain":
        return Numeral(end, blob)
    if form == "grouped":
        return Numeral(end, blob.replace(",", ""), grouped=True)
    if form == "european":
        return Numeral(end, blob.replace(".", "").replace(",", "."), grouped=True)
    return Numeral(end, blob.replace(",", "."), doubt="comma as decimal sign")


def _longer(text: str, start: int, end: int) -> Numeral | None:
    """A number that goes on after its first run of digits: spaced groups, vulgar fractions, letters for digits."""
    blob, following = text[start:end], text[end]
    if following in "oOlI":
        return _misread(text, start)
    if blob.isdecimal() and (fraction := _common_fraction(text, blob, end)) is not None:
        return fraction
    groups = _SPACED.match(text, start, start + LONGEST + 8)
    if groups is None or groups.end() <= end:
        return None
    return Numeral(groups.end(), re.sub("[^0-9.,]", "", groups[0]).replace(",", "."), grouped=True)


def _common_fraction(text: str, blob: str, end: int) -> Numeral | None:
    """ "2½", "8-1/4", "1/2": the fraction makes the number exact to no decimal place."""
    if text[end] in VULGAR:
        return Numeral(end + 1, str(Decimal(blob) + VULGAR[text[end]]), exact_half=True)
    if (mixed := _MIXED.match(text, end)) and int(mixed[2]) > int(mixed[1]):
        return Numeral(mixed.end(), str(Decimal(blob) + _fraction(mixed[1], mixed[2])), exact_half=True)
    if (below := _DENOMINATOR.match(text, end)) and int(below[1]) > int(blob) > 0 and len(blob) < 3:
        return Numeral(below.end(), str(_fraction(blob, below[1])), exact_half=True)
    return None


def _fraction(above: str, below: str) -> Decimal:
    return decimal_part(int(above), int(below))


def decimal_part(above: int, below: int) -> Decimal:
    """A common fraction as a decimal; one that has no end is cut."""
    return (Decimal(above) / Decimal(below)).quantize(_SMALLEST).normalize()


def _misread(text: str, start: int) -> Numeral | None:
    match = _MISREAD.match(text, start, start + LONGEST)
    assert match is not None  # the first character is a digit
    blob = match[0].rstrip(".,")
    if blob[-1] in "lI" or text[start + len(blob) : start + len(blob) + 1].isalnum():
        return None
    numeral = _punctuated(blob.translate(_LETTERS), start + len(blob))
    return numeral and numeral._replace(doubt="a letter stands for a digit")
