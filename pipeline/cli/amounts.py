"""``crossfoot amounts``: every figure that the amount grammar reads, claim or not."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any, Final

from pipeline.claim import number
from pipeline.cli.console import fail, show_data, visible
from pipeline.cli.inputs import read_files
from pipeline.cli.options import CLEAN, FAILURE, add_config, add_files, add_format, settings_of

if TYPE_CHECKING:
    from pipeline.article import Article
    from pipeline.quantity import Quantity

HELP: Final = "print every figure of some articles, claim or not, with its value and interval"
EXAMPLE: Final = "echo 'Exports rose nearly 5% to $4.3bn.' | crossfoot amounts -"


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add_files(parser)
    add_format(parser, "jsonl", "json", "text")
    add_config(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Prints the figures in the order of the articles and their text."""
    from pipeline.quantity import find_quantities

    settings = settings_of(arguments)
    articles, whole = read_files(arguments, settings)
    hedges = settings.hedges or None
    for article in articles:
        _tell_unread(article)
    records = [
        _record(article.name, found) for article in articles for found in find_quantities(article.text, hedges=hedges)
    ]
    if arguments.format == "json":
        show_data(json.dumps(records, ensure_ascii=False, indent=2))
        return CLEAN if whole else FAILURE
    for record in records:
        show_data(json.dumps(record, ensure_ascii=False) if arguments.format == "jsonl" else _line(record))
    return CLEAN if whole else FAILURE


def _tell_unread(article: Article) -> None:
    """Names on standard error what looks like an amount and has no reading: nothing is dropped in silence."""
    from pipeline.extract.unread import said_unread
    from pipeline.quantity import find_unread

    for found in find_unread(article.text):
        fail(f"{article.name}:{found.start}: {said_unread(article.text, found)} (a remark)")


def _record(doc: str, found: Quantity) -> dict[str, Any]:
    return {
        "doc": doc,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "value": number(found.value),
        "unit": found.unit,
        "low": number(found.low),
        "high": number(found.high),
    }


def _line(record: dict[str, Any]) -> str:
    bounds = f"[{_end(record['low'])}, {_end(record['high'])}]"
    return visible(f"{record['doc']}:{record['start']}  {record['text']}  {record['value']} {record['unit']}  {bounds}")


def _end(value: float | None) -> str:
    return "open" if value is None else str(value)
