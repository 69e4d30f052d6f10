"""Words of a row that are read together: how fast something moves, adjectives with a hyphen, since when records are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.commodity import Commodity, resolve_commodity
from pipeline.components.cues import cues
from pipeline.extract.row.words import says, says_any, says_first, wording

if TYPE_CHECKING:  # the items are made with these
    from pipeline.extract.row.items import Item

_AT_A_RATE: Final = re.compile(r"(?<=[TJ])[dv]*([@L][dv]*[vwUK-]{0,6}[OwJ]o)(?=[dv]*%)")
"""Between a move and its rate: "grew at a far higher rate of 9 %"."""
_COMPOUND: Final = re.compile(r"([ONCxTJsw])-[wL](?=[vwKOC-]{0,7}[ENrC])")
_NAME: Final = re.compile(r"[vw-]{0,6}[Er]")
_OF_WHOM: Final = frozenset("ONxTJs")
"""Codes of words of another meaning that a hyphen makes a part of an adjective: "debt-stricken", "import-dependent"."""
_TO_SHIP: Final = re.compile(r"(?:A|[TA]?t)$")
_SHIPPED: Final = re.compile(r"[dv]*(?:Q|[dvw]{0,2}C)")
_OF_ECONOMY: Final = re.compile(r"(?:^|[;y](?=[^N]*$)|[uB])[dvw]{0,2}E'?J(?:o?[dv]*%|[dv]*P)")
"""Behind no flow, or behind what explains: "German growth of 0.4 %", "on Peru's growth of 3 %"."""
_RECORDS: Final = re.compile(r"[wxG][wv(LAT,]{1,4}[ti]?[dv]*P")
_LARGER: Final = re.compile(r"(?<=[tfhno]d)U(?=[vw-]{0,9}E)")
""" "To the smaller eurozone": an adjective of who is named."""


def set_phrases(items: list[Item]) -> list[Item]:
    """The items with words that are read together as one, or as what they mean together."""
    items = _rates(items)
    codes = "".join(item.code for item in items)
    for found in _COMPOUND.finditer(codes):
        first, dash, second = items[found.start() : found.start() + 3]
        joined = first.end == dash.start and dash.end == second.start
        if joined and _makes_adjective(first, second, names=_NAME.match(codes, found.end()) is not None):
            items[found.start() : found.start() + 3] = [
                one._replace(code="v", ref=None, cue=None) for one in (first, dash, second)
            ]
    codes = "".join(item.code for item in items)
    exports = cues()["to-export"]
    for at, item in enumerate(items):
        verb = item.code == "C" and item.text.lower() in wording("also_verbs")
        if verb and _TO_SHIP.search(codes[:at]) and _SHIPPED.match(codes, at + 1):
            items[at] = item._replace(code="V", ref=exports, cue=exports)
    growth = _OF_ECONOMY.search(codes)
    if growth is not None and (growth[0][0] in "uB" or "N" not in codes[: growth.start() + 1]):
        at = growth.start() + growth[0].index("J")
        if says_first(items[at], "of_output"):
            items[at] = items[at]._replace(code="O", ref=cues()["other-topic"], cue=cues()["other-topic"])
    if codes.startswith("wN") and (goods := _of_plural(items[0].text)) is not None:
        items[0] = items[0]._replace(code="C", ref=goods)
    for found in _LARGER.finditer(codes):
        if says(items[found.start()], "comparatives"):
            items[found.start()] = items[found.start()]._replace(code="v", ref=None, cue=None)
    for found in _RECORDS.finditer(codes):
        if _dates_back(items[found.start() : found.end()]):
            items[found.end() - 1] = items[found.end() - 1]._replace(code="w")
    return items


def _of_plural(word: str) -> Commodity | None:
    """ "Watch exports rose", at the head of a sentence: goods that by themselves are only known in the plural."""
    named = (resolve_commodity(word.lower() + ending) for ending in ("s", "es")) if word.isalpha() else ()
    return next((goods for goods in named if goods is not None and goods.kind == "goods"), None)


def _dates_back(items: list[Item]) -> bool:
    """Whether words tell since when something is counted: "on records dating back to 1998", "since data began in"."""
    return says_any(items[0], "records_kept") and any(says(item, "reaching_back") for item in items[1:-1])


def _rates(items: list[Item]) -> list[Item]:
    """The items with "at a slower rate of" as one word for by how much something moved."""
    codes = "".join(item.code for item in items)
    by = cues()["at-a-rate"]
    for found in reversed([*_AT_A_RATE.finditer(codes)]):
        first, noun, last = items[found.start(1)], items[found.end(1) - 2], items[found.end(1) - 1]
        if first.text.lower() == "at" and noun.text.lower() in wording("paces"):
            whole = first._replace(code=by.code, end=last.end, text=f"{first.text} … {last.text}", ref=by, cue=by)
            items[found.start(1) : found.end(1)] = [whole]
    return items


def _makes_adjective(first: Item, second: Item, *, names: bool) -> bool:
    """Whether two words with a hyphen are an adjective: "debt-stricken", "import-dependent", "17-member".

    Of goods only where a name stands behind it: "the oil-rich Gulf".
    """
    word = second.text.lower()
    if first.code in _OF_WHOM or second.code == "L" or (first.code == "C" and names):
        return word in wording("compound_adjectives") or (len(word) > len("bred") and word.endswith("ed"))
    return (first.text.isdigit() or says(first, "numbers")) and word in wording("counted_members")
