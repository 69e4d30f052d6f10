"""An article as read: its text, what it is called, when and where it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Format = Literal["txt", "md", "html", "pdf", "docx"]
Precision = Literal["day", "month", "year"]
Origin = Literal["metadata", "page", "dateline", "text"]

_HALF: Final = re.compile("[\ud800-\udfff]")

SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article appeared: the printed form, and the first day that it can mean.

    ``day`` is None where the text gives no year ("PEKING, March 3 -"): a year is never guessed.
    """

    text: str
    day: date | None = None
    precision: Precision | None = None
    origin: Origin = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article; every offset of every claim counts code points of ``text``.

    For plain text and Markdown ``text`` is the file as it is: no newline translation, a byte order mark kept as one
    character. For HTML, PDF and DOCX it is the extracted text, which the outputs store beside the claims.
    """

    name: str
    """The path relative to the corpus root with ``/``; the file name of a single file; ``-`` for standard input."""
    text: str
    format: Format = "txt"
    sha256: str = ""
    """Of the bytes of the file, in hexadecimal."""
    encoding: str = "utf-8"
    published: date | None = None
    published_text: str | None = None
    precision: Precision | None = None
    published_from: Origin | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        """Half a pair of surrogates is no character and cannot be written: U+FFFD stands for it, offsets stay."""
        for name in ("name", "text", "published_text", "outlet", "url", "title"):
            value = getattr(self, name)
            if value is not None and not value.isascii() and _HALF.search(value) is not None:
                object.__setattr__(self, name, _HALF.sub("\ufffd", value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was not read, and in plain words why.

    ``fatal`` is false for remarks that cost no article, such as one broken row of ``metadata.csv``.
    """

    name: str
    reason: str
    fatal: bool = True
