"""Goods of a balance that another phrase than its own names: of its account, of the balance it is compared with."""

from __future__ import annotations

import re
from typing import Final

from pipeline.claim import Claim
from pipeline.extract.binding import Binding
from pipeline.extract.definitions import defined
from pipeline.extract.frame import Known
from pipeline.extract.gaps import account_behind, leaves
from pipeline.extract.goods import known_goods
from pipeline.extract.goodsbefore import goods_of_claim
from pipeline.extract.items import Sentence
from pipeline.extract.nominals import Nominal

_AGAINST: Final = re.compile(r"[^;y]*[gfB][^;yECQ%]*")
_AND: Final = re.compile(r"[^;yEC%Q]*&[^;yECQ%]*")
"""From one balance to another that it is compared with: "in May against a deficit of", "in May and one of"."""


def account_goods(
    sentence: Sentence, text: str, binding: Binding, nominals: tuple[Nominal, ...], previous: dict[int, Claim]
) -> Known | None:
    """What a bare gap is of: "a deficit of $5 billion on trade in services against one of $3 billion a year before"."""
    nominal = binding.nominal
    if nominal is None or nominal.flow != "balance" or not nominal.cue.weak or nominal.goods or nominal.first < 0:
        return None
    return _of_account(sentence, text, nominal, nominals) or _compared(sentence, nominal, previous)


def _of_account(sentence: Sentence, text: str, gap: Nominal, nominals: tuple[Nominal, ...]) -> Known | None:
    """ "A deficit of $5 billion on trade in services", "energy imports left a deficit of $5 billion"."""
    account = account_behind(sentence, gap, nominals)
    if account is not None:
        named = known_goods(sentence, text, *account.goods) if account.goods else None
        return named or defined(sentence, text, account, account.goods)
    before = next((one for one in reversed(nominals) if one.last <= gap.first), None)
    if before is None or before.goods is None or not leaves(sentence, before, gap):
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
