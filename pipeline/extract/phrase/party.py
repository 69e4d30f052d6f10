"""The economies that a phrase names as a side of trade, one or a list of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pipeline.economy import GROUP_KINDS
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_ADJECTIVES: Final = re.compile(r"(?:(?:w-){1,2}w{1,2}|w{1,2}d?|[RKU][vw-]{0,6})(?=E)")
_OF_GROUP: Final = re.compile(r"[r2]o[dv]*E")
"""Before the name of a group: "all the countries of", "the member states of"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who a phrase names as a side of the trade: an item of the sentence, by its index.

    ``code`` is None for an anaphor ("its", "the bloc", "the two countries"); ``how`` is the word that attached it.
    """

    code: str | None
    index: int
    how: str


def party_of(sentence: Sentence, index: int, how: str) -> Party:
    """The item as a side; without a code where it only stands for a name."""
    item = sentence.items[index]
    return Party(code=item.ref.code if item.code == "E" else None, index=index, how=how)


def are_all(sentence: Sentence, parties: list[Party]) -> bool:
    """ "Global exports of Peru", "world trade of the EU": with whom it is, and not whose."""
    return all(party.code is not None and sentence.items[party.index].ref.kind == "world" for party in parties)


def bound_for(sentence: Sentence, index: int) -> bool:
    """ "Peru-bound car exports": whether the words behind a name say that goods go there."""
    behind = [item.text for item in sentence.items[index + 1 : index + 3]]
    return behind[:1] == ["-bound"] or behind == ["-", "bound"]


def is_theirs(sentence: Sentence, at: int) -> bool:
    """ "To its European partners": a possessor before a name that goes on."""
    tail = sentence.items[at + 2 : at + 3]
    return sentence.codes[at : at + 2] == "pE" and any(says(item, "name_tails") for item in tail)


def past(codes: str, at: int, skipped: str) -> int:
    """The index of the first code from ``at`` on that is none of those skipped."""
    while at < len(codes) and codes[at] in skipped:
        at += 1
    return at


def past_adjectives(codes: str, at: int) -> int:
    """Past a number or an adjective before an economy: "from the three Baltic states", "to the smaller ECOWAS"."""
    found = _ADJECTIVES.match(codes, at)
    return found.end() if found else at


def past_members_of(sentence: Sentence, at: int) -> int:
    """Past "the countries of", "the five republics of" before the name of a group."""
    found = _OF_GROUP.match(sentence.codes, at)
    grouped = found is not None and sentence.items[found.end() - 1].ref.kind in GROUP_KINDS
    return found.end() - 1 if found is not None and grouped else at


def read_parties(sentence: Sentence, at: int, how: str) -> tuple[list[Party], int]:
    """A list of economies that begins at ``at`` ("the EU, the US and China") and the index after it."""
    parties: list[Party] = []
    following: int | None = at
    while following is not None:
        place = past(sentence.codes, following, "dv")
        place = _past_all(sentence, place)
        size = _size(sentence, place)
        if size == 0:
            return parties, parties[-1].index + 1 if parties else at
        parties.append(party_of(sentence, place, how))
        end = _past_neighbour(sentence, _past_name_tail(sentence, place + size))
        if any(first == end for first, _ in sentence.asides):
            break  # "by Peru, the world's top buyer, rose"
        following = _next_member(sentence.codes, end, several=len(parties) > 1 or how == "between")
    return parties, end


def _past_all(sentence: Sentence, at: int) -> int:
    """Past "all of", "the rest of", "the five republics of" before a name."""
    codes = sentence.codes
    if at >= len(codes):
        return at
    rest = past(codes, at, "wdov") if says(sentence.items[at], "rest") else at
    if rest > at and codes[rest : rest + 1] == "E":
        return rest  # "the rest of the EU"
    if (group := past_members_of(sentence, at)) > at:
        return group
    if is_theirs(sentence, at):
        return at + 1
    inner = past(codes, at + 1, "dv")
    return inner if codes[at - 1 : at + 1] == "do" and codes[inner : inner + 1] == "E" else at


def _size(sentence: Sentence, at: int) -> int:
    """How many items name the party at ``at``; 0 where none stands there, or one that only possesses what follows."""
    code, following = sentence.codes[at : at + 1], sentence.codes[at + 1 : at + 2]
    if code == "p" and following == "r":  # "the bloc's member states"
        return 2
    if code == "p":  # "its members"
        return 2 if following == "w" and says(sentence.items[at + 1], "own_members") else 0
    return 1 if code in {"E", "r", "2"} and following != "'" else 0


def _past_name_tail(sentence: Sentence, at: int) -> int:
    """Past a plain word that belongs to the name: "Central Asian states", "EU countries", "the Chinese market"."""
    tail = sentence.codes[at : at + 1] in {"w", "N"} and says(sentence.items[at], "name_tails")
    return at + 1 if tail else at


def _past_neighbour(sentence: Sentence, at: int) -> int:
    """Past who the one just named is: "with Libya, its eastern neighbour, …"."""
    place = at + 1
    if sentence.codes[at : at + 2] != ",r" or sentence.codes[place + 1 : place + 2] not in {",", "", '"'}:
        return at
    cue = sentence.items[place].cue
    return place + 1 if cue is not None and cue.other else at


def _next_member(codes: str, end: int, *, several: bool) -> int | None:
    """Where the next member of the list begins; None where the list ends here."""
    joint = past(codes, end, ",&")
    at = past(codes, joint, "dv")
    at += codes[at : at + 2] == "wE"  # "and five Arab states"
    if joint == end or codes[at : at + 1] not in {"E", "r"}:
        return None
    joints = codes[end:joint]
    closing = "&" in joints and (several or "," not in joints)
    if codes[at + 1 : at + 2] in {"'", "N"} or (not closing and _opens_clause(codes, at)):
        return None  # a possessor belongs to what follows ("from Canada and US exports")
    return at


def _opens_clause(codes: str, at: int) -> bool:
    """Whether an economy after a comma is the subject of its own clause ("…to China, Russia rose 5 %")."""
    return codes[at + 1 : at + 2] in {"T", "L", "S", "A"}
