"""The learning of weights: right pairs become likelier by the signs that they share, in whole articles held out too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.learning.examples import collect
from benchmarks.learning.logit import chances, fit, learn


def example(number: int) -> dict[str, object]:
    """A figure whose partner is whoever stands in the heading, and not the world that the rules found."""
    headed, other = ["in-heading"], ["back1"]
    return {
        "doc": f"{number}.txt",
        "start": 10,
        "of": "sides",
        "found": 0,
        "signs": {"PER": ["home"], "CHL": headed, "BOL": other, "world": ["kind=world"], "ruled": ["rule"]},
        "readings": [
            [["reporter", "PER"], ["partner", "world"], ["pair", "ruled"], False],
            [["reporter", "PER"], ["partner", "CHL"], True],
            [["reporter", "PER"], ["partner", "BOL"], False],
        ],
    }


EXAMPLES = [example(number) for number in range(40)]


def test_what_right_pairs_have_in_common_speaks_for_a_pair() -> None:
    weights = fit(EXAMPLES, [1.0] * len(EXAMPLES))
    assert weights["partner", "in-heading"] > 0 > weights["pair", "rule"]
    assert chances(EXAMPLES[0], weights).argmax() == 1


def test_the_score_is_of_articles_held_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "examples.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in EXAMPLES), encoding="utf-8")
    learn("sides", [path], [])
    assert "'figures': 40, 'rules': 0, 'weighed': 40, 'mended': 40, 'spoilt': 0" in capsys.readouterr().err


KENYA = """Kenya's exports of tea came to 900 million dollars in 2023, flowers following on 700 million dollars.
The price of its imports was 5 percent up. The budget gap was 4 percent.
"""


def of_phrases(directory: Path, **slots: object) -> dict[int, list[str]]:
    """Where the figures without a claim stand, with what is right for each; gold has one with these slots."""
    place = {"doc": "a.txt", "start": KENYA.index("700"), "end": KENYA.index(".\n")}
    sides = {"reporter": "KEN", "partner": "world", "flow": "export", "measure": "level"}
    record = place | sides | {"value": 7e8, "unit": "USD", "period": "2023", "commodity": "tea"} | slots
    masked = {"doc": "a.txt", "mask": [KENYA.index("The budget"), len(KENYA)]}
    (directory / "a.txt").write_text(KENYA, encoding="utf-8")
    (directory / "gold.jsonl").write_text("\n".join(map(json.dumps, (record, masked))), encoding="utf-8")
    found = [one for one in collect(directory, directory / "gold.jsonl") if one["of"] == "phrases"]
    return {one["start"]: [plays[0][1] for *plays, right in one["readings"] if right] for one in found}


@pytest.mark.model
def test_a_figure_without_a_claim_is_an_example_of_what_gold_says_of_it(tmp_path: Path) -> None:
    assert of_phrases(tmp_path) == {KENYA.index("700"): ["0"], KENYA.index("5 percent"): ["none"]}


@pytest.mark.model
def test_it_is_none_where_its_other_slots_come_out_wrong(tmp_path: Path) -> None:
    assert of_phrases(tmp_path, partner="NLD") == {KENYA.index("5 percent"): ["none"]}
