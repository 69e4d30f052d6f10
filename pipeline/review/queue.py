"""The queue: which findings are wanted, in which order, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlencode

from pipeline.finding import Finding
from pipeline.report.facets import FILTERS
from pipeline.review.matching import Match, Matching, status
from pipeline.review.sheet import Sheet
from pipeline.store.evidence import STALE

STATUSES: Final = ("open", "accepted", "dismissed", "corrected", "stale", "all")
PER_PAGE: Final = 50
_LONGEST: Final = 200


def is_number(text: str) -> bool:
    """Whether this counts something: a few plain digits, for the superscript two is a digit to Python as well."""
    return text.isascii() and text.isdigit() and len(text) <= 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address asks for: values by filter, words, a status, somebody's own, and the page."""

    filters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    status: str = "open"
    assignee: str = ""
    q: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Wanted:
        """What a query string asks for; what it cannot mean is left out."""
        page = query.get("page", "1")
        status = query.get("status", "open")
        return cls(
            filters=MappingProxyType({name: query[name][:_LONGEST] for name in FILTERS if query.get(name)}),
            status=status if status in STATUSES else "open",
            assignee=query.get("assignee", "")[:_LONGEST],
            q=query.get("q", "")[:_LONGEST].strip(),
            page=int(page) if is_number(page) else 1,
        )

    def query(self, **changes: Any) -> str:
        """The query string that asks for the same, but for some changes; empty where nothing is asked for."""
        given = {**self.filters, "q": self.q, "assignee": self.assignee}
        given |= {"status": "" if self.status == "open" else self.status}
        given |= {"page": str(self.page) if self.page > 1 else ""}
        given |= {name: str(value or "") for name, value in changes.items()}
        text = urlencode({name: value for name, value in given.items() if value})
        return "?" + text if text else ""

    @property
    def narrowed(self) -> bool:
        """Whether anything but the status is asked for."""
        return bool(self.filters or self.q or self.assignee)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding of the queue, and how it stands."""

    finding: Finding
    match: Match
    status: str

    @property
    def id(self) -> str:
        """The finding's id."""
        return self.finding.id

    @property
    def headline(self) -> str:
        """What it is, in one line."""
        return self.finding.headline or self.finding.explanation

    @property
    def stale(self) -> bool:
        """Whether what was decided was about other evidence."""
        return self.match.freshness == STALE

    def to_record(self) -> dict[str, Any]:
        """The row as JSON."""
        return {
            "id": self.id,
            "headline": self.headline,
            "kind": self.finding.kind,
            "scope": self.finding.scope,
            "certainty": self.finding.certainty,
            "status": self.status,
            "stale": self.stale,
            "assignee": self.match.standing.assignee,
            "turn": self.match.standing.turn,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The wanted findings, gravest first."""

    wanted: Wanted
    rows: Sequence[Row]
    rank: Mapping[str, int]

    @property
    def pages(self) -> int:
        """How many pages of the list there are."""
        return max(1, -(-len(self.rows) // PER_PAGE))

    def shown(self, current: str | None) -> tuple[int, Sequence[Row]]:
        """The page of the list that the current finding stands on, else the one that was asked for."""
        at = next((at for at, row in enumerate(self.rows) if row.id == current), None)
        page = min(self.wanted.page, self.pages) if at is None else at // PER_PAGE + 1
        return page, self.rows[(page - 1) * PER_PAGE : page * PER_PAGE]

    def after(self, finding: str) -> str | None:
        """The wanted finding that comes after one; the first of all where none does."""
        at = bisect_right(self.rows, self._rank(finding), key=lambda row: self.rank[row.id])
        behind = self.rows[at].id if at < len(self.rows) else None
        first = next((row.id for row in self.rows[:2] if row.id != finding), None)
        return behind or first

    def neighbours(self, finding: str) -> tuple[str | None, str | None]:
        """The wanted findings just before and just after one, for leafing."""
        rank = self._rank(finding)
        before = bisect_left(self.rows, rank, key=lambda row: self.rank[row.id])
        behind = bisect_right(self.rows, rank, key=lambda row: self.rank[row.id])
        return (
            self.rows[before - 1].id if before else None,
            self.rows[behind].id if behind < len(self.rows) else None,
        )

    def _rank(self, finding: str) -> int:
        return self.rank.get(finding, -1)


def select(rows: Iterable[Row], sheet: Sheet, wanted: Wanted) -> Queue:
    """The rows that are asked for."""
    fitting = [row for row in rows if _stands(row, wanted) and _fits(row, sheet, wanted)]
    return Queue(wanted=wanted, rows=fitting, rank=sheet.rank)


def rows_of(sheet: Sheet, matching: Matching, corrected: Mapping[str, object]) -> list[Row]:
    """Every finding as a row, gravest first."""
    return [row_of(finding, matching, corrected) for finding in sheet.findings.values()]


def tally(rows: Iterable[Row]) -> dict[str, int]:
    """How many findings stand how; what a correction makes vanish is ``corrected``."""
    found = dict.fromkeys((status for status in STATUSES if status != "all"), 0)
    for row in rows:
        found[row.status] += 1
        found["stale"] += row.stale
    return found


def row_of(finding: Finding, matching: Matching, corrected: Mapping[str, object]) -> Row:
    """One finding as a row."""
    match = matching.of(finding.id)
    return Row(finding=finding, match=match, status=status(finding.id, match, corrected))


def _stands(row: Row, wanted: Wanted) -> bool:
    if wanted.assignee and row.match.standing.assignee != wanted.assignee:
        return False
    return wanted.status == "all" or (row.stale if wanted.status == "stale" else row.status == wanted.status)


def _fits(row: Row, sheet: Sheet, wanted: Wanted) -> bool:
    if not wanted.filters and not wanted.q:
        return True
    facets = sheet.facets[row.id]
    return all(value in facets.get(name, ()) for name, value in wanted.filters.items()) and _has(facets["q"], wanted.q)


def _has(text: str, words: str) -> bool:
    return all(word in text for word in words.lower().split())
