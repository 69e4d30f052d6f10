"""Corrections: slots that a person read otherwise, put on the claims of the next run as human evidence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pipeline.claim import Claim, Evidence
from pipeline.store.decisions import Decision, active, by_subject
from pipeline.store.evidence import Texts, find_claim
from pipeline.store.ledger import DATABASE, open_ledger, stored
from pipeline.store.notation import can_hold

RULE: Final = "review"
"""The rule on the evidence of a slot that a person gave."""

_ENDS: Final = ("low", "high", "natural_low", "natural_high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One slot of one printed figure as a person reads it; ``value`` None empties the slot."""

    claim: str
    quote: Mapping[str, Any]
    slot: str
    value: str | None
    was: str | None = None
    who: str = ""
    id: str = ""


def read_corrections(out: Path) -> tuple[Correction, ...]:
    """The corrections that hold in the decisions of a run's directory; nothing where there are none."""
    if not (out / DATABASE).exists():
        return ()
    return corrections_of(stored(open_ledger(out, create=False).read()))


def corrections_of(decisions: Iterable[Decision]) -> tuple[Correction, ...]:
    """The last correction of each slot that holds, in the order of claims and slots."""
    found: dict[tuple[str, str], Correction] = {}
    for subject, history in by_subject(decisions).items():
        for one in active(history):
            if one.action == "correct" and can_hold(one.slot, one.value) and one.about.get("quotes"):
                found[subject, one.slot] = _correction(one)
    return tuple(found[key] for key in sorted(found))


def apply_corrections(
    claims: Sequence[Claim], corrections: Iterable[Correction], texts: Texts = MappingProxyType({})
) -> tuple[Claim, ...]:
    """The claims with every correction put where its quote stands; ``texts`` tell same prints in one article apart."""
    placed = place(claims, corrections, texts)
    return tuple(corrected(claim, placed[claim.id]) if claim.id in placed else claim for claim in claims)


def place(
    claims: Sequence[Claim], corrections: Iterable[Correction], texts: Texts = MappingProxyType({})
) -> dict[str, list[Correction]]:
    """The corrections by the id of the claim that each is about; those whose figure is gone are left out."""
    wanted = list(corrections)
    docs = {one.quote["doc"] for one in wanted}
    by_doc: dict[str, list[Claim]] = {doc: [] for doc in sorted(docs)}
    for claim in claims:
        if claim.doc in docs:
            by_doc[claim.doc].append(claim)
    found: dict[str, list[Correction]] = {}
    for one in wanted:
        claim_found = find_claim(one.quote, by_doc[one.quote["doc"]], texts)
        if claim_found is not None:
            found.setdefault(claim_found.id, []).append(one)
    return found


def corrected(claim: Claim, corrections: Iterable[Correction]) -> Claim:
    """The claim as a person reads it: the slots, their evidence, and no doubt about it any more."""
    for one in corrections:
        evidence = {**claim.evidence, one.slot: _evidence(claim, one.slot)}
        changed = _value(claim, one.value) if one.slot == "value" else {one.slot: one.value}
        claim = dataclasses.replace(claim, **changed, doubt=None, evidence=MappingProxyType(evidence))
    return claim


def _correction(one: Decision) -> Correction:
    return Correction(
        claim=one.subject,
        quote=MappingProxyType(one.about["quotes"][0]),
        slot=one.slot,
        value=one.value,
        was=one.was,
        who=one.who,
        id=one.id,
    )


def _evidence(claim: Claim, slot: str) -> Evidence:
    """The characters stay those of the text: the slot's own where it had any, else the figure's."""
    found = claim.evidence.get(slot)
    start, end = (claim.start, claim.end) if found is None else (found.start, found.end)
    return Evidence(start=start, end=end, inherited=bool(found and found.inherited), rule=RULE)


def _value(claim: Claim, text: str | None) -> dict[str, Decimal | None]:
    """Another value of the same digits: what they leave open scales with it."""
    value = None if text is None else Decimal(text)
    if value is None or value == claim.value:
        return {"value": value}
    if not claim.value:
        return {"value": value, **dict.fromkeys(_ENDS, value)}
    factor = value / claim.value
    ends = {name: None if (end := getattr(claim, name)) is None else end * factor for name in _ENDS}
    if factor < 0:
        ends = {
            name: ends[name.replace("low", "high") if "low" in name else name.replace("high", "low")] for name in ends
        }
    return {"value": value, **ends}
