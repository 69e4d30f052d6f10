"""Two times set against one another: "comparing May 2024 with May 2023", "rose 5 % between H1 2021 and H1 2022"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import Item, Sentence
from pipeline.extract.row.words import says
from pipeline.period import Period

_PAIR: Final = re.compile(r"(P)(?:,?[dv]*&|[dvw]{0,2}[htgi])[dvwoi]{0,4}(P)")
_LED_IN: Final = re.compile(r"[^Q%MP;yTUV]*")
"""From "comparing" to the first of its two times: whose trade is compared, "of exports between"."""
_CHANGED: Final = re.compile(r"T[dvwb]*[Q%M](?:\([Q%M]\))?[dvwoiNCtfE]{0,6}n[dv]*$")
"""Before two times: by how much something changed from the one to the other."""


def is_base_of_pair(sentence: Sentence, index: int) -> bool:
    """Whether a time is the earlier one of two that are compared, so that figures are for the other."""
    for found in _PAIR.finditer(sentence.codes):
        places = found.start(1), found.start(2)
        if index in places:
            first, second = (sentence.items[at] for at in places)
            earlier = _earlier(first, second)
            return index == places[earlier] and _are_compared(sentence, places[0], alike=_are_alike(first, second))
    return False


def _are_compared(sentence: Sentence, first: int, *, alike: bool) -> bool:
    """Whether words say so before the two, or a change stands right before "between" and they are as long."""
    if alike and _CHANGED.search(sentence.codes[:first]) is not None:
        return True
    for at in range(first - 1, -1, -1):
        if says(sentence.items[at], "comparing"):
            return _LED_IN.fullmatch(sentence.codes, at + 1, first) is not None
    return False


def _earlier(first: Item, second: Item) -> int:
    """Which of two times comes before the other: 0 or 1; where one has no year of its own, the second named."""
    one, other = _told(first), _told(second)
    return 0 if one is not None and other is not None and one < other else 1


def _are_alike(first: Item, second: Item) -> bool:
    """ "January-June 2021 and January-June 2022": the same part of two years, of which none is left out."""
    one, other = _told(first), _told(second)
    if one is None or other is None or one.months != other.months or one.months == 1:
        return False
    return bool(one.last < other.first and one.first[1] == other.first[1])


def _told(item: Item) -> Period | None:
    period: Period | None = item.ref.resolve() if item.ref.kind == "absolute" else None
    return period
