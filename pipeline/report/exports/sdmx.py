"""The claims with the column names and codes of SDMX's cross-domain concepts, as statistical offices exchange them.

``TRADE_FLOW`` is M and X as in Comtrade, with T for both ways and B for the balance; ``OBS_STATUS`` is A for what is
reported, F for forecasts and targets, U for what is denied. ``INDICATOR`` tells levels, changes and shares apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pipeline.claim import Claim
from pipeline.store.run import Run
from pipeline.store.tables import spreadsheet

if TYPE_CHECKING:
    import pandas as pd

FLOWS: Final = {"import": "M", "export": "X", "turnover": "T", "balance": "B"}
_STATUS: Final = {"reported": "A", "projected": "F", "target": "F", "denied": "U"}
_UNITS: Final = {"percent": "PT", "percentage-point": "PP"}
_TYPES: Final = {"OBS_VALUE": "float64", "LOWER_BOUND": "float64", "UPPER_BOUND": "float64", "UNIT_MULT": "int64"}


def sdmx_csv(run: Run) -> str:
    """The claims as CSV; no cell is read as a formula."""
    return spreadsheet(sdmx_frame(run))


def sdmx_frame(run: Run) -> pd.DataFrame:
    """The claims as a frame with SDMX column names."""
    import pandas as pd

    rows = [_row(claim) for claim in run.claims]
    names = list(_row(Claim(id="", doc="", start=0, end=0, text="")))
    return pd.DataFrame({n: pd.Series([row[n] for row in rows], dtype=_TYPES.get(n, "str")) for n in names})


def time_period(notation: str) -> tuple[str, str]:
    """A period as SDMX writes it, with its frequency: ``2024-H1`` is ``2024-S1``, a span is its start and length."""
    if "/" in notation:
        return _span(*notation.split("/", 1)), "_O"
    if "-H" in notation:
        return notation.replace("-H", "-S"), "S"
    if "-Q" in notation:
        return notation, "Q"
    return notation, "M" if "-" in notation else "A"


def _span(first: str, last: str) -> str:
    """``2025-01/2025-05`` is ``2025-01-01/P5M``; years stand for their months."""
    start, end = _month(first, 1), _month(last, 12)
    year, month = divmod(start, 12)
    return f"{year:04d}-{month + 1:02d}-01/P{end - start + 1}M"


def _month(part: str, default: int) -> int:
    """A month counted from the year 0; a year alone begins or ends with the default month."""
    year, _, month = part.partition("-")
    return int(year) * 12 + (int(month) if month.isdigit() else default) - 1


def _row(claim: Claim) -> dict[str, Any]:
    period, frequency = time_period(claim.period) if claim.period else (None, None)
    return {
        "FREQ": frequency,
        "REF_AREA": claim.reporter,
        "COUNTERPART_AREA": claim.partner,
        "TRADE_FLOW": FLOWS.get(claim.flow or ""),
        "COMMODITY": claim.commodity or "_T",
        "INDICATOR": claim.measure.upper(),
        "TIME_PERIOD": period,
        "OBS_VALUE": None if claim.value is None else float(claim.value),
        "LOWER_BOUND": None if claim.low is None else float(claim.low),
        "UPPER_BOUND": None if claim.high is None else float(claim.high),
        "UNIT_MEASURE": _UNITS.get(claim.unit or "", claim.unit),
        "UNIT_MULT": 0,
        "OBS_STATUS": _STATUS.get(claim.modality, "A"),
        "DATA_SOURCE": claim.source,
        "COMMENT_OBS": claim.text,
        "DOCUMENT": claim.doc,
        "CLAIM_ID": claim.id,
    }
