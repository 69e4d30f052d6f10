"""Progress as a person reads it: the rate and what is left, or nothing where neither is known yet."""

from __future__ import annotations

import pytest

from pipeline.cli.progress import Meter, describe, duration
from pipeline.engine import Progress

LINES = {
    "first-second": ({"done": 5, "total": 10, "claims": 3}, 0.5, "read 5 of 10 files, 3 claims"),
    "rate-and-rest": (
        {"done": 500, "total": 10_500, "claims": 3},
        5.0,
        "read 500 of 10500 files, 3 claims, 100 files/s, 2 min left",
    ),
    "unchanged-files-say-nothing-of-the-rate": (
        {"done": 1000, "total": 1100, "claims": 3, "reused": 900},
        10.0,
        "read 1000 of 1100 files (900 unchanged), 3 new claims, 10 files/s, 10 s left",
    ),
    "all-unchanged": ({"done": 10, "total": 10, "reused": 10}, 9.0, "read 10 of 10 files (10 unchanged), 0 new claims"),
}


@pytest.mark.parametrize(("values", "seconds", "line"), LINES.values(), ids=LINES.keys())
def test_a_line(values: dict[str, int], seconds: float, line: str) -> None:
    assert describe(Progress(stage="read", **values), seconds) == line


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 s"), (89, "89 s"), (90, "2 min"), (5000, "83 min"), (12_000, "3 h 20 min")]
)
def test_a_duration(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_no_terminal_gets_few_lines(capsys: pytest.CaptureFixture[str]) -> None:
    meter = Meter()
    for done in range(1, 1001):
        meter.hear(Progress(stage="read", done=done, total=1000))
    meter.hear(Progress(stage="check"))
    err = capsys.readouterr().err.splitlines()
    assert err[-2].startswith("read 1000 of 1000 files")
    assert err[-1] == "checking what cannot all be true"
    assert len(err) == 3
