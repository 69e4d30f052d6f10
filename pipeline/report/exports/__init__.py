"""The run for other tools: SARIF, ClaimReview, Web Annotation, a graph, and tables with plain and SDMX column names.

Every export takes the verdicts about a run; None stands for a check that nobody reviews.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pipeline.report.exports.claimreview import claim_reviews
from pipeline.report.exports.sarif import sarif
from pipeline.report.exports.sdmx import sdmx_csv, sdmx_frame
from pipeline.report.exports.verdict import Verdict, Verdicts
from pipeline.report.exports.webannotation import web_annotations
from pipeline.store.graph import graphml
from pipeline.store.run import Run
from pipeline.store.tables import claims_frame, parquet, spreadsheet

EXPORTS: Final[Mapping[str, Callable[[Run, Verdicts | None], str]]] = {
    "annotations": lambda run, verdicts: _json(web_annotations(run, verdicts)),
    "claimreview": lambda run, verdicts: _json(claim_reviews(run, verdicts)),
    "csv": lambda run, _: spreadsheet(claims_frame(run)),
    "graphml": lambda run, _: graphml(run),
    "sarif": lambda run, verdicts: _json(sarif(run, verdicts)),
    "sdmx": lambda run, _: sdmx_csv(run),
}
"""The text of each export by its name."""

TABLES: Final[Mapping[str, Callable[[Run], bytes]]] = {
    "parquet": lambda run: parquet(claims_frame(run)),
    "sdmx-parquet": lambda run: parquet(sdmx_frame(run)),
}
"""The exports that are no text."""

__all__ = [
    "EXPORTS",
    "TABLES",
    "Verdict",
    "Verdicts",
    "claim_reviews",
    "sarif",
    "sdmx_csv",
    "sdmx_frame",
    "web_annotations",
]


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
