"""From files to articles, and why one could not be read."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from pipeline.article.address import is_address, own_address
from pipeline.article.dateline import find_published
from pipeline.article.extracted import Extracted
from pipeline.article.formats import extract
from pipeline.article.language import foreign_language
from pipeline.article.listing import STDIN, Source, find_sources
from pipeline.article.record import Article, Format, Skipped
from pipeline.article.title import find_title
from pipeline.config import Limits
from pipeline.errors import CorpusError, unreadable

_LIMITS: Final = Limits()


def read_articles(paths: Iterable[str | Path], *, limits: Limits = _LIMITS) -> Iterator[Article | Skipped]:
    """The articles of files, directories, web addresses and ``-`` (standard input), in a fixed order.

    What could not be read is among them, with the reason. An address is fetched: the one use of the network.
    """
    for found in find_sources(paths):
        yield found if isinstance(found, Skipped) else read_article(found, limits=limits)


def read_article(source: Source, *, limits: Limits = _LIMITS) -> Article | Skipped:
    """The article of one file or address, or the plain reason why there is none."""
    try:
        if is_address(source.path) and not source.corpus:
            source, data = fetched(source, limits)
        else:
            data = _bytes(source.path, limits.max_file_bytes)
    except CorpusError as error:
        return Skipped(name=source.name, reason=str(error))
    return read_bytes(source, data)


def fetched(source: Source, limits: Limits) -> tuple[Source, bytes]:
    """What the address of a source serves; ``CorpusError`` where that is nothing that can be read."""
    from pipeline.article.fetch import fetch

    served, data = fetch(source.path, limits)
    return replace(source, served=served), data


def read_bytes(source: Source, data: bytes) -> Article | Skipped:
    """The article of bytes that are at hand already; the path of the source only names their format."""
    try:
        if not data:
            raise CorpusError("is empty")
        extracted, format_ = extract(source, data)
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
        raise CorpusError(unreadable(error)) from error
    if len(data) > limit:
        raise CorpusError(f"is larger than {limit:,} bytes: raise limits.max_file_bytes in config.yaml to read it")
    return data


def _article(source: Source, found: Extracted, *, format_: Format, digest: str) -> Article:
    """The article with what the metadata says first, then the page, then the text."""
    served, published = source.served, source.row.published
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
        outlet=source.row.outlet or found.outlet or (served.address.outlet if served else None),
        url=source.row.url or (own_address(found.url, served.address) if served else found.url),
        title=source.row.title or found.title or find_title(found.text),
    )
