"""Sentences with marks, as claims: ``exports rose to <q reporter=JPN>$5 billion</q>``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.article import Article
from pipeline.claim import Claim
from pipeline.extract import extract_claims
from pipeline.extract.reader import read_article

PUBLISHED = date(2025, 3, 15)
_MARK = re.compile(r"<q([^>]*)>(.*?)</q>")
_SLOT = re.compile(r"(\w+)=(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked figure: where it stands in the plain text and what its slots must be."""

    start: int
    end: int
    text: str
    slots: dict[str, str]


def unmarked(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks."""
    plain, marks, last = "", [], 0
    for found in _MARK.finditer(marked):
        plain += marked[last : found.start()]
        slots = dict(_SLOT.findall(found[1]))
        marks.append(Mark(start=len(plain), end=len(plain) + len(found[2]), text=found[2], slots=slots))
        plain += found[2]
        last = found.end()
    return plain + marked[last:], marks


def read_all(text: str) -> tuple[Claim, ...]:
    """All claims of a short text of February 2025, as the whole path extracts them."""
    return tuple(extract_claims(Article(name="x.txt", text=text, published=date(2025, 2, 1))))


def read(text: str, published: date | None = PUBLISHED) -> tuple[Claim, ...]:
    """The claims of a short text; words without a figure (ranks, trends, signs) left out."""
    article = Article(name="short.txt", text=text, published=published)
    return tuple(claim for claim in read_article(article) if claim.measure in {"level", "change", "share"})


def slot(claim: Claim, name: str) -> str:
    """A slot as a mark writes it: blanks as underscores, a number without a fraction that is none."""
    value = getattr(claim, name)
    if name == "value" and value is not None:
        return f"{value.normalize():f}"
    return "-" if value is None else str(value).replace(" ", "_")


def line(claim: Claim) -> str:
    """A claim as the tables write it."""
    parts = [f"{claim.reporter}>{claim.partner}", *(slot(claim, name) for name in ("flow", "measure", "value"))]
    parts += [slot(claim, "unit"), slot(claim, "period")]
    said = [name for name in ("base_period", "commodity", "share_of") if getattr(claim, name) is not None]
    parts += [f"{name}={slot(claim, name)}" for name in said]
    return " ".join(parts if claim.modality == "reported" else [*parts, claim.modality])


def check(marked: str, wanted: list[str]) -> None:
    """Whether a marked text gives just the marked figures, and these claims."""
    text, marks = unmarked(marked)
    claims = read(text)
    assert [(claim.start, claim.text) for claim in claims] == [(mark.start, mark.text) for mark in marks]
    assert [line(claim) for claim in claims] == wanted
