"""Percentages whose words stand elsewhere: behind the last of a row, or before the part that they say again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.extract.binding.bind import Binding, whole_of
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_ROW: Final = re.compile(r"(?:[dv]*,[dv]*%)*[dv]*,?&[dv]*%(?=[dvwP-]{0,4}[TJ](?![dv]*[%Q]))")
"""Behind the first of several percentages of one noun: "5 %, 4 % and 3 % year-on-year growth"."""
_PART: Final = re.compile(r"[wvd]o[^Q%M;yTLSV(]{0,14}(?:\(|[,-])[dvw]{0,2}$")
"""Before a percentage between marks: a part of something, "the vast majority of Peru's copper exports, some"."""
_WHICH_IS: Final = re.compile(r"Q(?:i?[dv]*P)?,?[dv]*WL[dv]*$")
_ENTRY_ALONE: Final = re.compile(r"[dv]*E[:@-]?Q[,;(]?%\)?$")
"""All of a line of a list, up to its second figure: "Peru $5 million 4 %", "Peru: $5 million, 4 %"."""
_OF_WHICH: Final = re.compile(r"l[dv]*(?:%[LSldvwoCK]{0,5}N[,&]{1,2}[dv]*)?$")
_WAS_FLOW: Final = re.compile(r"[dv]*(?:[LSlw]{1,2}|(?<=&%))[odvCK]*N")
"""Around a percentage: "of which 70 % were imports", "of which some 60 % comprised of exports"."""
_CLOSED: Final = re.compile(r"[),-]")


def last_of_row(sentence: Sentence, figure: int) -> int:
    """The last percentage of the row that one noun of change stands behind: "5 % and 4 % increases"; else itself."""
    row = _ROW.match(sentence.codes, figure + 1) if sentence.codes[figure] == "%" else None
    return figure if row is None else row.end() - 1


def is_part_again(sentence: Sentence, figure: int) -> bool:
    """ "The bulk of its rice exports, 62 percent, went to Peru": the part just named in words, as a number."""
    codes = sentence.codes
    part = _PART.search(codes[:figure]) if codes[figure] == "%" else None
    if part is None or _CLOSED.match(codes, figure + 1) is None:
        return False
    return says(sentence.items[part.start()], "part_nouns")


def is_part_of_which(sentence: Sentence, figure: int) -> bool:
    """ "Trade reached $5 billion, of which 70 % were imports": how much of it the flow behind is."""
    return _opener(sentence, figure) is not None


def _opener(sentence: Sentence, figure: int) -> int | None:
    opener = _OF_WHICH.search(sentence.codes[:figure]) if sentence.codes[figure] == "%" else None
    if opener is None or _WAS_FLOW.match(sentence.codes, figure + 1) is None:
        return None
    return opener.start() if says(sentence.items[opener.start()], "part_of_it") else None


def whole_flow(passage: Passage, binding: Binding) -> str | None:
    """The flow of the whole: "exports made up 58 % of total trade" is a share of the turnover."""
    sentence, figure = passage.sentence, binding.figure
    whole = whole_of(sentence, figure, passage.nominals) if binding.rule == "share-verb" else None
    nominal = whole or _whole_of_which(sentence, figure, passage.nominals) or binding.nominal
    return None if nominal is None else nominal.flow


def _whole_of_which(sentence: Sentence, figure: int, nominals: Sequence[Nominal]) -> Nominal | None:
    """All trade, where it is what a flow is told to be a part of: "of which 70 % were imports"."""
    opener = _opener(sentence, figure)
    before = [one for one in nominals if one.flow not in {None, "same"} and 0 <= one.head < (opener or 0)]
    return before[-1] if before and before[-1].flow == "turnover" else None


def is_amount_again(sentence: Sentence, figure: int) -> bool:
    """ "$16 billion, which is 25 percent": the amount just told, as a part of its whole."""
    return _WHICH_IS.search(sentence.codes[:figure]) is not None


def is_part_of_entry(sentence: Sentence, nominal: Nominal | None) -> bool:
    """ "Peru $5 million 4 %", a line in a list of suppliers: the part that each has of the whole."""
    return nominal is not None and nominal.cue.partner and _ENTRY_ALONE.match(sentence.codes) is not None
