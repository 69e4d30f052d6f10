"""How fast the pages of the review answer on a large run: ``python benchmarks/review_pages.py [CLAIMS [FINDINGS]]``.

Every page is asked for twenty times over HTTP, alone on the machine; printed are the median and the slowest.
"""

from __future__ import annotations

import dataclasses
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from large_run import large_run  # noqa: E402 - the path is made above

from pipeline.store import StoredCheck, write_run  # noqa: E402

TIMES = 20


def main(claims: int = 100_000, findings: int = 5_000) -> None:
    with tempfile.TemporaryDirectory() as directory:
        out = Path(directory)
        run = large_run(claims * 3 // 5)
        check = StoredCheck(findings=run.check.findings[:findings], checked=run.check.checked)
        print(f"{len(run.claims):,} claims, {len(check.findings):,} findings, {len(run.articles):,} articles")
        write_run(out, dataclasses.replace(run, check=check))
        middle, doc = check.findings[len(check.findings) // 2].id, run.articles[7].name
        begun = time.perf_counter()
        command = [sys.executable, "-m", "pipeline", "review", str(out), "--port", "0"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address = process.stdout.readline().strip()
            print(f"ready after {time.perf_counter() - begun:.1f} s")
            pages = (
                "findings",
                f"findings/{middle}",
                "findings?country=Kazakhstan&q=letter",
                "findings.json?status=all",
            )
            for page in (*pages, "articles", f"article?doc={quote(doc)}", "decisions", "left", "corrections", "drop"):
                measure(address, page)
        finally:
            process.terminate()
            process.wait()


def measure(address: str, page: str) -> None:
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        with urllib.request.urlopen(address + page) as answer:
            size = len(answer.read())
        taken.append(1000 * (time.perf_counter() - begun))
    print(f"{statistics.median(taken):7.1f} ms  slowest {max(taken):7.1f} ms  {size // 1000:4d} kB  /{page}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
