"""Lists of goods and figures with dashes between and semicolons behind: "copper – $43 billion; wine of grapes – …"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.row.items import Sentence
from pipeline.extract.row.words import is_goods_word

_ENTRY: Final = re.compile(r'(?:^|[;:"])[dv&]*([Cw][Cw,o&vdiA()L-]{0,24}?)-[dv]*([Q%])(?=[;."]|w{0,2}[;."]|$)')
"""Goods in whatever words, a dash, and the amount or share up to the end of the entry."""
_DASHES: Final = frozenset({"–", "—", "-", "--"})
_LEAST: Final = 2


def dashed_entry(sentence: Sentence, figure: int) -> tuple[int, int] | None:
    """The items of the goods of a figure's own entry, where the sentence has several entries of that form."""
    if ";" not in sentence.codes:
        return None
    entries = {found.start(2): found.span(1) for found in _entries(sentence)}
    some_goods = any("C" in sentence.codes[first:last] for first, last in entries.values())
    own = entries.get(figure)
    if own is None or len(entries) < _LEAST or not some_goods:
        return None
    named = "C" in sentence.codes[slice(*own)] or is_goods_word(sentence.items[own[1] - 1].text)
    return own if named else None


def _entries(sentence: Sentence) -> list[re.Match[str]]:
    return [found for found in _ENTRY.finditer(sentence.codes) if _is_apart(sentence, found.end(1))]


def _is_apart(sentence: Sentence, at: int) -> bool:
    """Whether a dash stands between spaces, or is a long one: "ferro-alloys" has none."""
    item = sentence.items[at]
    around = sentence.text[item.start - sentence.start - 1 : item.end - sentence.start + 1]
    return item.text in _DASHES and (around[:1].isspace() or item.text != "-")
