"""The decisions of a ledger as verdicts about the findings of a run, for the exports."""

from __future__ import annotations

from pipeline.report.exports.verdict import Verdict, Verdicts
from pipeline.review.book import Book
from pipeline.review.matching import Match, Matching
from pipeline.review.sheet import Sheet
from pipeline.store.evidence import STALE
from pipeline.store.ledger import Ledger
from pipeline.store.run import Run


def verdicts(run: Run, ledger: Ledger) -> Verdicts:
    """How each finding stands that somebody has accepted or dismissed, and not taken back."""
    sheet, book = Sheet.of(run), Book(ledger)
    book.refresh()
    matching = Matching(sheet, book)
    matching.refresh()
    found = {finding: _verdict(matching.of(finding)) for finding in sheet.findings}
    return {finding: verdict for finding, verdict in found.items() if verdict is not None}


def _verdict(match: Match) -> Verdict | None:
    decision = match.standing.decision
    if decision is None or match.standing.status == "open":
        return None
    return Verdict(status=match.standing.status, reason=decision.reason, at=decision.at, stale=match.freshness == STALE)
