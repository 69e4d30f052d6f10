"""Who trades with whom: reporter and partner of a figure, from its phrase, clause and sentence, or the text before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.claim import WEIGHED
from pipeline.economy import ADJECTIVE_KINDS, GROUP_YEAR, members
from pipeline.extract.binding.bind import Binding, whole_of
from pipeline.extract.frame import Frame
from pipeline.extract.parties.balances import balance_sides
from pipeline.extract.parties.by_rank import ranked_before, ranked_partner
from pipeline.extract.parties.carried import from_text
from pipeline.extract.parties.clause import predicate, viewpoint
from pipeline.extract.parties.compared import compared_for, outdone
from pipeline.extract.parties.entries import entry_placed
from pipeline.extract.parties.joint import between_behind, said_together, two_meant
from pipeline.extract.parties.members import of_member
from pipeline.extract.parties.named_behind import in_row_ahead
from pipeline.extract.parties.next_in_line import next_in_line, recorded_in
from pipeline.extract.parties.offers import Offer, offered, who_does
from pipeline.extract.parties.pairs import has_pair, pair_before, partner_phrase, said_pair
from pipeline.extract.parties.roles import takes_subject
from pipeline.extract.parties.rows import aligned_members, is_aligned
from pipeline.extract.parties.shares import compared_share, flow_as_share, part_of, whole_within
from pipeline.extract.parties.shares_left import next_holder, part_in_money, within_another
from pipeline.extract.parties.sides import COUNTED, joined, party_slot, subject_before
from pipeline.extract.parties.taken_over import goes_on, of_another, taken_over, ways_of_trade
from pipeline.extract.parties.world_share import next_of_world, own_of_world, share_of_world
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import OUTSIDE, TRADER, WORLD, Parties, Query, Slot, inherited, same_value
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says

_THOSE_OF: Final = re.compile(r"dv?o[dv]{0,2}$")
"""Before an economy: that the flow told of was its own ("those of Peru $2 billion")."""
_LISTED: Final = frozenset({"predicate", "subject", "entry", "member", TRADER, WEIGHED})
"""Rules of a side that the next entry of a list changes."""
_OF_SHARE: Final = frozenset({"entry", "share-owner"})
"""Rules of a part whose next entry is a part of the same whole."""
_TAKERS: Final = frozenset({"subject", "behind"})
"""Rules of a part that is said to take, or to be sent, its share: "Peru took 12 % of exports, Chile (9 %)"."""
_BUYERS: Final = frozenset({"subject", "entry"})
"""Rules of whoever buys or sells a share, one after the other: "Peru bought 46 % of it, followed by Chile with 9 %"."""
_DEALS: Final = re.compile(r"V[dvwi]*$")
"""Before a part: a verb of trade, whose object it is."""


def decide_parties(
    sentence: Sentence,
    binding: Binding,
    frame: Frame,
    nominals: tuple[Nominal, ...],
    *,
    measure: str = "level",
    earlier: Parties | None = None,
) -> Parties:
    """The two sides of the figure's flow, the closest evidence first."""
    nominal = binding.nominal
    assert nominal is not None  # only bound figures are asked about
    query = Query(sentence=sentence, binding=binding, nominal=nominal, frame=frame, nominals=nominals, earlier=earlier)
    told = whole_within(query) or part_in_money(query) or compared_for(query)
    told = told or in_row_ahead(query, measure) or taken_over(query, measure)
    if told is not None:
        return told
    return of_member(query, _share(query) if measure == "share" else _sides(query))


def outside_itself(parties: Parties) -> Parties:
    """ "The euro area sold goods to third countries": a union's trade outside the union is its trade with the world."""
    reporter, partner = parties.reporter, parties.partner
    if reporter is None or partner is None or not partner.value.startswith(OUTSIDE):
        return parties
    union = partner.value.removeprefix(OUTSIDE)
    own = members(reporter.value, GROUP_YEAR) or frozenset({reporter.value})
    if reporter.value != union and not (len(own) > 1 and own <= members(union, GROUP_YEAR)):
        return parties
    return replace(parties, partner=replace(partner, value=WORLD))


def _share(query: Query) -> Parties:
    """A share's part and whole: "Kazakhstan accounts for half of China's trade with Central Asia"."""
    if (told := within_another(query) or flow_as_share(query) or compared_share(query)) is not None:
        return told
    if (told := own_of_world(query) or next_holder(query) or next_in_line(query)) is not None:
        return told
    part = part_of(query)
    part = None if same_value(part, who_does(query)) else part  # nobody is a part of what is their own
    if (told := share_of_world(query, part) or next_of_world(query, part) or _next_listed(query, part)) is not None:
        return told
    own = part is None or any(part.value == owner.code for owner in query.nominal.owners)
    if own and (between := _of_what_passed(query)) is not None:
        return between
    whole = _same_owner(query, _sides(query if part is None else replace(query, part=_all_parts(query, part))))
    if part is None or whole.reporter is None or same_value(part, whole.reporter) or same_value(part, whole.partner):
        of_two = part is None and query.binding.rule == "worth-of" and not _deals(query)
        named = bool(query.nominal.partners)
        return replace(whole, whole=whole.partner) if (of_two and named) or _of_their_trade(query, whole) else whole
    partner = whole.partner if whole.partner is not None and whole.partner.value != WORLD else None
    of_all = query.nominal.cue.partner or (query.nominal.total and not query.nominal.partners)  # "of total shipments"
    named = partner is not None and not of_all and not _is_no_whole(query, partner, part)
    return Parties(reporter=whole.reporter, partner=part, whole=partner if named else None)


def _of_what_passed(query: Query) -> Parties | None:
    """ "China's trade with Peru stood at $5 billion, or 19 % of Peru's trade": the part is the other of the two."""
    before, owners = query.earlier, query.nominal.owners
    figures = [figure for figure in query.sentence.figures() if figure < query.figure]
    if before is None or before.whole is not None or query.binding.side != "after" or len(owners) != 1 or not figures:
        return None
    joint = set(query.codes[figures[-1] + 1 : query.figure])
    if query.nominal.partners or joint & set("NV;y" if "S" in joint else "ErNV;y"):
        return None
    owner, sides = party_slot(query, owners[0]), (before.reporter, before.partner)
    if None in sides or before.partner is None or before.partner.value == WORLD:
        return None
    other = [side for side in sides if side is not None and not same_value(side, owner)]
    return Parties(reporter=owner, partner=other[0]) if owner is not None and len(other) == 1 else None


def _same_owner(query: Query, whole: Parties) -> Parties:
    """ "Peru's top buyer is Chile, with 9 % of its exports; Japan has 8 %": "its" stays whose it was."""
    before, previous, nominal = query.earlier, query.binding.previous, query.nominal
    its = bool(nominal.owners) and all(owner.code is None for owner in nominal.owners)
    if before is None or before.reporter is None or not its:
        return whole
    of_it = (at for at in query.sentence.figures() if at < nominal.first < query.figure)
    told = any(whole_of(query.sentence, at, [nominal]) is nominal for at in of_it)
    same = previous.nominal is nominal if previous is not None else told
    return replace(whole, reporter=before.reporter) if same else whole


def _all_parts(query: Query, part: Slot) -> str:
    """Whose share it is, with those of the same row: "Peru and Chile followed with 10 % and 9 % of its exports"."""
    return "+".join(dict.fromkeys((part.value, *aligned_members(query))))


def _deals(query: Query) -> bool:
    """ "Peru sent 31 % of its exports to China": where the verb says the part went, which is a part of all of them."""
    return _DEALS.search(query.codes[: query.figure]) is not None


def _of_their_trade(query: Query, whole: Parties) -> bool:
    """ "Oil sales to Peru were $5 billion, 41 % of its sales to Peru": a part of what the same two trade."""
    before = [figure for figure in query.sentence.figures() if figure < query.figure]
    if not before or query.earlier is None or not query.nominal.partners or query.binding.side != "after":
        return False
    joint = query.codes[before[-1] + 1 : query.figure]
    return set(joint) <= set(",(&dv") and same_value(whole.partner, query.earlier.partner)


def _next_listed(query: Query, part: Slot | None) -> Parties | None:
    """ "The main partners were Peru (18 % of imports), Chile (10 %)": the next entry is one more part of that trade.

    So it is where the first was said to have a share: "China's share was 26 %, India's 14 %".
    """
    before = query.earlier
    if part is None or before is None or before.partner is None or query.binding.rule != "entry":
        return None
    buyer = before.reporter is not None and before.reporter.rule in _BUYERS and query.nominal.cue.code == "V"
    if buyer and part.rule == "entry" and not same_value(part, before.partner):
        return replace(before, reporter=part)  # "Italy bought 46 % of it, followed by India with 10 %"
    listed = before.partner.rule in _OF_SHARE or before.partner.rule in _TAKERS
    return replace(before, partner=part) if part.rule in _OF_SHARE and listed else None


def _is_set_off(query: Query, side: Slot) -> bool:
    """ "Peru has 5 % of Chile's trade, with Japan far behind": a comma parts whoever else stands behind the whole."""
    last = query.nominal.last
    comma = query.own and query.codes[last : last + 1] == "," and query.nominal.first > query.figure
    return comma and side.start > query.sentence.items[last].start


def _is_no_whole(query: Query, side: Slot, part: Slot) -> bool:
    """Whether the partner found is none of the whole: said before the sentence, or the entry before in a list.

    "Their partners are Japan (12 %) and America (9 %)": America's part is not one of the trade with Japan.
    """
    entry = part.rule == "entry" or is_aligned(query)
    listed = query.earlier is not None and entry and same_value(side, query.earlier.partner)
    return listed or _is_set_off(query, side) or side.start < query.sentence.start <= part.start


def rungs(query: Query) -> Iterator[tuple[str, Parties]]:
    """What each kind of evidence would make of the two sides, the closest first; for showing why one won."""
    if query.earlier is not None and goes_on(query):
        yield "the figure before it", query.earlier
    offer = offered(query)
    together = said_together(query) or between_behind(query)
    if together is not None:
        yield "both named together", together
    yield "its own phrase", Parties(reporter=offer.reporter, partner=offer.partner)
    yield "the entry of the list", Parties(reporter=offer.entry, partner=offer.entry)
    yield "the subject of the clause", Parties(reporter=offer.subject, partner=offer.subject)
    meant = _pair_meant(query, offer)
    if meant is not None:
        yield "the pair that is meant", meant
    frame = query.frame
    yield (
        "the figure or text before",
        Parties(reporter=inherited(frame.reporter, "before"), partner=inherited(frame.partner, "before")),
    )
    yield "whom the article is about", Parties(reporter=inherited(frame.home, "home"))


# ---- the ladder ------------------------------------------------------------------------------------------------------


def _sides(query: Query) -> Parties:
    """Both sides said at once; else each on its own; what the sentence leaves open comes from the text before."""
    if _among_unknown(query):
        return Parties()
    offer = offered(query)
    said = said_together(query) or between_behind(query) or of_another(query) or next_in_line(query)
    if said is None and (where := recorded_in(query, offer)) is not None:
        return from_text(query, *where)
    said = said or _varied(query, offer) or _pair_meant(query, offer)
    said = said or balance_sides(query) or ways_of_trade(query)
    if said is not None:
        return said
    if (listed := _listed_partners(query, offer)) is not None:
        return listed
    offer = _origin_as_partner(query, entry_placed(query, offer))
    anaphor = bool(query.nominal.partners) and all(side.code is None for side in query.nominal.partners)
    if offer.reporter is None and (offer.partner is None or anaphor):
        said = partner_phrase(query) if query.own else _listed(query, offer.entry or offer.subject)
        if said is not None:
            return said
    return from_text(query, *_placed(query, offer))


def _among_unknown(query: Query) -> bool:
    """ "Trade among the four countries", where the text has not listed four: whose it is stays open."""
    among = [side for side in query.nominal.owners if side.how == "within"]
    return bool(among) and all(party_slot(query, side) is None for side in among)


def _listed_partners(query: Query, offer: Offer) -> Parties | None:
    """ "The three countries took goods worth $5 billion": those with whom the home's figures before were."""
    subject, home = offer.subject, query.frame.home
    if subject is None or subject.rule != COUNTED or home is None or offer.reporter or offer.partner:
        return None
    does = query.own and query.nominal.cue.code == "V"
    return None if does else Parties(reporter=inherited(home, "home"), partner=subject)


def _varied(query: Query, offer: Offer) -> Parties | None:
    """The next entry of a row: the side that the first entry named is the one that changes."""
    entry, reporter, partner = offer.entry, offer.reporter, offer.partner
    if entry is None or query.binding.rule != "entry" or same_value(entry, reporter) or same_value(entry, partner):
        return None
    who_does = query.nominal.cue.agent or (reporter is None and partner is None) or outdone(query, entry)
    if query.earlier is not None and who_does:
        return _subject_varied(query, query.earlier, entry)
    if query.earlier is not None and (row := _row_of_reporters(query, query.earlier, entry)) is not None:
        return row
    place = next(at for at, item in enumerate(query.sentence.items) if item.start == entry.start)
    those_of = _THOSE_OF.search(query.codes[:place])
    their_own = those_of is not None and says(query.sentence.items[those_of.start()], "same_flow")
    if (their_own or query.codes[place + 1 : place + 2] == "'") and reporter is not None:  # "…, and Canada's $3 bn"
        return from_text(query, entry, partner)
    if partner is not None or query.nominal.cue.partner:
        return from_text(query, reporter, entry)
    if same_value(reporter, query.frame.home):
        return Parties(reporter=reporter, partner=entry)
    return from_text(query, entry, None) if reporter is not None else None


def _row_of_reporters(query: Query, earlier: Parties, entry: Slot) -> Parties | None:
    """ "Those with deficits with Peru were Chile ($2 billion), Cuba ($1 billion)": all with the one of the first."""
    first = earlier.reporter
    if first is None or first.inherited or same_value(entry, earlier.partner) or earlier.partner is None:
        return None
    place = next((at for at, item in enumerate(query.sentence.items) if item.start == first.start), len(query.codes))
    headed = query.codes[place + 1 : place + 2] == "(" and query.codes[place + 2 : place + 3] in FIGURES
    return replace(earlier, whole=None, reporter=replace(entry, rule=first.rule)) if headed else None


def _subject_varied(query: Query, earlier: Parties, entry: Slot) -> Parties | None:
    """ "Peru led, with purchases of …; Chile came third (…)": each entry takes the side that the first subject had.

    So it is where the list is of partners: "its partners were Peru, with …, and Chile with …".
    """
    subject = subject_before(query, query.figure)
    for side, other in (("partner", earlier.reporter), ("reporter", earlier.partner)):
        slot: Slot | None = getattr(earlier, side)
        same = slot is not None and same_value(slot, subject)
        meant = same and subject is not None and subject.inherited  # "it bought $5 billion, followed by Chile ($2 …)"
        here = slot is not None and (slot.start >= query.sentence.start or meant)
        if slot is not None and here and (same or slot.rule in _LISTED) and not same_value(entry, other):
            listed = replace(entry, rule=TRADER) if slot.rule == TRADER else entry
            return replace(earlier, whole=None, **{side: listed})
    return None


def _pair_meant(query: Query, offer: Offer) -> Parties | None:
    """ "The two countries", "bilateral trade": both sides of the pair that the text is about."""
    if two_meant(query) and (named := _pair_of_sentence(query)) is not None:
        return named
    if two_meant(query) and has_pair(query, None):
        return pair_before(query, None)
    owners = [party_slot(query, owner) for owner in query.nominal.owners]
    if query.nominal.cue.pair and len(owners) == 2 and not query.nominal.partners:
        return Parties(reporter=owners[0], partner=owners[1])  # "Peru and Chile's bilateral trade"
    if (query.nominal.cue.pair or _of_pair_before(query)) and not (offer.reporter and offer.partner):
        return said_pair(query, offer.reporter or offer.partner or offer.subject)
    return None


def _pair_of_sentence(query: Query) -> Parties | None:
    """ "China is Peru's main partner, with a turnover of $5 billion between the two": whoever is whose partner."""
    for other in reversed(query.nominals):
        if other.cue.partner and other.last <= query.nominal.first:
            owner, partner = joined(query, other.owners), subject_before(query, max(other.first, 0))
            if owner is not None and partner is not None and not same_value(owner, partner):
                return Parties(reporter=owner, partner=partner)
    return None


def _of_pair_before(query: Query) -> bool:
    """ "Two-way trade has grown, with trade now at $5 billion": a second phrase for what the sentence spoke of."""
    nominal = query.nominal
    if nominal.flow != "turnover" or not query.own or nominal.owners or nominal.partners:
        return False
    return any(other.cue.pair and other.last <= nominal.first for other in query.nominals)


def _origin_as_partner(query: Query, offer: Offer) -> Offer:
    """ "India cut Russian oil imports": an adjective before imported goods says whence they come, if another buys."""
    owners = query.nominal.owners
    taken = query.nominal.flow != "import" or offer.partner is not None or bool(query.parts)
    buys_there = query.nominal.cue.agent and len(owners) == 1 and owners[0].how == "of"  # "is the top importer of Peru"
    if taken or len(owners) != 1 or not (_is_of_goods(query) or buys_there):
        return offer
    origin, frame = offer.reporter, query.frame
    dealt = same_value(origin, frame.partner) and not same_value(origin, frame.reporter)
    buyer = offer.subject or (inherited(frame.reporter, "before") if dealt else None)
    if buyer is None or origin is None or same_value(buyer, origin):
        return offer
    return replace(offer, reporter=buyer, partner=origin)


def _is_of_goods(query: Query) -> bool:
    """Whether the owner of the phrase is an adjective right before the name of goods."""
    owner, goods = query.nominal.owners[0].index, query.nominal.goods
    adjective = query.codes[owner] == "E" and query.sentence.items[owner].ref.kind in ADJECTIVE_KINDS
    return adjective and goods is not None and goods[0] == owner + 1 and goods[1] <= query.nominal.head


def _listed(query: Query, named: Slot | None) -> Parties | None:
    """A figure without a trade phrase, under the name of an economy: one more partner of whom the list is about."""
    owner = query.frame.reporter
    if named is None or owner is None or named.value == owner.value:
        return None
    home = query.frame.home
    if query.frame.listing or (home is not None and owner.value == home.value):
        return Parties(reporter=inherited(owner, "list-owner"), partner=named)
    return None


def _placed(query: Query, offer: Offer) -> tuple[Slot | None, Slot | None]:
    """Reporter and partner with the entry and the subject put where a side is still open."""
    reporter, partner, subject = offer.reporter, offer.partner, offer.subject
    if query.nominal.cue.partner and reporter is None and partner is None and subject is not None:
        owner = viewpoint(query)  # "for Peru, Chile was the biggest partner"
        if owner is not None and not same_value(owner, subject):
            return owner, subject
    if partner is None and offer.entry is not None and reporter is not None and not same_value(offer.entry, reporter):
        partner = offer.entry
    if reporter is None and partner is None and (ranked := ranked_partner(query, offer.entry or subject)) is not None:
        reporter, partner = ranked
    if reporter is None and not same_value(subject, partner) and not ranked_before(query, subject):
        reporter = subject
    if partner is None and subject and reporter and not same_value(subject, reporter) and takes_subject(query):
        partner = subject
    if partner is None and query.nominal.cue.partner:
        partner = predicate(query, reporter)
    return reporter, partner
