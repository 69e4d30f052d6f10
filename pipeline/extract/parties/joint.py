"""Both sides at once: parties that the sentence joins, as a pair or as a sum."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.parties.carried import from_pair
from pipeline.extract.parties.clause import behind_figure
from pipeline.extract.parties.rows import is_aligned
from pipeline.extract.parties.sides import joined, party_at, party_slot, slot_at
from pipeline.extract.query import WORLD, Parties, Query, Slot, summed
from pipeline.extract.row.words import says, speaks, wording

_JOINED: Final = re.compile(r"(?:E|r(?!,))(?:[dv]*,[dv]*E)*[dv,]*&[dv]*[Er](?!')|^E,E(?![',&])")
_JOINT_SUBJECT: Final = re.compile(
    r'(?:^|[;,y:])[dv"iP,]{0,6}E(?:[dv]{0,2},[dv]{0,2}E){0,6}[dv,]{0,3}&[dv]{0,2}E[vwA]{0,4}$'
)
_GOVERNORS: Final = frozenset("tfhobn@gu")
_DID: Final = re.compile(r"[dvwLA]{1,3}")
_BREAK: Final = re.compile(r"[;yEQ%MN]")
_BETWEEN: Final = re.compile(r"[dv]*n[dvw]*E[dv]*&[dvw]*E")
_BOTH_WAYS: Final = frozenset({"turnover", "balance"})


def two_meant(query: Query) -> bool:
    """Whether the phrase's only sides are "the two countries", "their" or the "they" of "they traded"."""
    if query.own and query.nominal.cue.code == "V" and query.nominal.flow == "turnover" and query.codes[: query.figure]:
        before = query.codes[: query.nominal.first].rstrip("vA")
        if before[-1:] == "r" and says(query.sentence.items[len(before) - 1], "both") and not query.nominal.partners:
            return True
    sides = [*query.nominal.owners, *query.nominal.partners]
    if not sides or any(side.code is not None for side in sides) or query.nominal.flow not in _BOTH_WAYS:
        return False
    items = query.sentence.items
    return any(query.codes[side.index] == "2" or says(items[side.index], "both_sides") for side in sides)


def said_together(query: Query) -> Parties | None:
    """ "Kazakhstan and China may push their trade to …", "Georgia and Armenia together traded … with China"."""
    if query.nominal.owners and query.nominal.owners[0].how == "within":
        group = party_slot(query, query.nominal.owners[0])
        return Parties(reporter=group, partner=group) if group is not None else None
    if not query.own:
        return _sum_before(query)
    if (shared := _accounted_for(query) or _added_up(query)) is not None:
        return shared
    if not query.nominal.partners and is_aligned(query):
        return None  # "Peru and Chile saw a fall in trade of $2 million and $1 million": each with whom the text is on
    sides = _sides_before(query) or _who_aim(query)
    if not sides:
        return _acting_together(query)
    if len(sides) == 2 and _each_other(query):
        return Parties(reporter=sides[0], partner=sides[1])
    if query.nominal.partners or speaks(query.sentence, "together"):
        partner = joined(query, query.nominal.partners) or behind_figure(query)[0]
        return Parties(reporter=summed(sides), partner=partner) if partner is not None else None
    return Parties(reporter=sides[0], partner=sides[1]) if len(sides) == 2 else None


def _added_up(query: Query) -> Parties | None:
    """ "Adding up Latvia and Estonia, Finland's trade reached …": the owner's trade with the sum that opens."""
    owner = joined(query, query.nominal.owners)
    run = _JOINED.search(query.codes[: max(query.nominal.first, 0)])
    opens = query.sentence.text.lower().lstrip().startswith(tuple(wording("adding_up")))
    if owner is None or run is None or query.nominal.partners or not opens:
        return None
    return Parties(reporter=owner, partner=summed(_members(query, run)))


def _acting_together(query: Query) -> Parties | None:
    """ "Latvia and Estonia exported $3 billion to Finland": the sum of those who are the subject of the verb."""
    nominal = query.nominal
    run = _JOINT_SUBJECT.search(query.codes[: max(nominal.first, 0)])
    if run is None or nominal.cue.code != "V" or nominal.flow in _BOTH_WAYS or nominal.first > query.figure:
        return None
    partner = joined(query, nominal.partners) or behind_figure(query)[0]
    if partner is None or speaks(query.sentence, "respectively"):
        return None
    named = [slot_at(query, at, "joined") for at in range(*run.span()) if query.codes[at] == "E"]
    return Parties(reporter=summed(named), partner=partner)


def _accounted_for(query: Query) -> Parties | None:
    """ "Latvia and Estonia together made up $2 billion of China's trade", "between them, … did $2 billion of trade with
    China": their sum, with whom it is said."""
    run = _JOINED.search(query.codes[: query.figure])
    verb = "" if run is None else query.codes[run.end() : query.figure]
    shares = ("S" in verb or _DID.fullmatch(verb) is not None) and _as_one(query)
    if run is None or not shares or query.binding.side != "after" or query.codes[query.figure] != "Q":
        return None
    total = summed(_members(query, run))
    owner, partner = joined(query, query.nominal.owners), joined(query, query.nominal.partners)
    if owner is not None and partner is None:
        return Parties(reporter=owner, partner=total)
    return Parties(reporter=total, partner=partner) if partner is not None and owner is None else None


def _as_one(query: Query) -> bool:
    """Whether several are taken together."""
    opening = query.sentence.text.lower().lstrip()
    return speaks(query.sentence, "together") or opening.startswith(tuple(wording("between_them")))


def _each_other(query: Query) -> bool:
    """Whether the phrase's partner is a word for the two before: "trade with each other"."""
    return any(side.code is None and query.codes[side.index] == "2" for side in query.nominal.partners)


def _sides_before(query: Query) -> list[Slot]:
    """The parties that are joined before a phrase of trade both ways, where it has no owner but a word for them."""
    nominal, codes = query.nominal, query.codes
    anaphor = any(codes[owner.index] in "p2r" for owner in nominal.owners if owner.code is None) or _each_other(query)
    if nominal.flow not in _BOTH_WAYS or (nominal.owners and not anaphor):
        return []
    before = codes[: min(nominal.first, query.figure)]
    free = [run for run in _JOINED.finditer(before) if before[: run.start()].rstrip("dvw")[-1:] not in _GOVERNORS]
    if not free or (not anaphor and _BREAK.search(before[free[-1].end() :])):
        return []
    return _members(query, free[-1])


def _who_aim(query: Query) -> list[Slot]:
    """ "Peru and Chile aim to raise trade to $3 billion": what two want of their trade is with each other."""
    owners, nominal = query.nominal.owners, query.nominal
    if nominal.flow not in _BOTH_WAYS or nominal.partners or len(owners) != 2 or None in {one.code for one in owners}:
        return []
    first, last = owners[0].index, owners[1].index
    aims = "A" in query.codes[last : max(nominal.head, last)]
    return [slot_at(query, at, "joined") for at in (first, last)] if aims else []


def _sum_before(query: Query) -> Parties | None:
    """ "Latvia, Lithuania and Estonia together managed $28.1 billion": their sum, with whom the text says."""
    run = _JOINED.search(query.codes[: query.figure])
    if run is None or not speaks(query.sentence, "together"):
        return None
    total = summed(_members(query, run))
    return Parties(reporter=total, partner=from_pair(query, total, said_reporter=True))


def _members(query: Query, run: re.Match[str]) -> list[Slot]:
    """Who is joined; nobody where one is the whole world ("Globally, Japan ran a deficit")."""
    said = (party_at(query, at, "joined") for at in range(run.start(), run.end()) if query.codes[at] in "Er")
    members = [slot for slot in said if slot is not None]
    return [] if any(slot.value == WORLD for slot in members) else members


def between_behind(query: Query) -> Parties | None:
    """ "$94.8 billion between China and Central Asia": both sides behind a figure that has no trade phrase."""
    found = _BETWEEN.match(query.codes, query.figure + 1)
    if found is None or query.own:
        return None
    places = [at for at in range(found.start(), found.end()) if query.codes[at] == "E"]
    return Parties(reporter=slot_at(query, places[0], "between"), partner=slot_at(query, places[1], "between"))
