"""Gold records as claims: what the engine would be given if extraction were perfect (tests marked ``shared``)."""

# ruff: noqa: E501 - the table of words reads better unbroken
from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from benchmarks.faults.real.gold import gold_claims
from pipeline.claim import Claim

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
    docs: dict[str, list[dict[str, object]]] = {}
    for record in records:
        docs.setdefault(str(record["doc"]), []).append(record)
    claims = [claim for doc, its in docs.items() for claim in gold_claims(its, article(kind, doc))]
    return sorted(claims, key=lambda claim: (claim.doc, claim.start))


def _placed(kind: str, word: dict[str, object]) -> dict[str, object]:
    """The word with its place in the text; where several stand there, the one inside ``find``."""
    find, text = word.pop("find", None), article(kind, str(word["doc"]))
    if find:
        at = text.index(str(find)) + str(find).index(str(word["text"]))
        word |= {"start": at, "end": at + len(str(word["text"]))}
    assert text[int(str(word["start"])) : int(str(word["end"]))] == word["text"], word
    return word
