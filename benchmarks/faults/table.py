"""The figures of a run, counted and printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.faults.bench import Outcome
from benchmarks.faults.verdicts import Verdict

TARGETS = {"found": 0.99, "blamed": 0.90, "repaired": 0.85}


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """All counts, by kind of error and by size, with every miss by name."""
    verdicts = [one.verdict for one in outcomes if one.verdict is not None]
    return {
        "articles": len(outcomes),
        "seconds": round(sum(one.seconds for one in outcomes), 1),
        "claims": {"gold": sum(one.gold for one in outcomes), "read": sum(one.read for one in outcomes)},
        "misread": dict(Counter(slot for one in outcomes for slot in one.misread).most_common()),
        "clean": {
            "false_alarms": sum(bool(one.alarms) for one in outcomes),
            "needs_reading": sum(bool(one.doubts) for one in outcomes),
            "alarms": {one.name: list(one.alarms) for one in outcomes if one.alarms},
        },
        "all": counts(verdicts),
        "read": counts([one for one in verdicts if one.read]),
        "by_kind": _grouped(verdicts, "kind"),
        "by_size": _grouped(verdicts, "size"),
        "missed": [one.record() for one in verdicts if not one.found],
        "misblamed": [one.record() for one in verdicts if one.found and one.alone and not one.blamed],
        "unrepaired": [one.record() for one in verdicts if one.mendable and not one.repaired],
        "strangers": [one.record() for one in verdicts if one.strangers],
    }


def counts(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """How many were found, proved, blamed and repaired; culprit and repair of those that arithmetic decides."""
    told = list(verdicts)
    alone = [one for one in told if one.alone]
    return {
        "planted": len(told),
        "found": sum(one.found for one in told),
        "proved": sum(one.proved for one in told),
        "asked": sum(one.asked for one in told),
        "decidable": len(alone),
        "blamed": sum(one.blamed for one in alone),
        "mendable": sum(one.mendable for one in told),
        "repaired": sum(one.repaired for one in told if one.mendable),
        "blamed_all": sum(one.blamed for one in told),
        "repaired_all": sum(one.repaired for one in told),
        "tied_all": sum(one.tied for one in told),
        "strangers": sum(bool(one.strangers) for one in told),
    }


def _grouped(verdicts: Sequence[Verdict], by: str) -> dict[str, dict[str, int]]:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        groups[getattr(one, by)].append(one)
    return {name: counts(groups[name]) for name in sorted(groups)}


def table(result: dict[str, Any], *, mode: str) -> str:
    """The figures for reading."""
    clean, claims = result["clean"], result["claims"]
    titles = (
        "planted",
        "found",
        "proved",
        "asked",
        "decidable",
        "culprit",
        "mendable",
        "repair",
        "of all",
        "tied",
        "strangers",
    )
    lines = [
        f"mode {mode}: {result['articles']} articles, {result['seconds']} s",
        f"claims read: {claims['read']} of {claims['gold']}; otherwise than printed: {result['misread'] or 'none'}",
        f"clean articles accused: {clean['false_alarms']}; only asked to be read again: {clean['needs_reading']}",
        "",
        f"{'error':<16}" + "".join(f"{title:>10}" for title in titles),
    ]
    for title, rows in (("", result["by_kind"]), ("size in half-widths of the rounding", result["by_size"])):
        lines += [title] if title else []
        lines += [_line(name, row) for name, row in rows.items()]
    lines += ["", _line("all", result["all"]), _line("claim was read", result["read"])]
    return "\n".join(lines)


def _line(name: str, row: dict[str, int]) -> str:
    def part(count: str, of: str) -> str:
        return f"{100 * row[count] / row[of]:.1f}%" if row[of] else "-"

    found = [row["planted"], part("found", "planted"), part("proved", "planted"), part("asked", "planted")]
    decided = [row["decidable"], part("blamed", "decidable"), row["mendable"], part("repaired", "mendable")]
    cells = [*found, *decided, part("blamed_all", "planted"), part("tied_all", "planted"), row["strangers"]]
    return f"{name:<16}" + "".join(f"{cell:>10}" for cell in cells)
