"""Which side the entry of a list is: a partner under a noun for partners, a trader under one for traders."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.parties.clause import in_row
from pipeline.extract.parties.offers import Offer
from pipeline.extract.parties.rows import is_aligned
from pipeline.extract.query import TRADER, Query, same_value


def entry_placed(query: Query, offer: Offer) -> Offer:
    """The offer with its entry as the side that the list is of, where that is clear."""
    return _entry_as_partner(query, _entry_as_trader(query, offer))


def _entry_as_partner(query: Query, offer: Offer) -> Offer:
    """ "Its main partners are China ($5 billion) …": whom the figure is listed under is the partner."""
    partners = query.nominal.cue.partner or _by_flow(query) or _is_each(query, offer)
    if offer.entry is None or not partners or offer.partner is not None:
        return offer
    keeps = offer.subject is not None and not same_value(offer.subject, offer.entry) and not in_row(query)
    return replace(offer, partner=offer.entry, subject=offer.subject if keeps else None)


def _is_each(query: Query, offer: Offer) -> bool:
    """ "Exports to most partners, including Peru and Chile, rose 5 % and 4 %, respectively": each is one of them."""
    named = offer.entry is not None and query.own and offer.entry.start > query.sentence.items[query.nominal.head].end
    return named and offer.reporter is None and query.nominal.flow in {"export", "import"} and is_aligned(query)


def _entry_as_trader(query: Query, offer: Offer) -> Offer:
    """ "Chile ($5 billion) and Peru ($4 billion) were the top importers": each is one of those who trade."""
    entry = offer.entry if query.nominal.cue.agent and offer.reporter is None else None
    if entry is None or same_value(entry, offer.partner):
        return offer
    return replace(offer, reporter=replace(entry, rule=TRADER))


def _by_flow(query: Query) -> bool:
    """ "The top partners by exports were Peru ($5 billion) …": a flow by which partners are ranked."""
    before = (other for other in query.nominals if other.cue.partner and other.last <= query.nominal.first)
    return any(query.codes[other.last : query.nominal.first].strip("dvwK") in {"b", "i"} for other in before)
