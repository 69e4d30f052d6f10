"""Tables that a user gives as CSV files: their text, and a head in which every column stands once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import CorpusError, unreadable


def table_text(path: Path, *, what: str, most: int, needed: str) -> str:
    """The text of a table of at most so many bytes; else a line that says what to do.

    ``what`` names the table, ``needed`` what of it is enough.
    """
    try:
        if path.stat().st_size > most:
            raise CorpusError(f"{path} is larger than {most // 1024**2} MB: give the {needed} that are needed")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorpusError(f"the {what} {path} {unreadable(error)}") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path} is no UTF-8 text: save the {what} as CSV in UTF-8") from error


def plain_names(head: Sequence[str]) -> list[str]:
    """The names of columns as they are compared."""
    return [name.strip().casefold() for name in head]


def refuse_twins(path: Path, head: Sequence[str]) -> None:
    """A line that says which column of a head in plain names stands twice, if one does."""
    if twice := next((name for name in head if name and head.count(name) > 1), None):
        raise CorpusError(f"{path} has the column {twice} twice: leave one of them")
