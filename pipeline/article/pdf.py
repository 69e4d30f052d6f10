"""PDF files that carry text; a scan has none, and says so."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from pipeline.article.apart import pages_apart
from pipeline.article.cleaning import clean
from pipeline.article.extracted import Extracted
from pipeline.errors import CorpusError

_SHORTEST: Final = 40
_PAGE_NUMBER: Final = re.compile(r"(?:page )?[-–— ]{0,3}\d{1,4}[-–— ]{0,3}(?:(?:of|/) ?\d{1,4})?", re.I)
_NUMBER: Final = re.compile(r"(?<![\d.,$€£])\d{1,4}(?![\d.,%])")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_REPEATED_ON: Final = 3


def read_pdf(data: bytes) -> Extracted:
    """The text of all pages; ``CorpusError`` for a broken or locked file, or one of pictures only."""
    if b"%PDF-" not in data[:1024]:
        raise CorpusError("is not a PDF file: its name or its content is wrong")
    text = clean("\n\n".join(_without_furniture(pages_apart(data))))
    if len(text) < _SHORTEST:
        raise CorpusError("is a PDF file without text, probably a scan: run text recognition (OCR) on it first")
    return Extracted(text=text)


def _without_furniture(pages: list[str]) -> list[str]:
    """The pages without page numbers, running heads and feet, which would cut a sentence in two."""
    split = [[line.rstrip() for line in page.split("\n")] for page in pages]
    ends = Counter(_likeness(line) for lines in split for line in {*lines[:1], *lines[-1:]} if line)
    return ["\n".join(_inner(lines, ends)) for lines in split]


def _inner(lines: list[str], ends: Counter[str]) -> list[str]:
    first, last = 0, len(lines)
    while first < last and _is_furniture(lines[first], ends):
        first += 1
    while last > first and _is_furniture(lines[last - 1], ends):
        last -= 1
    return lines[first:last]


def _is_furniture(line: str, ends: Counter[str]) -> bool:
    line = line.strip()
    return not line or ends[_likeness(line)] >= _REPEATED_ON or _PAGE_NUMBER.fullmatch(line) is not None


def _likeness(line: str) -> str:
    """A line as it would be on any page: the number of a page, among words, tells no two lines apart."""
    line = line.strip()
    return _NUMBER.sub("#", line) if len(_WORD.findall(line)) > 1 and len(_NUMBER.findall(line)) < 3 else line
