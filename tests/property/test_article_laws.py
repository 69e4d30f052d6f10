"""Laws of the whole way from a text to its findings: each test is named for what holds for every article."""

from __future__ import annotations

import dataclasses
import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told

from pipeline.article import Article
from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.extract import extract_claims
from pipeline.extract.reader import read_article

pytestmark = pytest.mark.model
HERE = ("Kenya", "Uganda", "Tanzania")
CODES = {"KEN": "LVA", "UGA": "EST", "TZA": "LTU"}
THERE = {"Kenya": "Latvia", "Uganda": "Estonia", "Tanzania": "Lithuania"}
"""Countries that are as near to each other as the first three are, in another order; each name is longer by one."""
WORDINGS = (
    "{a}'s exports to {b} were ${x} {scale} in {year}.",
    "{a}'s imports from {b} came to ${x} {scale} in {year}, customs data show.",
    "In {year}, {a} sold goods worth ${x} {scale} to {b}.",
    "Trade turnover between {a} and {b} reached ${x} {scale} in {year}.",
    "{a}'s exports to {b} rose {p}% to ${x} {scale} in {year} from ${y} {scale} a year earlier.",
    "{b} took {p}% of {a}'s exports in {year}.",
    "{a} had a trade deficit of ${x} {scale} with {b} in {year}.",
    "Nothing else was said of the two that day.",
)
tenths = st.integers(11, 99).map(lambda number: f"{number / 10:.1f}")
sentences = st.builds(
    lambda wording, pair, year, numbers, percent: wording.format_map(
        {"a": pair[0], "b": pair[1], "year": year, "x": numbers[0], "y": numbers[1], "p": percent, "scale": "{scale}"}
    ),
    st.sampled_from(WORDINGS),
    st.permutations(HERE).map(lambda order: order[:2]),
    st.sampled_from(["2022", "2023"]),
    st.tuples(tenths, tenths),
    st.integers(2, 60),
)
texts = st.lists(sentences, min_size=2, max_size=6).map("\n\n".join)
OTHERS = Article(
    name="z.txt",
    text="Peru's exports to Chile were $3.1 billion in 2023.\n\nPeru's exports to Chile were $9.4 billion in 2023.\n",
)


def claims_of(text: str, name: str = "a.txt") -> tuple[Claim, ...]:
    return extract_claims(Article(name=name, text=text))


@given(texts)
@settings(max_examples=40, deadline=None)
def test_figures_of_an_article_that_are_all_scaled_scale_its_intervals_and_keep_its_findings(text: str) -> None:
    millions, billions = (claims_of(text.replace("{scale}", scale)) for scale in ("million", "billion"))
    assert len(millions) == len(billions)
    for small, large in zip(millions, billions, strict=True):
        factor = Decimal(1000) if small.unit == "USD" else Decimal(1)
        for name in ("value", "low", "high", "natural_low", "natural_high"):
            end = getattr(small, name)
            assert getattr(large, name) == (None if end is None else end * factor), name
        assert large.measure == small.measure
    assert told(millions) == told(billions)


@given(texts)
@settings(max_examples=40, deadline=None)
def test_other_names_for_the_countries_of_an_article_rename_its_claims_and_keep_its_findings(text: str) -> None:
    text = text.replace("{scale}", "billion")
    other = text
    for name, new in THERE.items():
        other = other.replace(name, new)
    here, there = claims_of(text), claims_of(other)
    assert [tuple(CODES.get(str(side), side) for side in (one.reporter, one.partner)) for one in here] == [
        (one.reporter, one.partner) for one in there
    ]
    assert [(one.flow, one.measure, one.value, one.period) for one in here] == [
        (one.flow, one.measure, one.value, one.period) for one in there
    ]
    assert told(here) == told(there)


@given(texts, st.sampled_from(["b.txt", "news/2023/über.txt", "-"]))
@settings(max_examples=40, deadline=None)
def test_another_name_for_an_article_changes_nothing_but_names(text: str, name: str) -> None:
    text = text.replace("{scale}", "billion")
    here, there = claims_of(text), claims_of(text, name)
    assert [dataclasses.replace(one, id="", doc="", conversion_of=None) for one in here] == [
        dataclasses.replace(one, id="", doc="", conversion_of=None) for one in there
    ]
    assert told(here) == told(there)


@given(texts)
@settings(max_examples=40, deadline=None)
def test_an_article_about_others_changes_no_finding(text: str) -> None:
    claims = claims_of(text.replace("{scale}", "billion"))
    others = extract_claims(OTHERS)
    own = {claim.id for claim in claims}
    found = [one for one in check([*claims, *others]).findings if own & set(one.claims)]
    assert found == list(check(claims).findings)


@given(st.lists(texts, min_size=2, max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_articles_changes_nothing(several: list[str], draw: random.Random) -> None:
    read = [claims_of(text.replace("{scale}", "billion"), f"{at}.txt") for at, text in enumerate(several)]
    shuffled = draw.sample(read, len(read))
    assert check([one for claims in shuffled for one in claims]) == check([one for claims in read for one in claims])


plain = st.lists(
    st.sampled_from([*WORDINGS, "The weather was fine.", "Prices rose 5%.", "It was $3.1 billion.", "| a | 5 |", ""]),
    max_size=6,
).map(
    lambda parts: "\n\n".join(parts).format_map(
        {"a": "Kenya", "b": "Uganda", "year": "2023", "x": "3.1", "y": "2.8", "p": 5, "scale": "billion"}
    )
)


@given(plain)
@settings(max_examples=60, deadline=None)
def test_triage_costs_no_claim(text: str) -> None:
    article = Article(name="a.txt", text=text)
    assert extract_claims(article) == read_article(article)


@given(texts)
@settings(max_examples=40, deadline=None)
def test_every_slot_of_every_claim_is_a_slice_of_the_article(text: str) -> None:
    text = text.replace("{scale}", "billion")
    for claim in claims_of(text):
        assert claim.text == text[claim.start : claim.end]
        assert all(0 <= one.start < one.end <= len(text) for one in claim.evidence.values())
