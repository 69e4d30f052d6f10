"""Reading claims: which figure belongs to whom, which way, for when, of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.claim import Claim


def extract_claims(article: Any) -> tuple[Claim, ...]:
    """The claims of one article in the order of its text."""
    from pipeline.extract.triage import may_hold_claim

    if not may_hold_claim(article.text, article.published):
        return ()
    from pipeline.extract.reader import read_article

    return read_article(article)


def extract_articles(articles: Iterable[Any], settings: Any = None) -> Iterator[tuple[Any, tuple[Claim, ...]]]:
    """Each article with its claims, one after the other."""
    for article in articles:
        yield article, extract_claims(article)
