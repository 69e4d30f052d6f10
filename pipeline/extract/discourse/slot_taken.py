"""A slot that one claim takes from another."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pipeline.claim import Claim


def with_slot_of(claim: Claim, other: Claim, slot: str, rule: str) -> Claim:
    """The claim with what another says in a slot, and the words that it was read from, as inherited by a rule."""
    spot = replace(other.evidence[slot], inherited=True, rule=rule)
    change: dict[str, Any] = {slot: getattr(other, slot)}
    return replace(claim, **change, evidence=MappingProxyType({**claim.evidence, slot: spot}))
