"""Hostile inputs to every door: a short run of the fuzzer, and every input that ever broke something."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.mutation import inputs
from fuzz.targets import TARGETS, try_one

RUNS = 60
KEPT = sorted((Path(__file__).parent.parent / "fuzz" / "faults").glob("*-*"))


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_inputs_get_an_answer(name: str) -> None:
    for data in inputs(name, runs=RUNS):
        try_one(name, data)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_broke_once_does_not_break_again(path: Path) -> None:
    try_one(path.name.rpartition("-")[0], path.read_bytes())


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert list(inputs("txt", runs=50)) == list(inputs("txt", runs=50))
    assert list(inputs("txt", runs=50, seed=1)) != list(inputs("txt", runs=50))
