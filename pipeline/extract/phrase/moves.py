"""Which way a word says that a flow moved: up, down, or to the better and the worse, which depends on the flow."""

from __future__ import annotations

from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.row.items import Item
from pipeline.extract.row.words import says


def way_moved(item: Item, nominal: Nominal | None) -> int | None:
    """+1 up, 0 level, -1 down, None for no such word; a deficit that improves gets smaller."""
    sign = item.cue.sign if item.cue is not None else None
    if sign not in {-1, 0, 1}:
        return None
    short = nominal is not None and nominal.flow == "balance" and nominal.cue.sign == -1
    return -sign if short and says(item, "better_or_worse") else sign
