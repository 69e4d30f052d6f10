"""The engine: the same outcomes from one process and from several, in the order of the files."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from pipeline.article import Article, Skipped
from pipeline.config import Settings
from pipeline.engine import Job, Progress, find_inputs, read_inputs
from pipeline.errors import CorpusError

SENTENCE = "Kazakhstan's exports to China rose to ${}.4 billion in 2023, customs data showed.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"{number:03}.txt").write_text(SENTENCE.format(number) * (number % 5), encoding="utf-8")
    return tmp_path


def job(corpus: Path, jobs: int = 1) -> Job:
    return Job(paths=(str(corpus),), out=corpus / "out", settings=Settings(), jobs=jobs)


@pytest.mark.model
def test_processes_change_nothing(corpus: Path) -> None:
    inputs = find_inputs(job(corpus))
    alone = list(read_inputs(inputs, job(corpus)))
    together = list(read_inputs(inputs, job(corpus, jobs=2)))
    assert together == alone
    assert [read.name for read, _ in alone] == [f"{number:03}.txt" for number in range(40)]
    assert {type(read) for read, _ in alone} == {Article, Skipped}
    assert any(claims for _, claims in alone)


@pytest.mark.model
def test_claims_travel_between_processes_whole(corpus: Path) -> None:
    claims = [claim for _, found in read_inputs(find_inputs(job(corpus)), job(corpus)) for claim in found]
    assert claims
    assert pickle.loads(pickle.dumps(claims)) == claims


@pytest.mark.model
def test_progress_counts_every_file(corpus: Path) -> None:
    heard: list[Progress] = []
    list(read_inputs(find_inputs(job(corpus)), job(corpus), heard.append))
    assert [progress.done for progress in heard] == list(range(1, 41))
    assert {progress.total for progress in heard} == {40}


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no article"):
        find_inputs(job(tmp_path))


def test_the_output_directory_is_no_input(corpus: Path) -> None:
    (corpus / "out").mkdir()
    (corpus / "out/report.html").write_text("<p>old</p>", encoding="utf-8")
    assert "out/report.html" not in [item.name for item in find_inputs(job(corpus))]
