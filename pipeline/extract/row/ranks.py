"""Whether a rank stands before a noun: "the first destination", "its third-largest overseas market", "the top ten"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pipeline.extract.row.words import says

REACH: Final = 3
"""How many items before a noun are looked at: a rank, a number, an adjective."""


def behind_rank(before: Sequence[Any]) -> bool:
    """Whether the last of the items before a noun is a rank; an adjective or a number may stand between."""
    if before and says(before[-1], "rank_qualifiers"):
        before = before[:-1]
    if before and _is_number(before[-1]):
        before = before[:-1]  # "the top ten buyers"
    return bool(before) and (before[-1].code in "KR" or says(before[-1], "partner_ranks"))


def _is_number(item: Any) -> bool:
    """Whether a word only counts."""
    return item.code == "w" and (item.text.isdigit() or says(item, "numbers"))
