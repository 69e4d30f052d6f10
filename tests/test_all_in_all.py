"""An article as a whole: when conflicts that must be read again make others doubtful, and which they do not."""

from __future__ import annotations

import pytest
from claims import claim, seen
from evidence import carried, said

from pipeline.claim import Claim
from pipeline.conflict.doubt.all_in_all import in_view_of_all
from pipeline.finding import Finding, Repair
from pipeline.setting import Setting
from pipeline.solve.corpus import Corpus

EDGE = "KAZ/CHN/export 2024"


def finding(certainty: str, *claims: Claim, repair: Repair | None = None) -> Finding:
    ids = tuple(one.id for one in claims)
    return Finding(
        id="f", kind="same-fact", scope="article", certainty=certainty, claims=ids, explanation="", repair=repair
    )


def seen_with(doubts: int, *claims: Claim, repair: Repair | None = None) -> str:
    """The certainty of a proof in an article of which so many other conflicts must be read again."""
    corpus = Corpus()
    corpus.add("a.txt", seen(*claims), Setting.of(claims))
    others = [finding("needs-reading")] * doubts
    *_, last = in_view_of_all([*others, finding("impossible", *claims, repair=repair)], corpus)
    return last.certainty


def two(apart: int, **words: object) -> tuple[Claim, Claim]:
    first = said(claim(EDGE, "$43.8 billion"), 1000)
    return first, said(claim(EDGE, "$44.6 billion"), 1000 + apart, **words)  # type: ignore[arg-type]


def slipped(**words: object) -> tuple[Claim, Claim]:
    """One figure twice, far apart, with two neighbouring digits of five exchanged: hardly any other would fit."""
    first = said(claim(EDGE, "$43.826 billion"), 1000)
    return first, said(claim(EDGE, "$48.326 billion"), 4000, **words)  # type: ignore[arg-type]


@pytest.mark.parametrize(("doubts", "certainty"), [(2, "impossible"), (3, "needs-reading")])
def test_three_conflicts_in_doubt_leave_none_of_an_article_sure(doubts: int, certainty: str) -> None:
    assert seen_with(doubts, *two(3000)) == certainty


def test_figures_that_stand_together_are_no_matter_of_reading() -> None:
    assert seen_with(3, *two(100)) == "impossible"
    assert seen_with(8, *two(100)) == "impossible"


def test_a_slip_of_the_figure_explains_a_proof_unless_its_sides_were_read_from_elsewhere_in_a_text_of_many_doubts() -> (
    None
):
    near, far = slipped(), slipped(reporter=carried("before"))
    slip = Repair(claim=near[1].id, change={"value": 43.826e9}, because="")
    assert seen_with(8, *near, repair=slip) == "impossible"
    assert seen_with(7, *far, repair=slip) == "impossible"
    assert seen_with(8, *far, repair=slip) == "needs-reading"


@pytest.mark.parametrize(
    "repair",
    [
        Repair(claim="c", change={"value": 43.8e9}, because="", slip=False),
        Repair(claim="c", change={"partner": "KGZ"}, because=""),
    ],
    ids=["any figure that fits", "another side"],
)
def test_what_is_no_slip_of_the_figure_explains_nothing(repair: Repair) -> None:
    assert seen_with(3, *two(3000), repair=repair) == "needs-reading"


def test_only_proofs_are_doubted() -> None:
    corpus = Corpus()
    others = [finding("needs-reading")] * 3
    assert in_view_of_all([*others, finding("unlikely")], corpus)[-1].certainty == "unlikely"
