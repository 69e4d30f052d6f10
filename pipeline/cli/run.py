"""``crossfoot run``: articles in, any number of them; claims, findings and the report out."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.cli.console import note, show
from pipeline.cli.options import CLEAN, FAILURE, add_config, add_outputs, add_rates, add_reference, settings_of
from pipeline.cli.progress import Meter
from pipeline.errors import CorpusError

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.engine.running import Done

HELP: Final = "read a directory of articles, check them together and write the report"
EXAMPLE: Final = "crossfoot run corpus/ -o outputs/"
_ENGINES: Final = ("local", "dask")
_NAMED: Final = 10
"""Up to so many files that were skipped, or read with a remark, are named on the terminal."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "inputs",
        metavar="DIR",
        nargs="+",
        help="directories of articles, with metadata.csv beside them if there is one; .jsonl, .parquet, .csv, .tar and "
        ".zip files of articles; http(s) addresses of articles, each fetched once; addresses such as s3://bucket/news",
    )
    add_outputs(parser)
    parser.add_argument("--jobs", metavar="N", type=_count, default=0, help="processes; default: as config.yaml says")
    parser.add_argument("--force", action="store_true", help="read every article again, also what has not changed")
    parser.add_argument("--engine", choices=_ENGINES, default="local", help="where articles are read; default: local")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster (tcp://host:8786), for --engine dask")
    add_reference(parser)
    add_rates(parser)
    add_config(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Runs every stage; the last line of standard output is the path of the report."""
    from pipeline.article.address import is_address, tidy
    from pipeline.engine import REPORT_NAME, Job, run

    settings = settings_of(arguments)
    for path in arguments.inputs:
        if "://" not in path and not os.path.exists(path):
            raise CorpusError(f"{path} does not exist: name the directory of the articles")
        if "://" not in path and os.path.isdir(path) and os.path.realpath(path) == os.path.realpath(arguments.outputs):
            raise CorpusError(f"{path} is where the articles are: choose another directory for the outputs with -o")
    job = Job(
        paths=tuple(arguments.inputs),
        out=arguments.outputs,
        settings=settings,
        jobs=arguments.jobs,
        force=arguments.force,
        engine="dask" if arguments.scheduler else arguments.engine,
        scheduler=arguments.scheduler,
        reference=tuple(arguments.reference),
        rates=arguments.rates,
    )
    done = run(job, Meter().hear)
    _summarise(done, settings)
    show(str(Path(arguments.outputs) / REPORT_NAME))
    missing = {item.name for item in done.skipped if item.fatal}
    asked = any(is_address(path) and tidy(path) in missing for path in arguments.inputs)
    return FAILURE if asked or (missing and not done.articles) else CLEAN


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: give 1 to 1024")
    return int(text)


def _summarise(done: Done, settings: Settings) -> None:
    from pipeline.cli.account import summary
    from pipeline.report.words import plural
    from pipeline.store import StoredCheck

    fatal = [item for item in done.skipped if item.fatal]
    remarks = [item for item in done.skipped if not item.fatal]
    for word, items in (("skipped", fatal), ("remark on", remarks)):
        for item in items[:_NAMED]:
            note(f"{word} {item.name}: {item.reason}")
        if len(items) > _NAMED:
            note(f"and {len(items) - _NAMED:,} more that the report and manifest.json name")
    if done.unchanged:
        note("nothing has changed since the last run: its outputs stand")
    check = StoredCheck(findings=tuple(done.findings))
    said = summary(
        check, claims=done.claims, articles=done.articles, checked=done.checked, left=done.left, shown=settings.report
    )
    show(said + (f"; {plural(len(fatal), 'file')} skipped" if fatal else ""))
