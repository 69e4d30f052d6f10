"""Text in lines of a terminal: none wider than it, none that ends within an amount, none that steers it."""

from __future__ import annotations

from textwrap import wrap
from typing import Final

from pipeline.cli.console import visible

_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "})


def on_a_line(text: str) -> str:
    """Text for one line of a terminal."""
    return visible(text.translate(_SPACES).replace("\r\n", " ").replace("\n", " ").replace("\r", " "))


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in lines that fit, none of which ends within an amount; ``indent`` begins all but the first."""
    from pipeline.report.words import bound  # late: amounts and extract need no more than a line

    held = bound(on_a_line(text))
    return [on_a_line(line) for line in wrap(held, columns, subsequent_indent=indent, break_on_hyphens=False)]
