"""How a figure is counted: "$5 billion cif", "on a balance-of-payments basis", "under the general trade system"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Final

from pipeline.claim import BY_ONE_SIDE, COUNTED
from pipeline.extract.row.items import FIGURES, Sentence
from pipeline.extract.row.words import says
from pipeline.lexicon import read_toml

_BESIDE: Final = 3
"""Characters between a figure and a phrase that is of it alone: "$5 billion (cif)"."""


def counting_of(sentence: Sentence, figure: int) -> str | None:
    """The way in which a sentence says that an amount is counted, of several the nearest; None where it says none.

    What stands right behind another figure is of that one, and a valuation is of the next figure: "imports cif".
    """
    told = _told(sentence.text)
    if not told:
        return BY_ONE_SIDE if _tells_of_itself(sentence, figure) else None
    figures = [_place(sentence, at) for at, code in enumerate(sentence.codes) if code in FIGURES]
    own = _place(sentence, figure)
    free = [found for found in told if not any(_is_beside(found, one) for one in figures if one != own)]
    free = [found for found in free if not _way(found).get("valuation") or not _parted(found.span(), own, figures)]
    if not free:
        return None
    return COUNTED + str(_way(min(free, key=lambda found: _distance(found.span(), own)))["id"])


@lru_cache(maxsize=64)  # each amount of a sentence asks
def _told(text: str) -> tuple[re.Match[str], ...]:
    """The phrases of a sentence; hardly any has one."""
    words = " ".join(text.lower().split())
    return tuple(_words().finditer(text)) if any(map(words.__contains__, _ways())) else ()


def _tells_of_itself(sentence: Sentence, figure: int) -> bool:
    """ "Peru counts $5 billion of exports": one of the two sides says what it counts itself."""
    at = sentence.codes.find("E")
    return 0 <= at < figure - 1 and says(sentence.items[at + 1], "counts_itself")


def _place(sentence: Sentence, at: int) -> tuple[int, int]:
    """Where an item stands in the text of its sentence."""
    return sentence.items[at].start - sentence.start, sentence.items[at].end - sentence.start


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """The characters between two places, whichever is first."""
    return max(other[0] - one[1], one[0] - other[1], 0)


def _is_beside(found: re.Match[str], figure: tuple[int, int]) -> bool:
    """Whether a phrase stands right behind a figure."""
    return 0 <= found.start() - figure[1] <= _BESIDE


def _parted(phrase: tuple[int, int], own: tuple[int, int], figures: list[tuple[int, int]]) -> bool:
    """Whether another figure stands between a phrase and a figure."""
    first, last = min(phrase, own), max(phrase, own)
    return any(first[1] <= start and end <= last[0] for start, end in figures)


def _way(found: re.Match[str]) -> dict[str, Any]:
    """The way of counting that a phrase means."""
    return _ways()[" ".join(found.group().lower().split())]


@cache
def _ways() -> dict[str, dict[str, Any]]:
    """The way of each phrase."""
    return {words: way for way in read_toml("countings.toml")["way"] for words in way["words"]}


@cache
def _words() -> re.Pattern[str]:
    """Any of the phrases, the longest first, as words of their own."""
    phrases = sorted(_ways(), key=lambda words: (-len(words), words))
    told = "|".join(r"\s+".join(map(re.escape, words.split())) for words in phrases)
    return re.compile(rf"(?<![\w-])(?:{told})(?![\w-])", re.IGNORECASE)
