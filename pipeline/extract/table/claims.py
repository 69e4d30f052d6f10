"""A table's figure and its slots as a claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from pipeline.claim import Claim, Evidence, claim_id
from pipeline.extract.query import Slot
from pipeline.extract.table.cells import Entry
from pipeline.extract.table.slots import Flow

_ENDS: Final = ("value", "low", "high", "natural_low", "natural_high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the heads say of one figure."""

    flow: Flow
    measure: str
    sign: int | None
    """-1 where the words say deficit or fall, so that the figure is negative however it is printed."""
    share_of: str | None
    modality: str
    slots: Mapping[str, Slot]


def write_claim(doc: str, entry: Entry, reading: Reading) -> Claim | None:
    """The claim; None for exports below nothing, which nobody can mean."""
    ends = _signed(entry, reading)
    if ends is None:
        return None
    quantity, slots = entry.quantity, reading.slots
    values = {name: slot.value for name, slot in slots.items()}
    return Claim(
        id=claim_id(doc, entry.start, entry.end, quantity.text),
        doc=doc, start=entry.start, end=entry.end, text=quantity.text,
        reporter=values.get("reporter"), partner=values.get("partner"), flow=reading.flow.flow,
        measure=reading.measure, unit=quantity.unit, hedge=quantity.hedge,
        value=ends[0], low=ends[1], high=ends[2], natural_low=ends[3], natural_high=ends[4],
        period=values.get("period"), base_period=values.get("base_period"), share_of=reading.share_of,
        commodity=values.get("commodity"), source=values.get("source"), modality=reading.modality,
        evidence=_evidence(entry, reading),
    )  # fmt: skip


def _signed(entry: Entry, reading: Reading) -> tuple[Decimal | None, ...] | None:
    """Value and intervals, negated where the words ask for it; imports booked as a debit are printed below nothing."""
    ends = tuple(getattr(entry.quantity, name) for name in _ENDS)
    below = ends[0] is not None and ends[0] < 0
    flow = reading.flow.flow if reading.measure == "level" else None
    if below and flow in {"export", "turnover"}:
        return None
    if (reading.sign == -1 and not below) or (below and flow == "import"):
        value, low, high, natural_low, natural_high = (None if end is None else -end for end in ends)
        return value, high, low, natural_high, natural_low
    return ends


def _evidence(entry: Entry, reading: Reading) -> MappingProxyType[str, Evidence]:
    flow = reading.flow
    found = {
        "value": Evidence(start=entry.start, end=entry.end, rule=entry.quantity.rule),
        "flow": Evidence(start=flow.start, end=flow.end, rule=flow.rule, inherited=flow.inherited),
    }
    for name, slot in reading.slots.items():
        found[name] = Evidence(start=slot.start, end=slot.end, inherited=slot.inherited, rule=slot.rule)
    return MappingProxyType(found)
