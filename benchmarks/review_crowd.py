"""Twenty people decide for a minute: ``python benchmarks/review_crowd.py [SECONDS [PEOPLE [ADDRESS]]]``.

ADDRESS is an SQLAlchemy address, or ``postgresql`` for a server of its own that lives as long as the benchmark; without
it the decisions go into SQLite. At the end the stored decisions are compared
with those that were confirmed to somebody: none may be missing, none may be there twice.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from large_run import large_run  # noqa: E402 - the path is made above
from postgres import started_server  # noqa: E402
from review_room import Forms  # noqa: E402
from test_review_cli import started, visiting  # noqa: E402

from pipeline.store import write_run  # noqa: E402
from pipeline.store.ledger import open_ledger  # noqa: E402


class Tally:
    """What people were told, and how long they waited."""

    def __init__(self) -> None:
        self.confirmed: set[str] = set()
        self.late = 0
        self.waits: list[float] = []


def main(seconds: int = 60, people: int = 20, database: str | None = None) -> None:
    with tempfile.TemporaryDirectory() as directory:
        out = Path(directory)
        write_run(out, large_run(3000))
        before = {one.id for _, one in open_ledger(out, database).read()}
        tally, end = Tally(), time.monotonic() + seconds
        with started(out, *(("--db", database) if database else ())) as address:
            threads = [threading.Thread(target=person, args=(address, number, end, tally)) for number in range(people)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        kept = [one for _, one in open_ledger(out, database).read() if one.id not in before]
    report(tally, [one.id for one in kept], [(one.subject, one.turn) for one in kept])


def person(address: str, number: int, end: float, tally: Tally) -> None:
    """Open, decide, and go on where the review leads; every third person on one common queue."""
    with visiting(address) as browser:
        browser.open("/").press("", name=f"P{number}")
        browser.open("/findings" if number % 3 == 0 else f"/findings?year={2015 + number % 10}")
        while time.monotonic() < end:
            form = next((form for form in Forms(browser.html).forms if "because" in form.fields), None)
            if form is None:
                return
            act = f"{form.fields['nonce']}.accept.{form.fields['subject'].rpartition(':')[0]}"
            begun = time.perf_counter()
            browser.press("accept", because="")
            tally.waits.append(time.perf_counter() - begun)
            if "was quicker" in browser.said:
                tally.late += 1
                browser.open("/findings" if number % 3 == 0 else f"/findings?year={2015 + number % 10}")
            elif "You accepted it" in browser.said:
                tally.confirmed.add(act)
            else:
                print(f"P{number}: {browser.status} {browser.said[:200]}")


def report(tally: Tally, kept: list[str], turns: list[tuple[str, int]]) -> None:
    waits = sorted(tally.waits)
    print(f"{len(kept)} decisions stored, {len(tally.confirmed)} confirmed, {tally.late} told that another was quicker")
    print(f"lost {len(tally.confirmed - set(kept))}, doubled {len(kept) - len(set(kept))}, ", end="")
    print(f"turns doubled {len(turns) - len(set(turns))}, unconfirmed {len(set(kept) - tally.confirmed)}")
    print(f"an answer took {1000 * waits[len(waits) // 2]:.0f} ms at the median, {1000 * waits[-1]:.0f} ms at most")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    if sys.argv[3:4] == ["postgresql"]:
        with started_server() as own:
            main(*numbers, own)
    else:
        main(*numbers, *sys.argv[3:4])
