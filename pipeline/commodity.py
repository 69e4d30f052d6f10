"""A commodity: what goods a trade figure covers, as printed, and when two printed names mean the same goods.

The lexicon is ``models/commodities.csv``; HS chapters are those of the World Customs Organization's nomenclature.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteer import Gazetteer, split_words
from pipeline.lexicon import read_csv


@dataclass(frozen=True, slots=True, kw_only=True)
class CommodityMention:
    """Goods or services named in a text; ``text`` is what is printed at ``[start, end)``.

    ``kind`` is ``goods``, ``services`` or ``all`` (a word such as "merchandise" that limits nothing).
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    rule: str = "commodity"


def find_commodities(text: str) -> tuple[CommodityMention, ...]:
    """Every commodity that a text names, in its order, the longest name at each place."""
    words = split_words(text)
    found = []
    for match in _gazetteer().find(words):
        name, kind = match.value
        start, end = words.spans[match.first][0], words.spans[match.last - 1][1]
        found.append(CommodityMention(start=start, end=end, text=text[start:end], name=name, kind=kind))
    return tuple(found)


def same_commodity(first: str | None, second: str | None) -> bool:
    """Whether two printed commodities are the same goods: equal names, or names of one row of the lexicon."""
    return _canonical(first) == _canonical(second)


def covers(whole: str | None, part: str | None) -> bool:
    """Whether the goods of ``part`` surely lie within those of ``whole``: all trade covers everything, equals each other."""
    return _canonical(whole) is None or same_commodity(whole, part)


def is_all_trade(name: str | None) -> bool:
    """Whether a printed commodity limits nothing ("goods", "merchandise")."""
    return _canonical(name) is None


@cache
def _canonical(name: str | None) -> str | None:
    """The lexicon's name for a printed commodity; None for all trade; an unknown one as printed in lower case."""
    if name is None:
        return None
    key = " ".join(name.casefold().split())
    row = _rows().get(key)
    if row is None:
        return key.removesuffix("s")
    return None if row[1] == "all" else row[0]


@cache
def _rows() -> dict[str, tuple[str, str]]:
    """Each printed name with its row's first name and kind."""
    rows: dict[str, tuple[str, str]] = {}
    for row in read_csv("commodities.csv"):
        names = row["name"].split("|")
        for name in names:
            rows.setdefault(name.casefold(), (names[0], row["kind"]))
    return rows


@cache
def _gazetteer() -> Gazetteer[tuple[str, str]]:
    known: Gazetteer[tuple[str, str]] = Gazetteer()
    for name, value in _rows().items():
        known.add(name, value)
    return known
