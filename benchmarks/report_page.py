"""The report of a large run: how long it takes to write, how large it is, and when Chromium can use it.

``python benchmarks/report_page.py [FINDINGS]``; the browser's part needs playwright and Chromium (``make browser``).
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from large_run import large_run  # noqa: E402 - the path is made above

from pipeline.report import render_report  # noqa: E402

TIMES = 7
FILTERED = """async () => {
  const begun = performance.now(), by = document.getElementById("by-certainty");
  by.value = by.options[1].value;
  for (const kind of ["input", "change"]) by.dispatchEvent(new Event(kind, { bubbles: true }));
  while (!document.getElementById("status").textContent) await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}"""


def main(findings: int = 1000) -> None:
    run = large_run(findings)
    begun = time.perf_counter()
    html = render_report(run)
    print(f"{len(run.check.findings):,} findings, {len(html.encode()) / 1e6:.2f} MB, ", end="")
    print(f"written in {time.perf_counter() - begun:.1f} s")
    with tempfile.TemporaryDirectory() as directory:
        page = Path(directory) / "report.html"
        page.write_text(html, encoding="utf-8")
        opened(page.as_uri())


def opened(address: str) -> None:
    from playwright.sync_api import sync_playwright

    loaded, filtered = [], []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for _ in range(TIMES):
            tab = browser.new_page()
            tab.goto(address)
            tab.locator("body.staged").wait_for()
            loaded.append(tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            filtered.append(tab.evaluate(FILTERED))
            tab.close()
    for what, taken in (("ready for use", loaded), ("filtered", filtered)):
        print(f"{what} after {statistics.median(taken):.0f} ms at the median, {max(taken):.0f} ms at most")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
