"""The outcomes as a table and as JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from benchmarks.faults.real.bench import Blame, Outcome, Reading

_SEEN = ("found", "proved", "asked", "blamed", "tied", "repaired")


def summary(readings: Sequence[Reading]) -> dict[str, Any]:
    """Counts by kind of slip and by the stage that lost it."""
    outcomes = [outcome for reading in readings for outcome in reading.outcomes]
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        kinds[outcome.kind].append(outcome)
    lost = Counter(outcome.lost for outcome in outcomes if not outcome.path.found)
    return {
        "articles": len(readings),
        "accused": {one.doc: list(one.path) for one in readings if one.path},
        "accused_by_gold": {one.doc: list(one.gold) for one in readings if one.gold},
        "all": _counts(outcomes),
        "by_kind": {kind: _counts(kinds[kind]) for kind in sorted(kinds)},
        "lost": dict(lost.most_common()),
        "missed": [one.record() for one in outcomes if not one.path.found],
        "misblamed": [one.record() for one in outcomes if one.path.found and not one.path.blamed],
        "unrepaired": [one.record() for one in outcomes if one.path.blamed and not one.path.repaired],
    }


def _counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    def of(side: str) -> dict[str, int]:
        blames: list[Blame] = [getattr(one, side) for one in outcomes]
        return {f"{side}_{name}": sum(getattr(one, name) for one in blames) for name in _SEEN}

    return {"planted": len(outcomes), **of("engine"), **of("path")}


def table(result: dict[str, Any]) -> str:
    """The figures for reading."""
    titles = ["planted", *(f"path {name}" for name in _SEEN), *(f"gold {name}" for name in ("blamed", "repaired"))]
    lines = [
        f"{result['articles']} articles; accused as they stand: by the path {len(result['accused'])}, by their gold "
        f"{len(result['accused_by_gold'])}",
        "",
        f"{'slip':<16}" + "".join(f"{title:>15}" for title in titles),
    ]
    lines += [_line(kind, row) for kind, row in result["by_kind"].items()]
    lines += ["", _line("all", result["all"]), "", "lost at"]
    lines += [f"{count:>6}  {where}" for where, count in result["lost"].items()]
    return "\n".join(lines)


def _line(name: str, row: dict[str, int]) -> str:
    shares = [row[f"path_{one}"] for one in _SEEN] + [row["engine_blamed"], row["engine_repaired"]]
    cells = [str(row["planted"]), *(f"{100 * count / row['planted']:.1f}%" for count in shares)]
    return f"{name:<16}" + "".join(f"{cell:>15}" for cell in cells)
