"""The cases that were lost, one by one: the article, what was planted in it, and the stage at which it was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.faults.faults import Planted
from benchmarks.faults.reading import differences, misreadings, words_of
from benchmarks.faults.verdicts import PROOFS, Verdict

_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """An error that was not found, or whose culprit or repair was not, although arithmetic decides it."""

    verdict: Verdict
    lost: str
    """What is missing: the conflict, its culprit, or the repair."""
    stage: str
    text: str
    span: tuple[int, int]
    wrong: str
    right: str
    misread: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def page(self) -> str:
        """The case for reading, with the planted figure in brackets."""
        start, end = self.span
        marked = f"{self.text[:start]}[[{self.text[start:end]}]]{self.text[end:]}"
        head = f"{self.verdict.article}  {self.verdict.kind}, {self.verdict.size}\n{self.lost}: {self.stage}\n"
        said = f"printed {self.wrong}\nright   {self.right}\n"
        rows = [f"read otherwise: {one}" for one in self.misread] + [f"told: {one}" for one in self.findings]
        return f"{head}{said}" + "\n".join(rows) + f"\n\n{marked}"


def lost_case(planted: Planted, verdict: Verdict, claims: Sequence[Any], findings: Sequence[Any]) -> Lost | None:
    """What was lost of a planted error; None where nothing was."""
    lost = next(_missing(verdict), None)
    if lost is None:
        return None
    return Lost(
        verdict=verdict,
        lost=lost,
        stage=_stage(planted, claims, findings),
        text=planted.written.text,
        span=planted.span,
        wrong=words_of(planted.wrong),
        right=words_of(planted.right),
        misread=tuple(
            f"{one.slot}: {one.text} in “{one.sentence}”: {one.gold} | {one.read}"
            for one in misreadings(planted.written, claims)
        ),
        findings=tuple(
            f"{one.certainty} {one.kind}: {one.explanation} {one.note} [{one.repair and one.repair.change}]"
            for one in findings
        ),
    )


def _missing(verdict: Verdict) -> Iterator[str]:
    if not verdict.found:
        yield "conflict"
    if verdict.alone and not verdict.blamed:
        yield "culprit"
    if verdict.mendable and not verdict.repaired:
        yield "repair"


def _stage(planted: Planted, claims: Sequence[Any], findings: Sequence[Any]) -> str:
    """The first stage that lost it: a doubt, the engine (given claims that are right), or the reading."""
    start, end = planted.span
    its = [claim for claim in claims if claim.start < end and start < claim.end]
    guilty = {claim.id for claim in its}
    about = [one for one in findings if guilty & {*one.claims, *one.witnesses}]
    if about and not any(one.certainty in PROOFS for one in about):
        return f"asked: {_QUOTED.sub('“…”', about[0].note)}"
    if not its:
        return "not read"
    wrong = next(differences(planted.wrong, its[0]), None)
    if wrong is not None:
        return f"slot wrong: {wrong}, of the planted claim"
    other = next((one.slot for one in misreadings(planted.written, claims)), None)
    if not _by_engine(planted, guilty=planted.span):
        return "engine"
    return f"slot wrong: {other}, of another claim" if other else "nothing seen"


def _by_engine(planted: Planted, *, guilty: tuple[int, int]) -> bool:
    """Whether the check finds it from claims that are given and not read."""
    from pipeline.claim import Claim
    from pipeline.conflict import check

    claims = [Claim.from_record(record) for record in planted.written.records()]
    ids = {claim.id for claim in claims if (claim.start, claim.end) == guilty}
    return any(one.certainty in PROOFS and ids & {*one.claims, *one.witnesses} for one in check(claims).findings)
