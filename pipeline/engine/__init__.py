"""Runs the stages over many articles: read, extract, check, write; the same bytes from one process or many."""

from __future__ import annotations

import copyreg
import dataclasses
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from pipeline.article import SUFFIXES, Article, Skipped, Source, find_sources, read_article
from pipeline.claim import Claim
from pipeline.config import Settings
from pipeline.errors import CorpusError, CrossfootError

if TYPE_CHECKING:
    from pipeline.conflict import Check
    from pipeline.store import Run

REPORT_NAME: Final = "report.html"
_BATCH: Final = 32
_WORTH_PROCESSES: Final = 200  # below this many files, loading the model once more costs more than it saves
_AHEAD: Final = 3  # batches under way for each process: bounds what is held in memory


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


# Claims carry their evidence in read-only mappings, which travel between processes as plain ones.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))

Outcome = tuple[Article | Skipped, tuple[Claim, ...]]
"""One input and its claims; what was skipped has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run has come; ``total`` counts the inputs."""

    stage: str
    done: int = 0
    total: int = 0
    claims: int = 0


Listener = Callable[[Progress], None]


def _silent(_: Progress) -> None:
    """The listener of a caller who wants to hear nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a run is asked to do: which files, into which directory, with what; ``jobs`` 0 lets it choose."""

    paths: tuple[str, ...]
    out: Path
    settings: Settings = dataclasses.field(default_factory=Settings)
    jobs: int = 0


def run(job: Job, listen: Listener = _silent) -> Run:
    """Read, extract and check the articles of a job, and write every output; the result is what was written.

    The directory is locked from the start, and nothing in it changes before everything is known.
    """
    from pipeline.report import render_report
    from pipeline.store import locked, write_file, write_files

    inputs = find_inputs(job)
    with locked(job.out) as directory:
        outcomes = list(read_inputs(inputs, job, listen))
        listen(Progress(stage="check", total=len(outcomes), claims=sum(len(claims) for _, claims in outcomes)))
        done = _checked(outcomes, job.settings)
        listen(Progress(stage="write", total=len(outcomes)))
        page = render_report(done)
        write_files(directory, done)
        write_file(directory / REPORT_NAME, page)
    return done


def find_inputs(job: Job) -> list[Source | Skipped]:
    """The files of a job; ``CorpusError`` where there is none at all. The output directory is never an input."""
    outputs = os.path.realpath(job.out)
    found = [item for item in find_sources(job.paths) if not _is_below(item, outputs)]
    if not any(isinstance(item, Source) for item in found):
        raise CorpusError(f"there is no article in {', '.join(job.paths)}: known are {', '.join(SUFFIXES)} files")
    return found


def _is_below(item: Source | Skipped, directory: str) -> bool:
    return isinstance(item, Source) and os.path.realpath(item.path).startswith(directory + os.sep)


def read_inputs(found: Sequence[Source | Skipped], job: Job, listen: Listener = _silent) -> Iterator[Outcome]:
    """Every input with its claims, in the order of the files, whatever the number of processes."""
    sources = [source for source in found if isinstance(source, Source)]
    yield from ((skipped, ()) for skipped in found if isinstance(skipped, Skipped))
    processes = _processes(job, len(sources))
    batches = _batches(sources, job.settings)
    results = map(_extract_batch, batches) if processes == 1 else _parallel(batches, processes)
    done = claims = 0
    for outcome in (outcome for batch in results for outcome in batch):
        done, claims = done + 1, claims + len(outcome[1])
        listen(Progress(stage="read", done=done, total=len(sources), claims=claims))
        yield outcome


def extract(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """The claims of articles, in their order."""
    from pipeline.extract import extract_articles

    yield from extract_articles(articles, settings)


def check(claims: Sequence[Claim], settings: Settings) -> Check:
    """What cannot all be true of the claims, as far as the configuration asks for it."""
    from pipeline.conflict import CheckSettings
    from pipeline.conflict import check as check_claims

    slack = settings.tolerance
    tolerances = CheckSettings(
        mirror_tolerance=Decimal(str(slack.mirror)), conversion_tolerance=Decimal(str(slack.conversion))
    )
    checked = check_claims(claims, settings=tolerances)
    wanted = settings.report
    shown = tuple(f for f in checked.findings if f.certainty in wanted.certainty and f.scope in wanted.scopes)
    return dataclasses.replace(checked, findings=shown)


def _checked(outcomes: Sequence[Outcome], settings: Settings) -> Run:
    from pipeline.manifest import build_manifest
    from pipeline.store import Run

    articles = [read for read, _ in outcomes if isinstance(read, Article)]
    skipped = [read for read, _ in outcomes if isinstance(read, Skipped)]
    claims = [claim for _, found in outcomes for claim in found]
    checked = check(claims, settings)
    counts = {"articles": len(articles), "claims": len(claims), "checked": len(checked.checked)}
    counts["findings"] = len(checked.findings)
    manifest = build_manifest(articles, skipped, settings=settings, counts=counts)
    return Run(articles=articles, claims=claims, check=checked, manifest=manifest)


def _processes(job: Job, inputs: int) -> int:
    wanted = job.jobs or job.settings.jobs
    if wanted:
        return max(1, min(wanted, -(-inputs // _BATCH)))
    return 1 if inputs < _WORTH_PROCESSES else _cores()


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(sources: Sequence[Source], settings: Settings) -> Iterator[tuple[tuple[Source, ...], Settings]]:
    waiting = iter(sources)
    while batch := tuple(islice(waiting, _BATCH)):
        yield batch, settings


def _extract_batch(work: tuple[tuple[Source, ...], Settings]) -> list[Outcome]:
    """Reads and extracts some files; runs in the worker, so that only claims and texts travel."""
    sources, settings = work
    read = [read_article(source, max_bytes=settings.limits.max_file_bytes) for source in sources]
    claims = iter(extract((article for article in read if isinstance(article, Article)), settings))
    return [next(claims) if isinstance(item, Article) else (item, ()) for item in read]


def _parallel(batches: Iterator[Any], processes: int) -> Iterator[list[Outcome]]:
    """The results of the batches in their order; only a few batches are under way at any time."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # "spawn": a forked copy of a process that runs threads (numpy's, for one) may hang.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_start_worker)
    under_way: deque[Future[list[Outcome]]] = deque()
    try:
        for batch in islice(batches, processes * _AHEAD):
            under_way.append(pool.submit(_extract_batch, batch))
        while under_way:
            yield under_way.popleft().result()
            under_way.extend(pool.submit(_extract_batch, batch) for batch in islice(batches, 1))
    except BrokenProcessPool as error:
        raise CrossfootError("a reading process was killed, probably for want of memory: use fewer --jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _start_worker() -> None:
    """Ctrl-C reaches every process of the terminal, but the first one stops the others; libraries log nothing."""
    import logging

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger().addHandler(logging.NullHandler())
