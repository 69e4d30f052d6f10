"""A scale that is left out: "rose to $1.292m from $1.127", "$22.2 billion, up from $15.4 the previous month"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from pipeline.lexicon import read_toml
from pipeline.quantity.draft import Draft

_APART: Final = Decimal(5)
"""How many times the smaller of two amounts that are compared goes into the larger at most."""
_LARGEST: Final = 1000
_NEAR: Final = 48


def lend_scales_on(text: str, drafts: list[Draft]) -> None:
    """Give amounts without a scale that of the amount before, where nothing but a comparison parts the two."""
    amounts = [draft for draft in drafts if not draft.is_bare]  # a year between two amounts parts nothing
    for giver, taker in pairwise(amounts):
        if _lacks_scale(giver, taker) and _is_compared(text, giver, taker):
            taker.scale, taker.scaled, taker.inherited_scale = giver.scale, True, True


def _lacks_scale(giver: Draft, taker: Draft) -> bool:
    """Whether two amounts in one currency have digits as alike as their scales are not."""
    if {giver.kind, taker.kind} != {"money"} or not giver.scaled or taker.scaled or giver.upper or taker.upper:
        return False
    if giver.unit is None or taker.unit is None or giver.unit.unit != taker.unit.unit:
        return False
    plain = not taker.grouped and "." in taker.digits and 0 < taker.mantissa < _LARGEST
    return plain and giver.mantissa <= taker.mantissa * _APART and taker.mantissa <= giver.mantissa * _APART


def _is_compared(text: str, giver: Draft, taker: Draft) -> bool:
    """Whether the second amount is what the first was before, and no price of a piece or a barrel."""
    between = text[giver.end : taker.hedge_start]
    compared = len(between) <= _NEAR and _patterns()[0].fullmatch(between) is not None
    return compared and _patterns()[1].match(text, taker.end) is None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between the two, and what behind the second makes it a price."""
    words = read_toml("numerals.toml")["left_out"]
    between, each = ("|".join(words[name]) for name in ("between", "each"))
    return re.compile(between, re.IGNORECASE), re.compile(rf"[\s/-]*(?:{each})", re.IGNORECASE)
