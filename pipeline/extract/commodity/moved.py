"""Goods with their own move, in a row of several: "tin to $3 million", "tin up 5 %", "tin by 5 %"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.commodity.rows import GOODS
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_goods_word

_ENDS: Final = r"(?=[,.;&)\"yPTLSWft(]|$)"
_MOVED_TO: Final = re.compile(r"[Q%](?:i?[dv]*P)?(?:,?&|,)[dv]*((?:w-?){0,2}C[C-]{0,2})t(?:[Q%](?:i?P)?,?[fg][dv]*)?$")
"""The next of several goods, its verb left out: "rice fell to $5 million and tin to $3 million"."""
_MOVED_BY: Final = re.compile(
    r"[Q%]\)?(?:,?v)?(?:i?[dv]*P)?(?:,?[&y]|[,;]|,?l)[dv]*((?:w-?){0,2}C[wC-]{0,2}(?:&(?:w-?){0,2}C[C-]{0,2})?)"
    r"(?:[,(]U|[vA]*-?(?:[TU]b?|b))[dv]*$"
)
"""The next of several goods and how far it went: "…, tin up 5 %", "… and tin and its alloys by 5 %"."""
_WHICH_MOVED: Final = re.compile(r"[TJ][LvwA]{0,3}i?[dv]*(w{1,2}|w?C[Cw]?)(?:,?W[vA]*Tb?|(?<=C)[L@])[dv]*$")
"""The first of the moves that a sentence is on: "the biggest drops were in cathodes, which fell by", "in tin at"."""
_CHANGE_NAMED: Final = re.compile(rf"-?[vwKP]{{0,2}}[TJ]i[dv]*({GOODS}){_ENDS}")
"""Behind a percentage with an article, or the next of a row: how something changed, and what ("a 5 % drop in tin")."""
_MORE_OF: Final = re.compile(rf"[dv]*U[dv]*({GOODS})(?=[tf][dv]*E)")
"""Behind a percentage: by how much more, or less, of what: "13 % less crude oil from Iraq"."""
_ITS_ARTICLE: Final = re.compile(r"(?:d|[%C],?&d?)[vwK]{0,2}$")
_BRACKETED: Final = re.compile(rf"(?:\([Q%]\)|(?<=[Q%])\))i[dv]*(?:No[dv]*)?({GOODS}){_ENDS}")
"""Behind an amount and its percentage, and behind that too: what both are of ("of $5 million (3 %) in tin")."""
_IS_BRACKETED: Final = re.compile(r"(?:[TJ](?:o[dv]*)?|C,?&[dv]*)(?:Q\()?$")
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


def change_of(sentence: Sentence, figure: int) -> tuple[int, int] | None:
    """ "A 5 % drop in tin", "increases of $5 million (3 %) in tin": the items of the goods whose change a figure is."""
    codes = sentence.codes
    named = _CHANGE_NAMED.match(codes, figure + 1) if codes[figure : figure + 1] in {"%", "Q"} else None
    if named is not None and _ITS_ARTICLE.search(codes[:figure]) is not None:
        return named.span(1)
    if codes[figure : figure + 1] == "%" and (more := _MORE_OF.match(codes, figure + 1)) is not None:
        return more.span(1)
    found = _BRACKETED.match(codes, figure + 1)
    if found is None or _IS_BRACKETED.search(codes[:figure]) is None:
        return None
    return found.span(1)
