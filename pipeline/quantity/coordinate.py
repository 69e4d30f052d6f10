"""Figures that stand together: ranges, and numbers that take unit or scale from the figure beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.lexicon import read_toml
from pipeline.quantity.amount import links_forward
from pipeline.quantity.draft import ONE, Draft
from pipeline.quantity.hedge import hedge_before
from pipeline.quantity.left_out import lend_scales_on
from pipeline.quantity.proportion import word_after, word_before
from pipeline.quantity.vocabulary import words_beside

_THOUSANDS: Final = Decimal(1000)
"""Factor from which on a unit says a scale as well ("mmt", "kt")."""
_NEAR: Final = 48
_FAR: Final = 400
_DASH: Final = re.compile(r"[-–‑−]|\s[-–]\s|\s?—\s?|\s?~\s?")
_DASHES: Final = frozenset("-–‑−")
_LENDING: Final = ("money", "physical")
_LETTERED: Final = re.compile(r"[0-9][0-9.,]{0,8}[mMbBkK]\b")
"""A physical amount whose scale is a letter at the number: "129m boxes"."""


_NAMED: Final = re.compile(
    r"[,;]?\s(?:and\s)?(?:the\s)?[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3}\s(?:at|with)\s(?:only\s|just\s)?"
)
"""Between a percentage and one that is printed without its word: "Japan at 11.5 percent, South Korea at 10.2"."""


@cache
def _connector() -> re.Pattern[str]:
    """What may stand between two figures that share a unit, such as ``and nearly`` without the hedge."""
    words = sorted(words_beside("connectors"), key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in words)
    filler = "|".join(sorted(words_beside("fillers")))
    return re.compile(rf"\s{{0,2}}(?:([,;/])\s{{0,2}})?({joined})?\s{{0,2}}((?:{filler})\s{{1,2}})?", re.IGNORECASE)


@cache
def _ends_of_range() -> Mapping[str, str]:
    """The words that join or precede the ends of a range."""
    words: dict[str, str] = read_toml("numerals.toml")["range"]
    return words


@cache
def _to() -> re.Pattern[str]:
    """What stands between the two ends of a range but for a dash."""
    words = _ends_of_range()
    joined = "|".join(words[name] for name in ("to", "and", "or"))
    return re.compile(rf"\s{{1,2}}(?:{joined})\s{{1,2}}|-{words['to']}-", re.IGNORECASE)


@cache
def _from() -> re.Pattern[str]:
    """Before what something moved from: "from $5 billion to $8 billion", "from the current $5 billion to …"."""
    return re.compile(rf"\b{_ends_of_range()['from']}(?: [a-z]+){{0,3}}\s*$", re.IGNORECASE)


def keep_linked(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drop bare numbers without a scale that have no neighbour they could be joined to."""
    kept: list[Draft] = []
    weighed = any(_counts_for_all(draft) for draft in drafts)
    for index, draft in enumerate(drafts):
        if not draft.is_bare or draft.scaled or (weighed and draft.grouped):
            kept.append(draft)
            continue
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        after = following is not None and following.start - draft.end <= _NEAR and links_forward(text, draft.end)
        if after or (kept and draft.start - kept[-1].end <= _NEAR):
            kept.append(draft)
    return kept


def attach_hedges(text: str, drafts: list[Draft]) -> None:
    """Give each figure the hedge printed before it, unless that is part of the figure before."""
    previous = 0
    for draft in drafts:
        found = hedge_before(text, draft.start) if draft.kind != "rank" else None
        draft.hedge = found if found and found.start >= previous else None
        previous = draft.end


def connection(text: str, first: Draft, second: Draft) -> str | None:
    """The word or comma that joins two neighbours, "" for none at all; None where they are not joined."""
    gap = text[first.end : second.hedge_start]
    if len(gap) > _NEAR or "\n\n" in gap:
        return None
    match = _connector().fullmatch(gap)
    if match is None or not (match[1] or match[2]) or (match[3] and not match[2]):
        return None
    return " ".join((match[2] or match[1]).lower().split())


def join_ranges(text: str, drafts: list[Draft]) -> list[Draft]:
    """The figures with both ends of each range put together."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and not _counts_rest(text, joined) and (whole := _range(text, joined[-1], draft)) is not None:
            joined[-1] = whole
        else:
            joined.append(draft)
    return joined


def _counts_rest(text: str, drafts: list[Draft]) -> bool:
    """ "106 billion 339 million dollars to 82 billion": the last figure only counts the rest of the one before."""
    if len(drafts) < 2:
        return False
    whole, rest = drafts[-2:]
    return whole.scaled and rest.scaled and whole.scale > rest.scale and text[whole.end : rest.start].isspace()


_PAIR_OF_YEARS: Final = re.compile(r"\d{4}[-–/]$")
WIDEST_RANGE: Final = 5
"""How many times the lower end of a range, written out like the upper one, goes into it at most."""


def _range(text: str, first: Draft, second: Draft) -> Draft | None:
    gap = text[first.end : second.start]
    if len(gap) > 9 or first.upper is not None or second.doubt or not _compatible(first, second):
        return None
    if _PAIR_OF_YEARS.search(text, max(0, first.start - 5), first.start) is not None:
        return None  # "for 2023-24 to $778 billion"
    low, high = _ends(first, second)
    if first.scaled and second.scaled and high > low * WIDEST_RANGE:
        return None  # "a decrease of $1.2 billion to $65.7 billion"
    rule = _range_rule(text, first, second)
    falls = low > high and rule != "range.between"  # "between 5 and 3" is a range, "5-3" is none
    return _ranged(first, second, rule) if rule and not falls else None


def _range_rule(text: str, first: Draft, second: Draft) -> str | None:
    gap = text[first.end : second.start]
    if _DASH.fullmatch(gap):
        return "range.dash" if not (first.is_bare and second.is_bare and not second.scaled) else None
    if not _to().fullmatch(gap):
        return None
    before, word, words = word_before(text, first.hedge_start), gap.strip().strip("-").lower(), _ends_of_range()
    if word == words["and"]:
        return "range.between" if before == words["between"] else None
    if word == words["or"]:
        return "range.or" if first.is_bare and second.mantissa == first.mantissa + 1 and not first.scaled else None
    if _from().search(text[max(0, first.hedge_start - 40) : first.hedge_start]) or (
        second.is_bare and not second.scaled
    ):
        return None
    complete = first.scaled or (first.unit is not None and (first.kind != "money" or not second.scaled))
    return "range.to" if not complete or before not in words_beside("movers") else None


def _compatible(first: Draft, second: Draft) -> bool:
    """Whether the two may be ends of one range: one unit, known from either, and not the same figure twice."""
    if second.kind not in ("money", "percent", "percentage-point", "physical", "bare"):
        return False
    if first.unit is None and second.unit is None and not second.scaled:
        return False
    if first.unit is not None and second.unit is not None and first.unit.unit != second.unit.unit:
        return False
    if first.kind not in (second.kind, "bare") and not (second.is_bare and first.unit is not None):
        return False
    low, high = _ends(first, second)
    return low != high and first.sign > 0


def _ends(first: Draft, second: Draft) -> tuple[Decimal, Decimal]:
    low = first.scale if first.scaled else second.scale
    if second.grouped and second.digits.endswith("000") and not first.grouped and first.mantissa < 1000:
        low *= 1000 if first.mantissa * 1000 < second.mantissa else 1  # "40-50,000 tonnes"
    high = second.scale if second.scaled else first.scale
    return first.mantissa * low, second.mantissa * high


def _ranged(first: Draft, second: Draft, rule: str) -> Draft:
    low, high = sorted(_ends(first, second))
    unit = second.unit or first.unit
    return Draft(
        first.start,
        second.end,
        second.kind if second.unit else first.kind,
        low / second.scale if second.scaled else low,
        f"{first.digits}-{second.digits}",
        rule,
        scale=second.scale if second.scaled else Decimal(1),
        scaled=first.scaled or second.scaled,
        unit=unit,
        unit_after=second.unit_after,
        hedge=first.hedge,
        doubt=first.doubt,
        upper=_upper(second, high),
    )


def _upper(second: Draft, high: Decimal) -> Draft:
    second.mantissa = high / second.scale if second.scaled else high
    return second


def carry(text: str, drafts: list[Draft]) -> list[Draft]:
    """Lend units and scales between neighbours; bare numbers that get none are dropped, unless they have a scale.

    Backwards first ("5.1 and 6.2 percent"), then forwards ("2.8 billion against 3.1").
    """
    for index in range(len(drafts) - 2, -1, -1):
        _lend_back(text, drafts[index], drafts[index + 1])
    for index in range(1, len(drafts)):
        _lend_on(text, drafts[index - 1], drafts[index])
        _lend_scale_back(text, drafts[index - 1], drafts[index])
    for index in range(len(drafts) - 2, -1, -1):
        _lend_scale_back(text, drafts[index], drafts[index + 1])
    lend_scales_on(text, drafts)
    _lend_far(text, drafts)
    _lend_to_thousands(text, drafts)
    return [draft for draft in drafts if not draft.is_bare or (draft.scaled and draft.rule != "bare.letter")]


def _take_unit(taker: Draft, giver: Draft) -> None:
    unit = giver.unit
    if unit is not None and taker.scaled and unit.factor >= _THOUSANDS:
        unit = replace(unit, factor=ONE)  # "8 million of the 33 mmt" are million tonnes too
    taker.kind, taker.unit, taker.inherited_unit = giver.kind, unit, True
    taker.rule = "carried"
    if taker.upper is not None:
        taker.upper.unit = unit


def _take_scale(taker: Draft, giver: Draft) -> None:
    taker.scale, taker.scaled, taker.inherited_scale = giver.scale, True, True


def _lend_back(text: str, first: Draft, second: Draft) -> None:
    """A number before a joined figure whose unit is printed after it."""
    if not first.is_bare or second.unit is None or not (second.unit_after or first.scaled):
        return
    if first.scaled and second.kind not in _LENDING:
        return
    word = connection(text, first, second)
    if word is None or not _may_take_back(text, (first, second), word):
        return
    _take_unit(first, second)
    first.unit_after = True
    if not first.scaled and second.scaled and _scale_fits(first, second):
        _take_scale(first, second)


def _may_take_back(text: str, pair: tuple[Draft, Draft], word: str) -> bool:
    """Whether a number before a joined figure is of its kind: "25,000, or 4.5 percent" and "2021-22, or 4" are not."""
    first, second = pair
    if text[first.start - 1 : first.start] in _DASHES:
        return False
    if second.kind in _LENDING:
        return first.scaled or second.kind == "money" or first.mantissa >= 10 or "." in first.digits
    return not first.grouped and first.mantissa < 1000 and word not in words_beside("no_loan")


def _scale_fits(taker: Draft, giver: Draft) -> bool:
    return not taker.grouped and taker.mantissa < 1000 and giver.kind in _LENDING


def _lend_on(text: str, first: Draft, second: Draft) -> None:
    """A number after a joined figure; "and 5" after an amount counts something else more often than not."""
    if not second.is_bare or first.unit is None or first.kind not in (*_LENDING, "percent", "percentage-point"):
        return
    if first.kind == "percent" and not second.scaled and "." in second.digits and _is_next_named(text, first, second):
        _take_unit(second, first)
        return
    word = connection(text, first, second)
    if word is None:
        return
    if not second.scaled:
        percent = first.kind not in _LENDING
        if percent and word in words_beside("no_rates"):
            return
        if not percent and "." not in second.digits and word in words_beside("no_amounts"):
            return
        if not percent and first.scaled and not _scale_fits(second, first):
            return
    elif first.kind not in _LENDING:
        return
    _take_unit(second, first)
    if not second.scaled and first.scaled:
        _take_scale(second, first)


def _is_next_named(text: str, first: Draft, second: Draft) -> bool:
    """Whether only the name of the next in a list stands between two numbers."""
    return second.start - first.end <= _NEAR and _NAMED.search(text, first.end, second.start) is not None


def _lend_scale_back(text: str, first: Draft, second: Draft) -> None:
    """ "$1.2, $3.4 and $5.6 billion": the scale is printed once, at the end."""
    if (
        first.kind != "money"
        or first.scaled
        or not second.scaled
        or second.kind != "money"
        or first.upper
        or second.upper
    ):
        return
    if first.unit and second.unit and first.unit.unit == second.unit.unit and _scale_fits(first, second):
        word = connection(text, first, second)
        if word is not None and word in words_beside("list_marks") and first.mantissa * 1000 > second.mantissa:
            _take_scale(first, second)


def _lend_far(text: str, drafts: list[Draft]) -> None:
    """Scaled numbers that still have no unit take that of the nearest amount of the paragraph, before them if any."""
    giver: Draft | None = None
    for draft in drafts:
        if giver is not None and _may_borrow(text, draft, giver):
            _take_unit(draft, giver)
        if giver is None or text[giver.end : draft.start] != " of ":  # "887,000 bags of 60 kilos" are bags
            giver = _as_giver(draft, giver)
    giver = None
    for draft in reversed(drafts):
        if giver is not None and draft.rule != "bare.letter" and _may_borrow(text, draft, giver):
            _take_unit(draft, giver)
        giver = _as_giver(draft, giver)


def _lend_to_thousands(text: str, drafts: list[Draft]) -> None:
    """ "Sold 16,300 tonnes in March, against 13,500 in May": thousands take the physical unit that was said before.

    Of one that comes behind they take it only within their sentence: "the total of 28,200 compares with 25,100 tonnes".
    """
    giver: Draft | None = None
    for draft in drafts:
        if giver is not None and _is_of_thousands(text, draft, giver):
            _take_unit(draft, giver)
        giver = draft if _counts_for_all(draft) else giver
    giver = None
    for draft in reversed(drafts):
        if giver is not None and _is_of_thousands(text, draft, giver):
            _take_unit(draft, giver)
        giver = draft if _counts_for_all(draft) else giver


def _counts_for_all(draft: Draft) -> bool:
    """Whether numbers around a figure may be counted in its unit: a weight or a volume, no area and no length."""
    unit = draft.unit.unit if draft.unit is not None else None
    return draft.kind == "physical" and unit is not None and unit not in words_beside("measures_of_land")


def _is_of_thousands(text: str, draft: Draft, giver: Draft) -> bool:
    """Whether a bare number in thousands stands in the paragraph of a weight before, or in the sentence of one behind.

    One that itself does something counts people: "sold 5,000 tonnes, and 1,200 are employed".
    """
    if not draft.is_bare or draft.scaled or not draft.grouped or word_after(text, draft.end) in words_beside("doers"):
        return False
    before = giver.start < draft.start
    start, end = (giver.end, draft.start) if before else (draft.end, giver.start)
    ends = ("\n\n",) if before else ("\n\n", ". ", ".\n")
    return end - start <= _FAR and not any(mark in text[start:end] for mark in ends)


def _as_giver(draft: Draft, giver: Draft | None) -> Draft | None:
    return draft if draft.unit is not None and draft.kind in _LENDING else giver


def _may_borrow(text: str, draft: Draft, giver: Draft) -> bool:
    """Whether both stand in one paragraph; a letter for a scale ("3.7b") must be near an amount of money."""
    if not draft.is_bare or not draft.scaled:
        return False
    start, end = sorted((draft.start, giver.start))
    if draft.rule == "bare.letter" and not _prints_letters(text, giver):
        return False
    if draft.rule == "bare.letter" and end - start > _NEAR * 3:
        return False
    return end - start <= _FAR and "\n\n" not in text[start:end]


def _prints_letters(text: str, giver: Draft) -> bool:
    """Whether a letter for a scale beside a figure is one, too: money has them, and "129m boxes … down from 136m"."""
    if giver.kind == "money":
        return giver.scaled
    return giver.scaled and _LETTERED.match(text, giver.start) is not None
