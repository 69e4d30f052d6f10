"""What else a text offers for a slot that the figure's own clause does not say: the readings that were not taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from pipeline.claim import UNKNOWN, Claim, Evidence
from pipeline.extract.binding import Binding
from pipeline.extract.figures import Scene
from pipeline.extract.pairs import of_everybody
from pipeline.extract.parties import rungs
from pipeline.extract.query import WORLD, Parties, Query
from pipeline.extract.timing import Timing
from pipeline.extract.words import spoken

_BY_DEFAULT: Final = "nobody-named"
_SLOTS: Final = ("reporter", "partner", "period")


def with_others(scene: Scene, binding: Binding, earlier: Parties | None, claim: Claim) -> Claim:
    """The claim with what else each slot could be that was read from elsewhere; slots that the clause says are kept.

    Where nobody is named as partner there may be somebody whom no lexicon knows ("these three markets"): only words
    for all trade rule that out.
    """
    looked = {slot: found for slot, found in claim.evidence.items() if slot in _SLOTS and found.inherited}
    default = claim.evidence.get("partner")
    if binding.nominal is None:
        return claim
    query = Query(
        sentence=scene.passage.sentence, binding=binding, nominal=binding.nominal, frame=scene.frame,
        nominals=scene.passage.nominals, earlier=earlier,
    )  # fmt: skip
    if default is not None and default.rule == _BY_DEFAULT and (_of_all(query) or _points_back(query)):
        looked["partner"] = default
    if not looked:
        return claim
    evidence: dict[str, Evidence] = dict(claim.evidence)
    for slot, found in looked.items():
        offers = _periods(scene, binding) if slot == "period" else _sides(query, slot, claim)
        said = getattr(claim, slot)
        evidence[slot] = replace(found, others=tuple(sorted({other for other in offers if other != said})))
    return replace(claim, evidence=MappingProxyType(evidence))


def _sides(query: Query, slot: str, claim: Claim) -> Iterator[str]:
    """Whom any other kind of evidence names for one side; nobody, where the words are for all trade."""
    if claim.partner == WORLD and slot == "partner":
        yield from () if _of_all(query) else (UNKNOWN,) if _points_back(query) else _offered(query, slot)
        return
    yield from _offered(query, slot)


def _of_all(query: Query) -> bool:
    """Whether the words are for trade with everybody: "total exports"."""
    return of_everybody(query) or query.nominal.total


def _points_back(query: Query) -> bool:
    """Whether the sentence means parties that it does not name: "these three markets alone"."""
    return spoken(query.sentence.items[: query.figure], "pointers")


def _offered(query: Query, slot: str) -> Iterator[str]:
    for _, parties in rungs(query):
        side = getattr(parties, slot)
        if side is not None:
            yield side.value
    if slot == "reporter":
        named = [query.frame.subject, *(query.frame.named or ())]
        yield from (known.value for known in named if known is not None)


def _periods(scene: Scene, binding: Binding) -> Iterator[str]:
    """The times that the sentence names, days too, and the one that the text had settled.

    A base has not the time that it is the base of.
    """
    timing = Timing.of(scene.passage.sentence, scene.clock)
    main = str(timing.main(binding)[0]) if binding.base else None
    found = [str(period) for _, _, period in timing.candidates(binding) if period is not None]
    settled = scene.frame.period
    found += [settled.value] if settled is not None else []
    yield from (period for period in found if period != main)
    yield from (item.text for item in scene.passage.sentence.items if item.code == "P" and item.ref.kind == "day")
