"""Same in, same out: nothing of the machine, its clock or its settings changes a byte of what is written."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest
from whole_path import AGREEING, DIFFERING, crossfoot, digests

pytestmark = pytest.mark.model

TEXTS = {"a.txt": AGREEING, "b.txt": DIFFERING, "c.md": f"# Again\n\n{AGREEING}"}
OTHER_PLACES = {
    "another place": {
        "PYTHONHASHSEED": "4321",
        "LC_ALL": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "TZ": "Pacific/Kiritimati",
        "COLUMNS": "40",
        "TERM": "dumb",
    },
    "the plain locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def corpus(directory: Path, names: list[str], when: int) -> Path:
    """The texts as files, made in this order, with this time of change."""
    directory.mkdir()
    for name in names:
        (directory / name).write_text(TEXTS[name], encoding="utf-8")
        os.utime(directory / name, (when, when))
    return directory


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    place = tmp_path_factory.mktemp("first")
    corpus(place / "texts", sorted(TEXTS), when=1_000_000_000)
    done = crossfoot("run", "texts", "-o", "out", cwd=place, env={"PYTHONHASHSEED": "1", "TZ": "UTC"})
    assert done.returncode == 0, done.stderr.decode()
    found = digests(place / "out")
    assert {"claims.csv", "claims.parquet", "findings.jsonl", "graph.graphml", "report.html", "manifest.json"} <= {
        *found
    }
    return found


@pytest.mark.parametrize("env", OTHER_PLACES.values(), ids=OTHER_PLACES.keys())
def test_the_machine_changes_nothing(first: dict[str, str], env: dict[str, str], tmp_path: Path) -> None:
    corpus(tmp_path / "texts", sorted(TEXTS, reverse=True), when=1_700_000_000)
    done = crossfoot("run", "texts", "-o", "out", cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr.decode()
    assert digests(tmp_path / "out") == first


LATER = """
import random, time
time.time, time.time_ns = (lambda: 4e9), (lambda: 4 * 10**18)
random.seed(1234)
"""
CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp"})
KEEPERS = ("review/", "store/ledger")
"""Where people decide: a decision has its time."""


def test_the_clock_changes_nothing(first: dict[str, str], tmp_path: Path) -> None:
    corpus(tmp_path / "texts", sorted(TEXTS), when=1_000_000_000)
    done = crossfoot("run", "texts", "-o", "out", cwd=tmp_path, before=LATER)
    assert done.returncode == 0, done.stderr.decode()
    assert digests(tmp_path / "out") == first


def test_nothing_but_the_desk_asks_for_the_day() -> None:
    package = Path(__file__).resolve().parent.parent / "pipeline"
    asking = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    }
    assert asking
    assert all(name.startswith(KEEPERS) for name in asking)


def test_a_second_run_over_the_same_texts_changes_nothing(first: dict[str, str], tmp_path: Path) -> None:
    corpus(tmp_path / "texts", sorted(TEXTS), when=1_000_000_000)
    for more in ((), (), ("--force",), ("--jobs", "2")):
        assert crossfoot("run", "texts", "-o", "out", *more, cwd=tmp_path).returncode == 0
        assert digests(tmp_path / "out") == first
