"""Economies in text, and what the lexicon knows of them."""

from __future__ import annotations

import csv
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.economy import (
    SILENT_KINDS,
    EconomyMention,
    find_economies,
    is_definite,
    is_group,
    members,
    name_of,
    siblings,
    valid_in,
)
from pipeline.lexicon import read_csv, read_toml

TABLE = Path(__file__).parent / "tables" / "economies.csv"


def table_rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def shown(mention: EconomyMention) -> str:
    return f"{mention.text}={mention.code}/{mention.kind}"


@pytest.mark.parametrize("row", table_rows(), ids=lambda row: row["id"])
def test_sentence_names_these_economies(row: dict[str, str]) -> None:
    sentence = row["sentence"].replace("⏎", "\n")
    found = " ; ".join(shown(mention) for mention in find_economies(sentence))
    assert found == row["found"].replace("⏎", "\n")


def context_cases() -> list[tuple[str, str, bool]]:
    records = read_toml("economy_context.toml")["rule"]
    return [
        (record["id"], example, fits)
        for record in records
        for key, fits in (("examples", True), ("counterexamples", False))
        for example in record[key]
    ]


@pytest.mark.parametrize(("rule", "example", "fits"), context_cases(), ids=lambda value: str(value).replace(" ", "-"))
def test_context_rule_keeps_its_examples(rule: str, example: str, fits: bool) -> None:
    marked = re.search(r"\[(.+?)\]", example)
    assert marked is not None
    mentions = find_economies(example.replace("[", "").replace("]", ""))
    at_mark = [mention for mention in mentions if mention.start == marked.start()]
    assert [mention.text for mention in at_mark] == [marked[1]]
    assert (at_mark[0].rule == f"economy.{rule}") is fits


@pytest.mark.parametrize("record", read_toml("economy_context.toml")["phrase"], ids=lambda record: record["id"])
def test_fixed_phrase_hides_what_it_contains(record: dict[str, list[str]]) -> None:
    for example in record["examples"]:
        assert find_economies(example) == ()
    for phrase in record["phrases"]:
        assert find_economies(phrase) == ()


def test_mention_is_a_slice_with_its_surroundings() -> None:
    text = "The Philippines' sales to the Kyrgyz Republic’s market"
    first, second = find_economies(text)
    assert text[first.start : first.end] == first.text == "Philippines"
    assert first.possessive
    assert text[second.start : second.end] == second.text == "Kyrgyz Republic"
    assert second.possessive


def test_plain_mention_is_no_possessive() -> None:
    (mention,) = find_economies("sold to Kenya")
    assert (mention.possessive, mention.rule) == (False, "economy.name")


def test_mentions_are_in_order_and_apart() -> None:
    text = " ".join(row["sentence"] for row in table_rows())
    mentions = find_economies(text)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_silent_kinds_are_kinds_that_occur() -> None:
    kinds = {row.rpartition("/")[2] for line in table_rows() for row in line["found"].split(" ; ") if row}
    assert kinds > SILENT_KINDS


@pytest.mark.parametrize(
    ("group", "year", "count"),
    [
        ("eu", 1960, 6),
        ("eu", 1973, 9),
        ("eu", 1986, 12),
        ("eu", 1995, 15),
        ("eu", 2004, 25),
        ("eu", 2007, 27),
        ("eu", 2013, 28),
        ("eu", 2019, 28),
        ("eu", 2020, 27),
        ("euro-area", 1999, 11),
        ("euro-area", 2023, 20),
        ("asean", 1967, 5),
        ("asean", 1999, 10),
        ("asean", 2024, 10),
        ("eaeu", 2014, 0),
        ("eaeu", 2015, 5),
        ("brics", 2009, 4),
        ("brics", 2023, 5),
        ("brics", 2024, 9),
        ("brics", 2025, 10),
        ("gcc", 2024, 6),
        ("mercosur", 2011, 4),
        ("mercosur", 2024, 5),
        ("usmca", 2024, 3),
        ("rcep", 2024, 15),
        ("g7", 2024, 7),
        ("oecd", 2024, 38),
        ("opec", 2024, 12),
        ("african-union", 2024, 55),
        ("arab-league", 2024, 22),
        ("efta", 2024, 4),
        ("central-asia", 2024, 5),
        ("central-asia", 1990, 0),
        ("south-caucasus", 2024, 3),
        ("former-soviet-republics", 2000, 15),
        ("eac", 2024, 8),
        ("nordic", 2000, 5),
        ("no-such-group", 2024, 0),
    ],
)
def test_group_has_so_many_members(group: str, year: int, count: int) -> None:
    assert len(members(group, year)) == count


@pytest.mark.parametrize(
    ("group", "iso3", "year", "belongs"),
    [
        ("eu", "GBR", 2019, True),
        ("eu", "GBR", 2020, False),
        ("cis", "GEO", 2008, True),
        ("cis", "GEO", 2010, False),
        ("opec", "IDN", 2016, True),
        ("opec", "IDN", 2018, False),
        ("opec", "QAT", 2019, False),
        ("KAZ+UZB", "UZB", 2024, True),
        ("KAZ+central-asia", "TKM", 2024, True),
        ("world", "SUN", 1985, True),
        ("world", "SUN", 2024, False),
        ("non-eu", "GBR", 2024, True),
        ("non-opec", "SAU", 2024, False),
        ("KAZ", "KAZ", 2024, True),
    ],
)
def test_economy_belongs_to_group(group: str, iso3: str, year: int, belongs: bool) -> None:
    assert (iso3 in members(group, year)) is belongs


def test_names_to_show() -> None:
    assert name_of("KAZ") == "Kazakhstan"
    assert name_of("central-asia") == "Central Asia"
    assert name_of("UZB+TKM+TJK") == "Uzbekistan, Turkmenistan and Tajikistan"
    assert name_of("non-eu") == "non-EU countries"
    assert name_of("non-opec") == "countries outside OPEC"
    assert name_of("guangdong") == "Guangdong"
    assert name_of("some-unknown-bloc") == "Some Unknown Bloc"


def test_economies_have_their_years() -> None:
    assert valid_in("CZE", 1993)
    assert not valid_in("CZE", 1992)
    assert not valid_in("CSK", 1993)
    assert valid_in("FRA", 1900)
    assert valid_in("central-asia", 1900)


def test_groups_and_definite_groups() -> None:
    assert is_group("central-asia")
    assert is_group("KAZ+UZB")
    assert is_group("non-eu")
    assert is_group("non-opec")
    assert not is_group("KAZ")
    assert not is_group("guangdong")
    assert is_definite("central-asia")
    assert is_definite("eu")
    assert is_definite("KAZ+UZB")
    assert not is_definite("asia")
    assert not is_definite("KAZ+asia")


def test_siblings_come_from_the_smallest_shared_group_first() -> None:
    assert siblings("KGZ", 2024)[:4] == ("KAZ", "TJK", "TKM", "UZB")
    assert siblings("AZE", 2024)[:2] == ("ARM", "GEO")
    assert "KGZ" not in siblings("KGZ", 2024)
    assert siblings("ATA", 2024) == ()


def test_lexicon_is_sound() -> None:
    economies, groups = read_csv("economies.csv"), read_csv("groups.csv")
    codes, slugs = [row["iso3"] for row in economies], [row["slug"] for row in groups]
    assert len(set(codes)) == len(codes) >= 250
    assert len(set(slugs)) == len(slugs)
    coded = re.compile(r"[A-Z]{3},\d{3}")
    assert [row["name"] for row in economies if not coded.fullmatch(f"{row['iso3']},{row['m49']}")] == []
    assert all(re.fullmatch(r"([A-Z]{3})?", row["currency"]) for row in economies)
    assert {row["boundary"] for row in groups} == {"treaty", "fixed", "loose", "world"}
    assert all(row["iso3"] in codes and row["slug"] in slugs for row in read_csv("group_members.csv"))
    assert all(row["iso3"] in codes for row in read_csv("regions.csv"))


@pytest.mark.parametrize("row", read_csv("economies.csv"), ids=lambda row: row["iso3"])
def test_every_name_of_an_economy_is_found(row: dict[str, str]) -> None:
    for name in filter(None, [row["name"], *row["aliases"].split("|")]):
        assert [mention.code for mention in find_economies(f"sold to {name} then")] == [row["iso3"]], name


@pytest.mark.parametrize("text", ["China " * 20_000, "Air " * 40_000, "A" * 100_000, "U.S." * 25_000, "\n" * 100_000])
def test_time_grows_with_length(text: str) -> None:
    find_economies("warm")
    began = time.process_time()
    find_economies(text)
    assert time.process_time() - began < 5
