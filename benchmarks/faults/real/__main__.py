"""python -m benchmarks.faults.real DIRECTORY GOLD [DIRECTORY GOLD ...]: errors planted in articles of others."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.faults.real.bench import Reading, read
from benchmarks.faults.real.gold import gold_records
from benchmarks.faults.real.table import summary, table


def main() -> int:
    """Read the articles that have gold, print the table, write the JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults.real", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="a directory of articles and its gold claims, in pairs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=2, help="slips of each kind in one article")
    parser.add_argument("--json", type=Path, default=Path("outputs/faults-real.json"), help="where the outcomes go")
    asked = parser.parse_args()
    if len(asked.paths) % 2:
        parser.error("give directories and gold files in pairs")
    readings: list[Reading] = []
    for directory, gold in zip(asked.paths[::2], asked.paths[1::2], strict=True):
        readings += _read(directory, gold, seed=asked.seed, most=asked.most)
    result = summary(readings)
    print(table(result))
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _read(directory: Path, gold: Path, *, seed: int, most: int) -> list[Reading]:
    from pipeline.article import Article, read_articles

    records = gold_records(gold)
    readings = []
    for article in read_articles([directory]):
        if isinstance(article, Article) and records.get(article.name):
            readings.append(read(article, records[article.name], seed=seed, most=most))
            print(f"{article.name}: {len(readings[-1].outcomes)} slips", file=sys.stderr)
    return readings


if __name__ == "__main__":
    sys.exit(main())
