"""Every example of ``models/readings.toml``: the rule that it stands under binds the marked figure."""

from __future__ import annotations

import re
from typing import Any

import pytest
from reading import PUBLISHED, unmarked

from pipeline.components.cues import closed_words, cues
from pipeline.extract.binding.bind import Binding, bind
from pipeline.extract.phrase.nominals import find_nominals
from pipeline.extract.phrase.passages import read_rows
from pipeline.extract.phrase.ways import readings
from pipeline.lexicon import read_toml

SIDES = ("before", "after", "chain")
RULES: list[tuple[str, dict[str, Any]]] = [(side, rule) for side in SIDES for rule in read_toml("readings.toml")[side]]
EXAMPLES = [
    pytest.param(side, rule, example, id=f"{side}:{rule['id']}:{number}")
    for side, rule in RULES
    for number, example in enumerate(rule["examples"])
]
SIGNS = set(",;:()-\"'&%") | set("QMRPECGw")
"""Codes of punctuation, finders and plain words, which no cue and no closed word carries."""


def bound(marked: str) -> list[Binding]:
    text, marks = unmarked(marked)
    (sentence,) = read_rows(text, [(0, len(text))], PUBLISHED)
    nominals = find_nominals(sentence)
    spots = {mark.start for mark in marks}
    return [one for one in bind(sentence, nominals) if sentence.items[one.figure].start in spots]


@pytest.mark.model
@pytest.mark.parametrize(("side", "rule", "example"), EXAMPLES)
def test_the_rule_binds_its_example(side: str, rule: dict[str, Any], example: str) -> None:
    assert [(one.side, one.rule) for one in bound(example)] == [(side, rule["id"])]


@pytest.mark.parametrize("side", SIDES)
def test_no_rule_is_named_twice(side: str) -> None:
    names = [reading.id for reading in readings(side)]
    assert len(names) == len(set(names))
    assert all(0 < reading.strength <= 1 for reading in readings(side))


@pytest.mark.parametrize(
    ("side", "rule"), [pytest.param(side, rule, id=f"{side}:{rule['id']}") for side, rule in RULES]
)
def test_a_pattern_uses_only_codes_that_exist(side: str, rule: dict[str, Any]) -> None:
    known = SIGNS | {cue.code for cue in cues().values()} | set(closed_words().values())
    letters = re.sub(r"\\.|\{[\d,]+\}|\(\?.|[\[\]()?*+|^$ =]", "", rule["pattern"])
    assert set(letters) <= known
