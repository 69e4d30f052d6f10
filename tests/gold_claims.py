"""Gold records as claims: what the engine would be given if extraction were perfect (tests marked ``shared``)."""

# ruff: noqa: E501 - the table of words reads better unbroken
from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

from pipeline.claim import Claim, claim_id
from pipeline.quantity import find_quantities

SHARED = Path(__file__).resolve().parents[2] / "shared"

# The seeds' gold has no words yet: these are the ranks, trends and signs that can be checked, written by hand.
_FIRST, _SECOND, _FIFTH = "000_755b0388f6a2e973.txt", "001_2861e3d6db435fc1.txt", "004_fe323a53c25d4a17.txt"
_THIRD, _FOURTH = "002_a63ba804c18a1ec8.txt", "003_f861eef36503ce97.txt"
_TRADE = "CHN/*/turnover:central-asia"


def _word(doc: str, start: int, text: str, partner: str, **slots: object) -> dict[str, object]:
    base = {"doc": doc, "start": start, "end": start + len(text), "text": text, "reporter": "CHN", "partner": partner}
    return base | {"flow": "turnover", "period": "2024", "source": [None]} | slots


def _rank(doc: str, start: int, text: str, partner: str, **slots: object) -> dict[str, object]:
    rank = {"measure": "rank", "value": 1, "unit": "rank", "among": _TRADE, "order": "largest", "aspect": "level"}
    return _word(doc, start, text, partner, **(rank | slots))


SEED_WORDS: tuple[dict[str, object], ...] = (
    _rank(_FIRST, 1583, "third", "UZB", value=3, find="ranked third"),
    _rank(_FIRST, 1670, "fourth", "TKM", value=4, find="ranked fourth"),
    _rank(_FIRST, 1540, "fifth", "TJK", value=5, find="ranked fifth"),
    _rank(_FIRST, 1730, "second", "KGZ", value=2, find="the second spot"),
    _rank(_SECOND, 1328, "third-largest", "TKM", value=3),
    _rank(_SECOND, 1002, "highest", "KAZ", aspect="change", base_period="2023"),
    _rank(_SECOND, 790, "largest", "KAZ", find="China’s largest trade partner"),
    _rank(_SECOND, 2280, "highest", "AZE", among="CHN/*/turnover:south-caucasus", find="with the highest trade volume"),
    _word(_SECOND, 1274, "steady", "TKM", measure="trend", value=0, unit="trend", base_period="2023", find="steady at $10"),
    _word(
        _SECOND, 1390, "surplus", "CHN", reporter="TKM", flow="balance", measure="sign", value=1, unit="sign",
        among="CHN/*/balance:central-asia", order="only", find="surplus with China, exporting",
    ),
    _rank(_FOURTH, 1958, "largest", "KAZ", period="2023", find="largest trade partner in 2023"),
    _rank(_FOURTH, 2210, "greatest", "TJK", period="2023", base_period="2022", aspect="change", find="greatest percentage"),
    _rank(_FOURTH, 2370, "lowest", "TJK", period="2023", order="smallest", find="lowest of any"),
    _word(
        _FOURTH, 2600, "decline", "TKM", period="2023", base_period="2022", measure="trend", value=-1, unit="trend",
        among=_TRADE, order="only", find="decline in trade volume",
    ),
    _rank(_FIFTH, 2120, "largest", "KAZ", find="largest partner in the region"),
    _word(_FIFTH, 5202, "surplus", "CHN", reporter="KAZ", flow="balance", measure="sign", value=1, unit="sign"),
)  # fmt: skip


@cache
def article(kind: str, doc: str) -> str:
    return (SHARED / kind / doc).read_text(encoding="utf-8")


def load(kind: str) -> list[Claim]:
    lines = (SHARED / "gold" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    records = [record for record in records if "start" in record and not record.get("optional")]
    if kind == "seeds":
        records += [_placed(kind, dict(word)) for word in SEED_WORDS]
        for record in records:
            if record.get("modality") == "target":
                record |= {"status": "reached", "period": "2022"}
    return sorted((_claim(kind, record) for record in records), key=lambda claim: (claim.doc, claim.start))


def _placed(kind: str, word: dict[str, object]) -> dict[str, object]:
    """The word with its place in the text; where several stand there, the one inside ``find``."""
    find, text = word.pop("find", None), article(kind, str(word["doc"]))
    if find:
        at = text.index(str(find)) + str(find).index(str(word["text"]))
        word |= {"start": at, "end": at + len(str(word["text"]))}
    assert text[int(str(word["start"])) : int(str(word["end"]))] == word["text"], word
    return word


def _claim(kind: str, record: dict[str, object]) -> Claim:
    text, start, end = article(kind, str(record["doc"])), int(record["start"]), int(record["end"])  # type: ignore[call-overload]
    slots = {key: record.get(key) for key in _KEPT if record.get(key) is not None}
    value = None if record.get("value") is None else Decimal(str(record["value"]))
    sources = record.get("source") or [None]
    source = next((one for one in sources if one), None)  # type: ignore[attr-defined]
    claim = Claim.from_record(
        {**slots, "id": claim_id(str(record["doc"]), start, end, text[start:end]), "doc": record["doc"], "start": start}
        | {"end": end, "text": text[start:end], "value": None if value is None else str(value), "source": source}
    )
    return _with_interval(claim, text)


_KEPT = (
    *("reporter", "partner", "flow", "measure", "unit", "period", "base_period"),
    *("share_of", "commodity", "modality", "among", "order", "aspect", "status"),
)


def _with_interval(claim: Claim, text: str) -> Claim:
    import dataclasses

    if claim.measure in ("rank", "trend", "sign") or claim.value is None:
        return claim
    around = [q for q in _quantities(text) if q.start < claim.end and claim.start < q.end and q.value is not None]
    found = around[0] if around else None
    if found is None or not found.value or found.kind == "rank":
        half = abs(claim.value) / 200
        ends = {"low": claim.value - half, "high": claim.value + half}
        return dataclasses.replace(claim, **ends, natural_low=ends["low"], natural_high=ends["high"])  # type: ignore[arg-type]
    factor = abs(claim.value) / abs(found.value)
    ends = {
        name: None if (end := getattr(found, name)) is None else end * (factor if found.value > 0 else -factor)
        for name in ("low", "high", "natural_low", "natural_high")
    }
    return dataclasses.replace(claim, hedge=found.hedge, **ends)  # type: ignore[arg-type]


@cache
def _quantities(text: str):  # type: ignore[no-untyped-def]
    return find_quantities(text)
