"""Whether a preposition stands before an economy, so that it is an object and no subject of its clause."""

from __future__ import annotations

import re
from typing import Final

_GOVERNORS: Final = frozenset("tfhoibn@gBlpuSV(")
"""Codes behind which an economy is no subject: prepositions, other topics, verbs that take it as their object."""
_LIST_GOVERNORS: Final = frozenset("tfhoibn@gS")
_COMPOUND: Final = re.compile(r"(?:w-){1,2}w$")
"""What qualifies the name behind it: "with the six-nation EAC"."""
_AMONG: Final = re.compile(r"(?:^|[,;])[dv]*l[dvwK]{1,4}$")
"""Before a name that only says among whom: "among the major EU economies"."""


def is_governed(before: str) -> bool:
    """Whether what stands before makes an economy the object of a preposition, alone or as the end of a list."""
    before = _COMPOUND.sub("", before.rstrip("dv")).rstrip("dv")
    if _AMONG.search(before) is not None:
        return True
    if before[-1:] == "&":
        return before[:-1].rstrip("dvE,&")[-1:] in _LIST_GOVERNORS
    return before[-1:] in _GOVERNORS
