"""What has been read so far, in shards: small Parquet files of articles with their claims, each whole or not at all.

A shard is written once, by whoever read its articles, and never changed; a run that is killed leaves the shards that
were finished, and the next run goes on from them. Columns are read by need: names and stamps to see what is new, claims
for the check, texts only for the outputs.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pipeline.errors import StoreError
from pipeline.store.directory import write_file

DIRECTORY: Final = ".shards"
_SUFFIX: Final = ".parquet"
_COLUMNS: Final = ("name", "stamp", "kind", "sha256", "count", "article", "claims", "text")
_KEY: Final = b"crossfoot"

ARTICLE, REMARKED, SKIPPED, LISTING = "article", "remarked", "skipped", "listing"
"""What a row is: an article, one with remarks, something that was not read, or what a container holds."""
READ: Final = frozenset({ARTICLE, REMARKED})

Key = tuple[str, str]
"""The name and the stamp of an input: together they stand for its content."""

Entry = tuple[str, str, str, int]
"""Name, stamp, kind and number of claims of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One input that was read: an article with its claims, or why there is none.

    ``stamp`` tells without reading whether the input is still the same; ``article`` is its record without the text, or
    the reason why there is none; ``claims`` are packed, ``count`` of them.
    """

    name: str
    stamp: str = ""
    kind: str = ARTICLE
    sha256: str = ""
    count: int = 0
    article: str = ""
    claims: str = "[]"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Where an input stands that an earlier run, or an earlier part of this one, has read."""

    shard: int
    row: int
    kind: str
    count: int


class Shards:
    """The shards of an output directory that were made by the rules in force, which ``key`` stands for."""

    def __init__(self, out: Path, key: str) -> None:
        self.directory, self.key = out / DIRECTORY, key
        self.paths: list[Path] = []
        self._held: dict[str, tuple[int, list[Any]]] = {}

    def open(self) -> dict[Key, Seen]:
        """Everything that was read before; shards of other rules, and broken ones, are removed."""
        found: dict[Key, Seen] = {}
        for path in sorted(self.directory.glob(f"*{_SUFFIX}")) if self.directory.is_dir() else []:
            rows = _index(path, self.key)
            if rows is None:
                path.unlink(missing_ok=True)
                continue
            self.add(path, rows, found)
        return found

    def add(self, path: Path, rows: Sequence[Entry], seen: dict[Key, Seen]) -> None:
        """Take in a shard; of two that hold the same input the later counts."""
        number = len(self.paths)
        self.paths.append(path)
        for row, (name, stamp, kind, count) in enumerate(rows):
            seen[name, stamp] = Seen(shard=number, row=row, kind=kind, count=count)

    def index(self, path: Path) -> Sequence[Entry]:
        """Name, stamp, kind and number of claims of each row of a shard that was just written."""
        rows = _index(path, self.key)
        if rows is None:
            raise StoreError(f"{path} vanished or was damaged during the run: run it again")
        return rows

    def clear(self) -> None:
        """Forget everything that was read."""
        for path in self.directory.glob(f"*{_SUFFIX}") if self.directory.is_dir() else ():
            path.unlink(missing_ok=True)

    def column(self, name: str, places: Sequence[tuple[int, int]]) -> Iterator[Any]:
        """The values of one column at ``(shard, row)`` places in their order; one shard of it is held at a time."""
        for shard, row in places:
            yield self.value(name, shard, row)

    def value(self, name: str, shard: int, row: int) -> Any:
        """One value; the column of the shard that was asked for last stays in memory."""
        held = self._held.get(name)
        if held is None or held[0] != shard:
            held = self._held[name] = (shard, _column(self.paths[shard], name))
        return held[1][row]

    def prune(self, places: Sequence[tuple[int, int]]) -> None:
        """Remove the shards of which nothing is used any more."""
        used = {shard for shard, _ in places}
        for number, path in enumerate(self.paths):
            if number not in used:
                path.unlink(missing_ok=True)


def write_shard(directory: Path, rows: Sequence[Row], key: str) -> Path:
    """Write the rows as one shard under a name that follows from what is in it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns: dict[str, list[Any]] = {name: [getattr(row, name) for row in rows] for name in _COLUMNS}
    columns["text"] = [text.encode("utf-8", "surrogatepass") for text in columns["text"]]
    table = pa.table(columns, schema=_schema()).replace_schema_metadata({_KEY: key.encode()})
    target = io.BytesIO()
    pq.write_table(table, target, compression="zstd", use_dictionary=["kind"], write_statistics=False)
    digest = hashlib.sha256("\0".join([key, *(f"{row.name}\0{row.stamp}" for row in rows)]).encode())
    path = directory / f"{digest.hexdigest()[:32]}{_SUFFIX}"
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make {directory} ({error.strerror}): free the disk or choose another -o") from error
    write_file(path, target.getvalue())
    return path


def _schema() -> Any:
    import pyarrow as pa

    # Binary texts: what a broken page decodes to may hold half a pair of surrogates, which no string column takes.
    return pa.schema([(name, {"count": pa.int32(), "text": pa.binary()}.get(name, pa.string())) for name in _COLUMNS])


def _index(path: Path, key: str) -> list[Entry] | None:
    """The rows of a shard but for their contents; None where it is broken or made by other rules."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            if (file.schema_arrow.metadata or {}).get(_KEY) != key.encode():
                return None
            table = file.read(columns=["name", "stamp", "kind", "count"], use_threads=False)
    except (OSError, pa.ArrowException):
        return None
    return list(zip(*(column.to_pylist() for column in table.itercolumns()), strict=True))


def _column(path: Path, name: str) -> list[Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            values: list[Any] = file.read(columns=[name], use_threads=False).column(0).to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise StoreError(f"{path} vanished or was damaged during the run: run it again") from error
    return values
