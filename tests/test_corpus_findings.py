"""What a check of the sample articles says: no contradiction without one of the figures that are wrong in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import check

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.model
def test_every_contradiction_in_a_sample_article_has_a_figure_that_is_wrong_in_it() -> None:
    gold = json.loads((ROOT / "tests" / "gold" / "corpus-findings.json").read_text(encoding="utf-8"))
    wrong = {(span["doc"], place) for span in gold["tainted"] for place in range(span["start"], span["end"])}
    checked = check(str(ROOT / "corpus"))
    claims = {claim.id: claim for claim in checked.claims}
    proved = [finding for finding in checked.findings if finding.certainty == "impossible"]
    assert proved
    for finding in proved:
        its = [claims[claim] for claim in finding.claims]
        assert any((c.doc, place) in wrong for c in its for place in range(c.start, c.end)), finding.headline
