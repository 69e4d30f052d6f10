"""The run laid out for looking up: claims by id, articles by name, findings by claim, and the order to show them in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.store.run import ArticleLike, Run, published_text

_CERTAINTIES: Final = ("impossible", "unlikely", "needs-reading")
_SCOPES: Final = ("article", "source", "cross-source")
_KINDS: Final = (
    *("same-fact", "identity", "sum", "growth", "share"),
    *("rank", "trend", "threshold", "mirror", "system"),
)
"""From what is seen at a glance to what needs the whole chain."""

GROUPS: Final = ("proofs", "disagreements", "reading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A run with its lookups; findings stand gravest first, articles with the most findings first."""

    run: Run
    claims: Mapping[str, Claim]
    articles: Mapping[str, ArticleLike]
    numbers: Mapping[str, int]
    """The number of each article in the report, by its name: what links are made of."""
    findings: tuple[Finding, ...]
    by_claim: Mapping[str, tuple[Finding, ...]]
    by_doc: Mapping[str, tuple[Claim, ...]]

    def anchor(self, claim: Claim) -> str:
        """The id of the claim's figure in the text of its article, as shown on the page."""
        return f"a{self.numbers.get(claim.doc, 0)}-{claim.id}"

    def certainty(self, claim: Claim) -> str | None:
        """The gravest certainty among the findings that the claim is in."""
        return self.by_claim[claim.id][0].certainty if claim.id in self.by_claim else None

    def headlines(self, claim: Claim) -> tuple[tuple[str, str], ...]:
        """The findings that the claim is in: their ids and headlines."""
        return tuple((f.id, f.headline or f.explanation) for f in self.by_claim.get(claim.id, ()))


def shelve(run: Run) -> Shelf:
    """The lookups of a run."""
    claims = {claim.id: claim for claim in run.claims}
    findings = tuple(sorted(run.check.findings, key=severity))
    by_claim: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim_id in finding.claims:
            by_claim.setdefault(claim_id, []).append(finding)
    by_doc: dict[str, list[Claim]] = {article.name: [] for article in run.articles}
    for claim in sorted(run.claims, key=lambda claim: claim.position):
        by_doc.setdefault(claim.doc, []).append(claim)
    weight = {doc: sum(len(by_claim.get(c.id, ())) for c in found) for doc, found in by_doc.items()}
    order = sorted(by_doc, key=lambda doc: (-weight[doc], not by_doc[doc], doc))
    return Shelf(
        run=run,
        claims=claims,
        articles={article.name: article for article in run.articles},
        numbers={doc: number for number, doc in enumerate(order, start=1)},
        findings=findings,
        by_claim={claim_id: tuple(found) for claim_id, found in by_claim.items()},
        by_doc={doc: tuple(by_doc[doc]) for doc in order},
    )


def severity(finding: Finding) -> tuple[int, int, int, int, int]:
    """The order of findings: certain before uncertain, one article before several, plain before involved."""
    return (
        _rank(_CERTAINTIES, finding.certainty),
        _rank(_SCOPES, finding.scope),
        _rank(_KINDS, finding.kind),
        int(finding.repair is None),
        len(finding.claims),
    )


def group(finding: Finding) -> str:
    """The part of the page that a finding belongs to."""
    if finding.certainty == "needs-reading":
        return "reading"
    return "disagreements" if finding.scope == "cross-source" else "proofs"


def title(article: ArticleLike | None, doc: str) -> str:
    """The headline of an article, or its file name where it has none."""
    return (article.title if article is not None else None) or doc


def dated(article: ArticleLike | None) -> str:
    """When the article was published, as a person writes it: "21 January 2025", "November 1996"."""
    text = "" if article is None else published_text(article) or ""
    found = _ISO.fullmatch(text)
    if found is None or not 1 <= int(found["month"]) <= 12:
        return text
    day = f"{int(found['day'])} " if found["day"] else ""
    return f"{day}{_MONTHS[int(found['month']) - 1]} {found['year']}"


_ISO: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _rank(order: tuple[str, ...], code: str) -> int:
    return order.index(code) if code in order else len(order)
