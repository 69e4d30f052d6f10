"""Sources in text: who is given as the origin of a figure."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path
from typing import Any

import pytest

from pipeline.institution import canonical_source, home_of, institution_of, office_of
from pipeline.lexicon import read_csv, read_toml
from pipeline.source import SourceMention, find_sources

TABLE = Path(__file__).parent / "tables" / "sources.csv"


def table_rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def shown(mention: SourceMention) -> str:
    return f"{mention.name_in_claim(None)}/{mention.kind}/{mention.cue}"


@pytest.mark.parametrize("row", table_rows(), ids=lambda row: row["id"])
def test_sentence_gives_these_sources(row: dict[str, str]) -> None:
    assert " ; ".join(shown(mention) for mention in find_sources(row["sentence"])) == row["found"]


def records_with(key: str) -> list[Any]:
    tables = read_toml("sources.toml")
    records = [record for table in ("cue", "anonymous", "office") for record in tables[table]]
    return [pytest.param(record["id"], example, id=example) for record in records for example in record.get(key, ())]


@pytest.mark.parametrize(("rule", "example"), records_with("examples"))
def test_rule_finds_its_examples(rule: str, example: str) -> None:
    marked = re.search(r"\[(.+?)\]", example)
    assert marked is not None
    found = find_sources(example.replace("[", "").replace("]", ""))
    at_mark = [mention for mention in found if mention.start == marked.start()]
    assert [mention.text for mention in at_mark] == [marked[1]]
    assert rule in at_mark[0].rule or at_mark[0].kind in {"institution", "official"}


@pytest.mark.parametrize(("rule", "example"), records_with("counterexamples"))
def test_rule_leaves_its_counterexamples(rule: str, example: str) -> None:
    assert not [mention for mention in find_sources(example) if mention.cue == rule]


def test_mention_is_a_slice_and_says_where_it_belongs() -> None:
    text = "Imports fell, according to the Chinese customs."
    (mention,) = find_sources(text)
    assert text[mention.start : mention.end] == mention.text == "Chinese customs"
    assert (mention.name, mention.reporter_hint, mention.office) == ("GACC", "CHN", "customs")
    assert mention.printed == "Chinese customs"


def test_canonical_and_printed_name_stand_side_by_side() -> None:
    (mention,) = find_sources("Imports fell, the Czech Statistical Bureau said.")
    assert (mention.name, mention.name_in_claim(None)) == ("Czech Statistical Office", "Czech Statistical Bureau")


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("the General Administration of Customs of China", "GACC"),
        ("China Customs", "GACC"),
        ("Chinese customs", "GACC"),
        ("US Census Bureau", "U.S. Census Bureau"),
        ("Kasikornbank", "Kasikornbank"),
        ("the paper", "paper"),
        ("International Monetary Fund", "IMF"),
    ],
)
def test_canonical_source(printed: str, canonical: str) -> None:
    assert canonical_source(printed) == canonical


def test_offices_of_economies() -> None:
    assert institution_of("CHN", "customs") == "GACC"
    assert institution_of("ATA", "customs") is None
    assert home_of("Rosstat") == "RUS"
    assert home_of("IMF") is None
    assert office_of("Riksbank") == "central-bank"
    assert office_of("nobody") is None


def test_institutions_are_sound() -> None:
    rows = read_csv("institutions.csv")
    ids = [row["id"] for row in rows]
    homes = {row["iso3"] for row in read_csv("economies.csv")} | {row["slug"] for row in read_csv("groups.csv")} | {""}
    assert len(ids) == len(set(ids))
    assert {row["iso3"] for row in rows} <= homes
    names = [name for row in rows for name in (row["id"], *filter(None, row["names"].split("|")))]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_every_trading_country_of_weight_has_a_customs_or_statistics_office() -> None:
    homes = {row["iso3"] for row in read_csv("institutions.csv") if row["kind"] in {"customs", "statistics"}}
    assert len(homes) >= 80


@pytest.mark.parametrize(
    "text", ["said " * 20_000, "A, " * 30_000 + "said", "according to " * 10_000, "X (" * 30_000, "Said B " * 20_000]
)
def test_time_grows_with_length(text: str) -> None:
    find_sources("warm")
    began = time.process_time()
    find_sources(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Kenya Revenue Service said exports rose. The office said",
            "Kenya Revenue Service",
        ),
        ("The Central Bank of Kenya said exports rose. The office said imports fell.", "office"),
    ],
)
def test_the_office_is_the_body_named_last_and_no_bank(text: str, who: str) -> None:
    assert find_sources(text)[-1].name_in_claim(None) == who
