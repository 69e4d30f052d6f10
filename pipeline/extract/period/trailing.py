"""Figures that each month has for the twelve months up to it: "the 12-month trailing deficit in September"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.query import Slot
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import holds_phrase
from pipeline.period import YEAR, Period


def is_trailing(sentence: Sentence, figure: int) -> bool:
    """Whether the words before a figure say that it is for the twelve months up to its time."""
    return holds_phrase(sentence.text[: sentence.items[figure].start - sentence.start], "trailing_year")


def twelve_months_to(slot: Slot | None) -> Slot | None:
    """The twelve months that end with a month; any longer time as it is."""
    period = None if slot is None else Period.parse(slot.value)
    if slot is None or period is None or period.months > 1:
        return slot
    return replace(slot, value=str(period.shift(1 - YEAR).through(period)))
