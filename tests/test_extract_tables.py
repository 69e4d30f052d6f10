"""Claims from tables: every slot from the heads of rows and columns and from the lines around the table."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables_folded import FOLDED
from tables_listed import LISTED
from tables_odd import ODD
from tables_plain import PLAIN
from tables_spaced import SPACED

from pipeline.claim import Claim
from pipeline.extract.reader import read_article
from pipeline.extract.table.head_words import find_headwords
from pipeline.lexicon import read_toml


def article(text: str, published: date | None = None) -> Any:
    return SimpleNamespace(name="t.txt", text=text, published=published, outlet=None, title=None)


def shown(claim: Claim) -> str:
    """A claim in one line: ``figure REPORTER/PARTNER/flow value unit period [what makes it special]``."""
    value = claim.value.normalize() if claim.value is not None else None
    parts = [
        claim.text,
        f"{claim.reporter}/{claim.partner}/{claim.flow}",
        f"{value:f}",
        str(claim.unit),
        str(claim.period),
    ]
    if claim.measure == "change":
        parts.append(f"change<{claim.base_period}")
    if claim.measure == "share":
        parts.append(f"share({claim.share_of})")
    if claim.commodity:
        parts.append(f"of:{claim.commodity}")
    if claim.modality != "reported":
        parts.append(claim.modality)
    return " ".join(parts)


def read(text: str, **given: Any) -> list[str]:
    return [shown(claim) for claim in read_article(article(text, **given))]


CASES = {**PLAIN, **ODD, **SPACED, **FOLDED, **LISTED}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_each_figure_takes_its_slots_from_its_heads(text: str, expected: str) -> None:
    assert read(text) == expected.splitlines()


COMPARING = read_toml("tables.toml")["comparing"]


@pytest.mark.parametrize(
    ("head", "period", "base"),
    [
        *((head, "2023", "2022") for head in COMPARING["examples"]),
        *((head, "2022", "2021") for head in COMPARING["counterexamples"]),
    ],
)
def test_a_time_behind_a_word_that_compares_is_what_a_change_is_compared_with(
    head: str, period: str, base: str
) -> None:
    lines = ("Exports of Chile by partner in 2023", "", f"| Partner | Exports, $ million | {head} |", "|---|---|---|")
    text = "\n".join((*lines, "| Peru | 310 | 5.1 |"))
    (change,) = (claim for claim in read_article(article(text)) if claim.measure == "change")
    assert (change.text, change.period, change.base_period) == ("5.1", period, base)


SILENT = {
    "output, not trade": """National accounts of Estonia, EUR million

| | 2022 | 2023 |
|---|---|---|
| GDP | 36,000 | 38,200 |
| Investment | 9,400 | 9,900 |
""",
    "trade in percent of output": """Exports of Estonia

| | 2022 | 2023 |
|---|---|---|
| Exports, % of GDP | 85.6 | 78.0 |
""",
    "no unit anywhere": """Trade of Estonia

| | 2022 | 2023 |
|---|---|---|
| Exports | 21.3 | 18.2 |
""",
    "a firm's sales": """Sales of the carmaker by region, $ million

| Region | 2022 | 2023 |
|---|---|---|
| Europe | 1,200 | 1,300 |
| Asia | 900 | 980 |
""",
    "ranks and codes": """Exports of Estonia in 2023, EUR million

| Partner | Rank | HS code |
|---|---|---|
| Finland | 1 | 85 |
| Latvia | 2 | 44 |
""",
    "a rest of which nobody knows what it holds": """Exports of Estonia in 2023, EUR million

| Partner | Value |
|---|---|
| Others | 3,100 |
| Other EU countries | 2,200 |
""",
    "an index on the year before": """Exports of Estonia

| | 2022 | 2023 |
|---|---|---|
| Exports, in % of 2021 | 118.1 | 101.4 |
""",
    "a league table": """| Club | Played | Points |
|---|---|---|
| Ajax | 30 | 71 |
| Chelsea | 30 | 66 |
""",
    "a firm's exports": """Acme's exports by region, trillion won

| Region | 2022 | 2023 |
|---|---|---|
| Europe | 50 | 48 |
""",
    "a balance between row and column, seen from nobody": """Trade balance between members, EUR billion, 2023

| | Germany | France |
|---|---|---|
| China | -59.0 | -30.1 |
| Japan | 3.3 | -1.0 |
""",
    "figures of rows with nothing said over the columns": """Principal partners of Estonia in 1998 ($ million):
Finland 1,993 303 1,690
Latvia 449 182 267
Sweden 448 97 351
""",
    "rates of exchange in lines": """Exchange rates: Estonia
krooni per US$1
Dec 2000 16.97
2000 16.07
1999 14.37
""",
    "medals in lines": """Medals, first export to win
Country Gold Silver
Estonia 8 2
Latvia 7 4
""",
    "people in lines": """Population of Peru (millions)
Year Men Women
1990 10.1 10.2
2000 12.1 12.5
2010 14.1 14.5
""",
    "prose broken into lines": """Estonia's exports of timber rose to 12
in 2019 but its imports rose to 13
and then fell back again to 12
""",
    "rows of different length": """Trade of Estonia, $ million
Year Exports Imports
1990 310
1995 1,840 2,540
""",
    "parts of output by the line above": """GDP and exports as % of GDP, Peru
Year GDP Exports
2019 230.1 24.1
2020 201.9 22.1
2021 225.4 29.0
""",
    "a list of rates of duty": """Tariffs on imports of Peru in 2021:
Wine 12.0%
Cars 10.0%
Shoes 6%
""",
    "duties by the line above": """Peru: tariffs on imports, %
Product 2021 2022
Wine 12.0 11.0
Cars 10.0 9.0
Shoes 6 5
""",
    "a firm's exports in lines": """Exports of firms, US$ million
Company 2021 2022
Acme 12.1 13.2
Globex 4.2 5.1
Initech 1.1 2.2
""",
    "harbours": """Exports of Spain by port, 2023, EUR million

| Port | Exports |
|---|---|
| Valencia | 30,100 |
""",
    "tariffs": """Tariffs on imports into Estonia

| Product | Rate, % |
|---|---|
| Wine | 12.0 |
| Cars | 10.0 |
""",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_no_trade_or_has_no_unit_is_left_alone(text: str) -> None:
    assert read(text) == []


SOURCED = """Trade of Oman in 2023, $ million

| Partner | Exports | Imports |
|---|---|---|
| India | 3,100 | 2,900 |

Source: National Centre for Statistics
"""


def test_evidence_points_at_the_heads() -> None:
    (claim, _) = read_article(article(SOURCED))
    spots = {slot: SOURCED[spot.start : spot.end] for slot, spot in claim.evidence.items()}
    assert spots == {
        "value": "3,100",
        "flow": "Exports",
        "reporter": "Oman",
        "partner": "India",
        "period": "2023",
        "source": "National Centre for Statistics",
    }
    rules = {slot: (spot.rule, spot.inherited) for slot, spot in claim.evidence.items()}
    assert rules["partner"] == ("row-head", False)
    assert rules["flow"] == ("column-head", False)
    assert rules["reporter"] == rules["period"] == ("caption", True)


def test_intervals_are_those_of_the_printed_digits_in_the_scale_of_the_head() -> None:
    (claim, _) = read_article(article(SOURCED))
    assert (claim.natural_low, claim.natural_high) == (Decimal("3099500000"), Decimal("3100500000"))
    assert claim.low is not None
    assert claim.low <= Decimal("3099500000")


def test_the_total_of_listed_months_is_no_year() -> None:
    text = "Exports of Oman, $ million\n\n| | 2023 |\n|---|---|\n| January | 10 |\n| February | 12 |\n| Total | 22 |\n"
    assert [claim.text for claim in read_article(article(text))] == ["10", "12"]


RECORDS = read_toml("tables.toml")["head"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_the_words_of_heads_have_their_meaning(record: dict[str, Any]) -> None:
    for example in record["examples"]:
        assert record["id"] in {word.id for word in find_headwords(example)}, example
    for example in record["counterexamples"]:
        assert record["id"] not in {word.id for word in find_headwords(example)}, example


CELLS = st.sampled_from(
    [
        "", " ", "China", "World", "Total", "Exports", "Imports, $ bn", "Balance", "2023", "12.5", "-3", "(4)",
        "1,200.5", "$3bn", "45%", "n/a", "Share, %", "Others", "of which oil", "US 9%, EU 8% (2020)", "€", "|", "<td>",
        "y/y", "９",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=7), st.booleans())
def test_no_table_breaks_the_reader_and_spans_are_slices(rows: list[list[str]], tagged: bool) -> None:
    if tagged:
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}" for row in rows)
        text = f"Exports of Chile in 2023, $ million\n\n<table>{body}</table>\n"
    else:
        text = "Exports of Chile in 2023, $ million\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
    for claim in read_article(article(text)):
        assert text[claim.start : claim.end] == claim.text
        assert claim.unit is not None
        assert all(0 <= spot.start < spot.end <= len(text) for spot in claim.evidence.values())


def grid(rows: int) -> str:
    heads = "".join(f"{year} | " for year in range(2005, 2025))
    body = "".join(f"| China | {' | '.join(f'{row}.{column}' for column in range(20))} |\n" for row in range(rows))
    return f"Exports of Chile, $ million\n\n| Partner | {heads}\n|---|{'---|' * 20}\n{body}"


def seconds(rows: int) -> float:
    begin = time.process_time()
    assert len(read_article(article(grid(rows)))) == rows * 20
    return time.process_time() - begin


def test_time_grows_with_the_number_of_cells() -> None:
    seconds(5)
    assert seconds(400) < 14 * max(seconds(50), 0.1)
