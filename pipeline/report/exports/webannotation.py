"""Claims and findings as W3C Web Annotations, each tied to its words by quote and by position."""

from __future__ import annotations

from typing import Any, Final

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.exports.verdict import Verdicts
from pipeline.report.shelf import Shelf, shelve
from pipeline.report.texts import article_uri, web_address
from pipeline.store.run import Run

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32
"""So many characters before and after the figure tell it from an equal one elsewhere."""


def web_annotations(run: Run, verdicts: Verdicts | None = None) -> dict[str, Any]:
    """The collection of a run: one annotation for each claim, one for each finding with all its places."""
    shelf = shelve(run)
    items = [_claim(claim, shelf) for claim in run.claims]
    items += [_finding(finding, shelf, verdicts or {}) for finding in shelf.findings]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": "urn:crossfoot:annotations",
        "type": "AnnotationCollection",
        "label": "Trade claims and the conflicts between them",
        "total": len(items),
        "first": {"id": "urn:crossfoot:annotations:1", **page},
    }


def _claim(claim: Claim, shelf: Shelf) -> dict[str, Any]:
    return {
        "id": f"urn:crossfoot:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": _body(words.subject(claim), "describing"),
        "target": _target(claim, shelf),
    }


def _finding(finding: Finding, shelf: Shelf, verdicts: Verdicts) -> dict[str, Any]:
    """A finding with all its places, tagged with what an editor decided about it."""
    said = " ".join(part for part in (finding.headline, finding.explanation) if part)
    verdict = verdicts.get(finding.id)
    tags = [_body(verdict.status, "tagging")] if verdict else []
    return {
        "id": f"urn:crossfoot:finding:{finding.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [_body(said, "assessing"), *tags],
        "target": [_target(shelf.claims[c], shelf) for c in finding.claims if c in shelf.claims],
    }


def _body(said: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": said, "format": "text/plain", "language": "en", "purpose": purpose}


def _target(claim: Claim, shelf: Shelf) -> dict[str, Any]:
    """The figure's place: its source, and its words by quote and by position."""
    article = shelf.articles.get(claim.doc)
    text = article.text if article is not None else ""
    address = web_address(article.url if article is not None else None)
    exact = {"type": "TextQuoteSelector", "exact": claim.text}
    if text[claim.start : claim.end] == claim.text:
        exact["prefix"] = text[max(0, claim.start - AROUND) : claim.start]
        exact["suffix"] = text[claim.end : claim.end + AROUND]
    position = {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
    return {"source": address or article_uri(claim.doc), "selector": [exact, position]}
