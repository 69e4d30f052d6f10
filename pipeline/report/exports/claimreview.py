"""Findings as schema.org ClaimReview in JSON-LD: what is claimed, wherever it appears, and what the arithmetic says.

Of a run these are the findings that an editor accepted; of a check that nobody reviews, the proven ones. A
disagreement between sources reviews no claim as wrong, so it needs an editor's word, and so does what needs reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.cards import culprit
from pipeline.report.exports.verdict import Verdict, Verdicts
from pipeline.report.shelf import Shelf, group, shelve
from pipeline.report.texts import web_address
from pipeline.store.run import Run, published_date, published_text


def claim_reviews(run: Run, verdicts: Verdicts | None = None) -> dict[str, Any]:
    """The reviews of the accepted findings whose evidence still stands; without verdicts, of every proven one."""
    shelf = shelve(run)
    if verdicts is None:
        reviews = [_review(finding, shelf) for finding in shelf.findings if group(finding) == "proofs"]
    else:
        accepted = {
            id: verdict for id, verdict in verdicts.items() if verdict.status == "accepted" and not verdict.stale
        }
        reviews = [_review(f, shelf) | _dated(accepted[f.id]) for f in shelf.findings if f.id in accepted]
    return {"@context": "https://schema.org", "@graph": reviews}


def _dated(verdict: Verdict) -> dict[str, str]:
    return {"datePublished": verdict.at[:10]} if verdict.at else {}


def _review(finding: Finding, shelf: Shelf) -> dict[str, Any]:
    suspect = shelf.claims.get(culprit(finding) or "")
    reviewed = [suspect] if suspect else [shelf.claims[c] for c in finding.claims if c in shelf.claims]
    claimed = "; ".join(f"{words.subject(claim)}: {claim.text}" for claim in reviewed)
    return {
        "@type": "ClaimReview",
        "@id": f"urn:crossfoot:finding:{finding.id}",
        "claimReviewed": claimed,
        "author": {"@type": "Organization", "name": "Crossfoot"},
        "reviewBody": words.sentences(finding.headline, finding.explanation),
        "reviewRating": {"@type": "Rating", "alternateName": _rating(finding)},
        "itemReviewed": {"@type": "Claim", "name": claimed, "appearance": _appearances(reviewed, finding, shelf)},
    }


def _rating(finding: Finding) -> str:
    """What the arithmetic says, in neutral words."""
    if finding.scope == "cross-source":
        return "Differs from what another source gives"
    if finding.certainty == "impossible":
        return "Cannot hold together with the other printed figures"
    return "Fits the other printed figures only if all are read as widely as they can be"


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
        "datePublished": published_text(article) if published_date(article) else None,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
    }
    return work | {key: value for key, value in given.items() if value}
