"""Findings as schema.org ClaimReview in JSON-LD: what is claimed, wherever it appears, and what the arithmetic says.

A disagreement between sources reviews no claim as wrong, so it is left out, and so is what still needs reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.shelf import Shelf, group, shelve
from pipeline.report.texts import web_address
from pipeline.store.run import Run, published_text


def claim_reviews(run: Run, findings: Sequence[Finding] | None = None) -> dict[str, Any]:
    """The reviews of the given findings, else of every proven one."""
    shelf = shelve(run)
    chosen = [f for f in shelf.findings if group(f) == "proofs"] if findings is None else findings
    return {"@context": "https://schema.org", "@graph": [_review(finding, shelf) for finding in chosen]}


def _review(finding: Finding, shelf: Shelf) -> dict[str, Any]:
    suspect = shelf.claims.get(finding.suspect or "")
    reviewed = [suspect] if suspect else [shelf.claims[c] for c in finding.claims if c in shelf.claims]
    claimed = "; ".join(f"{words.subject(claim)}: {claim.text}" for claim in reviewed)
    return {
        "@type": "ClaimReview",
        "@id": f"urn:crossfoot:finding:{finding.id}",
        "claimReviewed": claimed,
        "author": {"@type": "Organization", "name": "Crossfoot"},
        "reviewBody": " ".join(part for part in (finding.headline, finding.explanation) if part),
        "reviewRating": {"@type": "Rating", "alternateName": _rating(finding)},
        "itemReviewed": {"@type": "Claim", "name": claimed, "appearance": _appearances(reviewed, finding, shelf)},
    }


def _rating(finding: Finding) -> str:
    """What the arithmetic says, in neutral words."""
    if finding.certainty == "impossible":
        return "Cannot hold together with the other printed figures"
    return "Fits the other printed figures only at the widest reading"


def _appearances(claims: Sequence[Claim], finding: Finding, shelf: Shelf) -> list[dict[str, Any]]:
    """Every article in which the claim, or a witness that says the same, is printed; each once, in a fixed order."""
    witnesses = [shelf.claims[c] for c in finding.witnesses if c in shelf.claims]
    same = [w for w in witnesses if any(_says_the_same(w, claim) for claim in claims)]
    return [_work(doc, shelf) for doc in dict.fromkeys(claim.doc for claim in (*claims, *same))]


def _says_the_same(one: Claim, other: Claim) -> bool:
    return words.subject(one) == words.subject(other) and one.value == other.value


def _work(doc: str, shelf: Shelf) -> dict[str, Any]:
    article = shelf.articles.get(doc)
    work: dict[str, Any] = {"@type": "NewsArticle", "identifier": doc}
    if article is None:
        return work
    given = {
        "headline": article.title,
        "url": web_address(article.url),
        "datePublished": published_text(article),
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
    }
    return work | {key: value for key, value in given.items() if value}
