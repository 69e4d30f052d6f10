"""Floors under how well the extraction reads: they may only rise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.article import Article, read_articles
from pipeline.evaluate import Score, evaluate, read_records
from pipeline.extract import extract_claims

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
BESIDE = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not beside the checkout")
FORMATS = {".txt", ".md", ".html"}
FOLDERS = {
    "kinds": (HERE / "gold" / "kinds", HERE / "gold" / "kinds.jsonl"),
    "corpus": (HERE.parent / "corpus", HERE / "gold" / "corpus.jsonl"),
    "seeds": (SHARED / "seeds", SHARED / "gold" / "seeds.jsonl"),
    "train": (SHARED / "train", SHARED / "gold" / "train.jsonl"),
    "dev": (SHARED / "dev", SHARED / "gold" / "dev.jsonl"),
}


def articles(part: str) -> list[Article]:
    paths = sorted(path for path in FOLDERS[part][0].iterdir() if path.suffix in FORMATS and path.stem != "README")
    return [article for article in read_articles(paths) if isinstance(article, Article)]


@cache
def said(part: str) -> tuple[dict[str, object], ...]:
    return tuple(claim.to_record() for article in articles(part) for claim in extract_claims(article))


@cache
def score(part: str) -> Score:
    return evaluate(read_records(str(FOLDERS[part][1])), said(part))


@pytest.mark.model
@pytest.mark.parametrize(("part", "level", "floor"), [("kinds", "strict", 0.85), ("corpus", "strict", 0.86)])
def test_our_own_texts(part: str, level: str, floor: float) -> None:
    assert score(part).levels[level].f1 >= floor


@BESIDE
@pytest.mark.shared
@pytest.mark.model
@pytest.mark.parametrize(
    ("part", "level", "floor"),
    [
        ("seeds", "strict", 0.98),
        ("seeds", "full", 0.98),
        ("train", "strict", 0.92),
        ("dev", "strict", 0.91),
        ("dev", "full", 0.899),
    ],
)
def test_real_articles(part: str, level: str, floor: float) -> None:
    assert score(part).levels[level].f1 >= floor


@BESIDE
@pytest.mark.shared
@pytest.mark.model
@pytest.mark.parametrize("part", ["train", "dev"])
def test_an_article_about_something_else_gives_no_claim(part: str) -> None:
    assert [record["text"] for record in said(part) if "_neg-" in str(record["doc"])] == []
