"""Everyday verbs that tell of trade by what stands beside them: spent on a country's goods, goods that went there."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_PAID_FOR: Final = re.compile(
    r"L[dv]*Q[dv]*[iu][dvw]*(?:[Cw][Cw]*f[dv]*E|E[vw]*C)|L[dv]*E[dv]*Q[dv]*i[dvw]*C|L[dv]*Q[dv]*t[dv]*E[dv]*i[dvw]*C"
)
"""A payment with the goods and whose they are: on goods from Peru, for Peruvian tea, to Peru for its tea."""
_BROUGHT_GOODS: Final = re.compile(r"L[dvw]*C[Cw]*L[dv]*Q[dv]*f[dvw]*E")
_SHIPPED_AND: Final = re.compile(r"V[^;yN]*&$")
_TOOK_WORTH: Final = re.compile(r"S[dv]*Q(?:L[dv]*o?[dv]*E[vw]*C|(?:L?o[dv]*C[Cw]*|L)f[dv]*[Erw])")
_TOOK_GOODS: Final = re.compile(r"S[dv]*Q[oi][dv]*E[vw]*C")
_GOODS_OF: Final = re.compile(r"(?:Q-?L?o[dv]*(?:E[vw]*C[Cw]*|C[Cw]*f[dv]*E)|E[vw]*C(?:[Cw]|[,&]+C)*L[dv]*Q)[dvP]*$")
"""A worth of somebody's goods, right before the verb: "$5 billion of Peruvian tea", "Peruvian tea worth $5 billion"."""
_WORTH: Final = re.compile(r"E[vw]*C(?:[Cw]|[,&]+C)*(?P<worth>L)[dv]*Q[dvP]*$")
_THERE: Final = re.compile(r"[TLSw][dvwP]*(?:t[dv]*E(?!['N])|w)|[LS][dv]*E(?!['N-])")


def flow_by_object(sentence: Sentence, head: int) -> str | None:
    """The flow that a verb of level, share or movement tells of by its object; None where it is only such a verb."""
    if _buys(sentence, head):
        return "import"
    return "export" if _goes_abroad(sentence, head) else None


def _buys(sentence: Sentence, head: int) -> bool:
    """ "Spent $5 billion on goods from Peru", "took $5 billion worth of Chilean goods": a purchase in other words."""
    codes, item = sentence.codes, sentence.items[head]
    if item.cue is None or item.code not in "LS":
        return False
    if says(item, "brings_in"):
        return _BROUGHT_GOODS.match(codes, head) is not None or _SHIPPED_AND.search(codes[:head]) is not None
    if item.cue.spends:
        return _PAID_FOR.match(codes, head) is not None
    took = says(item, "takes_in") and _TOOK_GOODS.match(codes, head) is not None
    return took or _TOOK_WORTH.match(codes, head) is not None


def _goes_abroad(sentence: Sentence, head: int) -> bool:
    """ "$5 billion of Peruvian tea went to Chile", "Peruvian tea worth $5 billion reached Chile": a sale.

    The goods are somebody's, and where they go is somebody else.
    """
    if sentence.codes[head] not in "TLSw" or not says(sentence.items[head], "goods_go"):
        return False
    found = _THERE.match(sentence.codes, head)
    if found is None or _GOODS_OF.search(sentence.codes[:head]) is None:
        return False
    last = sentence.items[found.end() - 1]
    return last.code == "E" or says(last, "there")


def worth_before(sentence: Sentence, head: int) -> int | None:
    """Where the worth of the goods stands before a verb that says where they go: "Peruvian tea worth $5 billion"."""
    if not _goes_abroad(sentence, head):
        return None
    found = _WORTH.search(sentence.codes[:head])
    return found.start("worth") if found is not None else None
