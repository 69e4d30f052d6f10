"""``from pipeline import check``: what a program that uses Crossfoot calls."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from toy_language import extract

import pipeline
from pipeline import Reading, check, check_text

CLASH = "Headline of the article\n\nKAZ CHN turnover 2024: $43.8 billion\n\nKAZ CHN turnover 2024: $22.7 billion\n"


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.extract", extract)


def test_a_text_is_checked_against_itself(toy: None) -> None:
    reading = check_text(CLASH, name="a.txt")
    assert isinstance(reading, Reading)
    assert [CLASH[claim.start : claim.end] for claim in reading.claims] == ["$43.8 billion", "$22.7 billion"]
    assert [finding.kind for finding in reading.findings] == ["same-fact"]
    assert reading.checked == {claim.id for claim in reading.claims}


def test_files_are_checked_together_and_what_cannot_be_read_is_named(toy: None, tmp_path: Path) -> None:
    first, second = CLASH.split("\n\n")[1:]
    (tmp_path / "a.txt").write_text(f"Headline\n\n{first}\n")
    (tmp_path / "b.txt").write_text(f"Headline\n\n{second}\n")
    (tmp_path / "c.pdf").write_bytes(b"no PDF")
    reading = check(tmp_path / "a.txt", str(tmp_path / "b.txt"), tmp_path / "c.pdf")
    assert [article.name for article in reading.articles] == ["a.txt", "b.txt"]
    assert [one.name for one in reading.skipped] == ["c.pdf"]
    assert [finding.scope for finding in reading.findings] == ["cross-source"]


@pytest.mark.model
def test_half_a_character_is_read_as_none() -> None:
    text = "News \ud83d of the day.\n\nChina's exports to Kenya were $3 billion in 2024."
    reading = check_text(text, name="\udc80")
    assert [text[claim.start : claim.end] for claim in reading.claims] == ["$3 billion"]
    assert reading.articles[0].name == "\ufffd"
    reading.articles[0].text.encode()


@pytest.mark.model
def test_a_sentence_is_read_by_the_real_extractor() -> None:
    reading = check_text("China's exports to Kazakhstan were $28 billion in 2024, according to Chinese customs.")
    assert [(claim.reporter, claim.partner, claim.flow) for claim in reading.claims] == [("CHN", "KAZ", "export")]
    assert reading.findings == ()


def test_the_package_is_light_until_something_is_asked_of_it() -> None:
    code = "import sys, pipeline; print(*(name for name in sys.modules if name.startswith('pipeline')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["pipeline"]


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        pipeline.chekc  # noqa: B018 - the attribute is what is tested
