"""Whom an adjective means that a region shares with a bloc: behind the bloc's name the bloc.

"Exports to the European Union fell 21 %, and imports of European goods 20 %" are of one partner. Which adjectives are
shared is data (``models/shared_adjectives.csv``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from pipeline.economy import GROUP_KINDS
from pipeline.extract.row.items import Sentence
from pipeline.lexicon import read_csv

_FRESH: Final = 3
"""Sentences within which a bloc's name is still in mind."""


def with_blocs_meant(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences of a text in order, with each shared adjective for whom it means there."""
    named: dict[str, tuple[str, int]] = {}
    for number, sentence in enumerate(sentences):
        meant: dict[int, str] = {}
        for place, item in enumerate(sentence.items):
            if item.code != "E" or item.ref.kind not in GROUP_KINDS or item.ref.code not in _regions():
                continue
            region = _regions()[item.ref.code]
            last, when = named.get(region, (region, number))
            if item.ref.kind == "group":
                named[region] = (item.ref.code, number)
            elif last != item.ref.code and number - when <= _FRESH:
                meant[place] = last
                named[region] = (last, number)
        yield _renamed(sentence, meant) if meant else sentence


def _renamed(sentence: Sentence, meant: dict[int, str]) -> Sentence:
    items = tuple(
        item._replace(ref=replace(item.ref, code=meant[place])) if place in meant else item
        for place, item in enumerate(sentence.items)
    )
    return replace(sentence, items=items)


@cache
def _regions() -> dict[str, str]:
    """For each bloc and each region that share an adjective: the region."""
    rows = read_csv("shared_adjectives.csv")
    return {slug: row["region"] for row in rows for slug in (row["region"], row["bloc"])}
