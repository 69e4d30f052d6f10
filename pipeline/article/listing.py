"""Which files are to be read: what each is called, and what ``metadata.csv`` says of it."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from pipeline.article.address import Served, is_address, tidy
from pipeline.article.metadata import METADATA_NAME, Metadata, Row, read_metadata
from pipeline.article.record import Skipped
from pipeline.errors import CorpusError, unreadable

STDIN: Final = "-"
_NO_ARTICLES: Final = frozenset({"readme", "license", "licence", "copying"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file or a web address that is to be read: what it is called, and what ``metadata.csv`` says of it."""

    path: str
    name: str
    row: Row = field(default_factory=Row)
    corpus: bool = False
    """Found in a directory, not named by the user: then only known suffixes are articles."""
    served: Served | None = None
    """Of a web address, once it was fetched: what its server says that it is."""


def find_sources(paths: Iterable[str | Path]) -> Iterator[Source | Skipped]:
    """The files to read with their names and metadata; directories are walked in the order of names."""
    given = [str(path) for path in paths]
    names = _names([path for path in given if not os.path.isdir(path)])
    for path in given:
        if path != STDIN and os.path.isdir(path):
            yield from _walk(Path(path))
        else:
            yield from _file(path, names.get(path, path))


def _names(paths: list[str]) -> dict[str, str]:
    """What files given one by one are called: the file name; where two share it, the path below a common directory."""
    files = sorted({path for path in paths if path != STDIN and "://" not in path})
    plain = {path: printable(os.path.basename(path.rstrip("/")) or path) for path in files}
    shared = {name for name, count in Counter(plain.values()).items() if count > 1}
    if shared:
        root = os.path.commonpath([os.path.abspath(path) for path in files if plain[path] in shared])
        for path in files:
            if plain[path] in shared:
                plain[path] = printable(os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/"))
    return plain


def printable(name: str) -> str:
    """A file name as text that can be written anywhere: bytes that are no UTF-8 become the replacement character."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _file(path: str, name: str) -> Iterator[Source | Skipped]:
    if path == STDIN:
        yield Source(path=STDIN, name=STDIN)
        return
    if is_address(path):
        yield Source(path=path, name=tidy(path))
        return
    if not os.path.exists(path):
        yield Skipped(name=name or "''", reason=_why_none(path))
        return
    metadata, remarks = _metadata_beside(os.path.dirname(path) or ".")
    yield from (remark for remark in remarks if remark.fatal)
    yield Source(path=path, name=name, row=metadata.rows.get(os.path.basename(path), Row()))


def _why_none(path: str) -> str:
    if "://" in path:
        return "is no address that is read: give one of http or https"
    return "does not exist: check the path" if path else "is no name: name a file"


def _walk(root: Path) -> Iterator[Source | Skipped]:
    """Every file below ``root`` that may be an article; links to directories are not followed."""
    problems: list[Skipped] = []
    walk = os.walk(root, onerror=lambda error: problems.append(_unreadable(root, error)))
    for directory, subdirectories, files in walk:
        subdirectories[:] = sorted(name for name in subdirectories if not name.startswith("."))
        yield from problems
        problems.clear()
        metadata, remarks = _metadata_beside(directory)
        yield from (_below(root, directory, remark) for remark in remarks)
        yield from _without_file(root, directory, metadata)
        for name in sorted(files):
            if not _is_other(name):
                row = _row(root, Path(directory), name) or metadata.rows.get(name, Row())
                path = os.path.join(directory, name)
                odd = _oddity(root, path)
                if odd is not None:
                    yield Skipped(name=_relative(root, path), reason=odd)
                else:
                    yield Source(path=path, name=_relative(root, path), row=row, corpus=True)
    yield from problems


def _oddity(root: Path, path: str) -> str | None:
    """Why an entry of a corpus is not read: pipes would be waited for, and links lead to what nobody put there."""
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            if os.path.commonpath([os.path.realpath(root), os.path.realpath(path)]) != os.path.realpath(root):
                return "is a link out of the corpus: put the file itself there"
            mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return None  # whoever reads it says why it cannot be read
    return None if stat.S_ISREG(mode) else "is no file that can be read: a pipe, a socket or a device"


def _without_file(root: Path, directory: str, metadata: Metadata) -> Iterator[Skipped]:
    """A remark on the rows of a metadata file that name no file."""
    lost = [name for name in metadata.rows if not os.path.exists(os.path.join(directory, name))]
    if lost:
        named = ", ".join(lost[:3]) + (" and others" if len(lost) > 3 else "")
        reason = f"rows without a file: {len(lost)} ({named})"
        yield _below(root, directory, Skipped(name=METADATA_NAME, reason=reason, fatal=False))


def _row(root: Path, directory: Path, name: str) -> Row | None:
    """The row of a file in the metadata of the corpus root, which may list nested files by their relative path."""
    if directory == root:
        return None
    metadata, _ = _metadata_beside(str(root))
    return metadata.rows.get(_relative(root, str(directory / name)))


def _is_other(name: str) -> bool:
    """Files beside articles that nobody takes for one."""
    stem = name.partition(".")[0].casefold()
    return name.startswith(".") or name == METADATA_NAME or stem in _NO_ARTICLES or name.endswith(("~", ".tmp"))


def _relative(root: Path, path: str) -> str:
    return printable(os.path.relpath(path, root).replace(os.sep, "/"))


def _below(root: Path, directory: str, remark: Skipped) -> Skipped:
    name = _relative(root, os.path.join(directory, remark.name))
    return Skipped(name=name, reason=remark.reason, fatal=remark.fatal)


def _unreadable(root: Path, error: OSError) -> Skipped:
    name = _relative(root, error.filename) if error.filename else printable(str(root))
    return Skipped(name=name, reason=unreadable(error))


def _metadata_beside(directory: str) -> tuple[Metadata, tuple[Skipped, ...]]:
    """The metadata of a directory, and what is wrong with it; without the file, nothing and nothing."""
    path = os.path.abspath(os.path.join(directory, METADATA_NAME))
    try:
        found = os.stat(path)
    except OSError:
        return Metadata(), ()
    if (odd := _oddity(Path(directory), path)) is not None:
        return Metadata(), (Skipped(name=METADATA_NAME, reason=odd),)
    return _metadata_of(path, (found.st_mtime_ns, found.st_size, found.st_ino))


@lru_cache(maxsize=64)
def _metadata_of(path: str, _state: tuple[int, int, int]) -> tuple[Metadata, tuple[Skipped, ...]]:
    """As above, once for each state of the file: a corpus asks for the same one for every article."""
    try:
        metadata = read_metadata(Path(path))
    except CorpusError as error:
        return Metadata(), (Skipped(name=METADATA_NAME, reason=str(error)),)
    return metadata, tuple(Skipped(name=METADATA_NAME, reason=why, fatal=False) for why in metadata.problems)
