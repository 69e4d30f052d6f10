"""No regular expression of the package takes more than linear time, on whatever text."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BOUNDED = {
    "article/title.py _INITIALS": "sees a line of at most 180 characters",
    "layout/grid.py _TRAIL": "sees at most 400 characters",
    "quantity/spelled.py _LAST_WORD": "sees at most 24 characters",
    "layout/sentences.py _WORD": "sees at most 24 characters",
    "gazetteer.py _JOINS": "sees at most 12 characters",
    "layout/pipes.py _APART": "sees a cell that does not end in white space",
}
"""Patterns that would be slow on long texts, and why they never see one."""
BOUNDED_TURNS = {"period/grammar.py": "prepositions with what stands between see at most 56 characters"}
"""Modules whose patterns would be slow on a text of their own making, and why they never see one."""


def test_the_time_of_every_pattern_grows_no_faster_than_the_text() -> None:
    *slow, last = _told("every_pattern.py")
    assert last["patterns"] > 200
    assert [found for found in slow if found["where"] not in BOUNDED] == []


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer that ends a search")
def test_no_pattern_takes_for_ever_on_what_it_nearly_matches() -> None:
    *slow, last = _told("pumped_pattern.py")
    assert last["patterns"] > 200
    assert [found for found in slow if found["where"].partition(" ")[0] not in BOUNDED_TURNS] == []


def _told(script: str) -> list[dict[str, Any]]:
    """What a script beside this file tells, a line of JSON each."""
    path = Path(__file__).parent / script
    done = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
