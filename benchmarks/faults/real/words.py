"""Words and their opposites."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path


@cache
def _pairs() -> Mapping[str, Sequence[tuple[str, str]]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def opposite(kind: str, word: str) -> Iterator[str]:
    """What a slip makes of a word of a kind; the first pair that has it counts."""
    for one, other in _pairs()[kind]:
        if word in (one, other):
            yield other if word == one else one
            return
