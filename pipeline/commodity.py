"""Commodities: what a figure covers when it does not cover all trade.

A commodity is one row of ``models/commodities.csv``: all forms of its name, the codes of the Harmonized System that it
stands for where codes say what is meant, and whether it is goods, services or the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from pipeline.errors import LexiconError
from pipeline.lexicon import read_csv, read_toml

__all__ = [
    "UNION",
    "Commodity",
    "CommodityMention",
    "covers",
    "find_commodities",
    "resolve_commodity",
    "same_commodity",
]

_TOKEN: Final = re.compile(r"[^\W_]+")
_GAP: Final = re.compile(r"[\s\-–/&'’]{1,3}")
_KINDS: Final = frozenset({"goods", "services", "all"})
_ALL: Final = "goods"
"""The first form of the row that stands for the whole merchandise trade, which an unnamed commodity also means."""
UNION: Final = "goods and services"
"""The row of goods and of services together."""
_ALL_BUT: Final = "non-"
"""Before a commodity's name: all goods but these ("non-oil exports")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commodity:
    """What is traded, by the first form of its name; ``codes`` are HS chapters, headings or subheadings."""

    name: str
    kind: str
    codes: frozenset[str] = frozenset()
    weak: bool = False
    """Its name is also an everyday word."""
    loose: bool = False
    """News draws its borders in other ways than the codes do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommodityMention:
    """A commodity named in a text at ``[start, end)``; ``rule`` is the row of the lexicon that found it."""

    start: int
    end: int
    text: str
    name: str
    kind: str
    rule: str
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """One form of a name as the words to be met."""

    words: tuple[str, ...]
    commodity: Commodity
    exact: bool
    capitals: bool
    """It is an abbreviation: met only in capitals."""


def find_commodities(text: str) -> tuple[CommodityMention, ...]:
    """The commodities named in a text, the longest name at each place, in order; they never overlap."""
    known, words = _index(), _TOKEN.findall(text)
    places = [index for index, word in enumerate(map(_fold, words)) if word in known]
    if not places:
        return ()
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    found: list[CommodityMention] = []
    floor = 0
    for index in places:
        if index >= floor and (form := _longest(text, tokens, words, index)) is not None:
            floor = index + len(form.words)
            if form.commodity.kind == "services" and _is_of_a_name(words, index, floor):
                continue
            found.append(_mention(text, (tokens[index][0], tokens[floor - 1][1]), form.commodity))
    return tuple(found)


def _is_of_a_name(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the words, all with capitals, begin or go on the name of a body: "the Financial Services Authority"."""
    behind = words[last : last + 1]
    return bool(behind) and behind[0] in _name_ends() and all(word[:1].isupper() for word in words[first:last])


@cache
def _name_ends() -> frozenset[str]:
    return frozenset(read_toml("proper_names.toml")["ends"])


def resolve_commodity(name: str | None) -> Commodity | None:
    """The commodity that a name stands for, whatever its case and number; None names all trade in goods."""
    words = _TOKEN.findall(name or _ALL)
    for form in _forms_at(words[0]) if words else ():
        if len(form.words) == len(words) and _meets(form, words):
            return form.commodity
    return None


def same_commodity(a: str | None, b: str | None) -> bool:
    """Whether two names stand for one commodity; None stands for all trade, as ``goods`` and ``merchandise`` do."""
    first, second = resolve_commodity(a), resolve_commodity(b)
    if first is not None and second is not None:
        return first == second
    return (first is None) == (second is None) and _folded_name(a) == _folded_name(b)


def covers(a: str | None, b: str | None) -> bool:
    """Whether all trade in ``b`` is part of the trade in ``a``: only where that is certain.

    All goods cover any goods; goods and services cover all; other names cover what their codes contain, unless news
    draws their borders loosely. Two names of the same codes do not cover each other.
    """
    if same_commodity(a, b):
        return True
    whole, part = resolve_commodity(a), resolve_commodity(b)
    if whole is None or part is None:
        return False
    if whole.kind != "goods":
        return whole.name == UNION or (whole.kind == "all" and part.kind == "goods")
    if whole.loose or not whole.codes or not part.codes:
        return False
    return _within(part.codes, whole.codes) and not _within(whole.codes, part.codes)


def _within(part: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether every code begins with one of the whole's."""
    return all(any(code[:length] in whole for length in (2, 4, 6) if length <= len(code)) for code in part)


def _begin(text: str, start: int) -> int:
    """Where a name begins, with the "non-" before it that makes it everything but the commodity."""
    before = max(0, start - len(_ALL_BUT))
    return before if text[before:start].lower() == _ALL_BUT and not text[before - 1 : before].isalnum() else start


def _mention(text: str, span: tuple[int, int], commodity: Commodity) -> CommodityMention:
    start, end = _begin(text, span[0]), span[1]
    return CommodityMention(
        start=start,
        end=end,
        text=text[start:end],
        name=commodity.name if start == span[0] else _ALL_BUT + commodity.name,
        kind=commodity.kind,
        rule="commodity:" + "-".join(commodity.name.lower().split()),
        weak=commodity.weak,
    )


def _longest(text: str, tokens: list[tuple[int, int]], words: list[str], index: int) -> _Form | None:
    """The longest form that stands at a word, whole: "oil-rich" and "semi-steel" name no commodity."""
    for form in _forms_at(words[index]):
        last = index + len(form.words)
        if last > len(words) or not _meets(form, words[index:last], capitals=form.capitals):
            continue
        gaps = (text[tokens[at][1] : tokens[at + 1][0]] for at in range(index, last - 1))
        if all(_GAP.fullmatch(gap) for gap in gaps) and _is_free(text, tokens[index][0], tokens[last - 1][1]):
            return form
    return None


def _is_free(text: str, start: int, end: int) -> bool:
    """Whether no hyphen ties the span to a word before or after it."""
    start = _begin(text, start)
    before = text[max(0, start - 2) : start]
    after = text[end : end + 2]
    tied_before = len(before) == 2 and before[1] == "-" and before[0].isalpha()
    return not tied_before and not (len(after) == 2 and after[0] == "-" and after[1].isalpha())


def _meets(form: _Form, words: list[str], *, capitals: bool = False) -> bool:
    """Whether the words are the form, in any number unless it is exact."""
    for wanted, word in zip(form.words, words, strict=True):
        if (word.lower() if form.exact else _fold(word)) != wanted:
            return False
    return not capitals or any(sum(mark.isupper() for mark in word) > 1 for word in words)


def _forms_at(word: str) -> tuple[_Form, ...]:
    """The forms that may begin with a word, the longest first."""
    return _index().get(_fold(word), ())


@cache
def _index() -> dict[str, tuple[_Form, ...]]:
    forms: dict[str, list[_Form]] = {}
    for row in read_csv("commodities.csv"):
        for form in _row_forms(row):
            forms.setdefault(_fold(form.words[0]), []).append(form)
    return {word: tuple(sorted(group, key=lambda form: -len(form.words))) for word, group in forms.items()}


def _row_forms(row: dict[str, str]) -> list[_Form]:
    names, flags = row["name"].split("|"), row["flags"].split()
    if row["kind"] not in _KINDS:
        raise LexiconError(f"models/commodities.csv: {names[0]!r} has the unknown kind {row['kind']!r}")
    commodity = Commodity(
        name=names[0],
        kind=row["kind"],
        codes=frozenset(code for part in row["hs"].split() for code in _codes(part)),
        weak="weak" in flags,
        loose="loose" in flags,
    )
    return [_form(name, commodity, "exact" in flags) for name in names]


def _form(name: str, commodity: Commodity, exact: bool) -> _Form:
    words = _TOKEN.findall(name)
    return _Form(
        words=tuple(word.lower() if exact else _fold(word) for word in words),
        commodity=commodity,
        exact=exact,
        capitals=any(sum(mark.isupper() for mark in word) > 1 for word in words),
    )


def _codes(part: str) -> list[str]:
    """The codes of ``27`` or of a range ``2203-2208``."""
    first, _, last = part.partition("-")
    return [str(code).zfill(len(first)) for code in range(int(first), int(last or first) + 1)]


@lru_cache(maxsize=1 << 14)
def _fold(word: str) -> str:
    """A word without case and number: "Ores" and "ore" are one."""
    word = word.lower()
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _folded_name(name: str | None) -> tuple[str, ...]:
    return tuple(_fold(word) for word in _TOKEN.findall(name or _ALL))
