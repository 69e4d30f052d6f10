"""Others that a figure is compared with, each named behind a figure of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.parties.sides import slot_at
from pipeline.extract.query import WORLD, Parties, Query, Slot, same_value
from pipeline.extract.row.words import says

_COMPARED: Final = re.compile(r"g[dvw]?(?:[Q%][dv]*i[dvw]*E[,&dv]*)*[dv]*$")
"""Before a figure: a comparison, and those with whom others were compared already."""
_FOR_WHOM: Final = re.compile(r"[dv]*(i)[dvw]?(E)(?!['N])")


def compared_for(query: Query) -> Parties | None:
    """ "Trade with Chile grew by 9 %, compared to 8 % for Peru, 7 % for Cuba": each has its own, behind the figure.

    It is the partner that changes where the phrase named one, else the one whose trade it is.
    """
    before, behind = query.earlier, _FOR_WHOM.match(query.codes, query.figure + 1)
    led = _COMPARED.search(query.codes[: query.figure])
    if before is None or behind is None or led is None or query.nominal.last > led.start():
        return None
    if not says(query.sentence.items[behind.start(1)], "for_whom"):
        return None
    other, reporter, partner = slot_at(query, behind.start(2), "behind"), before.reporter, before.partner
    if reporter is None or partner is None or same_value(other, reporter) or same_value(other, partner):
        return None
    if query.nominal.partners or (partner.value != WORLD and not partner.inherited):
        return replace(before, partner=other)  # also "to Peru, to Chile, … and to the world"
    if reporter.inherited and partner.inherited and partner.value != WORLD:
        return None
    return Parties(reporter=replace(other, rule="entry"), partner=replace(partner, rule="same-partner", inherited=True))


def outdone(query: Query, entry: Slot) -> bool:
    """ "Chile sold Japan $9 billion of copper, ahead of Peru at $4 billion": who does the same, behind a verb."""
    if query.nominal.cue.code != "V" or not query.own:
        return False
    place = next((at for at, item in enumerate(query.sentence.items) if item.start == entry.start), 0)
    before = len(query.codes[:place].rstrip("dv")) - 1
    return before >= query.nominal.last and says(query.sentence.items[before], "outdoing")
