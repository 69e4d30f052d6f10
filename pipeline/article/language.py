"""Whether a text is English: the lexicons read nothing else, and silence must not pass for a clean article."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from pipeline.lexicon import read_toml

_SAMPLE: Final = 20_000
_FEWEST_LETTERS: Final = 10
_FEWEST_WORDS: Final = 40
"""So many words tell a language by one in twelve; fewer only by one in five, and three that differ."""
_WORD: Final = re.compile(r"[^\W\d_]{1,40}")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER: Final = re.compile(r"[^\W\d_]")


def foreign_language(text: str) -> str | None:
    """The language that ``text`` is in, where that is surely not English; None for English and for doubt."""
    sample = text[:_SAMPLE]
    folded = sample.casefold()
    if _plainly_english(folded):
        return None
    words: list[str] = _WORD.findall(folded)
    english = sum(map(_languages()["English"].__contains__, words))
    if english * 20 >= len(words) > 0:
        return None
    counts = Counter(words)
    scores = {label: sum(counts[word] for word in vocabulary) for label, vocabulary in _languages().items()}
    del scores["English"]
    if (letters := len(_LETTER.findall(sample))) >= _FEWEST_LETTERS and len(_LATIN.findall(sample)) * 2 < letters:
        return "a language that is not written in Latin letters"
    best = max(scores, key=lambda label: scores[label])
    if scores[best] <= 3 * english:
        return None
    if len(words) >= _FEWEST_WORDS:
        return best if scores[best] * 12 >= len(words) else None
    return best if scores[best] * 5 >= len(words) and _speak(sample, best) else None


def _speak(text: str, language: str) -> bool:
    """Whether three words of a language stand in small letters: of names ("Los Angeles", "El Salvador") they do not."""
    return len(_languages()[language].intersection(_WORD.findall(text))) >= 3


def _plainly_english(folded: str) -> bool:
    """Whether enough of a text is English, could even every second letter of it be a word of its own."""
    between_blanks = sum(map(_languages()["English"].__contains__, folded.split()))
    return between_blanks * 20 >= (len(folded) + 1) // 2 > 0


@cache
def _languages() -> dict[str, frozenset[str]]:
    return {record["label"]: frozenset(record["words"]) for record in read_toml("languages.toml")["language"]}
