"""A whole run: what is new is read in shards, then everything is checked and written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.article import Skipped
from pipeline.claim import Claim
from pipeline.engine.checking import check
from pipeline.engine.gathered import Gathered
from pipeline.engine.incremental import Plan, code_key, rules_key
from pipeline.engine.inputs import Container, Input, find_inputs
from pipeline.engine.job import Job, Listener, Progress, cores, silent
from pipeline.engine.local import run_here, run_processes
from pipeline.engine.reading import Task
from pipeline.engine.tables import Tables, rates_of
from pipeline.finding import Finding, left_alone
from pipeline.store.corrections import Correction
from pipeline.store.shards import DIRECTORY, Key, Shards

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.conflict import Check

REPORT_NAME: Final = "report.html"
_STATE: Final = "state.json"
_WORTH_PROCESSES: Final = 2000  # below this many new files, loading the lexicons once more costs more than it saves


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a run has left in its directory, in numbers; ``unchanged`` where all of it was there already."""

    articles: int
    claims: int
    checked: int
    findings: Sequence[Finding]
    skipped: Sequence[Skipped]
    reused: int = 0
    unchanged: bool = False
    left: int = 0
    """Claims that contradict others, of a text with too many conflicts to tell them all."""


def run(job: Job, listen: Listener = silent) -> Done:
    """Read, extract and check the inputs of a job, and write every output; what has not changed is not read again.

    The directory is locked from the start. Finished shards are kept whatever happens; no output in it changes before
    everything is known.
    """
    from pipeline.store import locked
    from pipeline.store.corrections import read_corrections

    tables, rates = Tables(job.reference), rates_of(job.rates)  # what is none is refused before anything is read
    inputs = find_inputs(job)
    with locked(job.out) as directory:
        shards = Shards(directory, rules_key(job))
        if job.force:
            shards.clear()
        plan = Plan(job=job, shards=shards, seen=shards.open())
        _read(plan, inputs, listen)
        gathered = Gathered(shards, plan.seen, plan.live)
        corrections = read_corrections(directory)
        state = _state(job, plan.live, corrections)
        done = _known(directory, state, gathered, tables) if not job.force else None
        if done is None:
            claims = [*_as_corrected(gathered, corrections), *tables.claims]
            listen(Progress(stage="check", total=len(gathered.articles), claims=len(claims)))
            checked = tables.without_their_own(check(claims, job.settings, rates))
            listen(Progress(stage="write", total=len(gathered.articles)))
            done = _written(directory, job.settings, gathered, tables, claims, checked)
        shards.prune(gathered.places)
        _remember(directory, state, done)
    return Done(**{**_fields(done), "reused": plan.reused})


def _read(plan: Plan, inputs: Sequence[Input | Container | Skipped], listen: Listener) -> None:
    """Everything that is new, in as many processes as it is worth."""
    total = sum(not isinstance(item, Skipped) for item in inputs)
    fresh = claims = 0
    for path in _results(plan, inputs, total):
        read, found = plan.take(path)
        fresh, claims = fresh + read, claims + found
        done = fresh + plan.reused
        listen(Progress(stage="read", done=done, total=max(total, done), claims=claims, reused=plan.reused))
    plan.finish()
    if not fresh:
        listen(Progress(stage="read", done=plan.reused, total=plan.reused, reused=plan.reused))


def _results(plan: Plan, inputs: Sequence[Input | Container | Skipped], total: int) -> Iterator[str]:
    job = plan.job
    processes = _processes(job, total if any(isinstance(item, Container) for item in inputs) else plan.new(inputs))
    tasks: Iterable[Task] = plan.tasks(inputs, processes)
    if job.engine == "dask":
        from pipeline.engine.cluster import run_cluster

        return run_cluster(tasks, workers=processes, scheduler=job.scheduler)
    return run_here(tasks) if processes == 1 else run_processes(tasks, processes)


def _processes(job: Job, new: int) -> int:
    """As many as were asked for; else one for each core where there is enough to read."""
    wanted = job.jobs or job.settings.jobs
    return wanted or (cores() if new >= _WORTH_PROCESSES or job.engine == "dask" else 1)


def _as_corrected(gathered: Gathered, corrections: Sequence[Correction]) -> Sequence[Claim]:
    """The claims as they were read, with what people have corrected in the review of an earlier run."""
    from pipeline.store.corrections import apply_corrections

    claims = gathered.claims()
    if not corrections:
        return claims
    wanted = frozenset(one.quote["doc"] for one in corrections)
    texts = {article.name: article.text for article in gathered.articles.shown(wanted) if article.name in wanted}
    return apply_corrections(claims, corrections, texts)


def _written(
    directory: Path, settings: Settings, gathered: Gathered, tables: Tables, claims: Sequence[Claim], checked: Check
) -> Done:
    """Every output of the run, written."""
    from pipeline.manifest import build_manifest
    from pipeline.report import render_report
    from pipeline.store import Run, write_files

    total = len(gathered.articles)
    counts = {
        "articles": total,
        "claims": len(claims),
        "checked": len(checked.checked),
        "findings": len(checked.findings),
    }
    skipped = _skipped(gathered, tables)
    manifest = build_manifest(gathered.articles.bare(), skipped, settings=settings, counts=counts)
    named = frozenset(claim.doc for claim in claims)
    shown = Run(
        articles=[*gathered.articles.shown(named), *tables.texts], claims=claims, check=checked, manifest=manifest
    )
    page = render_report(shown)
    articles = [*gathered.articles, *tables.texts] if tables.texts else gathered.articles
    run = Run(articles=articles, claims=claims, check=checked, manifest=manifest)
    write_files(directory, run, {REPORT_NAME: page})
    return Done(
        articles=total,
        claims=len(claims),
        checked=len(checked.checked),
        findings=checked.findings,
        skipped=skipped,
        left=left_alone(checked.not_compared),
    )


# ---- what was there already --------------------------------------------------------------------------------


def _state(job: Job, live: Sequence[Key | Skipped], corrections: Sequence[Correction]) -> str:
    """A fingerprint of all that the outputs follow from: inputs, code, lexicons, configuration and corrections."""
    digest = hashlib.sha256(f"{rules_key(job)}{code_key()}{json.dumps(job.settings.to_record())}".encode())
    for path in (*job.reference, *([job.rates] if job.rates else [])):
        digest.update(b"\0" + path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for one in corrections:
        digest.update(f"\0{one.id}".encode())
    for item in live:
        parts = (item.name, item.reason) if isinstance(item, Skipped) else item
        digest.update("\0".join((*parts, "")).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _remember(directory: Path, state: str, done: Done) -> None:
    from pipeline.store import write_file

    numbers = {"articles": done.articles, "claims": done.claims, "checked": done.checked, "left": done.left}
    files = {path.name: path.stat().st_size for path in _outputs(directory) if path.is_file()}
    content = json.dumps({"state": state, "numbers": numbers, "files": files}, sort_keys=True)
    if not done.unchanged:
        write_file(directory / DIRECTORY / _STATE, content)


def _skipped(gathered: Gathered, tables: Tables) -> list[Skipped]:
    """What was not read, and what there is to remark on the inputs and the tables."""
    return [*gathered.skipped(), *tables.remarks]


def _known(directory: Path, state: str, gathered: Gathered, tables: Tables) -> Done | None:
    """The last run, if it was of the same and all that it wrote is still there."""
    from pipeline.store.stored import MANIFEST

    try:
        before: dict[str, Any] = json.loads((directory / DIRECTORY / _STATE).read_bytes())
        if before["state"] != state or not (directory / MANIFEST).is_file():
            return None
        if any((directory / name).stat().st_size != size for name, size in before["files"].items()):
            return None
        lines = (directory / "findings.jsonl").read_text(encoding="utf-8").split("\n")
        findings = tuple(Finding.from_record(json.loads(line)) for line in lines if line)
        return Done(**before["numbers"], findings=findings, skipped=_skipped(gathered, tables), unchanged=True)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _outputs(directory: Path) -> list[Path]:
    from pipeline.store.stored import FILES, MANIFEST

    return [directory / name for name in (*FILES, MANIFEST, REPORT_NAME)]


def _fields(done: Done) -> dict[str, Any]:
    return {name: getattr(done, name) for name in Done.__slots__}
