"""What sets a figure apart from the amounts as they are: an average, a volume, an adjustment, a way of counting."""

from __future__ import annotations

import re
from typing import Final

from pipeline.claim import ADJUSTED, IN_MONEY
from pipeline.extract.binding.bind import Binding
from pipeline.extract.commodity.in_terms_of import money_of_change
from pipeline.extract.measure.countings import counting_of
from pipeline.extract.period.averages import AVERAGE, average_of, averages, is_average, is_rate_a_year
from pipeline.extract.period.bases import is_adjusted
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import has_phrase, mentions, spoken

_LEADS: Final = re.compile(r"[dv,]*[tf][dvw]{0,3}Q")
"""Behind a change, up to the amount that it leads from or to."""


def aspect_of(sentence: Sentence, binding: Binding, measure: str) -> str | None:
    """What sets a figure apart from the amounts as they are: an average, a volume, an adjustment."""
    if (adjusted := adjustment_of(sentence)) is not None:
        return adjusted
    if measure == "level":
        if has_phrase(sentence, "real_terms"):
            return "volume"
        return average_of(sentence, binding.figure) or counting_of(sentence, binding.figure)
    if measure != "change":
        return None
    behind = re.split("[Q%M]", sentence.codes[binding.figure + 1 :], maxsplit=1)[0]
    near = sentence.items[binding.figure + 1 : binding.figure + 1 + len(behind)]
    average = is_average(sentence, binding.figure) or is_rate_a_year(sentence, binding.figure)
    if average or any(map(averages, near)):
        return AVERAGE
    head = sentence.items[binding.nominal.head] if binding.nominal is not None and binding.nominal.head >= 0 else None
    by_name = head is not None and mentions(head, "volume") and not _is_told_in_money(sentence, binding.figure)
    if by_name or any(mentions(item, "volume_terms") for item in near):
        return "volume"
    money = money_of_change(sentence, binding.figure)
    return None if money is None else f"{IN_MONEY}{money}"


def adjustment_of(sentence: Sentence) -> str | None:
    """Whether seasons, or the number of working days, are taken out of what a sentence says."""
    cleared = has_phrase(sentence, "calendar") and spoken(sentence.items, "corrected")
    return ADJUSTED if cleared or is_adjusted(sentence) else None


def _is_told_in_money(sentence: Sentence, change: int) -> bool:
    """Whether a change leads from or to money: "export volume rose 5 % to $3 billion" says volume and means value."""
    found = _LEADS.match(sentence.codes, change + 1)
    return found is not None and sentence.items[found.end() - 1].ref.kind == "money"
