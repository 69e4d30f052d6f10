"""Whose balance with whom, where the sentence names both sides apart from it: "With Peru, Chile had a deficit"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.parties.sides import joined, party_at
from pipeline.extract.query import Parties, Query, same_value
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_PARTNER: Final = re.compile(r"[htf][dvw]{0,2}$")
"""What stands right before the partner: "with", and "to" or "from" behind a verb of trade."""
_PART_WITH: Final = re.compile(r"[%M][dv]*(?:o[dvrpw]{1,2})?[htf][dvw]{0,2}$")
_FAVOUR: Final = re.compile(r"E'w")
_CLAUSE: Final = frozenset("y;B")
"""What parts clauses, or leads to what is only background ("following more imports from Peru")."""


def balance_sides(query: Query) -> Parties | None:
    """The sides of a balance whose phrase names at most its owner, in a sentence that names just two economies.

    "Trade with Peru left Chile with a deficit", "Chile sold more to Peru than it bought, for a surplus", "the balance
    was in Peru's favour: Chile's deficit was …".
    """
    nominal = query.nominal
    if (
        nominal.flow != "balance"
        or not query.own
        or nominal.total
        or any(side.how != "there" for side in nominal.partners)
    ):
        return None
    found = two_sides(query.sentence)
    if found is None or _of_a_part(query, found[1]):
        return None
    owner, partner = (party_at(query, at, "of-two") for at in found)
    own = joined(query, nominal.owners) or owner
    return Parties(reporter=own, partner=partner) if same_value(own, owner) else None


def _of_a_part(query: Query, partner: int) -> bool:
    """ "A deficit of $2 billion, half of it with Peru": the partner is that of the part."""
    part = _PART_WITH.search(query.codes[:partner])
    return part is not None and query.figure < part.start()


def two_sides(sentence: Sentence) -> tuple[int, int] | None:
    """The items that name owner and partner of a balance, in a sentence of one clause with two economies."""
    named = [at for at, code in enumerate(sentence.codes) if code == "E"]
    if len(named) != 2 or not _CLAUSE.isdisjoint(sentence.codes):
        return None
    partners = [at for at in named if _is_partner(sentence, at)]
    if len(partners) != 1 or sentence.items[named[0]].ref.code == sentence.items[named[1]].ref.code:
        return None
    owner = named[1 - named.index(partners[0])]
    return owner, partners[0]


def _is_partner(sentence: Sentence, at: int) -> bool:
    """Whether a preposition makes an economy the partner, or the balance is in its favour while another has it."""
    if _PARTNER.search(sentence.codes[:at]) is not None:
        return True
    return _FAVOUR.match(sentence.codes, at) is not None and says(sentence.items[at + 2], "favour")
