"""Goods that a figure leaves to the text before it: of the figure it goes on from, "the same sector", the only ones."""

from __future__ import annotations

import re
from typing import Final

from pipeline.claim import Claim
from pipeline.commodity import same_commodity
from pipeline.extract.binding.bind import Binding
from pipeline.extract.frame import Frame, Known
from pipeline.extract.phrase.shipped import is_bare
from pipeline.extract.query import WORLD
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import has_phrase, says, says_any, wording

_OF_TOTAL: Final = re.compile(r"o(?:[dv]*[Nr]|d)(?=[,;&\")]|$)")
"""Behind an amount: the whole that it is a part of, told just before."""
_PARTING: Final = frozenset("NVC;")
"""Goods or a phrase of its own, between two figures."""
SURE = 2
"""Figures of one commodity that make it the only one of an article."""


def goods_before(sentence: Sentence, binding: Binding, previous: dict[int, Claim], frame: Frame) -> Known | None:
    """The commodity that a figure without goods of its own is for; ``previous`` are the claims of its sentence."""
    return (
        _same_goods(binding, previous)
        or _restated_goods(sentence, binding, previous)
        or _same_kind(binding, previous)
        or _goods_meant(sentence, frame)
        or _goods_of_total(sentence, binding, frame)
        or _goods_of_flow(sentence, binding, frame)
        or _goods_by_partner(sentence, binding, frame)
        or _only_goods(sentence, binding, frame)
        or _goods_weighed(sentence, binding, frame)
    )


def _only_goods(sentence: Sentence, binding: Binding, frame: Frame) -> Known | None:
    """In an article about imports of one commodity, bare "imports" are of that commodity."""
    nominal = binding.nominal
    if nominal is None or nominal.total or nominal.flow not in {"export", "import"} or not _is_sure(frame):
        return None
    if nominal.flow not in frame.goods_flows or _all_goods_said(sentence):
        return None
    return frame.goods


def _is_sure(frame: Frame) -> bool:
    """Whether several figures were of one commodity, or one was, and the text as a whole is about it."""
    if frame.goods is None or frame.goods_figures >= SURE:
        return frame.goods is not None
    return frame.topic_goods is not None and same_commodity(frame.goods.value, frame.topic_goods.value)


def _all_goods_said(sentence: Sentence) -> bool:
    """ "Sold $5 billion worth of goods": whether the sentence speaks of goods of every kind."""
    return any(
        item.code == "C" and says(item, "all_goods") and sentence.codes[at - 1 : at] not in {"C", "w"}
        for at, item in enumerate(sentence.items)
    )


def _goods_weighed(sentence: Sentence, binding: Binding, frame: Frame) -> Known | None:
    """What is weighed is some goods and never all trade: those told just before, else those of the article."""
    weighed = any(sentence.items[figure].ref.kind == "physical" for figure in sentence.figures())
    if not weighed or sentence.items[binding.figure].ref.kind == "money":
        return None
    last = None if frame.new_paragraph or frame.sentence_age > 0 else frame.cue_goods
    return last or frame.topic_goods or frame.last_goods


def _goods_of_total(sentence: Sentence, binding: Binding, frame: Frame) -> Known | None:
    """ "Tea exports earned $5 billion. Peru bought $2 billion of this, Chile $1 billion": parts of them."""
    figure = binding.root.figure
    found = None if frame.new_paragraph or frame.sentence_age > 0 else _OF_TOTAL.match(sentence.codes, figure + 1)
    if found is None:
        return None
    last = sentence.items[found.end() - 1]
    same = last.cue is not None and last.cue.flow == "same"
    return frame.cue_goods if same or says(last, "pointing") or says(last, "singular") else None


def _goods_of_flow(sentence: Sentence, binding: Binding, frame: Frame) -> Known | None:
    """A figure without a trade phrase goes on with the flow that the text was about, and with its goods."""
    nominal = binding.nominal
    if nominal is not None and nominal.flow == "export" and says(sentence.items[nominal.head], "proceeds_told"):
        return frame.cue_goods  # "tea exports rose to 3,000 tonnes. Receipts were $5 million"
    if nominal is not None and nominal.first < 0 and nominal.cue.partner:
        return frame.cue_goods  # "Top suppliers of tea:", and each below on a line of its own
    if nominal is None or frame.new_paragraph:
        return None
    shipped = nominal.cue == frame.cue and is_bare(sentence, nominal)
    told = nominal.cue == frame.cue and says_any(sentence.items[nominal.head], "volume_told", "amount_of_them")
    return frame.cue_goods if nominal.first < 0 or shipped or told else None


def _goods_by_partner(sentence: Sentence, binding: Binding, frame: Frame) -> Known | None:
    """ "Shoe exports were $7 billion. Exports to Peru hit $2 billion": the goods just told, now partner by partner.

    The amounts speak for it: a part is not above its whole.
    """
    nominal, whole = binding.nominal, frame.goods_level
    if nominal is None or frame.new_paragraph or frame.sentence_age > 0 or whole is None or frame.cue is None:
        return None
    bare = nominal.first >= 0 and not nominal.owners and not nominal.total and nominal.flow == frame.cue.flow
    to_somebody = any(side.code not in {None, WORLD} for side in nominal.partners) and not nominal.cue.partner
    quantities = [sentence.items[at].ref for at in sentence.figures() if at > nominal.head]
    amounts = [one.value for one in quantities if one.unit == whole[0] and one.value is not None]
    return frame.cue_goods if bare and to_somebody and amounts and max(amounts) <= whole[1] else None


def _same_goods(binding: Binding, previous: dict[int, Claim]) -> Known | None:
    """A figure that goes on from another one is for the same goods."""
    if binding.previous is None or binding.rule in {"entry", "goods-entry"}:
        return None
    claim = previous.get(binding.previous.figure)
    return None if claim is None else goods_of_claim(claim)


def _restated_goods(sentence: Sentence, binding: Binding, previous: dict[int, Claim]) -> Known | None:
    """A figure of the same phrase that no other goods, trader or phrase parts from the one before is for its goods.

    So is the next entry of a list: "accounting for 49 % of the total, followed by Peru at 21 % and Chile at 9 %".
    """
    last = max((figure for figure in previous if figure < binding.figure), default=None)
    if last is None:
        return None
    entry = binding.rule == "entry"
    whole = binding.nominal.head if entry and binding.nominal is not None else None  # of both
    between = {sentence.codes[at] for at in range(last + 1, binding.figure) if at != whole}
    if between & (_PARTING if entry else _PARTING | {"E"}):
        return None
    return goods_of_claim(previous[last])


def _same_kind(binding: Binding, previous: dict[int, Claim]) -> Known | None:
    """ "Imports of services were $6 billion, while exports were $9 billion": a sentence on services stays with them."""
    last = max((figure for figure in previous if figure < binding.figure), default=None)
    known = None if last is None else goods_of_claim(previous[last])
    other = binding.nominal is not None and last is not None and previous[last].flow != binding.nominal.flow
    return known if known is not None and other and known.value.lower() in wording("definitions") else None


def _goods_meant(sentence: Sentence, frame: Frame) -> Known | None:
    """ "The same sector also led exports": the goods that the text spoke of last."""
    return frame.last_goods if has_phrase(sentence, "goods_anaphors") else None


def goods_of_claim(claim: Claim) -> Known | None:
    """The commodity of a claim that was read before."""
    if claim.commodity is None:
        return None
    spot = claim.evidence["commodity"]
    return Known(value=claim.commodity, start=spot.start, end=spot.end)
