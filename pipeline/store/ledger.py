"""The ledger: decisions are added to one table, in turns, and nothing that stands in it is ever changed.

Two people who decide about one finding at once cannot overwrite each other: each says up to which turn they had seen
its history, and who comes second is told what the first decided. A form that arrives twice is one decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Protocol

from pipeline.errors import StoreError
from pipeline.store.decisions import COLUMNS, Decision

DATABASE: Final = "decisions.sqlite"
"""The file in the directory of a run."""

_TRIES: Final = 40
_QUIET: Final = frozenset({"note"})
"""Actions that take nothing away from what somebody else decides at the same time."""

_INSERT: Final = f"INSERT INTO decisions ({', '.join(COLUMNS)}) VALUES ({', '.join(':' + name for name in COLUMNS)})"
_SELECT: Final = f"SELECT seq, {', '.join(COLUMNS)} FROM decisions"


class Clash(Exception):  # noqa: N818 - it never leaves the store: the ledger tries again
    """Somebody else took the turn, or the database wants the transaction to be tried again."""


class Transaction(Protocol):
    """One transaction of a database."""

    def __call__(self, sql: str, values: Mapping[str, Any] | None = None) -> list[Mapping[str, Any]]:
        """The rows that a statement gives."""


class Database(Protocol):
    """Where the one table lives."""

    def writing(self) -> AbstractContextManager[Transaction]:
        """A transaction that ends with a commit, or raises ``Clash`` where it must be tried again."""

    def reading(self) -> AbstractContextManager[Transaction]:
        """A transaction that only reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision that somebody wants to make, having seen the subject's history up to a turn; None never clashes."""

    decision: Decision
    seen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a draft: ``stored`` is the decision as it stands, None where somebody ``before`` had decided."""

    stored: Decision | None = None
    before: Decision | None = None
    repeated: bool = False
    """It stood there already: the form came twice."""


class Ledger:
    """The decisions of one store; safe to use from several threads and processes at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, drafts: Sequence[Draft]) -> list[Outcome]:
        """Add decisions in one transaction: all that can be added are, the others say who was before."""
        for _ in range(_TRIES):
            try:
                with self._database.writing() as run:
                    return [_add(run, draft) for draft in drafts]
            except Clash:
                continue
        raise StoreError("too many people decide about this at once: try again")

    def read(self, after: int = 0) -> list[tuple[int, Decision]]:
        """The decisions with a sequence number above ``after``, in their order."""
        with self._database.reading() as run:
            rows = run(f"{_SELECT} WHERE seq > :after ORDER BY seq", {"after": after})
        return [(row["seq"], Decision.from_row(row)) for row in rows]

    def extent(self) -> tuple[int, int]:
        """How many decisions there are, and the highest sequence number: cheap to ask before every page."""
        with self._database.reading() as run:
            row = run("SELECT count(*) AS number, coalesce(max(seq), 0) AS last FROM decisions")[0]
        return int(row["number"]), int(row["last"])

    def of(self, subject: str) -> list[Decision]:
        """The history of one subject."""
        with self._database.reading() as run:
            rows = run(f"{_SELECT} WHERE subject = :subject ORDER BY turn", {"subject": subject})
        return [Decision.from_row(row) for row in rows]


def open_ledger(out: Path, address: str | None = None, *, create: bool = True) -> Ledger:
    """The ledger of a run's directory, or of a server by its SQLAlchemy address."""
    if address and address.startswith("sqlite:///"):
        address = address.removeprefix("sqlite:///")
    if address and "://" in address:
        from pipeline.store.server import ServerDatabase

        return Ledger(ServerDatabase(address, create=create))
    from pipeline.store.sqlite import SqliteDatabase

    return Ledger(SqliteDatabase(Path(address) if address else out / DATABASE, create=create))


def stored(decisions: Iterable[tuple[int, Decision]]) -> list[Decision]:
    """The decisions without their sequence numbers."""
    return [decision for _, decision in decisions]


def _add(run: Transaction, draft: Draft) -> Outcome:
    one = draft.decision
    if same := run(f"{_SELECT} WHERE id = :id", {"id": one.id}):
        return Outcome(stored=Decision.from_row(same[0]), repeated=True)
    history = run(f"{_SELECT} WHERE subject = :subject ORDER BY turn", {"subject": one.subject})
    last = history[-1]["turn"] if history else 0
    if draft.seen is not None and one.action not in _QUIET:
        later = [row for row in history if row["turn"] > draft.seen and row["action"] not in _QUIET]
        if later:
            return Outcome(before=Decision.from_row(later[-1]))
    placed = replace(one, turn=last + 1)
    run(_INSERT, placed.to_row())
    return Outcome(stored=placed)
