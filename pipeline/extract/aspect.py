"""What sets a figure apart from the amounts as they are: an average, a volume, an adjustment."""

from __future__ import annotations

import re
from itertools import dropwhile

from pipeline.extract.bases import is_adjusted
from pipeline.extract.binding import Binding
from pipeline.extract.items import Item, Sentence
from pipeline.extract.words import mentions


def aspect_of(sentence: Sentence, binding: Binding, measure: str) -> str | None:
    """What sets a figure apart from the amounts as they are: an average, a volume, an adjustment."""
    if is_adjusted(sentence):
        return "seasonally-adjusted"
    if measure == "level":
        return "average" if _is_average(sentence, binding) else None
    if measure != "change":
        return None
    behind = re.split("[Q%M]", sentence.codes[binding.figure + 1 :], maxsplit=1)[0]
    near = sentence.items[binding.figure + 1 : binding.figure + 1 + len(behind)]
    if _is_average(sentence, binding) or any(map(_averages, near)):
        return "average"
    head = sentence.items[binding.nominal.head] if binding.nominal is not None and binding.nominal.head >= 0 else None
    of_volume = any(mentions(item, "volume_terms") for item in near) or (head is not None and mentions(head, "volume"))
    return "volume" if of_volume else None


def _is_average(sentence: Sentence, binding: Binding) -> bool:
    """Whether the words that lead to a figure make it an average over its time: "averaged", "by an average of"."""
    before = re.split("[Q%M,;]", sentence.codes[: binding.figure])[-1]
    lead = dropwhile(_averages, sentence.items[binding.figure - len(before) : binding.figure])
    return any(mentions(item, "averages") for item in lead)


def _averages(item: Item) -> bool:
    """Whether words say that the figure before them is an average: "annually", "a year", "on average"."""
    return getattr(item.ref, "average", False) is True
