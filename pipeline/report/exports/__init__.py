"""The run for other tools: SARIF, ClaimReview, Web Annotation, and tables with SDMX column names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pipeline.report.exports.claimreview import claim_reviews
from pipeline.report.exports.sarif import sarif
from pipeline.report.exports.sdmx import sdmx_csv, sdmx_frame
from pipeline.report.exports.webannotation import web_annotations
from pipeline.store.run import Run

EXPORTS: Final[Mapping[str, Callable[[Run], str]]] = {
    "annotations": lambda run: _json(web_annotations(run)),
    "claimreview": lambda run: _json(claim_reviews(run)),
    "sarif": lambda run: _json(sarif(run)),
    "sdmx": sdmx_csv,
}
"""The text of each export by its name."""

__all__ = ["EXPORTS", "claim_reviews", "sarif", "sdmx_csv", "sdmx_frame", "web_annotations"]


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
