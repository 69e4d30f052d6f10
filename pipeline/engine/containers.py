"""The articles inside files that hold many: JSON lines, Parquet, CSV, tar and zip, one record at a time.

Nothing is unpacked to disk, links are not followed, and neither a record nor a whole archive may grow without bound.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from pipeline.article import Published, Skipped, Source
from pipeline.article.dateline import parse_date
from pipeline.article.metadata import Row
from pipeline.engine.inputs import Container, Input, open_binary
from pipeline.lexicon import read_toml

_EXPANSION: Final = 200
_FREE: Final = 200_000_000  # bytes that an archive may always hold
_STEP: Final = 100
_PARTS: Final = ("title", "outlet", "url")
_FAULTS: Final = (
    *(OSError, EOFError, ValueError, RuntimeError, csv.Error, zlib.error),
    *(lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile),
)
Found = Iterator[Input | Skipped]


def read_container(container: Container, *, limit: int) -> Found:
    """The articles of a container, none larger than ``limit`` bytes; what is wrong with it or a record is named."""
    reader = {"jsonl": _jsonl, "parquet": _parquet, "csv": _csv, "tar": _tar, "zip": _zip}[container.format]
    try:
        yield from reader(container, limit)
    except _FAULTS as error:
        why = (getattr(error, "strerror", None) or str(error) or type(error).__name__).partition("\n")[0]
        yield Skipped(name=container.name, reason=f"cannot be read to its end: {why}")


def _jsonl(container: Container, limit: int) -> Found:
    with open_binary(container.path) as raw:
        file = gzip.GzipFile(fileobj=raw) if container.path.casefold().endswith(".gz") else raw
        budget, number = _Budget(container), 0
        while line := file.readline(2 * limit + 1):
            number += 1
            budget.spend(len(line))
            name = f"{container.name}#{number}"
            if len(line) > 2 * limit:
                while line and not line.endswith(b"\n"):
                    line = file.readline(limit)
                    budget.spend(len(line))
                yield Skipped(name=name, reason=f"is larger than {limit:,} bytes")
            elif line.strip():
                yield _json_record(name, line)


def _json_record(name: str, line: bytes) -> Input | Skipped:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Skipped(name=name, reason=f"is no JSON: {str(error).partition(':')[0]}")
    if not isinstance(record, dict):
        return Skipped(name=name, reason="is no JSON object")
    return _record(name, record)


def _parquet(container: Container, limit: int) -> Found:
    import pyarrow.parquet as pq

    del limit  # a row group is as large as who wrote it made it; the size of each text is looked at when it is read
    with open_binary(container.path) as raw, pq.ParquetFile(raw) as file:
        wanted = [
            name for name in file.schema_arrow.names if any(name.casefold() in names for names in _columns().values())
        ]
        if _text_column(wanted) is None:
            yield _without_text(container, file.schema_arrow.names)
            return
        budget, number = _Budget(container), 0
        for batch in file.iter_batches(batch_size=16, columns=wanted, use_threads=False):
            for record in batch.to_pylist():
                number += 1
                budget.spend(sum(len(value) for value in record.values() if isinstance(value, str)))
                yield _record(f"{container.name}#{number}", record)


def _csv(container: Container, limit: int) -> Found:
    with open_binary(container.path) as raw:
        lines = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")
        before = csv.field_size_limit(2 * limit)
        try:
            rows = csv.DictReader(_bounded(lines, 2 * limit), strict=True)
            if _text_column(rows.fieldnames or ()) is None:
                yield _without_text(container, rows.fieldnames or ())
                return
            for number, record in enumerate(rows, start=1):
                yield _record(f"{container.name}#{number}", record)
        finally:
            csv.field_size_limit(before)


def _bounded(lines: io.TextIOWrapper, longest: int) -> Iterator[str]:
    """The lines of a file, which are held in memory whole, up to one that is too long for that."""
    while line := lines.readline(longest + 1):
        if len(line) > longest:
            raise ValueError(f"a line is longer than {longest:,} characters")
        yield line


def _tar(container: Container, limit: int) -> Found:
    budget = _Budget(container)
    with open_binary(container.path) as raw, tarfile.open(fileobj=raw, mode="r|*") as archive:
        for number, member in enumerate(archive, start=1):
            archive.members = []  # type: ignore[attr-defined]  # else every member passed stays in memory
            budget.spend(member.size)
            if member.isfile() and not _is_hidden(member.name):
                file = archive.extractfile(member)
                data = file.read(limit + 1) if file is not None else b""
                yield _member(container, member.name, number, data)


def _zip(container: Container, limit: int) -> Found:
    budget = _Budget(container)
    with open_binary(container.path) as raw, zipfile.ZipFile(raw) as archive:
        for number, member in enumerate(archive.infolist(), start=1):
            if not member.filename.endswith("/") and not _is_hidden(member.filename):
                with archive.open(member) as file:
                    data = file.read(limit + 1)
                budget.spend(len(data))
                yield _member(container, member.filename, number, data)


class _Budget:
    """How many bytes a file may hold unpacked: two hundred times its size; text shrinks to a tenth at most.

    What is shorter than any article counts as if it were as long as one, for it takes as many steps.
    """

    def __init__(self, container: Container) -> None:
        with open_binary(container.path) as file:
            self.left = _FREE + _EXPANSION * file.seek(0, io.SEEK_END)

    def spend(self, amount: int) -> None:
        self.left -= max(amount, _STEP)
        if self.left < 0:
            raise ValueError(f"it unpacks to more than {_EXPANSION} times its size: unpack it yourself if you trust it")


def _member(container: Container, path: str, number: int, data: bytes) -> Input:
    """A file of an archive, named below it whatever steps its path takes upwards, or by its number."""
    steps = [step for step in path.split("/") if step not in {"", ".", ".."}]
    name = "/".join([container.name, *steps] if steps else [f"{container.name}#{number}"])
    name = name.encode("utf-8", "replace").decode()
    source = Source(path=path, name=name, corpus=True)
    return Input(name=name, stamp=hashlib.sha256(data).hexdigest(), source=source, data=data)


def _record(name: str, record: Mapping[Any, Any]) -> Input | Skipped:
    """One record as an input; its name is the container's with the number of the record."""
    named = {str(key).casefold(): value for key, value in record.items()}
    text = _first(named, "text")
    if text is None:
        return Skipped(name=name, reason="has no text: it must be a string that is not empty")
    parts = {part: _first(named, part) for part in _PARTS}
    row = Row(published=_published(_first(named, "published")), **parts)
    data = text.encode("utf-8", "replace")
    stamp = hashlib.sha256(data + repr(row).encode("utf-8", "replace")).hexdigest()
    source = Source(path=f"{name}.txt", name=name, row=row)
    return Input(name=name, stamp=stamp, source=source, data=data)


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    return {part: tuple(names) for part, names in read_toml("records.toml").items()}


def _text_column(names: Any) -> str | None:
    present = {str(name).casefold() for name in names}
    return next((name for name in _columns()["text"] if name in present), None)


def _first(named: Mapping[str, Any], part: str) -> str | None:
    """The first column of a part that is filled; a text is a string, and nothing is a list, a table or yes or no."""
    filled = (named.get(name) for name in _columns()[part])
    kinds = (str,) if part == "text" else (str, int, float, date)
    return next(
        (str(one) for one in filled if isinstance(one, kinds) and not isinstance(one, bool) and one != ""), None
    )


def _published(printed: str | None) -> Published | None:
    if printed is None:
        return None
    found = parse_date(printed)
    if found is None:
        return Published(text=printed, origin="metadata")
    return Published(text=printed, day=found.day, precision=found.precision, origin="metadata")


def _without_text(container: Container, names: Any) -> Skipped:
    shown = ", ".join(str(name) for name in list(names)[:6]) or "none"
    return Skipped(name=container.name, reason=f"has no column of texts: call one 'text' (it has {shown})")


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in path.split("/") if part not in {".", ".."})
