"""Options and exit codes that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pipeline.config import Settings

CLEAN: Final = 0
CONTRADICTIONS: Final = 1
FAILURE: Final = 2
INTERRUPTED: Final = 130

OUTPUTS: Final = "outputs"


def add_files(parser: argparse.ArgumentParser) -> None:
    """The articles of a command."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help=".txt .md .html .pdf .docx, - for standard input, or an http(s) address, which is fetched once",
    )
    parser.add_argument(
        "--texts",
        metavar="FILE.jsonl",
        type=Path,
        help="also write the texts that offsets count in, with title, day, outlet and address, one article a line",
    )


def add_format(parser: argparse.ArgumentParser, *formats: str) -> None:
    """The format of the output; the first one is the default."""
    parser.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")


def add_config(parser: argparse.ArgumentParser) -> None:
    """Another configuration than ``config.yaml`` of the working directory."""
    parser.add_argument("--config", metavar="FILE", type=Path, help="default: config.yaml, where there is one")


def add_reference(parser: argparse.ArgumentParser) -> None:
    """Tables of figures that are one source more."""
    parser.add_argument(
        "--reference",
        metavar="FILE.csv",
        type=Path,
        action="append",
        default=[],
        help="also against the figures of a table: reporter, partner, flow, period, value, unit, source; or a UN "
        "Comtrade extract; rows that are not compared are counted",
    )


def add_rates(parser: argparse.ArgumentParser) -> None:
    """Exchange rates at which figures in two currencies are compared."""
    parser.add_argument(
        "--rates",
        metavar="FILE.csv",
        type=Path,
        help="compare figures in two currencies at these rates: date, currency, rate (and base, if not EUR); or the "
        "European Central Bank's eurofxref-hist.csv",
    )


def add_outputs(parser: argparse.ArgumentParser) -> None:
    """The directory of a run."""
    parser.add_argument("-o", "--outputs", metavar="OUT", type=Path, default=Path(OUTPUTS), help="default: outputs/")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The configuration that the arguments ask for."""
    from pipeline.config import read_settings

    return read_settings(arguments.config)
