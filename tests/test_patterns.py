"""No regular expression of the package takes more than linear time, on whatever text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BOUNDED = {
    "article/title.py _INITIALS": "sees a line of at most 180 characters",
    "layout/grid.py _TRAIL": "sees at most 400 characters",
    "layout/sentences.py _WORD": "sees at most 24 characters",
    "gazetteer.py _JOINS": "sees at most 12 characters",
    "layout/pipes.py _APART": "sees a cell that does not end in white space",
}
"""Patterns that would be slow on long texts, and why they never see one."""


def test_the_time_of_every_pattern_grows_no_faster_than_the_text() -> None:
    script = Path(__file__).parent / "every_pattern.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    *slow, last = (json.loads(line) for line in done.stdout.splitlines())
    assert last["patterns"] > 200
    assert [found for found in slow if found["where"] not in BOUNDED] == []
