"""Every slot that the wording decides shows its candidates; the one that won is the claim's."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.article import Article
from pipeline.cli import main
from pipeline.extract import extract_claims
from pipeline.extract.rivals import Rival, find_rivals
from pipeline.store import Run, StoredArticle, StoredCheck, write_run

pytestmark = pytest.mark.model
TEXT = (
    "Chile's exports to Peru came to $2 billion in 2023, after a weak 2022. "
    "Imports fell and exports rose 4 percent to $1 billion."
)


def rivals_of(printed: str) -> tuple[Rival, ...]:
    article = Article(name="a.txt", text=TEXT)
    claim = next(claim for claim in extract_claims(article) if claim.text == printed)
    return find_rivals(article, claim)


def test_the_period_that_won_stands_beside_the_one_that_did_not() -> None:
    periods = {(one.value, one.won) for one in rivals_of("$2 billion") if one.slot == "period"}
    assert ("2023", True) in periods
    assert {value for value, won in periods if not won} == {"2022"}


def test_a_figure_between_two_flows_shows_both() -> None:
    flows = [(one.value, one.won) for one in rivals_of("4 percent") if one.slot == "flow"]
    assert flows[0] == ("export", True)
    assert ("import", False) in flows


def test_every_candidate_quotes_what_offers_it() -> None:
    for one in rivals_of("$1 billion"):
        assert TEXT[one.start : one.end] or one.why == "home"
        assert one.why


def test_explain_shows_them_with_the_one_that_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = extract_claims(Article(name="a.txt", text=TEXT))
    write_run(tmp_path, Run(articles=(StoredArticle(name="a.txt", text=TEXT),), claims=claims, check=StoredCheck()))
    rate = next(claim for claim in claims if claim.text == "4 percent")
    assert main(["explain", rate.id, "-o", str(tmp_path)]) == 0
    shown = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("  flow ")]
    assert ["flow", "*", "export"] in [words[:3] for words in shown]
    assert ["flow", "import", "“Imports”"] in [words[:3] for words in shown]
