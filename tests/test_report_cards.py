"""What a finding shows of its articles: the sentences that it quotes, their marks, culprit and support."""

from __future__ import annotations

import dataclasses

import pytest
from sample_run import FINDINGS, sample_run

from pipeline.claim import Claim, Evidence
from pipeline.report.cards import card
from pipeline.report.passage import Mark, passage, pieces, sentence
from pipeline.report.shelf import shelve


@pytest.mark.parametrize(
    ("text", "figure", "quoted"),
    [
        ("One thing. Trade was $5 billion, he said. More.", "$5 billion", "Trade was $5 billion, he said."),
        ("Title\n\nThe U.S. sold $2 billion in Jan. 2024.", "$2 billion", "The U.S. sold $2 billion in Jan. 2024."),
        ("It was $3 billion", "$3 billion", "It was $3 billion"),
        ("“Is it $4 billion?” he asked twice.", "$4 billion", "“Is it $4 billion?” he asked twice."),
    ],
    ids=["between stops", "abbreviations", "no stop", "a question inside"],
)  # fmt: skip
def test_the_quote_is_the_sentence_of_the_figure(text: str, figure: str, quoted: str) -> None:
    start = text.index(figure)
    first, last, before, after = sentence(text, start, start + len(figure))
    assert (text[first:last].strip(), before, after) == (quoted, False, False)


def test_an_endless_sentence_is_cut_and_says_so() -> None:
    text = "word " * 115 + "$5 billion " + "word " * 115
    start = text.index("$5")
    first, last, before, after = sentence(text, start, start + 10)
    assert (before, after) == (True, True)
    assert last - first < 900


def test_pieces_put_together_are_the_text_and_overlaps_are_kept() -> None:
    marks = [
        Mark(start=0, end=6, role="party"),
        Mark(start=4, end=9, role="figure", ref="c1"),
        Mark(start=4, end=7, role="figure", ref="c2"),
    ]
    found = pieces("abcdefghij", (1, 10), marks)
    assert "".join(piece.text for piece in found) == "bcdefghij"
    assert [(piece.text, piece.roles, piece.anchors) for piece in found] == [
        ("bcd", ("party",), ()),
        ("ef", ("figure", "party"), ("c2", "c1")),
        ("g", ("figure",), ()),
        ("hi", ("figure",), ()),
        ("j", (), ()),
    ]


def test_slots_read_from_the_sentence_are_marked_in_it() -> None:
    text = "In 2024 trade with Kazakhstan was $5 billion."
    claim = Claim(
        id="c1", doc="a", start=34, end=44, text="$5 billion",
        evidence={"period": Evidence(start=3, end=7), "partner": Evidence(start=19, end=29)},
    )  # fmt: skip
    roles = {piece.text: piece.roles for piece in passage(text, claim).pieces}
    assert roles["2024"] == ("period",)
    assert roles["Kazakhstan"] == ("party",)
    assert roles["$5 billion"] == ("figure",)


def test_nobody_is_blamed_where_sources_differ() -> None:
    shelf = shelve(sample_run())
    mirror = next(finding for finding in FINDINGS if finding.id == "f-mirror")
    blamed = dataclasses.replace(mirror, suspect=mirror.claims[0], suspects=mirror.claims[:1])
    shown = card(blamed, shelf)
    assert not shown.suspects
    assert not any(quote.suspect for quote in shown.quotes)


def test_a_sentence_is_quoted_once_with_all_its_figures() -> None:
    growth = next(finding for finding in FINDINGS if finding.id == "f-growth")
    shown = card(growth, shelve(sample_run()))
    both, alone = sorted(shown.sentences, key=lambda one: -len(one.quotes))
    assert [quote.figure for quote in both.quotes] == ["$94.8 billion", "$89.4 billion"]
    marked = {piece.text: piece.anchors for piece in both.passage.pieces if "figure" in piece.roles}
    assert {both.letters[ref] for refs in marked.values() for ref in refs} == {quote.letter for quote in both.quotes}
    assert (len(alone.quotes), alone.letters) == (1, {}), "one figure needs no letter beside it"
    assert {quote.letter for quote in shown.quotes} == {"A", "B", "C"}


def test_a_figure_without_its_article_stands_alone() -> None:
    run = dataclasses.replace(sample_run(), articles=())
    shown = card(next(finding for finding in FINDINGS if finding.id == "f-growth"), shelve(run))
    assert [piece.text for one in shown.sentences for piece in one.passage.pieces] == [q.figure for q in shown.quotes]


def test_support_stands_article_by_article() -> None:
    shelf = shelve(sample_run())
    shown = card(next(finding for finding in FINDINGS if finding.id == "f-kaz"), shelf)
    titles = [quotes[0].title for quotes in shown.support]
    assert len(titles) == len(set(titles)) >= 1
