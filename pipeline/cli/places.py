"""Where in an article something stands, in words that a person can follow."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from pipeline.cli.console import visible

_STDIN: Final = "-"
_AS_WRITTEN: Final = frozenset({".txt", ".md", ""})
"""Formats whose lines are those of the file; of a page or a document they are those of its text."""


def place(doc: str, text: str, offset: int) -> str:
    """``article.txt:5:130`` as editors count; ``page.html, line 3 of its text`` where the file has other lines."""
    line, column = position(text, offset)
    if "://" in doc or (doc != _STDIN and PurePosixPath(doc).suffix.lower() not in _AS_WRITTEN):
        return f"{visible(doc)}, line {line} of its text"
    return f"{named(doc)}:{line}:{column}"


def named(doc: str) -> str:
    """The article's name for a person."""
    return "standard input" if doc == _STDIN else visible(doc)


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, as editors count them."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
