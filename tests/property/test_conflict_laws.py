"""Laws of the check: each test is named for what holds for every set of claims."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence

from claims import change, claim, share
from hypothesis import given, settings
from hypothesis import strategies as st
from told import retold, told

from pipeline.claim import Claim
from pipeline.conflict import CheckSettings, check

COUNTRIES = ("KEN", "UGA", "TZA")
OTHER = {"KEN": "LVA", "UGA": "EST", "TZA": "LTU"}
"""Countries that are as near to each other as the first three are, in another order."""
levels = st.builds(
    lambda pair, flow, year, tenths: claim(f"{pair[0]}/{pair[1]}/{flow} {year}", f"${tenths / 10} billion"),
    st.permutations(COUNTRIES).map(lambda order: order[:2]),
    st.sampled_from(["export", "import", "turnover"]),
    st.sampled_from(["2022", "2023"]),
    st.integers(11, 59),
)
changes = st.builds(
    lambda flow, percent: change(f"KEN/UGA/{flow} 2023", f"{percent}%", "2022"),
    st.sampled_from(["export", "import", "turnover"]),
    st.integers(1, 90),
)
shares = st.builds(lambda percent: share("KEN/UGA/export 2023", f"{percent}%", "KEN/world/export"), st.integers(1, 99))
sets = st.lists(st.one_of(levels, levels, changes, shares), min_size=2, max_size=7)


def impossible(claims: Sequence[Claim]) -> bool:
    return any(finding.certainty == "impossible" for finding in check(claims).findings)


@given(sets, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_claims_changes_nothing(claims: list[Claim], draw: random.Random) -> None:
    shuffled = list(claims)
    draw.shuffle(shuffled)
    assert check(shuffled).findings == check(claims).findings


@given(sets)
@settings(max_examples=60, deadline=None)
def test_no_claim_of_a_proof_can_be_left_out(claims: list[Claim]) -> None:
    by_id = {one.id: one for one in claims}
    for finding in check(claims).findings:
        assert len(finding.claims) >= 1
        if finding.certainty != "impossible":
            continue
        proof = [by_id[ident] for ident in finding.claims]
        assert impossible(proof)
        for left_out in proof:
            assert not impossible([one for one in proof if one is not left_out])


@given(sets, levels)
@settings(max_examples=60, deadline=None)
def test_one_more_claim_never_makes_the_impossible_possible(claims: list[Claim], more: Claim) -> None:
    if impossible(claims):
        assert impossible([*claims, more])


@given(sets)
@settings(max_examples=40, deadline=None)
def test_an_article_about_others_changes_nothing(claims: list[Claim]) -> None:
    others = [
        claim("PER/CHL/export 2023", "$3.1 billion", "z.txt"),
        claim("PER/CHL/export 2023", "$9 billion", "z.txt"),
    ]
    ids = {one.id for one in claims}
    with_others = [found for found in check([*claims, *others]).findings if ids & set(found.claims)]
    assert with_others == list(check(claims).findings)


@given(sets)
@settings(max_examples=40, deadline=None)
def test_other_names_for_the_countries_give_the_same_findings(claims: list[Claim]) -> None:
    def renamed(one: Claim) -> Claim:
        whole = one.share_of and f"{OTHER[one.share_of[:3]]}{one.share_of[3:]}"
        parties = {"reporter": OTHER[str(one.reporter)], "partner": OTHER[str(one.partner)], "share_of": whole}
        return retold(one, **parties, text=f"{one.text} ")

    assert told([renamed(one) for one in claims]) == told(claims)


@given(sets, st.sampled_from([10, 1000]))
@settings(max_examples=40, deadline=None)
def test_figures_that_are_all_scaled_give_the_same_findings(claims: list[Claim], factor: int) -> None:
    def scaled(one: Claim) -> Claim:
        if one.unit != "USD":
            return one
        names = ("value", "low", "high", "natural_low", "natural_high")
        ends = {name: None if (end := getattr(one, name)) is None else end * factor for name in names}
        return retold(one, **ends, text=one.text.replace("billion", "quintillion"))

    assert told([scaled(one) for one in claims]) == told(claims)


corpora = st.lists(
    st.tuples(st.one_of(levels, levels, changes, shares), st.sampled_from("abc")), min_size=2, max_size=9
)


@given(corpora, st.sampled_from(["news/{}", "{} of Monday", "über {}"]))
@settings(max_examples=60, deadline=None)
def test_other_names_for_the_documents_give_the_same_findings(placed: list[tuple[Claim, str]], name: str) -> None:
    claims = [retold(one, doc=f"{doc}.txt") for one, doc in placed]
    assert told([retold(one, doc=name.format(one.doc)) for one in claims]) == told(claims)


@given(corpora, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_articles_changes_nothing(placed: list[tuple[Claim, str]], draw: random.Random) -> None:
    claims = [dataclasses.replace(one, doc=f"{doc}.txt") for one, doc in placed]
    order = draw.sample("abc", 3)
    assert check(sorted(claims, key=lambda one: order.index(one.doc[0]))) == check(claims)


@given(corpora)
@settings(max_examples=40, deadline=None)
def test_a_large_corpus_is_looked_at_only_where_it_disagrees_and_gives_the_same_findings(
    placed: list[tuple[Claim, str]],
) -> None:
    claims = [dataclasses.replace(one, doc=f"{doc}.txt") for one, doc in placed]
    assert check(claims, settings=CheckSettings(large_corpus=0)).findings == check(claims).findings
