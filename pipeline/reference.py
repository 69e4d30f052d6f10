"""A table of trade figures as one more source: the user's CSV file, or an extract from UN Comtrade.

Each row becomes a claim of the table's source; nothing ships with the project. Columns: reporter, partner, flow,
period, value, unit, source (and commodity where a row is not all trade).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, Final

from pipeline.claim import Claim, claim_id
from pipeline.economy import named
from pipeline.errors import CorpusError, ParseError
from pipeline.lexicon import read_csv, read_toml
from pipeline.period import Period
from pipeline.table_text import plain_names, refuse_twins, table_text

EXPECTED: Final = "reporter, partner, flow, period, value, unit, source"
_NEEDED: Final = ("reporter", "partner", "flow", "period", "value")
_SCALES: Final = {"thousand": 3, "million": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}
_DELIMITERS: Final = (",", ";", "\t")
_DIGITS: Final = 17
"""No trade figure in any currency or unit has more places."""
_LARGEST: Final = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference table: its text as read, and its rows as claims whose offsets point into that text.

    ``passed`` counts rows that are compared with nothing: re-exports, areas that nobody names, and of an extract from
    Comtrade the parts of rows that stand beside them.
    """

    name: str
    text: str
    claims: tuple[Claim, ...]
    passed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of the table: its cells by our names, its line and where the line stands in the text."""

    cells: Mapping[str, str]
    line: int
    start: int
    text: str


def read_references(paths: Iterable[Path]) -> list[Reference]:
    """The tables of several files; two of one name are refused, because claims are told apart by it."""
    files = list(dict.fromkeys(paths))
    if len({path.name for path in files}) < len(files):
        raise CorpusError("two reference tables have the same name: rename one of them")
    return [read_reference(path) for path in files]


def read_reference(path: Path) -> Reference:
    """The table in a file; a table that is not one is refused in a line that names what is expected."""
    text = table_text(path, what="reference table", most=_LARGEST, needed="rows")
    delimiter = _delimiter(text)
    columns, is_comtrade = _columns(path, text, delimiter)
    rows = _rows(path, text, columns, delimiter=delimiter, is_comtrade=is_comtrade)
    read = [None if row is None else _claim(path, row, is_comtrade=is_comtrade) for row in rows]
    claims = tuple(claim for claim in read if claim is not None)
    if not text.partition("\n")[2].strip():
        raise CorpusError(f"{path} has no row below its head: nothing can be compared with it")
    return Reference(name=path.name, text=text, claims=claims, passed=len(read) - len(claims))


def _delimiter(text: str) -> str:
    """What stands between the cells of the head: a comma, or what spreadsheets of other languages write."""
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _columns(path: Path, text: str, delimiter: str) -> tuple[dict[str, list[str]], bool]:
    """Which printed columns hold which of ours, the best first; and whether the table is Comtrade's."""
    if not text.strip():
        raise CorpusError(f"{path} is empty: a reference table has the columns {EXPECTED}")
    head = next(csv.reader(text.splitlines()[:1], delimiter=delimiter), [])
    printed = {name.strip().casefold(): name for name in head}
    refuse_twins(path, plain_names(head))
    found: dict[str, list[str]] = {}
    for column in read_toml("reference.toml")["column"]:
        names = [printed[one.casefold()] for one in column["names"] if one.casefold() in printed]
        if names:
            found[column["id"]] = names
    missing = [name for name in _NEEDED if name not in found]
    if missing:
        raise CorpusError(
            f"{path} has no column {', '.join(missing)}: a reference table has the columns {EXPECTED}, "
            "or those of a UN Comtrade extract (reporterISO, partnerISO, flowCode, period, primaryValue, cmdCode)"
        )
    values, *others = (name.casefold() in printed for name in _comtrade()["known_by"])
    return found, values and any(others)


def _comtrade() -> dict[str, Any]:
    found: dict[str, Any] = read_toml("reference.toml")["comtrade"]
    return found


def _rows(
    path: Path, text: str, columns: Mapping[str, list[str]], *, delimiter: str, is_comtrade: bool
) -> Iterator[_Row | None]:
    """The rows of a table; None for what is a part of another row of an extract from Comtrade."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    reader = csv.DictReader(lines, delimiter=delimiter)
    before = 1
    try:
        for record in reader:
            whole = not is_comtrade or all((record.get(n) or "") in ok for n, ok in _comtrade()["totals"].items())
            cells = {name: _first(record, printed) for name, printed in columns.items()}
            part = text[starts[before] : starts[reader.line_num]]
            yield _Row(cells=cells, line=reader.line_num, start=starts[before], text=part) if whole else None
            before = reader.line_num
    except csv.Error as error:
        raise CorpusError(f"{path}, line {reader.line_num}: no CSV: {error}") from error


def _first(record: Mapping[str, str | None], names: list[str]) -> str:
    """The first of the named cells that is not empty: a code stands in where the name is missing."""
    return next(filter(None, ((record.get(name) or "").strip() for name in names)), "")


def _claim(path: Path, row: _Row, *, is_comtrade: bool) -> Claim | None:
    """The row as a claim; None for what is not compared: re-exports, areas that nobody names."""
    cells = row.cells
    flow = _flows().get(cells["flow"].casefold())
    reporter, partner = _area(cells["reporter"]), _area(cells["partner"])
    unknown = {"flow": flow is None, "reporter": reporter is None, "partner": partner is None}
    if flow == "" or (is_comtrade and any(unknown.values())):
        return None
    for name, wrong in unknown.items():
        if wrong:
            raise CorpusError(_wrong(path, row, name))
    scale, unit = _unit(cells.get("unit") or (_comtrade()["unit"] if is_comtrade else ""))
    if not unit:
        raise CorpusError(_wrong(path, row, "unit"))
    value, half = _value(path, row, scale)
    if value < 0 and flow != "balance":
        raise CorpusError(f"{_at(path, row)}: {flow} {cells['value']!r} is below nothing, which only a balance is")
    if reporter == partner and reporter != "world":
        raise CorpusError(f"{_at(path, row)}: reporter and partner are both {cells['partner']!r}")
    start = row.start + max(row.text.find(cells["value"]), 0)
    low, high = value - half, value + half
    return Claim(
        id=claim_id(path.name, start, start + len(cells["value"]), cells["value"]),
        doc=path.name,
        start=start,
        end=start + len(cells["value"]),
        text=cells["value"],
        reporter=reporter,
        partner=partner,
        flow=flow,
        value=value,
        unit=unit,
        low=low,
        high=high,
        natural_low=low,
        natural_high=high,
        period=_period(path, row),
        commodity=_commodity(cells),
        source=cells.get("source") or (_comtrade()["source"] if is_comtrade else path.stem),
    )


def _commodity(cells: Mapping[str, str]) -> str | None:
    """The goods by their name, else by their code of the Harmonized System; None where the code is of all trade."""
    named = cells.get("commodity") or None
    if "code" not in cells:
        return named
    return None if cells["code"].upper() in ("", _comtrade()["total"]) else named or f"HS {cells['code']}"


def _at(path: Path, row: _Row) -> str:
    return f"{path}, line {row.line}"


def _wrong(path: Path, row: _Row, name: str) -> str:
    wanted = {
        "flow": "export, import, turnover or balance",
        "reporter": "a country's name, an ISO 3166-1 code such as KGZ, an M49 number, a group, or world",
        "unit": "a currency code such as USD, perhaps with million or billion",
        "value": "a plain number below 10^18 such as 22710000000",
        "period": "2024, 2024-03, 2024-Q1 or 2024-01/2024-05",
    }
    given = row.cells.get(name, "")
    return f"{_at(path, row)}: {name} {given!r} is not known: give {wanted.get(name, wanted['reporter'])}"


@cache
def _flows() -> dict[str, str]:
    return {name: flow["id"] for flow in read_toml("reference.toml")["flow"] for name in flow["names"]}


@cache
def _areas() -> dict[str, str]:
    """Economies by ISO code, M49 number and Comtrade's own numbers."""
    known: dict[str, str] = {}
    for row in read_csv("economies.csv"):
        known[row["iso3"]] = row["iso3"]
        if row["m49"]:
            known.setdefault(row["m49"].lstrip("0"), row["iso3"])
    known.update(read_toml("reference.toml")["areas"])
    return known


def _area(printed: str) -> str | None:
    known = _areas()
    if not printed:
        return None
    bare = printed.lstrip("0") or "0"
    if printed.upper() in known:
        return known[printed.upper()]
    if bare in known:
        return known[bare]
    parts = printed.split("+")
    if len(parts) > 1:
        return printed if all(part in known for part in parts) else None
    return named(printed)


def _unit(printed: str) -> tuple[int, str]:
    """The power of ten and the unit of ``million USD``, ``USD mn``, ``USD``."""
    scale, unit = 0, ""
    for word in printed.split():
        if word.lower() in _SCALES:
            scale = _SCALES[word.lower()]
        else:
            unit = word.upper() if len(word) == 3 else word
    return scale, unit


def _value(path: Path, row: _Row, scale: int) -> tuple[Decimal, Decimal]:
    """The value, and half a unit of its last printed place."""
    try:
        printed = Decimal(row.cells["value"].replace(",", ""))
        if not printed.is_finite() or not row.cells["value"].isascii() or abs(printed.adjusted()) + scale > _DIGITS:
            raise InvalidOperation
    except InvalidOperation:
        raise CorpusError(_wrong(path, row, "value")) from None
    exponent = min(int(printed.as_tuple().exponent), 0)
    return printed.scaleb(scale), Decimal(5).scaleb(exponent + scale - 1)


def _period(path: Path, row: _Row) -> str:
    """The period in our notation; Comtrade writes 202403 for a month and 20240101 for a year's first day."""
    given = row.cells["period"].removesuffix(".0")
    if given.isdigit() and len(given) == 8:
        given = given[:4]
    if given.isdigit() and len(given) == 6:
        given = f"{given[:4]}-{given[4:]}"
    try:
        return str(Period.parse(given))
    except (ParseError, ValueError):
        raise CorpusError(_wrong(path, row, "period")) from None
