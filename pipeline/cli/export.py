"""``crossfoot export``: a run and what was decided about it, for other tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.cli.console import note, show_data
from pipeline.cli.options import CLEAN, OUTPUTS, add_format
from pipeline.errors import StoreError

if TYPE_CHECKING:
    from pipeline.report.exports import Verdicts
    from pipeline.store import Run

HELP: Final = "write a run, with what was decided about it, for other tools"
EXAMPLE: Final = "crossfoot export outputs/ --format sarif --to findings.sarif"

_TEXTS: Final = ("sarif", "claimreview", "annotations", "csv", "sdmx", "graphml")
_DECIDED: Final = ("sarif", "claimreview", "annotations")
"""The formats that tell what was decided."""
_BINARY: Final = ("parquet", "sdmx-parquet")


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "outputs", nargs="?", metavar="OUT", type=Path, default=Path(OUTPUTS), help="the directory of a run"
    )
    add_format(parser, *_TEXTS, *_BINARY)
    parser.add_argument("--to", metavar="FILE", type=Path, help="default: standard output")
    parser.add_argument("--db", metavar="ADDRESS", help="decisions elsewhere: a file, or an SQLAlchemy address")


def execute(arguments: argparse.Namespace) -> int:
    """Writes the run in the format that was asked for."""
    from pipeline.report.exports import EXPORTS, TABLES
    from pipeline.store import read_run

    binary = arguments.format in _BINARY
    if binary and arguments.to is None and sys.stdout.isatty():
        raise StoreError(f"{arguments.format} is not for a terminal: name a file with --to")
    run = read_run(arguments.outputs)
    if binary:
        _deliver(TABLES[arguments.format](run), arguments)
    else:
        verdicts = _verdicts(run, arguments)
        if arguments.format == "claimreview" and not verdicts:
            note(
                f"no finding is decided yet, so nothing is reviewed: decide with 'crossfoot review {arguments.outputs}'"
            )
        _deliver(EXPORTS[arguments.format](run, verdicts), arguments)
    return CLEAN


def _verdicts(run: Run, arguments: argparse.Namespace) -> Verdicts:
    """What was decided about the findings of the run."""
    from pipeline.review.verdicts import verdicts
    from pipeline.store.ledger import DATABASE, open_ledger

    if arguments.format not in _DECIDED:
        return {}
    if arguments.db is None and not (arguments.outputs / DATABASE).exists():
        return {}
    return verdicts(run, open_ledger(arguments.outputs, arguments.db, create=False))


def _deliver(content: str | bytes, arguments: argparse.Namespace) -> None:
    from pipeline.store import FILES, write_file

    place: Path | None = arguments.to
    if place is not None:
        if place.name in FILES and place.parent.resolve() == arguments.outputs.resolve():
            raise StoreError(f"{place} is a file of the run itself: name another place")
        if not place.parent.is_dir():
            raise StoreError(f"there is no directory {place.parent}: make it, or name another place")
        write_file(place, content)
        note(f"{place} is written")
    elif isinstance(content, str):
        show_data(content.rstrip("\n"))
    else:
        sys.stdout.buffer.write(content)
