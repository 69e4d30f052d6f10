"""Goods that cross a border by themselves: "50 tonnes of tea went from Peru to Chile", "tea earned Peru $1 billion"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pipeline.components.cues import Cue, cues
from pipeline.economy import ADJECTIVE_KINDS
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says, says_any

_MUCH: Final = re.compile(r"Q(?P<of>[dvw]{0,2}L?o[dvw]{0,2}(?:E'?)?[dvw]{0,2})(?P<goods>C[Cw]{0,3}?)[vAPdW]{0,2}$")
"""So much of some goods: "5,000 tonnes of tea", "$5 million worth of tea"."""
_WORTH: Final = re.compile(r"(?P<goods>C[Cw]{0,2})L[dv]*Q[vA]?$")
"""Goods worth so much: "phones worth $5 billion"."""
_TO: Final = re.compile(r"(?:[dv]*f[dv]*E)?[dv,]*t[dv]*(?:E|r)|[dv]*f[dv]*E[dv]*P?[dv]*t[dv]*E")
_NAMED: Final = re.compile(r"[dv]*E(?!')")
_SUBJECT: Final = re.compile(r"((?:C[,&]{1,2}){0,5}C)[vAP]{0,2}$")
_OWNED: Final = re.compile(r"E'?[dvw-]{0,4}(?P<goods>C(?:[,&Cw]{0,3}C){0,4})w?(?:\([^()]*\))?[vAP]{0,2}$")
_DEPENDS: Final = re.compile(
    r"[SVLw][dvw]*[uit][dv]*(?P<side>E)(?!')[dv]*i[dvw]*[%M][dv]*o[dv]*p?[dvw]*(?P<goods>C[Cw]{0,3})"
)
_VERBS: Final = ("depends", "travels", "travels_to", "leaves", "earns", "earns_for", "costs_somebody")
"""The lists of verbs that may be said of goods, for a first look at every word."""
_AMOUNT: Final = re.compile(r"[dv]*Q")
_FOR_WHOM: Final = re.compile(r"[dv]*([Er])(?!')[dv]*Q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What a verb says of goods: its cue, where the phrase begins and where it names the goods.

    ``side`` is the item that names one side, ``owned`` whether that one's trade it is, ``behind`` whether it stands
    behind the verb.
    """

    cue: Cue
    first: int
    goods: tuple[int, int] | None
    side: int | None = None
    owned: bool = True
    behind: bool = True


def going(sentence: Sentence, head: int) -> Going | None:
    """The flow that a verb makes of the goods in front of it; None for every other verb."""
    codes = sentence.codes
    if codes[head] not in "LOSTVw" or not says_any(sentence.items[head], *_VERBS):
        return None
    if "O" in codes[:head] or "O" in codes[head + 1 :]:
        return None
    return (
        _depending(sentence, head)
        or _earning(sentence, head)
        or _earning_abroad(sentence, head)
        or _leaving(sentence, head)
    )


def _depending(sentence: Sentence, head: int) -> Going | None:
    """ "Depends on Canada for 30 % of its wheat": an import in other words, and whence."""
    found = _DEPENDS.match(sentence.codes, head) if says(sentence.items[head], "depends") else None
    if found is None:
        return None
    return Going(cue=_cue("goods-cost"), first=head, goods=found.span("goods"), side=found.start("side"), owned=False)


def _leaving(sentence: Sentence, head: int) -> Going | None:
    """ "500 tonnes of tea went from Kenya to Egypt", "phones worth $5 billion left India"."""
    item, before = sentence.items[head], sentence.codes[:head]
    bare = before.endswith("Q") and sentence.items[head - 1].ref.kind == "physical"
    found = _MUCH.search(before) or _WORTH.search(before)
    if found is None and not bare:
        return None
    first = found.start("of") if found is not None and found.re is _MUCH else head
    goods = found.span("goods") if found is not None else None
    named = _NAMED.match(sentence.codes, head + 1)
    if says(item, "travels") and _TO.match(sentence.codes, head + 1) is not None:
        return Going(cue=_cue("goods-go"), first=first, goods=goods)
    if named is None or not (says(item, "travels_to") or says(item, "leaves")):
        return None
    return Going(
        cue=_cue("goods-go"), first=first, goods=goods, side=named.end() - 1, owned=says(item, "leaves"),
    )  # fmt: skip


def _earning_abroad(sentence: Sentence, head: int) -> Going | None:
    """ "Kenya's tea earned $1 billion": whose goods they are stands before; that they are sold abroad, elsewhere."""
    amount = _AMOUNT.match(sentence.codes, head + 1)
    owned = _OWNED.search(sentence.codes[:head])
    if amount is None or owned is None or not says(sentence.items[head], "earns"):
        return None
    if sentence.items[amount.end() - 1].ref.kind != "money":
        return None
    return Going(cue=_cue("goods-earn"), first=head, goods=owned.span("goods"), side=owned.start(), behind=False)


def _earning(sentence: Sentence, head: int) -> Going | None:
    """ "Tea earned Kenya $1 billion", "used cars cost the country $2 billion": whose trade in goods it is."""
    whom, goods = _FOR_WHOM.match(sentence.codes, head + 1), _SUBJECT.search(sentence.codes[:head])
    if whom is None or goods is None:
        return None
    item, owner = sentence.items[head], sentence.items[whom.start(1)]
    money = sentence.items[whom.end() - 1].ref.kind == "money"
    if not money or (owner.code == "E" and owner.ref.kind in ADJECTIVE_KINDS):
        return None
    name = "goods-go" if says(item, "earns_for") else "goods-cost" if says(item, "costs_somebody") else None
    return None if name is None else Going(cue=_cue(name), first=head, goods=goods.span(1), side=whom.start(1))


def _cue(name: str) -> Cue:
    return cues()[name]
