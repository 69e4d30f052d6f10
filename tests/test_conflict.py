"""Scopes, folding and stability of the checking as a whole."""

from __future__ import annotations

import dataclasses
import random
from decimal import Decimal

import pytest
from certificate import contradictory
from claims import change, claim, only, share

from pipeline.claim import Claim
from pipeline.conflict import CheckSettings, check

KAZ = "CHN/KAZ/turnover 2024"


# --- scopes


def test_one_article_against_itself():
    found = only(check([claim(KAZ, "$43.8 billion", source="GACC"), claim(KAZ, "$22.7 billion")]))
    assert (found.scope, found.kind) == ("article", "same-fact")


def test_articles_that_cite_one_source():
    found = only(
        check([claim(KAZ, "$43.8 billion", "a", source="GACC"), claim(KAZ, "$22.7 billion", "b", source="GACC")])
    )
    assert found.scope == "source"


def test_articles_without_a_common_source_disagree():
    found = only(check([claim(KAZ, "$43.8 billion", "a", source="GACC"), claim(KAZ, "$42.7 billion", "b")]))
    assert found.scope == "cross-source"
    assert "sources differ" in found.headline


def test_two_sources_set_against_each_other_in_one_article_disagree_and_nobody_is_blamed():
    edge = "UZB/CHN/export 2023"
    found = only(check([claim(edge, "$1.6 billion", source="GACC"), claim(edge, "$2.5 billion", source="UZSTAT")]))
    assert (found.scope, found.suspect) == ("cross-source", None)
    assert len(found.suspects) == 2


@pytest.mark.parametrize("named", [True, False])
def test_of_named_sources_none_is_blamed_though_it_differs_from_all_others(named: bool):
    said = {"GACC": "$43.8 billion", "KAZSTAT": "$22.7 billion", "UZSTAT": "up to $30 billion"}
    claims = [claim(KAZ, figure, name, source=name if named else None) for name, figure in said.items()]
    found = only(check(claims))
    odd, other = claims[0].id, claims[1].id
    assert (found.suspect, set(found.suspects)) == ((None, {odd, other}) if named else (odd, {odd}))
    assert len(found.follows) == 1


@pytest.mark.parametrize("named", [True, False])
def test_of_named_sources_none_is_put_right_though_a_slip_would_explain_it(named: bool):
    parts = [claim("KAZ/CHN/export 2024", "$15.9 billion", "a"), claim("KAZ/CHN/import 2024", "$28.0 billion", "a")]
    agreed = [claim(KAZ, "$43.8 billion", doc, source="GACC" if named else None) for doc in "ac"]
    slipped = claim(KAZ, "$34.8 billion", "b", source="KAZSTAT" if named else None)
    found = only(check([*parts, *agreed, slipped]))
    assert (found.suspect, found.repair is None) == ((None, True) if named else (slipped.id, False))


def test_each_source_of_an_article_is_held_against_itself():
    claims = [claim("UZB/KAZ/export 2023", "$1.3 billion", source="GACC") for _ in range(3)]
    claims += [claim("UZB/CHN/export 2023", figure, source="UZSTAT") for figure in ("$1.6 billion", "$2.5 billion")]
    assert only(check(claims)).scope == "article"


def test_no_proof_between_sources_rests_on_three_of_them():
    claims = [
        claim(KAZ, "$50.0 billion", "a"),
        claim("KAZ/CHN/export 2024", "$15.9 billion", "b"),
        claim("KAZ/CHN/import 2024", "$28.0 billion", "c"),
    ]
    assert not check(claims).findings


def test_a_total_of_one_article_against_the_parts_of_another():
    claims = [
        claim(KAZ, "$50.0 billion", "a"),
        claim("KAZ/CHN/export 2024", "$15.9 billion", "b"),
        claim("KAZ/CHN/import 2024", "$28.0 billion", "b"),
    ]
    assert only(check(claims)).scope == "cross-source"


def test_a_total_that_another_source_gives_otherwise_is_told_as_the_one_difference():
    claims = [
        claim(KAZ, "$50.0 billion", "a"),
        claim("KAZ/CHN/export 2024", "$15.9 billion", "b"),
        claim("KAZ/CHN/import 2024", "$28.0 billion", "b"),
    ]
    of_another = only(check([*claims, claim(KAZ, "$43.8 billion", "c")]))  # which the parts make
    assert of_another.kind == "same-fact"
    unlike = check([*claims, claim(KAZ, "$47.0 billion", "c")]).findings
    assert {one.kind for one in unlike} == {"same-fact", "identity"}


def test_parts_that_another_source_makes_the_total_are_told_as_the_one_difference():
    claims = [
        claim(KAZ, "$50.0 billion", "a"),
        claim("KAZ/CHN/export 2024", "$15.9 billion", "b"),
        claim("KAZ/CHN/import 2024", "$28.0 billion", "b"),
        claim("KAZ/CHN/export 2024", "$22.0 billion", "c"),
    ]
    found = only(check(claims))
    assert (set(found.claims), found.follows) == ({claims[1].id, claims[3].id}, ())


@pytest.mark.parametrize("main", ["GACC", "UZSTAT"])
def test_what_names_no_source_is_told_by_the_main_one(main: str):
    other = {"GACC": "UZSTAT", "UZSTAT": "GACC"}[main]
    claims = [
        claim(KAZ, "$50.0 billion", source=main),
        claim("KAZ/CHN/export 2024", "$15.9 billion", source=main),
        claim("KAZ/CHN/import 2024", "$28.0 billion"),
        claim("KAZ/CHN/import 2024", "$31.0 billion", source=other),
    ]
    within = [found for found in check(claims).findings if found.scope == "article"]
    assert [set(found.claims) for found in within] == [{one.id for one in claims[:3]}]


def test_mirror_figures_have_room_of_their_own():
    sold = claim("KAZ/CHN/export 2024", "$15.0 billion", "a", source="KAZSTAT")
    near = claim("CHN/KAZ/import 2024", "$16.2 billion", "b", source="GACC")
    far = claim("CHN/KAZ/import 2024", "$21.0 billion", "b", source="GACC")
    assert not check([sold, near]).findings
    found = only(check([sold, far]))
    assert (found.kind, found.certainty, found.scope) == ("mirror", "unlikely", "cross-source")
    assert "two offices" in found.note
    assert not check([sold, far], settings=CheckSettings(mirror_tolerance=Decimal("0.5"))).findings


@pytest.mark.parametrize(
    ("doc", "sources", "apart"),
    [
        pytest.param("b", ("KAZSTAT", None), True, id="another article that names no source"),
        pytest.param("b", (None, None), True, id="two articles that name none"),
        pytest.param("b", ("KAZSTAT", "KAZSTAT"), False, id="one source in two articles"),
        pytest.param("a", ("KAZSTAT", None), False, id="one article"),
        pytest.param("a", ("KAZSTAT", "GACC"), True, id="two sources in one article"),
    ],
)
def test_only_figures_that_were_counted_apart_have_the_room_of_mirrors(
    doc: str, sources: tuple[str | None, str | None], apart: bool
):
    sold = claim("KAZ/CHN/export 2024", "$15.0 billion", "a", source=sources[0])
    bought = claim("CHN/KAZ/import 2024", "$16.2 billion", doc, source=sources[1])
    assert bool(check([sold, bought]).findings) is not apart


def test_a_part_and_its_whole_are_no_mirror_figures():
    part = claim("KAZ/CHN/export 2024", "$50.0 billion", "a", source="KAZSTAT")
    assert only(check([part, claim("CHN/KAZ/turnover 2024", "$40.0 billion", "b", source="GACC")])).kind == "identity"


def test_changes_seen_from_two_sides_are_no_mirror_figures():
    sides = [
        change("KAZ/CHN/export 2024", "$2.1 billion", "2023", "a", source="KAZSTAT"),
        change("CHN/KAZ/import 2024", "$5.3 billion", "2023", "b", source="GACC"),
    ]
    assert only(check(sides)).kind == "same-fact"


def test_of_mirror_figures_those_that_are_fewer_have_the_room():
    sold = [
        claim("KAZ/CHN/export 2024", f"$15.{tenth} billion", doc, source=doc) for tenth, doc in ((0, "a"), (3, "b"))
    ]
    bought = claim("CHN/KAZ/import 2024", "$16.2 billion", "c", source="c")
    found = only(check([*sold, bought]))
    assert set(found.claims) == {one.id for one in sold}


def test_a_mirror_figure_with_an_open_end_has_room_at_the_other():
    sold = claim("KAZ/CHN/export 2024", "$15.0 billion", "a", source="KAZSTAT")
    for figure, apart in (
        ("more than $16 billion", False),
        ("more than $20 billion", True),
        ("up to $14 billion", False),
    ):
        bought = claim("CHN/KAZ/import 2024", figure, "b", source="GACC")
        assert bool(check([sold, bought]).findings) is apart


def test_goods_of_one_article_are_not_all_trade_of_another():
    goods = claim("USA/world/export 2024", "$2.0 trillion", "a", commodity="goods")
    everything = claim("USA/world/export 2024", "$3.1 trillion", "b")
    assert not check([goods, everything]).findings


def test_growth_across_articles_may_be_a_revision():
    claims = [
        change(KAZ, "15.0%", "2023", "a"),
        claim(KAZ, "$43.8 billion", "a"),
        claim("CHN/KAZ/turnover 2023", "$41.0 billion", "b"),
    ]
    assert only(check(claims)).certainty == "unlikely"


@pytest.mark.parametrize(
    ("second", "certainty", "note"),
    [
        ("$352 million", "unlikely", "They fit only if round figures and hedges are read at their widest."),
        ("$3.51 million", "impossible", ""),
    ],
)
def test_a_conflict_that_a_wider_reading_would_settle_says_which(second: str, certainty: str, note: str):
    found = only(check([claim("PER/CHL/export 1999", "$350 million"), claim("PER/CHL/export 1999", second)]))
    assert (found.certainty, found.note) == (certainty, note)


# --- laws


def article(doc: str = "a") -> list[Claim]:
    return [
        claim("CHN/central-asia/turnover 2024", "$94.8 billion", doc),
        claim(KAZ, "$43.8 billion", doc),
        claim("CHN/UZB/turnover 2024", "$13.8 billion", doc),
        claim("CHN/TKM/turnover 2024", "$10.6 billion", doc),
        claim("CHN/TJK/turnover 2024", "$3.9 billion", doc),
        claim("CHN/KGZ/turnover 2024", "$27.2 billion", doc),
        share(KAZ, "46%", "CHN/central-asia/turnover", doc),
        claim("KAZ/CHN/import 2024", "$28 billion", doc),
        claim("KAZ/CHN/export 2024", "$15.9 billion", doc),
    ]


def test_order_changes_nothing():
    claims = [*article("a"), *article("b")]
    expected = check(claims)
    assert expected.findings
    for seed in range(3):
        shuffled = list(claims)
        random.Random(seed).shuffle(shuffled)
        assert check(shuffled) == expected


def test_an_unrelated_article_changes_nothing():
    claims = article()
    alone = check(claims)
    both = check([*claims, claim("BRA/ARG/export 1999", "$5.1 billion", "z")])
    assert both.findings == alone.findings


def test_every_proof_is_irreducible_and_holds_by_other_means():
    claims = {one.id: one for one in article()}
    (found,) = check(list(claims.values())).findings
    its = [claims[one] for one in found.claims]
    assert contradictory(its)
    for one in its:
        rest = [other for other in its if other is not one]
        assert not contradictory(rest)
        assert not check(rest).findings


def test_ids_do_not_depend_on_positions():
    claims = article()
    moved = [dataclasses.replace(one, start=one.start + 5000, end=one.end + 5000) for one in claims]
    assert [one.id for one in check(moved).findings] == [one.id for one in check(claims).findings]


def test_what_says_something_else_has_another_id():
    said = [
        (claim(KAZ, "$43.8 billion", "a"), claim(KAZ, "$22.7 billion", "a")),
        (claim(KAZ, "$43.8 billion", "b"), claim(KAZ, "$22.7 billion", "b")),
        (claim(KAZ, "$43.8 billion", "a"), claim(KAZ, "$22.8 billion", "a")),
        (claim("CHN/KAZ/turnover 2023", "$43.8 billion", "a"), claim("CHN/KAZ/turnover 2023", "$22.7 billion", "a")),
        (change(KAZ, "7%", "2023", "a"), change(KAZ, "15%", "2023", "a")),
        (change(KAZ, "7%", "2022", "a"), change(KAZ, "15%", "2022", "a")),
    ]
    assert len({only(check(pair)).id for pair in said}) == len(said)
    assert only(check(said[0][::-1])).id == only(check(said[0])).id


@pytest.mark.parametrize("factor", ["1000", "0.001"])
def test_scaling_all_figures_keeps_the_findings(factor):
    ends = ("value", "low", "high", "natural_low", "natural_high")
    scaled = [
        one
        if one.unit == "percent"
        else dataclasses.replace(one, **{e: getattr(one, e) * Decimal(factor) for e in ends})
        for one in article()
    ]
    assert [one.claims for one in check(scaled).findings] == [
        one.claims for one in check(article_again(scaled)).findings
    ]
    assert len(check(scaled).findings) == 1


def article_again(like: list[Claim]) -> list[Claim]:
    return [dataclasses.replace(one, id=other.id) for one, other in zip(article(), like, strict=True)]


# --- coverage


def test_silence_is_not_agreement():
    lonely = claim("BRA/ARG/export 1999", "$5.1 billion")
    timeless = claim("BRA/ARG/export", "$5.1 billion")
    checked = check([*article(), lonely, timeless])
    assert lonely.id not in checked.checked
    assert "no other figure" in checked.not_compared[lonely.id]
    assert "the time that it is for was not found" in checked.not_compared[timeless.id]
    assert {one.id for one in article("b")}.isdisjoint(checked.not_compared)


def test_a_figure_that_is_printed_twice_is_compared_with_itself():
    twice = [claim("BRA/ARG/export 1999", "$5.1 billion", doc) for doc in "ab"]
    assert check(twice).checked == {one.id for one in twice}


def test_findings_come_certain_ones_first_then_in_the_order_of_the_text():
    again, wide, late, early = (
        [claim(f"{pair}/export 1999", figure, start=start + 100 * at, doubt=doubt) for at, figure in enumerate(figures)]
        for pair, figures, start, doubt in (
            ("BRA/ARG", ("$5.1 billion", "$9.4 billion"), 0, "the passage is unclear"),
            ("PER/CHL", ("$350 million", "$352 million"), 1000, None),
            ("KEN/UGA", ("$5.1 billion", "$9.4 billion"), 3000, None),
            ("FRA/ESP", ("$5.1 billion", "$9.4 billion"), 2000, None),
        )
    )
    found = [(one.certainty, one.claims) for one in check([*again, *wide, *late, *early]).findings]
    assert found == [
        ("impossible", tuple(one.id for one in early)),
        ("impossible", tuple(one.id for one in late)),
        ("unlikely", tuple(one.id for one in wide)),
        ("needs-reading", tuple(one.id for one in again)),
    ]


def test_proofs_come_first_and_within_articles_before_between_them():
    claims = [
        claim(KAZ, "$43.8 billion", "a"),
        claim(KAZ, "$22.7 billion", "b"),
        claim("BRA/ARG/export 1999", "$5.1 billion", "c"),
        claim("BRA/ARG/export 1999", "$6.1 billion", "c"),
        claim("PER/CHL/export 1999", "$5.18 billion", "d"),
        claim("PER/CHL/export 1999", "$5.1 billion", "d"),
    ]
    told = [(found.certainty, found.scope) for found in check(claims).findings]
    assert told == [("impossible", "article"), ("impossible", "cross-source"), ("unlikely", "article")]


def test_a_finding_tells_its_steps():
    found = only(check([claim(KAZ, "$43.8 billion"), claim(KAZ, "$22.7 billion")]))
    assert [step.claims for step in found.steps[:-1]] == [(one,) for one in found.claims]
    assert all(step.low is not None and step.high is not None for step in found.steps[:-1])
    assert "43.8" in found.explanation
    assert "22.7" in found.explanation


def test_a_part_beyond_the_whole_is_set_against_what_it_leaves_open():
    exports, trade = claim("KEN/UGA/export 2023", "$126.3 million"), claim("KEN/UGA/turnover 2023", "$117.2 million")
    step = only(check([exports, trade])).steps[-2]
    assert (step.claims, step.low, step.high) == ((exports.id,), 126.25e6, None)
    assert step.text == "By the other figure, Kenya's 2023 trade with Uganda is at least $126.25 m"


def test_a_chain_says_what_the_others_leave_for_one_of_its_figures():
    figures = [
        claim("GEO/CHN/export 2023", "$5.0 billion"),
        change("GEO/CHN/export 2024", "20%", "2023"),
        claim("GEO/CHN/import 2024", "$1.0 billion"),
        claim("GEO/CHN/turnover 2024", "$9.0 billion"),
    ]
    (step,) = (step for step in only(check(figures)).steps if step.text.startswith("By the other figures"))
    (left_out,) = (one for one in figures if one.id not in step.claims)
    assert step.low is None or step.low > left_out.high or step.high < left_out.low
