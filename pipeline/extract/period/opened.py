"""Times that a sentence leaves to the next: the one that a paragraph opens with, a month of the year that runs."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from pipeline.extract.frame import Frame, Known
from pipeline.extract.period.tense import PAST, tense_of
from pipeline.extract.row.items import Sentence

_OPENING: Final = re.compile(r"(?:^|\n|[.!?\"”’)]\s)\W{0,3}(?:\w+\s)?(?:in|during)\s(?:the\s)?$", re.IGNORECASE)
_REACH: Final = 40
"""Characters before a time in which the beginning of its sentence is looked for."""


def opened_with(article: Any, frame: Frame, sentence: Sentence) -> Known | None:
    """ "Back in 1985 the gap was small. Trade was worth $7 billion", where the text has told no time."""
    said, figures = frame.said_period, sentence.figures()
    if said is None or frame.new_paragraph or not figures or tense_of(sentence, figures[0]) != PAST:
        return None
    if _OPENING.search(article.text, max(0, said.start - _REACH), said.start) is None:
        return None
    return said if "\n\n" not in article.text[said.end : sentence.start] else None


def runs_around(settled: Any, period: Any, published: date | None) -> bool:
    """ "This year", and then its May: a time that is not over, and a part of it that is."""
    if published is None or settled.over_by(published):
        return False
    return bool(settled.contains(period) and period.over_by(published))
