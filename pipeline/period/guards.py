"""What keeps a match from being a period: amounts, verbs and persons, proper names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from pipeline.period.grammar import Candidate, grammar

_DIGITS_BEFORE: Final = re.compile(r"(?:\d[.,:/]|[/_]|\w[-‐‑‒–—―−])$")
_LETTERS_DASH: Final = re.compile(r"([^\W\d_]{1,12})[-‐‑‒–—―−]$")
_DOUBTFUL_MONTHS: Final = frozenset({"may", "march", "mar"})
"""Names of months that are verbs, persons or places as well."""
_LINE_MARGIN: Final = 80
_NEAR: Final = 28
"""Enough for the longest word that makes an amount or a name of four digits."""
_NAME_REACH: Final = 64
"""Enough for the whole title of a publication before its year: "the World Trade Statistical Review 2023"."""


def allows(candidate: Candidate) -> bool:
    """Whether what stands beside the match lets it be a period of its rule."""
    rule, before = candidate.rule, candidate.before
    if rule.after and not rule.after.search(before):
        return False
    if rule.not_after and rule.not_after.search(before):
        return False
    if rule.not_before and rule.not_before.match(candidate.after):
        return False
    if candidate.printed[0].isdigit() and _DIGITS_BEFORE.search(before) and not _joins(before):
        return False
    if _LETTERS_DASH.search(before) and not rule.after and not _joins(before):
        return False
    return _GUARDS[rule.guard](candidate) if rule.guard else True


def is_name(candidate: Candidate) -> bool:
    """Whether the year is part of a proper name, such as "Vision 2030" or "the 1974 Trade Act"."""
    if candidate.rule.guard != "amount":
        return False
    context = grammar().context
    return bool(
        context["name_before"].search(candidate.before[-_NAME_REACH:]) or context["name_after"].match(candidate.after)
    )


def _joins(before: str) -> bool:
    """Whether a dash joins a word such as "mid" to what follows."""
    joined = _LETTERS_DASH.search(before)
    return joined is not None and bool(grammar().context["dash_before"].search(joined[1]))


def _is_no_amount(candidate: Candidate) -> bool:
    context, before, after = grammar().context, candidate.before[-_NEAR:], candidate.after
    if context["amount_before"].search(before) or context["amount_after"].match(after):
        return False
    if candidate.groups["y"].startswith("18") or context["counted_after"].match(after):
        return bool(context["year_before"].search(before))
    return True


def _is_month(candidate: Candidate) -> bool:
    """Whether the name of a month is one: capitals decide, and for May and March what stands beside them."""
    name = candidate.groups["m"].rstrip(".")
    if not _is_capitalised(name, candidate):
        return False
    if name.lower() not in _DOUBTFUL_MONTHS or _says_more(candidate):
        return True
    return _is_doubtful_month(name.lower(), candidate)


def _is_doubtful_month(name: str, candidate: Candidate) -> bool:
    context = grammar().context
    if context["person_before"].search(candidate.before):
        return False
    if name == "mar":  # Mar del Plata, Mar-a-Lago
        return candidate.printed.endswith(".") or _in_capitals(candidate)
    if name == "march" and not _in_capitals(candidate):
        return True
    return bool(context["month_before"].search(candidate.before) or context["month_after"].match(candidate.after))


def _is_capitalised(name: str, candidate: Candidate) -> bool:
    """Whether the name is written as months are; three capitals are one only in a line of capitals (APR, SEP)."""
    if not name[0].isupper():
        return False
    return not name.isupper() or len(name) > 3 or _says_more(candidate) or _in_capitals(candidate)


def _says_more(candidate: Candidate) -> bool:
    """Whether more than the month was matched: its year, a day, another month, "last"."""
    return len(candidate.printed) > len(candidate.groups["m"])


def _in_capitals(candidate: Candidate) -> bool:
    """Whether the line has no small letters, as headlines of agencies have not."""
    text, start = candidate.text, candidate.start
    first = max(0, start - _LINE_MARGIN)
    left = text.rfind("\n", first, start) + 1 or first
    right = text.find("\n", start, start + _LINE_MARGIN)
    return text[left : right if right >= 0 else start + _LINE_MARGIN].isupper()


def _is_no_mother(candidate: Candidate) -> bool:
    """Whether "mom" is none: written MoM, or right behind a percentage."""
    behind_percent = candidate.before.rstrip().endswith(("%", "percent", "cent", "pct"))
    return behind_percent or candidate.printed not in {"mom", "Mom"}


_GUARDS: Final[Mapping[str, Callable[[Candidate], bool]]] = {
    "amount": _is_no_amount,
    "month": _is_month,
    "mom": _is_no_mother,
}
