"""Buyers that a seller finds somewhere: "found buyers in China for $9 billion of its copper"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.parties.sides import slot_at
from pipeline.extract.query import Query, Slot
from pipeline.extract.row.words import says

_FOR_GOODS: Final = re.compile(r"[dvw]*(E)[dv]*i(?:[dvw]*C[Cw]*L)?[dv]*")
"""Between the verb and the amount: "China for", "China for goods worth"."""


def buyers_in(query: Query) -> Slot | None:
    """Where the buyers are whom a verb before the figure finds; None where it finds none."""
    head = query.nominal.head
    if not query.own or head >= query.figure or not says(query.sentence.items[head], "finds_buyers"):
        return None
    found = _FOR_GOODS.fullmatch(query.codes, head + 1, query.figure)
    return None if found is None else slot_at(query, found.start(1), "behind")
