"""``crossfoot run``: a directory of articles in, claims, findings and the report out."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.cli.console import note, show
from pipeline.cli.options import CLEAN, add_config, add_outputs, settings_of
from pipeline.errors import CorpusError

if TYPE_CHECKING:
    from pipeline.engine import Listener, Progress
    from pipeline.store import Run

HELP: Final = "read a directory of articles, check them together and write the report"
EXAMPLE: Final = "crossfoot run corpus/ -o outputs/"
_EVERY: Final = 50


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("directory", metavar="DIR", help="the articles, with metadata.csv beside them if there is one")
    add_outputs(parser)
    parser.add_argument("--jobs", metavar="N", type=_count, default=0, help="processes; default: as config.yaml says")
    parser.add_argument("--force", action="store_true", help="read every article again, also what has not changed")
    add_config(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Runs every stage; the last line of standard output is the path of the report."""
    from pipeline.engine import REPORT_NAME, Job, run

    settings = settings_of(arguments)
    if not os.path.exists(arguments.directory):
        raise CorpusError(f"{arguments.directory} does not exist: name the directory of the articles")
    job = Job(paths=(arguments.directory,), out=arguments.outputs, settings=settings, jobs=arguments.jobs)
    done = run(job, _listener())
    _summarise(done)
    show(str(Path(arguments.outputs) / REPORT_NAME))
    return CLEAN


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: give 1 to 1024")
    return int(text)


def _listener() -> Listener:
    """Progress on standard error: one moving line on a terminal, a line now and then elsewhere."""
    moving = sys.stderr.isatty()

    def listen(progress: Progress) -> None:
        if progress.stage == "read":
            if moving:
                sys.stderr.write(f"\rread {progress.done} of {progress.total} files, {progress.claims} claims\x1b[K")
                sys.stderr.flush()
            elif progress.done % _EVERY == 0 or progress.done == progress.total:
                note(f"read {progress.done} of {progress.total} files, {progress.claims} claims")
        else:
            note(("\n" if moving and progress.stage == "check" else "") + _STAGES[progress.stage])

    return listen


_STAGES: Final = {"check": "checking what cannot all be true", "write": "writing the outputs"}


def _summarise(done: Run) -> None:
    from pipeline.cli.diagnostics import summary
    from pipeline.report.words import plural

    skipped = done.manifest["skipped"]
    for item in skipped[:10]:
        note(f"skipped {item['name']}: {item['reason']}")
    if len(skipped) > 10:
        note(f"and {plural(len(skipped) - 10, 'more file')}, named in manifest.json")
    for item in done.manifest["remarks"][:10]:
        note(f"remark on {item['name']}: {item['reason']}")
    show(summary(done.check, claims=len(done.claims), articles=len(done.articles)))
