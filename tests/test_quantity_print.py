"""What is kept of a figure's print: its digits and scale, what a neighbour lends, both intervals, and any doubt."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.quantity import CurrencyContext, Quantity, find_quantities, find_unread

TABLE = Path(__file__).parent / "tables" / "prints.csv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def plain(number: Decimal | None) -> str:
    return "open" if number is None else f"{number.normalize():f}"


def shown(one: Quantity) -> dict[str, str]:
    lent = {"unit": one.inherited_unit, "scale": one.inherited_scale}
    return {
        "figure": one.text,
        "digits": one.digits,
        "scale": plain(one.scale),
        "natural": f"{plain(one.natural_low)}..{plain(one.natural_high)}",
        "widest": f"{plain(one.low)}..{plain(one.high)}",
        "lent": " ".join(name for name, holds in lent.items() if holds),
        "doubt": one.doubt or "",
    }


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["form"])
def test_the_print_of_the_first_figure(row: dict[str, str]) -> None:
    first = find_quantities(row["form"])[0]
    assert {"form": row["form"], **shown(first)} == row


@pytest.mark.parametrize(
    ("text", "in_view", "unit", "candidates"),
    [
        ("18 billion francs", ("CHE",), "CHF", {"CHF", "FRF"}),
        ("18 billion pounds", ("LBN",), "LBP", {"GBP", "EGP", "LBP"}),
        ("18 billion pesos", ("MEX",), "MXN", {"MXN", "ARS", "PHP"}),
        ("18 billion dollars", ("AUS",), "USD", {"USD", "AUD", "CAD"}),
        ("$18 billion", ("AUS",), "USD", {"USD", "AUD", "CAD"}),
        ("A$18 billion", ("CAN",), "AUD", set()),
        ("18 billion baht", ("CHN",), "THB", set()),
        ("18 billion kr", ("NOR",), "NOK", {"NOK", "SEK", "DKK"}),
    ],
)
def test_a_shared_name_keeps_all_that_it_may_stand_for(
    text: str, in_view: tuple[str, ...], unit: str, candidates: set[str]
) -> None:
    (found,) = find_quantities(text, context=CurrencyContext(economies=in_view))
    assert found.unit == unit
    assert candidates <= set(found.currencies)
    assert bool(found.currencies) == bool(candidates)


UNREAD = {
    "$1O billion": [],
    "1o.6 billion dollars": [],
    "$l2.5 billion, then $l3.5 billion": ["$l2.5 billion", "$l3.5 billion"],
    "$10.6.2, then $l3.5 billion, then to $ billion": ["$10.6.2", "$l3.5 billion", "$ billion"],
    "fell to $ billion in May": ["$ billion"],
    "in $ billion": [],
    "5 US$ billion": [],
    "paid 5 $ billion": [],
    "fell to $ much": [],
    "fell to $ m": [],
    "it had l5 tonnes": ["l5 tonnes"],
    "it had l5 of them": [],
    "it had l5m": [],
    "it had l5 x": [],
    "seat l5 in May": [],
    f"${'5' * 24} million": [],
    f"${'5' * 25} million": ["$" + "5" * 25 + " million"],
    f"{'5' * 25} of them": [],
    f"{'5' * 25} tonnes": ["5" * 25 + " tonnes"],
    "10.6.2 of them": [],
    "10.6.2 million": ["10.6.2 million"],
    "10.6.2m": [],
    "$5,0000, and": ["$5,0000"],
    "R5,0000 it was": [],
    "$5e9": ["$5e9"],
    "$5_000 tonnes": ["$5_000"],
    "$5\u0308 million": ["$5\u0308 million"],
    "5\u0308 million of it": ["5\u0308 million"],
    "5\u0308 of it": [],
    "a\u0308.5 percent": [],
}


@pytest.mark.parametrize("text", UNREAD)
def test_what_seems_an_amount_and_has_no_value_is_told_in_order(text: str) -> None:
    assert [text[one.start : one.end] for one in find_unread(text)] == UNREAD[text]
