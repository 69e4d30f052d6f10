"""The ledger's table in a SQLite file, in write-ahead mode: any SQLite tool can read it, even while people decide."""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from pipeline.errors import StoreError
from pipeline.store.ledger import Clash, Transaction

LAYOUT: Final = 1
_WAIT: Final = 15.0
"""Seconds that a writer waits for the others before it gives up."""
_UNWRITABLE: Final = (
    "cannot be written: give yourself the right to write it and its directory, or name another with --db"
)

_TABLE: Final = """
CREATE TABLE decisions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, headline TEXT NOT NULL,
  slot TEXT NOT NULL, was TEXT, value TEXT, reason TEXT NOT NULL,
  turn INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, batch TEXT NOT NULL, about TEXT NOT NULL,
  UNIQUE (subject, turn)
)"""
_KEPT: Final = "SELECT RAISE(ABORT, 'decisions are only added, never changed')"
_GUARDS: Final = (
    f"CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN {_KEPT}; END",
    f"CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN {_KEPT}; END",
)


class SqliteDatabase:
    """A SQLite file; every transaction has a connection to itself, so threads and processes need not agree on anything.

    Connections are kept for the next transaction: closing the last one would fold the write-ahead log each time.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        if not path.parent.is_dir():
            raise StoreError(f"there is no directory {path.parent} for the decisions: name one that exists")
        if not path.exists() and not create:
            raise StoreError(f"there is no decisions file {path}: decide something with 'crossfoot review' first")
        if create and not _is_writable(path):
            raise StoreError(f"{path} {_UNWRITABLE}")
        self._fixed = not create and _is_fixed(path)
        self._idle: list[sqlite3.Connection] = []
        weakref.finalize(self, _close, self._idle)
        with self._explained(), closing(self._connect()) as connection:
            self._prepare(connection)
        self._file = self._identity()

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction that nobody else writes in."""
        with self._explained(), self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield _Statements(connection)
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that only reads."""
        with self._explained(), self._connection() as connection:
            yield _Statements(connection)

    def close(self) -> None:
        """Close the connections that wait for work."""
        _close(self._idle)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else uses; one that went wrong is not used again."""
        if self._identity() != self._file:
            raise StoreError(f"{self.path} was removed or replaced while it was in use: start the review again")
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def _identity(self) -> tuple[int, int]:
        """What tells the file from another one of the same name."""
        try:
            found = self.path.stat()
        except OSError:
            return (0, 0)
        return (found.st_dev, found.st_ino)

    def _connect(self) -> sqlite3.Connection:
        place = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1" if self._fixed else str(self.path)
        connection = sqlite3.connect(
            place, timeout=_WAIT, isolation_level=None, check_same_thread=False, uri=self._fixed
        )
        connection.row_factory = sqlite3.Row
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        version = self._version(connection)
        if version == LAYOUT:
            return
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if not self._version(connection):  # nobody made it meanwhile
            for statement in (_TABLE, *_GUARDS, f"PRAGMA user_version = {LAYOUT}"):
                connection.execute(statement)
        connection.commit()

    def _version(self, connection: sqlite3.Connection) -> int:
        """The layout of the table, 0 where there is none yet; a file of something else is refused."""
        tables = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if not tables and not version:
            return 0
        if "decisions" not in tables:
            raise StoreError(f"{self.path} is a database of something else: name another with --db")
        if version != LAYOUT:
            raise StoreError(f"{self.path} was made by another version (layout {version}, this is {LAYOUT})")
        return version

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What SQLite complains about, in words that say what to do."""
        try:
            yield
        except sqlite3.IntegrityError as error:
            raise Clash from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path} {_reason(error)}") from error


class _Statements:
    """The statements of one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __call__(self, sql: str, values: Mapping[str, Any] | None = None) -> list[Mapping[str, Any]]:
        return [dict(row) for row in self._connection.execute(sql, dict(values or {}))]


def _is_writable(path: Path) -> bool:
    """Whether decisions can be added: SQLite writes into the file and beside it."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _is_fixed(path: Path) -> bool:
    """Whether nobody writes the file, nor may we: then it is read as it is, without the files that writers share."""
    log = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _close(connections: list[sqlite3.Connection]) -> None:
    while connections:
        connections.pop().close()


def _reason(error: sqlite3.DatabaseError) -> str:
    said = str(error)
    if "locked" in said or "busy" in said:
        return "is locked by another program: close it there and try again"
    if "readonly" in said or "read-only" in said or "unable to open" in said:
        return _UNWRITABLE
    if "is full" in said or "I/O error" in said:
        return f"cannot be written ({said}): free the disk, or name another place with --db"
    if "not a database" in said or "malformed" in said:
        return "is no SQLite database, or is damaged: move it away, and bring decisions back from an export"
    return f"cannot be used ({said})"
