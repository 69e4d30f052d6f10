"""Whose partner somebody is called: "the office named Peru as Chile's top partner", "of the partners that it has"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import Parties, Slot, slot_of
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_NAMED_AS: Final = re.compile(r"(.)[dv]*(E)y[dv]*$")
_THAT_HAS: Final = re.compile(r"[dvW]*(E)[vA]*L")
IS_THE: Final = re.compile(r",[dv]*(E)[vA]*L[dvw]*$")
"""Before what somebody is called, behind those that he is among: "of all its partners, Peru was the"."""
_RULE: Final = "ranked"


def ranked_sides(sentence: Sentence, index: int, nominal: Nominal, parties: Parties) -> Parties:
    """The sides of a rank of partners, whose word stands at the index, with who is named and who has the partners."""
    if not nominal.cue.partner:
        return parties
    named = _NAMED_AS.search(sentence.codes[: max(nominal.first, 0)])
    if named is not None and says(sentence.items[named.start(1)], "names_as"):
        return _with_partner(parties, slot_of(sentence.items[named.start(2)], _RULE))
    owner, partner = _THAT_HAS.match(sentence.codes, nominal.last), IS_THE.search(sentence.codes[:index])
    if nominal.last < index and owner is not None and partner is not None:
        reporter, called = (slot_of(sentence.items[found.start(1)], _RULE) for found in (owner, partner))
        return _with_partner(replace(parties, reporter=reporter), called)
    return parties


def _with_partner(parties: Parties, partner: Slot) -> Parties:
    """The sides with a partner, unless it is the other side."""
    same = parties.reporter is not None and parties.reporter.value == partner.value
    return parties if same else replace(parties, partner=partner)
