"""Goods in a row before figures in a row: which of them is a figure's own, where the text says "respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import speaks

GOODS: Final = r"[wv-]{0,3}C[Cw-]*"
LISTED: Final = rf"{GOODS}(?:(?:,?[dv]*&|,)[dv]*{GOODS})*"
"""Goods, and others that are listed with them."""
"""Codes of one name of goods."""
_GOODS_LIST: Final = re.compile(rf"{GOODS}(?:(?:,?[dv]*&|,)[dv]*(?:{GOODS}|w{{1,3}}(?=[&,])))+")
_WITH_SIDE: Final = r"[wv-]{0,3}[Cw][Cw-]*[tf][dv]*E"
_PAIRS: Final = re.compile(rf"{_WITH_SIDE}(?:(?:,?[dv]*&|,)[dv]*{_WITH_SIDE})+")
"""Goods in a row, each with its own side: "tin from Peru, zinc from Chile and gold from Cuba"."""


def aligned_entry(sentence: Sentence, figure: int) -> tuple[int, int] | None:
    """The items of the figure's own member of a list of goods: "Rubber and rice grew by 3 % and 1 %, respectively"."""
    if not speaks(sentence, "respectively"):
        return None
    figures = [index for index in sentence.figures() if sentence.codes[index] == sentence.codes[figure]]
    row = _row_of(sentence, figures, figure)
    if len(row) < 2:
        return None
    for pairs in reversed([*_PAIRS.finditer(sentence.codes[: row[0]])]):
        goods = _before_sides(sentence.codes, *pairs.span())
        if len(goods) == len(row):
            return goods[row.index(figure)]
    for listed in reversed([*_GOODS_LIST.finditer(sentence.codes[: row[0]])]):
        for members in _splits(sentence.codes, listed.start(), listed.end()):
            if len(members) == len(row):
                return members[row.index(figure)]
    return None


def _before_sides(codes: str, start: int, end: int) -> list[tuple[int, int]]:
    """The goods of a row of pairs: what stands in front of each preposition."""
    spans, begin = [], start
    for at in range(start, end):
        if codes[at] in "tf":
            spans.append((begin, at))
        if codes[at] in ",&":
            begin = at + 1
    return spans


def _row_of(sentence: Sentence, figures: list[int], figure: int) -> list[int]:
    """The figures that stand side by side with this one, with only commas and "and" between."""
    row: list[int] = []
    for index in figures:
        if row and set(sentence.codes[row[-1] + 1 : index]) - set(",&dv"):
            if figure in row:
                break
            row = []
        row.append(index)
    return row if figure in row else []


def _splits(codes: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """A list of goods cut at its commas, then its last part cut at "and", then cut everywhere."""
    commas = _cut(codes, start, end, ",")
    yield commas
    if commas:
        yield [*commas[:-1], *_cut(codes, *commas[-1], "&")]
    yield _cut(codes, start, end, ",&")


def _cut(codes: str, start: int, end: int, joints: str) -> list[tuple[int, int]]:
    parts, begin = [], start
    for index in range(start, end + 1):
        if index == end or codes[index] in joints:
            if "C" in codes[begin:index]:
                parts.append((begin, index))
            begin = index + 1
    return parts
