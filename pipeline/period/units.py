"""Ordinals whose unit stands before: "in the second quarter, from $4 billion in the first"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.period.meaning import Meaning, Part, Year
from pipeline.period.mention import PeriodMention

ALONE: Final = "ordinal-alone"
"""The rule that reads an ordinal without its unit; its meaning counts the units of a year."""
_COUNTED: Final = {3: frozenset({"quarter", "quarter-code"}), 6: frozenset({"half", "half-code"})}
"""Rules of the parts of a year that are counted, by their months."""
_REACH: Final = 200
"""Characters from the part that is named to the ordinal; a sentence does not end between them."""


def with_units(text: str, mentions: tuple[PeriodMention, ...]) -> tuple[PeriodMention, ...]:
    """The mentions, each ordinal that stands alone with the unit of the part before it, or left out."""
    if all(mention.rule != ALONE for mention in mentions):
        return mentions
    return tuple(_settled(text, mentions))


def _settled(text: str, mentions: tuple[PeriodMention, ...]) -> Iterator[PeriodMention]:
    told: PeriodMention | None = None
    for mention in mentions:
        if mention.rule != ALONE:
            told = mention if _unit(mention) else told
            yield mention
        elif told is not None and _in_one_sentence(text, told, mention):
            meaning = _of_unit(told, mention)
            if meaning is not None:
                yield replace(mention, meaning=meaning, kind=meaning.kind)


def _in_one_sentence(text: str, told: PeriodMention, mention: PeriodMention) -> bool:
    between = text[told.end : mention.start]
    return len(between) <= _REACH and ". " not in between and "\n\n" not in between


def _unit(mention: PeriodMention) -> int | None:
    """How many months the counted part has that a mention names."""
    return next((months for months, rules in _COUNTED.items() if mention.rule in rules), None)


def _of_unit(told: PeriodMention, mention: PeriodMention) -> Meaning | None:
    """The part of that number: of the same year, or of the one before where it would come behind the part told."""
    unit, (part, counted) = _unit(told), (told.meaning, mention.meaning)
    assert isinstance(counted, Part)  # the rule makes nothing else
    if unit is None or not isinstance(part, Part) or counted.last * unit > 12:
        return None
    first, year = (counted.last - 1) * unit + 1, part.year
    if first == part.first:
        return None
    if first > part.first and year.base != "open":
        year = Year(base=year.base, number=year.number - 1, pair=year.pair)
    return Part(first=first, last=first + unit - 1, year=year, ordinal=True)
