"""Whether a bare "deficit" or "surplus" is one of trade, where the text speaks of other accounts too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pipeline.extract.frame import Frame
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.passages import Passage
from pipeline.extract.phrase.ways import way
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says_last

_ELSEWHERE: Final = frozenset(";yEr")
"""Codes behind which a clause may be about something else than the trade that stands before them."""
_PRODUCES: Final = re.compile(r"[vA]*[Lw][dvw]{0,2}")
"""From a flow of goods to the gap that it leaves: "energy imports produced a deficit"."""
_ON: Final = re.compile(r"o[dv]*Q[uio][dvwp]*(?:E'?)?")
"""From a gap to the account that it is one of: "a deficit of $5 billion on its trade in services"."""


def is_of_trade(passage: Passage, nominal: Nominal, frame: Frame, *, strong: bool) -> bool:
    """Whether a gap is one of trade; ``strong`` tells that the sentence has a word that always means trade."""
    if _of_goods(passage, nominal):
        return True
    if not nominal.partners and _of_another_account(passage, nominal):
        return False
    if _of_trade_before(passage, nominal):
        return True
    of_trade = account_behind(passage.sentence, nominal, passage.nominals) is not None or any(
        other.flow == "balance" and (not other.cue.weak or _of_goods(passage, other)) for other in passage.nominals
    )
    if of_trade or bool(nominal.partners) or frame.government_deficit:
        return of_trade or bool(nominal.partners)
    return strong or frame.trade_article or (frame.trade_seen and frame.sentence_age <= 3)


def _of_goods(passage: Passage, nominal: Nominal) -> bool:
    """ "The services deficit", "a surplus on oil": the gap's own phrase names what is traded."""
    return nominal.goods is not None and "C" in passage.sentence.codes[slice(*nominal.goods)]


def _of_trade_before(passage: Passage, nominal: Nominal) -> bool:
    """ "Visible trade was in deficit", "trade recorded a surplus against a deficit": trade is what has the gap."""
    before = _account_before(passage, nominal)
    if before is None or leaves(passage.sentence, before, nominal):
        return before is not None
    if before.flow != "turnover" or before.cue.weak or before.cue.partner:
        return False
    return _ELSEWHERE.isdisjoint(passage.sentence.codes[before.last : nominal.first])


def _account_before(passage: Passage, nominal: Nominal) -> Nominal | None:
    """The last phrase before a gap that is more than a bare gap: the account that it may be of."""
    before = (one for one in reversed(passage.nominals) if one.last <= nominal.first)
    return next((one for one in before if not _is_bare_gap(passage, one)), None)


def account_behind(sentence: Sentence, gap: Nominal, nominals: Iterable[Nominal]) -> Nominal | None:
    """The phrase behind the amount of a gap that says of what it is: "a deficit of $5 billion on trade in services"."""
    behind = next((one for one in nominals if one.first >= gap.last), None)
    if behind is None or behind.flow not in {"turnover", "balance"} or behind.cue.partner:
        return None
    return behind if _ON.fullmatch(sentence.codes, gap.last, behind.first) is not None else None


def leaves(sentence: Sentence, flow: Nominal, gap: Nominal) -> bool:
    """ "Gas exports produced a surplus": a flow of some goods, and a gap that is said to come of it."""
    directed = flow.flow in {"export", "import"} and flow.goods is not None and not flow.cue.weak
    return directed and _PRODUCES.fullmatch(sentence.codes, flow.last, gap.first) is not None


def _of_another_account(passage: Passage, nominal: Nominal) -> bool:
    """ "The current account in surplus", "the budget, which last year posted a surplus, …": a gap of what is no trade.

    So it is as long as the sentence names no trade in between.
    """
    before = _account_before(passage, nominal)
    if before is None or before.flow is not None:
        return False
    between = passage.sentence.codes[before.last : nominal.first]
    account = says_last(passage.sentence.items[before.head], "other_accounts")
    return way(between) in {"", "i", "h"} or (account and not set(between) & set(";EC"))


def _is_bare_gap(passage: Passage, nominal: Nominal) -> bool:
    """ "A surplus", with no word that says of what."""
    return nominal.flow == "balance" and nominal.cue.weak and not (nominal.partners or _of_goods(passage, nominal))
