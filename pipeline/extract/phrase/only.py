"""Who is said to be the only one: "the only Baltic state with a surplus", "only Chile had one", "only with Chile"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from pipeline.economy import GROUP_KINDS
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_ONE_OF: Final = re.compile(r"E[Ldv,]*$")
"""From the one to "the only": "Brazil was the only"."""
_WITH_WHOM: Final = re.compile(r"[dvw]{0,2}[hnt]W")
"""Behind "the only": "the only country with which"."""
_OPENING: Final = re.compile(r"(?:[il][dv]*P,?)?[ol][dv]*(E),?")
"""At the head of a sentence, of whom somebody is the only one: "of the Baltic states"."""


class Only(NamedTuple):
    """Which item is the only one, and whether it is one partner of many, or one of many that trade with the partner."""

    one: int | None
    partner: bool
    group: str | None
    """Among whom; None where the sentence does not say."""


def only_one(sentence: Sentence, nominal: Nominal) -> Only | None:
    """Who alone is said to have the balance that the phrase names; None where nobody is."""
    group = _group(sentence)
    for at, item in enumerate(sentence.items):
        if item.cue is not None and item.cue.order == "only" and at < nominal.first:
            one = _ONE_OF.search(sentence.codes[:at])
            partner = _WITH_WHOM.match(sentence.codes, at + 1) is not None
            return Only(one.start() if one is not None else None, partner, group)
        if not says(item, "only"):
            continue
        if at < nominal.first and sentence.codes[at + 1 : at + 2] == "E":
            return Only(at + 1, False, group)
        if at < nominal.first and sentence.codes[at - 1 : at] == "E" and says(item, "alone"):
            return Only(at - 1, False, group)
        behind = at > nominal.head and sentence.codes[at + 1 : at + 2] in {"h", "n"}
        if behind or (sentence.codes[at - 1 : at] in {"'", "p"} and at < nominal.head):
            return Only(None, True, None)
    return None


def _group(sentence: Sentence) -> str | None:
    """The group that the sentence opens with."""
    opening = _OPENING.match(sentence.codes)
    item = sentence.items[opening.start(1)] if opening is not None else None
    return str(item.ref.code) if item is not None and item.ref.kind in GROUP_KINDS else None
