"""Which candidates stood against each other for the slots of one figure, and which of them won."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.extract.as_printed import Printed
from pipeline.extract.binding.bind import Binding, considered
from pipeline.extract.discourse.settled import settled_nominal
from pipeline.extract.parties.parties import rungs
from pipeline.extract.period.timing import Timing
from pipeline.extract.query import Parties, Slot
from pipeline.extract.reader import read_article
from pipeline.extract.scene import Scene, query_of
from pipeline.extract.weighing.odds import Question, chances, heard_by

_WORTH_SHOWING: Final = 0.05
"""Readings less likely than this are not shown."""
_ROLES: Final = {
    "reporter": ("reporter", ""),
    "partner": ("partner", ""),
    "goods": ("commodity", ""),
    "all": ("commodity", "all trade"),
    "kept": ("period", ""),
    "open": ("period", "no time"),
    "phrase": ("flow", ""),
    "none": ("flow", "no claim of trade"),
}
"""The slot of each role, and how a reading is called that the text does not name."""


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
    """The candidates for flow, period, commodity, reporter and partner of a claim that its article is read anew for.

    Nothing for what stands in a table, where row and column decide, and for words of rank, sign or trend.
    """
    found: list[Rival] = []
    printed = Printed.of(article)
    told: list[Question[Any]] = []

    def hear(question: Question[Any], _: Any) -> None:
        if question.figure is not None:
            told.clear()  # the first that is asked of a figure
        told.append(question)

    def watch(scene: Scene, binding: Binding, earlier: Parties | None, read: Claim) -> None:
        if printed.span(read.start, read.end) == (claim.start, claim.end):
            found.extend(
                (*_flows(scene, binding), *_periods(scene, binding, read), *_sides(scene, binding, earlier, read))
            )
            found.extend(rival for question in told if _is_of(question, read) for rival in _weighed(question, read))
        told.clear()

    with heard_by(hear):
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


def _is_of(question: Question[Any], claim: Claim) -> bool:
    """Whether what was asked was asked of the claim's figure."""
    return question.figure is None or question.figure.start == claim.start


def _weighed(question: Question[Any], claim: Claim) -> Iterator[Rival]:
    """How likely each candidate of a weighed decision is for its slot, the likeliest first."""
    likely = chances(question)
    shares: dict[tuple[str, str], float] = {}
    for reading, plays in question.readings.items():
        for role, name in plays:
            shares[role, name] = shares.get((role, name), 0.0) + likely[reading]
    for (role, name), chance in sorted(shares.items(), key=lambda one: -one[1]):
        if role in _ROLES and chance >= _WORTH_SHOWING:
            place = question.places.get(name)
            value = place.value if place is not None else _ROLES[role][1]
            start, end = (claim.start, claim.end) if place is None else (place.start, place.end)
            said = getattr(claim, _ROLES[role][0])
            won = said == value or (place is None and said is None)
            yield Rival(slot=_ROLES[role][0], value=value, start=start, end=end, why=f"weighed, {chance:.2f}", won=won)
