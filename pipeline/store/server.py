"""The ledger's table in a database server, for a team: whatever SQLAlchemy can reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from pipeline.errors import StoreError
from pipeline.store.ledger import Clash, Transaction

_WANTED: Final = "give a file, or an address such as postgresql://user:password@server/database"
_WANTING: Final = "a database server needs an extra: pip install 'crossfoot[team]'"


class ServerDatabase:
    """A database by its SQLAlchemy address; connections are kept in a pool."""

    def __init__(self, address: str, *, create: bool = True) -> None:
        try:
            import sqlalchemy
        except ImportError as error:
            raise StoreError(_WANTING) from error
        self._alchemy: Any = sqlalchemy
        with self._explained():
            # Turns are kept apart by the table's unique key, so committed reads are enough.
            self._engine: Any = sqlalchemy.create_engine(
                _with_driver(address), pool_size=10, max_overflow=20, pool_pre_ping=True
            )
            self._prepare(create=create)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction; whoever takes a turn second gets a ``Clash``."""
        with self._explained(), self._engine.begin() as connection:
            yield self._statements(connection)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that only reads."""
        with self._explained(), self._engine.connect() as connection:
            yield self._statements(connection)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def _statements(self, connection: Any) -> Transaction:
        def run(sql: str, values: Mapping[str, Any] | None = None) -> list[Mapping[str, Any]]:
            result = connection.execute(self._alchemy.text(sql), dict(values or {}))
            return [dict(row) for row in result.mappings()] if result.returns_rows else []

        return run

    def _prepare(self, *, create: bool) -> None:
        table = self._table()
        found = self._alchemy.inspect(self._engine)
        if not found.has_table("decisions"):
            if not create:
                raise StoreError("the database has no decisions yet: decide something with 'crossfoot review' first")
            self._create(table)
        elif {column["name"] for column in found.get_columns("decisions")} != {c.name for c in table.columns}:
            raise StoreError("the database has a table 'decisions' of something else, or of another version")

    def _create(self, table: Any) -> None:
        """Make the table; somebody else who starts at the same moment may have been quicker."""
        try:
            table.create(self._engine)
        except self._alchemy.exc.DBAPIError:
            if not self._alchemy.inspect(self._engine).has_table("decisions"):
                raise

    def _table(self) -> Any:
        a = self._alchemy
        given = [a.Column(name, a.Text, nullable=False) for name in ("at", "who", "action")]
        about = [a.Column(name, a.Text, nullable=name in {"was", "value"}) for name in ("headline", "slot", "was")]
        number = a.BigInteger().with_variant(a.Integer, "sqlite")
        return a.Table(
            "decisions",
            a.MetaData(),
            a.Column("seq", number, a.Identity(always=False), primary_key=True, autoincrement=True),
            *given,
            a.Column("subject", a.String(64), nullable=False),
            *about,
            a.Column("value", a.Text),
            a.Column("reason", a.Text, nullable=False),
            a.Column("turn", a.Integer, nullable=False),
            a.Column("id", a.String(96), nullable=False, unique=True),
            a.Column("batch", a.Text, nullable=False),
            a.Column("about", a.Text, nullable=False),
            a.UniqueConstraint("subject", "turn"),
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What the driver complains about, in words that say what to do; never with the password."""
        errors = self._alchemy.exc
        try:
            yield
        except errors.IntegrityError as error:
            raise Clash from error
        except errors.DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) in {"40001", "40P01"}:
                raise Clash from error
            raise StoreError(f"the database cannot be used ({_first_line(error.orig)}): look at --db") from error
        except (errors.ArgumentError, errors.NoSuchModuleError, ValueError) as error:
            raise StoreError(f"--db is no address of a database ({_first_line(error)}): {_WANTED}") from error
        except ModuleNotFoundError as error:
            raise StoreError(f"{_WANTING} (the driver {error.name!r} is missing)") from error


def _with_driver(address: str) -> str:
    """PostgreSQL through psycopg 3, which is what the extra installs, unless another driver is named."""
    scheme, mark, rest = address.partition("://")
    return f"postgresql+psycopg{mark}{rest}" if scheme in {"postgres", "postgresql"} else address


def _first_line(error: object) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
