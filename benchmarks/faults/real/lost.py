"""Where the path lost a slip that gold claims disprove: the stage, and what it did there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.faults.real.places import standing_in
from pipeline.claim import Claim
from pipeline.conflict.check import Check
from pipeline.evaluate import compare
from pipeline.finding import Finding

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SLOTS = ("edge", "amount", "period", "commodity")
_ALSO = ("base_period", "share_of", "modality")


def stage(
    proof: Finding,
    gold: Sequence[Claim],
    records: Sequence[Mapping[str, Any]],
    claims: Sequence[Claim],
    seen: Check,
    spans: Sequence[tuple[int, int]],
) -> str:
    """The first stage that lost it: a claim of the proof unread, a slot wrong, doubted, not compared, or folded."""
    members = {one.start for one in gold if one.id in proof.claims}
    pairs = [(one, _at(claims, one["start"], one["end"])) for one in records if one["start"] in members]
    guilty = {one.id for one in standing_in(claims, spans)}
    asked = next((one for one in seen.findings if guilty & {*one.claims, *one.witnesses}), None)
    if asked is not None:
        return f"{asked.certainty}: {_QUOTED.sub('“…”', asked.note)}"
    where = ["guilty" if any(start == one["start"] for start, _ in spans) else "other" for one, _ in pairs]
    for (one, claim), whose in zip(pairs, where, strict=True):
        if claim is None:
            return f"not read: {whose}, {one['measure']}"
    for (one, claim), whose in zip(pairs, where, strict=True):
        wrong = next(_differences(one, claim), None) if claim is not None else None
        if wrong:
            return f"slot wrong: {wrong}, {whose}"
    for _, claim in pairs:
        if claim is not None and claim.id in seen.not_compared:
            return f"not compared: {seen.not_compared[claim.id]}"
    ids = {claim.id for _, claim in pairs if claim is not None}
    if any(ids & {*one.claims, *one.witnesses} for one in seen.findings):
        return "folded under another finding"
    if len({claim.source for _, claim in pairs if claim is not None and claim.source}) > 1:
        return "several voices"
    return "no conflict seen"


def _at(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    found = standing_in(claims, [(start, end)])
    return next((one for one in found if one.measure not in ("trend", "sign")), None)


def _differences(record: Mapping[str, Any], claim: Claim) -> Iterator[str]:
    said = claim.to_record()
    same = compare(record, said)
    yield from (slot for slot in _SLOTS if not same[slot])
    yield from (slot for slot in _ALSO if not _same(record, said, slot))


def _same(record: Mapping[str, Any], said: Mapping[str, Any], slot: str) -> bool:
    if record.get(slot) is None and slot != "modality":
        return True
    return said.get(slot) in (record.get(slot), *record.get(f"also_{slot}", ()))
