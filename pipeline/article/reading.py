"""From files to articles, and why one could not be read."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from pipeline.article.dateline import find_published
from pipeline.article.encoding import decode
from pipeline.article.extracted import Extracted
from pipeline.article.language import foreign_language
from pipeline.article.listing import STDIN, Source, find_sources
from pipeline.article.record import SUFFIXES, Article, Format, Skipped
from pipeline.article.title import find_title
from pipeline.errors import CorpusError

MAX_FILE_BYTES: Final = 20_000_000
_KNOWN: Final = ", ".join(SUFFIXES)


def read_articles(paths: Iterable[str | Path], *, max_bytes: int = MAX_FILE_BYTES) -> Iterator[Article | Skipped]:
    """The articles of files, directories and ``-`` (standard input), and what could not be read, in a fixed order."""
    for found in find_sources(paths):
        yield found if isinstance(found, Skipped) else read_article(found, max_bytes=max_bytes)


def read_article(source: Source, *, max_bytes: int = MAX_FILE_BYTES) -> Article | Skipped:
    """The article of one file, or the plain reason why there is none."""
    try:
        data = _bytes(source.path, max_bytes)
    except CorpusError as error:
        return Skipped(name=source.name, reason=str(error))
    return read_bytes(source, data)


def read_bytes(source: Source, data: bytes) -> Article | Skipped:
    """The article of bytes that are at hand already; the path of the source only names their format."""
    try:
        if not data:
            raise CorpusError("is empty")
        extracted, format_ = _extract(source, data)
    except CorpusError as error:
        return Skipped(name=source.name, reason=str(error))
    if not extracted.text.strip("\ufeff \t\r\n\f\v"):
        return Skipped(name=source.name, reason="is empty")
    if (language := foreign_language(extracted.text)) is not None:
        return Skipped(name=source.name, reason=f"is in {language}: only English is read")
    return _article(source, extracted, format_=format_, digest=hashlib.sha256(data).hexdigest())


def _bytes(path: str, limit: int) -> bytes:
    """The bytes of a file, at most ``limit`` of them."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(limit + 1)
    except IsADirectoryError as error:
        raise CorpusError("is a directory: name files, or use 'crossfoot run' for directories") from error
    except OSError as error:
        raise CorpusError(f"cannot be read: {error.strerror}") from error
    if len(data) > limit:
        raise CorpusError(f"is larger than {limit:,} bytes: raise limits.max_file_bytes in config.yaml to read it")
    return data


def _extract(source: Source, data: bytes) -> tuple[Extracted, Format]:
    suffix = os.path.splitext(source.path)[1].casefold()
    format_ = SUFFIXES.get(suffix)
    if format_ is None and source.corpus:
        raise CorpusError(f"is no article that can be read: known are {_KNOWN}")
    format_ = format_ or _sniff(data)
    if format_ == "html":
        from pipeline.article.html import read_html as read
    elif format_ == "pdf":
        from pipeline.article.pdf import read_pdf as read
    elif format_ == "docx":
        from pipeline.article.docx import read_docx as read
    else:
        read = _plain
    return read(data), format_


def _sniff(data: bytes) -> Format:
    """The format of standard input and of files without a known suffix, from their first bytes."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith(b"pk\x03\x04") and b"word/" in data:
        return "docx"
    return "html" if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) else "txt"


def _plain(data: bytes) -> Extracted:
    if data.startswith(b"%PDF-"):
        raise CorpusError("is a PDF file under another name: rename it to .pdf")
    text, encoding = decode(data)
    return Extracted(text=text, encoding=encoding)


def _article(source: Source, found: Extracted, *, format_: Format, digest: str) -> Article:
    """The article with what the metadata says first, then the page, then the text."""
    published = source.row.published
    if published is None or published.day is None:
        published = found.published or find_published(found.text) or published
    return Article(
        name=source.name,
        text=found.text,
        format=format_,
        sha256=digest,
        encoding=found.encoding,
        published=published.day if published else None,
        published_text=published.text if published else None,
        precision=published.precision if published else None,
        published_from=published.origin if published else None,
        outlet=source.row.outlet or found.outlet,
        url=source.row.url or found.url,
        title=source.row.title or found.title or find_title(found.text),
    )
