"""The small words of table heads: "Rank", "Partner", "Share of total", "y/y", "of which"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.errors import LexiconError
from pipeline.lexicon import read_toml

_TOKEN: Final = re.compile(r"[^\W_]+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headword:
    """The characters ``[start, end)`` of a head and the id of the record of ``models/tables.toml`` they belong to."""

    start: int
    end: int
    id: str


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """All phrases by their first token, longer ones first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for record in read_toml("tables.toml")["head"]:
        for phrase in record["words"]:
            tokens = tuple(_TOKEN.findall(phrase.lower()))
            if not tokens:
                raise LexiconError(f"models/tables.toml: {record['id']!r} has a phrase without a word")
            table.setdefault(tokens[0], []).append((tokens, record["id"]))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return table


def find_headwords(text: str) -> tuple[Headword, ...]:
    """The words of a head that the lexicon knows, in order, the longest phrase at each place."""
    tokens = [(match.start(), match.end(), match[0].lower()) for match in _TOKEN.finditer(text)]
    found: list[Headword] = []
    index = 0
    while index < len(tokens):
        hit = _hit(tokens, index)
        if hit is None:
            index += 1
            continue
        length, name = hit
        found.append(Headword(start=tokens[index][0], end=tokens[index + length - 1][1], id=name))
        index += length
    return tuple(found)


def _hit(tokens: list[tuple[int, int, str]], index: int) -> tuple[int, str] | None:
    for phrase, name in _phrases().get(tokens[index][2], ()):
        words = tuple(token[2] for token in tokens[index : index + len(phrase)])
        if words == phrase:
            return len(phrase), name
    return None
