"""The one self-contained page of a run."""

from __future__ import annotations

import html

from pipeline.store import Run


def render_report(run: Run) -> str:
    """The report of a run as one HTML page."""
    findings = "".join(f"<li>{html.escape(finding.explanation)}</li>" for finding in run.check.findings)
    return f"<!doctype html><meta charset=utf-8><title>Crossfoot</title><ul>{findings}</ul>"
