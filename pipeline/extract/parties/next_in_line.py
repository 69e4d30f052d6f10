"""Who comes next behind whom the text has just told of: "It was followed by Peru with $3 billion"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.frame import Known
from pipeline.extract.parties.members import is_member, partner_of_group, told_of
from pipeline.extract.parties.offers import Offer, offered
from pipeline.extract.parties.rows import is_aligned
from pipeline.extract.parties.sides import slot_at
from pipeline.extract.query import WORLD, Parties, Query, Slot, inherited, same_value, value_of
from pipeline.extract.row.words import says

_NEXT: Final = re.compile(r'["dvy]*(?:r[vdA]*Ll|E(?:[,&dv]*E)*[,vA]*w|w[wL])')
"""How a sentence opens that goes on with a list: "It was followed by", "Peru followed", "Next came"."""
_IN_WHICH: Final = re.compile(r"(?:L{1,2}|Lw)[ib][dv]*(?:[Ew][dv]*[(,:@][^NVT;y]*)?$")
"""Before an entry of a list: "was recorded in", "were registered by Spain ($5 billion), Italy ($3 billion) and"."""
_BOTH_WAYS: Final = frozenset({"turnover", "balance"})
_OPPOSITE: Final = frozenset({"export", "import"})


def recorded_in(query: Query, offer: Offer) -> tuple[Slot, Slot | None] | None:
    """ "The largest surplus was recorded in Spain ($3 bn), followed by Italy ($2 bn)": whose it is, in a group.

    The second is the partner, where the sentence names it.
    """
    entry = offer.entry
    if query.nominal.cue.partner or entry is None or not _is_member(query, entry):
        return None
    place = next(at for at, item in enumerate(query.sentence.items) if item.start == entry.start)
    if _IN_WHICH.search(query.codes[:place]) is None:
        return None
    before = query.earlier.partner if query.earlier is not None else None
    partner = before or (offer.partner if not same_value(offer.partner, entry) else None)
    partner = partner or partner_of_group(query, entry)
    return replace(entry, rule="recorded-in"), partner


def _is_member(query: Query, named: Slot) -> bool:
    """Whether somebody belongs to the group that the text is on."""
    return any(is_member(named.value, known.value) for known in told_of(query.frame))


def next_in_line(query: Query) -> Parties | None:
    """The sides of the figure told before the sentence, with whoever comes next in the place of the one before."""
    frame = query.frame
    if frame.sentence_age > 1 or not _goes_on(query) or (query.earlier is not None and not is_aligned(query)):
        return None
    if query.own and (query.nominal.owners or query.nominal.partners):
        return None
    sides, offer = {"reporter": frame.reporter, "partner": frame.partner}, offered(query)
    told = {value_of(side) for side in sides.values()}
    offers = (one for one in (offer.entry, offer.subject, _opener(query)) if one is not None and not one.inherited)
    named = next((one for one in offers if one.value not in told), None)
    changes = _changing(query)
    if named is None or changes is None or None in told:
        return None
    stays = inherited(sides["partner" if changes == "reporter" else "reporter"], "before")
    return _turned(query, replace(named, rule="entry"), stays, first=changes == "reporter")


def _opener(query: Query) -> Slot | None:
    """Who opens the sentence: "Peru followed Chile with $3 billion"."""
    place = query.codes.find("E", 0, query.figure)
    return slot_at(query, place, "subject") if place >= 0 and not query.codes[:place].strip("dvy") else None


def _goes_on(query: Query) -> bool:
    """Whether the sentence opens with words that say so."""
    opening = _NEXT.match(query.codes, 0, query.figure)
    items = query.sentence.items[: 0 if opening is None else opening.end()]
    return any(says(item, "next_in_line") for item in items)


def _changing(query: Query) -> str | None:
    """The side that the next one takes: of whom "followed Peru" names, of the trader, of whoever is not the home."""
    frame = query.frame
    told = {"reporter": value_of(frame.reporter), "partner": value_of(frame.partner)}
    here = {item.ref.code for item in query.sentence.items[: query.figure] if item.code == "E"}
    behind = [side for side, value in told.items() if value in here]
    if behind:
        return behind[0]
    if told["partner"] == WORLD or (frame.cue is not None and frame.cue.agent):
        return "reporter"
    home: Known | None = frame.home
    others = [side for side, value in told.items() if home is not None and value != home.value]
    return others[0] if len(others) == 1 else None


def _turned(query: Query, named: Slot, stays: Slot | None, *, first: bool) -> Parties:
    """Both sides in the order that the flow has in this sentence: "bought $5 billion. Next was Peru with exports"."""
    cue, flow = query.frame.cue, query.nominal.flow
    turned = query.own and cue is not None and {cue.flow, flow} == _OPPOSITE
    second = turned == first if flow not in _BOTH_WAYS else True
    return Parties(reporter=stays, partner=named) if second else Parties(reporter=named, partner=stays)
