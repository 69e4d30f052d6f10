"""What a user configures about reading reaches the claims: the widths of hedges, the language model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import check_text
from pipeline.article import Article
from pipeline.cli import main
from pipeline.components import language
from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.extract import extract_articles

pytestmark = pytest.mark.model
TEXT = (
    "Kenya's trade with Uganda was $5.2 billion in 2023. Kenya's exports to Uganda were nearly $4.0 billion and its "
    "imports from Uganda $2.0 billion in 2023.\n"
)
WIDE = {"nearly": {"natural": 0.3, "widest": 0.5}}


def lows(settings: Settings) -> list[Any]:
    ((_, claims),) = extract_articles([Article(name="a.txt", text=TEXT)], settings)
    return [claim.low for claim in claims if claim.hedge]


def test_widths_of_hedges_reach_the_claims_and_no_other_reading_of_the_same_text() -> None:
    (usual,) = lows(Settings())
    (wide,) = lows(Settings(hedges=WIDE))
    assert wide < usual
    assert lows(Settings()) == [usual]


def test_a_wider_hedge_settles_a_contradiction() -> None:
    assert [found.certainty for found in check_text(TEXT).findings] == ["impossible"]
    assert not check_text(TEXT, settings=Settings(hedges=WIDE)).findings


@pytest.mark.parametrize(
    ("hedges", "message"),
    [
        ({"nearlyy": {"natural": 0.1}}, "hedges.nearlyy: no such hedge; the hedges are "),
        ({"nearly": {"width": 0.1}}, "hedges.nearly.width: no such key; the keys are "),
        ({"nearly": {"natural": -0.1}}, "hedges.nearly.natural: a width is not negative, found -0.1"),
        ({"nearly": {"natural": 0.3, "widest": 0.1}}, "the natural width is larger than the widest, 0.1"),
        ({"nearly": {"natural": "open", "widest": 0.1}}, "the natural width is larger than the widest, 0.1"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["extract"], ["amounts"], ["run", "-o", "out"]], ids=lambda one: one[0])
def test_widths_that_cannot_be_are_refused_by_every_command_that_reads(
    command: list[str],
    hedges: dict[str, Any],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("config.yaml").write_text(json.dumps({"hedges": hedges}), encoding="utf-8")
    Path("texts").mkdir()
    Path("texts/a.txt").write_text(TEXT, encoding="utf-8")
    assert main([*command, "texts" if command[0] == "run" else "texts/a.txt"]) == 2
    assert message in capsys.readouterr().err


def test_the_language_model_is_the_one_that_is_configured() -> None:
    usual = language.language()
    try:
        language.prefer(["no_such_model"])
        with pytest.raises(ConfigError, match=r"no language model is installed \(tried no_such_model\)"):
            language.language()
    finally:
        language.prefer(language.NAMES)
    assert language.language().meta == usual.meta
