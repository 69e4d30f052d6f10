"""Kill -9 at random moments: ``python benchmarks/kills.py [KILLS [SEED]]``, 200 if not said otherwise.

Of five kills three hit a run (half of them at any moment of it, half just after it began to write), one a check against
that run, one a review in which somebody decides. After each, every file must be whole: an output is, byte for byte, the
one of before or the one of after; a decision that was confirmed is in the ledger once. Then the command is given again:
it must complete with the bytes that a run nobody disturbed gives, and nothing may be left lying about.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from whole_path import digests as digests_of  # noqa: E402 - the path is made above

_CODE: Final = "import sys; from pipeline.cli import main; sys.exit(main(sys.argv[1:]))"
_TEXTS: Final = 12
_VERSIONS: Final = (("$3.1 billion", "2.9"), ("$2.4 billion", "3.3"))
_TEXT: Final = """Kenya's exports to Uganda were {level} in 20{year}, customs data show.

Kenya's exports to Tanzania came to ${other} billion in 20{year}. Imports from Uganda were $1.2 billion in 20{year}.
"""


@dataclass(slots=True)
class Tally:
    """What was done, and what was wrong after it."""

    kills: Counter[str] = field(default_factory=Counter)
    late: int = 0
    """Kills that came when all was done."""
    mixed: int = 0
    """Runs that were killed between two renames: the manifest tells, and a reader is told to run again."""
    faults: list[str] = field(default_factory=list)


class Place:
    """A corpus that changes back and forth, its outputs, and what they must be for either state."""

    def __init__(self, directory: Path) -> None:
        self.texts, self.out, self.spare = directory / "texts", directory / "out", directory / "tmp"
        self.texts.mkdir()
        self.spare.mkdir()
        self.seconds = 0.0
        self.wanted = [self._undisturbed(directory / f"out{version}", version) for version in (0, 1)]

    def write(self, version: int) -> None:
        """The articles of one state."""
        level, other = _VERSIONS[version]
        for number in range(_TEXTS):
            level_here = level if number % 5 else "$9.9 billion"
            text = _TEXT.format(level=level_here, other=other, year=10 + number % 4)
            (self.texts / f"{number:02}.txt").write_text(text, encoding="utf-8")

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """A command in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-c", _CODE, *words],
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.spare)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def completes(self, *words: str) -> str:
        """Give a command and let it end; the result is what is wrong with that, empty where nothing is."""
        process = self.start(*words)
        _, said = process.communicate(timeout=300)
        wrong = process.returncode not in {0, 1}
        return f"{words[0]} did not complete: {said.decode(errors='replace')[-300:]}" if wrong else ""

    def leftovers(self) -> list[str]:
        """Temporary files that nobody will ever remove."""
        return [path.name for path in (*self.out.rglob("*.tmp"), *self.spare.iterdir())]

    def _undisturbed(self, out: Path, version: int) -> dict[str, str]:
        self.write(version)
        for _ in range(2):  # the first time includes what a computer keeps in memory from then on
            shutil.rmtree(out, ignore_errors=True)
            began = time.monotonic()
            fault = self.completes("run", str(self.texts), "-o", str(out))
            self.seconds = time.monotonic() - began
            if fault:
                raise SystemExit(fault)
        return digests(out)


def digests(out: Path) -> dict[str, str]:
    """The outputs of a run; decisions are not of its making."""
    return {name: digest for name, digest in digests_of(out).items() if not name.startswith("decisions.sqlite")}


def kill_run(place: Place, draw: random.Random, tally: Tally) -> None:
    """A run over articles that have changed."""
    version = draw.randrange(2)
    place.write(version)
    if draw.random() < 0.3:
        shutil.rmtree(place.out, ignore_errors=True)
    words = ("run", str(place.texts), "-o", str(place.out), "--jobs", str(draw.choice((1, 1, 2))))
    process = place.start(*words)
    if draw.random() < 0.5:
        before = _seen(place.out)
        _until(lambda: _seen(place.out) != before or process.poll() is not None, place.seconds * 4)
        time.sleep(draw.uniform(0, 0.3 * place.seconds))
    else:
        time.sleep(draw.uniform(0, 1.2 * place.seconds))
    tally.late += not _kill(process)
    if not _all_ended(process):
        tally.faults.append("run: its processes did not end with it")
    found = digests(place.out) if place.out.is_dir() else {}
    for name, digest in found.items():
        if digest not in {wanted.get(name) for wanted in place.wanted}:
            tally.faults.append(f"run: {name} is torn")
    tally.mixed += bool(found) and found not in place.wanted
    fault = place.completes(*words)
    if fault or digests(place.out) != place.wanted[version]:
        tally.faults.append(fault or "run: another result than that of an undisturbed run")
    tally.faults += [f"run: {name} was left" for name in place.leftovers()]


def kill_check(place: Place, draw: random.Random, tally: Tally) -> None:
    """A check against the run, which must not touch it."""
    _whole(place)
    before = digests(place.out)
    words = ("check", str(place.texts / "00.txt"), "--against", str(place.out))
    process = place.start(*words)
    time.sleep(draw.uniform(0, place.seconds))
    tally.late += not _kill(process)
    if digests(place.out) != before:
        tally.faults.append("check: it changed the run")
    if fault := place.completes(*words):
        tally.faults.append(fault)
    tally.faults += [f"check: {name} was left" for name in place.leftovers()]


def kill_review(place: Place, draw: random.Random, tally: Tally) -> None:
    """A review in which somebody decides without a pause."""
    from test_review_cli import visiting

    from pipeline.store.ledger import DATABASE, open_ledger

    _whole(place)
    known = {one.id for _, one in open_ledger(place.out).read()}
    process = place.start("review", str(place.out), "--port", "0")
    confirmed: set[str] = set()
    assert process.stdout is not None
    address = process.stdout.readline().decode().strip()
    timer = threading.Timer(draw.uniform(0, 1.5), _kill, (process,))
    timer.start()
    with suppress(Exception), visiting(address) as browser:  # the server is gone in the midst of an answer
        browser.open("/findings?status=all")
        for _ in range(10_000):
            fields = next(form.fields for form in _forms(browser.html) if "because" in form.fields)
            act = f"{fields['nonce']}.note.{fields['subject'].rpartition(':')[0]}"
            browser.press("note", note="seen")
            if browser.status == 200:
                confirmed.add(act)
    timer.join()
    process.communicate()
    kept = [one.id for _, one in open_ledger(place.out).read() if one.id not in known]
    lost, more = confirmed - set(kept), len(kept) - len(confirmed)
    if lost or len(set(kept)) != len(kept) or more > 1:
        tally.faults.append(f"review: of {len(confirmed)} confirmed {len(lost)} lost, {more} unconfirmed")
    tally.kills["decisions"] += len(confirmed)
    with closing(sqlite3.connect(place.out / DATABASE)) as database:
        if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            tally.faults.append("review: the database is damaged")


def _forms(html: str) -> list[object]:
    from review_room import Forms

    return list(Forms(html).forms)


def _whole(place: Place) -> None:
    """A finished run, where the last one was of a kill."""
    if not (place.out / "manifest.json").exists():
        place.write(0)
        if fault := place.completes("run", str(place.texts), "-o", str(place.out)):
            raise SystemExit(fault)


def _seen(out: Path) -> frozenset[tuple[str, int]]:
    """What stands in a directory, and since when."""
    if not out.is_dir():
        return frozenset()
    with suppress(OSError):
        return frozenset((str(path), path.stat().st_mtime_ns) for path in out.rglob("*") if path.name[-5:] != ".lock")
    return frozenset()


def _until(done: Callable[[], bool], longest: float) -> None:
    end = time.monotonic() + longest
    while not done() and time.monotonic() < end:
        time.sleep(0.005)


def _kill(process: subprocess.Popen[bytes]) -> bool:
    """Kill the first process of a command, as a want of memory would; whether it still ran."""
    running = process.poll() is None
    if running:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return running


def _all_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether every process of a killed command ends within ten seconds."""

    def gone() -> bool:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return True
        return False

    _until(gone, 10)
    return gone()


def main(kills: int = 200, seed: int = 0) -> Tally:
    """Kill; what is wrong is printed as it is found."""
    draw, tally = random.Random(seed), Tally()
    order: list[Callable[[Place, random.Random, Tally], None]] = [kill_run, kill_check, kill_review, kill_run, kill_run]
    with tempfile.TemporaryDirectory() as directory:
        place = Place(Path(directory))
        for number in range(kills):
            do = order[number % len(order)]
            known = len(tally.faults)
            do(place, draw, tally)
            tally.kills[do.__name__.removeprefix("kill_")] += 1
            for fault in tally.faults[known:]:
                print(f"kill {number + 1}: {fault}", flush=True)
    done = tally.kills
    print(f"{kills} kills: {done['run']} of runs, {done['check']} of checks, {done['review']} of reviews; ", end="")
    print(f"{tally.late} came after the end, {tally.mixed} between two files; ", end="")
    print(f"{done['decisions']} decisions confirmed; {len(tally.faults)} faults")
    return tally


if __name__ == "__main__":
    sys.exit(1 if main(*(int(word) for word in sys.argv[1:3])).faults else 0)
