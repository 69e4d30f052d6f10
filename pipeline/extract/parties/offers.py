"""What sentence and phrase offer for the two sides of a figure, before one is chosen for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from pipeline.economy import GROUP_YEAR, members
from pipeline.extract.parties.buyers import buyers_in
from pipeline.extract.parties.clause import (
    behind_figure,
    clause_subject,
    entry_of,
    goes_to,
    own_destination,
    same_flow_with,
    to_which,
)
from pipeline.extract.parties.rows import aligned_party
from pipeline.extract.parties.sides import joined, party_at, party_slot
from pipeline.extract.phrase.party import party_of
from pipeline.extract.query import OUTSIDE, WORLD, Query, Slot, inherited, same_value

_IN_ITS_TRADE: Final = re.compile(r"[iP,]{0,3}i[dvw]*p?[dvw]*")
_TWIN: Final = re.compile(r",?&[Q%]w?|[dvwLS]{1,3}Q,&?[dv]*")
_WHOSE: Final = re.compile(r"(?:E'|p)[dvwKPR]{0,4}(?:Q[dv]*\([dv]*)?$")
_OF_THIS: Final = re.compile(r"(?:[dv]*\([dv]*Q[dv]*\)|\))?[-dvwC]{0,3}")
"""Around an amount that stands before its noun, or its conversion in brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What sentence and phrase offer: the sides that the phrase names, the clause's subject, the entry of a list."""

    reporter: Slot | None
    partner: Slot | None
    subject: Slot | None
    entry: Slot | None


def offered(query: Query) -> Offer:
    """The phrase's own sides, then those behind the figure; the clause's subject, and the entry of a list."""
    partner, reporter = behind_figure(query)
    offer = Offer(
        reporter=joined(query, query.nominal.owners)
        or _possessor(query)
        or _twin_owner(query)
        or who_does(query)
        or reporter,
        partner=same_flow_with(query)
        or own_destination(query)
        or joined(query, query.nominal.partners)
        or partner
        or buyers_in(query)
        or goes_to(query)
        or _in_trade_with(query)
        or to_which(query),
        subject=_not_part(query, aligned_party(query, governed=False) or clause_subject(query)),
        entry=_not_part(query, entry_of(query)),
    )
    return _of_all_the_world(query, _with_union(query, offer))


def _of_all_the_world(query: Query, offer: Offer) -> Offer:
    """ "Peru earned $5 billion from global exports": not the world's, but the subject's with the whole world."""
    side, subject = offer.reporter, offer.subject
    earned = query.binding.side == "after" and query.codes[query.figure] == "Q"
    if side is None or subject is None or side.value != WORLD or subject.value == WORLD or not earned:
        return offer
    return replace(offer, reporter=subject, partner=offer.partner or side)


def _with_union(query: Query, offer: Offer) -> Offer:
    """ "Non-EU exports" go to others than the EU; "EU exports", of a member that is told to sell there, go to it."""
    side, frame = offer.reporter, query.frame
    if side is None or offer.partner is not None or frame.home is None or not query.nominal.owners:
        return offer
    adjective = query.codes[query.nominal.owners[-1].index + 1 : query.nominal.owners[-1].index + 2] != "'"
    member = side.value in frame.partners and frame.home.value in members(side.value, GROUP_YEAR)
    if not adjective or not (side.value.startswith(OUTSIDE) or member) or same_value(side, frame.home):
        return offer
    return replace(offer, reporter=inherited(frame.home, "home"), partner=side)


def _in_trade_with(query: Query) -> Slot | None:
    """ "A surplus of $5 billion in its trade with Peru": the partner of the trade that the balance is of."""
    behind = next((other for other in query.nominals if other.first > query.figure), None)
    if query.nominal.flow != "balance" or behind is None or behind.flow != "turnover":
        return None
    led = _IN_ITS_TRADE.fullmatch(query.codes[query.figure + 1 : behind.head])
    return joined(query, behind.partners) if led else None


def _possessor(query: Query) -> Slot | None:
    """ "Chile's record $5 billion (€4 billion) trade surplus": whose the amount is, the flow is."""
    nominal, at = query.nominal, query.figure
    told = query.binding.side == "after" and query.own and nominal.cue.code == "N" and not nominal.cue.partner
    found = _WHOSE.search(query.codes[:at]) if told and query.codes[at] == "Q" else None
    if found is None or _OF_THIS.fullmatch(query.codes, at + 1, nominal.first) is None:
        return None
    return party_slot(query, party_of(query.sentence, found.start(), "owner"))


def _twin_owner(query: Query) -> Slot | None:
    """ "$16 billion were Kazakh exports and $24 billion imports": the second flow is of the owner of the first."""
    before = [other for other in query.nominals if other.last <= query.nominal.first]
    if not before or {query.nominal.flow, before[-1].flow} != {"export", "import"}:
        return None
    joint = query.codes[before[-1].last : query.nominal.first]
    return joined(query, before[-1].owners) if _TWIN.fullmatch(joint) else None


def who_does(query: Query) -> Slot | None:
    """ "30 % of everything that Peru sells abroad": whoever stands before the verb that tells what the whole is."""
    if query.binding.rule != "of-all-that":
        return None
    before = len(query.codes[: query.nominal.head].rstrip("dvLA")) - 1
    return party_at(query, before, "subject") if before > query.figure and query.codes[before] in "Er" else None


def _not_part(query: Query, slot: Slot | None) -> Slot | None:
    """A side of the whole is never the one whose share is given."""
    return None if slot is None or set(slot.value.split("+")) <= set(query.parts) else slot
