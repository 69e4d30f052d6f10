"""What the page's filters and its search compare with, for each finding, article and pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.pairs import Pair
from pipeline.report.shelf import Shelf

FILTERS: Final = {
    "country": "Country",
    "source": "Source",
    "outlet": "Outlet",
    "year": "Year",
    "kind": "Kind",
    "certainty": "Certainty",
    "scope": "Scope",
}
"""The filters in their order on the page."""


def finding_facets(finding: Finding, shelf: Shelf) -> dict[str, Any]:
    """What a finding is filtered by."""
    claims = [shelf.claims[c] for c in finding.claims if c in shelf.claims]
    return {"id": finding.id, **_facets(claims, [finding], shelf, said=finding.headline or finding.explanation)}


def article_facets(doc: str, shelf: Shelf) -> dict[str, Any]:
    """What an article is filtered by: what its claims and findings are."""
    claims = shelf.by_doc[doc]
    article = shelf.articles.get(doc)
    said = f"{doc} {(article.title or '') if article else ''} {(article.outlet or '') if article else ''}"
    return _facets(claims, _found(claims, shelf), shelf, said=said)


def pair_facets(pair: Pair, shelf: Shelf) -> dict[str, Any]:
    """What a country pair is filtered by."""
    return _facets(pair.claims, _found(pair.claims, shelf), shelf, said=pair.title)


def _found(claims: Iterable[Claim], shelf: Shelf) -> list[Finding]:
    return list({f.id: f for claim in claims for f in shelf.by_claim.get(claim.id, ())}.values())


def _facets(claims: Iterable[Claim], found: Iterable[Finding], shelf: Shelf, *, said: str) -> dict[str, Any]:
    """What the filters of the page compare with: values by filter, and ``q`` for the search."""
    claims, found = list(claims), list(found)
    countries = sorted({words.economy(code) for c in claims for code in (c.reporter, c.partner) if code})
    outlets = {shelf.articles[c.doc].outlet for c in claims if c.doc in shelf.articles}
    values = {
        "country": countries,
        "source": sorted({c.source for c in claims if c.source}),
        "outlet": sorted(outlet for outlet in outlets if outlet),
        "year": sorted({p[:4] for c in claims for p in (c.period, c.base_period) if p and p[:4].isdigit()}),
        "kind": sorted({words.word("kind", f.kind) for f in found}),
        "certainty": sorted({words.word("certainty", f.certainty) for f in found}),
        "scope": sorted({words.word("scope", f.scope) for f in found}),
    }
    searched = " ".join([said[:300], *countries[:12], *values["source"][:4], *values["outlet"][:4]])
    return {name: listed for name, listed in values.items() if listed} | {"q": searched.lower()}


def choices(index: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """The filters of the page with the values that occur."""
    items = list(index)
    for name, label in FILTERS.items():
        values = sorted({value for item in items for value in item.get(name, ())}, reverse=name == "year")
        if values:
            yield name, label, [(value, value) for value in values]
