"""What a correction changes: the figures around the corrected one are checked again, with it and without."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.review.sheet import Sheet, pair_of
from pipeline.store.corrections import Correction, corrected, place
from pipeline.store.evidence import slots_of

SMALL: Final = 120
"""Up to so many claims a run is checked again as a whole."""
_ROOM: Final = 400
"""Of a larger run, the claims around the corrected ones are, and of the same pairs elsewhere so many in all."""

_REMEMBERED: Final = 12

Checker = Callable[[Sequence[Claim]], Any]
"""The check of the run: claims in, an object with ``findings`` out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What corrections change: the findings that vanish and appear, and the claims as corrected."""

    vanished: tuple[Finding, ...] = ()
    appeared: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    whole: bool = True
    """Whether the whole run was checked again, not only what is around the corrected figures."""

    @property
    def gone(self) -> Mapping[str, Finding]:
        """The vanished findings by their ids."""
        return {finding.id: finding for finding in self.vanished}


def effect(sheet: Sheet, corrections: Iterable[Correction], check: Checker) -> Effect:
    """The effect of corrections on a run; those that the run already has change nothing."""
    placed = place(sheet.run.claims, corrections, sheet.texts)
    changed = {claim: corrected(sheet.shelf.claims[claim], those) for claim, those in placed.items()}
    changed = {claim: new for claim, new in changed.items() if slots_of(new) != slots_of(sheet.shelf.claims[claim])}
    if not changed:
        return Effect()
    around = neighbourhood(sheet, changed)
    after = tuple(changed.get(claim.id, claim) for claim in around)
    before, now = _found(check(around)), _found(check(after))
    unseen = {key for key in _touched(sheet, changed) if key not in before and _fits(sheet, key, changed, check)}
    return Effect(
        vanished=tuple(f for key, f in sheet.findings.items() if key not in now and (key in before or key in unseen)),
        appeared=tuple(f for key, f in now.items() if key not in before and key not in sheet.findings),
        claims=after,
        whole=len(around) == len(sheet.run.claims),
    )


def remembering(check: Checker) -> Checker:
    """The check, with its last results kept: what was just tried is not checked once more when it is stored."""
    known: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
    lock = threading.Lock()

    def remembered(claims: Sequence[Claim]) -> Any:
        key = tuple((claim.id, *slots_of(claim).values()) for claim in claims)
        with lock:
            if key in known:
                known.move_to_end(key)
                return known[key]
        found = check(claims)
        with lock:
            known[key] = found
            while len(known) > _REMEMBERED:
                known.popitem(last=False)
        return found

    return remembered


def _touched(sheet: Sheet, changed: Mapping[str, Claim]) -> list[str]:
    """The findings that rest on a corrected claim."""
    return sorted({finding.id for claim in changed for finding in sheet.shelf.by_claim.get(claim, ())})


def _fits(sheet: Sheet, finding: str, changed: Mapping[str, Claim], check: Checker) -> bool:
    """Whether the claims of a finding agree once corrected: asked where what is around them did not bring it up."""
    return not check([changed.get(claim.id, claim) for claim in sheet.claims_of(sheet.findings[finding])]).findings


def neighbourhood(sheet: Sheet, changed: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims that a change can touch: of their articles, of their findings' articles, and of the same pairs."""
    if len(sheet.run.claims) <= SMALL:
        return tuple(sheet.run.claims)
    old = [sheet.shelf.claims[claim] for claim in sorted(changed)]
    docs = dict.fromkeys(claim.doc for claim in old)
    for claim in old:
        for finding in sheet.shelf.by_claim.get(claim.id, ()):
            docs |= dict.fromkeys(other.doc for other in sheet.claims_of(finding))
    near = [claim for doc in docs for claim in sheet.shelf.by_doc[doc]]
    return gathered(near, alike(sheet, [*old, *changed.values()]))


def alike(sheet: Sheet, claims: Iterable[Claim]) -> list[Claim]:
    """The claims of the run about the same pairs, those of the same period first."""
    wanted = list(claims)
    periods = {claim.period for claim in wanted}
    pairs = dict.fromkeys(pair_of(claim) for claim in wanted)
    found = [claim for pair in pairs for claim in sheet.by_pair.get(pair, ())]
    return sorted(found, key=lambda claim: (claim.period not in periods, claim.position))


def gathered(near: Sequence[Claim], far: Sequence[Claim]) -> tuple[Claim, ...]:
    """The near claims, and of the far ones as many as there is room for, in the order of their articles."""
    kept = {claim.id: claim for claim in near}
    for claim in far[: max(0, _ROOM - len(kept))]:
        kept.setdefault(claim.id, claim)
    return tuple(sorted(kept.values(), key=lambda claim: claim.position))


def _found(checked: Any) -> dict[str, Finding]:
    return {finding.id: finding for finding in checked.findings}
