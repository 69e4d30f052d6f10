"""``crossfoot amounts``: every figure that the amount grammar reads, claim or not."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from pipeline.claim import number
from pipeline.cli.console import fail, show, show_data
from pipeline.cli.inputs import read_files
from pipeline.cli.lines import on_a_line
from pipeline.cli.options import CLEAN, FAILURE, add_config, add_files, add_format, settings_of
from pipeline.cli.places import place

if TYPE_CHECKING:
    from pipeline.article import Article
    from pipeline.extract.as_printed import Printed
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
    from pipeline.extract.as_printed import Printed

    settings = settings_of(arguments)
    articles, whole = read_files(arguments, settings)
    texts = [Printed.of(article) for article in articles]
    for printed in texts:
        _tell_unread(printed)
    hedges = settings.hedges or None
    if arguments.format == "text":
        for printed in texts:
            _show(printed, hedges)
        return CLEAN if whole else FAILURE
    records = [_record(printed.article, *figure) for printed in texts for figure in _figures(printed, hedges)]
    if arguments.format == "json":
        show_data(json.dumps(records, ensure_ascii=False, indent=2))
        return CLEAN if whole else FAILURE
    for record in records:
        show_data(json.dumps(record, ensure_ascii=False))
    return CLEAN if whole else FAILURE


def _tell_unread(printed: Printed) -> None:
    """Names on standard error what looks like an amount and has no reading: nothing is dropped in silence."""
    from pipeline.extract.unread import said_unread
    from pipeline.quantity import Unread, find_unread

    article = printed.article
    for found in find_unread(printed.read.text):
        shown = Unread(*printed.span(found.start, found.end), found.reason)
        fail(f"{place(article.name, article.text, shown.start)}: {said_unread(article.text, shown)} (a remark)")


def _figures(printed: Printed, hedges: Any) -> Iterator[tuple[Quantity, int, int]]:
    """The figures of an article, read in plain characters, each with the place of the printed ones."""
    from pipeline.quantity import find_quantities

    for found in find_quantities(printed.read.text, hedges=hedges):
        yield (found, *printed.span(found.start, found.end))


def _record(article: Article, found: Quantity, start: int, end: int) -> dict[str, Any]:
    return {
        "doc": article.name,
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "value": number(found.value),
        "unit": found.unit,
        "low": number(found.low),
        "high": number(found.high),
    }


def _show(printed: Printed, hedges: Any) -> None:
    """A line for each figure, as a person reads it: where, as printed, and what it can mean."""
    from pipeline.report import words

    article = printed.article
    for found, start, end in _figures(printed, hedges):
        hedge = f"{found.hedge} " if found.hedge else ""
        means = words.interval(found.low, found.high, found.unit)
        where = place(article.name, article.text, start)
        show(on_a_line(f"{where}  {hedge}{article.text[start:end]}  {words.amount(found.value, found.unit)} ({means})"))
