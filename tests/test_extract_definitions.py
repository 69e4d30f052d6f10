"""What keeps figures of different things apart: definitions of trade, goods, words without a time, inherited wholes."""

from __future__ import annotations

import pytest
from reading import read, read_all

from pipeline.conflict import check

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("Norway's merchandise exports were $150 billion in 2024.", "merchandise"),
        ("Norway's exports of goods and services were $150 billion in 2024.", "goods and services"),
        ("Norway's trade in services with Peru was $1.5 billion in 2024.", "services"),
        ("Norway exported goods worth $1.5 billion to Peru in 2024.", None),
        ("Norway's non-cotton exports were $150 billion in 2024.", "non-cotton"),
        ("Norway's non-traditional exports were $150 billion in 2024.", "non-traditional"),
        ("Norway's shipbuilding exports were $150 billion in 2024.", "shipbuilding"),
        ("Norway's agricultural exports were $150 billion in 2024.", "agricultural"),
        ("Norway's rising exports were $150 billion in 2024.", None),
    ],
)
def test_a_figure_says_what_it_covers(text: str, commodity: str | None) -> None:
    assert [claim.commodity for claim in read_all(text)] == [commodity]


def test_merchandise_is_not_held_against_goods_and_services() -> None:
    text = "Norway's merchandise exports were $150 billion in 2024. Exports of goods and services came to $210 billion."
    assert not check(read_all(text)).findings


def test_two_figures_for_merchandise_are_one_fact() -> None:
    text = "Norway's merchandise exports were $150 billion in 2024. In 2024 its exports of goods were $150.9 billion."
    assert [one.kind for one in check(read_all(text)).findings] == ["same-fact"]


def test_a_headline_word_takes_its_time_from_the_same_word_only() -> None:
    text = "Norway exports fall\n\nNorway's exports were $200 billion in 2024, against $180 billion in 2023."
    (word,) = (claim for claim in read_all(text) if claim.measure == "trend")
    assert word.period is None
    assert not check(read_all(text)).findings


def test_a_headline_word_takes_the_time_of_the_same_word() -> None:
    text = "Norway exports fall\n\nNorway's exports fell in 2024. They were $180 billion in 2023."
    assert [claim.period for claim in read_all(text) if claim.measure == "trend"] == ["2024", "2024"]


def test_a_balance_that_improves_is_no_trend_of_trade() -> None:
    text = "Norway's trade balance improved in 2024. Its exports were $180 billion in 2024."
    assert [claim.measure for claim in read_all(text)] == ["level"]


def test_what_adds_up_to_a_figure_neither_rises_nor_speaks() -> None:
    (claim,) = read_all("In 2024, Norway's trade with Peru added up to $1.5 billion.")
    assert (claim.measure, claim.source) == ("level", None)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Fiji's northern exports were $4 billion in 2024.", True),
        ("Fiji's strong exports were $4 billion in 2024.", False),
        ("Fiji's annual exports were $4 billion in 2024.", False),
        ("Fiji's copper exports were $4 billion in 2024.", False),
        ("Fiji's exports were $456.2 in 2024.", True),
        ("Fiji's exports by small firms were $4 billion in 2024.", True),
        ("Fiji imports about 100,000 tonnes a month of rice.", True),
        ("Fiji's imports reached $200 billion over six years.", True),
        ("In Fiji small firms led the field, with Fiji's exports of $4 billion in 2024.", True),
        ("Fijian firms exported $4 billion in goods in 2024.", False),
        ("Fiji's exports had a growth rate of 108.4 percent in 2024.", True),
        ("Fiji's exports had a growth rate of 8.4 percent in 2024.", False),
        ("Fiji's exports were -$4 billion in 2024.", True),
        ("Fiji's trade balance was -$4 billion in 2024.", False),
    ],
)
def test_what_may_be_only_a_part_is_doubted(text: str, doubted: bool) -> None:
    assert [claim.doubt is not None for claim in read_all(text)] == [doubted]


def test_nothing_is_proved_on_what_an_unknown_word_may_narrow() -> None:
    text = "Fiji's exports were $4 billion in 2024, the ministry said. Fiji's northern exports were $1 billion in 2024."
    assert {finding.certainty for finding in check(read_all(text)).findings} <= {"needs-reading"}


FRONTED = [
    ("Regarding trade in services, Peru's exports rose 3% in May 2023.", "services"),
    ("In goods trade, Peru's exports rose 3% in May 2023.", "goods"),
    ("As for trade in goods and services, Peru's exports rose 3% in May 2023.", "goods and services"),
    ("In trade with Chile, Peru's exports rose 3% in May 2023.", None),
]


@pytest.mark.parametrize(("text", "commodity"), FRONTED)
def test_a_sentence_says_first_which_trade_it_is_about(text: str, commodity: str | None):
    assert [claim.commodity for claim in read(text)] == [commodity]
