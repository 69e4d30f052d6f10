"""An error of Crossfoot's own in one article costs that article, is told, and costs no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import pipeline.extract
from pipeline.claim import Claim
from pipeline.cli import main
from pipeline.engine import Job, run

pytestmark = pytest.mark.model

GOOD = "Peru's exports to Chile were $5 billion in 2023.\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.txt", "broken.txt", "c.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    whole = pipeline.extract.extract_claims

    def breaking(article: Any) -> tuple[Claim, ...]:
        if article.name == "broken.txt":
            raise IndexError("tuple index out of range")
        return whole(article)

    monkeypatch.setattr(pipeline.extract, "extract_claims", breaking)
    return tmp_path


@pytest.mark.parametrize("command", ["extract", "check"])
def test_the_other_articles_are_read(corpus: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    code = main(
        [command, *map(str, sorted(corpus.glob("*.txt"))), "--format", "jsonl" if command == "extract" else "json"]
    )
    told = capsys.readouterr()
    read = [json.loads(line) for line in told.out.splitlines()]
    claims = read if command == "extract" else read[0]["claims"]
    assert [claim["doc"] for claim in claims] == ["a.txt", "c.txt"]
    assert (
        "broken.txt: was left out, by an error of Crossfoot itself (IndexError: tuple index out of range)" in told.err
    )
    assert code == 2


def test_a_run_names_the_article_that_it_left_out(corpus: Path, tmp_path: Path) -> None:
    done = run(Job(paths=(str(corpus),), out=tmp_path / "out", jobs=1))
    assert [one.name for one in done.skipped] == ["broken.txt"]
    assert done.claims == 2
