"""What a program that uses Crossfoot calls: articles in, claims and contradictions out, nothing written or printed.

from pipeline import check
for finding in check("article.html").findings:
    print(finding.explanation)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.article import Article, Skipped
    from pipeline.claim import Claim
    from pipeline.config import Settings
    from pipeline.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a check of some articles read and found; ``checked`` are the ids of the claims that met another."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    checked: frozenset[str]


def check(*paths: str | PathLike[str], settings: Settings | None = None) -> Reading:
    """Read the articles of files, directories and web addresses and check them together.

    What cannot be read is in ``skipped``. An address is fetched, once; nothing else uses the network.
    """
    from pipeline.article import Article, Skipped, read_articles
    from pipeline.config import Settings

    chosen = settings or Settings()
    read = list(read_articles((str(path) for path in paths), limits=chosen.limits))
    articles = [one for one in read if isinstance(one, Article)]
    return _reading(articles, chosen, skipped=[one for one in read if isinstance(one, Skipped)])


def check_text(text: str, *, name: str = "-", settings: Settings | None = None) -> Reading:
    """Check one article that is already a string; every offset of every claim counts its code points."""
    from pipeline.article import Article
    from pipeline.config import Settings

    return _reading([Article(name=name, text=text)], settings or Settings(), skipped=[])


def _reading(articles: Sequence[Article], settings: Settings, *, skipped: Sequence[Skipped]) -> Reading:
    from pipeline.article import Skipped
    from pipeline.engine import check as check_claims
    from pipeline.engine import extract

    outcomes = list(extract(articles, settings))
    claims = tuple(claim for _, found in outcomes for claim in found)
    checked = check_claims(claims, settings)
    return Reading(
        articles=tuple(read for read, _ in outcomes if not isinstance(read, Skipped)),
        skipped=(*skipped, *(read for read, _ in outcomes if isinstance(read, Skipped))),
        claims=claims,
        findings=checked.findings,
        checked=checked.checked,
    )
