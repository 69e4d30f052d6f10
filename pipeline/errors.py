"""The errors a user can cause and mend; each message says what to do."""

from __future__ import annotations

import errno


def unreadable(error: OSError | UnicodeDecodeError) -> str:
    """Why a file cannot be read and what to do: the end of a sentence that begins with its name."""
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8: save it as UTF-8"
    return _for_its_kind(error, verb="read") or f"cannot be read ({error.strerror or error}): check it"


def unwritable(error: OSError) -> str:
    """Why a file cannot be written and what to do, likewise."""
    if error.errno == errno.ENOENT:
        return "cannot be written, for there is no such directory: make it, or name another place"
    if error.errno in {errno.EBUSY, errno.ENOTDIR}:
        return "is no place for a file: name another"
    return _for_its_kind(error, verb="written") or (
        f"cannot be written ({error.strerror or error}): free the disk, or name another place"
    )


def _for_its_kind(error: OSError, *, verb: str) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist: check the path"
    if isinstance(error, IsADirectoryError):
        return "is a directory: name a file"
    return f"may not be {verb}: give yourself the right to" if isinstance(error, PermissionError) else ""


class CrossfootError(Exception):
    """Something outside Crossfoot is wrong; the message is one line and says what to do."""


class ConfigError(CrossfootError):
    """The configuration has an unknown key or an unusable value."""


class CorpusError(CrossfootError):
    """An article or a directory of articles cannot be read."""


class LexiconError(CrossfootError):
    """A file under ``models/`` is not what the loader expects."""


class StoreError(CrossfootError):
    """An output directory cannot be written or read."""


class ParseError(CrossfootError):
    """A printed form was recognised, but cannot be given a value.

    ``source`` is the text that was read, ``span`` the half-open character range at fault.
    """

    def __init__(self, message: str, *, source: str, span: tuple[int, int]) -> None:
        super().__init__(message)
        self.source = source
        self.span = span

    def __str__(self) -> str:
        start, end = self.span
        return f"{self.args[0]}\n    {self.source}\n    {' ' * start}{'^' * max(1, end - start)}"
