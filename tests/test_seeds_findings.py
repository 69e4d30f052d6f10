"""The seed articles: every known error is found, blamed and mended, every proof holds, nothing else is said."""

from __future__ import annotations

import json

import pytest
from certificate import contradictory, with_digits_cut
from gold_claims import SHARED, load

from pipeline.claim import Claim
from pipeline.conflict import Check, check
from pipeline.finding import Finding

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared articles are not beside the checkout"),
]


@pytest.fixture(scope="module")
def claims() -> dict[str, Claim]:
    return {claim.id: claim for claim in load("seeds")}


@pytest.fixture(scope="module")
def checked(claims: dict[str, Claim]) -> Check:
    return check(list(claims.values()))


@pytest.fixture(scope="module")
def gold() -> dict[str, list[dict[str, object]]]:
    return json.loads((SHARED / "gold" / "seeds-findings.json").read_text(encoding="utf-8"))


def _touches(claim: Claim, span: dict[str, object]) -> bool:
    return claim.doc == span["doc"] and claim.start < int(str(span["end"])) and int(str(span["start"])) < claim.end


def _answers(expected: dict[str, object], finding: Finding, claims: dict[str, Claim]) -> bool:
    its = [claims[claim] for claim in finding.claims]
    sets = expected["include"]
    return finding.scope in expected["scope"] and any(  # type: ignore[operator]
        all(any(_touches(claim, span) for claim in its) for span in spans)
        for spans in sets  # type: ignore[attr-defined]
    )


@pytest.mark.parametrize("group", ["expected", "stretch"])
def test_every_known_error_is_found_and_blamed(group, claims, checked, gold):
    for expected in gold[group]:
        hits = [finding for finding in checked.findings if _answers(expected, finding, claims)]
        assert hits, expected["name"]
        if expected["suspect"]:
            blamed = [claims[hit.suspect] for hit in hits if hit.suspect]
            assert any(_touches(claim, expected["suspect"]) for claim in blamed), expected["name"]


def test_the_mislabelled_figure_is_given_to_kyrgyzstan(claims, checked):
    repairs = [f.repair for f in checked.findings if f.repair and claims[f.repair.claim].text == "$22.7 billion"]
    assert [dict(repair.change) for repair in repairs] == [{"partner": "KGZ"}]
    supported = {claims[one].text for one in repairs[0].support}
    assert {"$94.8 billion", "$43.8 billion", "$13.8 billion", "$10.6 billion", "$3.9 billion"} <= supported
    assert "22.7 billion U.S. dollars" in supported


def test_nothing_else_is_accused(claims, checked, gold):
    for finding in checked.findings:
        its = [claims[claim] for claim in finding.claims]
        assert any(_touches(claim, span) for claim in its for span in gold["tainted"]), finding.explanation


def test_every_impossible_finding_is_proved_again_by_other_means(claims, checked):
    impossible = [finding for finding in checked.findings if finding.certainty == "impossible"]
    assert impossible
    for finding in impossible:
        its = [with_digits_cut(claims[claim]) for claim in finding.claims]
        assert contradictory(its), finding.explanation
        for one in its:
            assert not contradictory([other for other in its if other is not one]), finding.explanation


def test_the_order_of_claims_changes_nothing(claims, checked):
    assert check(list(reversed(claims.values()))) == checked


@pytest.mark.parametrize("kind", ["train"])
def test_real_articles_have_no_contradiction_but_those_that_people_found(kind):
    found = load(kind)
    claims = {claim.id: claim for claim in found}
    gold = json.loads((SHARED / "gold" / f"{kind}-findings.json").read_text(encoding="utf-8"))
    known = {(entry["doc"], tuple(span)) for entry in gold for one in entry["contradictions"] for span in one["spans"]}
    for finding in check(found).findings:
        if finding.certainty == "impossible":
            its = [claims[claim] for claim in finding.claims]
            hits = [c for c in its for doc, (start, end) in known if c.doc == doc and c.start < end and start < c.end]
            assert len(hits) >= 2, finding.explanation
