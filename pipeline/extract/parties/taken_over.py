"""Sides that a figure takes over from the one before it in its sentence, as they are or changed over."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.binding.bind import Binding
from pipeline.extract.binding.whole_amount import is_shared
from pipeline.extract.parties.clause import behind_figure, goes_to
from pipeline.extract.parties.rows import is_aligned
from pipeline.extract.parties.sides import slot_at
from pipeline.extract.period.base_times import UP_FROM
from pipeline.extract.query import WORLD, Parties, Query, same_value
from pipeline.extract.row.words import goes_other_way, says

_NEW_ROWS: Final = frozenset({"entry", "next-part", "goods-entry"})
"""Chains that begin a new entry of a list, with sides of its own."""
_GOODS_ENTRY: Final = re.compile(r"C[dv]*\([dv]*Q[,;][dv]*$")
_SHARE_AND: Final = re.compile(r"Q[dv]*[,(&]{1,2}[dv]*so?[dv]*$")
_AMOUNT_AND: Final = re.compile(r"Q(?:o[dvwp]*N)?[dv]*[,(][dv]*$")
_THAT_SHARE: Final = re.compile(r"d[v]*s[^Q%ME;N]*$")
_OF_ANOTHER: Final = re.compile(r"[gBw,&y][dv]*(E)'[dvP]*$")
"""Right before an amount of the flow that the figure before was of: "…, compared with Peru's $5 billion"."""
_WHICH_WAS: Final = re.compile(r",?W[vA]*L[dv]*")
_MOVED: Final = re.compile(r",?[UT]b?")
"""From the flow that an amount is of to how much that has moved: "with $5 billion in exports, up 3 percent"."""
_BARS: Final = frozenset("E;yV")
"""What parts a flow from the trade that it is one way of."""


def taken_over(query: Query, measure: str) -> Parties | None:
    """The sides of the figure before, where this one only goes on from it; None where it has its own."""
    earlier = query.earlier
    if earlier is None:
        return None
    if _points_of_share(query) or _apposed_share(query, measure):
        return earlier
    if earlier.partner is not None and _is_other_way(query):
        return Parties(reporter=earlier.partner, partner=earlier.reporter)
    if _same_share(query, measure) or _former_share(query, measure):
        return earlier
    if goes_on(query):
        return _with_whole(query, earlier) if measure == "share" else replace(earlier, whole=None)
    return None


def _same_share(query: Query, measure: str) -> bool:
    """ "Sales to Peru made up 34 % of exports, but that share fell to 19 %": the share of the figure before it."""
    told = _THAT_SHARE.search(query.codes[: query.figure]) if measure == "share" else None
    return told is not None and says(query.sentence.items[told.start()], "taking_up_alone")


def _former_share(query: Query, measure: str) -> bool:
    """ "Supplied 41 % of its imports, up from 25 %", "…, which was 25 % in 2021": what the share before it was."""
    before = [figure for figure in query.sentence.figures() if figure < query.figure]
    if measure != "share" or not before or not query.own or query.nominal.first < before[-1]:
        return False
    between = query.codes[query.nominal.last : query.figure]
    return (UP_FROM.search(between) or _WHICH_WAS.fullmatch(between)) is not None and "E" not in between


def ways_of_trade(query: Query) -> Parties | None:
    """ "Peru accounted for 67 % of Chile's trade, with exports of $5 billion": one way of the trade that is Chile's."""
    earlier, nominal = query.earlier, query.nominal
    before = [one for one in query.nominals if one.owners and one.last <= nominal.first]
    if earlier is None or earlier.partner is None or nominal.owners or nominal.partners or not before:
        return None
    of_trade = before[-1].flow == "turnover" and nominal.flow in {"export", "import"}
    joint = query.codes[before[-1].last : nominal.first]
    opened = joint.lstrip("dviP").startswith(",h") and _BARS.isdisjoint(joint)
    return replace(earlier, whole=None) if of_trade and opened and earlier.partner.rule == "subject" else None


def of_another(query: Query) -> Parties | None:
    """ "Chile's exports were $9 billion, against Peru's $5 billion": the same flow of another, with the same side."""
    before, found = query.earlier, _OF_ANOTHER.search(query.codes[: query.figure])
    told = before is not None and query.nominal.last <= query.figure and query.codes[query.figure] == "Q"
    if found is None or before is None or not told or before.reporter is None or before.partner is None:
        return None
    other = slot_at(query, found.start(1), "entry")
    if same_value(other, before.partner):
        return Parties(reporter=other, partner=replace(before.reporter, inherited=True))
    if before.partner.value != WORLD and before.reporter.inherited:
        return replace(before, partner=other)  # "imports from Peru were $9 billion, against Chile's $5 billion"
    return Parties(reporter=other, partner=replace(before.partner, rule="same-partner", inherited=True))


def _is_other_way(query: Query) -> bool:
    """ "Exports to Peru were $3 billion, against $4 billion in the other direction": the sides changed over."""
    return query.binding.previous is not None and goes_other_way(query.sentence, query.figure)


def goes_on(query: Query) -> bool:
    """Whether the figure only goes on from the one before it: no economy stands between or right behind them."""
    previous = query.binding.previous.figure if query.binding.previous else _restated(query)
    if previous is None or query.binding.rule in _NEW_ROWS or is_aligned(query) or is_shared(query.codes, query.figure):
        return False
    start = _behind_whole(query.binding.previous, previous)
    between = query.codes[start if start <= query.figure else previous + 1 : query.figure]
    return not set(between) & set("Er2") and behind_figure(query) == (None, None) and goes_to(query) is None


def _behind_whole(previous: Binding | None, figure: int) -> int:
    """Where what follows a figure begins: behind the flow that it is a share of ("20 % of Peru's exports, or …")."""
    whole = previous.nominal if previous is not None and previous.side == "after" else None
    return figure + 1 if whole is None else max(figure + 1, whole.last)


def _with_whole(query: Query, earlier: Parties) -> Parties:
    """ "Imports from Chile …: copper ($5 billion, 60 %)": the goods' share is one of the trade between the two."""
    named = earlier.partner is not None and earlier.partner.value != WORLD
    goods = _GOODS_ENTRY.search(query.codes[: query.figure]) is not None
    return replace(earlier, whole=earlier.partner) if named and goods else earlier


def _points_of_share(query: Query) -> bool:
    """ "Held 14 % of the bloc's trade with Peru, 0.3 points less than a year earlier": the points are of that share."""
    if query.sentence.items[query.figure].ref.kind != "percentage-point" or not query.own:
        return False
    before = [figure for figure in query.sentence.figures() if figure < query.nominal.first]
    joint = query.codes[query.nominal.last : query.figure]
    return bool(before) and query.codes[before[-1]] == "%" and not set(joint) & set("Er2N;y")


def _apposed_share(query: Query, measure: str) -> bool:
    """What the amount before it is, as a part: "supplied $5 billion, a 12 % share", "$5 billion, a share of 12 %"."""
    before, behind = query.codes[: query.figure], query.codes[query.figure + 1 : query.figure + 2]
    told = _AMOUNT_AND.search(before) if behind == "s" else _SHARE_AND.search(before)
    return measure == "share" and told is not None


def _restated(query: Query) -> int | None:
    """The figure whose sides this one shares: "43 % of shipments, or $9.1 billion", "…; those of cars fell 5 %"."""
    before = [figure for figure in query.sentence.figures() if figure < query.nominal.first]
    joint = query.codes[query.nominal.last : query.figure].replace("d", "").replace("v", "")
    those = query.own and query.codes[query.nominal.head] == "d"
    told = bool(before) and query.codes[before[-1] + 1 : query.nominal.first] in {"i", "o"} and _MOVED.fullmatch(joint)
    return before[-1] if before and (those or told or joint in {"&", ",&", "("}) else None
