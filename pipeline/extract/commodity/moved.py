"""Goods with their own move, in a row of several: "tin to $3 million", "tin up 5 %", "tin by 5 %"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_goods_word

_MOVED_TO: Final = re.compile(r"[Q%](?:i?[dv]*P)?(?:,?&|,)[dv]*((?:w-?){0,2}C[C-]{0,2})t(?:[Q%](?:i?P)?,?[fg][dv]*)?$")
"""The next of several goods, its verb left out: "rice fell to $5 million and tin to $3 million"."""
_MOVED_BY: Final = re.compile(
    r"[Q%]\)?(?:i?[dv]*P)?(?:,?&|[,;]|,?l)[dv]*((?:w-?){0,2}C[wC-]{0,2}(?:&(?:w-?){0,2}C[C-]{0,2})?)"
    r"(?:[,(]U|[vA]*(?:[TU]b?|b))[dv]*$"
)
"""The next of several goods and how far it went: "…, tin up 5 %", "… and tin and its alloys by 5 %"."""
_WHICH_MOVED: Final = re.compile(r"[TJ][LvwA]{0,3}i?[dv]*(w{1,2}|w?C[Cw]?)(?:,?W[vA]*Tb?|(?<=C)[L@])[dv]*$")
"""The first of the moves that a sentence is on: "the biggest drops were in cathodes, which fell by", "in tin at"."""
_BASES: Final = re.compile(r"[dv]*&[dv]*[Q%]")


def moved_entry(sentence: Sentence, figure: int) -> tuple[int, int] | None:
    """The items of the goods that a figure is the move of; None where it is no such entry of a row."""
    before = sentence.codes[:figure]
    moved = _MOVED_TO.search(before)
    if moved is not None and not _BASES.match(sentence.codes, figure + 1):
        return moved.span(1)
    if sentence.codes[figure : figure + 1] != "%":
        return None
    if (moved := _MOVED_BY.search(before)) is not None:
        return moved.span(1)
    first = _WHICH_MOVED.search(before)
    known = first is not None and ("C" in first[1] or is_goods_word(sentence.items[first.end(1) - 1].text))
    return first.span(1) if first is not None and known else None
