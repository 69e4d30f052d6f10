"""Whether the shares of a column are of one sum, by the amounts that they stand beside."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pipeline.layout import Cell, Table

_HALF: Final = Decimal("0.5")
_BESIDE: Final = 2
"""Rows of an amount and a share that are enough to tell."""


def is_of_many(table: Table, cell: Cell) -> bool:
    """Whether no one sum gives the shares of the cell's column from the amounts in the column before it.

    Each amount and its share, as rounded, leave a range for the sum; where two of them do not meet, there is none.
    """
    amounts = {one.row: _number(one.text) for one in table.cells if not one.heading and one.column == cell.column - 1}
    shares = {one.row: _number(one.text) for one in table.cells if not one.heading and one.column == cell.column}
    least, most, rows = Decimal(0), Decimal("Infinity"), 0
    for row, share in shares.items():
        amount = amounts.get(row)
        if amount is None or share is None or amount <= 0 or share <= 0:
            continue
        rows += 1
        least = max(least, (amount - _step(amount)) / (share + _step(share)))
        if share > _step(share):
            most = min(most, (amount + _step(amount)) / (share - _step(share)))
    return rows >= _BESIDE and least > most


def _step(number: Decimal) -> Decimal:
    """Half of the last place that is printed."""
    return _HALF.scaleb(int(number.as_tuple().exponent))


def _number(text: str) -> Decimal | None:
    digits = text.strip(" %").replace(",", "")
    return Decimal(digits) if digits.replace(".", "", 1).isdecimal() and digits.isascii() else None
