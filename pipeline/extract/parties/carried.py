"""What the text before gives for a side that the sentence leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.economy import GROUP_YEAR, is_group, members
from pipeline.extract.binding.whole_amount import is_shared
from pipeline.extract.frame import Known
from pipeline.extract.parties.clause import fronted_partner, place_of, possessor_subject, viewpoint
from pipeline.extract.parties.meant_sides import pointed_at
from pipeline.extract.parties.pairs import earlier_phrase, later_phrase, of_everybody
from pipeline.extract.parties.rows import is_aligned
from pipeline.extract.parties.sides import joined, party_slot, slot_at
from pipeline.extract.parties.speakers import speaks_again
from pipeline.extract.parties.staying import leaves_goods, of_two, pair_goes_on
from pipeline.extract.parties.with_all import is_other_flow, with_all_just_now
from pipeline.extract.query import WORLD, Parties, Query, Slot, everybody, inherited, same_value, value_of

_TRADERS: Final = re.compile(r"(?<![,&])E[dv]*&[dvw]*E(?=[vwLV]{1,3}[iP]{0,3}$)")

_TAKER: Final = re.compile(r"E[vA]*[SV][dv]*$")
_SUPPLIER: Final = re.compile(r"E[vA]*[SV][dv]*Q[dv]*(?:\([^()]*\))?[dv]*o[dvwp]*$")
_SHARE_OF_IT: Final = re.compile(r"[%M][dvw]{0,2}(?:[oi]|s[oi]?)[dvw]{0,3}(?:Q[dvwio]{0,3})?$")


def from_text(query: Query, reporter: Slot | None, partner: Slot | None) -> Parties:
    """Both sides, what is missing taken from the rest of the sentence, then from the text before."""
    if reporter is None and partner is None:
        told = pointed_at(query)
        if told is not None:
            return told
    reporter = reporter or viewpoint(query) or possessor_subject(query, partner)
    said_reporter = reporter is not None
    if partner is None and reporter is not None and query.nominal.flow == "turnover" and query.own:
        partner = place_of(query, reporter)
    if reporter is None and partner is None and fronted_partner(query, None) is None:
        said = later_phrase(query) or earlier_phrase(query) or _figure_before(query)
        if said is not None:
            return said
    reporter = reporter or _sentence_owner(query, partner) or _reporter_before(query, partner)
    partner = partner or fronted_partner(query, reporter) or _announced(query, reporter) or _taker(query)
    partner = partner or _home_dealt_with(query, reporter)
    partner = partner or _section_partner(query, reporter)
    partner = partner or _partner_before(query, reporter, said_reporter=said_reporter)
    return _two_sides(query, reporter, partner)


def _section_partner(query: Query, reporter: Slot | None) -> Slot | None:
    """ "Total trade was $4 billion", "a surplus for Peru", in a section on trade with one country: that one.

    So it is under a headline on the trade of two, as long as the text has named no third.
    """
    frame = query.frame
    titled = frame.titled and not of_everybody(query) and len(frame.partners) <= 1 and not with_all_just_now(query)
    if not (frame.section or titled) or frame.topic is None or not query.own:
        return None
    told = query.nominal.cue.code == "V" and same_value(reporter, frame.home) and not query.nominal.total
    bare = query.nominal.flow in {"turnover", "balance"} or not query.nominal.owners or told
    sides = [side for side in frame.topic if not same_value(reporter, side)]
    return inherited(sides[0], "section") if bare and len(sides) == 1 else None


def _announced(query: Query, reporter: Slot | None) -> Slot | None:
    """ "Peru and Chile traded briskly: Peru exported $5 billion": the other of the two that trade before the colon."""
    opening = query.codes[: query.nominal.first].rfind(":") if query.own else -1
    pair = _TRADERS.search(query.codes[: max(opening, 0)])
    if reporter is None or pair is None or query.nominal.flow not in {"export", "import"}:
        return None
    sides = [slot_at(query, at, "joined") for at in range(*pair.span()) if query.codes[at] == "E"]
    other = [side for side in sides if side.value != reporter.value]
    return other[0] if len(other) == 1 else None


def _taker(query: Query) -> Slot | None:
    """Whoever takes, or supplies, what another trades.

    "Peru took Chilean exports worth $5 billion", "Peru supplied $2 billion of imports".
    """
    before = query.codes[: max(query.nominal.first, 0)]
    supplied = query.binding.rule == "worth-of" and query.nominal.flow in {"export", "import"}
    found = _SUPPLIER.search(before) if supplied else None
    if found is None and query.nominal.flow == "export" and query.nominal.owners:
        found = _TAKER.search(before)
    if found is None:
        return None
    return slot_at(query, found.start(), "subject")


def _two_sides(query: Query, reporter: Slot | None, partner: Slot | None) -> Parties:
    """Nobody trades with itself; a reporter whose partner nobody names trades with the world."""
    if partner is not None and same_value(reporter, partner):
        other = _other_side(query, partner)
        reporter, partner = (other, partner) if other is not None else (reporter, None)
    if partner is None and reporter is not None:
        partner = everybody(reporter)
    return Parties(reporter=reporter, partner=partner)


def _other_side(query: Query, partner: Slot) -> Slot | None:
    """The other side of a partner that was also found as reporter."""
    frame = query.frame
    for known in (frame.subject, frame.home, frame.reporter):
        if known is not None and known.value != partner.value:
            return inherited(known, "other-side")
    return None


def _figure_before(query: Query) -> Parties | None:
    """Both sides of the figure before in the sentence, unless the phrase means trade with everybody."""
    before = query.earlier
    if before is None or not query.own or of_everybody(query):
        return None
    if before.reporter is None or before.partner is None or before.partner.value == WORLD:
        return None
    said = Parties(reporter=replace(before.reporter, inherited=True), partner=replace(before.partner, inherited=True))
    turned = query.nominal.cue.code == "N" and same_value(before.partner, query.frame.home)
    return Parties(reporter=said.partner, partner=said.reporter) if turned and _turns(query) else said


def _turns(query: Query) -> bool:
    """Whether the figure before was told from the other side: "Germany bought $2 billion, 8 % of exports"."""
    previous = query.nominals[: query.nominals.index(query.nominal)] if query.nominal in query.nominals else ()
    return bool(previous) and previous[-1].cue.code == "V"


# ---- the reporter ---------------------------------------------------------------------------------------------------


def _sentence_owner(query: Query, partner: Slot | None) -> Slot | None:
    """The owner of an earlier trade phrase in the sentence: "Kazakh exports … while imports …"."""
    for nominal in reversed(query.nominals):
        if nominal.head < query.place and nominal.flow and nominal.owners:
            slot = party_slot(query, nominal.owners[-1])
            if slot is not None and not same_value(slot, partner):
                return replace(slot, rule="sentence-owner", inherited=True)
    return None


def _reporter_before(query: Query, partner: Slot | None) -> Slot | None:
    """The first of those whom the text was about that is not the partner."""
    frame = query.frame
    if frame.opposite is not None and frame.new_paragraph and query.own and same_value(partner, frame.home):
        return inherited(frame.opposite, "opposite")
    for known, rule in _candidates(query):
        if known is not None and not same_value(partner, known):
            return inherited(known, rule)
    return None


def _candidates(query: Query) -> Iterator[tuple[Known | None, str]]:
    """Whose trade it may be, by what the text before was about."""
    frame = query.frame
    if query.own and speaks_again(query.sentence):
        yield frame.speaks, "speaker"
    if _home_speaks(query):
        yield frame.home, "home"
    if value_of(frame.reporter) != WORLD or value_of(frame.home) in {WORLD, None}:
        yield frame.reporter, "before"
    yield frame.subject, "subject-before"
    yield frame.home, "home"
    for side in frame.pair or ():
        yield side, "pair-before"


def _home_speaks(query: Query) -> bool:
    """Whether bare "exports" are again those of the economy that the article is about.

    They are in a new paragraph, and where the last pair had home only understood; "Georgia's trade with China …
    Imports …" stays with Georgia.
    """
    frame = query.frame
    if frame.home is None or not query.own:
        return False
    if frame.reporter is None:
        return True
    sides = {frame.reporter.value, frame.partner.value if frame.partner else None}
    named = {side.code for side in query.nominal.partners if side.code} - {frame.home.value}
    if named and not named & sides and frame.home.value in sides:
        return True  # the partner changes, and whose trade the text is about does not
    aside = frame.pair is not None and not frame.pair_here and frame.reporter.value in {one.value for one in frame.pair}
    if frame.reporter.value != frame.home.value and (frame.new_paragraph or aside or leaves_goods(query)):
        return True
    return frame.home.value in sides and not frame.pair_said


# ---- the partner ----------------------------------------------------------------------------------------------------


def _partner_before(query: Query, reporter: Slot | None, *, said_reporter: bool) -> Slot | None:
    """A partner that an earlier phrase named goes on to count while the text stays with the same pair."""
    if of_everybody(query) or (query.own and is_shared(query.codes, query.figure)):
        return None
    if _is_whole_before(query):
        return query.earlier.whole if query.earlier is not None else None
    if (both := _pair_of_both_flows(query, reporter)) is not None:
        return both
    slot = _partner_of_figure(query, reporter) or _partner_of_phrase(query, reporter)
    if slot is not None:
        return replace(slot, rule="sentence-partner", inherited=True)
    return from_pair(query, reporter, said_reporter=said_reporter)


def _pair_of_both_flows(query: Query, reporter: Slot | None) -> Slot | None:
    """A gap right behind exports to a country and imports from it is the gap with that country."""
    frame, pair = query.frame, query.frame.pair
    if query.nominal.flow != "balance" or pair is None or frame.new_paragraph or frame.sentence_age > 0:
        return None
    if not frame.both_flows or not any(same_value(reporter, side) for side in pair):
        return None
    other = next((side for side in pair if not same_value(reporter, side)), None)
    return inherited(other, "pair-before")


def _is_whole_before(query: Query) -> bool:
    """ "12 % of Chile's imports, which came to $5 billion": the phrase is the whole of the share before it."""
    return query.own and _SHARE_OF_IT.search(query.codes[: query.nominal.first]) is not None


def _partner_of_figure(query: Query, reporter: Slot | None) -> Slot | None:
    """With whom the figure before in the sentence was, seen from this reporter."""
    kept = query.earlier.partner if query.earlier else None
    if query.earlier is None or kept is None:
        return None
    if kept.value == WORLD and is_other_flow(query) and same_value(reporter, query.earlier.reporter):
        return kept  # "Peru's exports fell 2 % to $5 billion, while imports rose 3 %"
    if kept.value != WORLD and query.earlier.reporter is not None and reporter is not None:
        if same_value(reporter, kept):
            return query.earlier.reporter
        if same_value(reporter, query.earlier.reporter):
            return kept
    return kept if kept.rule in {"behind", "of"} and not same_value(reporter, kept) else None


def _partner_of_phrase(query: Query, reporter: Slot | None) -> Slot | None:
    """The partner of an earlier trade phrase in the sentence."""
    for nominal in reversed(query.nominals):
        if nominal.background or nominal.cue.partner:
            continue  # "rose on sales to Peru, while imports fell"
        if nominal.head < query.place and nominal.flow and nominal.partners:
            slot = joined(query, nominal.partners)
            if slot is not None and not same_value(slot, reporter):
                return slot
    return None


def from_pair(query: Query, reporter: Slot | None, *, said_reporter: bool) -> Slot | None:
    """The other side of the pair that the text is about.

    A said reporter keeps its partner only where it is not the economy that the whole article is about: that one's
    trade without a partner is with the world. A subject new to the pair trades with the side that stays.
    """
    frame, pair, home = query.frame, query.frame.pair, query.frame.home
    if pair is None or reporter is None or (frame.sentence_age > 1 and not of_two(query)):
        return None
    if any(same_value(reporter, side) for side in pair):
        other = next((side for side in pair if side.value != reporter.value), None)
        return inherited(other, "pair-before") if pair_goes_on(query, reporter, said_reporter=said_reporter) else None
    if frame.many_traders and frame.new_paragraph and query.own:
        return None
    if (
        is_group(reporter.value)
        and "+" not in reporter.value
        and any(_within(reporter.value, side.value) for side in pair)
    ):
        return None  # "the euro area's surplus", behind figures of Turkey and the EU: with the world
    among = _side_outside_group(query, reporter)
    if among is not None:
        return inherited(among, "pair-before")
    home_stays = home is not None and any(side.value == home.value for side in pair)
    if home_stays and (not query.own or len(frame.partners) > 1):
        return inherited(home, "pair-before")
    return None


def _within(inner: str, outer: str) -> bool:
    """Whether a group is a part of another."""
    return members(inner, GROUP_YEAR) <= members(outer, GROUP_YEAR)


def _home_dealt_with(query: Query, reporter: Slot | None) -> Slot | None:
    """ "China supplied $1.2 billion", in a text on Argentina's trade: whom others sell to or buy from is not said."""
    frame, cue = query.frame, query.nominal.cue
    if frame.home is None or reporter is None or cue.code != "V" or not query.own:
        return None
    if not cue.weak and not _turns_in_row(query):
        return None
    sides = {known.value for known in (frame.reporter, frame.partner) if known is not None}
    goes_on = frame.home.value in sides and not same_value(reporter, frame.home)
    return inherited(frame.home, "home") if goes_on else None


def _turns_in_row(query: Query) -> bool:
    """ "Peru took 9 % of exports, followed by Chile and Cuba, which imported $3 and $2 bn": told from the others."""
    before = [one.flow for one in query.nominals if one.last <= query.nominal.first]
    return is_aligned(query) and before[-1:] == ["export"] and query.nominal.flow == "import"


def _side_outside_group(query: Query, reporter: Slot) -> Known | None:
    """With another member of the group that the text is about, the side of the pair that is no member stays."""
    pair, group = query.frame.pair, query.frame.group
    if pair is None or group is None:
        return None
    inside = members(group.value, GROUP_YEAR) | {group.value}
    if not set(reporter.value.split("+")) <= inside:
        return None
    outside = [side for side in pair if not set(side.value.split("+")) <= inside]
    return outside[0] if len(outside) == 1 else None
