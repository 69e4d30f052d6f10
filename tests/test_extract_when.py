"""When a figure is for: the time that a text reports, the one that it compares with, and what moves between them.

The texts are in the tables ``when*.toml``; their figures are marked with the time that they
must have, and some with the time that they are compared with.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from reading import read

pytestmark = pytest.mark.model

_MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)(?:\|([^{}]+))?\}")
_TABLES = Path(__file__).with_name("tables")
TEXTS: list[dict[str, Any]] = [
    text
    for name in ("when.toml", "when_lasting.toml", "when_apart.toml", "when_told.toml", "when_compared.toml")
    for text in tomllib.loads(_TABLES.joinpath(name).read_text())["text"]
]


def _wanted(marked: str) -> tuple[str, list[tuple[int, str, str, str | None]]]:
    """The plain text, and where each marked figure stands, what it is, what time and what base it must have."""
    plain, marks, last = "", [], 0
    for found in _MARK.finditer(marked):
        plain += marked[last : found.start()]
        marks.append((len(plain), found[1], found[2], found[3]))
        plain += found[1]
        last = found.end()
    return plain + marked[last:], marks


@pytest.mark.parametrize("record", TEXTS, ids=lambda record: record["label"])
def test_figures_have_the_time_that_the_text_gives_them(record: dict[str, Any]) -> None:
    text, marks = _wanted(record["text"])
    claims = {claim.start: claim for claim in read(text, record.get("published"))}
    said = [
        (start, claims[start].text, claims[start].period or "-", base and claims[start].base_period)
        for start, _, _, base in marks
        if start in claims
    ]
    assert said == marks
