"""What Markdown writes beside the words of a text: addresses, signs for bold and slanted, words that are struck out."""

from __future__ import annotations

import re
from typing import Final

_TARGET: Final = r"\((?:[^()\s]|\([^()\s]{0,200}\)){1,500}(?:\s{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\)"
_LINK: Final = re.compile(rf"!?\[(?=[^\[\]]{{1,300}}\]{_TARGET})|\]{_TARGET}")
_STRUCK: Final = re.compile(r"(?<!~)~~(?=[^\s~])[^~\n]{1,500}~~(?!~)")
_EMPHASIS: Final = re.compile(r"\*{1,3}|`{1,3}|(?<![^\W_])_{1,3}(?=\w)|(?<=[^\W_])_{1,3}(?!\w)")


def without_markdown(text: str) -> str:
    """The text with blanks in place of its marks, and of words that are struck out, so that every offset stays."""
    if "](" in text:
        text = _LINK.sub(_blanks, text)
    if "~~" in text:
        text = _STRUCK.sub(_blanks, text)
    return _EMPHASIS.sub(_blanks, text) if "*" in text or "_" in text or "`" in text else text


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])
