"""Goods that are a part of an amount: "$5 billion, of which $3 billion was copper and $1 billion fruit"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.commodity.named import goods_run, known_goods
from pipeline.extract.commodity.rows import GOODS, LISTED
from pipeline.extract.frame import Known
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_PART_IS: Final = re.compile(rf'(?:l|[oW]{{1,2}})?[dvPA,]*(L)[dv]*({LISTED})(?=[,.;&)"Wyh]|$)')
_OF_WHICH: Final = re.compile(rf"l[dv]*({GOODS})[vPA]*[SL][dvwob@]*$")
_PARTS: Final = re.compile(r"[iP]{0,2},Q?(l)(?=[^,;]{0,8}C)")
"""Behind a whole: goods that are a part of it ("$5 billion, of which $3 billion was copper")."""
_NEXT_PART: Final = re.compile(r"l[dv]*Q[vAL]*[dv]*C[Cw-]{0,4}(?:[,&]{1,2}[dv]*Q[dv]*C[Cw-]{0,4})*[,&]{1,2}[dv]*$")
"""Before the amount of the next part, where the verb is not said again."""


def goods_of_part(sentence: Sentence, text: str, figure: int) -> Known | None:
    """ "Of which copper contributed $4 billion", "of which $4 billion was copper and $1 billion fruit"."""
    found = _OF_WHICH.search(sentence.codes[:figure])
    if found is not None:
        return known_goods(sentence, text, *found.span(1))
    goes_on = sentence.codes[figure : figure + 2] == "QC" and _NEXT_PART.search(sentence.codes[:figure]) is not None
    return goods_run(sentence, text, figure + 1) if goes_on else None


def what_part_is(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "60 % of its exports to Peru are copper", "… $5 billion, $3 billion of which was zinc": what the part is."""
    nominal, figure = binding.nominal, binding.figure
    which = "l" in (sentence.codes[figure - 1 : figure], sentence.codes[figure + 1 : figure + 2])
    if nominal is None or figure not in sentence.figures() or not (which or sentence.codes[figure] in "%M"):
        return None
    behind = nominal.last if binding.side == "after" and nominal.first > figure else figure + 1
    found = _PART_IS.match(sentence.codes, behind)
    if found is None or not says(sentence.items[found.start(1)], "passive"):
        return None
    return known_goods(sentence, text, *found.span(2))


def has_parts(sentence: Sentence, figure: int) -> bool:
    """Whether goods that are only a part of it are named behind an amount: it is of more than they."""
    found = _PARTS.match(sentence.codes, figure + 1)
    return found is not None and says(sentence.items[found.end(1) - 1], "part_of_it")
