"""What a reader of HTML, PDF or DOCX gives: the text, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.article.record import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a document, clean, with what its own head says of title, day, outlet and address."""

    text: str
    title: str | None = None
    published: Published | None = None
    outlet: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
