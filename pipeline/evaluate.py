"""How well claims were extracted: precision, recall and F1 of every slot against gold, as the specification scores.

Claims of one document are paired where their figures overlap. What a person marked ``optional`` counts neither way,
and so does everything in a masked range.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Final

from pipeline.errors import CorpusError, unreadable

Record = Mapping[str, Any]

SLOTS: Final = ("edge", "amount", "period", "commodity", "source")
LEVELS: Final = ("found", *SLOTS, "strict", "full")
_STRICT: Final = ("edge", "amount", "period", "commodity")
_SCORED: Final = frozenset({"level", "change", "share"})
_ALL_TRADE: Final = frozenset(
    {"", "goods", "merchandise", "goods and services", "goods and service", "commodities", "products"}
)
_NEAR: Final = 1e-3  # values agree within 0.1 %
_MONTHS_OF_PERIOD: Final = re.compile(r"(\d{4})(?:-(\d\d)|-Q([1-4])|-H([12]))?")
_WORD: Final = re.compile(r"[a-z]{3,}")
_STEM: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many were right, of how many given and of how many wanted."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The part of what was given that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The part of what was wanted that was given."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One miss, false find or claim with wrong slots."""

    kind: str
    gold: Record | None
    said: Record | None
    slots: tuple[str, ...] = ()

    def line(self) -> str:
        """The mistake in one line."""
        shown = self.gold or self.said or {}
        where = f"{shown.get('doc')}:{shown.get('start')} {shown.get('text')!r}"
        if self.kind != "wrong":
            return f"{self.kind} {where} {_brief(shown)}"
        return f"wrong {', '.join(self.slots)} {where} gold {_brief(self.gold or {})} said {_brief(self.said or {})}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The rates by level, in the order of the specification, and every mistake in the order of the texts."""

    gold: int
    predicted: int
    levels: Mapping[str, Rate]
    errors: tuple[Mistake, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """The figures as JSON."""
        record: dict[str, Any] = {"gold": self.gold, "predicted": self.predicted}
        for level, rate in self.levels.items():
            figures = {"precision": rate.precision, "recall": rate.recall, "f1": rate.f1}
            record[level] = {name: round(value, 4) for name, value in figures.items()}
        return record


@dataclass(slots=True, kw_only=True)
class _Tally:
    """Counts while they grow."""

    gold: int = 0
    predicted: int = 0
    right: Counter[str] = field(default_factory=Counter)
    errors: list[Mistake] = field(default_factory=list)


def evaluate(gold: Sequence[Record], predicted: Sequence[Record]) -> Score:
    """The score of predicted records against gold records; documents are matched by their file name."""
    wanted, given = _by_document(gold), _by_document(predicted)
    tally = _Tally()
    for document in sorted(wanted.keys() | given.keys()):
        _score_document(wanted.get(document, []), given.get(document, []), tally)
    levels = {name: Rate(right=tally.right[name], predicted=tally.predicted, gold=tally.gold) for name in LEVELS}
    return Score(
        gold=tally.gold, predicted=tally.predicted, levels=MappingProxyType(levels), errors=tuple(tally.errors)
    )


def evaluate_by(
    gold: Sequence[Record], predicted: Sequence[Record], column: str, groups: Mapping[str, str]
) -> dict[str, Score]:
    """The scores of each group of articles; ``groups`` names the group of an article by its file name."""
    rest = f"(no {column})"
    parts: defaultdict[str, tuple[list[Record], list[Record]]] = defaultdict(lambda: ([], []))
    for at, records in enumerate((gold, predicted)):
        for record in records:
            parts[groups.get(PurePosixPath(str(record["doc"])).name, rest)][at].append(record)
    return {name: evaluate(*parts[name]) for name in sorted(parts)}


def read_column(place: str) -> tuple[str, dict[str, str]]:
    """The column that ``TABLE.csv:COLUMN`` names, with its value for each ``file_name``; CorpusError for none."""
    table, _, column = place.rpartition(":")
    if not table or not column:
        raise CorpusError(f"--by {place}: give a CSV table and one of its columns, such as metadata.csv:kind")
    try:
        with Path(table).open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except csv.Error as problem:
        raise CorpusError(f"{table} is no CSV table: {problem}") from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise CorpusError(f"{table} {unreadable(problem)}") from problem
    if not rows or not {"file_name", column} <= rows[0].keys():
        raise CorpusError(f"{table} has no rows with the columns file_name and {column}")
    return column, {row["file_name"]: row[column] or f"(no {column})" for row in rows if row["file_name"]}


def read_records(path: str) -> list[Record]:
    """The records of a JSONL file, or of standard input for ``-``."""
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} {unreadable(error)}") from error
    return [_record(path, at, line) for at, line in enumerate(text.split("\n"), 1) if line.strip()]


def _record(path: str, at: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise CorpusError(f"{path}, line {at} is not JSON: give one claim a line") from error
    if not isinstance(record, dict) or "doc" not in record or not ("mask" in record or _has_span(record)):
        raise CorpusError(f"{path}, line {at} is no claim: it needs at least doc, start, end and measure")
    return record


def _has_span(record: Record) -> bool:
    return all(isinstance(record.get(key), int) for key in ("start", "end"))


def _by_document(records: Sequence[Record]) -> dict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.get("measure") in _SCORED or "mask" in record:
            found[PurePosixPath(record["doc"]).name].append(record)
    return found


def _score_document(gold: list[Record], predicted: list[Record], tally: _Tally) -> None:
    masks = [record["mask"] for record in gold if "mask" in record]
    gold = [record for record in gold if "mask" not in record]
    said = [p for p in predicted if "mask" not in p and not any(low <= p["start"] < high for low, high in masks)]
    pairs = pair(gold, said)
    free = sum(bool(gold[at].get("optional")) for at in pairs)
    tally.predicted += len(said) - free
    for at, wanted in enumerate(gold):
        if not wanted.get("optional"):
            tally.gold += 1
            _score_pair(wanted, said[pairs[at]] if at in pairs else None, tally)
    used = set(pairs.values())
    tally.errors += [Mistake(kind="false", gold=None, said=p) for at, p in enumerate(said) if at not in used]


def _score_pair(gold: Record, said: Record | None, tally: _Tally) -> None:
    if said is None:
        tally.errors.append(Mistake(kind="missed", gold=gold, said=None))
        return
    right = compare(gold, said)
    tally.right.update(level for level in LEVELS if right[level])
    if wrong := tuple(slot for slot in SLOTS if not right[slot]):
        tally.errors.append(Mistake(kind="wrong", gold=gold, said=said, slots=wrong))


def pair(gold: Sequence[Record], predicted: Sequence[Record]) -> dict[int, int]:
    """Which predicted record answers which gold one: overlapping figures, the best overlap first."""
    overlaps = sorted(
        (-overlap, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (overlap := min(g["end"], p["end"]) - max(g["start"], p["start"])) > 0
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in overlaps:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def compare(gold: Record, said: Record) -> dict[str, bool]:
    """Which levels of a found claim are right."""
    edges = [_edge(gold), *(_edge({**gold, **other}) for other in gold.get("also_edge", ()))]
    right = {
        "found": True,
        "edge": _edge(said) in edges,
        "amount": _same_amount(gold, said),
        "period": _months(said.get("period")) in [_months(option) for option in _accepted(gold, "period")],
        "commodity": any(_same_commodity(option, said.get("commodity")) for option in _accepted(gold, "commodity")),
        "source": _same_source(gold, said),
    }
    right["strict"] = all(right[slot] for slot in _STRICT)
    right["full"] = right["strict"] and right["source"]
    return right


def _edge(record: Record) -> tuple[Any, ...]:
    """Who sells to whom: turnover without direction, goods from the exporter's side, a balance between the two."""
    reporter, partner = _party(record.get("reporter")), _party(record.get("partner"))
    match record.get("flow"):
        case "turnover":
            return "turnover", frozenset((reporter, partner))
        case "export":
            return "goods", reporter, partner
        case "import":
            return "goods", partner, reporter
        case _:
            return "balance", frozenset((reporter, partner))


def _party(name: Any) -> str | None:
    return None if name is None else "+".join(sorted(str(name).split("+")))


def _same_amount(gold: Record, said: Record) -> bool:
    if gold["measure"] != said.get("measure") or said.get("unit") not in _accepted(gold, "unit"):
        return False
    wanted, given = _signed(gold), _signed(said)
    if wanted is None or given is None:
        return False
    return abs(wanted - given) <= _NEAR * max(abs(wanted), abs(given), 1e-12)


def _signed(record: Record) -> float | None:
    """The value; of a balance seen from the party whose code comes first, so that both sides give one number."""
    value: float | None = record.get("value")
    if value is None or record.get("flow") != "balance" or record.get("measure") != "level":
        return value
    reporter, partner = str(_party(record.get("reporter"))), str(_party(record.get("partner")))
    return -value if reporter > partner else value


def _months(period: Any) -> Any:
    """First and last month, so that ``2020-Q1`` equals ``2020-01/2020-03``; another notation stands for itself."""
    if period is None:
        return None
    ends = []
    for part in str(period).split("/"):
        found = _MONTHS_OF_PERIOD.fullmatch(part)
        if found is None:
            return period
        first, last = _span_of_months(found)
        ends.append((f"{found[1]}-{first:02d}", f"{found[1]}-{last:02d}"))
    return ends[0][0], ends[-1][1]


def _span_of_months(found: re.Match[str]) -> tuple[int, int]:
    if found[2]:
        return int(found[2]), int(found[2])
    if found[3]:
        return 3 * int(found[3]) - 2, 3 * int(found[3])
    if found[4]:
        return 6 * int(found[4]) - 5, 6 * int(found[4])
    return 1, 12


def _accepted(gold: Record, slot: str) -> list[Any]:
    value = gold.get(slot)
    return [*(value if isinstance(value, list) else [value]), *gold.get(f"also_{slot}", ())]


def _same_commodity(wanted: Any, given: Any) -> bool:
    """Both are all trade, or both name a commodity with a word in common."""
    meant, said = (wanted or "").casefold(), (given or "").casefold()
    if (meant in _ALL_TRADE) != (said in _ALL_TRADE):
        return False
    return meant in _ALL_TRADE or bool(_stems(meant) & _stems(said))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text)}


def _same_source(gold: Record, said: Record) -> bool:
    options, given = _accepted(gold, "source"), _plain_name(said.get("source"))
    if not given:
        return None in options or not options
    return any(option and (_plain_name(option) in given or given in _plain_name(option)) for option in options)


def _plain_name(name: Any) -> str:
    """A source's name without case, curly quotes and a leading article; of a list, its first name."""
    given = next((part for part in name if part), None) if isinstance(name, list) else name
    return (given or "").casefold().replace("\u2019", "'").removeprefix("the ")


def _brief(record: Record) -> str:
    keys = ("reporter", "partner", "flow", "measure", "value", "unit", "period", "commodity", "source")
    return " ".join(str(record.get(key)) for key in keys)
