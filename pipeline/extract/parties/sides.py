"""Whom a mention means as a side of trade: a name, "its", "the bloc", "there", one member of a group."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.economy import ADJECTIVE_KINDS, GROUP_KINDS, GROUP_YEAR, country_of, members
from pipeline.extract.frame import Known
from pipeline.extract.parties.governed import is_governed
from pipeline.extract.parties.speakers import speaker_before, speaker_known
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.party import Party, party_of
from pipeline.extract.query import OUTSIDE, WORLD, Query, Slot, heads_section, inherited, same_value, slot_of, summed
from pipeline.extract.row.items import Item
from pipeline.extract.row.words import counted, mentions, says, says_first, speaks

COUNTED: Final = "counted"
"""How a side is found that counts the ones named before: "the three countries"."""
_FIRMS: Final = re.compile(r"'?w?F")
_AMOUNTS: Final = re.compile(r"([Q%])(?:[dv]*,[dv]*\1)*[dv]*,?&[dv]*\1(?![dv,i]*P[dv]*&)")
_BEFORE_COLON: Final = re.compile(r"E:[dv]*[Q%M][dv]*o[dv]*$")
_MOVES: Final = re.compile(r"[vA]*T")
_WHICH: Final = re.compile(r"E,?W[^,;E]*$")
_LISTED_WITH: Final = re.compile(r"(?:[dv,&()]*[EG])*[)]?")
_IS: Final = re.compile(r"E(?:[vP(),]*L|,)[dv]*$")
"""Before a noun for a partner: who it is, "Peru is its top customer", "Peru, its top customer, took …"."""
_VERBS: Final = frozenset("TLSVA")


def slot_at(query: Query, index: int, rule: str) -> Slot:
    """The economy of an item as a slot."""
    return slot_of(query.sentence.items[index], rule)


def joined(query: Query, parties: tuple[Party, ...]) -> Slot | None:
    """One side as a slot; several economies are an ad-hoc sum."""
    slots = [slot for slot in (party_slot(query, party) for party in parties) if slot is not None]
    if len(slots) <= 1:
        return slots[0] if slots else None
    return _aligned(query, slots) or summed(slots)


def _aligned(query: Query, slots: list[Slot]) -> Slot | None:
    """ "… to the EU, the US and China rose 3 %, 2 % and 1 %, respectively": the figure's own member of it.

    As many amounts side by side behind the list are given one each, said or not: "… were $3 bn, $2 bn and $1 bn".
    """
    if not speaks(query.sentence, "respectively") and not _is_one_each(query, len(slots)):
        return None
    end = max(slot.start for slot in slots)  # the last of the list; a pronoun's slot may lie before the sentence
    last = max((index for index, item in enumerate(query.sentence.items) if item.start <= end), default=-1)
    code = query.codes[query.figure : query.figure + 1]
    row = [index for index in query.sentence.figures() if index > last and query.codes[index] == code]
    if query.figure not in row or len(row) < len(slots):
        return None
    place = row.index(query.figure)
    return slots[place] if place < len(slots) else None


def _is_one_each(query: Query, count: int) -> bool:
    """Whether the figure is one of just so many of a kind that only commas and "and" part, with no two times behind."""
    runs = _AMOUNTS.finditer(query.codes)
    return any(run[0].count(run[1]) == count for run in runs if run.start() <= query.figure < run.end())


def party_at(query: Query, index: int, how: str) -> Slot | None:
    """Whom the item means, be it a name or a word that stands for one."""
    code = query.sentence.items[index].ref.code if query.codes[index] == "E" else None
    return party_slot(query, Party(code=code, index=index, how=how))


def party_slot(query: Query, party: Party) -> Slot | None:
    """Whom a side of a phrase means; None where the text does not settle it."""
    item = query.sentence.items[party.index]
    if party.how == "there":
        return _place_named(query, party.index) or _there(query)
    if party.code is not None:
        code = party.code
        if party.how == "owner" and code.startswith(OUTSIDE) and mentions(item, "outside"):
            code = code.removeprefix(OUTSIDE)  # "extra-EU exports" are the EU's
        named = Slot(value=code, start=item.start, end=item.end, rule=party.how)
        return member_meant(query, party.index) or named
    if item.code == "2":
        return inherited(query.frame.meant_pair[0] if query.frame.meant_pair else None, "pair")
    if item.cue is not None and item.cue.home:
        speaker = speaker_known(query.sentence)
        if speaker is not None:
            return Slot(value=speaker.value, start=speaker.start, end=speaker.end, rule="speaker")
        return inherited(speaker_before(query), "speaker") or inherited(query.frame.home, "home-anaphor")
    if _is_group(item):
        group = query.frame.group if _is_so_many(query.frame.group, item) else None
        meant = _listed(query, item) or _group_before(query, party.index) or inherited(group, "group-anaphor")
        return None if meant is None else replace(meant, value=meant.value.removeprefix(OUTSIDE))
    if says_first(item, "pointing"):
        return _pointed_at(query, party.index)
    if (item.cue is not None and item.cue.other) or _is_partner(query, party):
        return _other_than_subject(query, party)
    found = _all_of_them(query, party) or _home_with_another(query, party) or _antecedent(query, party.index)
    if found is not None and mentions(item, "sovereign"):
        return replace(found, value=country_of(found.value))  # of Shanghai "the country" is China
    return found


def _all_of_them(query: Query, party: Party) -> Slot | None:
    """ "Together they took 45 %": those whom the sentence before was about."""
    before = query.sentence.items[: party.index]
    jointly = any(says(item, "jointly") for item in before) and says(
        query.sentence.items[party.index], "plural_pronouns"
    )
    return inherited(query.frame.together, "together") if jointly else None


def _pointed_at(query: Query, index: int) -> Slot | None:
    """ "Imports from that country": whom the clause is about, if that is not whom the article is about."""
    subject, home = subject_before(query, index), query.frame.home
    if subject is not None and not same_value(subject, home):
        return subject
    here = (slot_at(query, at, "pointed-at") for at in range(index - 1, -1, -1) if query.codes[at] == "E")
    other = next((side for side in here if side.value != WORLD and not same_value(side, home)), None)
    if other is not None:
        return other
    named = (known for known in query.frame.named if home is None or known.value != home.value)
    return inherited(next(named, None), "pointed-at")


def _home_with_another(query: Query, party: Party) -> Slot | None:
    """ "The country's exports to China", behind a sentence on Russia in a text on India: the home's.

    A partner of the home trades with the home; with a third it is the home again. As the owner of "its main import
    market" nobody is his own partner.
    """
    frame, item = query.frame, query.sentence.items[party.index]
    own = next((one for one in query.nominals if any(side is party for side in one.owners)), None)
    partner = _IS.search(query.codes[: max(own.first, 0)]) if own is not None and own.cue.partner else None
    if partner is not None:
        return _host(query, party, slot_at(query, partner.start(), "partner"))
    if own is None or frame.home is None or not item.text.lower().startswith("the country"):
        return None
    if frame.new_paragraph and not any(query.codes[at] == "E" for at in range(party.index)):
        return inherited(frame.home, "home")
    if own.cue.partner and subject_before(query, max(own.first, 0)) is not None:
        return inherited(frame.home, "home")
    named = {side.code for side in own.partners if side.code} - {frame.home.value}
    subject = frame.subject
    third = bool(named) and subject is not None and subject.value in frame.partners and subject.value not in named
    return inherited(frame.home, "home") if third else None


def _host(query: Query, party: Party, partner: Slot) -> Slot | None:
    """ "Peru is its top customer": nobody is his own; it is whom the article is about, else whoever else is named."""
    home = query.frame.home
    other = home is not None and not same_value(partner, home)
    return inherited(home, "home") if other else _other_than_subject(query, party)


def _is_group(item: Item) -> bool:
    """Whether a word that stands for somebody stands for a group ("the region", "the trading bloc")."""
    return item.cue is not None and (item.cue.group or mentions(item, "group_anaphors"))


def _listed(query: Query, item: Item) -> Slot | None:
    """ "The three countries": the ones that the figures before were given for, if these are just as many."""
    sides = [slot for side in query.frame.listed if (slot := inherited(side, COUNTED)) is not None]
    return (
        replace(summed(sides), inherited=True, rule=COUNTED)
        if len(sides) >= 2 and len(sides) == counted(item.text)
        else None
    )


def _is_so_many(group: Known | None, item: Item) -> bool:
    """Whether "these three markets" can be the group that the text is on: as many as it has members."""
    count = counted(item.text)
    known = members(group.value, GROUP_YEAR) if group is not None else ()
    return count is None or not known or len(known) == count


def _place_named(query: Query, index: int) -> Slot | None:
    """ "Peru was the exception: sales there fell": the subject before the colon, where it is not whose trade it is."""
    colon = query.codes[:index].rfind(":")
    subject = subject_before(query, colon) if colon > 0 else None
    return None if subject is None or same_value(subject, query.frame.home) else replace(subject, rule="there")


def _there(query: Query) -> Slot | None:
    """ "Sales there": the partner said last, else the last economy that is not whom the article is about."""
    said = query.earlier.partner if query.earlier is not None else None
    if said is not None and not said.inherited and said.value != WORLD:
        return replace(said, rule="there")  # "sold $5 billion to Peru and bought $2 billion there"
    frame = query.frame
    home = frame.home.value if frame.home else None
    for known in (frame.partner, frame.subject, frame.reporter):
        if known is not None and known.value not in {WORLD, home}:
            return inherited(known, "there")
    return None


def _other_than_subject(query: Query, party: Party) -> Slot | None:
    """ "Its northern neighbour", "sold it $2 billion": whoever is named last and is not whom the clause is about."""
    index = party.index
    own = _phrase_with(query, index) or query.nominal
    named = [at for at in range(index) if query.codes[at] == "E" and not own.first <= at < own.last]
    owners = [side.code for side in own.owners if side.code] if own.cue.code == "N" else []
    about = owners[0] if owners else _about(query, min(index, max(own.first, 0)))
    here = (party_slot(query, party_of(query.sentence, at, "neighbour")) for at in reversed(named))
    pair = query.frame.meant_pair or ()
    neighbour = query.sentence.items[index].cue
    other = neighbour is not None and neighbour.other and about in {side.value for side in pair}
    met = [side for side in pair if other and side.value != WORLD]
    before = (inherited(known, "neighbour") for known in (*met, *query.frame.named))
    noun = party.how == "to-whom" and not says(query.sentence.items[index], "pronouns")
    home = inherited(query.frame.home, "home") if noun else None
    return next((slot for slot in (home, *here, *before) if slot is not None and slot.value != about), None)


def _phrase_with(query: Query, index: int) -> Nominal | None:
    """The trade phrase that an item stands in."""
    return next((nominal for nominal in query.nominals if nominal.first <= index < nominal.last), None)


def _is_partner(query: Query, party: Party) -> bool:
    """Whether a word that stands for the party makes it the partner of a phrase ("sold it", "with the country").

    So does one behind the figure: "bought goods worth $2 billion from it".
    """
    if party.how == "behind" and says(query.sentence.items[party.index], "pronouns"):
        return True
    attached = {side.index for nominal in query.nominals for side in nominal.partners if side.how != "pair"}
    return query.codes[party.index] == "r" and party.index in attached


def _about(query: Query, limit: int) -> str | None:
    """Whom the clause is about: its subject, else the first owner of a trade phrase, else whom the text is about."""
    subject = subject_before(query, limit)
    if subject is not None:
        return subject.value
    owners = [side.code for nominal in query.nominals for side in nominal.owners if side.code]
    return owners[0] if owners else query.frame.home.value if query.frame.home else None


def member_meant(query: Query, index: int) -> Slot | None:
    """ "The South American supplier", "the Central Asian country": the member that the text is about."""
    items, frame = query.sentence.items, query.frame
    if items[index].ref.kind not in GROUP_KINDS or index + 1 >= len(items):
        return None
    before = index - 1 - says(items[index - 1], "directions")  # "the West African state"
    if not says(items[index + 1], "member") or not says(items[before], "definite"):
        return None
    inside = members(items[index].ref.code, GROUP_YEAR)
    for known in (frame.subject, frame.home, frame.reporter, frame.partner):
        if known is not None and known.value in inside and known.value not in query.parts:
            return inherited(known, "member")
    return None


def _group_before(query: Query, index: int) -> Slot | None:
    """The last group that the sentence names before an item; "EU exports to the region" go to another than the EU."""
    own = (nominal for nominal in query.nominals if nominal.first <= index < nominal.last)
    owners = {side.code for nominal in own for side in nominal.owners}
    for at in range(index - 1, -1, -1):
        mention = query.sentence.items[at].ref if query.codes[at] == "E" else None
        if mention is not None and mention.kind in GROUP_KINDS and mention.code not in owners:
            return slot_at(query, at, "group-anaphor")
    return None


def _antecedent(query: Query, index: int) -> Slot | None:
    """Whom "its" or "the country" means: the subject or owner said last in the sentence, else before it."""
    own = _phrase_with(query, index)
    if own is not None and own.first == index and any(own.first < at < own.head for at in query.sentence.figures()):
        owners = [one.owners[-1] for one in query.nominals if one.last <= index and one.owners and one.owners[-1].code]
        if owners:  # "Peru stood for $2 bn of Chile's $9 bn in imports and $1 bn of its $8 bn in exports"
            return slot_at(query, owners[-1].index, "anaphor")
    subject = relative(query, index) or subject_before(query, index)
    if subject is None and (announced := _BEFORE_COLON.search(query.codes[:index])) is not None:
        subject = slot_at(query, announced.start(), "anaphor")  # "others, such as Peru: 38 % of its exports …"
    of_another = own is not None and bool(own.partners)  # "took 10 % of its imports from Peru"
    own_part = subject is not None and set(subject.value.split("+")) <= set(query.parts)
    if subject is not None and (not own_part or of_another):  # nobody is a part of what is their own
        return replace(subject, rule="anaphor")
    for nominal in reversed(query.nominals):
        if nominal.last <= index and nominal.owners and nominal.owners[-1].code:
            return slot_at(query, nominal.owners[-1].index, "anaphor")
    if subject is not None and (served := _served(query, index)) is not None:
        return served
    frame = query.frame
    known = (frame.subject, frame.reporter, *(frame.pair or ()), frame.home)
    others = {side.code for side in own.partners} if own is not None else set()  # nobody buys from itself
    meant = (one for one in known if one is not None and one.value not in query.parts and one.value not in others)
    return inherited(next(meant, None), "anaphor")


def _served(query: Query, index: int) -> Slot | None:
    """ "Peru is a top source for Chile, with 5 % of its imports": for whom it is what its share is of."""
    for at in range(1, index):
        before = len(query.codes[:at].rstrip("dv")) - 1
        if query.codes[at] == "E" and before >= 0 and says(query.sentence.items[before], "for_whom"):
            return slot_at(query, at, "anaphor")
    return None


def relative(query: Query, limit: int) -> Slot | None:
    """Whom "which" stands for in its clause: "… shipped to India, which increased its share"."""
    found = _WHICH.search(query.codes[:limit])
    if found is None or _is_of_flow(query, found.start()):
        return None
    return slot_at(query, found.start(), "which")


def _is_of_flow(query: Query, at: int) -> bool:
    """ "Shipments to Peru, which rose 5 %": "which" is the flow that the economy only belongs to."""
    return query.own and query.nominal.cue.code == "N" and query.nominal.first <= at < query.nominal.last


# ---- the subject of a clause ----------------------------------------------------------------------------------------


def subject_before(query: Query, limit: int) -> Slot | None:
    """The economy that the clause is about: not behind a preposition, no possessor, not in a trade phrase."""
    codes = query.codes
    clause = max(codes.rfind(joint, 0, limit) for joint in "y;")
    spans = [*((nominal.first, nominal.last) for nominal in query.nominals), *query.sentence.asides]
    found, place = None, 0
    for at in range(limit):
        if codes[at] not in "Er" or any(first <= at < last for first, last in spans) or not _is_subject(query, at):
            continue
        if _is_flow_itself(query, at) or heads_section(query, at):
            continue
        if found is not None and codes[at] != "E" and says(query.sentence.items[at], "pronouns"):
            continue  # "Peru was alone with a surplus: it shipped …"
        slot = _subject_at(query, at)
        if slot is not None and (found is None or at > clause or _new_clause(codes[place + 1 : at])):
            found, place = slot, at
    return found


def _is_flow_itself(query: Query, at: int) -> bool:
    """ "Exports went another way: they rose 5 %": a pronoun for the flow, whose it is."""
    pronoun = query.codes[at] == "r" and query.own and query.nominal.last <= at
    if not pronoun or "E" in query.codes[query.nominal.last : at]:
        return False
    several = says(query.sentence.items[at], "pronouns") and not says(query.sentence.items[at], "singular")
    return several and _MOVES.match(query.codes, at + 1) is not None


def _new_clause(between: str) -> bool:
    """Whether a later subject begins a clause of its own: the one before it has its verb, and a joint follows."""
    return not _VERBS.isdisjoint(between) and between.rstrip("dv")[-1:] in {",", "&"}


def _subject_at(query: Query, at: int) -> Slot | None:
    """Whom a subject means: "it" is whom the text before was about."""
    if query.codes[at] != "E" and at > 0 and says(query.sentence.items[at], "pronouns"):
        together = _all_of_them(query, party_of(query.sentence, at, "subject"))
        return together or inherited(query.frame.subject or query.frame.reporter, "anaphor")
    return party_at(query, at, "subject")


def _is_subject(query: Query, at: int) -> bool:
    """Whether an economy, or a word for one, can be what its clause is about."""
    qualified = query.codes[at - 1 : at] == "w" and says(query.sentence.items[at - 1], "of_others")
    if is_governed(query.codes[: at - qualified]):
        return False
    if _FIRMS.match(query.codes, at + 1):
        return True  # "France's firms", "British companies"
    after = query.codes[at + 1 : at + 2]
    if after in {"'", "-"}:
        return False
    if query.codes[at] == "E" and query.sentence.items[at].ref.code == WORLD:
        return False  # "sold abroad"
    if query.codes[at] == "E":
        return _is_named_subject(query, at, after)
    return query.own or not says(query.sentence.items[at], "pronouns")


def _is_named_subject(query: Query, at: int, after: str) -> bool:
    """Whether a named economy is a subject: no adjective, no forecaster, no part of the name of one member."""
    items = query.sentence.items
    kind = items[at].ref.kind
    if kind in ADJECTIVE_KINDS:
        tail = after == "w" and says(items[at + 1], "name_tails")
        return after in _VERBS or (tail and query.codes[at + 2 : at + 3] in _VERBS)
    following = items[at + 1] if at + 1 < len(items) else None
    if following is None:
        return True
    ahead = items[_LISTED_WITH.match(query.codes, at + 1).end() :][:1]  # type: ignore[union-attr]
    if ahead and ahead[0].code == "A" and not (ahead[0].cue is not None and ahead[0].cue.future):
        return False  # who forecasts is the source, not the trader
    return not (kind == "group" and says(following, "of_group"))
