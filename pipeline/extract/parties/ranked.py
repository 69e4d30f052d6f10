"""Whose partner somebody is called: "the office named Peru as Chile's top partner", "of the partners that it has"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.phrase.nominals import Nominal
from pipeline.extract.query import Parties, Slot
from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import says

_NAMED_AS: Final = re.compile(r"(.)[dv]*(E)y[dv]*$")
_THAT_HAS: Final = re.compile(r"[dvW]*(E)[vA]*L")
_IS_THE: Final = re.compile(r",[dv]*(E)[vA]*L[dvw]*$")


def ranked_sides(sentence: Sentence, index: int, nominal: Nominal, parties: Parties) -> Parties:
    """The sides of a rank of partners, whose word stands at the index, with who is named and who has the partners."""
    if not nominal.cue.partner:
        return parties
    named = _NAMED_AS.search(sentence.codes[: max(nominal.first, 0)])
    if named is not None and says(sentence.items[named.start(1)], "names_as"):
        return _with_partner(parties, _slot(sentence, named.start(2)))
    owner, partner = _THAT_HAS.match(sentence.codes, nominal.last), _IS_THE.search(sentence.codes[:index])
    if nominal.last < index and owner is not None and partner is not None:
        return _with_partner(
            replace(parties, reporter=_slot(sentence, owner.start(1))), _slot(sentence, partner.start(1))
        )
    return parties


def _with_partner(parties: Parties, partner: Slot) -> Parties:
    """The sides with a partner, unless it is the other side."""
    same = parties.reporter is not None and parties.reporter.value == partner.value
    return parties if same else replace(parties, partner=partner)


def _slot(sentence: Sentence, at: int) -> Slot:
    item = sentence.items[at]
    return Slot(value=str(item.ref.code), start=item.start, end=item.end, rule="ranked")
