"""Runs the stages over many articles: read, extract, check, write; the same bytes from one process or many machines."""

from __future__ import annotations

import copyreg
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pipeline.engine.job import ENGINES, Engine, Job, Listener, Progress, silent

if TYPE_CHECKING:
    from pipeline.article import Article, Skipped
    from pipeline.claim import Claim
    from pipeline.config import Settings
    from pipeline.conflict import Check
    from pipeline.engine.running import Done
    from pipeline.rates import Rates

__all__ = ["ENGINES", "REPORT_NAME", "Engine", "Job", "Listener", "Progress", "check", "extract", "run", "silent"]

REPORT_NAME = "report.html"


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


# Claims carry their evidence in read-only mappings, which travel between processes as plain ones.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


def run(job: Job, listen: Listener = silent) -> Done:
    """Read, extract and check the inputs of a job, and write every output; what has not changed is not read again."""
    from pipeline.engine.running import run as run_job

    return run_job(job, listen)


def extract(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[Article | Skipped, tuple[Claim, ...]]]:
    """The claims of articles, in their order; in place of an article that could not be read, why."""
    from pipeline.extract import extract_articles

    yield from extract_articles(articles, settings)


def check(claims: Sequence[Claim], settings: Settings, rates: Rates | None = None) -> Check:
    """What cannot all be true of the claims, as far as the configuration asks for it."""
    from pipeline.engine.checking import check as check_claims

    return check_claims(claims, settings, rates)
