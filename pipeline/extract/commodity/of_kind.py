"""Goods of which a share is told, where the whole has goods of its own: "zinc made up 12 % of mineral exports"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.commodity.named import known_goods
from pipeline.extract.commodity.rows import GOODS, LISTED
from pipeline.extract.frame import Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.ways import way
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_some_goods

_LIST: Final = rf"{LISTED}(?:,?&w{{1,3}})?"
_TAKES: Final = r"[vPA]{0,3}S[dvwo@b]{0,4}$"
_SUBJECT: Final = re.compile(rf"(?:^|[;y\"])[dv]*({_LIST}){_TAKES}")
""" "Zinc accounted for"."""
_APPOSED: Final = re.compile(rf"(?:^|[;y\"])[dv]*({_LIST}),[dvpE][^,;Q%M\"]{{1,40}},{_TAKES}")
""" "Zinc, another item contributing to the surplus, accounted for"."""
_WHICH: Final = re.compile(rf"({GOODS}(?:[oi][dv]*)?{_LIST}|{_LIST}),?W{_TAKES}")
""" "Products of the plastics and rubber industries, which accounted for"."""
_DOING: Final = re.compile(rf"[TJo][io]?[dv]*({_LIST}),S[dv]*$")
""" "A 6 % drop in chemicals, accounting for"."""


def part_goods(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """The goods that take a share of a flow which a figure names right behind it."""
    nominal, figure = binding.nominal, binding.figure
    if nominal is None or not _is_whole(sentence, nominal, figure):
        return None
    before = sentence.codes[:figure]
    for pattern in (_SUBJECT, _APPOSED, _WHICH, _DOING):
        found = pattern.search(before)
        if found is not None and any(map(is_some_goods, sentence.items[slice(*found.span(1))])):
            return known_goods(sentence, text, *found.span(1))
    return None


def _is_whole(sentence: Sentence, nominal: Nominal, figure: int) -> bool:
    """Whether a flow behind a percentage is what it is a part of."""
    if sentence.codes[figure] not in "%M" or nominal.first <= figure or nominal.cue.code != "N":
        return False
    return way(sentence.codes[figure + 1 : nominal.first]) == "o"
