"""The bench that plants errors in articles of others: the slips, the gold that follows, and where they are lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from benchmarks.faults.real.bench import read
from benchmarks.faults.real.edits import Edit, edits
from benchmarks.faults.real.gold import changed_claims, gold_claims
from benchmarks.faults.real.table import summary, table
from pipeline.article import Article

TEXT = (
    "Peru's exports to Chile rose 25% to $5.0 billion in 2024, while imports from Chile came to $2.0 billion.\n\n"
    "In 2023 Peru's exports to Chile were $4.0 billion. Peru's trade surplus with Chile was $3.0 billion in 2024.\n\n"
    "Peru's exports to Bolivia totalled $1.1 billion in 2024.\n\n"
    "Peru's exports to Ecuador totalled $0.9 billion in 2024.\n"
)


def _record(text: str, **slots: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    base = {"doc": "x.txt", "start": start, "end": start + len(text), "text": text, "reporter": "PER", "partner": "CHL"}
    level = {"flow": "export", "measure": "level", "unit": "USD", "period": "2024", "modality": "reported"}
    return {**base, **level, "commodity": None, "source": [None], **slots}


RECORDS = [
    _record("25%", measure="change", unit="percent", value=25, base_period="2023"),
    _record("$5.0 billion", value=5_000_000_000),
    _record("$2.0 billion", value=2_000_000_000, flow="import"),
    _record("$4.0 billion", value=4_000_000_000, period="2023"),
    _record("$3.0 billion", value=3_000_000_000, flow="balance"),
    _record("$1.1 billion", value=1_100_000_000, partner="BOL"),
    _record("$0.9 billion", value=900_000_000, partner="ECU"),
]


def found(kind: str) -> list[Edit]:
    return [edit for edit in edits(TEXT, RECORDS) if edit.kind == kind]


@pytest.mark.parametrize(
    ("kind", "printed", "number", "change"),
    [
        pytest.param("scale", "$5.0 million", 1, {"value": 5_000_000}, id="scale"),
        pytest.param("year", "exports to Chile were $4.0 billion", 3, {"period": "2022"}, id="year"),
        pytest.param("sign", "trade deficit with Chile", 4, {"value": -3_000_000_000}, id="sign"),
        pytest.param("rise-for-fall", "exports to Chile fell 25%", 0, {"value": -25}, id="rise-for-fall"),
        pytest.param("country", "exports to Ecuador totalled $1.1 billion", 5, {"partner": "ECU"}, id="country"),
        pytest.param("direction", "imports to Bolivia totalled", 5, {"flow": "import"}, id="direction"),
        pytest.param("growth", "rose 52% to", 0, {"value": 52}, id="growth"),
    ],
)
def test_a_slip_changes_the_print_and_what_its_record_says(kind, printed, number, change):
    edit = next(one for one in found(kind) if printed in one.text(TEXT) and change == dict(one.changes.get(number, {})))
    wrong = edit.records(RECORDS)
    assert {slot: wrong[number][slot] for slot in change} == change
    text = edit.text(TEXT)
    for before, after in zip(RECORDS, wrong, strict=True):
        if edit.end <= before["start"] or edit.start >= before["end"]:
            assert text[after["start"] : after["end"]] == before["text"]


def test_claims_after_a_slip_are_those_of_the_whole_text_read_anew():
    before = gold_claims(RECORDS, TEXT)
    for edit in edits(TEXT, RECORDS):
        wrong, text = edit.records(RECORDS), edit.text(TEXT)
        quick = changed_claims(before, wrong, text, edit.changes)
        anew = gold_claims(wrong, text)
        assert [(c.start, c.end, c.value, c.low, c.high, c.period) for c in quick] == [
            (c.start, c.end, c.value, c.low, c.high, c.period) for c in anew
        ]


@pytest.mark.model
def test_slips_that_gold_disproves_are_counted_and_the_lost_ones_have_a_stage():
    article = Article(name="x.txt", text=TEXT, published=date(2025, 2, 1))
    reading = read(article, RECORDS, seed=1, most=2)
    assert (reading.gold, reading.path) == ((), ())
    assert {one.kind for one in reading.outcomes} >= {"scale", "growth", "sign"}
    assert all(one.engine.found for one in reading.outcomes)
    assert all(bool(one.lost) != one.path.found for one in reading.outcomes)
    result = summary([reading])
    assert result["all"]["planted"] == len(reading.outcomes)
    assert "scale" in table(result)
