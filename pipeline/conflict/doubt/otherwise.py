"""Claims as they would be if the text were read otherwise: whether all of them could then hold."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from pipeline.claim import UNKNOWN, Claim, Evidence
from pipeline.conflict.doubt.one_sentence import BY_DEFAULT
from pipeline.errors import ParseError
from pipeline.normalise import observe
from pipeline.observation import Observation, Reading
from pipeline.setting import Setting
from pipeline.solve.system import conflict
from pipeline.wholes import WORLD

BASES_BY_DEFAULT: Final = frozenset({"a-year-before", "series-before", "span-before"})
"""Rules that give a change the base that nobody names."""
_COMPANY: Final = 120
"""Figures of an article that another reading is held against: those nearest to it."""
_ERRORS: Final = 3
"""Other conflicts of the article that are set aside to see whether a reading makes one more."""


def holds_as(
    claim: Claim,
    slot: str,
    value: str,
    its: Sequence[Observation],
    article: Sequence[Observation],
    reading: Reading,
) -> bool:
    """Whether the claims hold with another value in a slot of one, and it makes no other conflict in the article.

    Those that were given the slot by the same words are read otherwise with it.
    """
    moved = [claim, *(one.claim for one in its if _moves_with(one.claim, claim, slot, value))]
    known = {one.id for one in moved}
    moved += [one.claim for one in article if one.id not in known and _goes_on_with(one.claim, claim, slot, value)]
    setting = Setting.of([one.claim for one in article])
    changed, unread = observe([with_slot(one, slot, value) for one in moved], setting=setting)
    if unread:
        return True
    gone = {one.id for one in moved}
    if conflict([*(one for one in its if one.id not in gone), *changed], reading) is not None:
        return False
    rest = sorted((one for one in article if one.id not in gone), key=lambda one: abs(one.claim.start - claim.start))
    rest = rest[:_COMPANY]
    for _ in range(_ERRORS):
        clash = conflict([*rest, *changed], reading)
        if clash is None or not clash.isdisjoint(one.id for one in changed):
            return clash is None
        rest = [one for one in rest if one.id not in clash]
    return True


def is_resolved(
    claim: Claim,
    slot: str,
    others: Sequence[str],
    its: Sequence[Observation],
    article: Sequence[Observation],
    reading: Reading,
) -> bool:
    """Whether any other value that the text offers for the slot would let all the claims hold."""
    return any(holds_as(claim, slot, value, its, article, reading) for value in others)


def part_of_time(its: Sequence[Observation], article: Sequence[Observation], reading: Reading) -> Claim | None:
    """The first figure that may be of a part of its time only, at which all would hold."""
    return next((one.claim for one in its if _fits_otherwise(one.claim, its, article, reading)), None)


def _fits_otherwise(claim: Claim, its: Sequence[Observation], article: Sequence[Observation], reading: Reading) -> bool:
    """Whether a figure that takes its time from elsewhere may be of a part of it only, at which all would hold.

    So it may where its own sentence tells days, or the text was on a part of the time before.
    """
    found = claim.evidence.get("period")
    if found is None or not found.inherited or not found.others:
        return False
    parts = [other for other in found.others if other != UNKNOWN and _is_part_of(other, claim.period)]
    return is_resolved(claim, "period", parts, its, article, reading)


def _is_part_of(time: str, period: str | None) -> bool:
    """Whether a time lies in a period; one that no calendar tells, of days, may."""
    from pipeline.period import Period

    with suppress(ParseError):
        return Period.parse(period or "").contains(Period.parse(time))
    return True


def with_slot(claim: Claim, slot: str, value: str) -> Claim:
    """The claim with another value in a slot; a side that takes the other side's party leaves it its own."""
    twin = {"reporter": "partner", "partner": "reporter"}.get(slot)
    change: dict[str, Any] = {slot: value}
    if twin and getattr(claim, twin) == value:
        change[twin] = getattr(claim, slot)
    return replace(claim, **change)


def _moves_with(other: Claim, claim: Claim, slot: str, value: str) -> bool:
    """Whether the same words gave both the slot, so that another reading of them would be of both.

    All trade is another reading only of a figure to which the text offers it.
    """
    left, right = other.evidence.get(slot), claim.evidence.get(slot)
    if other.id == claim.id or left is None or right is None or not (left.inherited and right.inherited):
        return False
    if value == WORLD and value not in (left.others or ()):
        return False
    return getattr(other, slot) == getattr(claim, slot) and same_words(left, right) and left.rule == right.rule


def _goes_on_with(other: Claim, claim: Claim, slot: str, value: str) -> bool:
    """Whether both hang on one word that names nobody: "trade rose from $5 billion to $8 billion".

    Two figures of one time may well be for two: "exports to the two were $5 billion and $8 billion".
    """
    left, right = other.evidence.get(slot), claim.evidence.get(slot)
    if other.id == claim.id or left is None or right is None or not {left.rule, right.rule} <= BY_DEFAULT:
        return False
    return value in (left.others or ()) and other.period != claim.period and _on_one_word(other, claim)


def _on_one_word(other: Claim, claim: Claim) -> bool:
    """Whether one word says which flow both are of."""
    left, right = other.evidence.get("flow"), claim.evidence.get("flow")
    return left is not None and right is not None and (left.start, left.end) == (right.start, right.end)


def same_words(found: Evidence, other: Evidence) -> bool:
    """Whether the same words gave both slots; what is read by default was given by the same rule."""
    if found.rule in BY_DEFAULT or found.rule in BASES_BY_DEFAULT:
        return other.rule == found.rule
    return (found.start, found.end) == (other.start, other.end)
