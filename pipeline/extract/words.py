"""The small word lists of extraction, read once from the lexicons."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon import read_toml


@cache
def modifiers() -> frozenset[str]:
    """Words before a trade noun that do not name goods."""
    return frozenset(read_toml("modifiers.toml")["modifiers"])
