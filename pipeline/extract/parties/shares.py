"""Whose part of a whole a share is, and of which whole."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.economy import ADJECTIVE_KINDS
from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.whole_amount import is_whole, past_amount
from pipeline.extract.parties.clause import entry_of, own_destination
from pipeline.extract.parties.rows import aligned_party
from pipeline.extract.parties.sides import joined, party_at, party_slot, relative, slot_at, subject_before
from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.phrase.party import read_parties
from pipeline.extract.query import WORLD, Parties, Query, Slot, everybody, inherited
from pipeline.extract.row.brackets import without_brackets
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_OPENING: Final = re.compile(r"h[dv]*")
_SUBJECT_BEHIND: Final = re.compile(r"(?:[iP]*),([dv]*E)(?=[Lwv])(?!w{0,2}N)")
_DESTINATION: Final = re.compile(
    r"(?:[dvP]*&[dv]*%[dv]*o[dvwp]*N)?[^SytfhT;%QM]{0,12}?[LvdT]{0,3}(?:S|[tfh](?:&[tfh])?)[dv]*w{0,2}[Er]"
)
_VERB_OF: Final = re.compile(r"E[vA]*S[dvwn]*$")
"""Before a part: who has it, so that nobody behind it does ("Peru accounts for 5 % of Chile's trade, with …")."""
_OWNER_OF_AMOUNT: Final = re.compile(r"(?:E'|p)[dvw]*$")
_FOR_ANOTHER: Final = re.compile(r"[dv]*i[dv]*E(?=[,.;&\")]|$)")
"""Behind a share that is compared: whose it is ("…, compared with 14 % for Chile")."""
_THAT_OF: Final = re.compile(r"dv?o[dv]{0,2}(E)[vA]{0,3}[TULS][^EN;y]*$")
"""Whose share is told of next: "China's share rose to 30 %, and that of Peru fell to 15 %"."""
_AS_SHARE: Final = re.compile(r"y[dv]*so?[dv]*$")
_NEXT_CLAUSE: Final = re.compile(r"%[^%;y]*[;y][dv]*(E)(?:[vwAKP]*L[vwAKPL]*[h@b]|[h@])[dv]*$")
"""Before a further share of the same whole: "took 36 % of its exports, while Chile stayed second with 28 %"."""
_AND_TO: Final = re.compile(r"%[^%;yEN]*(?:&|,)[dv]*[tf][dv]*(E)[dv]*i[dv]*$")
"""Before a further share: "exports to Peru accounted for 91 % and to Chile for 5 %"."""
_LEADS_TO: Final = re.compile(r"\)?[dv]*(?:S[tfh]?|[TLVw]{1,2}[dv]*[tfh])[dv]*[Er](?!'|N)")
_HOLDER: Final = re.compile(r"(?:o?[dv]*|o[dvw\"]{1,7})(E(?:[dv,&]*E)*)(?!['E])[vP]*(?:[Cw]{0,2}C)?i")
_HOLDER_ALONE: Final = re.compile(r"[of][dv]*(E(?:[dv,&]*E)*)(?!['E])(?=[vwP]{0,2}[TLAS])")
_GOODS_WHICH: Final = re.compile(r"E[wC]{0,3}C,W[vA]*$")
"""Goods of an economy, of which a relative clause goes on: "bought Thai rice, which made up 20 % of its imports"."""
_GOODS_OF: Final = re.compile(r"(?:^|[,;yP])[dv]*(E)[wC-]*C[vAP]*$")
"""Goods by whose they are, before a verb of share: "Thai goods made up 20 % of Peru's imports"."""
_MORE_BEHIND: Final = re.compile(r"[-dvw]{0,3}[TJUN]")
"""Behind a percentage that is a change: "$5 billion, or 4 percent more", "…, or a 4 percent rise"."""
_TRADERS: Final = frozenset({"subject", "entry"})
"""How somebody is named whose part a share is."""
_LISTED: Final = re.compile(r"E(?:[dv,]*E)*[dv,]*&[dv]*E,?(?:[vA]*|[vAwTU]{1,3})$")

_WITH_ONE: Final = re.compile(r"h[dv]*(E)L[dvp]{0,2}[vwKR]{0,3}N,[^E;y]*$")
"""Before a part: whom a clause of its own is about, "with China being its top buyer, taking 38 % of exports"."""
_SHARE_IN: Final = re.compile(r"[dvwiofthpPECNK&'-]*")
"""From "share" to a verb of share: the whole, and its time."""
_TOGETHER: Final = re.compile(r"(?<![tfhoibn@gBlpuSV(dvw,&E])(E(?:[dv]*,[dv]*E)*[dv]*,?&[dv]*E)[^Q%M;y]{1,24},[vA]*$")
"""Before a participle of share: the list that its clause is about ("Peru, Cuba and Chile followed, making up 20 %")."""


def part_of(query: Query) -> Slot | None:
    """Whose share it is: the owner of "share", the subject of "accounts for", the entry of a list."""
    listed = aligned_party(query, governed=False)
    if listed is not None:
        return listed
    if (apart := _WITH_ONE.search(query.codes[: query.figure])) is not None and query.nominal.first > apart.end(1):
        return slot_at(query, apart.start(1), "subject")
    entry = _opened_with(query) or own_destination(query) or entry_of(query) or _destination(query)
    if entry is not None and not _said_by_verb(query, entry):
        return entry
    before = query.codes[: query.figure]
    that_of = _THAT_OF.search(before)
    if that_of is not None and says(query.sentence.items[that_of.start()], "same_flow"):
        return slot_at(query, that_of.start(1), "entry")
    if (next_one := _NEXT_CLAUSE.search(before) or _AND_TO.search(before)) is not None:
        return slot_at(query, next_one.start(1), "entry")
    for at in range(query.figure - 1, -1, -1):
        if query.codes[at] == "s":
            return _holder(query, at) or _possessor(query, at) or _said_behind(query)
        if query.codes[at] == "S" and not _of_share(query, at):
            return _part_before(query, at) or _part_told(query, at)
    return (
        _said_behind(query)
        or _shared_behind(query)
        or _buyer(query)
        or _holder_before(query)
        or _part_moved(query)
        or _part_said(query)
    )


def flow_as_share(query: Query) -> Parties | None:
    """ "Chile's exports to Peru fell as a share of its exports from 5 % to 4 %": the sides of the flow that is told."""
    before = [one for one in query.nominals if one.last <= query.nominal.first and one.flow == query.nominal.flow]
    if not before or not query.own:
        return None
    told = before[-1]
    if _AS_SHARE.search(query.codes[told.last : query.nominal.first]) is None or not told.partners:
        return None
    reporter = joined(query, told.owners) or subject_before(query, max(told.first, 0))
    return None if reporter is None else Parties(reporter=reporter, partner=joined(query, told.partners))


def compared_share(query: Query) -> Parties | None:
    """ "Peru's share rose to 15 %, compared with 14 % for Chile": the same whole, and whoever stands behind "for"."""
    other = _FOR_ANOTHER.match(query.codes, query.figure + 1)
    if other is None or query.earlier is None or query.codes[: query.figure].rstrip("dv")[-1:] not in {"g", "&", ","}:
        return None
    return replace(query.earlier, partner=slot_at(query, other.end() - 1, "share-owner"))


def is_as_part(sentence: Sentence, binding: Binding) -> bool:
    """ "Supplied $16 billion, or 25 percent": the amount before it as a part of all trade."""
    part = binding.rule == "or" and sentence.codes[binding.figure] == "%"
    return part and _MORE_BEHIND.match(sentence.codes, binding.figure + 1) is None


def whole_of_share(parties: Parties, flow: str | None) -> str | None:
    """The whole that a share is taken of, in the notation of the specification.

    "Peru imported … Chile supplied $16 billion, or 25 percent": of what Peru buys, for the text is on Peru.
    """
    reporter, partner = parties.reporter, parties.partner
    if reporter is None:
        return None
    other = {"export": "import", "import": "export"}.get(flow or "")
    told = partner is not None and partner.inherited and partner.value != WORLD and not reporter.inherited
    if parties.whole is None and other is not None and told and partner is not None and reporter.rule in _TRADERS:
        return f"{partner.value}/{WORLD}/{other}"
    whole = parties.whole.value if parties.whole is not None else WORLD
    owner = parties.of or reporter
    return f"{owner.value}/{whole}/{flow}"


def whole_within(query: Query) -> Parties | None:
    """ "Peru accounted for $2 billion of Chile's $9 billion in imports": the second is with everybody."""
    within = query.nominal.first < query.figure < query.nominal.head or query.nominal.first > query.figure
    if not within or query.nominal.partners or query.codes[query.figure] != "Q":
        return None
    if query.nominal.first > query.figure and not is_whole(query.sentence, query.binding):
        return None
    owner = joined(query, query.nominal.owners) or _owner_of_amount(query)
    if owner is None:
        return None
    return Parties(reporter=owner, partner=everybody(owner))


def _owner_of_amount(query: Query) -> Slot | None:
    """ "20 % of Chile's $5 billion exports": whose the whole is, named before its amount."""
    found = _OWNER_OF_AMOUNT.search(query.codes[: query.figure])
    return party_at(query, found.start(), "owner") if found is not None else None


def _said_behind(query: Query) -> Slot | None:
    """ "Of all imports, 14 % came from Peru", "… 12 % was with Chile": whom the verb behind a part leads to."""
    found = _LEADS_TO.match(query.codes, query.figure + 1) if query.binding.side == "before" else None
    if found is None:
        return None
    return _named_from(query, found.end() - 1, "behind")


def _shared_behind(query: Query) -> Slot | None:
    """ "At 11 %, Peru's share of Chile's trade was lower", "Peru had an 11 % share of …": whose "share" it is."""
    between = query.codes[query.figure + 1 : max(query.nominal.first, 0)]
    if "s" not in between or not set(between) <= set(",dvwE'psoiK"):
        return None
    at = query.figure + 1 + between.index("s")
    named = _possessor(query, at) if set(between) & set("Ep") else None
    return named or subject_before(query, query.figure)


def _of_share(query: Query, at: int) -> bool:
    """ "Peru's share in the trade of Chile accounted for 5 %": a share is what the verb of share is said of."""
    told = query.codes.rfind("s", 0, at)
    return told >= 0 and _SHARE_IN.fullmatch(query.codes, told + 1, at) is not None


def _holder_before(query: Query) -> Slot | None:
    """ "Peru gained ground and was left with 4 % of Chile's trade": the subject, where the whole is another's."""
    if query.binding.side != "after" or not query.own or not query.nominal.owners:
        return None
    subject = _listed_before(query, query.figure) or subject_before(query, query.figure)
    sides = {side.code for side in (*query.nominal.owners, *query.nominal.partners)}
    return None if subject is None or subject.value in sides or None in sides else subject


def _buyer(query: Query) -> Slot | None:
    """ "Germans were buying 30 % of our exports": whoever takes, or supplies, a part of the flow."""
    for nominal in reversed(query.nominals):
        verb = nominal.last <= query.figure and nominal.cue.code == "V" and query.binding.side == "after"
        if verb and {nominal.flow, query.nominal.flow} == {"export", "import"}:
            return subject_before(query, nominal.head)
    return None


def _opened_with(query: Query) -> Slot | None:
    """ "With 54 % of Korea's trade with the bloc, Chile stood out": the subject of a sentence that opens with it."""
    if not query.own or _OPENING.fullmatch(query.codes[: query.figure]) is None or query.binding.side != "after":
        return None
    found = _SUBJECT_BEHIND.match(query.codes, query.nominal.last)
    return None if found is None else slot_at(query, found.end(1) - 1, "subject")


def _said_by_verb(query: Query, entry: Slot) -> bool:
    """Whether a verb of share stands between the entry and the figure: its subject may be a list."""
    between = (item.start > entry.start for item in query.sentence.items[: query.figure])
    return "S" in {code for code, behind in zip(query.codes, between, strict=False) if behind}


def _destination(query: Query) -> Slot | None:
    """ "35.9 % of exports went to CIS countries", "80 % of exports … were with the US and Canada"."""
    if query.binding.side != "after" or not query.own or _VERB_OF.search(query.codes[: query.figure]) is not None:
        return None
    behind = past_amount(query.codes, query.nominal.last)
    found = _DESTINATION.match(query.codes[behind:])
    if found is None or any(code in "y;" for code in found[0]):
        return None
    return _named_from(query, behind + found.end() - 1, "behind")


def _holder(query: Query, at: int) -> Slot | None:
    """ "The share of Denmark in Britain's trade": the economy right behind the word, where the whole follows."""
    found = _HOLDER.match(query.codes[at + 1 :])
    if found is None and query.nominal.last <= at:
        found = _HOLDER_ALONE.match(query.codes[at + 1 :])  # the whole was named before
    if found is None:
        return None
    place = at + 1 + found.start(1)
    if query.own and query.nominal.first <= place < query.nominal.last:
        return None
    return _named_from(query, place, "share-owner")


def _possessor(query: Query, at: int) -> Slot | None:
    """ "its share", "China's share", "the US share"."""
    before = _last_not_in(query.codes, at, "'vwK")
    if before >= 0 and query.codes[before] in "Epr":
        return party_at(query, before, "share-owner")
    return None


def _part_moved(query: Query) -> Slot | None:
    """ "Shipments to the US fell from 21 % to 16 % of total exports": the partner of the flow whose part it is."""
    for nominal in reversed(query.nominals):
        another = nominal is not query.nominal and nominal.flow == query.nominal.flow and nominal.partners
        between = without_brackets(query.codes[nominal.last : query.figure])
        if nominal.last <= query.figure and another and not set(between) & set(";yEN"):
            return joined(query, nominal.partners)
        if nominal.last <= query.figure and _is_origin(query, nominal):
            return party_slot(query, nominal.owners[0])
    return None


def _is_origin(query: Query, nominal: Nominal) -> bool:
    """ "Russian oil imports went from 1 % of India's imports to 40 %": an adjective that says whence they come."""
    whole = {owner.code for owner in query.nominal.owners}
    if nominal is query.nominal or not nominal.flow == query.nominal.flow == "import" or len(nominal.owners) != 1:
        return False
    owner = nominal.owners[0]
    return owner.code is not None and bool(whole) and owner.code not in whole


def _part_said(query: Query) -> Slot | None:
    """ "Sales to Peru were $2 billion, or 38 % of total exports": the partner of the amount that the share restates."""
    partner = query.earlier.partner if query.earlier is not None else None
    before = [figure for figure in query.sentence.figures() if figure < query.figure]
    if not before or partner is None or query.binding.side != "after" or partner.value == WORLD:
        return None
    between = query.sentence.items[before[-1] + 1 : query.figure]
    joint = [item for item in between if item.code not in "dvP,i"]
    again = len(joint) == 1 and says(joint[0], "restating") and query.codes[before[-1]] == "Q"
    return replace(partner, inherited=True) if again else None


def _part_before(query: Query, at: int) -> Slot | None:
    """Who "accounts for" the share: another trade phrase's side, a list of economies, the subject."""
    if (together := _told_together(query, at)) is not None:
        return together
    for nominal in reversed(query.nominals):
        another = nominal.last <= at and nominal is not query.nominal and nominal.flow
        sided = bool(nominal.owners) or (bool(nominal.partners) and nominal.flow == query.nominal.flow)
        if another and sided and not set(query.codes[nominal.last : at]) & set("y;E"):
            if nominal.cue.partner and (named := subject_before(query, nominal.first)) is not None:
                return named  # "Peru is its second partner, with 5 % of its trade"
            return joined(query, nominal.partners) or party_slot(query, nominal.owners[-1])
    if query.codes[:at].rstrip("vA").endswith("W") and (which := relative(query, at)) is not None:
        return which
    origin = _GOODS_WHICH.search(query.codes[:at])
    if origin is not None:
        return slot_at(query, origin.start(), "which")
    goods = _GOODS_OF.search(query.codes[:at])
    if goods is not None and query.sentence.items[goods.start(1)].ref.kind in ADJECTIVE_KINDS:
        return slot_at(query, goods.start(1), "subject")
    if (several := _listed_before(query, at)) is not None:
        return several
    before = _last_not_in(query.codes, at, "vAdP,")
    if before >= 0 and query.codes[before] in "Er" and query.own:
        return party_at(query, before, "subject")
    return subject_before(query, at)


def _told_together(query: Query, at: int) -> Slot | None:
    """ "Peru, Cuba and Chile came next, together taking 20 % of exports": the list, as one, of a participle."""
    participle = query.sentence.items[at].text.lower().split(" ", 1)[0].endswith("ing")
    found = _TOGETHER.search(query.codes[:at]) if participle else None
    return None if found is None else _named_from(query, found.start(1), "subject")


def _part_told(query: Query, at: int) -> Slot | None:
    """ "Spain bought $5 billion. This represents 9 % of exports": the partner of the figure just told."""
    partner, frame = query.frame.partner, query.frame
    told = query.codes[:at].strip("v") == "d" and says(query.sentence.items[0], "taking_up_alone")
    if not told or partner is None or partner.value == WORLD or frame.sentence_age > 1 or query.nominal.partners:
        return None
    return inherited(partner, "before")


def _listed_before(query: Query, at: int) -> Slot | None:
    """ "Chile, Peru and Italy took up 20 %": a list of economies as the subject of what begins at an item."""
    run = _LISTED.search(query.codes[:at])
    if run is None:
        return None
    return _named_from(query, run.start(), "subject")


def _named_from(query: Query, at: int, how: str) -> Slot | None:
    """The economies that are named from an item on, several as one side."""
    parties, _ = read_parties(query.sentence, at, how)
    return joined(query, tuple(parties))


def _last_not_in(codes: str, at: int, skipped: str) -> int:
    """The index of the last code before ``at`` that is none of those skipped; -1 where there is none."""
    return len(codes[:at].rstrip(skipped)) - 1
