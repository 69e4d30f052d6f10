"""Shares of the trade of all the world: they belong to whoever trades, who trades with all the world."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.parties.sides import party_slot, slot_at
from pipeline.extract.query import WORLD, Parties, Query, Slot, inherited, same_value
from pipeline.extract.row.words import says

_SENT: Final = "behind"
"""The rule of a part that the verb behind the figure leads to: "60 % of world exports went to Peru"."""
_OF_SHARE: Final = re.compile(r"s[^Q%MSENV;y]*$")
_OWN_SHARE: Final = re.compile(r"[dvwA]*[LSi]{0,2}[dvwi]*")
"""Between a flow and its share, where the whole is left out."""


def share_of_world(query: Query, part: Slot | None) -> Parties | None:
    """ "Peru accounts for 4 % of world exports", "Peru's share of world trade": its own trade with everybody.

    Of exports, whoever takes a part is a buyer: "Peru took 4 % of world exports".
    """
    whole = _world_in(query)
    if whole is None:
        return None
    earlier = query.earlier
    if part is None and earlier is not None and earlier.of is not None and _OF_SHARE.search(query.codes[:whole]):
        return earlier
    owner = part or _owner_told(query)
    if owner is None or owner.value == WORLD or owner.rule == _SENT or _takes(query):
        return None
    world = slot_at(query, whole, "share-of-world")
    return Parties(reporter=owner, partner=world, of=world)


def next_of_world(query: Query, part: Slot | None) -> Parties | None:
    """ "Peru's share of world exports was 9 %, Chile's 4 %": the next entry has a share of the same."""
    before = query.earlier
    if part is None or before is None or before.of is None or query.binding.rule != "entry":
        return None
    return replace(before, reporter=part)


def own_of_world(query: Query) -> Parties | None:
    """ "Peru's exports made up 9 % of world exports and its imports 4 % (of world imports)": the other flow's share."""
    before, nominal = query.earlier, query.nominal
    if before is None or before.of is None or not query.own or nominal.last > query.figure or len(nominal.owners) != 1:
        return None
    alone = _OWN_SHARE.fullmatch(query.codes, nominal.last, query.figure) is not None
    owner = party_slot(query, nominal.owners[0]) if alone and not nominal.partners else None
    its = nominal.owners[0].code is None
    return before if its or same_value(owner, before.reporter) else None


def _world_in(query: Query) -> int | None:
    """The item that makes the whole the trade of the world; None where it has another owner, or a partner."""
    nominal = query.nominal
    others = {side.code for side in (*nominal.owners, *nominal.partners)} - {WORLD}
    if not query.own or others:
        return None
    places = range(nominal.first, nominal.last)
    return next((at for at in places if query.codes[at] == "E" and query.sentence.items[at].ref.code == WORLD), None)


def _owner_told(query: Query) -> Slot | None:
    """ "Its exports rose, with a share in world exports of 4 %": whose share it is, as only the text before says."""
    if _OF_SHARE.search(query.codes[: max(query.nominal.first, 0)]) is None:
        return None
    told = query.earlier.reporter if query.earlier is not None else None
    return told or inherited(query.frame.reporter or query.frame.home, "before")


def _takes(query: Query) -> bool:
    """Whether what is said of a part of exports is that somebody gets it."""
    verbs = [item for item in query.sentence.items[: query.figure] if item.code == "S"]
    return query.nominal.flow == "export" and bool(verbs) and says(verbs[-1], "takes_in")
