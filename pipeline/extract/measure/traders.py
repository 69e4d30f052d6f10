"""Figures of only some of a country's traders: what no slot of a claim sets apart from the whole."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says, says_last

_CAME_FROM: Final = re.compile(r"[dv]*S[dvw-]{0,4}[wFC]")
_BROUGHT: Final = re.compile(r"(?<![EpQ%'])[wC][wC-]{0,3}[wFC][vP]*[SLV][dv]*$")
_ACTORS: Final = frozenset("wFC")


def of_some_traders(sentence: Sentence, figure: int) -> bool:
    """Whether the figure is what one kind of traders, or one sector, brought to the trade.

    "$44 billion came from foreign-invested firms", "the domestic sector accounted for $18 billion", "private firms led,
    with exports of $5 billion".
    """
    behind = _CAME_FROM.match(sentence.codes, figure + 1)
    if behind is not None and _named(sentence, figure + 1, behind.end() + 2):
        return True
    before = _BROUGHT.search(sentence.codes[:figure])
    if before is not None and _named(sentence, before.start(), figure):
        return True
    actors = [at for at in range(figure) if sentence.codes[at] in "wF" and says(sentence.items[at], "traders")]
    return any(sentence.codes[at - 1 : at] not in {"E", "'"} for at in actors)  # "Chinese firms" are China


def of_a_sector(sentence: Sentence, figure: int) -> bool:
    """ "Exports in the processing sector had a value of $5 billion": where no goods are named, some all the same."""
    clause = max(sentence.codes.rfind(joint, 0, figure) for joint in ";y") + 1
    return any(says_last(sentence.items[at], "parts_of_economy") for at in range(clause, figure))


def _named(sentence: Sentence, first: int, last: int) -> bool:
    """Whether traders or a sector are named between two items: the last word of a run that says which."""
    items = sentence.items[first : min(last, len(sentence.items))]
    return any(item.code in _ACTORS and (says(item, "traders") or says(item, "parts_of_economy")) for item in items)
