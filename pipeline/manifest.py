"""What a run was made from: versions, model, configuration, lexicons, inputs; no clock, so that it can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.article import Article, Skipped
from pipeline.config import Settings
from pipeline.environment import language_model, versions
from pipeline.lexicon import lexicon_hashes


def build_manifest(
    articles: Sequence[Article], skipped: Sequence[Skipped], *, settings: Settings, counts: Mapping[str, int]
) -> dict[str, Any]:
    """The manifest as a JSON object; inputs in the order of the run."""
    return {
        "versions": versions(),
        "model": asdict(language_model(settings.language_model)),
        "config": settings.to_record(),
        "lexicons": lexicon_hashes(),
        "counts": {**counts, "skipped": sum(item.fatal for item in skipped)},
        "inputs": {article.name: _input(article) for article in articles},
        "skipped": [{"name": item.name, "reason": item.reason} for item in skipped if item.fatal],
        "remarks": [{"name": item.name, "reason": item.reason} for item in skipped if not item.fatal],
    }


def _input(article: Article) -> dict[str, Any]:
    return {
        "sha256": article.sha256,
        "format": article.format,
        "encoding": article.encoding,
        "published": article.published_text,
        "published_from": article.published_from,
    }
