"""A member of a group that is named in a text on the group's trade: what is its own, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.economy import GROUP_YEAR, is_group, members
from pipeline.extract.frame import Frame, Known
from pipeline.extract.query import (
    BY_DEFAULT,
    TRADER,
    WORLD,
    Parties,
    Query,
    Slot,
    everybody,
    inherited,
    same_value,
    slot_of,
)

_YEARS: Final = (2019, GROUP_YEAR)
"""When somebody may have been a member: before Britain left, and now."""
_LISTED: Final = frozenset({"entry", "subject"})
"""Rules of a side that only a list names."""
_FIRST: Final = re.compile(r"N[^:QM%]*:[dv]*E$")
"""Behind a flow the first of a list, up to its figure."""
_OWN: Final = frozenset({"entry", "member", TRADER})
"""Rules of a trader that a list names."""


def is_member(named: str, group: str | None) -> bool:
    """Whether somebody belongs, or belonged, to a group that is not all the world."""
    if group is None or group == WORLD or not is_group(group):
        return False
    return any(named in members(group, year) for year in _YEARS)


def told_of(frame: Frame) -> Iterator[Known]:
    """Whom the text is on, who may be groups: its home, whose trade it told of last, the group it counts in."""
    return (known for known in (frame.home, frame.reporter, frame.group) if known is not None)


def partner_of_group(query: Query, named: Slot) -> Slot | None:
    """With whom the group trades that somebody is a member of, or the member told of before."""
    before = query.earlier
    if before is not None and before.reporter is not None and _is_fellow(query, named, before.reporter.value):
        return before.partner
    frame = query.frame
    pairs = [pair for pair in (frame.pair, (frame.reporter, frame.partner)) if pair is not None]
    for first, second in pairs:
        for side, other in ((first, second), (second, first)):
            if side is not None and other is not None and is_member(named.value, side.value):
                return inherited(other, "of-group") if other.value != named.value else None
    return None


def of_member(query: Query, found: Parties) -> Parties:
    """ "EU exports to Peru grew; Spain ($5 bn or 4 % of EU exports) …": no member is its group's partner in a list.

    It has what it has of the group's trade, with the same partner.
    """
    opening = _opening(query, found)
    if opening is not None:
        return opening
    group, named = found.reporter, found.partner
    if group is not None and named is not None and named.rule == BY_DEFAULT and group.rule in _OWN:
        other = None if query.nominal.total else partner_of_group(query, group)
        return found if other is None else replace(found, partner=other)
    if group is None or named is None or named.rule not in _LISTED or not is_member(named.value, group.value):
        return found
    if query.part is not None or query.codes[query.figure] != "Q":
        return _same_share(query, found, named)
    own = replace(named, rule="member")
    return Parties(reporter=own, partner=partner_of_group(query, named) or everybody(own))


def _opening(query: Query, found: Parties) -> Parties | None:
    """ "Exports of the Nordic states to Chile: Norway $5 billion, Sweden …": the first of a list is a member, too."""
    before = query.codes[: query.figure].rstrip("dv")
    if query.codes[query.figure : query.figure + 1] != "Q" or _FIRST.search(before) is None:
        return None
    own = slot_of(query.sentence.items[len(before) - 1], "member")
    if found.reporter is not None and is_member(own.value, found.reporter.value):
        return replace(found, reporter=own)
    if found.partner is not None and is_member(own.value, found.partner.value):
        return replace(found, partner=own)
    return None


def _same_share(query: Query, found: Parties, named: Slot) -> Parties:
    """The share that an amount of the member is: of what the group trades with the same partner."""
    before = query.earlier
    if before is None or not same_value(before.reporter, named) or before.partner is None:
        return found
    whole = before.partner if before.partner.value != WORLD else None
    return replace(before, whole=whole, of=found.reporter)


def _is_fellow(query: Query, named: Slot, other: str) -> bool:
    """Whether two are members of one group that the text is on."""
    groups = [known.value for known in told_of(query.frame)]
    return any(is_member(named.value, group) and is_member(other, group) for group in groups)
