"""An article as the page shows it: the whole text with every claim's figure marked, and the claims with their slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from pipeline.claim import WORDS, Claim
from pipeline.report import words
from pipeline.report.cards import Slot, slots
from pipeline.report.passage import Mark, Piece, pieces, sentence
from pipeline.report.shelf import Shelf, dated, title

Bounds = tuple[int, int]

LONGEST: Final = 60_000
"""Of a longer text only the part up to here is shown; ``articles.jsonl`` has all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim of an article: its figure, its slots, and the findings that it is in."""

    id: str
    anchor: str
    figure: str
    value: str
    slots: tuple[Slot, ...]
    widest: str
    certainty: str
    findings: tuple[tuple[str, str], ...]
    checked: bool
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article with its claims."""

    number: int
    name: str
    title: str
    outlet: str
    date: str
    url: str
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    cut: bool
    findings: int


def article_text(doc: str, shelf: Shelf, *, whole: bool = True) -> Text:
    """The article of this name, ``whole`` or by the sentences of its claims; where its text is not kept, no text."""
    article = shelf.articles.get(doc)
    claims = shelf.by_doc[doc]
    text = article.text if article is not None else ""
    shown = ((0, min(len(text), LONGEST)),) if whole else _sentences(text, claims)
    marks = [Mark(start=c.start, end=c.end, role=_role(c, shelf), ref=c.id) for c in claims if c.end > c.start]
    return Text(
        number=shelf.numbers[doc],
        name=doc,
        title=title(article, doc),
        outlet=(article.outlet if article is not None else "") or "",
        date=dated(article),
        url=web_address(article.url if article is not None else None),
        pieces=_pieces(text, shown, marks) if text else (),
        rows=tuple(_row(claim, text, shelf) for claim in claims),
        cut=bool(text) and shown != ((0, len(text)),),
        findings=len({f.id for claim in claims for f in shelf.by_claim.get(claim.id, ())}),
    )


def _sentences(text: str, claims: Sequence[Claim]) -> tuple[Bounds, ...]:
    """The bounds of the claims' sentences, in order, each once."""
    found = {sentence(text, claim.start, claim.end)[:2] for claim in claims if claim.end <= len(text)}
    return tuple(sorted(found))


def _pieces(text: str, shown: Sequence[Bounds], marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The shown stretches in pieces, with a blank line between two of them."""
    between = Piece(text="\n…\n")
    stretches = [pieces(text, bounds, marks) for bounds in shown]
    return tuple(piece for n, stretch in enumerate(stretches) for piece in ((between,) if n else ()) + stretch)


def web_address(url: str | None) -> str:
    """The address if a browser may follow it, else nothing: no scheme but http and https."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return (url or "") if parts.scheme in {"http", "https"} and parts.netloc else ""


def _role(claim: Claim, shelf: Shelf) -> str:
    return shelf.certainty(claim) or "figure"


def _row(claim: Claim, text: str, shelf: Shelf) -> Row:
    check = shelf.run.check
    ends = (claim.low, claim.high)
    return Row(
        id=claim.id,
        anchor=shelf.anchor(claim),
        figure=claim.text,
        value=words.figure(claim),
        slots=slots(claim, text),
        widest="" if ends == (None, None) or claim.measure in WORDS else words.interval(*ends, claim.unit),
        certainty=shelf.certainty(claim) or "",
        findings=shelf.headlines(claim),
        checked=claim.id in check.checked,
        why_not=check.not_compared.get(claim.id, words.LONELY),
    )


def article_uri(doc: str) -> str:
    """What exports call an article: the web address that it is called by, or its relative path as a URI."""
    return doc if web_address(doc) else quote(doc)
