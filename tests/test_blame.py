"""Who is blamed for a conflict: the figure in every conflict, ties, what others repeat, what hangs together."""

from __future__ import annotations

import pytest
from claims import change, claim, deficit, only, rank, seen, sign, trend
from evidence import carried, said

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.conflict.blame import blame, cheapest, cost, is_vague
from pipeline.observation import Reading
from pipeline.solve.dispute import Dispute

KAZ = "CHN/KAZ/turnover 2024"


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


def test_where_no_single_error_explains_it_all_the_second_conflict_is_told_too():
    exports, imports = claim("CHL/PER/export 2023", "$4.4 billion"), claim("CHL/PER/import 2023", "$5.7 billion")
    surplus, wider = claim("CHL/PER/balance 2023", "$6.1 billion"), change("CHL/PER/balance 2023", "80%", "2022")
    alone = only(check([exports, imports, surplus, wider]))
    assert (alone.suspect, {*alone.claims}) == (exports.id, {exports.id, surplus.id})  # $11.8 billion would do
    fell = [change("CHL/PER/export 2023", "-10%", "2022"), change("CHL/PER/import 2023", "-12%", "2022")]
    both = check([exports, imports, surplus, wider, *fell]).findings
    assert {one.suspect for one in both} == {None}
    assert {one.claims for one in both} == {(exports.id, surplus.id), (exports.id, imports.id, wider.id)}


def test_the_simplest_proof_is_shown_though_another_stands_in_one_breath():
    claims = [
        said(claim(KAZ, "$43.8 billion"), 100, reporter=10, partner=20, period=30),
        said(claim(KAZ, "$34.8 billion"), 2000),
        said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2050),
        said(claim("KAZ/CHN/export 2024", "$15.9 billion"), 2100),
    ]
    found = only(check(claims))
    assert (found.kind, found.certainty, found.suspect) == ("same-fact", "impossible", claims[1].id)
    assert len(found.follows) == 1


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


def test_a_slip_that_others_bear_out_is_blamed_before_a_vague_rate():
    now, before = claim(KAZ, "$34.8 billion", "a"), claim("CHN/KAZ/turnover 2023", "$41.0 billion", "a")
    rate = change(KAZ, "nearly 7%", "2023", "a")
    assert [found.suspect for found in check([now, before, rate]).findings] == [rate.id]
    elsewhere = claim(KAZ, "$43.8 billion", "b")
    (found,) = (one for one in check([now, before, rate, elsewhere]).findings if one.scope == "article")
    assert (found.suspect, found.suspects) == (now.id, (now.id,))
    assert found.repair is not None
    assert found.repair.change == {"value": 43_800_000_000}
    assert elsewhere.id in found.repair.support


@pytest.mark.parametrize("vouched", [True, False])
def test_what_others_agree_with_is_not_accused_of_a_slip_that_would_fit_by_chance(vouched: bool):
    """The same amount is printed for a neighbour: it is hardly the neighbour's where it makes the total, too."""
    exports, gap = claim("KAZ/CHN/export 2024", "$15.9 billion"), deficit("KAZ/CHN/balance 2024", "$6.4 billion")
    claims = [
        exports,
        claim("KAZ/CHN/import 2024", "$28.0 billion"),
        gap,
        claim("UZB/CHN/export 2024", "$15.9 billion"),
        *([claim(KAZ, "$43.9 billion")] if vouched else []),
    ]
    found = only(check(claims))
    assert found.suspect == (gap.id if vouched else exports.id)
    assert found.repair is not None
    assert found.repair.change == ({"value": -12_100_000_000} if vouched else {"reporter": "UZB"})


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


def disputes(*claims: str) -> list[Dispute]:
    return [Dispute(claims=frozenset(its), kind="sum", reading=Reading.CUT) for its in claims]


@pytest.mark.parametrize(
    ("conflicts", "costs", "suspects", "tied"),
    [
        pytest.param(["ab", "ac"], {}, "a", "", id="who is in both"),
        pytest.param(["ab"], {}, "", "ab", id="one of two"),
        pytest.param(["ab"], {"b": 1.2}, "a", "", id="the cheaper of two"),
        pytest.param(["ab"], {"b": 1.09}, "", "ab", id="hardly cheaper"),
        pytest.param(["ab", "ac"], {"a": 3}, "bc", "", id="two that nobody vouches for before one that many do"),
        pytest.param(["ab", "ac"], {"a": 2.05}, "", "abc", id="two as dear as one"),
        pytest.param(["ab", "cd"], {"b": 2, "d": 2}, "ac", "", id="two errors"),
        pytest.param(["ab", "cd"], {"b": 2}, "a", "cd", id="two errors, one of them settled"),
        pytest.param(["ab", "cd", "ef"], {"b": 2, "d": 2, "f": 2}, "ace", "", id="three errors"),
        pytest.param(["ab", "ac", "de", "fg", "hi"], {}, "a", "", id="more errors: the one in most of them"),
        pytest.param(["abc", "def", "ghi", "jkl"], {"f": 0.5}, "f", "", id="more errors: the cheapest of them"),
        pytest.param(["abcdefghij", "aklmnopqrs"], {}, "a", "", id="many claims: the one in most of the conflicts"),
    ],
)
def test_the_cheapest_account_of_all_conflicts_is_taken(
    conflicts: list[str], costs: dict[str, float], suspects: str, tied: str
):
    found = blame(disputes(*conflicts), {claim: 1.0 for its in conflicts for claim in its} | costs)
    assert ("".join(found.suspects), "".join(found.tied)) == (suspects, tied)


def test_of_tied_claims_the_cheapest_is_taken_if_it_is_the_only_one():
    assert cheapest("abc", {"a": 1.0, "b": 0.98, "c": 1.0}) == "b"
    assert cheapest("abc", {"a": 0.98, "b": 0.98, "c": 1.0}) is None


def test_a_hedged_growth_is_vague_unless_another_growth_is_given_for_its_fact():
    growth, *amounts = seen(
        change(KAZ, "nearly 7%", "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$30.0 billion")
    )
    again = seen(change(KAZ, "12%", "2023"), claim(KAZ, "$22.7 billion"))
    led = Dispute(claims=frozenset({growth.id, *(one.id for one in amounts)}), kind="growth", reading=Reading.CUT)
    beside = Dispute(claims=frozenset({amounts[0].id, again[1].id}), kind="same-fact", reading=Reading.CUT)
    given = Dispute(claims=frozenset({growth.id, again[0].id}), kind="same-fact", reading=Reading.CUT)
    assert is_vague(growth, [led])
    assert is_vague(growth, [led, beside])
    assert not is_vague(growth, [led, given])
    assert not is_vague(again[0], [led])
    assert not is_vague(amounts[0], [led])


def price(one: Claim, agreeing: float = 0) -> float:
    return cost(*seen(one), agreeing)


def test_words_are_cheaper_than_figures_and_superlatives_the_cheapest():
    place = rank("CHN/UZB/turnover 2024", "largest", 1, "CHN/*/turnover:central-asia")
    order = [
        place,
        sign("CHN/UZB/balance 2024", "surplus", 1),
        trend(KAZ, "fell", -1, "2023"),
        claim(KAZ, "$5 billion"),
    ]
    prices = [price(one) for one in order]
    assert prices == sorted(set(prices))


def test_what_was_read_from_far_away_or_in_doubt_is_cheaper_and_what_others_say_dearer():
    five, slots = claim(KAZ, "$5 billion"), ("reporter", "partner", "flow", "period")
    near = price(said(five, 1000))
    far = [price(said(five, 1000, **{slot: carried("before") for slot in slots[:count]})) for count in (1, 2, 3, 4)]
    doubted = price(said(claim(KAZ, "$5 billion", doubt="garbled"), 1000))
    assert [near, *far, doubted] == sorted({near, *far, doubted}, reverse=True)
    assert near == 1 < price(said(five, 1000), 0.5) < price(said(five, 1000), 1)


def test_what_no_one_figure_would_settle_is_two_facts():
    exported = claim("PER/world/export 2019", "$58 billion")
    regions = [claim("PER/americas/export 2019", "$39 billion"), claim("PER/europe/export 2019", "$22.2 billion")]
    total = [claim("PER/world/import 2019", "$35.1 billion"), claim("PER/world/balance 2019", "$2.3 billion")]
    found = check([exported, *total, *regions]).findings
    assert sorted(one.kind for one in found) == ["identity", "sum"]  # 37.4 would mend the one, 61.2 the other


def test_what_one_figure_would_settle_is_one_fact():
    exported = claim("PER/world/export 2019", "$58 billion")
    regions = [claim("PER/americas/export 2019", "$39 billion"), claim("PER/europe/export 2019", "$22.2 billion")]
    total = [claim("PER/world/import 2019", "$35.1 billion"), claim("PER/world/balance 2019", "$27.3 billion")]
    found = only(check([exported, *total, *regions]))
    assert found.suspect == exported.id
    assert len(found.follows) == 1


def test_what_another_source_contradicts_twice_is_one_difference():
    exported = claim("PER/world/export 2019", "$58 billion", "a")
    regions = [
        claim(f"PER/{where}/export 2019", what, "b")
        for where, what in (("americas", "$39 billion"), ("europe", "$22.2 billion"))
    ]
    total = [claim("PER/world/import 2019", "$35.1 billion", "c"), claim("PER/world/balance 2019", "$2.3 billion", "c")]
    found = only(check([exported, *total, *regions]))
    assert (found.scope, found.suspect, len(found.follows)) == ("cross-source", exported.id, 1)


def test_slots_that_are_read_from_elsewhere_make_a_claim_cheaper_to_doubt_up_to_four() -> None:
    slots = ("reporter", "partner", "flow", "period", "commodity")
    read = [
        said(claim(KAZ, "$43.8 billion"), 0, **{one: carried("before") for one in slots[:many]}) for many in range(6)
    ]
    costs = [cost(one, 0.0) for one in seen(*read)]
    assert costs == sorted(costs, reverse=True)
    assert len(set(costs)) == 5
    assert costs[4] == costs[5]
    assert cost(seen(read[0])[0], 2.0) == costs[0] + 2
