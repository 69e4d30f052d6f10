"""Cards: a line that names a flow and its time, and under it its figures, each at the head of a line of its own."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pipeline.layout.cues import has_trade_word
from pipeline.lexicon import read_toml

_HEAD: Final = 120  # characters: a longer line is no head of a card
_SAID: Final = 60  # characters: what stands in a line of a card is not longer
_STOPS: Final = frozenset(".!?:;")
_DIGITS: Final = r"\d[\d.,]*\s?"
_MONEY: Final = r"[-−–+±]?\s?(?:[A-Z]{2,4}\s?|[A-Z]{0,3}[$€£¥₹]\s?)?"
_RATE: Final = r"[-−–+±]\s?"


def on_card(text: str, head: tuple[int, int], last: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line goes on with the card that the first line heads: ``last`` is the line before it."""
    if not _is_figure(text[slice(*line)]):
        return False
    return _is_figure(text[slice(*last)]) if last != head else _is_head(text[slice(*head)])


def is_card(piece: str) -> bool:
    """Whether lines that go together are a card."""
    lines = piece.splitlines()
    return len(lines) > 1 and _is_head(lines[0].strip()) and all(_is_figure(line.strip()) for line in lines[1:])


def _is_head(line: str) -> bool:
    """Whether a line names a flow, and is no sentence and no figure."""
    named = len(line) <= _HEAD and line[-1] not in _STOPS and line[0].isupper()
    return named and has_trade_word(line) and _said()[1].search(line) is None


def _is_figure(line: str) -> bool:
    """Whether a line is an amount, or a change and what it is measured by: "$5 billion", "+4 % on the year"."""
    return len(line) <= _SAID and line[-1:] not in _STOPS and _said()[0].fullmatch(line) is not None


@cache
def _said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line of a card, and what makes a line none that heads one: a figure with its unit."""
    words = read_toml("layout.toml")["card"]
    scales, percent, against = ("|".join(words[name]) for name in ("scales", "percent", "against"))
    money = rf"{_MONEY}{_DIGITS}(?:{scales})(?:\s[A-Za-z.]+){{0,2}}"
    rate = rf"{_RATE}{_DIGITS}(?:{percent})(?:\s(?:{against})\b.*)?"
    return re.compile(f"{money}|{rate}", re.IGNORECASE), re.compile(rf"{_DIGITS}(?:{scales}|{percent})", re.IGNORECASE)
