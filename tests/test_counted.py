"""Which figure of a conflict may be counted in another way than the rest, by what its claims say of it."""

from __future__ import annotations

from claims import claim, seen
from evidence import carried, said

from pipeline.claim import BY_ONE_SIDE, COUNTED
from pipeline.conflict import check
from pipeline.conflict.doubt.counted import counted_otherwise
from pipeline.conflict.doubt.otherwise import holds_as
from pipeline.observation import Reading

TOTAL = "KAZ/world/balance 2024"


def test_of_two_figures_for_one_fact_the_one_that_is_said_to_be_counted_so_may_be_another() -> None:
    its = seen(claim(TOTAL, "$44 billion"), claim(TOTAL, "$38 billion", aspect=f"{COUNTED}customs"))
    assert counted_otherwise("same-fact", its, its) == its[1].claim
    assert counted_otherwise("same-fact", its[:1], its) is None


def test_figures_that_are_counted_alike_are_compared() -> None:
    its = seen(*(claim(TOTAL, figure, aspect=f"{COUNTED}customs") for figure in ("$44 billion", "$38 billion")))
    assert counted_otherwise("same-fact", its, its) is None


def test_what_one_side_counts_itself_is_set_apart_only_from_the_other_side() -> None:
    own = claim("KAZ/CHN/turnover 2024", "$44 billion", aspect=BY_ONE_SIDE)
    both = seen(own, claim("CHN/KAZ/turnover 2024", "$38 billion"))
    assert counted_otherwise("same-fact", both, both) == own
    alike = seen(own, claim("KAZ/CHN/turnover 2024", "$38 billion"))
    assert counted_otherwise("same-fact", alike, alike) is None


def test_another_reading_is_tried_also_beside_a_figure_that_lacks_the_slot() -> None:
    left = said(claim("KAZ/CHN/export 2024", "$5 billion"), 1000, partner=carried("before"))
    right = said(claim("KAZ/CHN/export 2024", "$9 billion"), 3000, partner=None)
    its = seen(left, right)
    assert holds_as(left, "partner", "RUS", its, its, Reading.WIDEST)


def test_of_one_source_in_two_articles_the_culprit_is_named() -> None:
    """Two named sources that differ are a disagreement; one that contradicts itself has printed something wrong."""
    sum_of = [
        claim("KAZ/CHN/export 2024", "$28.0 billion", source="IMF"),
        claim("KAZ/CHN/import 2024", "$15.9 billion", source="IMF"),
        claim("KAZ/CHN/turnover 2024", "$43.9 billion", source="IMF"),
    ]
    wrong = claim("KAZ/CHN/turnover 2024", "$22.7 billion", doc="b.txt", source="IMF")
    (found,) = check([*sum_of, wrong]).findings
    assert (found.scope, found.suspect) == ("source", wrong.id)
