"""The words of a stretch of a sentence as the name of goods."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import modifiers, says, says_any

MAX_GOODS: Final = 12
_NEXT_OF_ROW: Final = re.compile(r"[&,]{1,2}[dvw]{0,2}C[Cw]{0,2}(?:L[dv]*)?Q")
"""Behind goods: the next with an amount of their own ("3,000 tonnes of nuts, pears worth $5 million")."""
_NOT_OF_NAME: Final = ("leads_to_time", "there", "ends_goods")
"""Words behind goods that are none of their name."""


def known_goods(sentence: Sentence, text: str, first: int, last: int) -> Known | None:
    """The words of an item range as a commodity, without articles, closing joints and words for all goods."""
    while first < last and sentence.codes[first] in "dv&,-o":
        first += 1
    while last > first and sentence.codes[last - 1] in "dv&,-o":
        last -= 1
    while first < last and _is_modifier(sentence, first):
        first += 1
    if first >= last:
        return None
    items = sentence.items[first:last]
    if len(items) == 1 and says(items[0], "pointed_goods"):
        return None  # "in this category" points to goods and names none
    if all(getattr(item.ref, "kind", None) == "all" or says(item, "all_goods") for item in items):
        return None
    start, end = items[0].start, items[-1].end
    return Known(value=" ".join(text[start:end].split()), start=start, end=end)


def goods_run(sentence: Sentence, text: str, first: int) -> Known | None:
    """The goods that are named from an item on, but not the next ones that have a figure of their own."""
    last = first
    while last < len(sentence.codes) and last - first < MAX_GOODS:
        code = sentence.codes[last]
        if code in "&," and _NEXT_OF_ROW.match(sentence.codes, last) is not None:
            break
        if code == "w" and says_any(sentence.items[last], *_NOT_OF_NAME):
            break
        if (
            code in "&,"
            and sentence.codes[last + 1 : last + 2] in {"C", "w"}
            and "C" in sentence.codes[last + 1 : last + 4]
        ) or code in "Cw-":
            last += 1
        else:
            break
    if sentence.codes[last : last + 1] == "N":
        return None if last - first > 4 else known_goods(sentence, text, first, last)
    return known_goods(sentence, text, first, last)


def _is_modifier(sentence: Sentence, index: int) -> bool:
    """Whether a word says nothing of the goods; joined by a hyphen to the next ("non-traditional") it does."""
    joined = sentence.codes[index + 1 : index + 2] == "-"
    return sentence.codes[index] == "w" and not joined and sentence.items[index].text.lower() in modifiers()
