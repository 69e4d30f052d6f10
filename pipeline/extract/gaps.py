"""Whether a bare "deficit" or "surplus" is one of trade, where the text speaks of other accounts too."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.nominals import Nominal
from pipeline.extract.passages import Passage
from pipeline.extract.ways import way
from pipeline.extract.words import says_last

_OF_SUBJECT: Final = re.compile(r"[dv]*[LTw][^,;:yOEW]*")
"""From a trade noun to the gap that its verb says it has: "merchandise trade recorded a $4 million", "was in"."""


def of_another_account(passage: Passage, nominal: Nominal) -> bool:
    """ "The current account in surplus", "the budget, which last year posted a surplus, …": a gap of what is no trade.

    So it is as long as the sentence names no trade in between.
    """
    if _of_goods(passage, nominal):
        return False
    before = [other for other in passage.nominals if other.last <= nominal.first and not _is_bare_gap(other)]
    if not before or before[-1].flow is not None:
        return False
    between = passage.sentence.codes[before[-1].last : nominal.first]
    account = says_last(passage.sentence.items[before[-1].head], "other_accounts")
    return way(between) in {"", "i", "h"} or (account and not set(between) & set(";EC"))


def is_gap_of_trade(passage: Passage, nominal: Nominal) -> bool:
    """ "The services deficit", "merchandise trade was in surplus": what the gap is of says that it is one of trade."""
    if _of_goods(passage, nominal):
        return True
    before = [other for other in passage.nominals if other.last <= nominal.first and not _is_bare_gap(other)]
    if not before or before[-1].flow in {None, "same", "balance"} or before[-1].cue.weak or before[-1].cue.partner:
        return False
    return _OF_SUBJECT.fullmatch(passage.sentence.codes, before[-1].last, nominal.first) is not None


def _of_goods(passage: Passage, nominal: Nominal) -> bool:
    """ "The goods deficit", "a deficit in services": whether goods or services are named in its phrase."""
    return nominal.goods is not None and "C" in passage.sentence.codes[slice(*nominal.goods)]


def _is_bare_gap(nominal: Nominal) -> bool:
    """ "A surplus", with no word that says of what."""
    return nominal.flow == "balance" and nominal.cue.weak and not nominal.partners
