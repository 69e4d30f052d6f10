"""Phrases that name a flow but have no figure of their own: the whole of a share, the trade that a gap is of."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.ways import way
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_RELATIVE: Final = re.compile(r"[NC],?WP?[dvA]*S[dvwob@]*[%M][dvo]*(?:E'?)?[dv]*$")
"""Before the whole of a share that a relative clause behind a flow gives: ", which make up half of all"."""
_TRADE_OF_GAP: Final = re.compile(r"[iou][dvwpCE'-]{0,8}")
"""Between the figure of a balance and the trade that it is of: "of $5 billion in its goods trade"."""
_OWN_AMOUNT: Final = re.compile(r"[dv]*[Lo][dvLo]*Q")
"""Behind a trade: what it is worth itself."""


def is_spent(sentence: Sentence, whole: Nominal, figure: int) -> bool:
    """Whether the first figure behind a whole is none of its own: "46 % of that total, at $9 billion, 3 % more"."""
    first = min(at for at in (*sentence.figures(), figure) if whole.last <= at or at == figure)
    joints = way(sentence.codes[whole.last : first]).lstrip(",")
    if joints == "o":
        return False  # "49 % of exports of $340 billion"
    amounts = joints == "L" and says(sentence.items[first - 1], "amounting")
    return amounts or not set(joints) - set(",&()wo")


def is_trade_of_gap(sentence: Sentence, gap: Nominal, figure: int, trade: Nominal) -> bool:
    """ "A surplus of $5 billion in goods trade with Peru": behind the figure of a balance, only what it is one of."""
    if gap.flow != "balance" or trade.flow != "turnover" or trade.cue.code != "N" or trade.head <= figure:
        return False
    if _OWN_AMOUNT.match(sentence.codes, trade.last) is not None:
        return False  # "a deficit of $2 billion in trade worth $9 billion"
    return _TRADE_OF_GAP.fullmatch(sentence.codes, figure + 1, trade.head) is not None


def is_of_aside(sentence: Sentence, whole: Nominal, figure: int) -> bool:
    """ "Shoe exports, which make up half of all exports, rose 5 %": a whole that only a relative clause names."""
    led = _RELATIVE.search(sentence.codes[: whole.first]) is not None
    return led and sentence.codes[whole.last : figure][:1] == ","
