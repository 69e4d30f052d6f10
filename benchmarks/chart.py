"""A bar chart on a logarithmic scale as SVG, without any library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

_ROW, _LEFT, _WIDTH = 34, 150, 420


def bars(pairs: Sequence[tuple[str, float]], *, unit: str) -> str:
    """The chart of labelled values."""
    low = 10 ** math.floor(math.log10(min(value for _, value in pairs)))
    decades = math.log10(max(value for _, value in pairs) / low)
    height = _ROW * len(pairs) + 10
    body = [
        _bar(row, label, value, _WIDTH * math.log10(value / low) / decades, unit)
        for row, (label, value) in enumerate(pairs)
    ]
    box = f"0 0 {_LEFT + _WIDTH + 150} {height}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="sans-serif"'
    return (
        f'{head} font-size="13" role="img" aria-label="words per second, logarithmic scale">\n'
        + "".join(body)
        + "</svg>\n"
    )


def _bar(row: int, label: str, value: float, length: float, unit: str) -> str:
    top = 8 + _ROW * row
    colour = "#3b6ea5" if label.startswith("Crossfoot") else "#b8b8b8"
    return (
        f'<text x="{_LEFT - 8}" y="{top + 16}" text-anchor="end">{escape(label)}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{max(2, length):.0f}" height="22" fill="{colour}"/>'
        f'<text x="{_LEFT + length + 6:.0f}" y="{top + 16}">{value:,.0f} {unit}</text>\n'
    )
