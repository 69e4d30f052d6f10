"""The amount grammar beside quantulum3, on the same printed forms: how many each reads right, and how fast.

A form is read right when one quantity covers the figure with the value and unit of ``tests/tables/amounts.csv``.
quantulum3 does not know hedges and intervals, so these do not count here; ranks, which no such tool claims, are left
out. The table is our own test, so full marks for ourselves say little; what the other tool leaves is what a grammar of
news amounts is for. It is asked twice: on the form as printed, and on a form rewritten in its favour (scales and
currencies spelt out). Run with ``python benchmarks/amounts.py [TEXT…]``; texts are added to the speed measurement.
"""

from __future__ import annotations

import csv
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.lexicon import read_csv  # noqa: E402  # the path is set above, so that the script runs from a checkout
from pipeline.quantity import find_quantities  # noqa: E402

Row = dict[str, str]
Answer = tuple[Decimal, str]
PHYSICAL = {
    "t": ("tonne", "ton", "metric ton", "long ton"),
    "bbl": ("barrel", "oil barrel"),
    "L": ("litre",),
    "kg": ("kilogram",),
}


def rows() -> list[Row]:
    with (ROOT / "tests" / "tables" / "amounts.csv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["kind"] != "rank"]


def ours(text: str) -> list[Answer]:
    return [(found.value or Decimal(0), found.unit or "") for found in find_quantities(text)]


def quantulum(text: str) -> list[Answer]:
    from quantulum3 import parser

    try:
        return [(Decimal(str(found.value)), _unit(found.unit)) for found in parser.parse(text)]
    except Exception:  # what another library raises on a form is a form it does not read
        return []


def _unit(unit: object) -> str:
    name = str(getattr(unit, "name", ""))
    if name == "percentage":
        return "percent"
    for code, names in PHYSICAL.items():
        if name in names:
            return code
    return _currencies().get(name.lower(), name)


@cache
def _currencies() -> dict[str, str]:
    """The currency that a name such as "dollar" or "canadian dollar" stands for."""
    names: dict[str, str] = {}
    for row in read_csv("currencies.csv"):
        for noun in row["nouns"].split("|"):
            names.setdefault(noun, row["code"])
            names |= {f"{qualifier} {noun}".lower(): row["code"] for qualifier in row["qualifiers"].split("|")}
    return names


def rewritten(text: str) -> str:
    """The form in plain words: scales spelt out, codes as signs, no thousands commas."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    for short, long in (
        ("bn", "billion"),
        ("bln", "billion"),
        ("mln", "million"),
        ("tn", "trillion"),
        ("trn", "trillion"),
        ("m", "million"),
    ):
        text = re.sub(rf"(?<=\d)\s?{short}\b", f" {long}", text, flags=re.IGNORECASE)
    text = re.sub(r"US\s?\$|\$US|USD", "$", text)
    text = re.sub(r"EUR\s?|Euro ", "€", text)
    return (
        re.sub(r"\bdlrs?\b|U\.S\. dollars?", "dollars", text).replace("per cent", "percent").replace("pct", "percent")
    )


def right(row: Row, answers: Iterable[Answer]) -> bool:
    found = list(answers)
    if len(found) != 1:
        return False
    value, unit = found[0]
    if row["kind"] == "fraction" and unit == "dimensionless":
        value, unit = value * 100, "percent"  # the same reading in another notation
    wanted = Decimal(row["value"])
    return abs(value - wanted) <= Decimal("0.001") * max(1, abs(wanted)) and (unit == row["unit"] or not row["unit"])


def measure(
    read: Callable[[str], list[Answer]], table: list[Row], prepare: Callable[[str], str] = str
) -> tuple[dict[str, int], float]:
    read(prepare(table[0]["form"]))  # loading is not reading
    score: dict[str, int] = {}
    start = time.perf_counter()
    for row in table:
        score[row["kind"]] = score.get(row["kind"], 0) + right(row, read(prepare(row["form"])))
    return score, (time.perf_counter() - start) / len(table)


def speed(texts: list[str]) -> str:
    find_quantities(texts[0])
    start = time.perf_counter()
    found = sum(len(find_quantities(text)) for text in texts)
    seconds = time.perf_counter() - start
    size = sum(map(len, texts))
    each = seconds / max(found, 1) * 1e6
    return f"{size / 1e6:.2f} MB, {found} figures: {size / seconds / 1e6:.1f} MB/s, {each:.0f} µs a figure"


def main() -> None:
    warnings.simplefilter("ignore")
    table = rows()
    results = {
        "crossfoot": measure(ours, table),
        "quantulum3": measure(quantulum, table),
        "quantulum3, rewritten": measure(quantulum, table, rewritten),
    }
    kinds = sorted({row["kind"] for row in table})
    print(f"{'kind':<18}{'forms':>7}" + "".join(f"{name:>24}" for name in results))
    for kind in kinds:
        forms = sum(row["kind"] == kind for row in table)
        print(f"{kind:<18}{forms:>7}" + "".join(f"{score.get(kind, 0):>24}" for score, _ in results.values()))
    print(f"{'all':<18}{len(table):>7}" + "".join(f"{sum(score.values()):>24}" for score, _ in results.values()))
    print(f"{'µs a form':<25}" + "".join(f"{seconds * 1e6:>24.0f}" for _, seconds in results.values()))
    dense = [" ".join(row["form"] for row in table)]
    print("forms in a row:", speed(dense))
    texts = [Path(name).read_text(encoding="utf-8", errors="replace") for name in sys.argv[1:]]
    if texts:
        print("texts given:   ", speed(texts))


if __name__ == "__main__":
    main()
