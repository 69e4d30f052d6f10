"""Which candidates stood against each other for the slots of one figure, and which of them won."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.extract.asked import Asked
from pipeline.extract.asprinted import Printed
from pipeline.extract.binding import Binding, considered
from pipeline.extract.figures import Scene, query_of
from pipeline.extract.gate import settled_nominal
from pipeline.extract.parties import decide_parties, rungs
from pipeline.extract.query import Parties, Query, Slot
from pipeline.extract.reader import read_article
from pipeline.extract.timing import Timing
from pipeline.extract.weighing import is_open, weigh

_WORTH_SHOWING: Final = 0.05
"""Sides less likely than this are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One candidate for a slot: its value, the characters ``[start, end)`` that offered it, and what speaks for it."""

    slot: str
    value: str
    start: int
    end: int
    why: str
    won: bool


def find_rivals(article: Any, claim: Claim) -> tuple[Rival, ...]:
    """The candidates for flow, period, reporter and partner of a claim that its article is read anew for.

    Nothing for what stands in a table, where row and column decide, and for words of rank, sign or trend.
    """
    found: list[Rival] = []
    printed = Printed.of(article)

    def watch(scene: Scene, binding: Binding, earlier: Parties | None, read: Claim) -> None:
        if printed.span(read.start, read.end) == (claim.start, claim.end):
            found.extend(
                (*_flows(scene, binding), *_periods(scene, binding, read), *_sides(scene, binding, earlier, read))
            )

    read_article(printed.read, watch)
    spans = (printed.span(one.start, one.end) for one in found)
    return tuple(replace(one, start=start, end=end) for one, (start, end) in zip(found, spans, strict=True))


def _flows(scene: Scene, binding: Binding) -> Iterator[Rival]:
    """The phrases that the figure could hang on, with how surely each reading of the words between holds."""
    passage = scene.passage
    for bound, offers in considered(passage.sentence, passage.nominals, settled_nominal(passage.sentence, scene.frame)):
        if bound.figure != binding.figure:
            continue
        for offer in sorted(offers, key=lambda one: -one.strength):
            nominal = offer.nominal
            if nominal is None:
                continue
            item = passage.sentence.items[max(nominal.head, 0)]
            start, end = (item.start, item.end) if nominal.head >= 0 else (item.start, item.start)
            yield Rival(
                slot="flow", value=nominal.flow or "another topic", start=start, end=end,
                why=f"{offer.rule}, {offer.strength:.2f}", won=offer is bound,
            )  # fmt: skip


def _periods(scene: Scene, binding: Binding, claim: Claim) -> Iterator[Rival]:
    """The time phrases of the sentence, with what keeps each from the figure, then the one settled before."""
    spot = claim.evidence.get("period")
    for price, item, period in Timing.of(scene.passage.sentence, scene.clock).candidates(binding):
        won = spot is not None and (spot.start, spot.end) == (item.start, item.end)
        means = str(period) if period is not None else "what it is compared with"
        yield Rival(slot="period", value=means, start=item.start, end=item.end, why=f"cost {price:.2f}", won=won)
    settled = scene.frame.period
    if settled is not None:
        won = spot is not None and (spot.start, spot.end) == (settled.start, settled.end)
        yield Rival(
            slot="period", value=settled.value, start=settled.start, end=settled.end, why="settled before", won=won
        )


def _sides(scene: Scene, binding: Binding, earlier: Parties | None, claim: Claim) -> Iterator[Rival]:
    """Whom each kind of evidence would make reporter and partner, the closest evidence first."""
    if binding.nominal is None:
        return
    query = query_of(scene, binding, earlier)
    for slot in ("reporter", "partner"):
        for why, parties in rungs(query):
            side: Slot | None = getattr(parties, slot)
            if side is not None:
                won = side.value == getattr(claim, slot)
                yield Rival(slot=slot, value=side.value, start=side.start, end=side.end, why=why, won=won)
    yield from _weighed(scene, query, claim)


def _weighed(scene: Scene, query: Query, claim: Claim) -> Iterator[Rival]:
    """The sides that were weighed, where the rules found no partner, with how likely each is."""
    found = decide_parties(
        query.sentence, query.binding, query.frame, query.nominals,
        measure="share" if claim.share_of else claim.measure, earlier=query.earlier,
    )  # fmt: skip
    asked = Asked(query=query, naming=scene.naming, measure=claim.measure, found=found)
    if not is_open(asked):
        return
    chances = weigh(asked)
    for side, slot in enumerate(("reporter", "partner")):
        of_side: dict[str, float] = {}
        for pair, chance in chances.items():
            of_side[pair[side]] = of_side.get(pair[side], 0.0) + chance
        for code, chance in sorted(of_side.items(), key=lambda one: -one[1]):
            if chance >= _WORTH_SHOWING:
                place, won = asked.candidates[code], code == getattr(claim, slot)
                yield Rival(
                    slot=slot, value=code, start=place.start, end=place.end, why=f"weighed, {chance:.2f}", won=won
                )
