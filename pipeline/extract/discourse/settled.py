"""The flow that a text was about just before, where a sentence goes on with it and names none of its own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from pipeline.components.cues import noun_of
from pipeline.extract.frame import Frame
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.ongoing import aims_of_both, is_driven
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_TRADERS: Final = re.compile(r"[dv]*E[^TLSAVOxF]{0,24}[LS]")
"""A sentence about another trader, right behind a figure of trade: "Peru, a mining country, stood for $2 billion"."""
_GOODS_FIGURE: Final = re.compile(r"^[^Q%M]*C|[Q%M][dvoLwE']*C")
_OTHER_GOODS: Final = re.compile(r"[dvw]{0,2}C[Cw]{0,2}[vA]?L[dv]*")
_GROWS: Final = re.compile(r"[vP,i\"]*J[LvwT]")
"""Growth without an article, and what it does."""
LIST_REACH: Final = 4
"""Sentences without figures that may stand between a text and the list that goes on with its flow."""


def settled_nominal(sentence: Sentence, frame: Frame) -> Nominal | None:
    """The flow that the text was about just before, as a nominal without a place in the sentence."""
    if frame.other_topic and _takes_it_up(sentence):
        return None
    if frame.cue is None or frame.sentence_age > (LIST_REACH if frame.listing else 1):
        return None
    first = next(iter(sentence.figures()), None)
    if first is not None and frame.sentence_age > 0 and is_driven(sentence, first):
        return None  # "they" may be what the sentence in between was about
    goes_on = _TRADERS.match(sentence.codes) is not None or _goes_on_with_goods(sentence, frame)
    if not frame.trade_article and (frame.new_paragraph or not goes_on):
        return None
    if any(aims_of_both(sentence, figure) for figure in sentence.figures()):
        return Nominal(first=-1, head=-1, last=0, cue=noun_of("turnover", weak=False))
    of_goods = _GOODS_FIGURE.search(sentence.codes) is not None
    if _cannot_be(sentence, frame, of_goods=of_goods):
        return None
    goods = frame.cue.flow in {"balance", "turnover"} and of_goods and frame.lead_cue is not None
    return Nominal(first=-1, head=-1, last=0, cue=frame.lead_cue if goods and frame.lead_cue else frame.cue)


def _cannot_be(sentence: Sentence, frame: Frame, *, of_goods: bool) -> bool:
    """Whether a sentence is not on the flow just told: "copper rose 5 %" behind a deficit, "Peru supplied 8 %".

    What moves in a balance are its two flows, of which none was told; who supplies a part supplies imports.
    """
    flow = frame.cue.flow if frame.cue is not None else None
    if any(item.code == "S" and says(item, "supplies_part") for item in sentence.items):
        return flow != "import"
    rates = any(sentence.codes[figure] == "%" for figure in sentence.figures())
    grows = _GROWS.match(sentence.codes) is not None
    return flow == "balance" and rates and frame.lead_cue is None and (of_goods or grows)


def _goes_on_with_goods(sentence: Sentence, frame: Frame) -> bool:
    """ "Milk powder shipments were 5,000 tonnes. Butter came to 2,000 tonnes": the next goods, weighed like those."""
    first = next(iter(sentence.figures()), None)
    if first is None or frame.cue_goods is None or sentence.items[first].ref.kind != "physical":
        return False
    return _OTHER_GOODS.fullmatch(sentence.codes, 0, first) is not None


def _takes_it_up(sentence: Sentence) -> bool:
    """Whether a pronoun, or "this share", stands for what the sentence before was about: "It reached $5 billion"."""
    opening = sentence.items[: next(iter(sentence.figures()), 0)]
    if any(item.code in "EN" for item in opening):
        return False
    share = any(one.code == "d" and says(one, "taking_up_alone") and two.code == "s" for one, two in pairwise(opening))
    return share or any(item.code == "r" and says(item, "singular") for item in opening)
