"""Rows: figures that each have a side, or a flow, of their own, before or behind them."""

from __future__ import annotations

import pytest
from reading import read

pytestmark = pytest.mark.model

Edge = tuple[str | None, str | None, str | None]


def edges(text: str) -> list[Edge]:
    return [
        (claim.reporter, claim.partner, claim.flow) for claim in read(text) if claim.measure not in {"rank", "trend"}
    ]


COMPARED = [
    ("Peru's trade with Chile grew by 54% compared to 8% for Japan, 9% for the EU and 2% for the world.", "turnover"),
    ("Peru's exports to Chile rose 5 percent, against 8 percent for Japan, 2 percent for the EU and 3 percent for the "
     "world.", "export"),
    ("Peru's imports from Chile were $9 billion, compared with $4 billion for Japan, $3 billion for the EU and $90 "
     "billion for the world.", "import"),
    ("Peru's trade with Chile reached $9 billion, versus $4 billion for Japan, $3 billion for the EU, and $80 billion "
     "for the world.", "turnover"),
    ("Peru's sales to Chile fell by 3.5%, compared to 4% for Japan, 6% for the EU, and 5% for the world.", "export"),
    ("Between 2010 and 2020 Peru's imports from Chile rose to $8 billion, compared to $4 billion for Japan, $3 "
     "billion for the EU, and $90 billion for the world.", "import"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "flow"), COMPARED)
def test_each_partner_compared_has_the_figure_before_it(text: str, flow: str):
    assert edges(text) == [("PER", partner, flow) for partner in ("CHL", "JPN", "eu", "world")]


def test_where_no_partner_was_named_another_trader_is_compared():
    told = edges("Peru's exports grew 5% in 2023, compared to 8% for Chile and 9% for Bolivia.")
    assert told == [(reporter, "world", "export") for reporter in ("PER", "CHL", "BOL")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's exports to Chile grew 5%, compared with 3% for the whole of 2022.",
        "Peru's exports to Chile grew 5%, compared with 3% for Peru in 2022.",
        "Peru's exports to Chile grew 5%, compared to 8% a year before.",
    ],
)
def test_a_comparison_with_nobody_else_stays_with_the_two(text: str):
    assert set(edges(text)) == {("PER", "CHL", "export")}


IN_FRONT = [
    "Italy ($22 billion or 23% of EU imports), France ($16 billion or 17%) and Spain ($15 billion or 16%) were the "
    "largest importers.",
    "Italy ($22 billion or 23%), France ($16 billion or 17%) and Spain ($15 billion or 16%) were the top importers.",
    "Italy ($22 billion), France ($16 billion) and Spain ($15 billion) were the main importers.",
    "Italy ($22 bn or 23% of EU imports), France ($16 bn or 17%), and Spain ($15 bn or 16%) remained the largest "
    "importers.",
]


@pytest.mark.parametrize("text", IN_FRONT)
def test_a_row_of_brackets_is_of_the_noun_behind_it(text: str):
    told = edges("EU exports to Chile were $92 billion in 2010. " + text)[1:]
    assert set(told) == {(member, "CHL", "import") for member in ("ITA", "FRA", "ESP")}


def test_a_row_of_surpluses_behind_deficits_has_its_own_sign():
    text = "EU exports to Chile were $92 billion in 2010. The largest deficits were registered by Italy (-$8 bn) and "
    text += "Greece (-$5 bn), while Poland (+$6 bn), France (+$3 bn) and Latvia (+$1 bn) had the biggest surpluses."
    told = [(claim.reporter, claim.partner, claim.value) for claim in read(text) if claim.measure == "level"][1:]
    signs = {"ITA": -8, "GRC": -5, "POL": 6, "FRA": 3, "LVA": 1}
    assert told == [(member, "CHL", value * 1_000_000_000) for member, value in signs.items()]


RANKED = "Kenya's exports came to $7 billion in 2020. "


@pytest.mark.parametrize(
    "text",
    [
        "Uganda is in second place - $230 million, exports to Rwanda amounted to $187 million, Egypt - $122 million.",
        "Uganda ranks second with $230 million, exports to Rwanda were $187 million, Egypt - $122 million.",
        "Uganda was in third place with $230 million, exports to Rwanda reached $187 million, Egypt - $122 million.",
    ],
)
def test_who_is_ranked_beside_another_partner_is_no_trader(text: str):
    told = edges(RANKED + text)[1:]
    assert told[-2:] == [("KEN", "RWA", "export"), ("KEN", "EGY", "export")]


def test_whose_exports_are_told_of_behind_a_figure_without_a_rank_stays():
    told = edges("Kenya sold goods worth $230 million, exports to Rwanda amounted to $187 million.")
    assert told == [("KEN", "world", "export"), ("KEN", "RWA", "export")]


ALL = [
    "Peru's global exports fell 3% to $40 billion, while imports were up 2% at $38 billion.",
    "Peru's total exports fell 3% to $40 billion, while imports rose 2%.",
    "Peru's overall exports fell 3%. For the first half of the year, exports were up 1% and imports were down 5%.",
    "Peru's total exports rose 3%. In the first nine months, imports climbed 4%.",
    "Peru's total imports fell 3%, and exports rose 2%.",
    "Peru's total exports came to $40 billion, and imports to $38 billion.",
]


@pytest.mark.parametrize("text", ALL)
def test_behind_trade_with_everybody_both_flows_are_with_everybody(text: str):
    told = edges("Peru's surplus with Chile narrows\n\nPeru's surplus with Chile fell to $2 billion in May.\n\n" + text)
    assert {partner for _, partner, flow in told if flow != "balance"} == {"world"}


def test_under_a_headline_on_two_bare_flows_are_with_the_other():
    text = "Peru's trade with Chile grows\n\nPeru's trade with Chile rose 3 percent in May. Exports were $2 billion."
    assert edges(text)[-1] == ("PER", "CHL", "export")


OUTSIDE = [
    ("Canada's imports from countries other than the United States fell 5 percent.", ("CAN", "non-us", "import")),
    ("Canada's exports to countries other than the U.S. fell 5 percent.", ("CAN", "non-us", "export")),
    ("Canada's sales to markets other than the United States rose 2%.", ("CAN", "non-us", "export")),
    ("Germany's exports to EU countries not belonging to the euro area rose 2%.", ("DEU", "non-eurozone", "export")),
    ("Spain's imports from EU states not belonging to the euro area fell 4%.", ("ESP", "non-eurozone", "import")),
    ("Spain's imports from countries that do not belong to the EU fell 4%.", ("ESP", "non-eu", "import")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edge"), OUTSIDE)
def test_all_other_countries_are_a_side(text: str, edge: Edge):
    assert edges(text) == [edge]


FLOWS = [
    ("The value of Kenya's re-exports, domestic exports and merchandise imports rose 12%, 4% and 10%.",
     "export export import"),
    ("Kenya's re-exports and domestic exports were $4 billion and $9 billion.", "export export"),
    ("Kenya's tea exports, coffee exports and oil imports rose 1%, 2% and 3%.", "export export import"),
    ("Kenya's domestic exports, re-exports and retained imports fell by 1%, 2% and 3%.", "export export import"),
    ("Kenya's oil imports and tea exports increased 8 percent and 3 percent.", "import export"),
    ("Kenya's goods imports, goods exports and re-exports were $9 billion, $4 billion and $1 billion.",
     "import export export"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "flows"), FLOWS)
def test_flows_in_a_row_have_one_figure_each(text: str, flows: str):
    assert edges(text) == [("KEN", "world", flow) for flow in flows.split()]


def test_a_row_for_several_times_is_of_no_flow_alone():
    told = edges("Kenya's re-exports and imports rose 4 percent and 9 percent in May and June.")
    assert len({flow for _, _, flow in told}) == 1


EACH = [
    "Peru's imports from Chile and Cuba fell 4 percent and 9 percent.",
    "Peru's imports from Chile and Cuba fell to $4 billion and $9 billion.",
    "Peru's imports from Chile and Cuba rose by 4% and 9%.",
    "Peru's imports from Chile and Cuba were $4 billion and $9 billion.",
    "Peru's imports from Chile and Cuba climbed 4 and 9 percent.",
    "Peru's imports from Chile and Cuba came to $4 billion and $9 billion.",
]


@pytest.mark.parametrize("text", EACH)
def test_as_many_figures_as_partners_are_one_each(text: str):
    assert edges(text) == [("PER", "CHL", "import"), ("PER", "CUB", "import")]


@pytest.mark.parametrize("figures", ["4 percent and 9 percent", "to $4 billion and $9 billion"])
def test_figures_for_two_times_are_of_both_partners(figures: str):
    told = edges(f"Peru's imports from Chile and Cuba fell {figures} in May and June.")
    assert told == [("PER", "CHL+CUB", "import")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Spain and Japan imported goods worth $9 billion and $8 billion, respectively, from Peru.",
        "Other buyers were Spain and Japan, which imported oil valued at $9 billion and $8 billion, respectively, from "
        "Peru.",
    ],
)
def test_what_stands_behind_a_row_is_the_side_of_all_of_it(text: str):
    assert edges(text) == [("ESP", "PER", "import"), ("JPN", "PER", "import")]


BOTH_WAYS = [
    "China's import and export volume of goods reached $2.8 trillion (20.1 trillion yuan) in 2023.",
    "China's export and import volume was $2.8 trillion in 2023.",
    "China's total imports and export volume came to $2.8 trillion in 2023.",
    "The import and export volume of China increased 7 percent in 2023.",
    "China's exports and imports volume rose by 7 percent in 2023.",
    "China's import and export value stood at $2.8 trillion in 2023.",
]


@pytest.mark.parametrize("text", BOTH_WAYS)
def test_import_and_export_volume_is_both_ways(text: str):
    assert set(edges(text)) == {("CHN", "world", "turnover")}


def test_the_volume_of_one_flow_is_that_flow():
    assert edges("China's export volume rose 7 percent in 2023.") == [("CHN", "world", "export")]
