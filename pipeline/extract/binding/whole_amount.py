"""Amounts of the whole that a share is of: "81 % of its exports of $5 billion went to Peru"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.row.items import FIGURES, Sentence

WHICH_WERE: Final = r",?W[vdA]*L{1,2}[dvobt@]*"
"""Between a flow and the amount that a relative clause gives of it: ", which were worth"."""
_WHOLE: Final = re.compile(rf"[dv]*o[dv]*|{WHICH_WERE}")
"""Between a flow that something is a share of and its amount: "a third of exports of $3 billion, which were …"."""
_OF_IT: Final = re.compile(r"(?:\([^()]*\))?o")
_BRACKETED: Final = re.compile(r"\([^()]*\)")
"""Behind a share: what it comes to, in brackets, and what it is of."""
_AMOUNT: Final = re.compile(r"o[dv]*Q")
_BEFORE: Final = re.compile(r"[%M][dv]*o[dvp]*(?:E'?)?[dvw]*$")
_ITS_FLOW: Final = re.compile(r"(?:L?o|i)?[dvwE']*")
"""Between the amount of a whole and the flow that it is the amount of: "$5 billion of its", "$5 billion U.S."."""


def is_whole(sentence: Sentence, binding: Binding) -> bool:
    """Whether an amount is the whole of the share before it: "49 % of exports of $95 billion", "of $95 bn exports"."""
    nominal, codes = binding.nominal, sentence.codes
    if nominal is not None and nominal.head > binding.figure and is_shared(codes, binding.figure):
        return _ITS_FLOW.fullmatch(codes, binding.figure + 1, nominal.head) is not None
    if nominal is None or nominal.first < 1 or _WHOLE.fullmatch(codes, nominal.last, binding.figure) is None:
        return False
    before = _BRACKETED.sub(lambda found: "v" * len(found[0]), codes[: nominal.first])
    share = max((at for at, code in enumerate(before) if code in FIGURES), default=-1)
    return share >= 0 and codes[share] in "%M" and _OF_IT.match(codes, share + 1) is not None


def is_shared(codes: str, figure: int) -> bool:
    """Whether an amount is right behind the share of it: "19 % of $222 billion worth of total exports"."""
    return _BEFORE.search(codes[:figure]) is not None


def past_amount(codes: str, last: int) -> int:
    """Behind the amount of a whole, where that stands behind its phrase ``[…, last)``: "exports of $5 billion"."""
    found = _AMOUNT.match(codes, last)
    return last if found is None else found.end()
