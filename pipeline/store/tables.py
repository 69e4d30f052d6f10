"""The claims as a table: one row a claim, for Parquet and for spreadsheets."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, Final

from pipeline.claim import Claim
from pipeline.store.run import Run

if TYPE_CHECKING:
    import pandas as pd

NUMBERS: Final = ("value", "low", "high", "natural_low", "natural_high")
COLUMNS: Final = (
    *("id", "doc", "start", "end", "text", "reporter", "partner", "flow", "measure", "value", "value_text", "unit"),
    *("low", "high", "natural_low", "natural_high", "hedge", "period", "base_period", "share_of", "commodity"),
    *("source", "modality", "among", "order", "aspect", "status", "conversion_of", "doubt"),
    *("checked", "not_compared", "findings", "evidence"),
)
"""The columns of ``claims.parquet`` and ``claims.csv``; ``value_text`` is the exact decimal behind ``value``."""

_MADE: Final = frozenset({"value_text", "checked", "not_compared", "findings", "evidence"})
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")


def claims_frame(run: Run) -> pd.DataFrame:
    """The claims of a run as a frame with fixed columns and types, also where it is empty."""
    import pandas as pd

    marks = findings_by_claim(run)
    rows = [_row(claim, run) | {"findings": " ".join(marks.get(claim.id, ()))} for claim in run.claims]
    columns = {name: pd.Series([row[name] for row in rows], dtype=_dtype(name)) for name in COLUMNS}
    return pd.DataFrame(columns, columns=list(COLUMNS))


def findings_by_claim(run: Run) -> dict[str, tuple[str, ...]]:
    """The ids of the findings that each claim takes part in."""
    found: dict[str, tuple[str, ...]] = {}
    for finding in run.check.findings:
        for claim in finding.claims:
            found[claim] = (*found.get(claim, ()), finding.id)
    return found


def parquet(frame: pd.DataFrame) -> bytes:
    """The frame as the bytes of a Parquet file."""
    target = io.BytesIO()
    frame.to_parquet(target, engine="pyarrow", index=False, compression="zstd")
    return target.getvalue()


def spreadsheet(frame: pd.DataFrame) -> str:
    """The frame as CSV in which no cell is read as a formula."""
    safe = frame.copy()
    for name in safe.columns:
        if frame[name].dtype == "str":
            safe[name] = safe[name].map(inert, na_action="ignore")
    return str(safe.to_csv(index=False, lineterminator="\n"))


def inert(cell: str) -> str:
    """The cell with an apostrophe before whatever a spreadsheet would take as a formula; numbers stay numbers.

    A carriage return becomes a line feed: CSV is written without quotes around it, and a spreadsheet would end the row
    there, so that what stands behind it would be a cell of its own.
    """
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    if cell.startswith(_ACTIVE) and not _PLAIN_NUMBER.match(cell):
        return "'" + cell
    return cell


def _row(claim: Claim, run: Run) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(claim, name) for name in COLUMNS if name not in _MADE}
    row |= {name: float(row[name]) for name in NUMBERS if row[name] is not None}
    row["value_text"] = None if claim.value is None else format(claim.value, "f")
    row["checked"] = claim.id in run.check.checked
    row["not_compared"] = run.check.not_compared.get(claim.id)
    evidence = {slot: found.to_record() for slot, found in sorted(claim.evidence.items())}
    row["evidence"] = json.dumps(evidence, ensure_ascii=False)
    return row


def _dtype(column: str) -> str:
    if column in NUMBERS:
        return "float64"
    return {"start": "int64", "end": "int64", "checked": "bool"}.get(column, "str")
