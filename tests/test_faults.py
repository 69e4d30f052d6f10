"""What the system refuses: a full disk, closed streams, a kill. Each ends in one line, whole files and a next run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from whole_path import AGREEING, DIFFERING, ROOT, crossfoot, digests

pytestmark = pytest.mark.model
FULL = Path("/dev/full")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    (made / "a.txt").write_text(AGREEING, encoding="utf-8")
    (made / "b.txt").write_text(DIFFERING, encoding="utf-8")
    return made


def _limited(largest: int) -> str:
    """Python that forbids this process to write a longer file, as a full disk would."""
    return f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest}))\n"


def test_a_disk_that_fills_up_leaves_the_last_run_whole_and_the_next_completes(texts: Path) -> None:
    place = texts.parent
    assert crossfoot("run", "texts", "-o", "out", cwd=place).returncode == 0
    before = digests(place / "out")
    (texts / "c.txt").write_text(DIFFERING.replace("2.4", "2.5"), encoding="utf-8")
    for largest in (500, 9_000, 20_000):  # no room for what is read, for the tables, for the report
        done = crossfoot("run", "texts", "-o", "out", cwd=place, before=_limited(largest))
        said = done.stderr.decode().splitlines()[-1]
        assert done.returncode == 2
        assert "File too large" in said, said
        assert "free the disk" in said
        assert digests(place / "out") == before
        assert not list((place / "out").rglob("*.tmp"))
    assert crossfoot("run", "texts", "-o", "out", cwd=place).returncode == 0
    assert crossfoot("run", "texts", "-o", "other", cwd=place).returncode == 0
    assert digests(place / "out") == digests(place / "other") != before


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [("check", "texts/a.txt"), ("extract", "texts/a.txt", "--format", "csv")])
def test_results_that_cannot_be_written_are_said_in_one_line(texts: Path, words: tuple[str, ...]) -> None:
    code = "import sys; from pipeline.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *words]
    with FULL.open("wb") as full:
        done = subprocess.run(
            command,
            cwd=texts.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "crossfoot: the system says: No space left on device; make room, or give rights, and try again\n"
    )


@pytest.mark.parametrize(
    ("closed", "words", "code"),
    [
        pytest.param("stdout", ("check", "texts/a.txt"), 0, id="results that nobody wants"),
        pytest.param("stderr", ("run", "texts", "-o", "out"), 0, id="progress that nobody wants"),
        pytest.param("stdin", ("check", "-"), 2, id="an article that does not come"),
    ],
)
def test_a_closed_stream_is_an_empty_one(texts: Path, closed: str, words: tuple[str, ...], code: int) -> None:
    done = crossfoot(*words, cwd=texts.parent, before=f"sys.{closed} = None")
    assert done.returncode == code, done.stderr.decode()
    assert "internal error" not in done.stderr.decode()


def test_after_a_kill_every_file_is_whole_and_the_command_completes() -> None:
    script = ROOT / "benchmarks" / "kills.py"
    done = subprocess.run([sys.executable, str(script), "3", "5"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 kills: 1 of runs, 1 of checks, 1 of reviews" in done.stdout
