"""Hostile inputs to every door: a short run of the fuzzer, and every input that ever broke something."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.mutation import inputs
from fuzz.starts import starts
from fuzz.targets import TARGETS, try_one
from pipeline.article import Article, Source, read_article

RUNS = 60
FEWER = {"outputs": 15}
KEPT = sorted((Path(__file__).parent.parent / "fuzz" / "faults").glob("*-*"))


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_inputs_get_an_answer(name: str) -> None:
    for data in inputs(name, runs=FEWER.get(name, RUNS)):
        try_one(name, data)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_broke_once_does_not_break_again(path: Path) -> None:
    try_one(path.name.rpartition("-")[0], path.read_bytes())


@pytest.mark.parametrize("kind", ["txt", "html", "pdf", "docx"])
def test_what_files_are_made_from_can_be_read(tmp_path: Path, kind: str) -> None:
    for at, data in enumerate(starts(kind)):
        path = tmp_path / f"{at}.{kind}"
        path.write_bytes(data)
        assert isinstance(read_article(Source(path=str(path), name=path.name)), Article)


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert list(inputs("txt", runs=50)) == list(inputs("txt", runs=50))
    assert list(inputs("txt", runs=50, seed=1)) != list(inputs("txt", runs=50))
