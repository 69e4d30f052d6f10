"""The learning of weights: right pairs become likelier by the signs that they share, in whole articles held out too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.sides import chances, fit, learn


def example(number: int) -> dict[str, object]:
    """A figure whose partner is whoever stands in the heading, and not the world that the rules found."""
    headed, other = ["in-heading"], ["back1"]
    return {
        "doc": f"{number}.txt",
        "start": 10,
        "found": ["PER", "world"],
        "signs": {"PER": ["home"], "CHL": headed, "BOL": other, "world": ["kind=world"]},
        "pairs": [["PER", "world", ["rule"], False], ["PER", "CHL", [], True], ["PER", "BOL", [], False]],
    }


EXAMPLES = [example(number) for number in range(40)]


def test_what_right_pairs_have_in_common_speaks_for_a_pair() -> None:
    weights = fit(EXAMPLES, [1.0] * len(EXAMPLES))
    assert weights["partner", "in-heading"] > 0 > weights["pair", "rule"]
    assert chances(EXAMPLES[0], weights).argmax() == 1


def test_the_score_is_of_articles_held_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "examples.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in EXAMPLES), encoding="utf-8")
    learn([path], [])
    assert "'figures': 40, 'rules': 0, 'weighed': 40, 'mended': 40, 'spoilt': 0" in capsys.readouterr().err
