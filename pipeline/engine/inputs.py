"""What there is to read: files, files that hold many articles, both behind what fsspec knows, and web pages."""

from __future__ import annotations

import hashlib
import importlib
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, Final

from pipeline.article import (
    SUFFIXES,
    Article,
    Skipped,
    Source,
    fetched,
    find_sources,
    is_address,
    read_article,
    read_bytes,
)
from pipeline.config import Limits, Settings
from pipeline.engine.job import Job
from pipeline.errors import CorpusError

CONTAINERS: Final = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonl.gz": "jsonl", ".parquet": "parquet", ".csv": "csv",
    ".tar": "tar", ".tar.gz": "tar", ".tgz": "tar", ".tar.bz2": "tar", ".tar.xz": "tar", ".zip": "zip",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One article to be read: its file, or its bytes where they came out of a container or the web.

    ``stamp`` is equal in two runs only if the article is the same.
    """

    name: str
    stamp: str
    source: Source
    data: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A file that holds many articles; ``stamp`` tells whether it has changed."""

    name: str
    path: str
    format: str
    stamp: str


def find_inputs(job: Job) -> list[Input | Container | Skipped]:
    """The inputs of a job in their order; ``CorpusError`` where there is none. Outputs are never an input.

    Web addresses are fetched here, in the process that was started for them: workers need no way to the web.
    """
    outputs = os.path.realpath(job.out)
    limits = job.settings.limits
    found = [_input(item, limits) for item in _find(dict.fromkeys(job.paths)) if not _is_below(item, outputs)]
    if all(isinstance(item, Skipped) for item in found):
        problems = [item for item in found if isinstance(item, Skipped) and item.fatal]
        if problems and not any(os.path.isdir(path) for path in job.paths):
            raise CorpusError(f"{problems[0].name}: {problems[0].reason}")
        raise CorpusError(f"there is no article in {', '.join(job.paths)}: known are {', '.join(SUFFIXES)} files")
    return list(_named_once(found))


def read_input(given: Input, settings: Settings) -> Article | Skipped:
    """The article of an input, or why there is none."""
    limit = settings.limits.max_file_bytes
    if given.data is not None:
        if len(given.data) > limit:
            reason = f"is larger than {limit:,} bytes: raise limits.max_file_bytes in config.yaml to read it"
            return Skipped(name=given.name, reason=reason)
        return read_bytes(given.source, given.data)
    if not is_remote(given.source.path):
        return read_article(given.source, limits=settings.limits)
    try:
        with open_binary(given.source.path) as file:
            data = file.read(limit + 1)
    except OSError as error:
        return Skipped(name=given.name, reason=f"cannot be read: {error.strerror or error}")
    return read_input(replace(given, data=data), settings)


def is_remote(path: str) -> bool:
    """Whether a path is an address for fsspec (``s3://…``)."""
    return "://" in path and not is_address(path)


def open_binary(path: str) -> Any:
    """A local file or what an address names, opened for reading bytes."""
    if not is_remote(path):
        return open(path, "rb")
    return _filesystem(path)[0].open(_filesystem(path)[1], "rb")


def container_format(path: str) -> str | None:
    """The format of a file that holds many articles, by the end of its name."""
    name = path.casefold()
    return next((kind for suffix, kind in CONTAINERS.items() if name.endswith(suffix)), None)


def _find(paths: Iterable[str]) -> Iterator[Source | Skipped]:
    for path in paths:
        yield from _listed(path) if is_remote(path) else find_sources([path])


def _listed(address: str) -> Iterator[Source | Skipped]:
    """Every file below an address, in the order of their paths."""
    system, root = _filesystem(address)
    try:
        found = sorted(system.find(root))
    except (OSError, ValueError) as error:
        raise CorpusError(f"cannot list {address} ({error}): check the address and the permissions") from error
    for path in found:
        name = str(PurePosixPath(path).relative_to(PurePosixPath(root))) if path != root else PurePosixPath(path).name
        if not PurePosixPath(name).name.startswith("."):
            yield Source(path=system.unstrip_protocol(path), name=name, corpus=True)


def _filesystem(address: str) -> tuple[Any, str]:
    try:
        core: Any = importlib.import_module("fsspec.core")
    except ImportError as error:
        raise CorpusError(f"{address} needs fsspec: pip install 'crossfoot[dask]'") from error
    try:
        system, path = core.url_to_fs(address)
    except (ImportError, ValueError, OSError) as error:
        raise CorpusError(f"cannot reach {address}: {error}") from error
    return system, path


def _input(item: Source | Skipped, limits: Limits) -> Input | Container | Skipped:
    if isinstance(item, Skipped):
        return item
    if is_address(item.path):
        return _from_web(item, limits)
    stamp = _stamp(item)
    format_ = container_format(item.path)
    if format_ is not None:
        return Container(name=item.name, path=item.path, format=format_, stamp=stamp)
    return Input(name=item.name, stamp=stamp, source=item)


def _from_web(item: Source, limits: Limits) -> Input | Skipped:
    """The page behind an address; it is the same in two runs if its bytes are, and come from the same place."""
    try:
        source, data = fetched(item, limits)
    except CorpusError as error:
        return Skipped(name=item.name, reason=str(error))
    stamp = hashlib.sha256(data + repr(source.served).encode()).hexdigest()
    return Input(name=item.name, stamp=stamp, source=source, data=data)


def _stamp(source: Source) -> str:
    """Size, times and number of a file, and what its metadata says: no two versions of an article share all of them."""
    row = f"{zlib.crc32(repr(source.row).encode()):08x}"
    if is_remote(source.path):
        system, path = _filesystem(source.path)
        return f"{system.ukey(path)}-{row}"
    try:
        found = os.stat(source.path)
    except OSError:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}-{row}"


def _is_below(item: Source | Skipped, directory: str) -> bool:
    if isinstance(item, Skipped) or is_remote(item.path):
        return False
    parent = _real_directory(os.path.dirname(item.path))
    return parent == directory or parent.startswith(directory + os.sep)


@lru_cache(maxsize=1024)
def _real_directory(path: str) -> str:
    return os.path.realpath(path or ".")


def _named_once(found: list[Input | Container | Skipped]) -> Iterator[Input | Container | Skipped]:
    """Names that become equal where bytes that are no UTF-8 were replaced get a number."""
    seen: set[str] = set()
    for item in found:
        name, number = item.name, 1
        while not isinstance(item, Skipped) and name in seen:
            number += 1
            name = f"{item.name}~{number}"
        seen.add(name)
        yield item if name == item.name else _renamed(item, name)


def _renamed(item: Input | Container | Skipped, name: str) -> Input | Container | Skipped:
    if isinstance(item, Input):
        return replace(item, name=name, source=replace(item.source, name=name))
    return replace(item, name=name)
