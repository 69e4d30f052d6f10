"""Figures that a text tells twice: where only one telling names the time, or the base, it is that of the other too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.claim import Claim
from pipeline.extract.discourse.slot_taken import with_slot_of

_RULE: Final = "told-with-time"
_FEWEST: Final = 3
"""Digits of an amount that nobody tells of two times by chance."""

Told = tuple[object, ...]


def retold(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; a level whose time is only inherited takes the one that the text names with the same amount."""
    named: dict[Told, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.period is not None and not claim.evidence["period"].inherited and (told := _told(claim)) is not None:
            named[told].setdefault(claim.period, claim)
    for claim in _with_bases(claims):
        others = named.get(_told(claim) or (), {}) if _is_open(claim) else {}
        other = next(iter(others.values())) if len(others) == 1 else None
        yield claim if other is None or other.period == claim.period else with_slot_of(claim, other, "period", _RULE)


def _with_bases(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; a change whose base no words give takes the one that the text names with the same change."""
    named: dict[Told, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        spot = claim.evidence.get("base_period")
        if claim.base_period is not None and spot is not None and not spot.inherited:
            named[_moved(claim)].setdefault(claim.base_period, claim)
    for claim in claims:
        others = named.get(_moved(claim), {}) if _is_against_year_before(claim) else {}
        other = next(iter(others.values())) if len(others) == 1 else None
        yield claim if other is None else with_slot_of(claim, other, "base_period", _RULE)


def _is_against_year_before(claim: Claim) -> bool:
    spot = claim.evidence.get("base_period")
    return spot is not None and spot.inherited and spot.rule == "a-year-before"


def _moved(claim: Claim) -> Told:
    """What makes two tellings of a change one: its time, too."""
    return claim.value, claim.unit, claim.flow, claim.reporter, claim.partner, claim.commodity, claim.period


def _is_open(claim: Claim) -> bool:
    return claim.period is None or claim.evidence["period"].inherited


def _told(claim: Claim) -> Told | None:
    """What makes two tellings one: amount, unit, flow, sides and goods; None for a level with too few digits."""
    if claim.measure != "level" or claim.value is None or claim.modality != "reported":
        return None
    digits = "".join(map(str, claim.value.normalize().as_tuple().digits))
    if len(digits) < _FEWEST:
        return None
    return claim.value, claim.unit, claim.flow, claim.reporter, claim.partner, claim.commodity
