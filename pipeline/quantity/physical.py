"""Physical units that our own table leaves to quantulum3: what a unit word stands for, asked once per word."""

from __future__ import annotations

import warnings
from decimal import Decimal
from functools import cache


@cache
def ask_unit(form: str) -> str | None:
    """The symbol that quantulum3 gives the unit word, or None where it does not read it as one physical unit.

    It is asked with a number that we know, so that a misreading shows: only one quantity, of exactly that number and
    with a unit that covers the word, is believed. The first call loads its tables (over a second).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it reads its classifier's age as a warning
        from quantulum3 import parser

        found = parser.parse(f"7 {form}")
    if len(found) != 1 or Decimal(str(found[0].value)) != 7 or found[0].span != (0, len(form) + 2):
        return None
    unit = found[0].unit
    if unit.entity.name in ("dimensionless", "currency", "unknown", "time"):
        return None
    return str(unit.entity.name and (unit.symbols or [unit.name])[0])
