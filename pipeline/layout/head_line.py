"""A line of heads that one blank sets apart, cut into as many heads as there are columns of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from pipeline.economy import find_economies
from pipeline.layout.cells import Span
from pipeline.layout.cues import has_trade_word
from pipeline.layout.grid import is_number, is_year
from pipeline.lexicon import read_toml

_WORD: Final = re.compile(r"\([^()\n]{0,60}\)|\[[^\[\]\n]{0,60}\]|\S+")
_MOST: Final = 40  # words: a longer line is none of heads
_FEWEST: Final = 2  # words of a head that its unit closes


def split_heads(text: str, line: Span, columns: int, *, ranked: bool = False) -> list[Span]:
    """One head for each column, and one more in front where the line also names the rows; nothing where none fit.

    ``ranked``: the rows are numbered, and the numbers may have a head of their own, which is left out.
    """
    words = [match.span() for match in _WORD.finditer(text, *line)]
    if not words or len(words) > _MOST or any(_is_figure(text, word) for word in words):
        return []
    named = [(one.start + line[0], one.end + line[0]) for one in find_economies(text[slice(*line)])]
    units, parted = (_units(text, words, named, signs=signs) for signs in ("", "%$€£¥₹"))
    for found in (words, units, parted, _by_shape(text, units, columns), _by_flows(text, units, columns)):
        if ranked and len(found) == columns + 2:
            return found[1:]
        if found and len(found) == columns + _has_stub(text, found, columns):
            return found
    return []


def split_folded(text: str, lines: Span, columns: int) -> list[Span]:
    """The heads of columns that were broken into lines, where the unit in brackets closes each: "Exports ($ million)".

    What names the rows may stand before the first.
    """
    words = [match.span() for match in _WORD.finditer(text, *lines)]
    closing = [number for number, (start, _) in enumerate(words, start=1) if text[start] in "(["]
    if len(words) > _MOST or len(closing) != columns or closing[-1] < len(words):
        return []
    if any(_is_figure(text, word) for word in words):
        return []
    stub = int(_names_rows(text[slice(*words[0])]))
    bounds = [stub, *closing]
    if any(end - begin < _FEWEST for begin, end in pairwise(bounds)):
        return []  # a bracket alone explains the head before it
    return [*_stub(words[:stub]), *(_joined(words[begin:end]) for begin, end in pairwise(bounds))]


def _has_stub(text: str, heads: Sequence[Span], columns: int) -> bool:
    """Whether the first head names the rows: it is known to ("Country"), or stands before heads that it is unlike."""
    first = text[slice(*heads[0])]
    if _names_rows(first) or len(heads) <= columns:
        return bool(_names_rows(first))
    return not has_trade_word(first) or all(is_year(text[slice(*head)]) for head in heads[1:])


def _names_rows(head: str) -> bool:
    """Whether a head is one of a column that names its rows: "Country", "Fiscal year", "Product group"."""
    return _stubs().match(head) is not None


@cache
def _stubs() -> re.Pattern[str]:
    words = read_toml("layout.toml")["table"]["stubs"]
    return re.compile(rf"(?:{'|'.join(words)})\b", re.IGNORECASE)


def _is_figure(text: str, word: Span) -> bool:
    piece = text[slice(*word)]
    return is_number(piece) and not is_year(piece)


def _is_key(text: str, span: Span) -> bool:
    """Whether words name a flow."""
    return has_trade_word(text[slice(*span)])


def _units(text: str, words: Sequence[Span], named: Sequence[Span], *, signs: str) -> list[Span]:
    """Words that surely belong together: a name of a country, small letters and brackets to what is before them.

    A word that begins with one of the ``signs`` is a head of its own.
    """
    units: list[Span] = []
    for start, end in words:
        inside = any(low < start < high for low, high in named)
        hangs = text[start].islower() or not (text[start].isalnum() or text[start] in signs)
        if units and (inside or hangs):
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return units


def _by_shape(text: str, units: Sequence[Span], columns: int) -> list[Span]:
    """Heads of as many words each, the years among them in the same place: "Jan-May 2023 Jan-May 2024"."""
    for stub in (0, 1):
        size, rest = divmod(len(units) - stub, columns)
        heads = [units[at : at + size] for at in range(stub, len(units), size)] if size and not rest else []
        shapes = {tuple(is_year(text[slice(*unit)]) for unit in head) for head in heads}
        if len(shapes) == 1 and any(next(iter(shapes))):
            return [*units[:stub], *(_joined(head) for head in heads)]
    return []


def _by_flows(text: str, units: Sequence[Span], columns: int) -> list[Span]:
    """Heads that each hold one name of a flow: all begin with it ("Exports 2022"), or all end with it."""
    keys = [index for index, unit in enumerate(units) if _is_key(text, unit)]
    if len(keys) != columns:
        return []
    if keys[-1] < len(units) - 1:
        first, bounds = keys[0], [*keys, len(units)]
    else:
        before = min((later - key - 1 for key, later in pairwise(keys)), default=keys[0])
        first = max(0, keys[0] - before)
        bounds = [first, *(key + 1 for key in keys)]
    return [*_stub(units[:first]), *(_joined(units[begin:end]) for begin, end in pairwise(bounds))]


def _stub(units: Sequence[Span]) -> list[Span]:
    return [_joined(units)] if units else []


def _joined(units: Sequence[Span]) -> Span:
    return units[0][0], units[-1][1]
