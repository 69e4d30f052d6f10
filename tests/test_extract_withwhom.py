"""With whom a figure of trade is, where the clause leaves it open, says it from afar, or lists whoever comes next."""

from __future__ import annotations

import pytest
from reading import read

pytestmark = pytest.mark.model

Edge = tuple[str | None, str | None, str | None]


def edges(text: str) -> list[Edge]:
    return [(claim.reporter, claim.partner, claim.flow) for claim in read(text)]


BESIDE = [
    ("Peru's deficit with Chile, a sore point for the cabinet of Ana Prieto, narrowed 4.1% in May.", "balance"),
    ("Peru's exports to Chile, long its best market in the region, fell 12 percent in the first quarter.", "export"),
    ("Peru's imports from Chile, a mainstay of its factories for years, increased by 9 percent in April.", "import"),
    ("Peru's trade surplus with Chile, a source of friction with the capital, widened to $1.3 billion.", "balance"),
    ("Peru's shipments to Chile, another important customer for its copper, climbed 8.5 percent.", "export"),
    ("Peru's trade with Chile, the subject of talks this spring, came to $19 billion in 2023.", "turnover"),
]


@pytest.mark.parametrize(("text", "flow"), BESIDE)
def test_what_stands_between_commas_in_front_of_the_verb_parts_nothing(text: str, flow: str):
    assert edges(text) == [("PER", "CHL", flow)]


def test_a_list_of_partners_is_no_such_aside():
    assert edges("Peru's exports to Japan, the EU and the United States, rose 5 percent.") == [
        ("PER", "JPN+eu+USA", "export")
    ]


OF_TWO = (
    "Kenya's exports to Uganda rose by $12 million (3 percent) to $410 million in 2023. "
    "Kenya's imports from Uganda fell by $9 million (2 percent) to $350 million. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's exports of cement jumped to $90 million.",
        "Kenya's imports of maize nearly doubled to $120 million.",
        "About half of the growth came from Kenyan exports of steel, which rose to $55 million.",
    ],
)
def test_goods_in_a_text_on_two_are_traded_between_these(sentence: str):
    assert set(edges(OF_TWO + sentence)[6:]) <= {("KEN", "UGA", "export"), ("KEN", "UGA", "import")}


@pytest.mark.parametrize(
    "text",
    [
        OF_TWO + "Kenya's total exports came to $7.4 billion.",
        OF_TWO
        + "Kenya's total exports of cement came to $7.4 billion.\n\nKenya's exports of cut flowers were $5 billion.",
        "Kenya's exports were $7 billion. " + OF_TWO + "Kenya's exports of cut flowers were $5 billion.",
        OF_TWO + "Imports from Tanzania were $300 million. Kenya's exports of cut flowers were $5 billion.",
    ],
)
def test_goods_in_a_text_that_is_on_more_than_two_are_not(text: str):
    assert edges(text)[-1] == ("KEN", "world", "export")


@pytest.mark.parametrize(
    "words",
    [
        "in trade revenue with foreign partners",
        "in trade with all its partners",
        "in trade with the rest of the world",
        "in trade with foreign countries",
    ],
)
def test_all_partners_are_everybody(words: str):
    text = "Peru's exports to Chile rose to $2 billion in May. Peru recorded $9 billion"
    text += f" {words}, with exports of $5 billion."
    assert edges(text)[1:] == [("PER", "world", "turnover"), ("PER", "world", "export")]


TO_WHICH = [
    ("Peru's largest market was Chile, to which exports totalled $2 billion in 2023.", ("PER", "CHL", "export")),
    ("Peru's main market is Chile, to which Peruvian exports rose 5 percent in 2023.", ("PER", "CHL", "export")),
    ("Peru's top partner is Chile, with which trade came to $1.2 billion in 2023.", ("PER", "CHL", "turnover")),
    (
        "The largest supplier of Peru was Chile, from which it imported goods worth $3 billion.",
        ("PER", "CHL", "import"),
    ),
    ("Prices rose in Chile, to which Peru's exports fell 3 percent to $4 billion in 2023.", ("PER", "CHL", "export")),
    ("Most goes to Chile (Santiago says), from which Peru's imports fell 3 percent.", ("PER", "CHL", "import")),
]


@pytest.mark.parametrize(("text", "edge"), TO_WHICH)
def test_a_relative_clause_goes_on_with_the_partner(text: str, edge: Edge):
    assert set(edges(text)) == {edge}


FRONTED = [
    "With other Latin American countries including Brazil, Chile posted a surplus of $1.3 billion",
    "With the other Latin American countries, including Brazil, Chile ran a surplus of $1.3 billion",
    "With Latin American countries, Chile posted a surplus of $1.3 billion",
]


@pytest.mark.parametrize("text", FRONTED)
def test_a_partner_in_front_is_that_of_all_figures_behind(text: str):
    told = edges(f"{text} as exports climbed 6 percent to $4.4 billion and imports slid 2 percent to $3.1 billion.")
    assert {(reporter, partner) for reporter, partner, _ in told} == {("CHL", "latin-america")}
    assert len(told) == 5


ANOTHER = [
    ("Peru's exports came to $60 billion in 2023, compared with Chile's $94 billion.", ("CHL", "world", "export")),
    ("Peru's textile exports reached $4 billion, against Chile's $3 billion.", ("CHL", "world", "export")),
    ("Peru's copper exports were $43 billion, well ahead of Chile's $21 billion.", ("CHL", "world", "export")),
    ("Peru's rice imports came to 8 million tonnes, behind Chile's 17 million tonnes.", ("CHL", "world", "import")),
    ("Peru's exports to Japan were $9 billion, compared with Chile's $5 billion.", ("CHL", "JPN", "export")),
    ("Peru's exports to Japan were $9 billion, against Japan's $7 billion.", ("JPN", "PER", "export")),
]


@pytest.mark.parametrize(("text", "edge"), ANOTHER)
def test_another_has_the_same_flow_with_the_same_partner(text: str, edge: Edge):
    assert edges(text)[1] == edge


def test_behind_imports_from_one_the_other_is_a_seller_too():
    text = "Japan is short of ore. Imports from Peru were $9 billion in 2023, compared with Chile's $5 billion."
    assert edges(text) == [("JPN", "PER", "import"), ("JPN", "CHL", "import")]


TOGETHER = [
    "Brazil, Spain and Japan followed closely, collectively representing 34% of Peru's exports.",
    "Brazil, Spain and Japan were the next markets, together taking 34% of Peru's exports.",
    "Brazil, Spain and Japan took 34% of Peru's exports.",
    "The top three export markets of Peru, Brazil, Spain and Japan, took a third of all exports.",
    "Peru's three biggest export markets, Brazil, Spain and Japan, together took 41% of its exports.",
    "Brazil, Spain and Japan came next, making up 34% of Peru's exports.",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_several_that_take_a_share_are_one_side(text: str):
    (claim,) = read(text)
    assert (claim.reporter, set(str(claim.partner).split("+"))) == ("PER", {"BRA", "ESP", "JPN"})


def test_a_share_each_is_none_of_all():
    told = edges("Brazil, Spain and Japan accounted for 12, 9 and 8 percent of Peru's exports, respectively.")
    assert [partner for _, partner, _ in told] == ["BRA", "ESP", "JPN"]


NEXT = [
    ("Exports to China came to $23 billion. Chile followed with $9 billion.", ("PER", "CHL", "export")),
    ("Exports to China came to $23 billion. Next came Chile with $9 billion.", ("PER", "CHL", "export")),
    ("China was the top buyer with $23 billion. It was followed by Chile ($9 billion).", ("PER", "CHL", "export")),
    (
        "China bought $23 billion of goods from Peru. Next was Chile, with imports of $9 billion.",
        ("CHL", "PER", "import"),
    ),
    ("Copper exports were $23 billion. Chile followed with $9 billion.", ("CHL", "world", "export")),
    ("Trade with China came to $23 billion. Chile followed China with $9 billion.", ("PER", "CHL", "turnover")),
]


@pytest.mark.parametrize(("text", "edge"), NEXT)
def test_who_comes_next_takes_the_place_of_the_one_before(text: str, edge: Edge):
    assert edges(f"Peru's exports rose in 2023. {text}")[1] == edge


def test_the_next_trader_sells_to_the_same_buyer():
    text = "Germany was the largest exporter to Japan in 2023 with €20 billion."
    text += " It was followed by France with €8 billion and Italy with €7 billion."
    assert edges(text) == [("DEU", "JPN", "export"), ("FRA", "JPN", "export"), ("ITA", "JPN", "export")]


def test_shares_follow_one_another_too():
    text = "Japan took 45 percent of Ghana's exports in 2023."
    text += " Togo and Mali followed Japan with 19 percent and 16 percent, respectively."
    assert [partner for _, partner, _ in edges(text)] == ["JPN", "TGO", "MLI"]


RECORDED = [
    "The highest surplus was registered in Germany (€3.1 billion), followed by Spain (€2.2 billion).",
    "The largest were observed in Germany (€3.1 billion) and Spain (€2.2 billion).",
    "The largest surpluses were in Germany (€3.1 billion) and Spain (€2.2 billion).",
]


@pytest.mark.parametrize("sentence", RECORDED)
def test_a_balance_recorded_in_a_member_is_that_members(sentence: str):
    told = edges(f"The EU posted a trade surplus of €9 billion with Chile in 2023. {sentence}")
    assert told[1:] == [("DEU", "CHL", "balance"), ("ESP", "CHL", "balance")]


TRADERS = [
    "Chile ($9 billion), Peru ($4 billion) and Cuba ($2 billion) were the largest importers of rice in 2023.",
    "The largest importers of rice in 2023 were Chile ($9 billion), Peru ($4 billion) and Cuba ($2 billion).",
    "Chile ($9 billion) was the largest importer of rice, followed by Peru ($4 billion) and Cuba ($2 billion).",
]


@pytest.mark.parametrize("text", TRADERS)
def test_those_who_are_listed_as_traders_trade(text: str):
    assert edges(text) == [(trader, "world", "import") for trader in ("CHL", "PER", "CUB")]


SHARE = [
    (
        "Peru's share in the total trade turnover of Chile in 2023 accounted for 7.7 percent.",
        ("CHL", "PER", "turnover"),
    ),
    ("Peru remains a top cotton source for Chile, with a 9.7% share of its cotton imports.", ("CHL", "PER", "import")),
    ("Chile is Peru's largest market in South America, with 12 percent of its exports.", ("PER", "CHL", "export")),
]


@pytest.mark.parametrize(("text", "edge"), SHARE)
def test_whose_share_it_is(text: str, edge: Edge):
    assert edges(text) == [edge]


def test_what_a_share_was_is_the_same_share():
    text = (
        "Peru remains a top cotton source for Chile, with a 9.7% share of its cotton imports, which was 8.8% in 2021."
    )
    assert edges(text) == [("CHL", "PER", "import")] * 2


EACH = [
    "Exports to most trading partners, including Japan and China, rose 6 percent and 2 percent, respectively.",
    "Exports to most partners - such as Japan and China - also grew, rising by 6 percent and 2 percent, respectively.",
    "Exports to many markets, such as Japan and China, fell by 6 percent and 2 percent, respectively.",
    "Among the major Asian economies, exports to Japan and China rose 6 percent and 2 percent, respectively.",
]


@pytest.mark.parametrize("sentence", EACH)
def test_each_of_a_row_has_its_own_partner(sentence: str):
    assert edges(f"{sentence} Korea's exports went up.") == [("KOR", "JPN", "export"), ("KOR", "CHN", "export")]


def test_parts_that_are_listed_behind_a_total_are_not_its_partners():
    text = "Ghana's border trade grew. He said that cross-border trade came to $9 billion,"
    text += " such as Togo ($2 billion) and Mali ($1 billion)."
    assert edges(text)[0] == ("GHA", "world", "turnover")


def test_buyers_that_are_named_together_do_not_trade_with_each_other():
    text = "Most exports go to the EU and EFTA countries. The 2005 value of Iceland's exports was $3.2 billion."
    assert edges(text) == [("ISL", "world", "export")]


ALL_AGAIN = [
    "Peru's total exports declined by 2.8 percent to $5 billion, while imports fell by 4.2 percent to $4 billion.",
    "Peru's total imports rose to $5 billion in May, and exports to $4 billion.",
    "Peru's overall exports came to $5 billion, with imports at $4 billion.",
]


@pytest.mark.parametrize("sentence", ALL_AGAIN)
def test_beside_all_exports_imports_are_all_of_them_too(sentence: str):
    told = edges(f"Peru's trade with Chile was $2 billion in May. {sentence}")
    assert {partner for _, partner, _ in told[1:]} == {"world"}


def test_beside_exports_to_one_they_are_from_that_one():
    text = "Peru's exports to Chile declined by 2.8 percent to $5 billion, while imports fell by 4.2 percent."
    assert {partner for _, partner, _ in edges(text)} == {"CHL"}


MEMBERS = [
    ("The highest two were Germany (€3.1 billion) and Spain (€2.2 billion).", "balance"),
    ("The largest surpluses were registered by Germany (€3.1 billion) and Spain (€2.2 billion).", "balance"),
    ("Those with the largest surpluses with Chile were Germany (€3.1 billion) and Spain (€2.2 billion).", "balance"),
    ("Among the EU states, the largest exporters were Germany (€3.1 billion) and Spain (€2.2 billion).", "export"),
]


@pytest.mark.parametrize(("sentence", "flow"), MEMBERS)
def test_members_in_a_list_trade_with_the_partner_of_their_group(sentence: str, flow: str):
    told = edges(f"The EU had a trade surplus of €9 billion with Chile in 2023. {sentence}")
    assert told[1:] == [("DEU", "CHL", flow), ("ESP", "CHL", flow)]


def test_who_is_no_member_is_a_partner_in_a_list():
    text = "The EU had a trade surplus of €9 billion in 2023."
    text += " The largest were with Chile (€3.1 billion) and Peru (€2.2 billion)."
    assert [partner for _, partner, _ in edges(text)] == ["world", "CHL", "PER"]


OUTSIDE = [
    "China was the main non-EU destination, accounting for €3.2 billion of total exports.",
    "China was the largest non-EU market with €3.2 billion of total exports.",
    "China, the main non-EU destination, took €3.2 billion of total exports.",
]


@pytest.mark.parametrize("sentence", OUTSIDE)
def test_the_main_destination_outside_a_group_is_the_one_named(sentence: str):
    assert edges(f"Ireland's exports rose in May. {sentence}") == [("IRL", "CHN", "export")]


@pytest.mark.parametrize("words", ["€4.4 billion (56%) of total exports", "€4.4 billion of all exports"])
def test_who_accounts_for_an_amount_of_a_flow_is_the_partner(words: str):
    told = edges(f"Ireland's exports rose in May. The EU accounted for {words} in June.")
    assert set(told) == {("IRL", "eu", "export")}


def test_who_is_one_of_several_is_an_aside_too():
    assert edges("Exports to Chile, one of Peru's main customers, came to $4 billion.") == [("PER", "CHL", "export")]
    assert edges("Peru's imports from Japan, part of the region's old order, fell 5 percent.") == [
        ("PER", "JPN", "import")
    ]


def test_countries_outside_of_a_bloc_are_not_the_bloc():
    assert edges("Peru's exports to countries outside of the EU fell 3 percent.") == [("PER", "non-eu", "export")]


def test_the_world_is_no_second_side():
    assert edges("Globally, Peru ran a trade deficit of $2 billion.") == [("PER", "world", "balance")]
    assert edges("Worldwide, Peru's exports came to $2 billion.") == [("PER", "world", "export")]


def test_what_was_with_everybody_goes_on_in_the_next_paragraph():
    text = (
        "Peru's exports to Chile fell 7%. Globally, Peru ran a deficit of $2 billion.\n\nExports rose 3% to $9 billion."
    )
    assert [edge[1] for edge in edges(text)] == ["CHL", "world", "world", "world"]
