"""One pass over a text for everything that begins like a figure, and the reading of what stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Final

from pipeline.lexicon import read_toml
from pipeline.quantity import amount, proportion, rank
from pipeline.quantity.beside import lead_of
from pipeline.quantity.draft import Draft
from pipeline.quantity.figure import Unread
from pipeline.quantity.spelled import number_words, read_pointed, read_spelled, zero_words

_DIGITS: Final = frozenset("0123456789")
_ORDINAL: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)\b")
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
Reader = Callable[[str, int, int, int], Draft | None]
"""From a text, where a word of it begins and ends, and where the figure before it ended, to a figure."""


def _spelled(text: str, start: int, _end: int, floor: int) -> Draft | None:
    numeral = read_spelled(text, start)
    return numeral and amount.read_amount(text, start, numeral, lead_of(text, start, floor))


def _pointed(text: str, start: int, end: int, _floor: int) -> Draft | None:
    """Decimals with no number before the point: they need a unit or a scale."""
    numeral = read_pointed(text, start, end)
    found = numeral and amount.read_amount(text, start, numeral)
    return found if found is not None and (found.kind != "bare" or found.scaled) else None


def _scale_word(text: str, start: int, _end: int, _floor: int) -> Draft | None:
    """A scale without a number: "a billion dollars" is one."""
    return amount.read_article_amount(text, start)


def _multiple(factor: Decimal, text: str, start: int, end: int, _floor: int) -> Draft | None:
    return proportion.read_multiple_word(text, (start, end), factor)


def _fold(factor: Decimal, _text: str, start: int, end: int, _floor: int) -> Draft | None:
    return proportion.read_fold((start, end), factor)


def _ordinal(place: int, text: str, start: int, end: int, _floor: int) -> Draft | None:
    found = rank.read_ordinal(text, (start, end), place)
    return found or proportion.read_ordinal_share(text, (start, end), place)


def _half(text: str, start: int, end: int, _floor: int) -> Draft | None:
    return proportion.read_half(text, start, end)


def _quarter(text: str, start: int, end: int, _floor: int) -> Draft | None:
    return proportion.read_quarter(text, start, end)


def _factor(text: str, start: int, _end: int, _floor: int) -> Draft | None:
    return proportion.read_factor(text, start)


def _number(text: str, start: int, _end: int, _floor: int) -> Draft | None:
    return rank.read_numbered(text, start)


@cache
def _readers() -> dict[str, Reader]:
    """What reads a figure that begins with the word."""
    table: dict[str, Reader] = dict.fromkeys((*zero_words(), "point"), _pointed) | dict.fromkeys(
        number_words(), _spelled
    )
    table |= {f"{word}fold": partial(_fold, Decimal(value)) for word, value in number_words().items() if value > 1}
    table |= {f"{word}fold": partial(_fold, Decimal(10**power)) for word, power in (("hundred", 2), ("thousand", 3))}
    numerals = read_toml("numerals.toml")
    table |= {word: partial(_multiple, Decimal(str(factor))) for word, factor in numerals["multiples"].items()}
    table |= {word: partial(_ordinal, place) for word, place in numerals["ordinals"].items()}
    table |= dict.fromkeys(("hundred", "thousand", "million", "billion", "trillion", "crore", "lakh"), _scale_word)
    table |= {
        "half": _half,
        "quarter": _quarter,
        "factor": _factor,
        "no": _number,
        "number": _number,
    }
    return table


def _alternation(words: list[str]) -> str:
    """A pattern for exactly these words that never reads a character twice: a trie."""
    trie: dict[str, dict[str, object]] = {}
    for word in words:
        node = trie
        for character in word:
            node = node.setdefault(character, {})  # type: ignore[assignment]
        node[""] = {}
    return _branch(trie)


def _branch(node: dict[str, dict[str, object]]) -> str:
    branches = [re.escape(head) + _branch(tail) for head, tail in node.items() if head]  # type: ignore[arg-type]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined


@cache
def _beginnings() -> re.Pattern[str]:
    """Everything that can begin a figure: a run of digits, or a word of ``_readers`` in one of its usual cases."""
    words = [word for word in _readers() if word != "no"]
    cased = [form for word in words for form in (word, word.capitalize(), word.upper())]
    return re.compile(rf"[0-9][0-9.,]*|\b(?:{_alternation(cased)}\b|(?:No|NO)(?=[. ] ?[0-9]))")


def begins_figure(text: str) -> bool:
    """Whether anything in the text can begin a figure: without it there is none."""
    return _beginnings().search(text) is not None


def read_figures(text: str) -> Iterator[Draft | Unread]:
    """The figures of the text in order, each by its own characters alone, and what looks like one but is unreadable."""
    position = 0
    readers = _readers()
    for match in _beginnings().finditer(text):
        start, end = match.span()
        if start < position:
            continue
        found = (
            _digits(text, (start, end), position)
            if text[start] in _DIGITS
            else readers[match[0].lower()](text, start, end, position)
        )
        if found is not None:
            position = found.end
            yield found


def _digits(text: str, span: tuple[int, int], floor: int) -> Draft | Unread | None:
    start, end = span
    if end - start <= 2 and text[end : end + 2] in _ORDINAL_ENDINGS and (ordinal := _ORDINAL.match(text, start)):
        return rank.read_ordinal(text, ordinal.span(), int(ordinal[1]))
    return amount.read_printed(text, span, floor)
