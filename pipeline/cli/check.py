"""``crossfoot check``: what in some articles cannot all be true."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.cli.console import note, show, show_data, show_line, width
from pipeline.cli.inputs import claims_of, name_skipped, name_unread, read_files
from pipeline.cli.options import (
    CLEAN,
    CONTRADICTIONS,
    FAILURE,
    add_config,
    add_files,
    add_format,
    add_rates,
    add_reference,
    settings_of,
)

if TYPE_CHECKING:
    from pipeline.claim import Claim
    from pipeline.config import Settings
    from pipeline.conflict import Check
    from pipeline.store import Run

HELP: Final = "check articles against themselves and each other"
EXAMPLE: Final = "crossfoot check corpus/*.txt"

_EXPORTS: Final = ("sarif", "claimreview", "annotations", "csv", "sdmx", "graphml")


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add_files(parser)
    add_format(parser, "text", "json", "jsonl", *_EXPORTS)
    parser.add_argument("--against", metavar="OUT", type=Path, help="also against the claims of an earlier run")
    add_reference(parser)
    add_rates(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="text: only the summary")
    add_config(parser)


def execute(arguments: argparse.Namespace) -> int:
    """Prints the findings; the exit code says whether there are contradictions."""
    from pipeline import store
    from pipeline.engine import check
    from pipeline.engine.tables import Tables, rates_of

    settings = settings_of(arguments)
    tables, rates = Tables(arguments.reference), rates_of(arguments.rates)
    for remark in tables.remarks:
        name_skipped(remark)
    articles, whole = read_files(arguments, settings)
    if not articles:
        return FAILURE
    claims, understood = claims_of(articles, settings)
    names = {article.name for article in articles}
    stored = store.read_near(arguments.against, claims) if arguments.against else []
    known = [claim for claim in stored if claim.doc not in names]
    known += tables.claims
    checked = _about(check([*known, *claims], settings, rates), claims)
    name_unread(understood)
    texts = store.read_texts(arguments.against, _cited(checked, known)) if arguments.against else []
    texts += tables.texts
    whole_run = store.Run(articles=[*understood, *texts], claims=[*claims, *known], check=checked)
    _write(whole_run, claims, arguments, settings, articles=len(understood))
    if not whole or len(understood) < len(articles):
        return FAILURE
    return CONTRADICTIONS if any(map(is_contradiction, checked.findings)) else CLEAN


def is_contradiction(finding: object) -> bool:
    """A finding that is an error: sources that differ, and doubts about the reading, are shown but are none."""
    return getattr(finding, "certainty", "") != "needs-reading" and getattr(finding, "scope", "") != "cross-source"


def _cited(check: Check, known: Sequence[Claim]) -> list[str]:
    """The stored articles whose claims are shown in a finding."""
    shown = {claim for finding in check.findings for claim in (*finding.claims, *finding.witnesses)}
    return sorted({claim.doc for claim in known if claim.id in shown})


def _about(check: Check, claims: Sequence[Claim]) -> Check:
    """The check as far as it concerns the claims of the articles in hand."""
    ids = {claim.id for claim in claims}
    return dataclasses.replace(
        check,
        findings=tuple(finding for finding in check.findings if ids & set(finding.claims)),
        checked=frozenset(check.checked & ids),
        not_compared={claim: why for claim, why in check.not_compared.items() if claim in ids},
    )


def _write(
    run: Run, claims: Sequence[Claim], arguments: argparse.Namespace, settings: Settings, *, articles: int
) -> None:
    from pipeline.cli.account import summary

    said = summary(run.check, claims=len(claims), articles=articles, shown=settings.report)
    if arguments.format == "text":
        from pipeline.cli.diagnostics import diagnose

        if not arguments.quiet:
            diagnose(run)
            _show_uncompared(run, claims)
        show_line(said)
        return
    if arguments.format != "json":  # which says of every claim whether it was compared
        note(said)
    if arguments.format not in {"json", "jsonl"}:
        from pipeline.report.exports import EXPORTS

        show_data(EXPORTS[arguments.format](run, None).rstrip("\n"))
        return
    findings = [finding.to_record() for finding in run.check.findings]
    if arguments.format == "jsonl":
        for finding in findings:
            show_data(json.dumps(finding, ensure_ascii=False))
        return
    from pipeline.store import claim_record

    records = [claim_record(claim, run) for claim in claims]
    show_data(json.dumps({"claims": records, "findings": findings}, ensure_ascii=False))


def _show_uncompared(run: Run, claims: Sequence[Claim]) -> None:
    """What nothing stood against, below the findings and with room around it."""
    from pipeline.cli.account import not_compared

    texts = {article.name: article.text for article in run.articles}
    lines = list(not_compared(run.check, claims, texts, columns=width()))
    if lines:
        show("\n".join(lines) + "\n")
