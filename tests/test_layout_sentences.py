"""Sentences end where a reader ends them."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import Block, find_blocks, find_sentences
from pipeline.layout.sentences import LONGEST
from pipeline.lexicon import read_toml


def split(text: str) -> list[str]:
    block = Block(start=0, end=len(text), kind="paragraph")
    return [text[start:end] for start, end in find_sentences(text, block)]


WHOLE = [
    "The U.S. Market takes a third of them.",
    "Exports to the U.S. fell.",
    "Mr. Lee and Sen. Park met Dr. J. P. Ortiz on Jan. 5 in St. Lucia.",
    "Widget Corp. Asia sold 4.3 mln. tonnes.",
    "It cost US$14.2\nbillion, or 5.9\npercent more.",
    "Imports cost approx. $5 billion vs. Rs. 400 crore.",
    "Goods (e.g. Rice) and services, i.e. Tourism, both grew.",
    "“Will it last?” he asked.",
    "No. 4 on the list is Peru.",
    "It is not over ... yet.",
    "At 9 a.m. Monday the ministry spoke.",
    "Fish rose; beef fell; the rest stood still.",
    "See www.example.com/a.Table for more.",
    "1. Rice leads.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_stays_whole(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "marked",
    [
        "Exports rose 4.3%. | Imports fell.",
        "It said “trade grew.” | The rest fell.",
        "Sales went to the U.S. | The rest stayed home.",
        "It grew 7.5 per cent. | German sales fell.",
        "The gap was $2bn (it had been $3bn.) | 2019 was better.",
        "It rose in 2024. | $4bn came from Peru.",
        "Will it last? | Nobody knows! | “We hope so,” she said.",
        "A fall was seen.[4] | In May it ended.",
        "They sold it in Dec. | The price was low.",
        "Widget Inc. | It exports rice.",
        "Sales fell … | “We wait,” he said.",
        "出口增长。|进口下降。",
        "It went from 5 mln. | Exports follow.",
    ],
)
def test_ends(marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    assert split(marked.replace(" | ", " ").replace("|", "")) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It had a deficit.December was better.", ["It had a deficit.", "December was better."]),
        ("It ended in 2024.Analysts doubt it.", ["It ended in 2024.", "Analysts doubt it."]),
        ("“It fell,” he said.“Sales may rise.”", ["“It fell,” he said.", "“Sales may rise.”"]),
    ],
)
def test_glued_sentences_part(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    "text", [text for rule in read_toml("layout.toml")["abbreviation"] for text in rule["examples"]]
)
def test_abbreviation_examples_are_one_sentence(text: str) -> None:
    assert split(text) == [text]


def test_rows_of_a_table_are_its_sentences() -> None:
    text = "a | 1\nb. C | 2"
    block = Block(start=0, end=len(text), kind="table")
    assert [text[s:e] for s, e in find_sentences(text, block)] == ["a | 1", "b. C | 2"]


@given(st.text(alphabet='aB1 .!?"”)([\n$U.S|\t。', max_size=80) | st.text(max_size=60))
def test_sentences_hold_every_character_in_order(text: str) -> None:
    for block in find_blocks(text):
        spans = find_sentences(text, block)
        assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text[block.start : block.end].split())
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
        assert all(text[s:e] == text[s:e].strip() and block.start <= s < e <= block.end for s, e in spans)


@pytest.mark.parametrize("kind", ["paragraph", "table"])
@pytest.mark.parametrize("piece", ["goods to Kenya rose 5% and ", "x", " " * 9 + "y", "1 |"])
def test_what_runs_on_is_cut_between_words_and_nothing_is_lost(piece: str, kind: str) -> None:
    text = piece * (20_000 // len(piece))
    spans = find_sentences(text, Block(start=0, end=len(text), kind=kind))
    assert len(spans) > 10
    assert all(0 < end - start <= LONGEST and text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    if piece.endswith(" "):
        assert {text[start:end].split()[-1] for start, end in spans} <= set(piece.split())


@pytest.mark.parametrize("piece", ["word ", ".", ". ", "U.S. ", 'a."', "(", "a.B", "1", "[a]", ".)"])
def test_time_grows_with_length_only(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        split(text)
        return time.process_time() - begin

    split("Warm. Up.")
    assert min(cost(160_000) for _ in range(3)) < 80 * max(cost(10_000), 0.002)  # 16 when linear, 256 when quadratic
