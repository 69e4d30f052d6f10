"""``crossfoot evaluate``: extracted claims against claims that people wrote down."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

from pipeline.cli.console import show, visible
from pipeline.cli.options import CLEAN, add_format, add_outputs
from pipeline.errors import CorpusError, StoreError

HELP: Final = "score extracted claims against gold: precision, recall and F1 of every slot, and each error"
EXAMPLE: Final = "crossfoot extract corpus/*.txt | crossfoot evaluate tests/gold/corpus.jsonl --pred -"


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("gold", metavar="GOLD", help="JSONL, one claim a line, as docs/schema.md describes it")
    parser.add_argument(
        "--pred", metavar="FILE", help="the claims to score, - for standard input; default: those of -o"
    )
    add_outputs(parser)
    parser.add_argument(
        "--by", metavar="TABLE:COLUMN", help="also a row for each value of a column of a CSV table, such as "
        "metadata.csv:kind, whose column file_name names the articles",
    )  # fmt: skip
    parser.add_argument("--no-errors", action="store_true", help="the figures only")
    add_format(parser, "text", "json")


def execute(arguments: argparse.Namespace) -> int:
    """Prints the table of scores, then every miss, false find and wrong slot."""
    from pipeline.evaluate import evaluate, evaluate_by, read_column, read_records

    gold = read_records(arguments.gold)
    if not gold:
        raise CorpusError(f"{arguments.gold} holds no claim: give one a line")
    predicted = read_records(arguments.pred or _claims_of(arguments.outputs))
    score = evaluate(gold, predicted)
    parts = evaluate_by(gold, predicted, *read_column(arguments.by)) if arguments.by else {}
    if arguments.format == "json":
        by = {"by": {name: part.to_record() for name, part in parts.items()}} if parts else {}
        show(json.dumps({**score.to_record(), **by}))
        return CLEAN
    show(f"gold {score.gold}  predicted {score.predicted}")
    for level, rate in score.levels.items():
        show(f"{level:9} precision {rate.precision:.3f}  recall {rate.recall:.3f}  F1 {rate.f1:.3f}")
    for name, part in parts.items():
        shown = "  ".join(f"{level} {part.levels[level].f1:.3f}" for level in ("found", "strict", "full"))
        show(visible(f"{name:24} gold {part.gold:4}  F1: {shown}"))
    for error in () if arguments.no_errors else score.errors:
        show(visible(error.line()))
    return CLEAN


def _claims_of(out: Path) -> str:
    """The claims of a run."""
    if not (out / "claims.jsonl").is_file():
        raise StoreError(f"there is no run in {out}: name one with -o, or the claims with --pred")
    return str(out / "claims.jsonl")
