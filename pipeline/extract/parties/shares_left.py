"""The next holder of the same whole, where the words for it are left out: "Peru for 12 %", "Peru's fell to 5 %"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.economy import GROUP_YEAR, is_group, members
from pipeline.extract.parties.sides import party_slot, slot_at
from pipeline.extract.query import WORLD, Parties, Query, Slot, everybody, same_value
from pipeline.extract.row.words import says

_NEXT_HOLDER: Final = re.compile(
    r"[%M](?:[dv]*o[dvwpECNi']{1,12})?[dvPi]*(?:,[dvwthGBi]{1,8}(?=,))?(?:,?&|,)[dv]*(E)(?:,[dvw]{1,5},)?[dv]*[io][dv]*$"
)
"""Before a further share: "Chile accounts for 9 % and Peru for", "Chile had a share of 9 %, Peru, a newcomer, of"."""
_HOLDER_OF_AMOUNT: Final = re.compile(r"E's[dvw]*[LT][dvwtL]*$")
_PART_IN: Final = re.compile(r"(E)'s[dvw]*[oi]?[dvw]*$")
"""Before a flow: whose part of it is told ("Kenya's share of", "Chinese share in")."""
_WHOLE_THEN: Final = re.compile(r"[dvw]*(?:o?[dvw]*Q[^Q%MN;y,]*)?[LT][dvwtL]*")
"""From the flow to the part: the amount of the whole, and the verb."""
_AMOUNT_OF_ALL: Final = re.compile(r"[dvw]*o[dvw]*")
_WITHIN: Final = re.compile(r"[dv]*(?P<inside>[il])[dv]*E")


def next_holder(query: Query) -> Parties | None:
    """The sides of the share before with another holder; None where the figure is no such share."""
    earlier = query.earlier
    if earlier is None or earlier.partner is None or earlier.partner.value == WORLD:
        return None
    holder = _possessor_alone(query, earlier.partner) or _gapped(query)
    if holder is None or same_value(holder, earlier.reporter):
        return None
    return replace(earlier, partner=holder)


def part_in_money(query: Query) -> Parties | None:
    """ "Imports from South Asia were worth $9 billion; India's share was $5 billion": one of those told of together."""
    if (told := _part_of_flow(query)) is not None:
        return told
    found, earlier = _HOLDER_OF_AMOUNT.search(query.codes[: query.figure]), query.earlier
    if found is None or earlier is None or earlier.partner is None or query.codes[query.figure] != "Q":
        return None
    holder = slot_at(query, found.start(), "share-owner")
    if earlier.partner.value == WORLD or holder.value in members(earlier.partner.value, GROUP_YEAR):
        return None if same_value(holder, earlier.reporter) else replace(earlier, partner=holder, whole=None)
    inside = earlier.reporter is not None and holder.value in members(earlier.reporter.value, GROUP_YEAR)
    return replace(earlier, reporter=holder, whole=None) if inside else None


def _part_of_flow(query: Query) -> Parties | None:
    """ "Kenya's share of Egypt's tea imports of 90,000 tonnes was 60,000 tonnes": what Egypt bought from Kenya."""
    nominal = query.nominal
    found = _PART_IN.search(query.codes[: max(nominal.first, 0)]) if nominal.flow in {"export", "import"} else None
    if found is None or not query.own or query.codes[query.figure] != "Q" or len(nominal.owners) != 1:
        return None
    owner, holder = party_slot(query, nominal.owners[0]), slot_at(query, found.start(1), "share-owner")
    if nominal.partners or owner is None or same_value(owner, holder):
        return None
    if _AMOUNT_OF_ALL.fullmatch(query.codes, nominal.last, query.figure) is not None:
        return Parties(reporter=owner, partner=replace(everybody(owner), rule="of-all"))
    part = _WHOLE_THEN.fullmatch(query.codes, nominal.last, query.figure) is not None
    return Parties(reporter=owner, partner=holder) if part else None


def _possessor_alone(query: Query, before: Slot) -> Slot | None:
    """ "China's share widened to 23 %, whereas Peru's shrank to 2 %"."""
    first = query.nominal.first
    alone = query.own and query.nominal.head == first and query.codes[first : first + 2] == "E'"
    return slot_at(query, first, before.rule) if alone and before.rule == "share-owner" else None


def _gapped(query: Query) -> Slot | None:
    """ "Chile accounts for 9 % and Peru for 6 %"."""
    found = _NEXT_HOLDER.search(query.codes[: query.figure])
    return slot_at(query, found.start(1), "entry") if found is not None else None


def within_another(query: Query) -> Parties | None:
    """ "Intra-African trade made up 15 % of the total, against 59 % within Asia": another group's with itself."""
    earlier, behind = query.earlier, _WITHIN.match(query.codes, query.figure + 1)
    if earlier is None or earlier.reporter is None or earlier.reporter.rule != "within" or behind is None:
        return None
    group = slot_at(query, behind.end() - 1, "within")
    inside = says(query.sentence.items[behind.start("inside")], "among")
    return replace(earlier, reporter=group, partner=group) if inside and is_group(group.value) else None
