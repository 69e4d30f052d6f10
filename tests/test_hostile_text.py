"""Reading claims takes time in proportion to the text, whatever the text; and no text stops it."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.article import Article
from pipeline.extract import extract_claims

LEAD = "China's exports to Kenya rose 5% to $3 billion in 2024.\n\nTrade with China "
"""What makes triage let the rest through."""
REPEATED = {
    "sentences without a full stop": "exports to Kenya rose 5% to $3 billion in 2024 and ",
    "sentences": "Exports to Kenya rose 5% to $3 billion in 2024. ",
    "paragraphs": "Exports to Kenya rose 5% to $3 billion in 2024, while imports fell.\n\n",
    "quotations": '"trade with China grew 5%" ',
    "brackets with figures": "(exports 5%) ",
    "open brackets": "((",
    "figures": "$5 billion, ",
    "digits": "7",
    "countries": "China, Kenya and ",
    "possessives": "China's ",
    "years": "2024, ",
    "months": "in May ",
    "abbreviations": "U.S. ",
    "trade words": "exports ",
    "one long word": "export",
    "rows of a table": "| China | 5 | 6 |\n",
    "columns by tabs": "exports\t5\t",
    "headings": "# x\n",
    "lines with colons": "Kenya: 5\n",
    "cells": "<td>5",
    "speakers": "he said ",
    "turned text": "\u202e5 ",
    "commas": ",",
    "line ends": "\n",
}


def seconds(text: str) -> float:
    article = Article(name="hostile.txt", text=text)
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        extract_claims(article)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED.keys())
def test_time_grows_linearly(piece: str) -> None:
    seconds(LEAD)
    short, long = (seconds(LEAD + piece * (size // len(piece))) for size in (2_500, 12_500))
    assert long <= 20 * max(short, 0.05)  # 5 when linear, 25 when quadratic


PRINTED = """China Kenya China's Georgia Turkey the EU ASEAN its their it exports imports trade turnover deficit surplus
with to from of and or respectively , ; . : ( ) rose fell by doubled 5% $3 billion €2.1bn half two-thirds a third
largest partner in 2024 2023 May the first quarter year earlier compared versus up down while but which who said
customs according oil wheat goods services share percent points record | - # * % $ ₸ 5 7 1o.6 10.6.2 000"""
WORDS = [*PRINTED.split(), "\n", "\n\n"]
scrambled = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@given(st.one_of(scrambled, st.text(max_size=200), scrambled.map(lambda text: LEAD + text)))
@settings(max_examples=300, deadline=None)
def test_every_claim_of_any_text_is_a_slice_of_it(text: str) -> None:
    claims = extract_claims(Article(name="any.txt", text=text))
    assert [(claim.start, claim.end) for claim in claims] == sorted((claim.start, claim.end) for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.text == text[claim.start : claim.end] != ""
        for found in claim.evidence.values():
            assert 0 <= found.start < found.end <= len(text)


@given(scrambled)
@example("with it respectively")  # a list whose members all stand before the sentence
@settings(max_examples=100, deadline=None)
def test_the_printed_value_lies_in_its_interval(text: str) -> None:
    for claim in extract_claims(Article(name="any.txt", text=LEAD + text)):
        if claim.value is not None and claim.measure in {"level", "share"}:
            assert claim.low is None or claim.low <= claim.value
            assert claim.high is None or claim.value <= claim.high
