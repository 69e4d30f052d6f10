"""What a large corpus agrees on, and what of it must still be looked at."""

from __future__ import annotations

import pytest
from claims import change, claim, rank, seen

from pipeline.claim import Claim
from pipeline.conflict.agreed import Agreed, agreed_on, told
from pipeline.observation import Observation

KAZ = "CHN/KAZ/turnover 2024"


def unsettled(*claims: Claim) -> list[int]:
    """The places of those that the agreement does not settle."""
    its = seen(*claims)
    agreed = agreed_on(its)
    return [at for at, one in enumerate(its) if not agreed.settles(one)]


def test_what_most_say_is_agreed_and_who_differs_must_be_looked_at():
    assert unsettled(*(claim(KAZ, figure) for figure in ("$43.8 billion", "$22.7 billion", "$43.8 billion"))) == [1]
    assert unsettled(*(claim(KAZ, figure) for figure in ("$22.7 billion", "$43.8 billion", "$43.8 billion"))) == [0]


def test_a_finer_figure_within_a_coarser_one_is_agreed():
    assert unsettled(*(claim(KAZ, figure) for figure in ("$44 billion", "$43.8 billion", "over $40 billion"))) == []


def test_a_bound_that_the_figures_keep_is_agreed():
    assert (
        unsettled(*(claim(KAZ, figure) for figure in ("up to $50 billion", "$43.8 billion", "over $40 billion"))) == []
    )
    assert unsettled(claim(KAZ, "up to $40 billion"), claim(KAZ, "$43.8 billion"), claim(KAZ, "$43.8 billion")) == [0]


def test_figures_with_open_ends_only_are_left_as_they_are():
    assert unsettled(claim(KAZ, "over $40 billion"), claim(KAZ, "over $30 billion")) == []
    assert unsettled(claim(KAZ, "over $40 billion"), claim(KAZ, "up to $30 billion"))


def test_a_sum_that_the_agreed_figures_do_not_make_must_be_looked_at():
    parts = [claim("KAZ/CHN/export 2024", "$15.9 billion"), claim("KAZ/CHN/import 2024", "$28.0 billion")]
    assert unsettled(*parts, claim(KAZ, "$43.8 billion")) == []
    assert unsettled(*parts, claim(KAZ, "$53.8 billion"))


def test_a_place_behind_the_first_must_always_be_looked_at():
    places = [rank(KAZ, word, at, "CHN/*/turnover:central-asia") for at, word in ((1, "first"), (2, "second"))]
    assert unsettled(claim(KAZ, "$43.8 billion"), *places) == [2]


def disputed() -> tuple[Agreed, dict[str, Observation]]:
    claims = {
        "right": claim(KAZ, "$43.8 billion"),
        "again": claim(KAZ, "$43.8 billion"),
        "wrong": claim(KAZ, "$22.7 billion"),
        "part": claim("KAZ/CHN/export 2024", "$15.9 billion"),
        "growth": change("KAZ/CHN/export 2024", "5%", "2023"),
        "far": claim("BRA/ARG/export 2024", "$5.1 billion"),
        "far again": claim("BRA/ARG/export 2024", "$5.1 billion"),
        "lonely": claim("PER/CHL/export 2024", "$1.1 billion"),
    }
    its = seen(*claims.values())
    return agreed_on(its), dict(zip(claims, its, strict=True))


def test_what_stands_beside_a_disputed_figure_is_near_it():
    agreed, by_name = disputed()
    near = [name for name, one in by_name.items() if agreed.is_near(one)]
    assert near == ["right", "again", "wrong", "part", "growth"]


def test_what_is_said_twice_or_hangs_together_is_tied_to_something():
    agreed, by_name = disputed()
    assert [name for name, one in by_name.items() if told(one) not in agreed.tied] == ["lonely"]


def test_two_claims_that_hang_together_are_tied_to_each_other():
    its = seen(claim("KAZ/CHN/export 2024", "$15.9 billion"), change("KAZ/CHN/export 2024", "5%", "2023"))
    assert agreed_on(its).tied == {told(one) for one in its}


@pytest.mark.parametrize("which", ["subject", "base", "whole"])
def test_a_claim_is_near_what_any_of_its_flows_is_of(which: str):
    share_of = "CHN/central-asia/turnover"
    (one,) = seen(change(KAZ, "5 percentage points", "2023", share_of=share_of))
    flow = getattr(one, which)
    assert Agreed(frozenset(), frozenset({flow}), frozenset()).is_near(one)
    (other,) = seen(claim("BRA/ARG/export 2024", "$5.1 billion"))
    assert not Agreed(frozenset(), frozenset({flow}), frozenset()).is_near(other)
