"""What the clause says of a figure's sides: its subject, the entry of a list, who stands behind the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.economy import GROUP_KINDS
from pipeline.extract.binding.whole_amount import is_whole
from pipeline.extract.parties.rows import aligned_party, last_of_row
from pipeline.extract.parties.sides import joined, member_meant, party_at, party_slot, relative, slot_at, subject_before
from pipeline.extract.phrase.party import Party, is_theirs, past_adjectives, past_members_of, read_parties
from pipeline.extract.query import WORLD, Query, Slot, same_value
from pipeline.extract.row.items import FIGURES
from pipeline.extract.row.words import says, says_first

_OF_GOODS: Final = re.compile(r"L?[dv]*o[dvw]*?C+")
"""Behind a figure: "$5 billion worth of goods"."""
_DIRECTIONS: Final = {"export": ("t", "f"), "import": ("f", "t"), "turnover": ("h", ""), "balance": ("h", "")}
"""The prepositions that name partner and reporter behind a figure of each flow."""
_FRONTED_WORDS: Final = {"export": "ht", "import": "hf", "turnover": "h", "balance": "h", "same": "h"}
"""The prepositions that name the partner in front of a clause of each flow."""
_ENTRY: Final = re.compile(r"E(?:\(w+\))?[dvw]?'?[(:@hLd,vRTSU-]{0,4}$")
_OUT: Final = re.compile(r"U?[dvwC]{0,3}E(?!')")
_OF_ITS: Final = re.compile(r"[dv]*o[dv]*p")
_OWN_SIDE: Final = re.compile(r"[dv]*[htf][dv]*w{0,2}E(?![')])")
_WORTH_OF_SHIPMENTS: Final = re.compile(r"L?o?[dvwC]{0,3}N(?=[tf])")
"""Goods in other words right behind the amount of a verb: "exported $5 billion worth of shipments to Peru"."""
_ENTRY_REACH: Final = 8
_ENTRY_LEVEL: Final = re.compile(r"E[(:@hLd,v-]{0,3}[Q%][(,]{0,2}$")
_LEVEL_REACH: Final = 7
_GOODS_OF: Final = re.compile(r"[dv]*(?:L?o|L|[ui])[dv]*E(?=[vw]?[CwN])")
_GOODS_OF_SELLER: Final = re.compile(r"[dv]*(?:L?o|L|[ui])[dv]*E(?='[vw]?C|[vw]?[CwN])")
"""Behind a figure of a verb that buys, also in the genitive: "bought half of Chile's copper"."""
_SOLD_IN: Final = re.compile(r"[dv]*Lo?[dvw]{0,3}C[Cw]*i[dvw]{0,2}E(?!['N])")
"""Where the goods are sold: "sold $5 billion worth of goods in Peru"."""
_EARNED_IN: Final = re.compile(r"[dv]*i[dvw]{0,2}E(?!['N])")
_AND_OF_GOODS: Final = re.compile(
    r"[dv]*o[dvp]*C[CwP]*,?&[dvw]*%[dv]*o[dvp]*C[CwP]*(?=[tf])"
    r"|[dv]*(?:L?o|L)[dvp]*[Cw][CwP]*(?:,[dvw]*Q[dv]*L?o[dvp]*[Cw][CwP]*)*,?&[dvw]*Q[dv]*L?o[dvp]*C[CwP]*(?=[tf])"
)
"""Behind a figure of some goods: those of others, with the same side ("22 % of its oil and 10 % of its gas from")."""
_VIEWPOINT: Final = re.compile(r'[dv"y]*([if])[dv]*E[dv]*(w(?:o?w)?)?[vy]*[,d]')
_OWN_CLAUSE: Final = re.compile(r"[tfh][dv]*E[dvw]*N|h[dv]+[tfh][dv]*E")
"""Behind a comma: the partner of the phrase that follows it ("…, with Peru a surplus", "…, with those to Peru up")."""
_NEXT_ENTRY: Final = re.compile(r"[tfh][dv]*E[dvL:@Tb]{0,4}[Q%]|[tfh][dv]*E[dv]*N[dvL]*T")
"""Behind "and": the partner of the figure that follows it ("… 5 billion and with Peru 9 billion")."""
_ASIDE: Final = re.compile(r",[dvwC]{1,6},(?=[dv]*[tfh])")
"""Between commas, before the side: "$5 billion, mostly gas, to Peru"."""
_BRACKET: Final = re.compile(r"[dv]*\([^)]*\)")
_DESTINATION: Final = re.compile(r"(?:[dv]*[TJ][dvw]*i|[dv]*([tfh])(?:[dv]*wo)?)[dv]*w{0,2}E(?!['N])")
_GOES: Final = re.compile(r"(?:T[dv]*([tf])|S)[dvw]*E(?![',]|&(?![dv]*[Q%]))")
_CAME: Final = re.compile(r"[vA]*S[dvw]*E(?=[(,])(?!,[dv]*(?:E|&))")
_SUPPLIED: Final = re.compile(r"[dv]*L?[dv]*(S)[dvw]*E(?!'|[,&]{1,2}(?![dv]*[Q%]))")
_PREDICATE: Final = re.compile(r"(?:i[dw]*[EP]|[vP(),d])*?L[vd]*E(?!')")
_BESIDE: Final = r"(?:,[dvpwKRNCWLoiub]{1,8},)?"
"""Who a partner is: ", its second largest buyer,"."""
_SAME_FLOW: Final = re.compile(rf"d([hft])[dv]*E{_BESIDE}w?[vTbALPt]*$")
_SAME_AGAIN: Final = re.compile(rf"[,;&y][dv]*([hft])[dv]*E(?:{_BESIDE}|r|,?W)[vdTUbPtLA@Jo]*$")
_FRONTED: Final = re.compile(r'[dv"y,]*([htf])(?:[dvw]{0,2}o|[dv]*w(?=E))?[dv]*E(?=,|l[dv]*E|d?E|w)')
_FRONTED_CLAUSE: Final = re.compile(r"(?:^|[,;:&])[dvy]*(h)[dv]*E(?!['&])[^QN%MV;]{0,14}$")
_FRONTED_BEFORE_IT: Final = re.compile(r"(?:^|[,;:&y])[dvy]*([htf])[dv]*E(?=r[^QN%M;E]{0,6}$)")
"""In front of a clause that goes on with "it": "with Peru it was", "and from Chile it bought"."""
_TO_WHICH: Final = re.compile(r"(E)(?:\([^()]*\))?,?([htf])W[dvA]*$")
"""Right before a phrase: "…, to which Peru's exports rose", "…, from which it bought"."""
_OPENING_POSSESSOR: Final = re.compile(r"[dv\"]*E'")


def clause_subject(query: Query) -> Slot | None:
    """The economy that the clause of the phrase is about, else the one before the figure."""
    near = min(query.figure, max(query.nominal.head, 0) + 1) if query.own else query.figure
    which = relative(query, query.figure) or (relative(query, _first_verb(query)) if query.own else None)
    if which is not None:
        return which
    return subject_before(query, near) or subject_before(query, query.figure)


def _first_verb(query: Query) -> int:
    """Behind the first of the verbs of trade that share a subject: "which imported $5 billion but exported …"."""
    at = query.nominal.head
    verbs = [nominal.head for nominal in query.nominals if nominal.cue.code == "V" and nominal.head < at]
    while verbs and query.nominal.cue.code == "V" and query.codes[:at].rstrip("vA,")[-1:] in {"y", "&"}:
        at = verbs.pop()
    return at + 1 if query.nominal.cue.code == "V" else 0


# ---- the entry of a list --------------------------------------------------------------------------------------------


def entry_of(query: Query) -> Slot | None:
    """The economy that the figure is listed under: "Japan (13.2%)", "China: $5 billion", "the EU with $3 bn"."""
    aligned = aligned_party(query, governed=True)
    if aligned is not None:
        return aligned
    if query.binding.side == "chain" and _OWN_SIDE.match(query.codes, query.figure + 1) is not None:
        return None  # "…, 11.1 billion with Korea": listed with its own side, not with the one before
    if query.codes[query.figure : query.figure + 1] not in FIGURES:
        return None
    start = max(0, query.figure - _ENTRY_REACH)
    match = _ENTRY.search(query.codes[start : query.figure])
    if match is None:
        return _entry_level(query)
    at = start + match.start()
    if _OF_ITS.match(query.codes, query.figure + 1) is not None and ":" in query.codes[at : query.figure]:
        return None  # "others, such as Peru: 38 % of its exports …"
    if query.own and _covers(query, at) and (not query.nominal.cue.partner or _among(query, at)):
        return None  # a side of the phrase itself is no entry of a list
    if any(first <= at < last <= query.figure for first, last in query.sentence.asides):
        return None  # "Peru, the biggest buyer after Chile, took 5 %"
    return None if _is_of_role(query, at) else slot_at(query, at, "entry")


def _among(query: Query, at: int) -> bool:
    """ "Peru, the biggest market in Asia took 5 %": where somebody is the biggest, in the phrase for partners."""
    return query.codes[:at].rstrip("dv")[-1:] in {"i", "o"} and query.codes[at + 1 : at + 2] not in {"(", ":"}


def _is_of_role(query: Query, at: int) -> bool:
    """ "Peru is the top source for Chile, with a share of 5 %": said of who is the source, and not of for whom."""
    led = query.codes[:at].rstrip("dv")[-1:] in {"i", "o"} and query.codes.startswith(",h", at + 1)
    subject = subject_before(query, query.figure) if led else None
    return subject is not None and subject.value != query.sentence.items[at].ref.code


def _entry_level(query: Query) -> Slot | None:
    """The second figure of an entry: "China: $87.6 billion (31.28%)"."""
    start = max(0, query.figure - _LEVEL_REACH)
    match = _ENTRY_LEVEL.search(query.codes[start : query.figure])
    return slot_at(query, start + match.start(), "entry") if match else None


def _covers(query: Query, at: int) -> bool:
    return query.nominal.first <= at < query.nominal.last


def in_row(query: Query) -> bool:
    """Whether the list of partners begins before this entry: then the clause has no subject of its own."""
    return "E" in query.codes[query.nominal.last : query.figure]


# ---- behind the figure ----------------------------------------------------------------------------------------------


def behind_figure(query: Query) -> tuple[Slot | None, Slot | None]:
    """Partner and reporter behind the figure: "imported $20 billion of goods from China", "rose 5 % to Russia"."""
    bought = _goods_of(query)
    if bought is not None:
        return (bought, None) if query.nominal.flow == "import" else (None, bought)
    to_partner, to_reporter = ("tf", "") if _pays(query) else _DIRECTIONS[str(query.nominal.flow)]
    partner = reporter = None
    if (there := _sold_in(query)) is not None:
        sold = slot_at(query, there.end() - 1, "behind")
        return (sold, None) if query.nominal.flow == "export" else (None, sold)
    behind = _OF_GOODS.match(query.codes, query.figure + 1)
    place = behind.end() if behind is not None else query.figure + 1
    if any(says(item, "there") for item in query.sentence.items[place : place + 1]):
        return party_slot(query, Party(code=None, index=place, how="there")), None
    out = _OUT.match(query.codes, place) if query.nominal.flow == "export" else None
    if out is not None and says_first(query.sentence.items[out.end() - 1], "going_out"):
        return slot_at(query, out.end() - 1, "behind"), None  # "sold 5 % less abroad"
    for at in _prepositions_behind(query):
        code, side = query.codes[at], _past_words(query, at + 1)
        if not _is_side(query, side):
            continue
        if code in to_partner and partner is None:
            partner = _listed_sides(query, side)
        elif code == "i" or (code in to_reporter and reporter is None):
            reporter = party_at(query, side, "behind")
    return partner, reporter


def _sold_in(query: Query) -> re.Match[str] | None:
    """ "Sold $2 billion worth of goods in Peru", "exporters earned $2 billion in Peru": where that is."""
    pattern = _SOLD_IN if query.nominal.cue.code == "V" else _EARNED_IN if query.nominal.cue.agent else None
    return pattern.match(query.codes, query.figure + 1) if pattern is not None else None


def _pays(query: Query) -> bool:
    """ "Paid $2 billion to Peru for its tea": whom the money goes to sends the goods."""
    cue = query.sentence.items[query.nominal.head].cue if query.own else None
    return cue is not None and cue.spends


def _goods_of(query: Query) -> Slot | None:
    """ "Bought $13.8 billion of Brazilian goods": whose goods they are."""
    verb = query.nominal.cue.code == "V" or (
        query.nominal.flow == "import" and query.codes[query.nominal.last : query.figure].strip("dv") == ""
    )  # "to import $5 billion of …"
    buys = query.nominal.flow == "import" and query.nominal.last <= query.figure
    pattern = _GOODS_OF_SELLER if buys else _GOODS_OF
    found = pattern.match(query.codes, query.figure + 1) if verb else None
    return slot_at(query, found.end() - 1, "behind") if found is not None else None


def _prepositions_behind(query: Query) -> Iterator[int]:
    """Where a preposition may name a side, up to the next figure, clause or phrase; a bracket is passed over."""
    codes, at = query.codes, last_of_row(query) + 1  # "… $3, $2 and $1 billion from Peru"
    if is_whole(query.sentence, query.binding):
        return  # "81 % of its exports of $5 billion went to Peru" says nothing of the $5 billion
    bracket = _BRACKET.match(codes, at)
    at = bracket.end() if bracket else at
    at += codes[at : at + 1] == ")"
    of_goods = _AND_OF_GOODS.match(codes, at)
    at = of_goods.end() if of_goods else at
    shipped = _WORTH_OF_SHIPMENTS.match(codes, at)
    at = shipped.end() if shipped else at
    aside = _ASIDE.match(codes, at)
    for place in range(aside.end() if aside else at, len(codes)):
        code = codes[place]
        if code in FIGURES or code in ";yB" or (code == "N" and not _covers(query, place)):
            return
        if code == "," and (codes[place + 1 : place + 2] not in {"t", "f", "h"} or _OWN_CLAUSE.match(codes, place + 1)):
            return
        if code in "&," and _NEXT_ENTRY.match(codes, place + 1):
            return
        if code in "tfh" or (code == "i" and says(query.sentence.items[place], "for_whom")):
            yield place


def _past_words(query: Query, at: int) -> int:
    """Past articles, goods and adjectives before an economy."""
    while at < len(query.codes) and query.codes[at] in "dvC":
        at += 1
    at = past_members_of(query.sentence, at)
    return at + 1 if is_theirs(query.sentence, at) else past_adjectives(query.codes, at)


def _is_side(query: Query, at: int) -> bool:
    """Whether an economy stands here that neither possesses nor qualifies what follows."""
    if query.codes[at : at + 1] == "r":
        return query.codes[at + 1 : at + 2] != "'"
    if query.codes[at : at + 1] != "E":
        return False
    return query.codes[at + 1 : at + 2] not in {"'", "N"} or member_meant(query, at) is not None


def _listed_sides(query: Query, at: int) -> Slot | None:
    parties, _ = read_parties(query.sentence, at, "behind")
    return joined(query, tuple(parties)) or party_at(query, at, "behind")


def own_destination(query: Query) -> Slot | None:
    """A later figure's own side right behind it ("…, 30% to Asia", "the 3.3% decline in North America")."""
    words = _DIRECTIONS.get(str(query.nominal.flow), ("", ""))[0]
    if not query.own or query.nominal.flow == "balance" or not set(query.codes[: query.figure]) & FIGURES:
        return None
    found = _DESTINATION.match(query.codes, query.figure + 1)
    if found is None or (found[1] is not None and found[1] not in words):
        return None
    return _listed_sides(query, found.end() - 1)


# ---- elsewhere in the clause ----------------------------------------------------------------------------------------


def predicate(query: Query, reporter: Slot | None) -> Slot | None:
    """ "Italy's biggest trading partner was Slovakia": the partner behind the verb."""
    found = _PREDICATE.match(query.codes[query.nominal.last :])
    if found is None:
        return None
    slot = slot_at(query, query.nominal.last + found.end() - 1, "predicate")
    return None if same_value(slot, reporter) else slot


def goes_to(query: Query) -> Slot | None:
    """ "Exports went mostly to Peru ($5 billion)", "$5 billion went to Peru": where the flow goes is the partner."""
    before = query.nominal.last <= query.figure and not is_whole(query.sentence, query.binding)
    found = _GOES.match(query.codes, query.nominal.last) if before and query.own else None
    if found is None and before:
        found = _GOES.match(query.codes, query.figure + 1)  # "of the exports, $5 billion went to Peru"
    came = _CAME.match(query.codes, query.nominal.last) if found is None and before and query.own else None
    if came is not None and query.nominal.flow == "import" and says(query.sentence.items[came.start()], "comes_there"):
        return slot_at(query, came.end() - 1, "goes-to")  # "most of the imports came from Peru, worth $5 billion"
    if found is None or not says(query.sentence.items[found.start()], "goes" if found[1] else "goes_there"):
        return _supplier(query) if before else None
    if (found[1] or "t") not in _DIRECTIONS[str(query.nominal.flow)][0]:
        return None
    return slot_at(query, found.end() - 1, "goes-to")


def _supplier(query: Query) -> Slot | None:
    """ "Of the imports, $5 billion were supplied by Peru": whoever supplies is the partner."""
    found = _SUPPLIED.match(query.codes, query.figure + 1)
    if query.nominal.flow != "import" or found is None or not says(query.sentence.items[found.start(1)], "comes_there"):
        return None
    return slot_at(query, found.end() - 1, "goes-to")


def same_flow_with(query: Query) -> Slot | None:
    """ "… and that with Canada 165 %", "those from third countries grew by 0.5 %": the same flow with another."""
    found = _SAME_FLOW.search(query.codes[: query.figure])
    again = _SAME_AGAIN.search(query.codes[: query.figure]) if query.binding.side == "chain" else None
    hows = {party.how for party in query.nominal.partners} or set(_FRONTED_WORDS[str(query.nominal.flow)])
    if again is not None and again[1] in hows:
        return slot_at(query, again.start() + again[0].index("E"), "same-again")
    if found is None or not says(query.sentence.items[found.start()], "same_flow"):
        return None
    return slot_at(query, found.start() + found[0].index("E"), "that-with")


def fronted_partner(query: Query, reporter: Slot | None) -> Slot | None:
    """ "With Peru, China ran a deficit …, with Chile a surplus …", "from Peru it bought": in front of its clause."""
    before = query.codes[: query.nominal.first if query.own else query.figure]
    inside = _FRONTED_CLAUSE.search(before) if query.nominal.flow == "balance" and query.own else None
    found = inside or _FRONTED_BEFORE_IT.search(before) or (_FRONTED.match(before) if query.own else None)
    if found is None:
        return None
    if found[1] not in _FRONTED_WORDS[str(query.nominal.flow)]:
        return None
    slot = slot_at(query, found.start() + found[0].index("E"), "fronted")
    return None if same_value(slot, reporter) else slot


def to_which(query: Query) -> Slot | None:
    """ "Its top market was Peru, to which exports rose 5 %": whom the relative clause goes on with is the partner."""
    first = query.nominal.first if query.own else -1
    found = _TO_WHICH.search(query.codes[: max(first, 0)]) or _TO_WHICH.search(query.codes[: max(_actor(query), 0)])
    if found is None or found[2] not in _FRONTED_WORDS[str(query.nominal.flow)]:
        return None
    return slot_at(query, found.start(1), "to-which")


def _actor(query: Query) -> int:
    """The place of whoever does what the verb of trade says, right before it: "from which Peru bought"."""
    before = len(query.codes[: max(query.nominal.first, 0)].rstrip("vdLA")) - 1
    return before if query.nominal.cue.code == "V" and query.codes[before : before + 1] in {"E", "r"} else -1


def possessor_subject(query: Query, partner: Slot | None) -> Slot | None:
    """ "China's influence is expanding in the region, with trade …": the possessor that opens the sentence."""
    opening = _OPENING_POSSESSOR.match(query.codes)
    if opening is None or any(nominal.first <= opening.end() for nominal in query.nominals if nominal.flow):
        return None
    slot = slot_at(query, opening.end() - 2, "possessor")
    return None if same_value(slot, partner) or slot.value in query.parts else slot


def viewpoint(query: Query) -> Slot | None:
    """ "For the EU as a whole, deliveries …", "from a Mexican point of view the surplus …": whose trade is told."""
    found = _VIEWPOINT.match(query.codes[: max(query.nominal.first, 0)])
    if found is None:
        return None
    words = query.sentence.items[found.start(2) : found.end(2)]
    if found[1] == "f" and not any(says(item, "viewpoints") for item in words):
        return None
    if found[1] == "i" and (words or not says(query.sentence.items[found.start(1)], "for_whom")):
        return None
    return slot_at(query, found.start() + found[0].index("E"), "viewpoint")


def place_of(query: Query, reporter: Slot) -> Slot | None:
    """ "… in Central Asia, with trade rising 5 %": the group that the sentence places the trade in."""
    if query.nominal.cue.partner:
        return None
    for at in range(query.nominal.first - 1, 0, -1):
        if query.codes[at] != "E" or query.codes[:at].rstrip("dv")[-1:] != "i":
            continue
        mention = query.sentence.items[at].ref
        if mention.kind in GROUP_KINDS and mention.code not in {reporter.value, WORLD}:
            return slot_at(query, at, "place")
    return None
