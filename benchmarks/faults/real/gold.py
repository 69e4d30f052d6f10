"""Gold records as claims: what the engine would be given if every figure were read as its annotators read it."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.faults.real.places import standing_in
from pipeline.claim import Claim, claim_id
from pipeline.quantity import find_quantities
from pipeline.quantity.figure import Quantity

_KEPT = (
    *("reporter", "partner", "flow", "measure", "unit", "period", "base_period"),
    *("share_of", "commodity", "modality", "among", "order", "aspect", "status"),
)
_WINDOW = 200
"""Characters around a figure that its digits and hedge are read in."""
_WORDS = ("rank", "trend", "sign")


def gold_records(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The records of a gold file by document, without those that count neither way."""
    docs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "start" in record and not record.get("optional"):
            docs[record["doc"]].append(record)
    return dict(docs)


def gold_claims(records: Iterable[Mapping[str, Any]], text: str) -> list[Claim]:
    """The claims of one document's records, with the intervals that its print leaves open."""
    found = find_quantities(text)
    return sorted((_claim(record, text, found) for record in records), key=lambda claim: claim.start)


def changed_claims(
    before: Sequence[Claim], records: Sequence[Mapping[str, Any]], text: str, changed: Collection[int]
) -> list[Claim]:
    """The claims after a slip that changed some records; the others keep what they were read as, at their new place."""
    claims = []
    for number, (claim, record) in enumerate(zip(before, records, strict=True)):
        if number not in changed:
            claims.append(dataclasses.replace(claim, start=int(record["start"]), end=int(record["end"])))
            continue
        low, high = max(0, int(record["start"]) - _WINDOW), int(record["end"]) + _WINDOW
        near = {**record, "start": int(record["start"]) - low, "end": int(record["end"]) - low}
        new = _claim(near, text[low:high], find_quantities(text[low:high]))
        claims.append(dataclasses.replace(new, start=int(record["start"]), end=int(record["end"])))
    return claims


def _claim(record: Mapping[str, Any], text: str, found: tuple[Quantity, ...]) -> Claim:
    doc, start, end = str(record["doc"]), int(record["start"]), int(record["end"])
    slots = {key: record[key] for key in _KEPT if record.get(key) is not None}
    source = next((one for one in record.get("source") or [None] if one), None)
    value = None if record.get("value") is None else str(record["value"])
    claim = Claim.from_record(
        {**slots, "id": claim_id(doc, start, end, text[start:end]), "doc": doc, "start": start, "end": end}
        | {"text": text[start:end], "value": value, "source": source}
    )
    return with_interval(claim, found)


def with_interval(claim: Claim, found: Iterable[Quantity]) -> Claim:
    """The claim with the ends that its digits and hedge leave open; half a percent where nobody reads the figure."""
    if claim.measure in _WORDS or claim.value is None:
        return claim
    own = next((q for q in standing_in(found, [(claim.start, claim.end)]) if q.value is not None), None)
    if own is None or not own.value or own.kind == "rank":
        half = abs(claim.value) / 200
        low, high = claim.value - half, claim.value + half
        return dataclasses.replace(claim, low=low, high=high, natural_low=low, natural_high=high)
    factor = abs(claim.value) / abs(own.value) * (1 if own.value > 0 else -1)

    def scaled(end: Decimal | None) -> Decimal | None:
        return None if end is None else end * factor

    return dataclasses.replace(
        claim,
        hedge=own.hedge,
        low=scaled(own.low),
        high=scaled(own.high),
        natural_low=scaled(own.natural_low),
        natural_high=scaled(own.natural_high),
    )
