"""python -m benchmarks.faults.relations: how well each relation is checked, as a table in ``docs/relations.md``.

Sensitivity: of the planted errors that exact arithmetic proves only with the help of the relation, how many are found.
Specificity: of the clean articles in which the relation ties printed figures together, how many it leaves in peace.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from benchmarks.faults.article import Written, write
from benchmarks.faults.bench import Task, checked, turn
from benchmarks.faults.constraints import rows_of
from benchmarks.faults.faults import plant
from benchmarks.faults.plan import make_plan
from benchmarks.faults.proof import needs
from benchmarks.faults.verdicts import PROOFS, judge

RELATIONS: Final = (
    "same-fact", "threshold", "identity", "sum", "sub-period", "growth", "share", "rank", "trend", "conversion",
)  # fmt: skip
_KINDS: Final = {"sub-period": "sum", "conversion": "same-fact"}
"""Under which kind the findings of a relation are told, where it is not its own name."""
_PAGE: Final = Path("docs/relations.md")
_MARK: Final = "<!-- made by python -m benchmarks.faults.relations: do not edit below -->"


@dataclass(frozen=True, slots=True)
class Tally:
    """What one article adds: for each relation whether it was needed, found, tested and falsely accused by."""

    needed: tuple[str, ...]
    found: bool
    tested: tuple[str, ...]
    accused: tuple[str, ...]


def tally(task: Task) -> Tally:
    """Make and check one article clean and with an error."""
    plan = make_plan(f"{task.seed}/{task.number}")
    clean = write(plan, name=task.name)
    _, findings = checked(clean, task.mode)
    kinds = {one.kind for one in findings if one.certainty in PROOFS}
    unit = plan.style.currency
    tested = tuple(_tested(clean, unit))
    accused = tuple(name for name in tested if _KINDS.get(name, name) in kinds)
    planted = next(filter(None, (plant(plan, kind, name=task.name) for kind in turn(task.number))), None)
    if planted is None:
        return Tally((), False, tested, accused)
    placed = [one for one, _, _ in planted.written.placed]
    verdict = judge(planted, plan.world, *checked(planted.written, task.mode))
    return Tally(tuple(name for name in RELATIONS if needs(name, placed, unit)), verdict.found, tested, accused)


def _tested(written: Written, unit: str) -> Iterator[str]:
    """The relations that tie at least two printed things of a clean article together."""
    placed = [one for one, _, _ in written.placed]
    rows = rows_of(placed, unit)
    alone = Counter(made.terms[0][0] for made in rows if len(made.terms) == 1 and made.relation == "same-fact")
    tied = {made.relation for made in rows if len(made.terms) > 1 and all(key in alone for key, _ in made.terms)}
    tied |= {"same-fact"} if max(alone.values(), default=0) > 1 else set()
    tied |= {"threshold"} if any(one.modality == "target" for one in placed) else set()
    tied |= {"conversion"} if sum(one.converts is not None for one in placed) > 1 else set()
    yield from (name for name in RELATIONS if name in tied)


def table(tallies: Sequence[Tally]) -> list[str]:
    """The lines of a table."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in tallies:
        for name in one.needed:
            counts[name]["planted"] += 1
            counts[name]["found"] += one.found
        for name in one.tested:
            counts[name]["tested"] += 1
            counts[name]["accused"] += name in one.accused
    lines = ["| relation | errors that need it | sensitivity | clean articles that it ties | specificity |"]
    lines.append("|---|--:|--:|--:|--:|")
    for name in RELATIONS:
        its = counts[name]
        sensitive = _rate(its["found"], its["planted"])
        specific = _rate(its["tested"] - its["accused"], its["tested"])
        lines.append(f"| {name} | {its['planted']} | {sensitive} | {its['tested']} | {specific} |")
    return lines


def _rate(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def page(tables: dict[str, list[str]], *, articles: int, seed: int) -> str:
    """The page: what is written by hand above the mark, then the tables."""
    head = _PAGE.read_text(encoding="utf-8").partition(_MARK)[0] if _PAGE.exists() else "# The relations\n\n"
    names = {"engine": "From gold claims: the engine alone", "path": "From the text: extraction and engine"}
    lines = [_MARK, "", f"{articles} synthetic articles, seed {seed}, each checked clean and with one planted error."]
    for mode, rows in tables.items():
        lines += ["", f"## {names[mode]}", "", *rows]
    return head + "\n".join(lines) + "\n"


def main() -> int:
    """Run both modes and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults.relations", description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    tables = {}
    with get_context("spawn").Pool(asked.jobs) as pool:
        for mode in ("engine", "path"):
            tasks = [Task(seed=asked.seed, number=number, mode=mode) for number in range(asked.articles)]
            tables[mode] = table(pool.map(tally, tasks, chunksize=8))
    made = page(tables, articles=asked.articles, seed=asked.seed)
    _PAGE.write_text(made, encoding="utf-8")
    print(made.partition(_MARK)[2])
    return 0


if __name__ == "__main__":
    sys.exit(main())
