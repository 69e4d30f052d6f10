"""The scoring: what counts as right in each slot, what counts neither way, and that the shared tool agrees."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import CorpusError
from pipeline.evaluate import SLOTS, compare, evaluate, evaluate_by, pair, read_column, read_records

SHARED = Path(__file__).parent.parent.parent / "shared"


def record(**slots: Any) -> dict[str, Any]:
    usual = {
        "doc": "a.txt",
        "start": 10,
        "end": 20,
        "text": "$5 billion",
        "measure": "level",
        "value": 5e9,
        "unit": "USD",
    }
    return {**usual, "reporter": "KAZ", "partner": "CHN", "flow": "export", "period": "2024", **slots}


@pytest.mark.parametrize(
    ("slot", "gold", "said", "right"),
    [
        ("edge", {}, {"reporter": "CHN", "partner": "KAZ", "flow": "import"}, True),
        ("edge", {}, {"reporter": "CHN", "partner": "KAZ"}, False),
        ("edge", {"flow": "turnover"}, {"reporter": "CHN", "partner": "KAZ", "flow": "turnover"}, True),
        ("edge", {"reporter": "UZB+TKM"}, {"reporter": "TKM+UZB"}, True),
        ("edge", {"also_edge": [{"partner": "world"}]}, {"partner": "world"}, True),
        ("edge", {"partner": None}, {"partner": None}, True),
        ("amount", {}, {"value": 5.004e9}, True),
        ("amount", {}, {"value": 5.006e9}, False),
        ("amount", {}, {"value": None}, False),
        ("amount", {}, {"unit": "EUR"}, False),
        ("amount", {"also_unit": ["EUR"]}, {"unit": "EUR"}, True),
        ("amount", {}, {"measure": "change"}, False),
        ("amount", {"flow": "balance"}, {"flow": "balance", "reporter": "CHN", "partner": "KAZ", "value": -5e9}, True),
        ("amount", {"flow": "balance"}, {"flow": "balance", "reporter": "CHN", "partner": "KAZ"}, False),
        ("period", {"period": "2024-Q1"}, {"period": "2024-01/2024-03"}, True),
        ("period", {"period": "2024-H2"}, {"period": "2024-07/2024-12"}, True),
        ("period", {}, {"period": "2024-01/2024-12"}, True),
        ("period", {}, {"period": None}, False),
        ("period", {"also_period": ["2023"]}, {"period": "2023"}, True),
        ("period", {"period": "soon"}, {"period": "soon"}, True),
        ("commodity", {}, {"commodity": "goods"}, True),
        ("commodity", {}, {"commodity": "crude oil"}, False),
        ("commodity", {"commodity": "crude oil"}, {"commodity": "oils and crudes"}, True),
        ("commodity", {"commodity": "crude oil"}, {"commodity": "copper"}, False),
        ("source", {"source": ["GACC", None]}, {"source": None}, True),
        ("source", {"source": ["GACC"]}, {"source": None}, False),
        ("source", {"source": ["The ministry’s office"]}, {"source": "ministry's office"}, True),
        ("source", {"source": []}, {}, True),
    ],
)
def test_what_is_right(slot: str, gold: dict[str, Any], said: dict[str, Any], right: bool) -> None:
    assert compare(record(**gold), record(**said))[slot] is right


def test_strict_needs_four_slots_and_full_the_source_too() -> None:
    for slot, wrong in (("edge", {"flow": "import"}), ("period", {"period": "1"}), ("source", {"source": "X"})):
        found = compare(record(source=["GACC"]), record(**{"source": "GACC", **wrong}))
        assert not found[slot]
        assert (found["strict"], found["full"]) == (slot == "source", False)


def test_the_best_overlap_is_paired_first() -> None:
    gold = [record(start=0, end=10), record(start=8, end=20)]
    assert pair(gold, [record(start=8, end=20), record(start=30, end=40)]) == {1: 0}


def test_optional_records_ranks_and_masked_ranges_count_neither_way() -> None:
    gold = [record(), record(start=30, end=40, optional=True), {"doc": "a.txt", "mask": [100, 200]}]
    said = [
        record(doc="deep/a.txt"),
        record(start=30, end=40),
        record(start=150, end=160),
        record(measure="rank", start=50),
    ]
    score = evaluate(gold, said)
    assert (score.gold, score.predicted, score.levels["full"].f1) == (1, 1, 1.0)
    assert score.errors == ()


def test_errors_are_listed_with_their_slots() -> None:
    score = evaluate([record(), record(start=50, end=60)], [record(period="2020"), record(start=90, end=95)])
    assert [(error.kind, error.slots) for error in score.errors] == [
        ("wrong", ("period",)),
        ("missed", ()),
        ("false", ()),
    ]
    assert score.to_record()["found"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}


def test_nothing_scores_nothing() -> None:
    assert evaluate([], []).levels["strict"].f1 == 0.0


@pytest.mark.parametrize(
    "content",
    ['{"doc": "a"}', "[]", "nothing", '{"start": 1, "end": 2}'],
    ids=["no span", "a list", "no JSON", "no doc"],
)
def test_records_that_are_no_claims_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record()) + "\n\n" + content, encoding="utf-8")
    with pytest.raises(CorpusError, match="line 3"):
        read_records(str(path))


def spoilt(gold: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """The gold with faults of every kind, as a poor extractor would give it."""
    chance = random.Random(seed)
    given = []
    for wanted in gold:
        if "mask" in wanted:
            given.append(record(doc=wanted["doc"], start=wanted["mask"][0] + 1, end=wanted["mask"][0] + 4))
            continue
        sources = wanted.get("source")
        said = {**wanted, "source": sources[0] if isinstance(sources, list) and sources else sources or None}
        if chance.random() < 0.3:
            said["reporter"], said["partner"] = said["partner"], said["reporter"]
        for slot, values in FAULTS.items():
            if chance.random() < 0.1:
                said[slot] = chance.choice(values)
        given += [said] * (chance.random() > 0.2) + [{**said, "start": 90_000, "end": 90_005}] * (chance.random() < 0.1)
    return given


FAULTS: dict[str, list[Any]] = {
    "flow": ["import", "export", "balance", "turnover"],
    "period": ["2024", "2024-Q1", None, "2020-01/2020-03", "soon"],
    "value": [None, 5e9, -5e9],
    "commodity": [None, "goods", "crude oil"],
    "source": [None, "", "The World Bank", "GACC"],
    "unit": ["USD", "percent"],
}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not beside the checkout")
@pytest.mark.parametrize("name", ["seeds", "train"])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_shared_tool_gives_the_same_figures(tmp_path: Path, name: str, seed: int) -> None:
    gold = SHARED / "gold" / f"{name}.jsonl"
    wanted = [dict(line) for line in read_records(str(gold))]
    given = spoilt(wanted, seed)
    pred = tmp_path / "pred.jsonl"
    pred.write_text("".join(json.dumps(line) + "\n" for line in given), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools/score_claims.py"), str(gold), str(pred), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    ours = evaluate(wanted, given).to_record()
    assert ours == theirs
    assert all(0.1 < ours[slot]["f1"] < 1 for slot in SLOTS)


def test_the_scores_of_each_group_of_articles(tmp_path: Path) -> None:
    table = tmp_path / "metadata.csv"
    table.write_text("file_name,kind\na.txt,agency\nb.txt,blog\n", encoding="utf-8")
    gold = [record(), record(doc="x/b.txt"), record(doc="c.txt")]
    parts = evaluate_by(gold, [record(), record(doc="b.txt", flow="import")], *read_column(f"{table}:kind"))
    assert {name: part.levels["strict"].f1 for name, part in parts.items()} == {
        "(no kind)": 0.0, "agency": 1.0, "blog": 0.0,
    }  # fmt: skip


@pytest.mark.parametrize("place", ["metadata.csv", "none.csv:kind", ":kind"])
def test_a_table_that_gives_no_groups_is_refused(place: str) -> None:
    with pytest.raises(CorpusError):
        read_column(place)
