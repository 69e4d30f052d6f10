"""Memory stays flat: what is remembered of the words of articles is bounded; without a bound are only lexicons."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.article import Article
from pipeline.extract import extract_articles

pytestmark = pytest.mark.model
CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LARGEST = 1 << 14
"""Entries of the largest cache: a word of two hundred bytes each is three megabytes."""


def caches() -> dict[str, Any]:
    """Every cache of a module or class of the program, by its place."""
    found: dict[str, Any] = {}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("pipeline."):
            owners = [module, *(value for value in vars(module).values() if isinstance(value, type))]
            for owner in owners:
                for key, value in vars(owner).items():
                    if hasattr(value, "cache_parameters") and value.__module__.startswith("pipeline."):
                        found[f"{value.__module__}.{key}"] = value
    return found


def articles(seed: int) -> Iterator[Article]:
    """The articles of the corpus, each with words in it that no other has."""
    draw = random.Random(seed)
    for path in sorted(CORPUS.glob("*.txt"))[:8]:
        words = path.read_text(encoding="utf-8").split(" ")
        for _ in range(40):
            made = "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(4))
            words.insert(draw.randrange(len(words)), made)
        yield Article(name=path.name, text=" ".join(words))


def test_no_cache_without_a_bound_grows_with_the_articles() -> None:
    list(extract_articles(articles(0)))
    unbounded = {name: cache for name, cache in caches().items() if cache.cache_parameters()["maxsize"] is None}
    assert len(unbounded) > 30  # the lexicons and what is made of them
    before = {name: cache.cache_info().currsize for name, cache in unbounded.items()}
    read = sum(len(list(extract_articles(articles(seed)))) for seed in range(1, 4))
    grown = {name: cache.cache_info().currsize - before[name] for name, cache in unbounded.items()}
    # a list of the lexicon may be read late; an entry for each article is a leak
    assert {name: more for name, more in grown.items() if more >= read} == {}


def test_every_bound_is_one_that_is_soon_reached() -> None:
    asked = {name: _asked(cache) for name, cache in caches().items()}
    list(extract_articles(articles(0)))
    of_reading = {name: cache for name, cache in caches().items() if _asked(cache) > asked.get(name, 0)}
    sizes = {name: cache.cache_parameters()["maxsize"] or 0 for name, cache in of_reading.items()}
    assert sum(map(bool, sizes.values())) > 10
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def _asked(cache: Any) -> int:
    info = cache.cache_info()
    return int(info.hits + info.misses)
