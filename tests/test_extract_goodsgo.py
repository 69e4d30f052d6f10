"""Trade that no noun of trade names: goods that go over a border, earn a country money, or are sold abroad."""

from __future__ import annotations

import pytest
from reading import check, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (
            "Some <q>40,000 tonnes</q> of onions went from Peru to Chile in 2023.",
            ["PER>CHL export level 40000 t 2023 commodity=onions"],
        ),
        (
            "In 2023 <q>2.3 million barrels</q> of crude flowed from Iraq to Turkey.",
            ["IRQ>TUR export level 2300000 bbl 2023 commodity=crude"],
        ),
        (
            "Tanker trackers count <q>27 million barrels</q> of Iranian crude that reached China in 2023.",
            ["IRN>CHN export level 27000000 bbl 2023 commodity=crude"],
        ),
        (
            "Phones worth <q>$5 billion</q> left India in 2023.",
            ["IND>world export level 5000000000 USD 2023 commodity=Phones"],
        ),
        (
            "Copper earned Zambia <q>$5 billion</q> in 2023.",
            ["ZMB>world export level 5000000000 USD 2023 commodity=Copper"],
        ),
        (
            "Used cars cost Kenya <q>$500 million</q> in 2023.",
            ["KEN>world import level 500000000 USD 2023 commodity=cars"],
        ),
        (
            "Exports grew. Kenya's coffee earned <q>$300 million</q> in 2023.",
            ["KEN>world export level 300000000 USD 2023 commodity=coffee"],
        ),
        (
            "Peru sold <q>5,000 tonnes</q> of asparagus abroad in 2023.",
            ["PER>world export level 5000 t 2023 commodity=asparagus"],
        ),
        (
            "Peru's growers sent <q>5,000 tonnes</q> of asparagus overseas in 2023.",
            ["PER>world export level 5000 t 2023 commodity=asparagus"],
        ),
        (
            "In 2023 China took in <q>258,000 tonnes</q> of Indonesian nickel.",
            ["CHN>IDN import level 258000 t 2023 commodity=nickel"],
        ),
        (
            "Iron ore arrivals into China eased to <q>88.5 million tonnes</q> in 2023.",
            ["CHN>world import level 88500000 t 2023 commodity=Iron_ore"],
        ),
        (
            "Peru's fishmeal shipments rose <q>8.9%</q> to <q>965,124 tonnes</q> in 2023.",
            [
                "PER>world export change 8.9 percent 2023 base_period=2022 commodity=fishmeal",
                "PER>world export level 965124 t 2023 commodity=fishmeal",
            ],
        ),
    ],
)
def test_goods_that_cross_a_border_are_trade(marked: str, wanted: list[str]) -> None:
    check(marked, wanted)


@pytest.mark.parametrize(
    "said",
    [
        "About 5,000 tonnes of wheat went to the mills in March.",
        "The war cost Ukraine $5 billion in 2023.",
        "Rice cost the country $300 a tonne in 2023.",
        "Oil earned Saudi Aramco $50 billion in 2023.",
        "India's film makers earned $2 billion in 2023.",
        "Some 5,000 tonnes of rice left the silo in March.",
        "Ukraine bought 300,000 tonnes of wheat for its reserve in 2023.",
        "Cocoa arrivals at Ivorian ports reached 88,500 tonnes in 2023.",
        "Cocoa arrivals in Ivory Coast reached 88,500 tonnes in 2023.",
        "Tourist arrivals in Peru eased to 88,500 in 2023.",
    ],
)
def test_goods_that_stay_are_no_trade(said: str) -> None:
    assert read(said) == ()


def test_the_next_goods_go_on_with_those_weighed_before() -> None:
    said = "Chile's salmon shipments reached 1.38 million tonnes in 2023. Tuna came to <q>97,000 tonnes</q>."
    found = [claim for claim in read(said.replace("<q>", "").replace("</q>", "")) if claim.value == 97_000]
    assert [(one.reporter, one.flow, one.unit, one.commodity) for one in found] == [("CHL", "export", "t", "Tuna")]


def test_what_each_pack_holds_is_no_amount_of_trade() -> None:
    found = read("Colombia exported 887,000 bags of 60 kilos in 2023, against 1.02 mln in 2022.")
    assert [(claim.value, claim.unit) for claim in found] == [(887_000, "bag"), (1_020_000, "bag")]


def test_a_letter_for_a_scale_lends_the_unit_on() -> None:
    found = read("Wine exports from Chile slumped to 141m bottles in 2023, and Britain bought 36m, down from 39m.")
    assert [(claim.value, claim.unit) for claim in found] == [
        (141_000_000, "bottle"), (36_000_000, "bottle"), (39_000_000, "bottle"),
    ]  # fmt: skip


def test_the_dash_behind_a_dateline_opens_no_aside() -> None:
    said = (
        "Lima (Andina) - Peru's fish exports — fresh and frozen, but without shrimp — jumped to 9,000 tonnes in 2023."
    )
    assert [(claim.value, claim.reporter) for claim in read(said)] == [(9_000, "PER")]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "Peru exported 3,000 tonnes of pears, figs worth $5 million and $9 million of cotton in 2023.",
            {"pears", "figs", "cotton"},
        ),
        (
            "Kenya exported 3 million goats and sheep, 340,000 cattle and 77,000 camels in 2023.",
            {"goats and sheep", "cattle", "camels"},
        ),
        (
            "Peru exported 4 million face masks, 300,000 pieces of protective clothing, 2 million test kits in 2023.",
            {"face masks", "protective clothing", "test kits"},
        ),
        ("Mali's exports were $290 million from gold in 2023, $165 million from cotton.", {"gold", "cotton"}),
        (
            "Peru's yarn exports fell 39% in 2023, footwear lost 7% and furniture 16%.",
            {"yarn", "footwear", "furniture"},
        ),
        (
            "From Peru exports of tin amounted to $5 million, zinc to $4 million and lead to $3 million.",
            {"tin", "zinc"},
        ),
        ("Peru's exports topped $9 million in 2023, with beef at $5 million and wine at $4 million.", {"beef", "wine"}),
    ],
)
def test_each_of_several_goods_has_its_own_figure(said: str, wanted: set[str]) -> None:
    assert wanted <= {claim.commodity for claim in read(said)}
