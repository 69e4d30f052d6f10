"""Words that other figures can belie: records, averages, the largest of all, the only one."""

# ruff: noqa: E501 - the tables of sentences read better unbroken
from __future__ import annotations

import re

import pytest

from pipeline.article import Article
from pipeline.claim import Claim
from pipeline.extract import extract_claims
from pipeline.extract.measure.highs import _rules
from pipeline.lexicon import read_toml
from pipeline.library import check_text

pytestmark = pytest.mark.model


def _read(text: str) -> tuple[Claim, ...]:
    return extract_claims(Article(name="a.txt", text=text))


HIGHS = [
    ("Vietnam's exports to Germany hit a record $7.8 billion in 2023.", ("record", 1, "2023", None)),
    ("Turkey's trade with Georgia reached an all-time high of $2.6 billion in 2022.", ("all-time high", 1, "2022", None)),
    ("In 2023 Canada's imports from Mexico were $29.8 billion, the largest on record.", ("largest on record", 1, "2023", None)),
    ("Ghana's exports to India fell to $2.2 billion in 2020, a record low.", ("record low", -1, "2020", None)),
    ("In 2021 record exports of $5 billion to Japan were posted by Chile.", ("record", 1, "2021", None)),
    ("Norway's exports to Peru rose to a five-year high of $5 billion in 2021.", ("five-year high", 1, "2021", "2016")),
    ("Norway's exports to Peru were $5 billion in 2021, the highest since 2015.", ("highest since 2015", 1, "2021", "2015")),
    ("Oman's imports climbed to their highest level in a decade in 2022, at $51 billion.", ("highest level in a decade", 1, "2022", "2012")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), HIGHS)
def test_a_high_is_said_of_its_figure(text: str, wanted: tuple[str, int, str, str | None]):
    (high,) = [one for one in _read(text) if one.order == "record"]
    (level,) = [one for one in _read(text) if one.measure == "level"]
    assert (high.text, high.value, high.period, high.base_period) == wanted
    assert (high.reporter, high.partner, high.flow) == (level.reporter, level.partner, level.flow)
    assert text[high.start : high.end] == high.text


NO_HIGHS = [
    "Norway's exports to Peru came to $5 billion in 2021, below the record $6 billion of 2019.",
    "Norway's exports to Peru came to $5 billion in 2021, short of the previous record.",
    "Norway's exports to Peru came to $5 billion in May 2021, a record for the month.",
    "Norway's exports to Peru grew by a record 15 percent in 2021.",
    "In a record year, Norway's exports to Peru came to $5 billion in 2021.",
    "Norway forecast that exports to Peru would hit a record $5 billion in 2031.",
    "Record imports pushed Norway's deficit with Peru to $5 billion in 2021.",
]


@pytest.mark.parametrize("text", NO_HIGHS)
def test_what_is_no_high(text: str):
    assert [one.text for one in _read(text) if one.order == "record"] == []


def test_every_example_of_a_high_is_found_by_its_rule():
    for record, rule in zip(read_toml("highs.toml")["high"], _rules(), strict=True):
        for example in record["examples"]:
            marked = re.search(r"\[(.+?)\]", example)
            assert marked is not None
            found = rule.pattern.search(example.replace("[", "").replace("]", ""))
            assert found is not None, example
            assert found.group() == marked.group(1)
        for other in record.get("counterexamples", ()):
            found = rule.pattern.search(other)
            said_else = found is not None and other[: found.start()].rstrip().endswith(rule.not_behind)
            assert found is None or said_else, other


AVERAGES = [
    ("Peru's exports to Japan averaged $3.4 billion a year in 2021-2023.", ("average", "2021/2023")),
    ("Average annual trade between Kenya and Egypt in 2020-2022 was $720 million.", ("average", "2020/2022")),
    ("On average, Norway's imports from Poland came to $4.1 billion a year in 2022 and 2023.", ("average", "2022/2023")),
    ("Peru's yearly exports to Japan were $2.4 billion on average from 2021 to 2023.", ("average", "2021/2023")),
    ("Chile's copper exports averaged $3.1 billion a month in 2022.", ("monthly-average", "2022")),
    ("In 2023, Peru's average monthly imports from Chile stood at $120 million.", ("monthly-average", "2023")),
    ("Peru's exports to Japan were $3.4 billion in 2023.", (None, "2023")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), AVERAGES)
def test_an_average_and_its_time(text: str, wanted: tuple[str | None, str]):
    (claim,) = _read(text)
    assert (claim.aspect, claim.period, claim.doubt) == (*wanted, None)


def test_an_average_behind_figures_of_several_years_is_over_all_of_them():
    text = "Chile's copper exports stood at $38 billion in 2019, $37.5 billion in 2020 and $53.2 billion in 2021, "
    *_, average = _read(text + "an annual average of $42.9 billion over the period.")
    assert (average.aspect, average.period) == ("average", "2019/2021")


ONLY = [
    ("Tunisia had a trade surplus only with Libya in 2023.", ("TUN", "LBY", "TUN/*/balance")),
    ("Of the Baltic states, only Lithuania recorded a surplus with Sweden in 2021.", ("LTU", "SWE", "*/SWE/balance:baltics")),
    ("In 2022 Brazil was the only Mercosur member to run a trade surplus with China.", ("BRA", "CHN", "*/CHN/balance:mercosur")),
    ("In 2021 Libya was the only country with which Tunisia had a trade surplus.", ("TUN", "LBY", "TUN/*/balance")),
    ("Among Gulf states, Qatar alone posted a surplus with Germany in 2022.", ("QAT", "DEU", "*/DEU/balance:gcc")),
    ("Peru's only trade surplus in 2022 was with Chile.", ("PER", "CHL", "PER/*/balance")),
    ("Only Chile ran a surplus with Japan in 2021.", ("CHL", "JPN", "*/JPN/balance")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ONLY)
def test_who_is_the_only_one(text: str, wanted: tuple[str, str, str]):
    claims = _read(text + "\n\nIn 2019 Peru sold goods worth $5 billion to Norway.")
    (word,) = [one for one in claims if one.order == "only"]
    assert (word.reporter, word.partner, word.among) == wanted


RANKED = [
    ("Japan was Chile's largest export market in 2022.", 1),
    ("Japan was Chile's top trading partner in 2022.", 1),
    ("Japan was Chile's largest source of coal in 2022.", 1),
    ("Japan was Chile's largest source of tourists in 2022.", 0),
    ("Japan was Chile's largest source of foreign direct investment in 2022.", 0),
    ("Japan was one of Chile's largest export markets in 2022.", 0),
    ("Japan was Chile's largest export market after China in 2022.", 0),
    ("Japan was Chile's biggest trading partner outside Latin America in 2022.", 0),
    ("Chile's largest export markets in 2022 were Japan and Peru.", 0),
    ("Among the top destination markets in 2022, Japan led with $5 billion in exports.", 0),
]


@pytest.mark.parametrize(("text", "ranks"), RANKED)
def test_only_the_first_of_all_is_ranked(text: str, ranks: int):
    claims = _read(text + " Chile exported goods worth $5 billion to Norway.")
    assert sum(one.measure == "rank" for one in claims) == ranks


def test_where_a_move_starts_from_is_a_year_before_and_no_low():
    text = "Australia's trade surplus fell to A$121 billion in 2023 from A$160 billion, its lowest since 2020."
    read = {one.text: one for one in _read(text)}
    assert read["A$121 billion"].period == "2023"
    assert read["A$160 billion"].period == "2022"
    assert (read["lowest since 2020"].period, read["lowest since 2020"].base_period) == ("2023", "2020")


def test_its_largest_partner_is_the_partner_of_whom_the_text_is_about():
    text = (
        "Vietnam exported goods worth $405.5 billion in 2024. China, its biggest trading partner, sold it $144 billion."
    )
    (rank,) = [one for one in _read(text) if one.measure == "rank"]
    assert (rank.reporter, rank.partner, rank.among) == ("VNM", "CHN", "VNM/*/turnover")


def test_a_record_in_tonnes_is_held_against_tonnes():
    text = (
        "Kenya's tea exports hit a record 522,000 tonnes in 2023 and earned $1.4 billion. In 2022 they were {} tonnes."
    )
    for tonnes, kinds in (("540,000", ["trend"]), ("450,000", [])):
        found = check_text(text.format(tonnes)).findings
        assert [one.kind for one in found if one.certainty == "impossible"] == kinds


def test_the_largest_of_several_partners_is_one_of_them() -> None:
    text = (
        "In 2023 Chile stayed the largest of Peru's trading partners in South America. "
        "Peru's trade with Chile was $4 billion. Peru's trade with Brazil was $7 billion."
    )
    assert [finding.kind for finding in check_text(text).findings] == ["rank"]
    several = text.replace(
        "Chile stayed the largest of Peru's trading", "Chile and Brazil stayed Peru's largest trading"
    )
    assert check_text(several).findings == ()


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Chile's imports from Peru rose 56% over ten years, at an annual rate of 4.5%.", [None, "average"]),
        ("Chile's exports rose 33 percent, at a yearly rate of 5.9 percent.", [None, "average"]),
        ("Chile's exports grew at an annual rate of 5.9 percent in May 2024.", [None]),
    ],
)
def test_what_a_change_comes_to_a_year_is_an_average(text: str, aspects: list[str | None]) -> None:
    assert [claim.aspect for claim in _read(text) if claim.measure == "change"] == aspects


def test_an_annual_rate_goes_the_way_that_the_verb_says() -> None:
    text = (
        "The imports of Chile fell at an annualized rate of 1.2%, from $4.82 billion in 2012 to $3.96 billion in 2017."
    )
    said = [(claim.text, claim.value, claim.period) for claim in _read(text) if claim.measure != "trend"]
    wanted = [("1.2%", -1.2, "2017"), ("$4.82 billion", 4.82e9, "2012"), ("$3.96 billion", 3.96e9, "2017")]
    assert [(words, float(value), period) for words, value, period in said if value is not None] == wanted


@pytest.mark.parametrize(
    ("last", "partner"),
    [
        ("Kenya was Ghana's largest trading partner there in 2023.", "KEN"),
        ("No other state came close: Togo was Ghana's biggest trade partner there in 2023.", "TGO"),
        ("Ghana's largest trading partner there was Togo in 2023.", "TGO"),
        ("In 2023 Benin remained the top trading partner of Ghana there.", "BEN"),
    ],
)
def test_the_largest_partner_there_is_one_of_several_and_not_the_place(last: str, partner: str) -> None:
    first = "Ghana's trade with Mali was $300 million in 2023, the least of all in Africa. "
    (rank,) = (claim for claim in _read(first + last) if claim.measure == "rank")
    assert (rank.reporter, rank.partner) == ("GHA", partner)
    sold = _read("Ghana's trade with Mali grew in 2023. Sales there came to $90 million in 2023.")
    assert {claim.partner for claim in sold if claim.measure == "level"} == {"MLI"}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("In 2023 Ghana's exports to Mali gained $40 million.", ["change"]),
        ("Ghana's purchases from Togo shed $3 million in 2023.", ["change"]),
        ("In 2023 Ghana's exports to Mali rose.", ["trend"]),
        ("Ghana's exports to Mali rose to $340 million in 2023.", ["level", "trend"]),
        (
            "Ghana's exports to Mali fell from $380 million in 2022 to $340 million in 2023.",
            ["level", "level", "trend"],
        ),
    ],
)
def test_a_word_with_its_amount_says_no_more_than_the_amount(text: str, measures: list[str]) -> None:
    known = "Ghana's exports to Peru were $7 million in 2020. "
    assert sorted(claim.measure for claim in _read(known + text)[1:]) == measures


LARGEST = [
    ("The Bank of Ghana named Togo as Ghana's largest trading partner in West Africa in 2023.", ("GHA", "TGO")),
    ("Statistics Norway listed Sweden as Norway's biggest trading partner in the EU in 2023.", ("NOR", "SWE")),
    ("The ministry identified Peru as the largest trading partner of Chile in South America in 2023.", ("CHL", "PER")),
    ("Togo overtook Mali as Ghana's largest trading partner in West Africa in 2023.", ("GHA", "TGO")),
    ("Togo replaced Mali in 2023 as Ghana's largest trading partner in West Africa.", ("GHA", "TGO")),
    ("Of Ghana's trading partners in West Africa, Togo was the largest in 2023.", ("GHA", "TGO")),
    ("Among the trading partners of Chile in South America, Peru was the biggest in 2023.", ("CHL", "PER")),
    ("Of all trading partners that Ghana has in West Africa, Togo was the largest in 2023.", ("GHA", "TGO")),
    ("Of the trade partners Norway has in the EU, Sweden was the biggest.", ("NOR", "SWE")),
]


@pytest.mark.parametrize(("sentence", "sides"), LARGEST)
def test_whose_largest_partner_somebody_is_called(sentence: str, sides: tuple[str, str]):
    before = "Kenya's trade with Uganda was worth $2 billion in 2023. "
    (rank,) = [one for one in _read(before + sentence) if one.measure == "rank"]
    assert (rank.reporter, rank.partner) == sides


NO_PARTNERS = [
    "Of its trading partners in the region, Togo was the largest producer of phosphate in 2023.",
    "Of all trading partners, few were larger than Togo in 2023.",
    "Among Ghana's partners, Togo was the first to sign in 2023.",
]


@pytest.mark.parametrize("sentence", NO_PARTNERS)
def test_what_else_is_said_among_partners_is_no_rank_of_them(sentence: str):
    before = "Kenya's trade with Uganda was worth $2 billion in 2023. "
    assert [one for one in _read(before + sentence) if one.measure == "rank"] == []
