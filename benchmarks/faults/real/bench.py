"""One article: which slips its gold claims disprove, and what the whole path makes of the text with each of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from benchmarks.faults.real.edits import Edit, edits
from benchmarks.faults.real.gold import changed_claims, gold_claims
from benchmarks.faults.real.lost import stage
from benchmarks.faults.real.places import standing_in
from benchmarks.faults.verdicts import PROOFS
from pipeline.article import Article
from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.conflict.check import Check
from pipeline.evaluate import compare
from pipeline.extract import extract_claims
from pipeline.finding import Finding, Repair

_TRIES = 16
"""Slips of one kind that are tried in one article before it is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """What was made of one slip, by the engine from gold claims or by the whole path from the text."""

    found: bool
    proved: bool = False
    asked: bool = False
    blamed: bool = False
    tied: bool = False
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One slip in one article, as each of the two saw it, and where the path lost it."""

    doc: str
    kind: str
    place: int
    printed: str
    slip: str
    engine: Blame
    path: Blame
    lost: str
    proof: str
    told: str

    def record(self) -> dict[str, Any]:
        """The outcome as JSON."""
        return asdict(self)


class _Gold(NamedTuple):
    """An article's gold records, in the order of the text, and their claims."""

    records: Sequence[Mapping[str, Any]]
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as it is: how many proofs its gold and its text give, and what the path says."""

    doc: str
    gold: tuple[str, ...]
    path: tuple[str, ...]
    outcomes: tuple[Outcome, ...]


def read(article: Article, records: Sequence[Mapping[str, Any]], *, seed: int, most: int) -> Reading:
    """The article unchanged, and with up to ``most`` provable slips of each kind."""
    records = sorted(records, key=lambda one: int(one["start"]))
    gold = _Gold(records, gold_claims(records, article.text))
    before = check(gold.claims)
    outcomes = tuple(_outcomes(article, gold, before, random.Random(f"{seed}/{article.name}"), most))
    clean = check(extract_claims(article))
    return Reading(doc=article.name, gold=_proofs(before), path=_proofs(clean), outcomes=outcomes)


def _proofs(made: Check) -> tuple[str, ...]:
    return tuple(one.explanation for one in made.findings if one.certainty == "impossible" and one.scope == "article")


def _outcomes(article: Article, gold: _Gold, before: Check, rng: random.Random, most: int) -> Iterator[Outcome]:
    candidates = list(edits(article.text, gold.records))
    rng.shuffle(candidates)
    made, tried = Counter[str](), Counter[str]()
    known = {one.explanation for one in before.findings}
    for edit in candidates:
        if made[edit.kind] >= most or tried[edit.kind] >= _TRIES:
            continue
        tried[edit.kind] += 1
        outcome = _outcome(article, gold, edit, known)
        if outcome is not None:
            made[edit.kind] += 1
            yield outcome


def _outcome(article: Article, known_gold: _Gold, edit: Edit, known: set[str]) -> Outcome | None:
    """What became of a slip; None where the gold claims do not disprove it."""
    records = known_gold.records
    wrong, text = edit.records(records), edit.text(article.text)
    gold = changed_claims(known_gold.claims, wrong, text, edit.changes)
    spans = [(wrong[number]["start"], wrong[number]["end"]) for number in edit.changes]
    alone = check(gold)
    new = [one for one in alone.findings if one.explanation not in known]
    proof = next((one for one in new if one.certainty == "impossible" and _touches(one, gold, spans)), None)
    if proof is None:
        return None
    right = {number: records[number] for number in edit.changes}
    truth = [(wrong[number]["start"], {**one, "start": wrong[number]["start"]}) for number, one in right.items()]
    read_claims = extract_claims(replace(article, text=text))
    seen = check(read_claims)
    path = _blame(seen.findings, read_claims, spans, dict(truth), known)
    lost = "" if path.found else stage(proof, gold, wrong, read_claims, seen, spans)
    told = next((one for one in seen.findings if _touches(one, read_claims, spans)), None)
    return Outcome(
        doc=article.name, kind=edit.kind, place=edit.start, printed=article.text[edit.start : edit.end], slip=edit.new,
        engine=_blame(alone.findings, gold, spans, dict(truth), known), path=path, lost=lost, proof=proof.explanation,
        told="" if told is None else f"{told.certainty}: {told.explanation} {told.note} [{told.repair}]",
    )  # fmt: skip


def _touches(finding: Finding, claims: Sequence[Claim], spans: Sequence[tuple[int, int]]) -> bool:
    ids = {*finding.claims, *finding.witnesses}
    return any(one.id in ids for one in standing_in(claims, spans))


def _blame(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    spans: Sequence[tuple[int, int]],
    truth: Mapping[int, Mapping[str, Any]],
    known: set[str],
) -> Blame:
    new = [one for one in findings if one.explanation not in known]
    about = [one for one in new if _touches(one, claims, spans)]
    proofs = [one for one in about if one.certainty in PROOFS]
    if not proofs:
        return Blame(found=False, asked=bool(about))
    guilty = {one.id: one for one in standing_in(claims, spans)}
    first = next((one for one in proofs if one.suspect in guilty), proofs[0])
    blamed = proofs[0].suspect in guilty
    return Blame(
        found=True,
        proved=any(one.certainty == "impossible" for one in proofs),
        blamed=blamed,
        tied=proofs[0].suspect is None,
        repaired=blamed and first.repair is not None and _mends(first.repair, guilty, truth),
    )


def _mends(repair: Repair, guilty: Mapping[str, Claim], truth: Mapping[int, Mapping[str, Any]]) -> bool:
    """Whether the repaired claim says what was printed before the slip."""
    claim = guilty.get(repair.claim)
    if claim is None:
        return False
    right = next((one for start, one in truth.items() if claim.start <= start < claim.end), None)
    if right is None:
        return False
    change = {slot: Decimal(str(value)) if slot == "value" else value for slot, value in repair.change.items()}
    made = compare(right, replace(claim, **change).to_record())
    return made["edge"] and made["amount"] and made["period"]
