"""The amount grammar: every figure of a text, with its unit and the interval that its print leaves open.

>>> [(q.text, str(q.value), q.unit) for q in find_quantities("Exports rose 5 per cent to nearly $4.3bn.")]
[('5 per cent', '5', 'percent'), ('$4.3bn', '4300000000.0', 'USD')]
"""

from pipeline.quantity.cell import CellUnit, read_cell, read_unit
from pipeline.quantity.currency import currency_of_noun, home_of_noun, is_currency_noun
from pipeline.quantity.figure import CurrencyContext, Quantity, Unread
from pipeline.quantity.find import find_quantities, find_unread, holds_figure
from pipeline.quantity.hedge import chosen_hedges, hedged_as
from pipeline.quantity.scan import begins_figure

__all__ = [
    "CellUnit",
    "CurrencyContext",
    "Quantity",
    "Unread",
    "begins_figure",
    "chosen_hedges",
    "currency_of_noun",
    "find_quantities",
    "find_unread",
    "hedged_as",
    "holds_figure",
    "home_of_noun",
    "is_currency_noun",
    "read_cell",
    "read_unit",
]
