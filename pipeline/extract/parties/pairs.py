"""Two sides that were said before: of an earlier phrase of the sentence, or the pair that the text is about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.parties.rows import aligned_party
from pipeline.extract.parties.sides import joined, party_slot, slot_at, subject_before
from pipeline.extract.parties.speakers import posted_pair
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import Parties, Query, Slot, inherited, same_value
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import mentions, says

_OPENED_WITH: Final = re.compile(r'[dvy"]*h[dv]*N')
_NAMED_PARTNER: Final = re.compile(r"([vP,]*L[vd]*E),?h[dv]*$")
_OPENS: Final = re.compile(r"[dv]*E,")
"""Whom a sentence opens with, apart from the rest: "Globally, Japan ran a deficit"."""
_TWO_JOINED: Final = re.compile(r"(?<![,&])E[dv]*(?:&[dv]*|-)E(?![',&])|^E,E(?![',&])")


def in_favour(sentence: Sentence, figure: int) -> str | None:
    """Whose surplus a balance is said to be: "$1 billion in favour of Turkey", "in Ashgabat's favour"."""
    for index in range(figure + 1, len(sentence.items)):
        if sentence.codes[index] in FIGURES:
            return None
        if says(sentence.items[index], "favour"):
            behind, before = sentence.items[index + 1 : index + 4], sentence.items[max(figure, index - 2) : index]
            return next((item.ref.code for item in (*behind, *before) if item.code == "E"), None)
    return None


def pair_before(query: Query, known: Slot | None) -> Parties:
    """The pair that the text is about; with ``known`` as one side where that is another party."""
    posted = posted_pair(query.sentence) if known is None else None
    if posted is not None:
        return Parties(reporter=slot_at(query, posted[0], "posted"), partner=slot_at(query, posted[1], "posted"))
    pair = query.frame.meant_pair or query.frame.coming
    assert pair is not None  # asked for by the caller
    first, second = (inherited(side, "pair") for side in pair)
    assert first is not None
    assert second is not None
    if known is None or known.value == first.value:
        return Parties(reporter=known or first, partner=second)
    if known.value == second.value:
        return Parties(reporter=known, partner=first)
    other = second if same_value(first, query.frame.reporter) else first
    return Parties(reporter=known, partner=_staying(query, known) or other)


def _staying(query: Query, known: Slot) -> Slot | None:
    """With a new party the side that stays is the one that the text has kept ("… China … bilateral trade")."""
    home = query.frame.home
    return inherited(home, "home") if home and home.value != known.value else None


def said_pair(query: Query, known: Slot | None) -> Parties | None:
    """The two sides that "bilateral trade" means: of an earlier phrase of the sentence, else of the text before."""
    said = _phrase_pair(query, query.nominals) or joined_before(query)
    if said is not None:
        return said
    return pair_before(query, known) if has_pair(query, known) else None


def has_pair(query: Query, known: Slot | None) -> bool:
    """Whether anything says whom "the two countries" means: the text before, an ambassador's post, the text to come."""
    frame = query.frame
    if frame.meant_pair or (known is None and posted_pair(query.sentence) is not None):
        return True
    return frame.coming is not None and (known is None or any(same_value(known, side) for side in frame.coming))


def joined_before(query: Query) -> Parties | None:
    """ "The ministers of Chile and Peru want to double mutual trade": the two that the sentence joins before it."""
    runs = list(_TWO_JOINED.finditer(query.codes, 0, max(query.nominal.first, 0)))
    places = [at for at in range(*runs[-1].span()) if query.codes[at] == "E"] if runs else []
    if not places or any(query.sentence.items[at].ref.kind == "world" for at in places):
        return None  # "Globally, Japan ran a deficit" joins nobody
    return Parties(reporter=slot_at(query, places[0], "joined"), partner=slot_at(query, places[-1], "joined"))


def partner_phrase(query: Query) -> Parties | None:
    """ "The US is Thailand's third-largest market, with imports of …": the pair of the phrase before.

    "Its best customer, with purchases of …" and "its top supplier, shipping …" tell the flow from the other's side.
    """
    phrases = tuple(nominal for nominal in query.nominals if nominal.cue.partner and nominal.head < query.nominal.head)
    said = _phrase_pair(query, phrases)
    acts = query.nominal.cue.weak or query.nominal.cue.code == "V"
    turned = said and acts and {phrases[-1].flow, query.nominal.flow} == {"export", "import"}
    return Parties(reporter=said.partner, partner=said.reporter) if said and turned else said


def earlier_phrase(query: Query) -> Parties | None:
    """Both sides of an earlier phrase of the sentence: "China's top partner, with a trade volume of …"."""
    return None if not query.own or of_everybody(query) else _phrase_pair(query, query.nominals)


def later_phrase(query: Query) -> Parties | None:
    """ "With exports of $2 billion, Peru's trade with Chile reached …": the sides of the phrase that it opens."""
    if not query.own or _OPENED_WITH.match(query.codes) is None:
        return None
    for nominal in query.nominals:
        behind = nominal.first > query.figure and nominal.flow == "turnover" and nominal.owners and nominal.partners
        if behind and query.codes[: nominal.first].rstrip("dv")[-1:] == ",":
            owner, other = party_slot(query, nominal.owners[0]), joined(query, nominal.partners)
            if owner is not None and other is not None and owner.value != other.value:
                return Parties(reporter=replace(owner, inherited=True), partner=replace(other, inherited=True))
    return None


def of_everybody(query: Query) -> bool:
    """Whether the phrase is set apart from the partner named before: "total exports", "globally, exports …".

    Total trade alone is both ways with the partner before.
    """
    nominal = query.nominal
    if (opening := _OPENS.match(query.codes)) and query.sentence.items[opening.end() - 2].ref.kind == "world":
        return not nominal.partners
    if query.own and any(_is_with_everybody(query, one) for one in query.nominals if one.flow == nominal.flow):
        return True
    return nominal.total and nominal.flow in {"export", "import", "balance"}


def of_all(query: Query) -> bool:
    """Whether the words are for trade with everybody: "total exports"."""
    return of_everybody(query) or query.nominal.total


def _is_with_everybody(query: Query, nominal: Nominal) -> bool:
    """Whether a trade noun up to this one says so itself: "the foreign trade balance showed a surplus"."""
    said = mentions(query.sentence.items[nominal.head], "with_all") and not nominal.cue.partner
    return said and not nominal.partners and nominal.head <= query.nominal.head


def _predicate_before(query: Query, nominal: Nominal) -> Slot | None:
    """ "Its main partners were China, with trade of …": whoever stands between the partner's noun and the figure's."""
    if not nominal.cue.partner:
        return None
    between = query.codes[nominal.last : query.nominal.first]
    found = _NAMED_PARTNER.match(between)
    return slot_at(query, nominal.last + found.end(1) - 1, "predicate") if found is not None else None


def _home_as_owner(query: Query, nominal: Nominal) -> Slot | None:
    """ "Peru was the largest supplier, shipping …": a supplier of the economy that the article is about."""
    return inherited(query.frame.home, "home") if nominal.cue.partner else None


def _phrase_pair(query: Query, nominals: tuple[Nominal, ...]) -> Parties | None:
    """The sides of the last of these phrases that stands before and has both."""
    for nominal in reversed(nominals):
        if not nominal.flow or nominal.head >= query.nominal.head or nominal.background:
            continue
        owner = party_slot(query, nominal.owners[0]) if nominal.owners else _home_as_owner(query, nominal)
        listed = aligned_party(query, governed=False) if nominal.cue.partner else None
        subject = listed or (subject_before(query, nominal.first) if nominal.cue.partner else None)
        other = joined(query, nominal.partners) or subject or _predicate_before(query, nominal)
        if owner and other and owner.value != other.value:
            return Parties(reporter=replace(owner, inherited=True), partner=replace(other, inherited=True))
    return None
