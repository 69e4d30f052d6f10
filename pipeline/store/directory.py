"""The output directory: one run at a time, and every file either the old one or the new one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import StoreError, unwritable

LOCK = ".crossfoot.lock"
_BEGUN = ".tmp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: its length in bytes, and their SHA-256."""

    length: int
    sha256: str


@contextlib.contextmanager
def locked(out: Path) -> Iterator[Path]:
    """Hold the directory for one run, making it first if need be; a second run is told so.

    The system drops the lock with the process, so a killed run never leaves the directory locked. What it had begun to
    write is removed.
    """
    made = _make(out)
    try:
        handle = os.open(made / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"cannot write into {out} ({error.strerror}): choose another directory with -o") from error
    try:
        _take(handle, out)
        _tidy(made)
        yield made
    finally:
        os.close(handle)


def write_file(path: Path, content: str | bytes) -> None:
    """Put the content at the path in one step: a temporary file beside it, flushed to disk, then renamed."""
    write_together(path.parent, {path.name: (content,)})


def write_together(directory: Path, contents: Mapping[str, Iterable[str | bytes]]) -> dict[str, Written]:
    """Write files whose contents come piece by piece; none takes its place before all are on the disk."""
    written: dict[str, Written] = {}
    waiting: dict[str, str] = {}
    name = ""
    try:
        for name, pieces in contents.items():
            handle, waiting[name] = tempfile.mkstemp(prefix=f".{name}.", suffix=_BEGUN, dir=directory)
            written[name] = _write(handle, pieces)
            os.chmod(waiting[name], 0o644)
        for name, temporary in waiting.items():
            os.replace(temporary, directory / name)
    except OSError as error:
        raise _unwritable(directory / name, error) from error
    finally:
        for temporary in waiting.values():
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)
    _sync_directory(directory)
    return written


def _write(handle: int, pieces: Iterable[str | bytes]) -> Written:
    length, digest = 0, hashlib.sha256()
    with os.fdopen(handle, "wb") as file:
        for piece in pieces:
            data = piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece
            length += len(data)
            digest.update(data)
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return Written(length=length, sha256=digest.hexdigest())


def _sync_directory(directory: Path) -> None:
    """Make the rename itself durable, where the system lets a directory be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _make(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise StoreError(f"{out} is a file, not a directory: choose another place with -o") from error
    except OSError as error:
        raise StoreError(f"cannot make the directory {out} ({error.strerror}): choose another with -o") from error
    return out


def _take(handle: int, out: Path) -> None:
    """Take the lock or say who has it."""
    try:
        import fcntl
    except ImportError:  # a system without advisory locks: the renames still keep every file whole
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
        raise StoreError(f"another run (process {holder}) is writing into {out}: wait for it to end") from error
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode("ascii"))


def _tidy(out: Path) -> None:
    """Remove the temporary files of runs that were killed, here and one level below."""
    for pattern in (f".*{_BEGUN}", f"*/.*{_BEGUN}"):
        for path in out.glob(pattern):
            with contextlib.suppress(OSError):
                path.unlink()


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(f"{path} {unwritable(error)}")
