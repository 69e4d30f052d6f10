"""Marks of Markdown that are no words of the text: the addresses of links, and what makes words bold or slanted."""

from __future__ import annotations

import re
from typing import Final

_LINK: Final = re.compile(r"!?\[(?=[^\[\]]{1,300}\]\([^()\s]{1,500}\))|\]\([^()\s]{1,500}\)")
_EMPHASIS: Final = re.compile(r"\*{1,3}|(?<![^\W_])_{1,3}(?=\w)|(?<=[^\W_])_{1,3}(?!\w)")


def without_markdown(text: str) -> str:
    """The text with blanks in place of its marks, so that every offset stays."""
    if "](" in text:
        text = _LINK.sub(_blanks, text)
    return _EMPHASIS.sub(_blanks, text) if "*" in text or "_" in text else text


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])
