"""From bytes to text: byte order mark, declared charset, strict UTF-8, then a detector."""

from __future__ import annotations

import codecs
import re
from typing import Final

from pipeline.errors import CorpusError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.I
)
_DECLARED_WITHIN: Final = 4096
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# The detector tells these apart by a handful of letters; on English text with a few accents it is guessing, and
# Windows-1252 is what English newsrooms wrote before UTF-8 (browsers read ISO 8859-1 as Windows-1252 as well).
_WESTERN: Final = frozenset(
    {"cp1250", "cp1252", "cp1254", "cp1257", "iso8859-1", "iso8859-2", "iso8859-15", "iso8859-9", "ascii"}
)
_DETECT_FROM: Final = 65_536


def decode(data: bytes, *, markup: bool = False, declared: str | None = None) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding; a byte order mark stays in the text.

    ``declared`` is what a server says; it goes before what a page says of itself. Raises ``CorpusError`` for binary
    data and for bytes that no encoding explains.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    if b"\0" in data:
        raise CorpusError("is a binary file, not text: give .txt, .md, .html, .pdf or .docx")
    said = [_known(declared), _declared(data) if markup else None, "utf-8"]
    # Bytes that happen to be UTF-8 are: many servers and pages say ISO 8859-1 because that was once the default.
    order = ["utf-8", *said] if "windows-1252" in said else said
    for candidate in order:
        if candidate is not None and (text := _try(data, candidate)) is not None:
            return text, candidate
    return _detected(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CorpusError(_advice(encoding.upper(), error)) from error


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The charset that a page names in its head."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return None if found is None else _known(found[1].decode("ascii"))


def _known(charset: str | None) -> str | None:
    """A declared charset as the web reads it; None if Python does not know it."""
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32", "utf-7")):
        return "utf-8"  # a declaration that could be read byte by byte cannot be of UTF-16
    return "windows-1252" if name in {"iso8859-1", "ascii", "cp1252"} else name


def _detected(data: bytes) -> tuple[str, str]:
    from resiliparse.parse.encoding import detect_encoding

    guess = _codec(detect_encoding(data[:_DETECT_FROM]))
    for encoding in dict.fromkeys((guess, "windows-1252")):
        text = None if encoding is None else _try(data, encoding)
        if text is not None and encoding is not None and not _looks_binary(text):
            return text, encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(_advice("UTF-8", error)) from error
    raise CorpusError("is a binary file, not text: give .txt, .md, .html, .pdf or .docx")


def _codec(name: str | None) -> str | None:
    try:
        codec = codecs.lookup(name or "").name
    except LookupError:
        return None
    return "windows-1252" if codec in _WESTERN else None if codec == "utf-8" else codec


def _looks_binary(text: str) -> bool:
    """Text has next to no control characters; a wrongly guessed encoding and binary data have many."""
    sample = text[:_DETECT_FROM]
    return len(_CONTROL.findall(sample)) * 200 > len(sample)


def _advice(encoding: str, error: UnicodeDecodeError) -> str:
    byte = error.object[error.start]
    return f"is not valid {encoding} (byte 0x{byte:02x} at {error.start}) nor a known encoding: save it as UTF-8"
