"""Goods of a balance that another phrase than its own names: of its account, of the balance it is compared with."""

from __future__ import annotations

import re
from typing import Final

from pipeline.claim import Claim
from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.gaps import account_behind, leaves
from pipeline.extract.commodity.before import goods_of_claim
from pipeline.extract.commodity.definitions import defined
from pipeline.extract.commodity.named import known_goods
from pipeline.extract.frame import Known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_AGAINST: Final = re.compile(r"[^;y]*[gfB][^;yECQ%]*")
_SHOWS: Final = re.compile(r"[vAP]*L{1,2}[iv]?(?:[dv]*Q)?[dvw]*")
"""From trade in some goods to the gap that it has: "the balance for food showed a $5 billion"."""
_AND: Final = re.compile(r"[^;yEC%Q]*&[^;yECQ%]*")
"""From one balance to another that it is compared with: "in May against a deficit of", "in May and one of"."""


def account_goods(
    sentence: Sentence, text: str, binding: Binding, nominals: tuple[Nominal, ...], previous: dict[int, Claim]
) -> Known | None:
    """What a bare gap is of: "a deficit of $5 billion on trade in services against one of $3 billion a year before"."""
    nominal = binding.nominal
    if nominal is None or nominal.flow != "balance" or not nominal.cue.weak or nominal.goods or nominal.first < 0:
        return None
    told = _pointed_at(sentence, text, nominal, nominals)
    return told or _of_account(sentence, text, nominal, nominals) or _compared(sentence, nominal, previous)


def _pointed_at(sentence: Sentence, text: str, gap: Nominal, nominals: tuple[Nominal, ...]) -> Known | None:
    """ "Trade in services has been in deficit, and in 2013 this deficit widened": whose gap is pointed at."""
    if not says(sentence.items[gap.first], "pointing"):
        return None
    flows = {"turnover", "balance"}
    before = (one for one in reversed(nominals) if one.last <= gap.first and one.flow in flows and not one.cue.partner)
    trade = next((one for one in before if one.cue.flow == "turnover" or one.goods or not one.cue.weak), None)
    if trade is None:
        return None
    return _goods_of(sentence, text, trade)


def _goods_of(sentence: Sentence, text: str, trade: Nominal) -> Known | None:
    """The goods that a phrase names, or what it says of goods and services as a whole."""
    named = known_goods(sentence, text, *trade.goods) if trade.goods else None
    return named or defined(sentence, text, trade, trade.goods)


def _of_account(sentence: Sentence, text: str, gap: Nominal, nominals: tuple[Nominal, ...]) -> Known | None:
    """ "A deficit of $5 billion on trade in services", "the balance for food showed one", "tea exports left one"."""
    account = account_behind(sentence, gap, nominals)
    if account is not None:
        return _goods_of(sentence, text, account)
    before = next((one for one in reversed(nominals) if one.last <= gap.first), None)
    if before is None:
        return None
    shows = before.flow in {"turnover", "balance"} and not before.cue.partner
    if shows and _SHOWS.fullmatch(sentence.codes, before.last, gap.first) is not None:
        return _goods_of(sentence, text, before)
    if before.goods is None or not leaves(sentence, before, gap):
        return None
    return known_goods(sentence, text, *before.goods)


def _compared(sentence: Sentence, nominal: Nominal, previous: dict[int, Claim]) -> Known | None:
    """ "A services deficit of $5 billion against a deficit of $3 billion in May": both are of the same."""
    last = max((figure for figure in previous if figure < nominal.first), default=None)
    if last is None or previous[last].flow != "balance":
        return None
    against = _AGAINST.fullmatch(sentence.codes, last + 1, nominal.first)
    listed = "g" in sentence.codes[:last] and _AND.fullmatch(sentence.codes, last + 1, nominal.first)
    return goods_of_claim(previous[last]) if against or listed else None
