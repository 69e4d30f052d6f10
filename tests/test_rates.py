"""Figures in two currencies, compared at the rates of the user's own file."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from claims import claim

from pipeline.conflict import CheckSettings, check
from pipeline.errors import CorpusError
from pipeline.rates import read_rates

OWN = "date,base,currency,rate\n2023-01-31,USD,THB,32.9\n2023-10-31,USD,THB,36.6\n2024,USD,THB,35\n2023,USD,EUR,0.92\n"
BANK = "Date,USD,JPY,CYP,\n2023-12-29,1.105,156.33,N/A,\n2023-01-02,1.0683,140.66,N/A,\n2022-12-30,1.0666,140.66,N/A,\n"


def rates(tmp_path: Path, text: str = OWN):
    path = tmp_path / "rates.csv"
    path.write_text(text, encoding="utf-8")
    return read_rates(path)


def found(tmp_path: Path, *claims, text: str = OWN):
    return check([*claims], settings=CheckSettings(rates=rates(tmp_path, text)))


def test_the_range_of_a_year_is_from_its_lowest_to_its_highest_rate(tmp_path: Path):
    own = rates(tmp_path)
    assert own.between("USD", "THB", [2023]) == (Decimal("32.9"), Decimal("36.6"))
    assert own.between("THB", "USD", [2023]) == (1 / Decimal("36.6"), 1 / Decimal("32.9"))
    assert own.between("EUR", "THB", [2023]) == (Decimal("32.9") / Decimal("0.92"), Decimal("36.6") / Decimal("0.92"))
    assert own.between("USD", "THB", [2023, 2024]) == (Decimal("32.9"), Decimal("36.6"))
    assert own.between("USD", "THB", [2022, 2023]) is None
    assert own.between("USD", "KES", [2023]) is None


def test_the_banks_history_is_understood(tmp_path: Path):
    bank = rates(tmp_path, BANK)
    assert bank.between("EUR", "USD", [2023]) == (Decimal("1.0683"), Decimal("1.105"))
    assert bank.between("EUR", "CYP", [2023]) is None


@pytest.mark.parametrize(
    ("dollars", "told"),
    [("$22.6 billion", 0), ("$25.3 billion", 0), ("$26.4 billion", 0), ("$20.1 billion", 1), ("$83 billion", 1)],
)
def test_what_no_rate_of_the_year_makes_one_amount_is_told(tmp_path: Path, dollars: str, told: int):
    its = claim("THA/JPN/export 2023", "THB 830 billion"), claim("THA/JPN/export 2023", dollars)
    checked = found(tmp_path, *its)
    assert len(checked.findings) == told
    assert checked.checked == {one.id for one in its}
    assert all((one.certainty, one.kind, one.scope) == ("unlikely", "same-fact", "article") for one in checked.findings)
    assert not check([*its]).findings


def test_another_time_another_partner_and_a_year_without_rates_are_not_compared(tmp_path: Path):
    baht = claim("THA/JPN/export 2023", "THB 830 billion")
    for other in (
        claim("THA/JPN/export 2024", "$83 billion"),
        claim("THA/CHN/export 2023", "$83 billion"),
        claim("THA/JPN/import 2023", "$83 billion"),
    ):
        assert not found(tmp_path, baht, other).findings
    its = claim("THA/JPN/export 2019", "THB 830 billion"), claim("THA/JPN/export 2019", "$83 billion")
    assert not found(tmp_path, *its).findings


def test_one_finding_for_a_fact_and_none_where_any_figure_fits(tmp_path: Path):
    baht = claim("THA/JPN/export 2023", "THB 830 billion")
    far, near = claim("THA/JPN/export 2023", "$83 billion"), claim("THA/JPN/export 2023", "$24 billion")
    assert {one.kind for one in found(tmp_path, baht, far, near).findings} == {"same-fact"}
    assert not any("rates.csv" in one.explanation for one in found(tmp_path, baht, far, near).findings)


def test_a_deficit_is_one_in_the_other_currency_too(tmp_path: Path):
    def deficit(low: int, value: int, high: int, unit: str):
        amounts = {name: Decimal(number) * 10**9 for name, number in {"low": low, "value": value, "high": high}.items()}
        return claim("THA/JPN/balance 2023", f"{value}", measure="level", unit=unit, **amounts)

    baht = deficit(-835, -830, -825, "THB")
    assert not found(tmp_path, baht, deficit(-25, -24, -23, "USD")).findings
    assert found(tmp_path, baht, deficit(-15, -14, -13, "USD")).findings


def test_two_articles_only_disagree(tmp_path: Path):
    its = (
        claim("THA/JPN/export 2023", "THB 830 billion", doc="a.txt"),
        claim("THA/JPN/export 2023", "$83 billion", doc="b.txt"),
    )
    (one,) = found(tmp_path, *its).findings
    assert one.scope == "cross-source"
    assert one.headline.startswith("The sources differ on Thailand's 2023 exports to Japan")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no column date"),
        ("date,currency,rate\n", "no rate"),
        ("date,currency,rate\n2023,USD,0\n", "rate '0' is not known"),
        ("date,currency,rate\n2023,USD,-1\n", "rate '-1' is not known"),
        ("date,currency,rate\n2023,USD,NaN\n", "rate 'NaN' is not known"),
        ("date,currency,rate\n2023,USD,1e99\n", "rate '1e99' is not known"),
        ("date,currency,rate\n31/12/2023,USD,1.1\n", "date '31/12/2023' is not known"),
        ("date,currency,rate\n2023,dollar,1.1\n", "'DOLLAR' is no currency"),
        ("date,currency,rate\n2023\n", "'' is no currency"),
        ("date,date,currency,rate\n2023,2023,USD,1\n", "the column date twice"),
        ("date,base,currency,rate\n2023,USD,THB,33\n2023,EUR,THB,36\n", "rates for EUR and USD"),
        ("when,currency,rate\n2023,USD,1.1\n", "no column date"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, text: str, said: str):
    with pytest.raises(CorpusError, match=said.replace("'", ".")):
        rates(tmp_path, text)


@pytest.mark.model
def test_the_commands_take_a_file_of_rates(tmp_path: Path):
    rates(tmp_path)
    (tmp_path / "in").mkdir()
    article = tmp_path / "in" / "a.txt"
    article.write_text(
        "Thailand's exports to Japan were 830 billion baht in 2023. They were worth $83 billion in 2023.\n"
    )
    command = [sys.executable, "-m", "pipeline"]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)

    told = run("check", str(article), "--rates", f"{tmp_path}/rates.csv")
    assert told.returncode == 1
    assert "which no rate of the time" in " ".join(told.stdout.split())
    assert run("check", str(article)).returncode == 0
    assert run("check", str(article), "--rates", "none.csv").returncode == 2
    out = str(tmp_path / "out")
    assert "1 contradiction" not in run("run", str(tmp_path / "in"), "-o", out, "--jobs", "1").stdout
    again = run("run", str(tmp_path / "in"), "-o", out, "--jobs", "1", "--rates", f"{tmp_path}/rates.csv")
    assert "1 contradiction" in again.stdout
