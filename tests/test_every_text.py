"""Every text at hand is read and checked to its end: no error of the program loses an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.article import Article, Source, find_sources, read_article
from pipeline.conflict import check
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model
ROOT = Path(__file__).resolve().parent.parent
SHARED = {"seeds": 1, "train": 1, "dev": 1, "bulk": 5}
"""Directories of shared articles, and of how many texts one is read."""


@pytest.mark.shared
@pytest.mark.parametrize("name", SHARED)
def test_every_shared_text_is_read_and_checked(name: str) -> None:
    directory = ROOT.parent / "shared" / name
    if not directory.is_dir():
        pytest.skip("the shared articles are not beside the checkout")
    assert [*failing(directory, every=SHARED[name])] == []


def test_every_text_of_the_corpus_is_read_and_checked() -> None:
    assert [*failing(ROOT / "corpus")] == []


def failing(directory: Path, every: int = 1) -> Iterator[str]:
    """The texts that an error of the program stops, or whose claims do not stand where they say, with what it is."""
    sources = [found for found in find_sources([directory]) if isinstance(found, Source)][::every]
    articles = [read for source in sources if isinstance(read := read_article(source), Article)]
    assert len(articles) == len(sources) > 0
    for article in articles:
        try:
            claims = extract_claims(article)
            check(claims)
        except Exception as error:  # what is looked for is any error at all
            yield f"{article.name}: {error!r}"
            continue
        if any(claim.text != article.text[claim.start : claim.end] for claim in claims):
            yield f"{article.name}: a claim is no slice of it"
