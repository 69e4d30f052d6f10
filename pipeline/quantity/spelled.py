"""Numbers in words, and what words add to digits: "two hundred and ten", "38-point-two", "3 and a half"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, Final

from pipeline.lexicon import read_toml
from pipeline.quantity.numeral import Numeral, decimal_part

_WORD: Final = re.compile(r"(?:\s{1,2}|[-‐‑])?([A-Za-z]+)")
_DIGITS: Final = re.compile(r"([-‐‑]|\s{1,2})?([0-9]{1,4})(?![0-9.,]*[0-9])")
_POINT: Final = re.compile(r"(?:[-‐‑]|\s{1,2})point(?=[-‐‑\s])", re.IGNORECASE)
_DECIMALS: Final = 4
"""More of them are no figure that anybody speaks."""
_BEGINS: Final = frozenset(" -‐‑\n\u00a0")
_HYPHENS: Final = frozenset("-‐‑")
_LONGEST: Final = 24
_HUNDRED: Final = 100
_THOUSAND: Final = 1000


@cache
def number_words() -> dict[str, int]:
    """The words of ``models/numerals.toml`` that are numbers below a hundred."""
    words: dict[str, int] = read_toml("numerals.toml")["words"]
    return words


@cache
def _spoken() -> dict[str, Any]:
    """What ``models/numerals.toml`` says of decimals in words."""
    said = read_toml("numerals.toml")["point"]
    return {name: frozenset(said[name]) for name in ("zeros", "not_after")}


@cache
def zero_words() -> frozenset[str]:
    """Words that are nothing before and behind a point: "oh-point-five", "one point oh five"."""
    zeros: frozenset[str] = _spoken()["zeros"]
    return zeros


@cache
def _part() -> re.Pattern[str]:
    """ "And a half", "and two-thirds", behind a number."""
    said = read_toml("numerals.toml")["part"]
    above, below = "|".join(said["above"]), "|".join(said["below"])
    join = r"[-‐‑\s]"
    return re.compile(
        rf"{join}{{1,2}}and{join}(?:(?:(?:a|one){join})?(?P<half>half)|(?P<of>{above}){join}(?P<below>{below})s?)\b",
        re.IGNORECASE,
    )


def read_spelled(text: str, start: int) -> Numeral | None:
    """The number spelled out at ``start`` ("twenty-five", "two hundred and ten", "three and a half"), without scale."""
    group, end = _group(text, start)
    if end == start:
        return None
    group, end = _over_scales(text, group, end)
    return with_part(text, Numeral(end, str(group), spelled=True))


def read_over_scale(text: str, start: int) -> Numeral | None:
    """What is left over one thousand or one million that is named without a number: "(a) thousand five hundred"."""
    group, end = _over_scales(text, 1, start)
    return Numeral(end, str(group), spelled=True) if end > start else None


def _group(text: str, start: int) -> tuple[int, int]:
    """The number below a thousand (or "twelve hundred") in words at ``start``, and where it ends."""
    words = number_words()
    group, end, position = 0, start, start
    for _ in range(8):
        match = _WORD.match(text, position)
        if match is None:
            break
        word = match[1].lower()
        if (value := words.get(word)) is not None:
            if group % 10 or (group % 100 and value >= 10) or (position > start and not group):
                break
            group += value
        elif word == "hundred":
            group = (group or 1) * 100
        elif word != "and" or group % 100 or not group:
            break
        position = match.end()
        if word != "and":
            end = position
    return group, end


def _over_scales(text: str, group: int, end: int) -> tuple[int, int]:
    """ "One thousand two hundred", "two million three hundred thousand": each scale but the last, which the tail reads.

    "Two thousand ten-tonne trucks" and "two million five percent bonds" are so many of something.
    """
    total, last = 0, 0
    while (match := _WORD.match(text, end)) is not None:
        scale = _scales().get(match[1].lower(), 0)
        rest, stop = _rest(text, match.end(), scale) if scale and not 0 < last <= scale else (0, end)
        if not rest:
            return (total // scale + group, end) if scale and scale < last else (total + group, end)
        total, last, group, end = total + group * scale, scale, rest, stop
    return total + group, end


def _rest(text: str, position: int, scale: int) -> tuple[int, int]:
    """What is left over so many thousands or millions, and where it ends; 0 where nothing is."""
    if (link := _WORD.match(text, position)) is not None and link[1].lower() == "and":
        position = link.end()
    if text[position : position + 1] not in _BEGINS:
        return 0, position
    rest, stop = _group(text, position + 1)
    following = _WORD.match(text, stop)
    word = following[1].lower() if following else ""
    smaller = 0 < _scales().get(word, 0) < scale
    counted = text[stop : stop + 1] == "-" and not smaller and _POINT.match(text, stop) is None
    if stop == position + 1 or not 0 < rest < scale or counted or word.startswith("per"):
        return 0, position
    return (rest, stop) if smaller or rest >= _HUNDRED or scale == _THOUSAND else (0, position)


@cache
def _scales() -> dict[str, int]:
    """The words for a thousand and more."""
    scales = read_toml("scales.toml")["scale"]
    return {word: int(record["factor"]) for record in scales for word in record["words"] if record["factor"] > _HUNDRED}


def with_part(text: str, numeral: Numeral) -> Numeral:
    """The number with "and a half", "and two-thirds" or "point five" behind it, if that follows."""
    if text[numeral.end : numeral.end + 1] not in _BEGINS or not numeral.digits.isdecimal():
        return numeral
    if (part := _part().match(text, numeral.end)) is not None:
        value = Decimal(numeral.digits) + _value_of(part)
        return numeral._replace(end=part.end(), digits=str(value), exact_half=True)
    if (point := _POINT.match(text, numeral.end)) is not None:
        decimals, end = _decimals(text, point.end())
        if decimals and not _is_a_list_of_points(text, point, end):
            return numeral._replace(end=end, digits=f"{numeral.digits}.{decimals}")
    return numeral


def _value_of(part: re.Match[str]) -> Decimal:
    """The fraction that was matched, as a decimal."""
    said = read_toml("numerals.toml")["part"]
    if part["half"]:
        return Decimal(1) / 2
    return decimal_part(said["above"][part["of"].lower()], said["below"][part["below"].lower()])


def _is_a_list_of_points(text: str, point: re.Match[str], end: int) -> bool:
    """ "A ten-point two-year plan": the number is glued to the points, and the next to what it counts."""
    glued, apart = not text[point.start()].isspace(), text[point.end()].isspace()
    return glued and apart and text[end : end + 1] == "-"


def _decimals(text: str, position: int) -> tuple[str, int]:
    """The decimals in words or digits behind a point, each by itself or two as a number: "five", "oh five", "17"."""
    found, end = "", position
    while len(found) < _DECIMALS:
        if (digits := _DIGITS.match(text, end)) is not None and digits[1]:
            return (found + digits[2], digits.end()) if len(found + digits[2]) <= _DECIMALS else (found, end)
        match = _WORD.match(text, end)
        value = _value(match[1].lower()) if match else None
        if match is None or value is None:
            break
        if value > 9:
            return (found, end) if found else _two_decimals(text, end)
        found, end = f"{found}{value}", match.end()
    return found, end


def _value(word: str) -> int | None:
    return 0 if word in zero_words() else number_words().get(word)


def _two_decimals(text: str, position: int) -> tuple[str, int]:
    """ "Seven point eighty-four"."""
    group, end = _group(text, position + 1)
    return (str(group), end) if 9 < group < 100 else ("", position)


def read_pointed(text: str, start: int, end: int) -> Numeral | None:
    """Decimals without a number before them, ``[start, end)`` being "point" or a word for nothing: "point five".

    "At that point five percent" is another point; "a point-five percent rise" is none.
    """
    if text[start:end].lower() in zero_words():
        found = with_part(text, Numeral(end, "0", spelled=True))
        return found if "." in found.digits else None
    before = text[max(0, start - _LONGEST) : start].replace("-", " ").split()
    glued = text[end : end + 1] in _HYPHENS
    if before and not glued and before[-1].lower() in _spoken()["not_after"]:
        return None
    decimals, stop = _decimals(text, end) if text[end : end + 1] in _BEGINS else ("", end)
    return Numeral(stop, f"0.{decimals}", spelled=True) if decimals else None


def add_half(text: str, numeral: Numeral) -> Numeral:
    """Digits followed by "and a half" or "point five" ("3 and a half percent", "38-point-two billion")."""
    return with_part(text, numeral)
