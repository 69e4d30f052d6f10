"""Reading claims: which figure belongs to whom, which way, for when, of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from pipeline.claim import Claim

_BATCH: Final = 64


def extract_claims(article: Any) -> tuple[Claim, ...]:
    """The claims of one article in the order of its text."""
    from pipeline.extract.triage import may_hold_claim

    if not may_hold_claim(article.text, article.published):
        return ()
    from pipeline.extract.reader import read_article

    return read_article(article)


def extract_articles(
    articles: Iterable[Any],
    settings: Any = None,  # noqa: ARG001 - what every stage is given; nothing in it concerns this one yet
) -> Iterator[tuple[Any, tuple[Claim, ...]]]:
    """Each article with its claims, one after the other; words that only these articles use are forgotten again."""
    from pipeline.components.memory import forgetting

    waiting = iter(articles)
    while batch := list(islice(waiting, _BATCH)):
        with forgetting():
            found = [extract_claims(article) for article in batch]
        yield from zip(batch, found, strict=True)
