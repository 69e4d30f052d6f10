"""Texts that print a comma for the decimal point: "20,5%", so that "US$ 1,345 billion" is one billion and a part."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pipeline.lexicon import read_toml

_AMBIGUOUS: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")
"""Digits that are thousands in one text and a decimal fraction in another."""


def prints_commas(text: str) -> bool:
    """Whether a text has decimal commas before its scales and percent signs, and no decimal point."""
    commas, points, _ = _patterns()
    return commas.search(text) is not None and points.search(text) is None


def with_points(part: str) -> str:
    """A part of such a text, as long as before, with points where the comma before a large scale is a decimal one."""
    return _patterns()[2].sub(lambda found: found[0].replace(",", "."), part)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A fraction behind a comma, one behind a point, and digits that a scale shows to be no thousands."""
    words = read_toml("numerals.toml")["decimal_comma"]
    marks, scales = ("|".join(words[name]) for name in ("marks", "scales"))
    behind = rf"(?=[ \u00a0]?(?:{marks}))"
    return (
        re.compile(rf"(?<![\d.,])\d{{1,3}},\d{{1,2}}{behind}", re.IGNORECASE),
        re.compile(rf"(?<![\d.,])\d{{1,3}}\.\d{{1,2}}{behind}", re.IGNORECASE),
        re.compile(rf"{_AMBIGUOUS.pattern}(?=[ \u00a0]?(?:{scales})\b)", re.IGNORECASE),
    )
