"""Which rewrite is believed: it fits everything beyond dispute, and a figure elsewhere or a sum bears it out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, Final, NamedTuple

from pipeline.claim import Claim, number
from pipeline.finding import Repair
from pipeline.normalise import observe
from pipeline.observation import Flow, Observation, Reading, in_order
from pipeline.relations.level import fact_of
from pipeline.relations.row import Row
from pipeline.repair.rewrites import Rewrite, printed_digits, rank_rewrites, restated, rewrites, word_rewrites
from pipeline.repair.room import ANYWHERE, Room, Rooms
from pipeline.solve.agreement import Agreement, agreements
from pipeline.solve.corpus import Corpus
from pipeline.solve.dispute import clashes
from pipeline.solve.search import ladder, printed_ranges
from pipeline.solve.system import conflict
from pipeline.wholes import is_country
from pipeline.words import amount, listing, plain, short

_WORTH: Final = 3.0
"""How many steps of rarity one more supporting figure outweighs."""
_AT_EDGE: Final = 4.0
"""How many steps of rarity a figure loses that only touches the room for it."""
_TELLING: Final = 2
"""Significant digits from which on a figure that is found again counts as the same."""
_RAREST_SLIP: Final = 6
"""Rarity up to which a rewrite is a slip; beyond, it is any figure that fits."""
_FITS: Final = {
    "identity": "exports and imports agree",
    "sum": "parts and whole agree",
    "growth": "the growth fits",
    "share": "the share fits",
}
"""What a rewrite puts right, before the figures that it then agrees with in brackets."""
_PART: Final = 0.2
"""Part of a figure that the room for it may take up, and still say which figure it is."""
_TENFOLD: Final[dict[Decimal | None, float]] = {
    **dict.fromkeys((Decimal(1000), Decimal("0.001")), 1.5),
    **dict.fromkeys((Decimal(10), Decimal("0.1")), 0.3),
}
"""Likewise for a figure so many times too large or too small: few others are as far away."""
_DISPUTES: Final = 8
"""Other disputes that are set aside to judge a rewrite."""
_COMPANY: Final = 100
"""Observations that a rewrite is held against; in a larger article those nearest to the figure."""


class Accepted(NamedTuple):
    """A rewrite with what bears it out: the same figure elsewhere, relations that now hold, the room that is left."""

    rewrite: Rewrite
    same: tuple[Observation, ...]
    holds: tuple[Agreement, ...]
    room: Room | None = None
    """Where nothing else bears it out: what all the others together leave for it."""

    @property
    def merit(self) -> float:
        """More support is better, rarer slips are worse.

        That the right figure fits where it belongs is no wonder, in however many sums: it speaks only once for a figure
        that no slip made.
        """
        slip = self.rewrite.rarity <= _RAREST_SLIP
        holds = len(self.holds) if slip else min(len(self.holds), 1)
        return _WORTH * (len({one.claim.doc for one in self.same}) + holds) - self.rewrite.rarity


def repair_of(
    suspect: Observation,
    rest: Sequence[Observation],
    corpus: Corpus,
    *,
    settles: Sequence[Observation] = (),
    rarest: int = 99,
    shared: bool = False,
) -> Repair | None:
    """The best supported repair of a suspect, or None; ``rest`` is what is beyond dispute around it.

    ``settles`` are those that it is caught against, and must then agree with. Only slips that are no rarer than
    ``rarest`` are tried. Where they may be ``shared`` with another conflict, what it is caught against bears out
    another figure all the same, but no other country, flow or time.
    """
    against = frozenset(one.id for one in settles) if shared else frozenset()
    near = _at_peace(suspect, _nearest(suspect, rest), against)
    if not _is_amount(suspect):
        return _other_word(suspect, near, corpus)
    rooms = Rooms(near)
    room = rooms.room_for(suspect)
    accepted = []
    for rewrite in (*rewrites(suspect.claim, _named(near)), *_given(suspect, room, near)):
        fits = room.admits(rewrite.claim) if _moves_only(rewrite) else not shared
        tried = rewrite.rarity <= rarest and fits
        found = _borne_out(rewrite, near, corpus, rooms) if tried else None
        if found is not None:
            accepted.append(found)
    for best in sorted(accepted, key=lambda one: _preference(one, room)):
        changed = _observed(best.rewrite.claim, corpus)
        if changed is not None and all(conflict([*its, changed], Reading.WIDEST) is None for its in (near, settles)):
            return _told(best, near)
    return None


def _named(near: Sequence[Observation]) -> list[str]:
    """The countries that the claims near speak of, in their order."""
    parties = dict.fromkeys(party for one in near for party in (one.claim.reporter, one.claim.partner) if party)
    return [party for party in parties if is_country(party)]


def _moves_only(rewrite: Rewrite) -> bool:
    """Whether the figure is changed and nothing else, so that the room for it is the one that the others leave."""
    return rewrite.change.keys() == {"value"}


def _given(suspect: Observation, room: Room, near: Sequence[Observation]) -> Iterator[Rewrite]:
    """The figure that is printed elsewhere, or that the others leave room for, whatever the slip was.

    Not a fall for what is said to have risen.
    """
    figure, printed = _printed_elsewhere(suspect, room, near), suspect.claim.value or Decimal(0)
    figure = room.figure(suspect.claim) if figure is None else figure
    turned = figure is not None and suspect.claim.measure == "change" and figure * printed < 0
    if figure is not None and figure != printed and not turned:
        yield restated(suspect.claim, figure)


def _printed_elsewhere(suspect: Observation, room: Room, near: Sequence[Observation]) -> Decimal | None:
    """The sharpest figure that is given for the fact of a suspect, no coarser than it, as seen from its own side."""
    twins = [one.claim for one in near if one.fact == suspect.fact and not one.claim.hedge]
    twins = [one for one in twins if one.reporter == suspect.claim.reporter and _width(one) <= _width(suspect.claim)]
    return next((one.value for one in sorted(twins, key=_width) if one.value and room.admits(one)), None)


def _width(claim: Claim) -> Decimal:
    """How much a printed figure leaves open."""
    return Decimal("Infinity") if claim.low is None or claim.high is None else claim.high - claim.low


def _preference(one: Accepted, room: Room) -> tuple[float, float]:
    """The better supported and commoner slip first, what only touches the room later; then the middle."""
    if not _moves_only(one.rewrite):
        return -one.merit, 0.0
    edge = _AT_EDGE if room.touches(one.rewrite.claim) else 0.0
    return edge - one.merit, room.distance(one.rewrite.claim)


def _other_word(suspect: Observation, near: Sequence[Observation], corpus: Corpus) -> Repair | None:
    """For a rank, a trend or a sign: the one other word that the figures allow; else whose first place it is."""
    word = _only_fitting(suspect, word_rewrites(suspect.claim), near, corpus)
    ranked = [one.claim for one in near if one.subject in (suspect.ranking.peers if suspect.ranking else ())]
    return word or _only_fitting(suspect, rank_rewrites(suspect.claim, ranked), near, corpus)


def _only_fitting(
    suspect: Observation, tried: Iterable[Rewrite], near: Sequence[Observation], corpus: Corpus
) -> Repair | None:
    """The one rewrite that the others allow; None where none or several are."""
    fitting = []
    for rewrite in tried:
        changed = _observed(rewrite.claim, corpus)
        if changed is None or not _has_place(changed):
            continue
        if conflict([*near, changed], Reading.WIDEST) is None:
            fitting.append(rewrite)
    if len(fitting) != 1:
        return None
    words = fitting[0].words
    because = f"{words[:1].upper()}{words[1:]}, as the other figures have it."
    return Repair(claim=suspect.id, change=_plain(fitting[0]), because=because)


def _has_place(one: Observation) -> bool:
    """Whether a group has that many places: nobody is fourth of three."""
    return one.ranking is None or one.ranking.place <= len(one.ranking.peers) + 1


def _plain(rewrite: Rewrite) -> dict[str, Any]:
    """The change as it is written to files: numbers as numbers."""
    return {slot: number(new) if isinstance(new, Decimal) else new for slot, new in rewrite.change.items()}


def _nearest(suspect: Observation, rest: Sequence[Observation]) -> list[Observation]:
    others = [one for one in rest if one.id != suspect.id]
    if len(others) <= _COMPANY:
        return others
    doc, start = suspect.claim.doc, suspect.claim.start
    others.sort(key=lambda one: (one.claim.doc != doc, abs(one.claim.start - start), one.claim.position))
    return others[:_COMPANY]


def _at_peace(suspect: Observation, near: list[Observation], against: frozenset[str]) -> list[Observation]:
    """Those that can all be true: a dispute among others is none of the suspect's, and says nothing of its repair.

    Of one that is not about the suspect's flow, those that it is caught ``against`` stay: they bear out its repair.
    """
    for _ in range(_DISPUTES):
        clash = conflict(near, Reading.WIDEST)
        if clash is None:
            return near
        about = any(suspect.subject in (one.subject, one.base) for one in near if one.id in clash)
        gone = clash if about else clash - against or clash
        near = [one for one in near if one.id not in gone]
    return near


def _observed(claim: Claim, corpus: Corpus) -> Observation | None:
    """The rewritten claim as an observation of its article."""
    setting = corpus.settings.get(claim.doc)
    seen, _ = observe([claim], setting=setting) if setting else ([], {})
    return seen[0] if seen else None


def _borne_out(rewrite: Rewrite, near: Sequence[Observation], corpus: Corpus, rooms: Rooms) -> Accepted | None:
    """The rewrite with its support; None where nothing bears it out, or where it fails somewhere else."""
    changed = _observed(rewrite.claim, corpus)
    if changed is None:
        return None
    same = tuple(corpus.agreeing(changed)) if _is_telling(changed) else ()
    if not same and not _has_company(changed, near):
        return None
    every = rooms.assembled_with(changed)
    fact = fact_of(changed) if _is_amount(changed) else changed.subject
    ranges = printed_ranges(every)
    rows = _touched(every, changed, fact)
    its = {changed.id, *(one.id for one in same)}  # what holds for the same figure elsewhere holds for this one
    holds = tuple(
        agreement
        for agreement in agreements(rows, ranges)
        if changed.id in agreement.rates or (fact in agreement.flows and not its.isdisjoint(agreement.claims))
    )
    if any(changed.id in failure.claims for failure in chain(ladder(rows, ranges), clashes(rows))):
        return None
    room = None if same or holds else _narrow_room(changed, rooms, every, part=_TENFOLD.get(rewrite.times, _PART))
    if not same and not holds and room is None:
        return None
    return Accepted(rewrite, same, holds, room)


def _touched(rows: Sequence[Row], changed: Observation, fact: Flow) -> list[Row]:
    """The rows that the changed claim makes, or whose printed figures it is one of; no others change."""
    own = {flow for row in rows if changed.id in row.claims and len(row.terms) == 1 for flow, _ in row.terms} | {fact}
    return [row for row in rows if changed.id in row.claims or any(flow in own for flow, _ in row.terms)]


def _narrow_room(changed: Observation, rooms: Rooms, rows: Sequence[Row], *, part: float) -> Room | None:
    """What the others leave for the figure, where that is so narrow a part of it that it says the figure."""
    bounded = None not in changed.intervals[Reading.NATURAL]  # "up to 8 million" fits whatever is below
    room = rooms.room_for(changed, rows) if bounded and _is_amount(changed) else ANYWHERE
    narrow = room.is_narrow(changed.claim, part=part) and (part > _PART or room.is_sharp(changed.claim))
    return room if narrow and room.admits(changed.claim) else None


def _has_company(changed: Observation, near: Sequence[Observation]) -> bool:
    """A quick look: whether anything near speaks of the same two parties, or of a group on one side, in that time."""
    ours = changed.subject
    for one in near:
        for flow in (one.subject, one.base, one.whole):
            if flow is not None and flow.first <= ours.last and ours.first <= flow.last:
                if flow.parties == ours.parties:
                    return True
                shared = {flow.a, flow.b} & {ours.a, ours.b}
                if shared and not (is_country(flow.a) and is_country(flow.b)):
                    return True
    return False


def _is_telling(one: Observation) -> bool:
    """Whether the same figure elsewhere can hardly be chance: "2 percent" is said of many, "4.00 billion" of few."""
    return one.claim.value is not None and len(printed_digits(one.claim)) >= _TELLING


def _is_amount(one: Observation) -> bool:
    return one.kind in ("level", "growth", "difference", "share", "points", "share-growth")


def _said(room: Room, unit: str) -> str:
    """The room in words: "$15.6 bn to $15.9 bn"."""
    low, high = Decimal(room.low), Decimal(room.high)
    if unit == "percent":
        return f"{plain(low, 2)} to {plain(high, 2)} %"
    return f"{amount(low, unit)} to {amount(high, unit)}"


def _figure(claim: Claim) -> str:
    """The figure in short, a deficit by its size."""
    value = claim.value or Decimal(0)
    if claim.flow == "balance" and claim.measure == "level" and value < 0:
        return f"a deficit of {short(dataclasses.replace(claim, value=-value))}"
    return short(claim)


def _told(best: Accepted, near: Sequence[Observation]) -> Repair:
    by_id = {one.id: one for one in near}
    support = [one.id for one in best.same]
    reasons = []
    if best.same:
        docs = len({one.claim.doc for one in best.same})
        amounts = sorted({short(one.claim) for one in best.same})
        where = "another passage gives" if docs == 1 else f"{docs} articles give"
        reasons.append(f"{where} {listing(amounts)} for it")
    said = set()
    for agreement in best.holds[:2]:
        figures = in_order(agreement.claims & by_id.keys(), by_id)
        support += [one.id for one in figures]
        fits = _FITS.get(agreement.relation, "it fits")
        if figures and fits not in said:
            said.add(fits)
            reasons.append(f"then {fits} ({', '.join(_figure(one.claim) for one in figures)})")
    if best.room is not None:
        reasons.append(f"the other figures leave {_said(best.room, best.rewrite.claim.unit or '')} for it")
    words = best.rewrite.words[:1].upper() + best.rewrite.words[1:]
    because = f"{words}: {'; '.join(reasons)}." if reasons else f"{words}."
    return Repair(
        claim=best.rewrite.claim.id,
        change=_plain(best.rewrite),
        because=because,
        support=tuple(dict.fromkeys(support)),
        slip=best.rewrite.rarity <= _RAREST_SLIP,
    )
