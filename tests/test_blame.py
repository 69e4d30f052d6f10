"""Who is blamed for a conflict: the figure in every conflict, ties, what others repeat, what hangs together."""

from __future__ import annotations

import pytest
from claims import change, claim, rank, trend

from pipeline.conflict import Check, check
from pipeline.finding import Finding

KAZ = "CHN/KAZ/turnover 2024"


def only(found: Check) -> Finding:
    (finding,) = found.findings
    return finding


def test_the_figure_in_every_conflict_is_blamed():
    wrong = claim(KAZ, "$22.7 billion")
    claims = [
        claim("KAZ/CHN/import 2024", "$28.0 billion"),
        claim("KAZ/CHN/export 2024", "$15.9 billion"),
        claim(KAZ, "$43.8 billion"),
        wrong,
    ]
    found = only(check(claims))
    assert found.suspect == wrong.id
    assert found.follows


def test_a_tie_is_said_to_be_one():
    found = only(check([claim(KAZ, "$43.8 billion"), claim(KAZ, "$22.7 billion")]))
    assert found.suspect is None
    assert set(found.suspects) == set(found.claims)


def test_a_tie_is_settled_by_what_hangs_together_with_it():
    shown = [
        claim("ISL/FRA/import 2023", "$267 million"),
        claim("ISL/FRA/import 2022", "$363 million"),
        change("ISL/FRA/import 2023", "81.9%", "2022"),
    ]
    assert check(shown).findings[0].suspect is None
    word = trend("ISL/FRA/import 2023", "fell", -1, "2022")
    found = check([*shown, word]).findings
    assert [one.suspect for one in found] == [shown[2].id]  # without the amount the word still contradicts the growth


def test_a_chain_that_only_truncation_could_explain_is_unlikely():
    claims = [
        claim("ITA/KAZ/export 2024", "$59.8 million"),
        claim("ITA/KAZ/import 2024", "$63.2 million"),
        claim("ITA/KAZ/turnover 2023", "$115 million"),
        change("ITA/KAZ/turnover 2024", "6.2%", "2023"),
    ]
    found = check(claims).findings
    assert [one.certainty for one in found] == ["unlikely"]
    assert set(found[0].claims) == {one.id for one in claims}


def test_what_other_articles_repeat_is_trusted():
    wrong = claim(KAZ, "$22.7 billion", "a")
    right = claim(KAZ, "$43.8 billion", "a")
    elsewhere = [claim(KAZ, "$43.8 billion", f"other-{n}") for n in range(3)]
    found = check([wrong, right, *elsewhere]).findings
    assert [one.suspect for one in found if one.scope == "article"] == [wrong.id]


def test_what_others_vouch_for_is_no_suspect():
    claims = [
        claim("KAZ/CHN/export 2024", "$15.9 billion", "a"),
        claim("KAZ/CHN/import 2024", "$28.0 billion", "a"),
        claim(KAZ, "$50.0 billion", "a"),
    ]
    elsewhere = [claim("KAZ/CHN/export 2024", "$15.9 billion", doc) for doc in "bcd"]
    found = only(check([*claims, *elsewhere]))
    assert set(found.claims) == {one.id for one in claims}
    assert set(found.suspects) == {claims[1].id, claims[2].id}


def test_one_disputed_fact_is_one_finding_with_its_witnesses():
    many = [claim(KAZ, "$43.8 billion", f"d{n}") for n in range(6)]
    wrong = [claim(KAZ, "$48.3 billion", f"w{n}") for n in range(2)]
    found = only(check([*many, *wrong]))
    assert found.suspect in {one.id for one in wrong}
    assert len(found.witnesses) == 6


def test_a_superlative_is_doubted_before_figures():
    word = rank("CHN/UZB/turnover 2024", "largest", 1, "CHN/*/turnover:central-asia")
    found = only(check([word, claim("CHN/UZB/turnover 2024", "$13.8 billion"), claim(KAZ, "$43.8 billion")]))
    assert found.suspect == word.id


def test_a_growth_in_the_same_breath_goes_with_its_amount():
    claims = [
        claim(KAZ, "$43.8 billion", start=0),
        change(KAZ, "nearly 7%", "2023", start=40),
        claim("KAZ/CHN/import 2024", "$28 billion", start=80),
        claim("KAZ/CHN/export 2024", "$15.9 billion", start=120),
        change(KAZ, "15%", "2023", start=200),
        claim(KAZ, "$22.7 billion", start=208),
    ]
    found = only(check(claims))
    assert found.suspect == claims[-1].id
    assert any("15" in line for line in found.follows)


@pytest.mark.parametrize(
    ("edge", "start"), [(KAZ, 2000), ("CHN/UZB/turnover 2024", 200)], ids=["far away", "of another country"]
)
def test_a_growth_elsewhere_is_a_conflict_of_its_own(edge: str, start: int):
    claims = [
        claim(KAZ, "$43.8 billion", start=0),
        claim("KAZ/CHN/import 2024", "$28 billion", start=80),
        claim("KAZ/CHN/export 2024", "$15.9 billion", start=120),
        claim(KAZ, "$22.7 billion", start=208),
        change(edge, "nearly 7%", "2023", start=300),
        change(edge, "15%", "2023", start=start),
    ]
    assert [found.suspect for found in check(claims).findings] == [claims[3].id, None]


def test_a_culprit_takes_only_its_own_conflicts_along():
    claims = [
        claim("ISL/FRA/import 2023", "$267 million"),
        claim("ISL/FRA/import 2022", "$363 million"),
        change("ISL/FRA/import 2023", "81.9%", "2022"),
        trend("ISL/FRA/import 2023", "fell", -1, "2022"),
        claim("ISL/FRA/turnover 2022", "$300 million"),
    ]
    growth, identity = check(claims).findings
    assert growth.suspect == claims[2].id
    assert set(identity.suspects) == {claims[1].id, claims[4].id}


def test_a_doubtful_claim_asks_for_a_reader():
    found = only(check([claim(KAZ, "$43.8 billion"), claim(KAZ, "$22.7 billion", doubt="misprinted figure")]))
    assert found.certainty == "needs-reading"
