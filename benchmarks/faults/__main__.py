"""python -m benchmarks.faults --articles 2000 --seed 1 --mode engine|path|cli."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.faults.bench import Task, run_all
from benchmarks.faults.lost import Lost
from benchmarks.faults.table import summary, table

_MODES = "from gold claims; from the text, in process; by the command, once for each article"


def main() -> int:
    """Run the bench, print the table, write the JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument(
        "--articles", type=int, default=2000, help="articles to make; each is checked clean and with an error"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mode", choices=("engine", "path", "cli"), default="engine", help=_MODES)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--start", type=int, default=0, help="number of the first article")
    parser.add_argument("--json", type=Path, help="where the outcomes are written; default outputs/faults-MODE.json")
    parser.add_argument("--lost", type=Path, help="directory for the articles of which something was lost, with why")
    asked = parser.parse_args()
    tasks = [
        Task(seed=asked.seed, number=number, mode=asked.mode)
        for number in range(asked.start, asked.start + asked.articles)
    ]
    outcomes = []
    for outcome in run_all(tasks, jobs=asked.jobs):
        outcomes.append(outcome)
        if asked.lost and outcome.lost:
            _keep(asked.lost, outcome.lost)
        if sys.stderr.isatty() or len(outcomes) % 200 == 0:
            print(f"{len(outcomes)} of {len(tasks)} articles", file=sys.stderr)
    result = summary(outcomes)
    print(table(result, mode=asked.mode))
    path = asked.json or Path("outputs") / f"faults-{asked.mode}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _keep(place: Path, lost: Lost) -> None:
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{lost.lost}-{lost.verdict.article}").write_text(lost.page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
