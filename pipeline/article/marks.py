"""Raised marks where no type is small: a figure with a raised 1 behind it reads as "2.4[1]" there, not as "2.41"."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = re.compile(r"[(\[]?([0-9]{1,3}(?:,[ ]?[0-9]{1,3}){0,5}|[a-df-np-z]|[ivx]{1,4})[)\]]?")
_POWERS: Final = {"2": "²", "3": "³"}
_MEASURE: Final = re.compile(r"(?<![^\W\d_])(?:[kcmd]?m|ft|feet|miles?|yd)[ ]?$", re.I)
_TEN: Final = re.compile(r"(?:^|[^\d.,])10$")


def set_apart(mark: str, before: str) -> str | None:
    """A raised mark behind a text as plain text shows it; None where it stays as it is.

    The power of a measure stays one (m³); letters of an ordinal ("5th") are no mark.

    >>> set_apart("1", "rose to $2.4 billion"), set_apart("3", "3 billion m"), set_apart("th", "on the 5")
    ('[1]', '³', None)
    """
    found = _MARK.fullmatch(mark.strip())
    end = before[-12:]
    if found is None or not end:
        return None
    if found[1] in _POWERS and _MEASURE.search(end):
        return _POWERS[found[1]]
    if _TEN.search(end) and found[1].isdigit():
        return f"^{found[1]}"
    return None if end[-1].isspace() else f"[{found[1]}]"
