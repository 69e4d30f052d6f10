"""What sets a figure apart from the amounts as they are: an average, a volume, an adjustment."""

from __future__ import annotations

import re

from pipeline.extract.averages import AVERAGE, average_of, averages, is_average
from pipeline.extract.bases import is_adjusted
from pipeline.extract.binding import Binding
from pipeline.extract.items import Sentence
from pipeline.extract.words import has_phrase, mentions


def aspect_of(sentence: Sentence, binding: Binding, measure: str) -> str | None:
    """What sets a figure apart from the amounts as they are: an average, a volume, an adjustment."""
    if is_adjusted(sentence):
        return "seasonally-adjusted"
    if measure == "level":
        return "volume" if has_phrase(sentence, "real_terms") else average_of(sentence, binding.figure)
    if measure != "change":
        return None
    behind = re.split("[Q%M]", sentence.codes[binding.figure + 1 :], maxsplit=1)[0]
    near = sentence.items[binding.figure + 1 : binding.figure + 1 + len(behind)]
    if is_average(sentence, binding.figure) or any(map(averages, near)):
        return AVERAGE
    head = sentence.items[binding.nominal.head] if binding.nominal is not None and binding.nominal.head >= 0 else None
    of_volume = any(mentions(item, "volume_terms") for item in near) or (head is not None and mentions(head, "volume"))
    return "volume" if of_volume else None
