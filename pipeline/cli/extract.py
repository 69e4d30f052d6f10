"""``crossfoot extract``: the claims of some articles."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.claim import Claim
from pipeline.cli.console import note, show, show_data
from pipeline.cli.inputs import claims_of, name_unread, read_files
from pipeline.cli.lines import on_a_line
from pipeline.cli.options import CLEAN, FAILURE, add_config, add_files, add_format, settings_of
from pipeline.cli.places import place

HELP: Final = "print every numeric trade claim of some articles"
EXAMPLE: Final = "crossfoot extract corpus/*.txt --format csv > claims.csv"


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add_files(parser)
    add_format(parser, "jsonl", "json", "csv", "text")
    add_config(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Prints the claims in the order of the articles and their text."""
    settings = settings_of(arguments)
    articles, whole = read_files(arguments, settings)
    claims, understood = claims_of(articles, settings)
    if arguments.format == "text":
        _text(claims, {article.name: article.text for article in understood})
    else:
        {"jsonl": _jsonl, "json": _json, "csv": _csv}[arguments.format](claims)
    name_unread(understood)
    if understood and not claims:
        from pipeline.cli.account import nothing_to_check

        note(nothing_to_check(len(understood)))
    return CLEAN if whole and len(understood) == len(articles) else FAILURE


def _jsonl(claims: Iterable[Claim]) -> None:
    for claim in claims:
        show_data(json.dumps(claim.to_record(), ensure_ascii=False))


def _json(claims: Iterable[Claim]) -> None:
    show_data(json.dumps([claim.to_record() for claim in claims], ensure_ascii=False, indent=2))


def _csv(claims: Iterable[Claim]) -> None:
    """One row a claim, without the evidence; no cell is a formula to a spreadsheet."""
    import csv
    import io

    from pipeline.store.tables import inert

    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    records = [{key: value for key, value in claim.to_record().items() if key != "evidence"} for claim in claims]
    columns = [name for name in Claim.__slots__ if name != "evidence"]
    writer.writerow(columns)
    for record in records:
        cells = ["" if record[name] is None else record[name] for name in columns]
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in cells])
    show_data(target.getvalue().removesuffix("\n"))


def _text(claims: Iterable[Claim], texts: Mapping[str, str]) -> None:
    """A line for each claim, as a person reads it."""
    from pipeline.report import words

    for claim in claims:
        source = f", according to {claim.source}" if claim.source else ""
        where = place(claim.doc, texts[claim.doc], claim.start)
        show(on_a_line(f"{where}  {words.figure(claim)}  {words.subject(claim)}{source}"))
