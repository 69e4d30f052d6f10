"""Everyday verbs that tell of trade by what stands beside them: spent on a country's goods, goods that went there."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import phrase_at, says

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
_OBTAINED: Final = re.compile(
    r"[LSTVw][dvA]*(?:[%M][dv]*o[dv]*p?[dvw]*C[Cw]*f[dv]*E|C[Cw]*L[dv]*Q[dv]*f[dv]*E|Q[dv]*L?o[dvp]*C[Cw]*f[dv]*E)(?!')"
)
"""A part or a worth of goods, and whence: "30 % of its wheat from Canada", "goods worth $5 billion from Peru"."""
_SUPPLIED: Final = re.compile(r"E[dvA]*(?P<verb>[NVSLTwO])[dvw]*[%M][dv]*o[dv]*$")
_PART_OF_OWN: Final = re.compile(r"[NVO][dvw]*[%M][dv]*o[dv]*(?P<owner>E)'")
_OWN_GOODS: Final = re.compile(r"E'[dvw]*(?P<goods>C[Cw]{0,2})(?![Cw]*N)")
_THERE: Final = re.compile(r"[TLSUw][dvwP]*(?:[ti][dv]*E(?!['N])|w)|[LS][dv]*E(?!['N-])")


def flow_by_object(sentence: Sentence, head: int) -> str | None:
    """The flow that a verb of level, share or movement tells of by its object; None where it is only such a verb."""
    if _buys(sentence, head):
        return "import"
    return None if _place_behind(sentence, head) is None else "export"


def _buys(sentence: Sentence, head: int) -> bool:
    """ "Spent $5 billion on goods from Peru", "took $5 billion worth of Chilean goods": a purchase in other words."""
    codes, item = sentence.codes, sentence.items[head]
    if says(item, "obtains") and _OBTAINED.match(codes, head) is not None:
        return True
    if item.cue is None or item.code not in "LS":
        return False
    if says(item, "brings_in"):
        return _BROUGHT_GOODS.match(codes, head) is not None or _SHIPPED_AND.search(codes[:head]) is not None
    if item.cue.spends:
        return _PAID_FOR.match(codes, head) is not None
    took = says(item, "takes_in") and _TOOK_GOODS.match(codes, head) is not None
    return took or _TOOK_WORTH.match(codes, head) is not None


def is_supplying(sentence: Sentence, head: int) -> bool:
    """Whether "supplies" is the verb of "Russia supplies 40 % of Germany's gas", and no noun."""
    part = _PART_OF_OWN.match(sentence.codes, head)
    return part is not None and supplied_goods(sentence, part.start("owner")) is not None


def supplied_goods(sentence: Sentence, owner: int) -> tuple[int, int] | None:
    """ "Russia supplies 40 % of Germany's gas": the goods that the owner at ``owner`` is supplied with, as items."""
    goods = _OWN_GOODS.match(sentence.codes, owner)
    found = _SUPPLIED.search(sentence.codes[:owner]) if goods is not None else None
    if found is None or goods is None or not says(sentence.items[found.start("verb")], "supplies_with"):
        return None
    return goods.span("goods")


def gone_to(sentence: Sentence, head: int) -> int | None:
    """The economy that goods go to, of a verb that says so; None where it is "there"."""
    place = _place_behind(sentence, head)
    return place if place is not None and sentence.codes[place] == "E" else None


def _place_behind(sentence: Sentence, head: int) -> int | None:
    """ "$5 billion of Peruvian tea went to Chile", "Peruvian tea worth $5 billion reached Chile": where a sale goes.

    The goods are somebody's, and where they go is somebody else, or "there"; None where no goods go.
    """
    said = phrase_at(sentence, head, "goods_go") if sentence.codes[head] in "TLSw" else 0
    if not said:
        return None
    found = _THERE.match(sentence.codes, head + said - 1)
    if found is None or _GOODS_OF.search(sentence.codes[:head]) is None:
        return None
    last = sentence.items[found.end() - 1]
    return found.end() - 1 if last.code == "E" or says(last, "there") else None


def worth_before(sentence: Sentence, head: int) -> int | None:
    """Where the worth of the goods stands before a verb that says where they go: "Peruvian tea worth $5 billion"."""
    if _place_behind(sentence, head) is None:
        return None
    found = _WORTH.search(sentence.codes[:head])
    return found.start("worth") if found is not None else None
