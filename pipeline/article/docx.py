"""Word documents: paragraphs, tables as rows of cells, footnotes; insertions that are still tracked count."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from typing import Any, Final

from pipeline.article.cleaning import clean, table_row
from pipeline.article.docx_runs import prepared
from pipeline.article.extracted import Extracted
from pipeline.errors import CorpusError

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what an encrypted .docx and an old .doc begin with
_UNPACKED: Final = 50
# What docx2python lets through from zip, XML (lxml's errors are SyntaxErrors) and its own indexing of a damaged file.
_FAULTS: Final = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    OSError,
    EOFError,
    SyntaxError,
    AssertionError,
    zipfile.BadZipFile,
    zlib.error,
)
_LINK: Final = re.compile(r"</?a(?: href=\"[^\"<>]{0,2000}\")?>")
_PICTURE: Final = re.compile(r"----(?:media/|Image alt text---->)[^\n]{0,300}?----")
_NOTED: Final = re.compile(r"----(?:foot|end)note([0-9]{1,5})----")
_NOTE: Final = re.compile(r"^(?:foot|end)note([0-9]{1,5})\)", re.M)
_BULLET: Final = re.compile(r"^\t{0,9}(--|\d{1,3}\)|[a-z]\))\t", re.M)


def read_docx(data: bytes) -> Extracted:
    """The text of a Word document; ``CorpusError`` for a locked, old or damaged one."""
    if data.startswith(_OLE):
        raise CorpusError("is protected by a password or an old .doc file: save it as .docx without a password")
    _refuse_bomb(data)
    text = clean("\n\n".join(part for part in _parts(data) if part.strip()))
    if not text:
        raise CorpusError("is empty")
    return Extracted(text=text)


def _refuse_bomb(data: bytes) -> None:
    """An archive that unpacks to far more than any document does is not unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise CorpusError("is not a Word document: its name or its content is wrong") from error
    if "[Content_Types].xml" not in names:
        raise CorpusError("is not a Word document: its name or its content is wrong")
    if unpacked > _UNPACKED * max(len(data), 1_000_000):
        raise CorpusError("unpacks to far more than a document holds: it is not read")


def _parts(data: bytes) -> list[str]:
    """The texts of body, footnotes and endnotes, which docx2python nests: tables of rows of cells of paragraphs."""
    from docx2python import docx2python

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with docx2python(io.BytesIO(prepared(data)), duplicate_merged_cells=False) as content:
                notes = [_notes(part) for part in (content.footnotes, content.endnotes)]
                return [*map(_text, content.body), *notes]
    except _FAULTS as error:
        raise CorpusError("is a damaged Word document: open it and save it anew") from error


def _text(table: Any) -> str:
    """One part: running text is a table of one cell."""
    if len(table) == 1 and len(table[0]) == 1:
        return "\n\n".join(_plain(paragraph) for paragraph in table[0][0] if paragraph.strip())
    return "\n".join(table_row([_plain(" ".join(cell)) for cell in row]) for row in table)


def _notes(tables: Any) -> str:
    """Footnotes or endnotes, one a line, each behind its mark."""
    lines = [paragraph for table in tables for row in table for cell in row for paragraph in cell if paragraph.strip()]
    return "\n".join(" ".join(_plain(line).split()) for line in lines)


def _plain(paragraph: str) -> str:
    """The paragraph without the marks that docx2python sets for links, pictures and bullets; footnotes as ``[1]``."""
    bare = _NOTED.sub(r"[\1]", _NOTE.sub(r"[\1] ", _LINK.sub("", paragraph)))
    return _BULLET.sub("- ", _PICTURE.sub("", bare))
