"""One number with what stands beside it: money, percent, a physical amount, or a bare number that may carry a unit."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from pipeline.lexicon import read_toml
from pipeline.quantity import proportion
from pipeline.quantity.beside import MINUS, Lead, Tail, lead_of, read_tail
from pipeline.quantity.counted import counted
from pipeline.quantity.draft import Draft
from pipeline.quantity.figure import Unread
from pipeline.quantity.hedge import prefix_before
from pipeline.quantity.interval import grain_of_half
from pipeline.quantity.numeral import LONGEST, Numeral, read_digits
from pipeline.quantity.physical import ask_unit
from pipeline.quantity.spelled import add_half, read_over_scale, read_spelled
from pipeline.quantity.vocabulary import Word, words_beside

_SIGNS: Final = "+＋" + MINUS
_OPENING: Final = " \t\n\u00a0\u202f\u2009([|:;,/>\"“'~≈*"
_BEFORE_POINT: Final = _OPENING + "$€£¥₹-−+"
_CLOSING: Final = frozenset(("", *".,;:)]\n'\"’”"))
_LONGEST_SCALE: Final = 20
"""Characters of a digit, a scale word and a hyphen, at most."""
_RAISED: Final = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹ªº")
_RUN: Final = re.compile(r"[\w\u0300-\u036f.,]{1,80}")
_YEARLIKE: Final = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}")


def read_printed(text: str, span: tuple[int, int], floor: int) -> Draft | Unread | None:
    """The figure whose first run of digits and points is ``span``; ``floor`` is where the figure before it ended."""
    start, end = span
    point = start > floor and text[start - 1] == "." and (start == 1 or text[start - 2] in _BEFORE_POINT)
    begin = start - 1 if point else start
    lead = lead_of(text, begin, floor)
    if lead is None:
        if begin and not _may_begin(text, begin):
            return None
        if end - start == 4 and text[end : end + 1] in _CLOSING and _YEARLIKE.fullmatch(text, start, end):
            return None  # most numbers of an article are years
    numeral = read_digits(text, start, end)
    if numeral is None:
        return _unread(text, (start, end), lead)
    if point and not numeral.digits.isdecimal():
        return _unread(text, (start, end), lead)  # ".57.7" is no number
    if point:
        numeral = numeral._replace(digits=f"0.{numeral.digits}")
    if (
        numeral.grouped
        and " " in text[start : numeral.end]
        and proportion.word_before(text, start) in words_beside("numbered")
    ):
        return None  # "June 16 500 tonnes": a day, and an amount
    found = read_amount(text, begin, numeral, lead)
    if found is None or found.end > numeral.end or not _is_of_a_word(text[found.end : found.end + 1] or " "):
        return found
    rest = _RUN.match(text, found.end)
    return _unread(text, (start, rest.end() if rest else found.end), lead)  # "$5e9", "$5_000": half of it is no figure


def _is_of_a_word(character: str) -> bool:
    """A letter, a digit or what is joined to them; but no raised figure, which is the mark of a note."""
    if character in _RAISED:
        return False
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def _may_begin(text: str, start: int) -> bool:
    """Whether a figure may begin here: not inside a word, a code, a date, an address."""
    before = text[start - 1]
    if before.isalnum() or before in "_#@%=&\\":
        return False
    if before == "." and start > 1 and _is_of_a_word(text[start - 2]):
        return False
    if before in "-‑" and text[start - 2 : start - 1].isalpha():
        return (
            text[start - 5 : start - 1].lower() == " mid"
            or prefix_before(text, start) is not None
            or re.match(r"[0-9.]+(?:%|-?\s?per)", text[start : start + 12]) is not None
            or _scale_hung_on().search(text, max(0, start - _LONGEST_SCALE), start) is not None
        )
    return not (before == "/" and text[start - 2 : start - 1].isdigit())


@cache
def _scale_hung_on() -> re.Pattern[str]:
    """A number with its scale and a hyphen, before the other end of a range: "5 billion-7 billion euros"."""
    words = [form for record in read_toml("scales.toml")["scale"] for form in record["words"]]
    return re.compile(rf"[0-9]\s?(?:{'|'.join(map(re.escape, words))})[-‑]\Z", re.IGNORECASE)


def _unread(text: str, span: tuple[int, int], lead: Lead | None) -> Unread | None:
    """Digits without a reading: worth telling only where something beside them says that they are an amount."""
    start = lead.start if lead and not lead.word.weak else span[0]
    blob = text[span[0] : span[1]].rstrip(".,")
    tail = read_tail(text, span[0] + len(blob), lead.word if lead else None)
    if start == span[0] and tail.unit is None and not (tail.scaled and not tail.short):
        return None
    reason = "too many digits" if len(blob) > LONGEST else "the digits have no reading"
    return Unread(start, tail.end, reason)


def read_amount(text: str, start: int, numeral: Numeral, lead: Lead | None = None) -> Draft | None:
    """The figure of which ``numeral`` is the number: what stands beside it decides its kind."""
    tail = read_tail(text, numeral.end, lead.word if lead else None)
    if tail.end == numeral.end:
        longer = add_half(text, numeral) if not numeral.spelled else numeral
        if longer.end > numeral.end:
            numeral, tail = longer, read_tail(text, longer.end, lead.word if lead else None)
    if lead is not None and not _lead_counts(lead, numeral, tail, text[numeral.end : tail.end]):
        if lead.word.weak and lead.glued and lead.form[-1].isalnum():
            return None
        lead = None
    unit = tail.unit
    if unit is not None and unit.weak and not _substantial(numeral, tail):
        unit = None
    if unit is None:
        return _money(text, start, numeral, (lead, tail)) if lead else _bare(text, start, numeral, tail)
    if unit.role == "money":
        return _money(text, start, numeral, (lead, tail))
    return _with_unit(text, start, numeral, tail)


def _lead_counts(lead: Lead, numeral: Numeral, tail: Tail, behind: str) -> bool:
    """Whether the sign before a number makes it money; ``behind`` is what is printed of the tail."""
    if tail.unit is not None and tail.unit.role != "money":
        return False
    if not lead.word.weak:
        return (
            lead.form[0].isupper() or not lead.form.isalpha() or tail.scaled or (tail.unit is None and numeral.grouped)
        )
    if len(lead.form) == 1 and (not lead.glued or (behind == lead.form and len(numeral.digits) == 1)):
        return False  # "B2B" is who deals with whom
    return tail.scaled and not (len(lead.form) == 1 and lead.form in "GFHQ" and tail.short)


def _substantial(numeral: Numeral, tail: Tail) -> bool:
    """Whether a number is large or precise enough that an ordinary word after it is a currency."""
    return tail.scaled or len(numeral.digits) > 3


def _signed(text: str, start: int) -> int:
    """-1 where a minus is glued to the figure as a sign (no hyphen, no dash), or the word stands before it; else 1."""
    if not start or text[start - 1] not in _SIGNS:
        return -1 if text[max(0, start - 6) : start].lower() == "minus " else 1
    if start > 1 and text[start - 2] not in _OPENING:
        return 1
    return -1 if text[start - 1] in MINUS else 1


def _money(text: str, start: int, numeral: Numeral, beside: tuple[Lead | None, Tail]) -> Draft | None:
    lead, tail = beside
    after = tail.unit
    if lead is None and after is not None and _is_year(text, start, numeral, tail):
        return None
    unit = lead.word if lead and not _refines(after, lead.word) else after
    assert unit is not None  # one of the two is there
    begin = lead.start if lead else start
    sign = -1 if lead and lead.minus else _signed(text, begin)
    if lead is not None and sign < 0 and text[begin - 1] in MINUS and not lead.minus:
        begin -= 1  # "-$375" is one span; "−185 US$" and "minus $375" are not
    found = _draft((begin, tail.end), numeral, ("money", unit, tail))
    found.sign = sign
    found.unit_after = after is not None
    found.rule = f"{unit.rule}{'.scaled' if tail.scaled else ''}"
    return found


def _refines(after: Word | None, lead: Word) -> bool:
    """Whether the currency after the number says more than the sign before it ("$5 billion Canadian dollars")."""
    return after is not None and bool(lead.currencies) and not after.currencies


def _is_year(text: str, start: int, numeral: Numeral, tail: Tail) -> bool:
    """ "In constant 2015 dollars" is no amount."""
    if tail.scaled or numeral.grouped or not _YEARLIKE.fullmatch(numeral.digits):
        return False
    return proportion.word_before(text, start) in words_beside("year_before")


def _draft(span: tuple[int, int], numeral: Numeral, kind: tuple[str, Word | None, Tail]) -> Draft:
    role, unit, tail = kind
    doubt = numeral.doubt
    if doubt == "comma as decimal sign" and (role != "money" or (unit and unit.unit not in ("USD", "GBP"))):
        doubt = None if len(numeral.digits.partition(".")[2]) < 3 else doubt
    return Draft(
        span[0],
        span[1],
        role,
        numeral.value,
        numeral.digits,
        role,
        scale=tail.scale,
        scaled=tail.scaled,
        unit=unit,
        grouped=numeral.grouped,
        doubt=doubt,
        grain=grain_of_half(numeral.digits) if numeral.exact_half else None,
        within=tail.hedge,
    )


def _with_unit(text: str, start: int, numeral: Numeral, tail: Tail) -> Draft | None:
    unit = tail.unit
    assert unit is not None  # the caller has looked
    if unit.role == "fraction":
        return proportion.read_parts(text, start, (numeral, tail)) if not tail.scaled else None
    if unit.role == "multiple":
        return proportion.read_times(text, start, numeral, tail)
    if unit.role == "percent":
        found = _draft((start, tail.end), numeral, (unit.unit or "percent", unit, tail))
        found.sign = _signed(text, start)
        found.rule = unit.rule
    else:
        if _is_year(text, start, numeral, tail) or (unit.unit is None and not (unit := _asked(tail))):
            return None
        found = _draft((start, tail.end), numeral, ("physical", unit, tail))
    found.unit_after = True
    return found


def _asked(tail: Tail) -> Word | None:
    symbol = ask_unit(tail.form.split()[-1] if tail.scaled else tail.form.lstrip("-"))
    return Word(role="physical", rule="unit.quantulum", unit=symbol) if symbol else None


def _bare(text: str, start: int, numeral: Numeral, tail: Tail) -> Draft | None:
    """A number without a unit: kept where it has a scale, or where a neighbour may lend it a unit."""
    if one_in := proportion.read_one_in(text, start, numeral):
        return one_in
    if numeral.exact_half and not tail.scaled:
        return None
    if (thing := counted(text, start, tail.end)) is not None and not tail.short:
        return _draft((start, thing.end), numeral, ("physical", thing.word, tail))
    follows = not tail.next_word or (tail.next_word.lower() in words_beside("followers") and text[tail.end] != "-")
    if not follows or (not tail.scaled and not _may_carry(text, start, numeral)):
        return None
    found = _draft((start, tail.end), numeral, ("bare", None, tail))
    found.rule = (
        "bare.letter" if tail.scaled and text[tail.end - 1] in "mMbBkKtT" and text[tail.end - 2].isdigit() else "bare"
    )
    found.sign = _signed(text, start)
    return found


def _may_carry(text: str, start: int, numeral: Numeral) -> bool:
    """Whether an unscaled number may share a neighbour's unit: no year, no date, no number of an article."""
    if not numeral.grouped and _YEARLIKE.fullmatch(numeral.digits):
        return False
    if len(numeral.digits) > 9 or (numeral.spelled and numeral.value == 0):
        return False
    return proportion.word_before(text, start) not in words_beside("numbered")


def links_forward(text: str, end: int) -> bool:
    """Whether what follows a bare number can join it to another figure: a cheap test."""
    return _link().match(text, end) is not None


@cache
def _link() -> re.Pattern[str]:
    """A dash, a mark or a word between two figures."""
    joins = "|".join(read_toml("numerals.toml")["bare"]["joins"])
    return re.compile(rf"\s{{0,2}}(?:[-–—‑]|[,;/]|(?:percent)?\s{{0,2}}\b(?:{joins})\b)", re.IGNORECASE)


def read_article_amount(text: str, start: int) -> Draft | None:
    """ "A billion dollars": the article is the number, and no part of the span."""
    if proportion.word_before(text, start) not in ("a", "an") or text[start - 1] == "-":
        return None
    numeral = read_spelled(text, start) or read_over_scale(text, start) or Numeral(start, "1", spelled=True)
    return read_amount(text, start, numeral)
