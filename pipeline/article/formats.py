"""The format of bytes, by what a file is called, what a server says and what they begin with; and its reader."""

from __future__ import annotations

import os
import re
from typing import Final

from pipeline.article.encoding import decode
from pipeline.article.extracted import Extracted
from pipeline.article.listing import Source
from pipeline.article.record import SUFFIXES, Format
from pipeline.errors import CorpusError

_KNOWN: Final = ", ".join(SUFFIXES)
_HEAD: Final = 1024
_COMMENT: Final = re.compile(rb"<!--(?:(?!-->).)*-->|<\?xml[^>]*>|\s+|\xef\xbb\xbf", re.S)
_PAGE: Final = (b"<!doctype html", b"<html", b"<head", b"<body")
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"{\\rtf", "is an RTF file: save it as .docx or .txt"),
    (b"from: <saved by", "is a saved web archive: save the page as HTML or PDF"),
    (b"mime-version:", "is a saved web archive or a mail: save the page as HTML or PDF"),
    (b"<rss", "is a feed of articles: give one of them"),
    (b"<feed", "is a feed of articles: give one of them"),
    *((begin, "holds many files: read it with 'crossfoot run'") for begin in (b"pk\x03\x04", b"\x1f\x8b", b"par1")),
)
"""What texts begin with that are none: reading them as plain text would give figures out of markup."""


def extract(source: Source, data: bytes) -> tuple[Extracted, Format]:
    """The text of a document and its format; ``CorpusError`` for what is no article."""
    format_ = _format(source, data)
    charset = source.served.charset if source.served else None
    if format_ == "html":
        from pipeline.article.html import read_html

        return read_html(data, charset=charset), format_
    if format_ == "pdf":
        from pipeline.article.pdf import read_pdf

        return read_pdf(data), format_
    if format_ == "docx":
        from pipeline.article.docx import read_docx

        return read_docx(data), format_
    return _plain(data, charset), format_


def _format(source: Source, data: bytes) -> Format:
    """The format by the name of a file; from the web by what it begins with, for servers are often mistaken."""
    path = source.served.address.target.partition("?")[0] if source.served else source.path
    named = SUFFIXES.get(os.path.splitext(path)[1].casefold())
    if source.served is not None:
        return _sniff(data) or source.served.format or named or "txt"
    if named is None and source.corpus:
        raise CorpusError(f"is no article that can be read: known are {_KNOWN}")
    return named or _sniff(data) or "txt"


def _sniff(data: bytes) -> Format | None:
    """The format that bytes are surely in, from their first ones."""
    head = _begin(data)
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith(b"pk\x03\x04") and b"word/" in data:
        return "docx"
    return "html" if head.startswith(_PAGE) else None


def _begin(data: bytes) -> bytes:
    """The first bytes in lower case, past white space, comments and an XML declaration."""
    at = 0
    while (found := _COMMENT.match(data, at, at + _HEAD)) is not None:
        at = found.end()
    return data[at : at + _HEAD].lower()


def _plain(data: bytes, charset: str | None) -> Extracted:
    head = _begin(data)
    if head.startswith(b"%pdf-"):
        raise CorpusError("is a PDF file under another name: rename it to .pdf")
    if head.startswith(b"pk\x03\x04") and b"word/" in data:
        raise CorpusError("is a Word document under another name: rename it to .docx")
    for begin, reason in _OTHERS:
        if head.startswith(begin):
            raise CorpusError(reason)
    text, encoding = decode(data, declared=charset)
    return Extracted(text=text, encoding=encoding)
