"""Runs the bench: articles are made, checked clean and with one error, and the outcomes counted."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from benchmarks.faults.article import Written, write
from benchmarks.faults.faults import KINDS, plant
from benchmarks.faults.lost import Lost, lost_case
from benchmarks.faults.plan import make_plan
from benchmarks.faults.reading import misreadings
from benchmarks.faults.verdicts import PROOFS, Verdict, judge

_ALSO_APART: Final = 50
"""One article in so many is checked by a process of its own, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One article to make and to check: by gold claims (``engine``), from its text (``path``), by command (``cli``)."""

    seed: int
    number: int
    mode: str

    @property
    def name(self) -> str:
        """The article's name."""
        return f"article-{self.seed}-{self.number:05d}.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one task: the false alarms on the clean article, and the verdict on the false one."""

    name: str
    alarms: tuple[str, ...]
    doubts: int
    """Findings on the clean article that only ask for a closer reading."""
    verdict: Verdict | None
    gold: int
    read: int
    seconds: float
    misread: tuple[str, ...] = ()
    """The slots of the clean article's claims that were read otherwise."""
    lost: Lost | None = None
    """The case for reading, where something of it was lost."""


def run(task: Task) -> Outcome:
    """Make and check the article of a task."""
    plan = make_plan(f"{task.seed}/{task.number}")
    clean = write(plan, name=task.name)
    started = time.perf_counter()
    claims, findings = checked(clean, task.mode)
    alarms = tuple(one.explanation for one in findings if one.certainty in PROOFS)
    planted = next(filter(None, (plant(plan, kind, name=task.name) for kind in turn(task.number))), None)
    verdict, lost = None, None
    if planted is not None:
        seen = checked(planted.written, task.mode)
        verdict = judge(planted, plan.world, *seen)
        lost = lost_case(planted, verdict, *seen)
    return Outcome(
        name=task.name, alarms=alarms, doubts=len(findings) - len(alarms), verdict=verdict,
        gold=len(clean.placed), read=len(claims), seconds=time.perf_counter() - started,
        misread=tuple(one.slot for one in misreadings(clean, claims)), lost=lost,
    )  # fmt: skip


def turn(number: int) -> Iterator[str]:
    """The kinds of error, each article beginning with another."""
    kinds = list(KINDS)
    yield from (kinds[(number + place) % len(kinds)] for place in range(len(kinds)))


def checked(written: Written, mode: str) -> tuple[Sequence[Any], Sequence[Any]]:
    """The claims and findings of a written article in one of the modes."""
    from pipeline.claim import Claim
    from pipeline.conflict import check

    if mode == "cli":
        return _commanded(written)
    if mode == "engine":
        claims: Sequence[Claim] = [Claim.from_record(record) for record in written.records()]
    else:
        from pipeline.article import Article
        from pipeline.extract import extract_claims

        article = Article(name=written.name, text=written.text, published=written.published)
        claims = extract_claims(article)
    return claims, check(claims).findings


def _commanded(written: Written) -> tuple[Sequence[Any], Sequence[Any]]:
    """What ``crossfoot check`` prints for the article as a file with its date beside it.

    The command's own door is called in this process, with arguments, exit code and standard output as a shell has them;
    one article in fifty is given to a process of its own as well, which must print the same.
    """
    from pipeline.claim import Claim
    from pipeline.finding import Finding

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / written.name
        path.write_text(written.text, encoding="utf-8")
        (Path(place) / "metadata.csv").write_text(
            f"file_name,published\n{written.name},{written.published}\n", encoding="utf-8"
        )
        arguments = ["check", str(path), "--format", "json"]
        code, printed = _called(arguments)
        if zlib.crc32(written.text.encode()) % _ALSO_APART == 0 and (code, printed) != _apart(arguments):
            raise RuntimeError(f"{written.name}: the command prints something else in a process of its own")
    if code not in (0, 1):
        raise RuntimeError(f"crossfoot check failed: {code}")
    told = json.loads(printed)
    findings = [Finding.from_record(record) for record in told["findings"]]
    proofs = [one for one in findings if one.certainty in PROOFS and one.scope != "cross-source"]
    if code != (1 if proofs else 0):
        raise RuntimeError(f"exit code {code} with {len(findings)} findings")
    return [Claim.from_record(record) for record in told["claims"]], findings


def _called(arguments: Sequence[str]) -> tuple[int, str]:
    from pipeline.cli import main

    with contextlib.redirect_stdout(io.StringIO()) as out:
        return main(arguments), out.getvalue()


def _apart(arguments: Sequence[str]) -> tuple[int, str]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def run_all(tasks: Sequence[Task], *, jobs: int) -> Iterator[Outcome]:
    """The outcomes in the order of the tasks."""
    if jobs < 2:
        yield from map(run, tasks)
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(run, tasks, chunksize=8)
