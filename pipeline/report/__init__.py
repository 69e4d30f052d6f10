"""The page that an editor opens: every conflict with its proof, every article with its claims, and what was checked."""

from pipeline.report.page import render_report

__all__ = ["render_report"]
