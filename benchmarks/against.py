"""How long one article is checked against a store: the claims are those of ``benchmarks.checking``.

Run ``python -m benchmarks.against 100000 1000000``; prints the stored claims, those that are looked up, and the
processor seconds of looking up and of checking. Writing a store of a million claims takes some minutes.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.checking import corpus
from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.conflict.check import Check
from pipeline.store import Run, read_near, write_run

_NEW = 12
"""Claims of the article that is checked."""


def main(sizes: list[int]) -> None:
    """Prints a line for each size."""
    print(f"{'stored':>9} {'looked up':>9} {'lookup':>7} {'check':>7} {'findings':>8}")
    for size in sizes or [100_000]:
        stored = corpus(size)
        article = [dataclasses.replace(one, doc="new", id=f"n{one.id}") for one in stored[-_NEW:]]
        with tempfile.TemporaryDirectory() as out:
            write_run(Path(out), Run(articles=[], claims=stored[:-_NEW], check=Check()))
            del stored
            _timed(Path(out), article, size)


def _timed(out: Path, article: list[Claim], size: int) -> None:
    check(article)  # what is loaded when it is first used is no matter of the store
    started = time.process_time()
    near = read_near(out, article)
    looked = time.process_time()
    found = check([*near, *article]).findings
    ids = {one.id for one in article}
    about = sum(not ids.isdisjoint(one.claims) for one in found)
    spent = time.process_time() - looked
    print(f"{size:9} {len(near):9} {looked - started:7.2f} {spent:7.2f} {about:8}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
