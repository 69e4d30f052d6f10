"""The desk: the run of today, the decisions about it, and what corrections change; what every page is made from."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.claim import Claim
from pipeline.errors import StoreError
from pipeline.finding import Finding
from pipeline.report.cards import card
from pipeline.review.book import Book
from pipeline.review.matching import Matching
from pipeline.review.queue import Queue, Row, Wanted, row_of, rows_of, select, tally
from pipeline.review.recheck import Checker, Effect, effect, remembering
from pipeline.review.sheet import Sheet
from pipeline.store.corrections import Correction
from pipeline.store.ledger import Ledger
from pipeline.store.stored import MANIFEST, read_run


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the review needs of the layers that it may not know: the check as configured, the extraction, the clock."""

    check: Checker
    extract: Callable[[Any], Sequence[Claim]]
    now: Callable[[], str]
    token: Callable[[], str]
    """A word that nobody can guess, another one each time."""


class Desk:
    """Everything that a page shows; one lock keeps what a page is made from in step."""

    def __init__(self, out: Path, ledger: Ledger, tools: Tools) -> None:
        self.out, self.tools = out, tools
        self.book = Book(ledger)
        self._check = remembering(tools.check)
        self.lock = threading.RLock()
        self.trouble = ""
        """Why a newer run on disk is not shown, in words; empty where all is well."""
        self._stamp = self._seen()
        self._outlooks: dict[tuple[str, ...], Effect] = {}
        self._rows: tuple[int, Sequence[Row]] | None = None
        self._take(Sheet.of(read_run(out)))

    def refresh(self) -> None:
        """Take in a newer run and newer decisions; called before every page, cheap where nothing is new."""
        with self.lock:
            if self._seen() != self._stamp:
                self._reload()
            self.book.refresh()
            self.matching.refresh()

    def outlook(self) -> Effect:
        """What all corrections that hold change in the run, until the next one; found once for each set of them."""
        with self.lock:
            sheet, corrections = self.sheet, self.book.corrections()
        key = tuple(one.id for one in corrections)
        if key not in self._outlooks:
            self._outlooks = {key: effect(sheet, corrections, self._check)}
        return self._outlooks.get(key, Effect())

    def tried(self, correction: Correction) -> Effect:
        """What one more correction would change."""
        with self.lock:
            corrections = self.book.corrections()
        others = [one for one in corrections if (one.claim, one.slot) != (correction.claim, correction.slot)]
        return effect(self.sheet, [*others, correction], self._check)

    def finding(self, id: str) -> Finding:
        """A finding of the run; ``StoreError`` where there is none."""
        found = self.sheet.findings.get(id)
        if found is None:
            raise StoreError("there is no such finding in this run: it may have gone with a new one")
        return found

    def claim(self, id: str) -> Claim:
        """A claim of the run; ``StoreError`` where there is none."""
        found = self.sheet.shelf.claims.get(id)
        if found is None:
            raise StoreError("there is no such figure in this run: it may have gone with a new one")
        return found

    def queue(self, wanted: Wanted) -> Queue:
        """The wanted findings."""
        return select(self.rows(), self.sheet, wanted)

    def row(self, finding: Finding) -> Row:
        """One finding and how it stands."""
        return row_of(finding, self.matching, self.outlook().gone)

    def counts(self) -> Mapping[str, int]:
        """How many findings stand how, and how many decisions have lost theirs."""
        return tally(self.rows()) | {"left": len(self.matching.orphans())}

    def rows(self) -> Sequence[Row]:
        """Every finding and how it stands; made anew only where something was decided."""
        if self._rows is None or self._rows[0] != self.book.version:
            self._rows = (self.book.version, rows_of(self.sheet, self.matching, self.outlook().gone))
        return self._rows[1]

    def warm(self) -> None:
        """Make ready what the first page would otherwise have to wait for."""
        sheet = self.sheet
        _ = (sheet.facets, sheet.choices, sheet.prints, sheet.articles, sheet.by_pair, self.counts())
        for finding in sheet.shelf.findings[:1]:
            card(finding, sheet.shelf)

    def _reload(self) -> None:
        """Lay out the newer run; one that is being written just now is left until it is whole."""
        stamp = self._seen()
        try:
            sheet = Sheet.of(read_run(self.out))
        except StoreError as error:
            self.trouble = f"The run on disk has changed and cannot be read: {error}. The earlier one is shown."
            return
        self._stamp, self.trouble = stamp, ""
        self._take(sheet)

    def _take(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.matching = Matching(sheet, self.book)
        self._outlooks, self._rows = {}, None
        self.book.refresh()
        self.matching.refresh()

    def _seen(self) -> tuple[int, int, int]:
        """What tells one written manifest from another."""
        try:
            found = (self.out / MANIFEST).stat()
        except OSError:
            return (0, 0, 0)
        return (found.st_mtime_ns, found.st_size, found.st_ino)
