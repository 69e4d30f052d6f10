"""What a number without a unit counts: goods that are traded by the piece, such as cars."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NamedTuple

from pipeline.lexicon import read_toml
from pipeline.quantity.proportion import word_before
from pipeline.quantity.vocabulary import Word

_PIECE: Final = "unit"


class Counted(NamedTuple):
    """The unit that a number counts in, and where the figure ends."""

    word: Word
    end: int


def counted(text: str, start: int, end: int) -> Counted | None:
    """What the number at ``[start, end)`` counts; None where the noun behind it is none of the lexicon.

    The noun stays outside the figure, but for pieces ("450 units"), which say nothing of the goods.
    """
    found = _nouns().match(text, end)
    if found is None or word_before(text, start) in _rules()["not_after"]:
        return None
    noun = found["noun"].lower()
    if noun in _rules()["pieces"]:
        unit = _named_near(text, start, found.end()) or _PIECE
        return Counted(_word(unit), found.end())
    return Counted(_word(_things()[noun]), end)


def _word(unit: str) -> Word:
    return Word(role="physical", rule="counted", unit=unit)


def _named_near(text: str, start: int, end: int) -> str | None:
    """The unit of the thing that the text around names: "auto exports slipped to 219,000 units"."""
    reach = _rules()["reach"]
    near = re.findall(r"[a-z-]+", text[max(0, start - reach) : end + reach].lower())
    return next((_things()[word] for word in near if word in _things()), None)


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = read_toml("numerals.toml")["counted"]
    return rules


@cache
def _things() -> dict[str, str]:
    """The nouns for things that are counted, each with the unit that stands for it."""
    return {noun.lower(): unit for unit, nouns in _rules()["of"].items() for noun in nouns}


@cache
def _nouns() -> re.Pattern[str]:
    """A noun in the plural behind a number, with up to two words for its quality before it."""
    qualities = "|".join(map(re.escape, _rules()["qualities"]))
    nouns = [noun for noun in (*_things(), *_rules()["pieces"]) if noun.endswith("s") or noun in _rules()["plurals"]]
    longest = sorted(nouns, key=lambda noun: (-len(noun), noun))
    either = "|".join(map(re.escape, longest))
    return re.compile(rf"\s{{1,2}}(?:(?:{qualities})[\s-]){{0,2}}(?P<noun>{either})\b(?![-'’])", re.IGNORECASE)
