"""Words of a row that are read together: how fast something moves, adjectives with a hyphen, since when records are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.commodity import resolve_commodity
from pipeline.components.cues import cues
from pipeline.extract.row.words import says, says_any, says_first, wording
from pipeline.wholes import WORLD

if TYPE_CHECKING:  # the items are made with these
    from collections.abc import Callable

    from pipeline.extract.row.items import Item

_OF_WHOM: Final = frozenset("ONCxTJs")
"""Codes of words of another meaning that a hyphen makes a part of an adjective: "debt-stricken", "import-dependent"."""


class _Rule(NamedTuple):
    """Items that are read together: where they stand (the group of the pattern), and what they then are, if so said."""

    pattern: re.Pattern[str]
    read: Callable[[list[Item]], list[Item] | None]


def set_phrases(items: list[Item]) -> list[Item]:
    """The items with words that are read together as one, or as what they mean together: rule after rule."""
    codes = ""
    for pattern, read in _RULES:
        codes = codes or "".join(item.code for item in items)
        for found in reversed([*pattern.finditer(codes)]):
            together = read(items[slice(*found.span(1))])
            if together is not None:
                items[slice(*found.span(1))] = together
                codes = ""  # others now
    return items


def _as_cue(item: Item, name: str) -> Item:
    """The item as a word of the kind of a cue."""
    cue = cues()[name]
    return item._replace(code=cue.code, ref=cue, cue=cue)


def _at_a_rate(items: list[Item]) -> list[Item] | None:
    """ "At a slower rate of" as one word for by how much something moved."""
    first, noun, last = items[0], items[-2], items[-1]
    if first.text.lower() != "at" or not says(noun, "paces"):
        return None
    return [_as_cue(first._replace(end=last.end, text=f"{first.text} … {last.text}"), "at-a-rate")]


def _compound(items: list[Item]) -> list[Item] | None:
    """Two words with a hyphen as an adjective: "debt-stricken", "import-dependent", "17-member"."""
    first, dash, second = items
    if first.end != dash.start or dash.end != second.start or not _makes_adjective(first, second):
        return None
    return [one._replace(code="v", ref=None, cue=None) for one in items]


def _makes_adjective(first: Item, second: Item) -> bool:
    word = second.text.lower()
    if first.code in _OF_WHOM or second.code == "L":
        return word in wording("compound_adjectives") or (len(word) > len("bred") and word.endswith("ed"))
    return (first.text.isdigit() or says(first, "numbers")) and word in wording("counted_members")


def _ship(items: list[Item]) -> list[Item] | None:
    """ "Expects to ship 5 tonnes": a verb that could be goods."""
    return [_as_cue(items[0], "to-export")] if says(items[0], "also_verbs") else None


def _ship_in(items: list[Item]) -> list[Item] | None:
    """ "Peru shipped in 5 tonnes of wheat": it bought them."""
    first, last = items
    if not says(first, "also_brings_in") or last.text.lower() != "in":
        return None
    return [_as_cue(first._replace(end=last.end, text=f"{first.text} {last.text}"), "to-import")]


def _number_of(items: list[Item]) -> list[Item] | None:
    """ "No. 2 Peru": which rank somebody has, and no end of a sentence."""
    first, last = items[0], items[-1]
    if not says(first, "rank_marks") or not last.text.isdigit():
        return None
    return [first._replace(code="v", end=last.end, text=f"{first.text} {last.text}", ref=None, cue=None)]


def _output(items: list[Item]) -> list[Item] | None:
    """ "German growth of 0.4 %": that of an economy, not of its trade."""
    return [_as_cue(items[0], "other-topic")] if says_first(items[0], "of_output") else None


def _plural(items: list[Item]) -> list[Item] | None:
    """ "Watch exports rose", at the head of a sentence: goods that by themselves are only known in the plural."""
    word = items[0].text
    named = (resolve_commodity(word.lower() + ending) for ending in ("s", "es")) if word.isalpha() else ()
    goods = next((goods for goods in named if goods is not None and goods.kind == "goods"), None)
    return None if goods is None else [items[0]._replace(code="C", ref=goods)]


def _larger(items: list[Item]) -> list[Item] | None:
    """ "To the smaller eurozone": an adjective of who is named."""
    return [items[0]._replace(code="v", ref=None, cue=None)] if says(items[0], "comparatives") else None


def _records(items: list[Item]) -> list[Item] | None:
    """ "On records dating back to 1998", "since data began in": since when something is counted, and no time of it."""
    if not says_any(items[0], "records_kept") or not any(says(item, "reaching_back") for item in items[1:-1]):
        return None
    return [*items[:-1], items[-1]._replace(code="w")]


def _partners(items: list[Item]) -> list[Item] | None:
    """ "All trading partners" as those of somebody, and not as the world."""
    everybody = items[0].ref.code == WORLD and items[0].text.lower().endswith("partners")
    return [_as_cue(items[0], "partner")] if everybody else None


_RULES: Final = tuple(
    _Rule(re.compile(pattern), read)
    for pattern, read in (
        # between a move and its rate
        (r"(?<=[TJ])[dv]*([@L][dv]*[vwUK-]{0,6}[OwJ]o)(?=[dv]*%)", _at_a_rate),
        # of goods only where a name stands behind: "the oil-rich Gulf"
        (r"((?:[ONxTJsw]|C(?=-[wL][vw-]{0,6}[Er]))-[wL])(?=[vwKOC-]{0,7}[ENrC])", _compound),
        # behind "to" or what is to come, before an amount or goods
        (r"(?<=[At])(C)(?=[dv]*(?:Q|[dvw]{0,2}C))", _ship),
        # behind who does it, before an amount or goods
        (r"(?:[Er]|E,[^,;]{1,20},)[dvA]*(Vi)(?=[dvw]{0,2}[QC])", _ship_in),
        # before a name
        (r"(w\"?[wQ])(?=E)", _number_of),
        # where the sentence names no flow before, or behind what explains: "on Peru's growth of 3 %"
        (r"(?:^|^(?=[^N]*$)[^N]*?[;y]|[uB])[dvw]{0,2}E'?(J)(?:o?[dv]*%|[dv]*P)", _output),
        (r"^(w)(?=N)", _plural),
        (r"(?<=[tfhno]d)(U)(?=[vw-]{0,9}E)", _larger),
        (r"([wxG][wv(LAT,]{1,4}[ti]?[dv]*P)", _records),
        # among whom somebody is ranked: "of all trading partners that Peru has, Chile was the largest"
        (r"^[ol](E)(?=[dv]*[oE][^,]*,[dv]*E[vA]*L[dvw]*K)", _partners),
    )
)
