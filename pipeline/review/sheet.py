"""A run laid on the desk: its findings in order with what they are filtered by, and their evidence for decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report.facets import choices, finding_facets
from pipeline.report.shelf import Shelf, dated, shelve, title
from pipeline.store.evidence import about_finding
from pipeline.store.run import Run


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A run with the lookups of the review; made once for each run, used by every page."""

    run: Run
    shelf: Shelf
    texts: Mapping[str, str]
    findings: Mapping[str, Finding]
    """By id, gravest first."""
    rank: Mapping[str, int]
    _abouts: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, run: Run) -> Sheet:
        """The lookups of a run."""
        shelf = shelve(run)
        findings = {finding.id: finding for finding in shelf.findings}
        return cls(
            run=run,
            shelf=shelf,
            texts={article.name: article.text for article in run.articles},
            findings=findings,
            rank={finding: at for at, finding in enumerate(findings)},
        )

    @cached_property
    def facets(self) -> Mapping[str, Mapping[str, Any]]:
        """What each finding is filtered by."""
        return {finding.id: finding_facets(finding, self.shelf) for finding in self.findings.values()}

    @cached_property
    def choices(self) -> Sequence[tuple[str, str, list[tuple[str, str]]]]:
        """The filters with the values that occur."""
        return list(choices(self.facets.values()))

    @cached_property
    def prints(self) -> Mapping[tuple[str, tuple[tuple[str, str], ...]], str]:
        """Findings by their kind, articles and printed figures: how a decision finds one whose id has changed."""
        found: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}
        for finding in self.findings.values():
            found.setdefault((finding.kind, self.printed(finding)), finding.id)
        return found

    def printed(self, finding: Finding) -> tuple[tuple[str, str], ...]:
        """The articles and printed figures of a finding."""
        claims = [self.shelf.claims[claim] for claim in finding.claims if claim in self.shelf.claims]
        return tuple(sorted((claim.doc, claim.text) for claim in claims))

    def about(self, finding: Finding) -> Mapping[str, Any]:
        """The evidence of a finding as a decision keeps it."""
        if finding.id not in self._abouts:
            self._abouts[finding.id] = about_finding(finding, self.shelf.claims, self.texts)
        return self._abouts[finding.id]

    def claims_of(self, finding: Finding) -> list[Claim]:
        """The claims of a finding that the run still holds."""
        return [self.shelf.claims[claim] for claim in finding.claims if claim in self.shelf.claims]

    @cached_property
    def articles(self) -> Sequence[Mapping[str, Any]]:
        """The articles as they are listed, those with the most findings first; ``q`` is what is searched."""
        shelf = self.shelf
        return [_listed(doc, claims, shelf) for doc, claims in shelf.by_doc.items()]

    @cached_property
    def by_pair(self) -> Mapping[frozenset[str | None], Sequence[Claim]]:
        """The claims by the two sides of the trade that they are about."""
        found: dict[frozenset[str | None], list[Claim]] = {}
        for claim in self.run.claims:
            found.setdefault(pair_of(claim), []).append(claim)
        return found


def pair_of(claim: Claim) -> frozenset[str | None]:
    """The two sides of a claim, whichever of them reports."""
    return frozenset({claim.reporter, claim.partner})


def _listed(doc: str, claims: Sequence[Claim], shelf: Shelf) -> Mapping[str, Any]:
    article = shelf.articles.get(doc)
    outlet, name = (article.outlet if article else "") or "", title(article, doc)
    found = {finding.id for claim in claims for finding in shelf.by_claim.get(claim.id, ())}
    row: dict[str, Any] = {"doc": doc, "title": name, "outlet": outlet, "date": dated(article)}
    return row | {"claims": len(claims), "findings": len(found), "q": f"{doc} {name} {outlet}".lower()}
