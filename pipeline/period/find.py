"""Find every period that a text prints, in one pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from pipeline.period.build import build
from pipeline.period.grammar import Candidate, Rule, grammar
from pipeline.period.guards import allows, is_name
from pipeline.period.meaning import Meaning, Part, When, Year, looking_ahead, with_year
from pipeline.period.mention import PeriodMention
from pipeline.period.units import with_units
from pipeline.period.years import number

_WORD: Final = re.compile(r"\w+")
_DIGITS: Final = frozenset("0123456789")
_COORDINATED: Final = re.compile(r"(?:,|,?\s{1,3}(?:and|or|&|to|through))\s{1,3}(?:the\s|in\s)?")
_COMPARED_UNITS: Final = frozenset({"year", "quarter", "month"})
_BASES: Final = frozenset({"from", "base"})
_DAY_MEANINGS: Final = frozenset({"day", "iso-day"})


def find_periods(text: str, *, published: date | None = None, fiscal: str | None = None) -> tuple[PeriodMention, ...]:
    """The periods printed in ``text``, in its order, without overlaps.

    ``published`` is the article's date (the first of the month where only that is known), ``fiscal`` the economy
    (ISO 3166-1 alpha-3) whose fiscal year is meant where the text speaks of one.

    >>> [str(mention.period) for mention in find_periods("Up 5 % in the first half of 2024 on 2023.")]
    ['2024-H1', '2023']
    """
    mentions = _share_years(text, with_units(text, tuple(_scan(text))))
    when = When(published=published, fiscal=fiscal)
    return tuple(
        mention if mention.kind == "anaphoric" else replace(mention, period=mention.meaning.resolve(when))
        for mention in mentions
    )


def _scan(text: str) -> Iterator[PeriodMention]:
    by_start = grammar().by_start
    covered = 0
    for word in _WORD.finditer(text):
        if word.start() < covered:
            continue
        token = word[0].lower()
        rules = by_start.get(token)
        if rules is None:
            if token[0] not in _DIGITS and token[-1] not in _DIGITS:
                continue
            rules = by_start.get(_digit_class(token), ())
        mention = _longest(rules, text, word.start())
        if mention is not None:
            covered = mention.end
            yield mention


def _digit_class(token: str) -> str:
    """The class of a word with digits: YYYY, NUMBER, FY or CODE; empty where it can begin no period."""
    if token.isdigit():
        return {1: "CARDINAL", 2: "CARDINAL", 4: "YYYY"}.get(len(token), "")
    if token.startswith("fy"):
        return "FY"
    return "CODE" if len(token) <= 12 else ""


def _longest(rules: tuple[Rule, ...], text: str, start: int) -> PeriodMention | None:
    """The longest match of the rules that means something and is allowed where it stands."""
    candidates = [candidate for rule in rules if (candidate := rule.match(text, start))]
    candidates.sort(key=lambda candidate: -candidate.end)
    for candidate in candidates:
        if allows(candidate) and (meaning := build(candidate.rule.meaning, candidate.groups)):
            return _mention(candidate, meaning)
    return None


def _mention(candidate: Candidate, meaning: Meaning) -> PeriodMention:
    role = _role(candidate)
    if role == "by":
        meaning = looking_ahead(meaning)
    start, end = _bounds(candidate)
    return PeriodMention(
        start=start,
        end=end,
        text=candidate.text[start:end],
        period=None,
        kind=_kind(candidate, meaning),
        meaning=meaning,
        rule=candidate.rule.id,
        comparison=_comparison(candidate, role),
        role=role,
        average=candidate.rule.average,
        some_days=candidate.rule.some_days,
    )


def _bounds(candidate: Candidate) -> tuple[int, int]:
    """The mention's characters: with the article that belongs to it, without the full stop that does not."""
    widen = candidate.rule.widen
    widened = widen.search(candidate.before) if widen else None
    start = candidate.start - len(widened[0]) if widened else candidate.start
    return start, candidate.end - candidate.printed.endswith(".")


def _kind(candidate: Candidate, meaning: Meaning) -> str:
    if is_name(candidate):
        return "name"
    return "day" if candidate.rule.meaning in _DAY_MEANINGS else candidate.rule.kind or meaning.kind


def _role(candidate: Candidate) -> str | None:
    before = candidate.before
    for role in grammar().roles:
        if candidate.rule.id not in role.not_for and role.pattern.search(before):
            return role.id
    return None


def _comparison(candidate: Candidate, role: str | None) -> str | None:
    rule = candidate.rule
    if rule.comparison or role not in _BASES:
        return rule.comparison
    if rule.comparison_as_base != "unit":
        return rule.comparison_as_base
    unit, count = candidate.groups["u"].lower().rstrip("s"), candidate.groups.get("n", "1")
    return unit if unit in _COMPARED_UNITS and number(count) == 1 else None  # "up from five years before"


def _share_years(text: str, mentions: tuple[PeriodMention, ...]) -> tuple[PeriodMention, ...]:
    """Give "October and November 2024" its year twice: an open part takes the year of the one it is joined to."""
    shared = list(mentions)
    for index in range(len(shared) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        year = _year_of_part(right)
        if year and left.kind == "partial" and _COORDINATED.fullmatch(text, left.end, right.start):
            meaning = with_year(left.meaning, year)
            shared[index] = replace(left, meaning=meaning, kind=meaning.kind)
    return tuple(shared)


def _year_of_part(mention: PeriodMention) -> Year | None:
    """The year of a mention that is less than a year, and says of which."""
    meaning = mention.meaning
    is_part = isinstance(meaning, Part) and meaning.length < 12 and mention.kind not in {"partial", "day"}
    return meaning.year if is_part and isinstance(meaning, Part) else None
