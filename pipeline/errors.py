"""The errors a user can cause and mend; each message says what to do."""

from __future__ import annotations


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
