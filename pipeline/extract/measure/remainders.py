"""Partners that are less than the group that is named: "the rest of Asia", "European countries other than Italy"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pipeline.economy import is_group
from pipeline.extract.query import Slot
from pipeline.extract.row.words import wording

REMAINDER: Final = "only a part of “{}” is meant, and the text does not say who belongs to it"
_REACH: Final = 24
"""Characters before a name in which what narrows it stands."""


def remainder_doubt(text: str, *sides: Slot | None) -> str | None:
    """The doubt that a side leaves whose name the text narrows; None where both are meant as they are called.

    Peru's trade with "the rest of Latin America" may be that with all of it, or that without Brazil, of which the text
    spoke before: nothing is compared with it.
    """
    for side in sides:
        if side is not None and is_group(side.value) and _is_narrowed(text, side):
            return REMAINDER.format(text[side.start : side.end])
    return None


def _is_narrowed(text: str, side: Slot) -> bool:
    before = text[max(0, side.start - _REACH) : side.start]
    return _before().search(before) is not None or _behind().match(text, side.end) is not None


@cache
def _before() -> re.Pattern[str]:
    """What ends right before the name of a group of which only a part is meant."""
    return re.compile(rf"\b(?:{_any_of('part_before_group')})\s+(?:the\s+)?\Z", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """What follows the name of such a group, or the noun behind it."""
    nouns = _any_of("group_nouns")
    less = "|".join(_any_of(name) for name in ("leaving_out", "excluding", "left_out_of_group"))
    return re.compile(rf"\s+(?:{_any_of('part_behind_group')})\b|(?:\s+(?:{nouns}))?,?\s+(?:{less})\b", re.IGNORECASE)


def _any_of(name: str) -> str:
    longest_first = sorted(wording(name), key=lambda words: (-len(words), words))
    return "|".join(r"\s+".join(map(re.escape, words.split())) for words in longest_first)
