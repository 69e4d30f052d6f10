"""What an article is about as a whole: whose trade, and whether trade at all."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pipeline.economy import EconomyMention, is_group
from pipeline.extract.frame import Known
from pipeline.extract.parties import WORLD
from pipeline.extract.passages import Passage
from pipeline.institution import home_of


def home_economy(passages: tuple[Passage, ...], outlet: str | None) -> Known | None:
    """The economy that the article is about: the one that most trade phrases belong to, the headline counting more."""
    count: defaultdict[str, float] = defaultdict(float)
    where: dict[str, Known] = {}
    for number, passage in enumerate(passages):
        weight = 3.0 if number == 0 or passage.kind == "title" else 1.0
        owners = {owner.index for nominal in passage.nominals if nominal.flow for owner in nominal.owners}
        for index, item in enumerate(passage.sentence.items):
            code = _home_hint(item)
            if code is None or code == WORLD:
                continue
            known = Known(value=code, start=item.start, end=item.end)
            where.setdefault(known.value, known)
            count[known.value] += weight * (
                3.0 if index in owners else 0.4 if is_group(code) or item.code != "E" else 0.5
            )
    if not count and outlet:
        hint = home_of(outlet)
        return Known(value=hint, start=0, end=0) if hint else None
    best = max(count, key=lambda code: (count[code], code), default=None)
    return where[best] if best else None


def speaks_of_trade(passages: tuple[Passage, ...]) -> bool:
    """Whether trade is what the article is about: its phrases outnumber half of all other topics, or head the text."""
    trade = [nominal for passage in passages for nominal in passage.nominals if nominal.flow and not nominal.cue.weak]
    others = [nominal for passage in passages for nominal in passage.nominals if nominal.flow is None]
    heads = any(nominal.flow and not nominal.cue.weak for passage in passages[:2] for nominal in passage.nominals)
    firms = sum(passage.sentence.codes.count("F") for passage in passages)
    return firms <= len(trade) and len(trade) >= (1 if heads else 3) and 2 * len(trade) >= len(others)


def _home_hint(item: Any) -> str | None:
    """The economy that an item speaks of: named, in a dateline, in a currency, or as the home of an institution."""
    if isinstance(item.ref, EconomyMention):
        return None if item.ref.kind == "name-part" else item.ref.code
    if item.code == "G":
        return getattr(item.ref, "reporter_hint", None)
    return None
