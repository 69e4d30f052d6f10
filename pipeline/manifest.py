"""What a run was made from: versions, model, configuration, lexicons, inputs; no clock, so that it can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from pipeline.article import Article, Skipped
from pipeline.config import Settings
from pipeline.environment import language_model, versions
from pipeline.lexicon import lexicon_hashes

LISTED: Final = 20_000
"""Up to so many inputs are named in the manifest."""


def build_manifest(
    articles: Iterable[Article], skipped: Sequence[Skipped], *, settings: Settings, counts: Mapping[str, int]
) -> dict[str, Any]:
    """The manifest as a JSON object; inputs in the order of the run."""
    return {
        "versions": versions(),
        "model": asdict(language_model(settings.language_model)),
        "config": settings.to_record(),
        "lexicons": lexicon_hashes(),
        "counts": {**counts, "skipped": sum(item.fatal for item in skipped)},
        "inputs": _inputs(articles, counts.get("articles", 0)),
        "skipped": [{"name": item.name, "reason": item.reason} for item in skipped if item.fatal],
        "remarks": [{"name": item.name, "reason": item.reason} for item in skipped if not item.fatal],
    }


def _inputs(articles: Iterable[Article], count: int) -> dict[str, Any]:
    """Every input by its name; of a great run only how many, for ``articles.jsonl`` names each with its hash."""
    return {article.name: _input(article) for article in articles} if count <= LISTED else {"count": count}


def _input(article: Article) -> dict[str, Any]:
    return {
        "sha256": article.sha256,
        "format": article.format,
        "encoding": article.encoding,
        "published": article.published_text,
        "published_from": article.published_from,
    }
