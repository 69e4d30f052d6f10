"""Every cue of the layout lexicon finds its examples and leaves its counterexamples alone."""

from __future__ import annotations

import time
from typing import Any

import pytest

from pipeline.layout.cues import find_cue, has_trade_figure
from pipeline.layout.facts import is_named
from pipeline.layout.grid import is_number, is_year
from pipeline.layout.headline import is_title_case
from pipeline.lexicon import read_toml


def cases(kind: str, part: str) -> list[Any]:
    return [
        pytest.param(kind, rule["id"], line, id=f"{rule['id']}: {line[:40]}")
        for rule in read_toml("layout.toml")[kind]
        for line in rule[part]
    ]


@pytest.mark.parametrize(("kind", "rule", "line"), cases("boilerplate", "examples") + cases("caption", "examples"))
def test_cue_finds_its_example(kind: str, rule: str, line: str) -> None:
    cue = find_cue(kind, line.strip())
    assert cue is not None
    assert cue.rule == rule


@pytest.mark.parametrize(
    ("kind", "rule", "line"), cases("boilerplate", "counterexamples") + cases("caption", "counterexamples")
)
def test_cue_leaves_its_counterexample(kind: str, rule: str, line: str) -> None:
    assert find_cue(kind, line) is None


def test_a_long_line_is_no_cue() -> None:
    assert find_cue("boilerplate", "Share " + "x" * 500) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Share of exports up 5%", True),
        ("Trade surplus of $4bn", True),
        ("Exports: 12 billion yen", True),
        ("Exports rise", False),
        ("5% off all subscriptions", False),
        ("Sportswear for 20 dollars", False),
    ],
)
def test_trade_figure(line: str, expected: bool) -> None:
    assert has_trade_figure(line) is expected


SMALL = read_toml("layout.toml")["small_words"]


@pytest.mark.parametrize("line", SMALL["examples"] + SMALL["counterexamples"])
def test_a_headline_has_capitals_whatever_small_words_stand_in_it(line: str) -> None:
    assert is_title_case(line) == (line in SMALL["examples"])


@pytest.mark.parametrize("cell", read_toml("layout.toml")["table"]["examples"])
def test_cell_is_a_number(cell: str) -> None:
    assert is_number(cell)


@pytest.mark.parametrize("cell", read_toml("layout.toml")["table"]["counterexamples"])
def test_cell_is_no_number(cell: str) -> None:
    assert not is_number(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("2019", True), ("FY2021", True), ("2020-21", True), ("1987/88", True), ("2024*", True), ("3019", False)],
)
def test_year(cell: str, expected: bool) -> None:
    assert is_year(cell) is expected


FACTS = read_toml("layout.toml")["facts"]


@pytest.mark.parametrize("line", FACTS["examples"] + FACTS["counterexamples"])
def test_a_fact_on_trade_is_known_by_its_name(line: str) -> None:
    assert is_named(line) is (line in FACTS["examples"])


def test_a_line_of_many_notes_is_looked_at_once() -> None:
    began = time.process_time()
    assert find_cue("boilerplate", "[2] to x" * 45 + "[") is None
    assert find_cue("boilerplate", "[1] Kenya Gazette [2] Uganda Gazette[3] x y") is not None
    assert time.process_time() - began < 2
