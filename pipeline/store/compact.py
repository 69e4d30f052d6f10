"""Claims in few bytes and exactly: what a run keeps of them between its stages and between runs.

Unlike the JSON of the outputs, decimals keep every printed digit.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pipeline.claim import Claim, Evidence

_DECIMALS: Final = ("value", "low", "high", "natural_low", "natural_high")
_FIELDS: Final = tuple(spec.name for spec in dataclasses.fields(Claim) if spec.name != "evidence")
_DEFAULTS: Final = {
    spec.name: None if spec.default is dataclasses.MISSING else spec.default for spec in dataclasses.fields(Claim)
}


def pack(claims: Sequence[Claim]) -> str:
    """The claims as one line of JSON; fields that have their default are left out."""
    return json.dumps([_packed(claim) for claim in claims], separators=(",", ":"))


def unpack(packed: str) -> list[Claim]:
    """The claims of a line that ``pack`` made."""
    return [] if packed == "[]" else [_unpacked(record) for record in json.loads(packed)]


def _packed(claim: Claim) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name in _FIELDS:
        value = getattr(claim, name)
        if value != _DEFAULTS[name]:
            record[name] = str(value) if isinstance(value, Decimal) else value
    record["evidence"] = [
        [slot, found.start, found.end, found.inherited, found.rule, *(() if found.others is None else [found.others])]
        for slot, found in sorted(claim.evidence.items())
    ]
    return record


def _unpacked(record: dict[str, Any]) -> Claim:
    for name in _DECIMALS:
        if name in record:
            record[name] = Decimal(record[name])
    record["evidence"] = MappingProxyType(
        {
            slot: Evidence(
                start=start, end=end, inherited=inherited, rule=rule, others=tuple(others[0]) if others else None
            )
            for slot, start, end, inherited, rule, *others in record["evidence"]
        }
    )
    return Claim(**record)
