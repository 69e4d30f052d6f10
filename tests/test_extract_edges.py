"""What is no trade or only in doubt, and whose an amount is that no phrase of trade governs by itself."""

from __future__ import annotations

import pytest
from reading import read

pytestmark = pytest.mark.model

PART = "Vietnam's exports reached $62.4 billion in 2023. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Of these exports, $44.1 billion came from foreign-invested firms.",
        "The domestic sector accounted for $18.3 billion of exports.",
        "Exports by foreign-funded enterprises came to $44.1 billion.",
    ],
)
def test_what_only_some_traders_brought_is_in_doubt(sentence: str) -> None:
    whole, part = read(PART + sentence)
    assert not whole.doubt
    assert part.doubt


LEAD = "Peru's exports reached $62 billion in 2024. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The average value of barley exports dropped from $407 per ton to $310 a tonne.",
        "The growth was owed to higher exports and a 10,000-baht handout.",
        "The shares fell back to trade 7.8% higher at 16.60 euros.",
        "The index gained 2% in early trade on Tuesday.",
        "Suppliers answered 62% of all letters within two days.",
        "The region grew by 5.5% in 2024.",
        "I am one hundred percent certain that they will grow, the minister said.",
        "The buyer of the exports plans 600MW of wind power.",
        "Some import more than 25% while others import over 90%.",
        "More than 30% of world trade passes through the strait.",
        "The exported painting fetched most when it was sold for $10.3 million in 2001.",
    ],
)
def test_what_is_no_trade_is_left_alone(sentence: str) -> None:
    assert [claim.text for claim in read(LEAD + sentence)] == ["$62 billion"]


def test_what_a_port_handled_is_no_trade_of_its_country():
    text = "Ivorian cocoa exports came to 171,000 tonnes in March 2023. Abidjan handled 119,000 tonnes of them."
    whole, port = read(text)
    assert (whole.doubt, port.doubt) == (None, "it is what one port handled")


SOLD = [
    ("Peru exported blueberries for $1.68 billion in 2023.", "blueberries"),
    ("Peru exported fresh blueberries worth $1.68 billion in 2023.", "fresh blueberries"),
    ("Peru exported items worth $1.68 billion in 2023.", None),
    ("Peru exported goods for $1.68 billion in 2023.", None),
]


@pytest.mark.parametrize(("text", "goods"), SOLD)
def test_what_is_sold_for_an_amount_are_its_goods_though_no_lexicon_knows_them(text: str, goods: str | None):
    (one,) = read(text)
    assert one.commodity == goods


UNKNOWN_VERBS = [
    ("Peru had a surplus of $2 billion with Chile in 2022. ", "Peru found takers in Chile for $13 billion of goods."),
    ("Peru's trade with Chile was $5 billion in 2022. ", "Peru placed wares in Chile for $2 billion in 2022."),
]


@pytest.mark.parametrize(("before", "text"), UNKNOWN_VERBS)
def test_a_flow_goes_on_behind_a_verb_that_nobody_knows_only_in_doubt(before: str, text: str):
    *_, last = read(before + text)
    assert last.flow not in ("balance", "turnover") or last.doubt


def test_there_is_where_the_sentence_sold_to():
    home = "Britain exported goods worth $400bn in 2018, and its imports were $500bn. "
    *_, bought = read(home + "In 2018, Norway sold $5.3bn to Britain and bought $2.2bn there.")
    assert (bought.reporter, bought.partner, bought.flow) == ("NOR", "GBR", "import")


WHOLES = [
    ("The sector made up 49 percent of the country's total exports of $339.7 billion in 2023.", None),
    ("Copper made up 49 percent of Chile's exports of $95 billion in 2023.", None),
    ("Peru bought 23 percent of Chile's wine exports of $2 billion in 2023.", "wine"),
]


@pytest.mark.parametrize(("text", "goods"), WHOLES)
def test_an_amount_behind_the_whole_of_a_share_is_the_whole(text: str, goods: str | None):
    share, whole = read("Chile exported goods. " + text)
    assert (share.measure, whole.measure, whole.reporter, whole.partner) == ("share", "level", "CHL", "world")
    assert whole.commodity == goods


def test_three_markets_are_no_group_of_many():
    asia = "Peru's exports to Asia came to $9 billion in 2023. "
    *_, added = read(asia + "These three markets accounted for an additional $1 billion of Peruvian exports.")
    assert added.partner != "asia"


def test_what_tells_an_unknown_ones_part_again_is_not_the_whole():
    text = (
        "Chile's copper exports reached $3.14 billion in January 2025. Metalina alone accounted for 33% of total"
        " exports, equivalent to $960 million."
    )
    *_, part = read(text)
    assert part.doubt == "only some of those who trade are meant"


def test_nobody_buys_from_itself():
    text = (
        "In 2018 the trade between Iceland and Peru was $2.3 billion. In 2018 Peru took $1.3 billion worth of Icelandic"
        " goods. In 2018 its purchases from Peru came in at $1.05 billion."
    )
    bought = read(text)[-1]
    assert (bought.reporter, bought.partner, bought.flow) == ("ISL", "PER", "import")
