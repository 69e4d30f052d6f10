"""The page that an editor opens: every conflict with its proof, every article with its claims, and what was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.store.run import Run

__all__ = ["render_report"]


def render_report(run: Run) -> str:
    """The report of a run as one self-contained HTML page; the templates are loaded only when it is asked for."""
    from pipeline.report.page import render_report as render

    return render(run)
