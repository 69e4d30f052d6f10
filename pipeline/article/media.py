"""What a server says that it serves: the format and the charset, as its head gives them; often it is wrong."""

from __future__ import annotations

from email.message import Message
from typing import Final

from pipeline.article.address import Address, Served
from pipeline.article.record import Format
from pipeline.errors import CorpusError

_FORMATS: Final[dict[str, Format]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/x-markdown": "md",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_SAYS_NOTHING: Final = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/download", "application/force-download"}
    | {"application/x-download", "application/xml", "text/xml", "application/zip"}
)
_FEEDS: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


def served_as(address: Address, content_type: str) -> Served:
    """The format and charset of a ``Content-Type``; ``CorpusError`` where that is surely no article."""
    head = Message()
    head["Content-Type"] = " ".join(content_type.encode("ascii", "replace").decode().split())
    kind = head.get_content_type() if "/" in content_type else ""
    if kind in _FEEDS:
        raise CorpusError("is a feed of articles: give the address of one of them")
    if kind not in _FORMATS and kind not in _SAYS_NOTHING:
        raise CorpusError(f"is no article but {kind}: give the address of a page, a PDF, Word or text file")
    charset = head.get_content_charset()
    return Served(address=address, format=_FORMATS.get(kind), charset=charset)
