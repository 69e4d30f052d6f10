"""Fractions and multiples ("two-thirds", "one in five", "doubled", "3.5-fold"): figures without a printed amount."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, Final

from pipeline.lexicon import read_toml
from pipeline.quantity.beside import Tail, read_tail
from pipeline.quantity.draft import Draft
from pipeline.quantity.interval import Grain, grain_of_digits
from pipeline.quantity.numeral import Numeral
from pipeline.quantity.spelled import read_spelled

HUNDRED: Final = Decimal(100)
_SEVENTH: Final = Decimal("0.0000001")
_TEN_THOUSANDTH: Final = Decimal("0.0001")
_NEXT: Final = re.compile(r"\s{1,2}([A-Za-z][A-Za-z-]*)|(-[A-Za-z]+)")
_OF: Final = re.compile(r"(?:\s+of)?(?:\s+(?:an?|one)\s+|\s+|-an?-|-)(?:an?\s)?(?=[A-Za-z])")
_OF_A: Final = re.compile(r"\sof (?:an?|one)(?=\s)", re.IGNORECASE)
_ONE_IN: Final = re.compile(r"\s(?:in|out of)(?:\severy)?\s", re.IGNORECASE)
_FACTOR: Final = re.compile(r"factor of (?:about |around |nearly |almost |some |more than )?", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?(?![0-9%])")


@cache
def _rules(name: str) -> dict[str, Any]:
    rules: dict[str, Any] = read_toml("numerals.toml")[name]
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in rules.items()}


def word_before(text: str, start: int) -> str:
    """The word before ``start``, in lower case, "" where there is none."""
    words = text[max(0, start - 24) : start].split()
    return words[-1].lower().strip("\"'“”‘’(") if words else ""


def word_after(text: str, end: int) -> str:
    """The word after ``end``, in lower case, with its hyphen if it is glued by one; "" where punctuation follows."""
    match = _NEXT.match(text, end)
    return (match[1] or match[2]).lower() if match else ""


def fraction(span: tuple[int, int], parts: Decimal, of: Decimal) -> Draft:
    """A share of ``parts`` in ``of``, in percent, with the tolerance of its kind."""
    value = (HUNDRED * parts / of).quantize(_SEVENTH)
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return Draft(span[0], span[1], "fraction", value, str(value), "fraction", grain=_fraction_grain(value))


def _fraction_grain(value: Decimal) -> Grain:
    rules = _rules("fraction")
    natural = min(value * Decimal(str(rules["natural_relative"])), Decimal(str(rules["natural_points"])))
    widest = natural * Decimal(str(rules["widest"]))
    return Grain(
        natural, widest, natural * Decimal(str(rules["near_natural"])), natural * Decimal(str(rules["near_widest"]))
    )


def multiple(span: tuple[int, int], numeral: tuple[Decimal, str], rule: str) -> Draft:
    """Growth to ``factor`` times as much: its value is the change in percent."""
    factor, digits = numeral
    grain = grain_of_digits(digits, True) if digits else Grain(Decimal(0), Decimal(0))
    natural = max(grain.natural if "." in digits else Decimal(0), factor * Decimal(str(_rules("multiple")["natural"])))
    widest = max(grain.natural, factor * Decimal(str(_rules("multiple")["widest"])))
    natural = min(natural, widest)
    return Draft(
        span[0], span[1], "multiple", factor, digits or str(factor), rule, grain=Grain(natural, widest), factor=factor
    )


def read_half(text: str, start: int, end: int) -> Draft | None:
    """The word "half", as a share or as half of an amount ("half a billion dollars")."""
    if amount := _part_of_amount(text, (start, end), Decimal(1) / 2):
        return amount
    rules = _rules("fraction")
    after = word_after(text, end)
    if word_before(text, start) in rules["half_not_after"] or after.lstrip("-") in rules["half_not_before"]:
        return None
    if text[max(0, start - 6) : start].lower().split() == ["and", "a"]:
        return None  # "a year and a half"
    if after.startswith("-") or after in ("a", "an") or text[start - 1 : start] == "-":
        return None
    return fraction((start, end), Decimal(1), Decimal(2))


def read_quarter(text: str, start: int, end: int) -> Draft | None:
    """The word "quarter": a share only after "a" or a number, and where it is no three months."""
    words = text[max(0, start - 32) : start].lower().split()
    if not words or words[-1] not in ("a", "one", "another"):
        return None
    if amount := _part_of_amount(text, (start, end), Decimal(1) / 4):
        return amount
    rules = _rules("fraction")
    after = word_after(text, end)
    if len(words) > 1 and words[-2] in rules["quarter_not_after"]:
        return None
    if after and after not in rules["followers"]:
        return None
    if _of_a_unit(text, end):
        return None
    return fraction((start, end), Decimal(1), Decimal(4))


def read_ordinal_share(text: str, span: tuple[int, int], divisor: int) -> Draft | None:
    """An ordinal as a share ("a third of", "by a fifth"): only after an article and where no thing is counted."""
    if divisor < 3 or word_before(text, span[0]) not in ("a", "an", "one", "another"):
        return None
    if amount := _part_of_amount(text, span, Decimal(1) / divisor):
        return amount
    after = word_after(text, span[1])
    if (after and after not in _rules("fraction")["followers"]) or _of_a_unit(text, span[1]):
        return None
    if after == "and" and text[max(0, span[0] - 5) : span[0]].lower() != "by a ":
        return None  # "a third and final term"
    return fraction(span, Decimal(1), Decimal(divisor))


def _of_a_unit(text: str, end: int) -> bool:
    """Whether the part is one of a unit that is not read: "a quarter of a point" is no share."""
    link = _OF_A.match(text, end)
    return link is not None and word_after(text, link.end()) in _rules("fraction")["not_of_a"]


def _part_of_amount(text: str, span: tuple[int, int], part: Decimal) -> Draft | None:
    """Half, a quarter or two thirds of a scale or of a percentage point."""
    link = _OF.match(text, span[1])
    if link is None:
        return None
    tail = read_tail(text, link.end() - 1, None)
    if not (tail.scaled or (tail.unit and tail.unit.role == "percent")) or tail.short:
        return None
    if not tail.scaled and link[0].strip() == "of":
        return None  # "half of percent" is no figure
    return amount_of_part(span[0], part.quantize(_TEN_THOUSANDTH).normalize(), tail)


def amount_of_part(start: int, part: Decimal, tail: Tail) -> Draft:
    """A common fraction of the scale or unit that ``tail`` read."""
    share = _fraction_grain(part * HUNDRED)
    grain = Grain(share.natural / HUNDRED, share.widest / HUNDRED)
    kind = "bare" if tail.unit is None else tail.unit.unit or "money" if tail.unit.role == "percent" else tail.unit.role
    return Draft(
        start,
        tail.end,
        kind,
        part,
        str(part),
        "part-of-scale",
        scale=tail.scale,
        scaled=tail.scaled,
        unit=tail.unit,
        unit_after=True,
        grain=grain,
    )


def read_parts(text: str, start: int, read: tuple[Numeral, Tail]) -> Draft | None:
    """A number of parts: "two-thirds", "three quarters of a percentage point"."""
    numeral, tail = read
    assert tail.unit is not None  # the caller has seen a fraction word
    parts, of = numeral.value, tail.unit.factor
    if not numeral.digits.isdecimal() or not 0 < parts < of or (of == 2 and parts != 1) or _of_a_unit(text, tail.end):
        return None
    amount = _part_of_amount(text, (start, tail.end), parts / of)
    return amount or fraction((start, tail.end), parts, of)


def read_one_in(text: str, start: int, numeral: Numeral) -> Draft | None:
    """A share as a count: "one in five", "nine out of ten"."""
    link = _ONE_IN.match(text, numeral.end) if numeral.spelled else None
    whole = read_spelled(text, link.end()) if link else None
    if whole is None or link is None or not numeral.value < whole.value or (numeral.value > 1 and " in " in link[0]):
        return None
    if word_after(text, whole.end) in _rules("fraction")["one_in_not_before"]:
        return None
    return fraction((start, whole.end), numeral.value, whole.value)


def read_multiple_word(text: str, span: tuple[int, int], factor: Decimal) -> Draft | None:
    """A word such as "doubled" or "twice"; those that are adjectives too need the right word after them."""
    word = text[span[0] : span[1]].lower()
    if word in _rules("multiple")["needs_follower"] and not _multiplies(text, span, word):
        return None
    if text[span[0] - 1 : span[0]] == "-" or word_after(text, span[1]).startswith("-"):
        return None
    return multiple(span, (factor, ""), "multiple.word")


def _multiplies(text: str, span: tuple[int, int], word: str) -> bool:
    rules = _rules("multiple")
    after = word_after(text, span[1])
    if word in rules["counted"]:
        return after in rules["counted_followers"]
    if not after:
        return word_before(text, span[0]) in ("to", "than", "nearly", "almost", "will", "by", "would", "could")
    return after in rules["followers"]


def read_fold(span: tuple[int, int], factor: Decimal) -> Draft:
    """A single word such as "tenfold"."""
    return multiple(span, (factor, str(factor)), "multiple.fold")


def read_times(text: str, start: int, numeral: Numeral, tail: Tail) -> Draft | None:
    """A number of times: "3.5-fold", "three times the", "2.5x"."""
    assert tail.unit is not None  # the caller has seen the word
    if tail.scaled or not numeral.value or text[max(0, start - 1) : start] in {"-", "‑"}:
        return None  # the 747-500x is a type
    if tail.unit.rule == "multiple.times" and word_after(text, tail.end) not in _rules("multiple")["counted_followers"]:
        if word_before(text, start) != "by" and text[tail.end : tail.end + 1] not in ".,;)":
            return None
        if word_before(text, start) not in ("by", "than", "nearly", "almost", "about", "to", "some", "over"):
            return None
    return multiple((start, tail.end), (numeral.value, numeral.digits), tail.unit.rule)


def read_factor(text: str, start: int) -> Draft | None:
    """ "A factor of 18": the whole phrase is the figure."""
    match = _FACTOR.match(text, start)
    if match is None:
        return None
    if digits := _DIGITS.match(text, match.end()):
        return multiple((start, digits.end()), (Decimal(digits[0]), digits[0]), "multiple.factor")
    numeral = read_spelled(text, match.end())
    return numeral and multiple((start, numeral.end), (numeral.value, numeral.digits), "multiple.factor")
