"""``metadata.csv`` beside the articles: when and where each appeared, as far as somebody wrote it down."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pipeline.article.dateline import parse_date
from pipeline.article.encoding import decode
from pipeline.article.record import Published
from pipeline.errors import CorpusError, unreadable

METADATA_NAME: Final = "metadata.csv"
COLUMNS: Final = ("file_name", "published", "outlet", "url", "title")
_LARGEST: Final = 50_000_000
_DELIMITERS: Final = (",", ";", "\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row says of one article; an empty cell is None."""

    published: Published | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The rows by file name, and in plain words what was wrong with the others."""

    rows: Mapping[str, Row] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[str, ...] = ()


def read_metadata(path: Path) -> Metadata:
    """The metadata file at ``path``; ``CorpusError`` when nothing of it can be used."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise CorpusError(unreadable(error)) from error
    if len(data) > _LARGEST:
        raise CorpusError(f"is larger than {_LARGEST // 1_000_000} MB: keep one beside the articles of each directory")
    try:
        text, _ = decode(data)
    except CorpusError as error:
        raise CorpusError("is no text: save it as CSV in UTF-8") from error
    return parse_metadata(text)


def parse_metadata(text: str) -> Metadata:
    """The rows of a metadata file: quoted cells, a byte order mark and unknown columns are fine."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = next((mark for mark in _DELIMITERS if _has_file_name(head, mark)), None)
    if delimiter is None:
        raise CorpusError(f"has no column 'file_name' in its first line: the columns are {', '.join(COLUMNS)}")
    rows: dict[str, Row] = {}
    problems: list[str] = []
    columns: list[str] = []
    for line, cells in _lines(text, delimiter):
        if isinstance(cells, str):
            problems.append(f"line {line}: {cells}; the row is ignored")
        elif not columns:
            columns = [cell.strip().casefold() for cell in cells]
            twice = sorted({name for name in columns if name in COLUMNS and columns.count(name) > 1})
            problems += [f"line {line}: the column '{name}' stands twice; the first counts" for name in twice]
        elif any(cell.strip() for cell in cells):
            if any(cell.strip() for cell in cells[len(columns) :]):
                problems.append(
                    f"line {line}: more cells than columns; put quotes around one that has a {delimiter!r} in it"
                )
            problems += _take(rows, line, _named(columns, cells))
    return Metadata(rows=MappingProxyType(rows), problems=tuple(problems))


def _has_file_name(head: str, delimiter: str) -> bool:
    return "file_name" in {cell.strip().strip('"').strip().casefold() for cell in head.split(delimiter)}


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """The records with the line that each ends on; a broken one is its error message."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, str(error)
        else:
            yield reader.line_num, cells


def _named(columns: list[str], cells: list[str]) -> dict[str, str]:
    """The cells by column; the first of two columns of one name counts, cells beyond the head are dropped."""
    named: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        named.setdefault(column, cell.strip())
    return named


def _take(rows: dict[str, Row], line: int, cells: Mapping[str, str]) -> list[str]:
    """Adds the row to ``rows``; the result is what is wrong with it."""
    name = cells.get("file_name", "").replace("\\", "/").removeprefix("./")
    if not name:
        return [f"line {line}: no file_name; the row is ignored"]
    printed = cells.get("published", "")
    published = _published(printed)
    problems = []
    if published is not None and published.day is None:
        problems.append(f"line {line}: {printed[:40]!r} is no date; write it as 2024-03-05, 2024-03 or 2024")
    row = Row(published=published, **{key: cells.get(key) or None for key in ("outlet", "url", "title")})
    if rows.setdefault(name, row) != row:
        problems.append(f"line {line}: {name!r} has an earlier row that differs; the first counts")
    return problems


def _published(printed: str) -> Published | None:
    if not printed:
        return None
    found = parse_date(printed)
    if found is None:
        return Published(text=printed, origin="metadata")
    return Published(text=printed, day=found.day, precision=found.precision, origin="metadata")
