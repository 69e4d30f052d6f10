"""What a figure was before it was revised, what it was revised to, and sentences that only compare what was told."""

from __future__ import annotations

from datetime import date

import pytest
from reading import read

from pipeline.article import Article
from pipeline.conflict import check
from pipeline.extract import extract_claims

pytestmark = pytest.mark.model

REVISED: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a base that is called revised holds": (
        "Peru's exports rose to $5.2 billion in May 2024 from an upwardly revised $4.9 billion in April.",
        [("$5.2 billion", None), ("$4.9 billion", None)],
    ),
    "a rate that is called revised holds": (
        "Kenya's exports rose 3.4% in May 2024 after a downwardly revised 1.8% gain in April.",
        [("3.4%", None), ("1.8%", None)],
    ),
    "what it was first given as does not": (
        "Peru's exports rose to $5.2 billion in May 2024 from a revised $4.9 billion in April, first reported as $4.7 "
        "billion.",
        [("$5.2 billion", None), ("$4.9 billion", None), ("$4.7 billion", "superseded")],
    ),
    "nor does what it was revised from": (
        "Peru's April deficit was revised down to $4.2 billion from the previously reported $4.5 billion.",
        [("$4.2 billion", None), ("$4.5 billion", "superseded")],
    ),
    "said behind it": (
        "Peru's April deficit was $4.9 billion, compared with the $4.7 billion initially reported.",
        [("$4.9 billion", None), ("$4.7 billion", "superseded")],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), REVISED.values(), ids=REVISED)
def test_a_figure_is_superseded_by_what_it_was_revised_to(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(claim.text, claim.status) for claim in read(text)] == wanted


TOLD = "Peru's trade deficit rose 8 percent to $4.82 billion in March 2011 from February, the customs office said. "
BACK = (
    "That's up from $4.54 billion in February.",
    "That was up from $4.54 billion in February.",
    "That compares with $4.54 billion in February.",
    "It was up from $4.54 billion in February.",
    "Up from $4.54 billion in February.",
)


@pytest.mark.parametrize("sentence", BACK)
def test_a_sentence_that_only_compares_is_on_the_flow_just_told(sentence: str) -> None:
    """4.54 to 4.82 billion is 6.2 percent: the rate is disproved, and no other flow can be meant."""
    text = TOLD + sentence
    claims = tuple(extract_claims(Article(name="peru.txt", text=text, published=date(2011, 5, 11))))
    assert claims[-1].evidence["flow"].rule == "pronoun"
    assert [one.certainty for one in check(claims).findings] == ["impossible"]
