"""Exchange rates of the user's own file: what one currency could be in another in the years of a period.

Columns ``date, currency, rate`` give so many units of the currency for one of ``base`` (a column, or the euro); the
history of reference rates that the European Central Bank publishes, a column for each currency, is understood as it is.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.errors import CorpusError
from pipeline.table_text import plain_names, refuse_twins, table_text

EXPECTED: Final = "date, currency, rate (and base), or those of the European Central Bank: Date, USD, JPY, …"
_EURO: Final = "EUR"
_NONE: Final = frozenset({"", "N/A", "NA", "-"})
_LARGEST: Final = 64 * 1024 * 1024
_YEARS: Final = range(1900, 2101)
_BOUND: Final = Decimal(10) ** 12
"""No currency is worth more, or less, of another."""


class Range(NamedTuple):
    """The lowest and the highest rate of a year."""

    low: Decimal
    high: Decimal


class _Rate(NamedTuple):
    year: int
    base: str
    currency: str
    rate: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """For each currency and year what one unit of the base was worth in it at least and at most."""

    name: str
    ranges: Mapping[tuple[str, int], Range]

    def between(self, one: str, other: str, years: Iterable[int]) -> Range | None:
        """What one unit of a currency was worth in the other in these years; None where a year is not in the file."""
        ends = [(self.ranges.get((one, year)), self.ranges.get((other, year))) for year in years]
        found = [(mine, theirs) for mine, theirs in ends if mine is not None and theirs is not None]
        if not found or len(found) < len(ends):
            return None
        lows, highs = zip(*((theirs.low / mine.high, theirs.high / mine.low) for mine, theirs in found), strict=True)
        return Range(min(lows), max(highs))


def read_rates(path: Path) -> Rates:
    """The rates in a file; one that holds none is refused in a line that names what is expected."""
    lines = table_text(path, what="table of rates", most=_LARGEST, needed="years").splitlines()
    head = plain_names(next(csv.reader(lines[:1]), []))
    if "date" not in head:
        raise CorpusError(f"{path} has no column date: a table of rates has the columns {EXPECTED}")
    refuse_twins(path, head)
    rows = _long(path, lines, head) if {"currency", "rate"} <= {*head} else _wide(path, lines, head)
    seen: dict[tuple[str, int], list[Decimal]] = defaultdict(list)
    bases = set()
    for row in rows:
        bases.add(row.base)
        seen[row.currency, row.year].append(row.rate)
        seen[row.base, row.year] = [Decimal(1)]
    if not seen:
        raise CorpusError(f"{path} has no rate: a table of rates has the columns {EXPECTED}")
    if len(bases) > 1:
        raise CorpusError(f"{path} has rates for {' and '.join(sorted(bases))}: give all of them for one base")
    return Rates(name=path.name, ranges={key: Range(min(found), max(found)) for key, found in seen.items()})


def _records(path: Path, lines: list[str], head: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the head by their columns in lower case, each with its line."""
    reader = csv.reader(lines)
    next(reader, None)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, dict(zip(head, (cell.strip() for cell in cells), strict=False))
    except csv.Error as error:
        raise CorpusError(f"{path}, line {reader.line_num}: no row of a table ({error})") from error


def _long(path: Path, lines: list[str], head: list[str]) -> Iterator[_Rate]:
    for line, record in _records(path, lines, head):
        base = record.get("base", "").upper() or _EURO
        year, currency = _year(path, line, record), record.get("currency", "").upper()
        for code in (base, currency):
            if not _is_code(code):
                raise CorpusError(f"{path}, line {line}: {code!r} is no currency: give its three letters, such as USD")
        if currency != base:
            yield _Rate(year, base, currency, _rate(path, line, record.get("rate", "")))


def _wide(path: Path, lines: list[str], head: list[str]) -> Iterator[_Rate]:
    currencies = [name for name in head if _is_code(name.upper())]
    for line, record in _records(path, lines, head):
        year = _year(path, line, record)
        for name in currencies:
            if (cell := record.get(name, "")).upper() not in _NONE:
                yield _Rate(year, _EURO, name.upper(), _rate(path, line, cell))


def _is_code(name: str) -> bool:
    return len(name) == 3 and name.isascii() and name.isalpha()


def _year(path: Path, line: int, record: Mapping[str, str]) -> int:
    printed = record.get("date", "")
    year = printed[:4]
    if not (year.isascii() and year.isdigit() and int(year) in _YEARS and printed[4:5] in {"", "-"}):
        raise CorpusError(f"{path}, line {line}: date {printed!r} is not known: give 2024, 2024-05 or 2024-05-31")
    return int(year)


def _rate(path: Path, line: int, printed: str) -> Decimal:
    try:
        rate = Decimal(printed)
    except InvalidOperation:
        rate = Decimal("NaN")
    if not rate.is_finite() or not 1 / _BOUND < rate < _BOUND:
        raise CorpusError(f"{path}, line {line}: rate {printed!r} is not known: give a number above 0 such as 1.0813")
    return rate
