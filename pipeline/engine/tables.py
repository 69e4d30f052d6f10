"""The reference tables of a job: claims and texts that are checked with the articles, and shown beside them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.article import Skipped
from pipeline.claim import Claim

if TYPE_CHECKING:
    from pipeline.conflict import Check
    from pipeline.rates import Rates
    from pipeline.store import StoredArticle


def rates_of(path: Path | None) -> Rates | None:
    """The exchange rates of a job, if it has any."""
    if path is None:
        return None
    from pipeline.rates import read_rates

    return read_rates(path)


def _passed(rows: int) -> str:
    what = "row is" if rows == 1 else "rows are"
    return f"{rows:,} {what} not compared (re-exports, parts of other rows, or areas that no list names)"


class Tables:
    """Tables as sources: what they say takes part, but a table is never the article that is accused."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.claims: list[Claim] = []
        self.texts: list[StoredArticle] = []
        self.remarks: list[Skipped] = []
        if paths:
            self._read(paths)

    def _read(self, paths: Sequence[Path]) -> None:
        from pipeline.reference import read_references
        from pipeline.store import StoredArticle

        for table in read_references(paths):
            self.claims += table.claims
            self.texts.append(StoredArticle(name=table.name, text=table.text))
            if table.passed:
                self.remarks.append(Skipped(name=table.name, reason=_passed(table.passed), fatal=False))

    def without_their_own(self, check: Check) -> Check:
        """The check without what only tables say against each other."""
        own = {claim.id for claim in self.claims}
        kept = tuple(finding for finding in check.findings if not own.issuperset(finding.claims))
        return dataclasses.replace(check, findings=kept) if own else check
