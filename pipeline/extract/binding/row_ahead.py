"""A row of names with figures in brackets, in front of the noun that says what all of them are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import FIGURES, Sentence

_ROW: Final = re.compile(r"E[dv]*\([^()]*\)(?:[,&dv]{1,4}E[dv]*\([^()]*\))+")
_ARE: Final = re.compile(r"[vdA]*L[LvdA]*[KRvdw]*")
"""From the row to its noun: "were the largest", "had the biggest"."""


def row_around(kind: re.Pattern[str], codes: str, figure: int) -> re.Match[str] | None:
    """The row of a kind that a figure stands in."""
    return next((found for found in kind.finditer(codes) if found.start() <= figure < found.end()), None)


def named_behind(sentence: Sentence, figure: int, nominals: Iterable[Nominal]) -> Nominal | None:
    """ "Peru (5 bn or 9 % of EU imports) and Chile (3 bn) were the largest importers": what an amount of the row is."""
    codes, row = sentence.codes, row_around(_ROW, sentence.codes, figure)
    if row is None or codes[figure] != "Q" or codes[:figure].rstrip("dv")[-1:] not in {"(", "@"}:
        return None
    noun = next((one for one in nominals if one.head >= row.end()), None)
    if noun is None or not (noun.cue.agent or noun.flow == "balance") or noun.owners:
        return None
    return noun if _ARE.fullmatch(codes[row.end() : noun.head]) else None


def name_in_row(codes: str, figure: int) -> tuple[int, int] | None:
    """Where the name stands that a figure of such a row is listed under, and the first figure of its brackets."""
    row = row_around(_ROW, codes, figure)
    opening = codes.rfind("(", 0, figure)
    if row is None or opening < row.start() or _ARE.match(codes, row.end()) is None:
        return None
    first = next(at for at in range(opening, figure + 1) if codes[at] in FIGURES)
    return codes.rfind("E", 0, opening), first
