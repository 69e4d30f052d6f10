"""Words that the end of a line broke, in one piece again; a hyphen of their own stays ("two-thirds")."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pipeline.lexicon import read_toml

BREAK: Final = "\ufffe"
"""Stands where a line ends in a hyphen."""
_BROKEN: Final = re.compile(rf"([^\W_]{{0,40}})([-‐‑]?)[{BREAK}\u00ad][ ]?\n?([^\W_]{{0,40}})")


def joined(text: str) -> str:
    """The text with its broken words in one piece; a break is marked by ``BREAK`` or a soft hyphen."""
    return _BROKEN.sub(lambda found: _word(text, found), text)


def _word(text: str, found: re.Match[str]) -> str:
    first, hyphen, second = found.groups()
    keeps = hyphen or text[found.start() - 1 : found.start()] in {"-", "‐", "‑"} or keeps_hyphen(first, second)
    return f"{first}-{second}" if keeps else f"{first}{second}"


def keeps_hyphen(first: str, second: str) -> bool:
    """Whether a hyphen between the two belongs to the word and not to the line."""
    if not second[:1].islower():
        return True
    firsts, words = _kept()
    return first.casefold() in firsts or f"{first}-{second}".casefold().startswith(words)


@cache
def _kept() -> tuple[frozenset[str], tuple[str, ...]]:
    found = {record["id"]: record["patterns"] for record in read_toml("line_breaks.toml")["break"]}
    return frozenset(found["first"]), tuple(found["words"])
