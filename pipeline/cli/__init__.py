"""The command line: the only part of Crossfoot that prints, and that turns errors into one line and an exit code."""

from pipeline.cli.program import main

__all__ = ["main"]
