"""Goods that only stand for more of their kind: "a deficit in goods such as cars and machines reached $5 billion"."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(r"[CN],?l[dvw]*(?:C[dvw,&-]*)*$")
"""Before an example: what it is one of, "such as", and other examples."""


def are_examples(codes: str, first: int) -> bool:
    """Whether goods that begin at an item are examples of the goods or the trade before them."""
    return _BEFORE.search(codes[:first]) is not None


def say_how_much(codes: str, last: int, figure: int) -> bool:
    """Whether a verb behind examples gives the figure to what they are examples of, and not to them."""
    between = codes[last:figure]
    return "L" in between and "W" not in between
