"""Goods that stand in front of a figure in its clause, though no phrase says that they are its own."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.commodity.definitions import definition_in
from pipeline.extract.commodity.examples import are_examples
from pipeline.extract.commodity.named import known_goods
from pipeline.extract.frame import Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_goods_word, is_some_goods, says

_PARTS_CLAUSES: Final = frozenset(";y:Q%M")
"""What goods do not reach over: the joint of a clause, another figure."""
_TIED: Final = re.compile(r"h[dvw]*$")
"""Between goods and the flow in them: "demand for lamb is booming, with exports up 30 %"."""
_OPENED: Final = re.compile(r",[dvw]*$")
_CLOSED: Final = re.compile(r"[Cdvw&-]*,")
"""Around goods that only an aside names: "exports, almost all zinc, rose"."""
_WHO_IT_IS: Final = re.compile(r"(?<=E),[dp][dvwKRCEopifhrN'&-]{1,20},(?=[vA]*[TLS])")
"""Who an economy is: "Peru, a market for its tea,"."""
_RUN: Final = re.compile(r"C(?:(?:,?[dv]*&|,|-|w)?C)*")
"""Goods, and others in one list with them."""
_FRONTED: Final = re.compile(r"(?:^|[;\"])[dvy,]{0,3}i(?:[dv]*(w)o)?[dv]*(w{0,2}C(?:(?:,?[dv]*&|,|-)?[wC])*)(?:i?P)?,")
"""What a clause is said to be about before it begins: "in flour, …", "as for coal, …", "in terms of services, …"."""
_FRONTED_TRADE: Final = re.compile(r"[dvy]{0,2}([wi])[dv]*N,")
"""Likewise a trade that a sentence is about: "regarding trade in services, exports rose"."""
_WORTH: Final = re.compile(r"(?:^|[,;&y\"])[dv]*((?:[wC]-?){1,3})L[dv]*$")
"""Before the amount that something is worth: "buttons worth"."""


def goods_in_front(sentence: Sentence, binding: Binding, *, sure: bool) -> int | None:
    """Where goods stand before a figure in its clause: "earnings from woven garments in May grew to $2 billion".

    Goods of the background ("led by cars, exports …"), of another clause, of brackets that are over ("8 % to Peru
    (chiefly rice), 5 % to Chile"), beside a total and named as examples are none of its; where they are to be
    ``sure``, so are those of an opening ("with copper dear, exports …") or an aside.
    """
    nominal, figure = binding.nominal, binding.root.figure
    if nominal is not None and nominal.total:
        return None
    first = max((at for at in range(figure) if sentence.codes[at] in _PARTS_CLAUSES), default=-1) + 1
    named = (at for at in range(first, figure) if is_some_goods(sentence.items[at]))
    own = (at for at in named if "B" not in sentence.codes[first:at] and not are_examples(sentence.codes, at))
    free = (at for at in own if not (")" in sentence.codes[at:figure] and "(" in sentence.codes[first:at]))
    return next((at for at in free if not sure or not _is_beside(sentence, nominal, first, at)), None)


def _is_beside(sentence: Sentence, nominal: Nominal | None, first: int, at: int) -> bool:
    """Whether goods stand between two commas, or before the noun for the flow and not tied to it."""
    codes = sentence.codes
    noun = nominal is not None and nominal.first > at and nominal.cue.code == "N"
    tied = nominal is None or _TIED.search(codes[at : max(nominal.first, at)]) is not None
    aside = _OPENED.search(codes[first:at]) is not None and _CLOSED.match(codes, at) is not None
    told = any(found.start() < at < found.end() for found in _WHO_IT_IS.finditer(codes))
    return (noun and not tied) or aside or told


def goods_told(sentence: Sentence, text: str, binding: Binding, nominals: tuple[Nominal, ...]) -> Known | None:
    """The goods in front of an amount or a change, where no other flow has them and they are no part of a name."""
    at = goods_in_front(sentence, binding, sure=True)
    if at is None or sentence.codes[binding.figure] not in "%Q":
        return None
    if any(one.first <= at < one.last and one is not binding.nominal for one in nominals):
        return None
    if at > 0 and sentence.items[at].text[:1].isupper():
        return None
    found = _RUN.match(sentence.codes, at)
    return known_goods(sentence, text, *found.span()) if found else None


def fronted_goods(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "In flour, exports totalled 5,000 tonnes": the goods that a clause names first, of every figure in it."""
    nominal = binding.nominal
    if nominal is None or nominal.total or nominal.goods is not None or nominal.flow in {"same", None}:
        return None
    for found in reversed([*_FRONTED.finditer(sentence.codes, 0, binding.figure)]):
        named = found[1] is None or says(sentence.items[found.start(1)], "fronting")
        between = sentence.codes[found.end() : binding.figure]
        if ";" in between or "C" in between or not named or nominal.first < found.end():
            return None
        first, last = found.span(2)
        start, end = sentence.items[first].start, sentence.items[last - 1].end
        return known_goods(sentence, text, first, last) or definition_in(text, start, end)
    return _fronted_trade(sentence, text, nominal)


def _fronted_trade(sentence: Sentence, text: str, nominal: Nominal) -> Known | None:
    """Whether goods or services: "regarding trade in services, exports rose"."""
    found = _FRONTED_TRADE.match(sentence.codes)
    if found is None or nominal.first < found.end() or not says(sentence.items[found.start(1)], "regarding"):
        return None
    trade = sentence.items[found.end() - 2]
    return definition_in(text, trade.start, trade.end)


def worth_goods(sentence: Sentence, text: str, binding: Binding) -> Known | None:
    """ "Buttons worth $5 billion were imported": what something is worth, also where no lexicon knows it."""
    nominal = binding.nominal
    if nominal is None or nominal.cue.code != "V" or binding.side != "after":
        return None
    found = _WORTH.search(sentence.codes, 0, binding.figure)
    if found is None or not says(sentence.items[found.end(1)], "worth"):
        return None
    words = (item for item in sentence.items[slice(*found.span(1))] if item.code == "w")
    return known_goods(sentence, text, *found.span(1)) if all(is_goods_word(word.text) for word in words) else None
