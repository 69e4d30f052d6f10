"""What the tests of reading share: a sentence, and articles read from files."""

from __future__ import annotations

from pathlib import Path

from pipeline.article import Article, Skipped, read_articles
from pipeline.config import Limits

SENTENCE = "Exports of the landlocked republic to its neighbour rose to $2.4 billion in 2023, the ministry said."
LONG = " ".join([SENTENCE] * 6)


def read_one(path: Path | str) -> Article:
    (found,) = read_articles([path])
    assert isinstance(found, Article), found
    return found


def refused(path: Path | str, **limits: Limits) -> str:
    (found,) = read_articles([path], **limits)
    assert isinstance(found, Skipped), found
    return found.reason


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
