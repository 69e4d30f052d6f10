"""Names in a row of brackets whose noun stands behind: each trades, all with the same partner."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.binding.row_ahead import name_in_row
from pipeline.extract.parties.members import is_member, told_of
from pipeline.extract.parties.sides import joined, slot_at
from pipeline.extract.query import TRADER, WORLD, Parties, Query, Slot, inherited, same_value


def in_row_ahead(query: Query, measure: str) -> Parties | None:
    """ "Peru (5 bn or 9 % of EU imports) and Chile (3 bn or 6 %) were the largest importers": each has its own."""
    before, place = query.earlier, name_in_row(query.codes, query.figure)
    if before is None or before.reporter is None or before.partner is None or place is None:
        return None
    name, first = place
    trader = slot_at(query, name, TRADER)
    if query.binding.rule == "row" and before.reporter.start >= query.sentence.start:
        return None if same_value(trader, before.partner) else replace(before, reporter=trader, whole=None)
    if measure != "share" or first == query.figure or query.codes[first] != "Q":
        return None
    whole = before.partner if before.partner.value != WORLD else None
    of = _group(query, trader, before) if same_value(before.reporter, trader) else None
    return None if of is None else replace(before, whole=whole, of=of)


def _group(query: Query, trader: Slot, before: Parties) -> Slot | None:
    """The group whose trade the trader has a share of: named with the share, or before, or told of by the text."""
    said = joined(query, query.nominal.owners) if query.nominal.owners else before.of
    if said is not None:
        return said if is_member(trader.value, said.value) else None
    groups = (known for known in told_of(query.frame) if is_member(trader.value, known.value))
    return inherited(next(groups, None), "group")
