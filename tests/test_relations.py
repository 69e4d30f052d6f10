"""Every relation against small articles that break it and near misses; every proof is checked by other means."""

# ruff: noqa: E501 - the table of cases reads better unbroken
from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from certificate import contradictory
from claims import change, claim, deficit, fall, rank, record, share, sign, trend

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.relations import relations

KAZ, ALL = "CHN/KAZ/turnover 2024", "CHN/*/turnover:central-asia"


def _case(kind: str | None, *claims: Claim, certainty: str = "impossible") -> tuple[str | None, str, tuple[Claim, ...]]:
    return kind, certainty, claims


CASES = {
    # one fact, one figure
    "two amounts": _case("same-fact", claim(KAZ, "$43.8 billion"), claim(KAZ, "$22.7 billion")),
    "same amount, coarser": _case(None, claim(KAZ, "$43.82 billion"), claim(KAZ, "$44 billion")),
    "rounded against exact, one digit off": _case(
        "same-fact", claim(KAZ, "$94.7 billion"), claim(KAZ, "$94.82 billion")
    ),
    "cut off, not rounded": _case(
        "same-fact", claim(KAZ, "$43.8 billion"), claim(KAZ, "$43.88 billion"), certainty="unlikely"
    ),
    "both sides of one flow": _case(
        "same-fact", claim("KAZ/CHN/export 2024", "$15.9 billion"), claim("CHN/KAZ/import 2024", "$25.9 billion")
    ),
    "another period": _case(None, claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$22.7 billion")),
    "year to date": _case(None, claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2024-01/2024-06", "$22.7 billion")),
    "another commodity": _case(
        None, claim("KAZ/CHN/export 2024", "$4 billion", commodity="oil"), claim("KAZ/CHN/export 2024", "$5 billion", commodity="gas")
    ),
    "a forecast": _case(None, claim(KAZ, "$43.8 billion"), claim(KAZ, "$75 billion", modality="projected")),
    "a superseded figure": _case(None, claim(KAZ, "$43.8 billion"), claim(KAZ, "$41 billion", status="superseded")),
    "another currency": _case(None, claim(KAZ, "$43.8 billion"), claim(KAZ, "€40.1 billion")),
    "volume and value": _case(
        None, claim("RUS/CHN/export 2024", "$9 billion", commodity="coal"), claim("RUS/CHN/export 2024", "95 million tonnes", commodity="coal")
    ),
    "nearly": _case(None, claim(KAZ, "nearly $44 billion"), claim(KAZ, "$43.8 billion")),
    "over": _case("threshold", claim(KAZ, "more than $50 billion"), claim(KAZ, "$43.8 billion")),
    "two growths": _case("same-fact", change(KAZ, "7%", "2023"), change(KAZ, "15%", "2023")),
    "two growths against different years": _case(None, change(KAZ, "7%", "2023"), change(KAZ, "15%", "2019")),
    "two shares of different wholes": _case(
        None, share(KAZ, "46%", "CHN/central-asia/turnover"), share(KAZ, "2%", "CHN/world/turnover")
    ),
    "two shares of one whole": _case(
        "same-fact", share(KAZ, "46%", "CHN/central-asia/turnover"), share(KAZ, "38%", "CHN/central-asia/turnover")
    ),
    "two changes in money": _case("same-fact", change(KAZ, "$2.1 billion", "2023"), change(KAZ, "$5.3 billion", "2023")),
    # a target that was reached
    "target missed": _case(
        "threshold", claim(KAZ, "$69.8 billion"), claim(KAZ, "$70 billion", modality="target", status="reached"), certainty="unlikely"
    ),
    "target reached": _case(None, claim(KAZ, "$70.2 billion"), claim(KAZ, "$70 billion", modality="target", status="reached")),
    "target not yet due": _case(None, claim(KAZ, "$69.8 billion"), claim(KAZ, "$100 billion", modality="target")),
    # turnover and balance
    "turnover": _case(
        "identity", claim("KAZ/CHN/import 2024", "$28.0 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), claim(KAZ, "$22.7 billion")
    ),
    "turnover agrees": _case(
        None, claim("KAZ/CHN/import 2024", "$28 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), claim(KAZ, "$43.8 billion")
    ),
    "balance": _case(
        "identity", claim("USA/world/export 2004", "$1.15 trillion"), claim("USA/world/import 2004", "$1.76 trillion"), deficit("USA/world/balance 2004", "$671.7bn")
    ),
    "balance agrees": _case(
        None, claim("USA/world/export 2004", "$1.15 trillion"), claim("USA/world/import 2004", "$1.76 trillion"), deficit("USA/world/balance 2004", "$617.7bn")
    ),
    "surplus, without a figure": _case(
        "identity", claim("KAZ/CHN/import 2024", "$28 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), sign("KAZ/CHN/balance 2024", "surplus", 1)
    ),
    "deficit of the other": _case(
        None, claim("KAZ/CHN/import 2024", "$28 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), sign("CHN/KAZ/balance 2024", "surplus", 1)
    ),
    "balance of which only the sign is wrong": _case(
        "identity", deficit("TUR/DEU/balance 2022", "$3 billion"), sign("TUR/DEU/balance 2022", "surplus", 1)
    ),
    # groups
    "members and their group": _case(
        "sum",
        claim("CHN/ARM/turnover 2024", "$1.8 billion"), claim("CHN/AZE/turnover 2024", "$2.5 billion"),
        claim("CHN/GEO/turnover 2024", "$2.3 billion"), claim("CHN/south-caucasus/turnover 2024", "$7.5 billion"),
    ),
    "members agree, as rounded": _case(
        None,
        claim("CHN/ARM/turnover 2024", "$1.8 billion"), claim("CHN/AZE/turnover 2024", "nearly $2.5 billion"),
        claim("CHN/GEO/turnover 2024", "$2.3 billion"), claim("CHN/south-caucasus/turnover 2024", "$6.5 billion"),
    ),
    "one member above its group": _case(
        "sum", claim("CHN/ARM/turnover 2024", "$8.8 billion"), claim("CHN/south-caucasus/turnover 2024", "$6.5 billion")
    ),
    "some members, below their group": _case(
        None, claim("CHN/ARM/turnover 2024", "$1.8 billion"), claim("CHN/south-caucasus/turnover 2024", "$6.5 billion")
    ),
    "sum of a few": _case(
        "sum",
        claim("CHN/UZB+TKM+TJK/turnover 2024", "$28.1 billion"), claim("CHN/UZB/turnover 2024", "$13.78 billion"),
        claim("CHN/TKM/turnover 2024", "$10.65 billion"), claim("CHN/TJK/turnover 2024", "$3.86 billion"),
    ),
    "partners above the world": _case(
        "sum", claim("DEU/world/export 2024", "€100.0 billion"), claim("DEU/FRA/export 2024", "€60 billion"), claim("DEU/USA/export 2024", "€70 billion")
    ),
    "a loose group": _case(
        None, claim("CHN/EGY/turnover 2024", "$17 billion"), claim("CHN/middle-east/turnover 2024", "$15 billion")
    ),
    "who was not a member yet": _case(
        None, claim("USA/HRV/export 2005", "€9 billion"), claim("USA/eu/export 2005", "€8 billion")
    ),
    # parts of a period and of all goods
    "quarters and year": _case(
        "sum",
        *(claim(f"VNM/world/export 2023-Q{q}", "$80.0 billion") for q in (1, 2, 3, 4)), claim("VNM/world/export 2023", "$355.5 billion"),
    ),
    "month above its year": _case(
        "sum", claim("VNM/world/export 2023-05", "$80 billion"), claim("VNM/world/export 2023", "$35.5 billion")
    ),
    "months below their year": _case(
        None, claim("VNM/world/export 2023-05", "$28 billion"), claim("VNM/world/export 2023", "$355 billion")
    ),
    "commodity above all trade": _case(
        "sum", claim("RUS/IND/export 2023", "$40.2 billion", commodity="oil"), claim("RUS/IND/export 2023", "$33.5 billion")
    ),
    "oil and what is not oil": _case(
        "sum",
        claim("SAU/world/export 2023", "$320.0 billion"), claim("SAU/world/export 2023", "$248.0 billion", commodity="oil"),
        claim("SAU/world/export 2023", "$90.0 billion", commodity="non-oil"),
    ),
    "goods beside goods and services": _case(
        None, claim("USA/world/export 2023", "$2.0 trillion", commodity="goods"), claim("USA/world/export 2023", "$3.1 trillion", commodity="goods and services")
    ),
    "goods above all trade": _case(
        "sum", claim("USA/world/export 2023", "$3.1 trillion", commodity="goods"), claim("USA/world/export 2023", "$2.0 trillion"),
        claim("USA/world/export 2023", "$1.0 trillion", commodity="services"),
    ),
    "goods and trade on two bases": _case(
        None, claim("USA/world/export 2023", "$2.05 trillion", commodity="goods"), claim("USA/world/export 2023", "$2.02 trillion"),
        claim("USA/world/export 2023", "$1.0 trillion", commodity="services"),
    ),
    "all trade above goods and services": _case(
        "sum", claim("USA/world/export 2023", "$3.1 trillion", commodity="goods and services"), claim("USA/world/export 2023", "$3.5 trillion"),
        claim("USA/world/export 2023", "$1.0 trillion", commodity="services"),
    ),
    # growth
    "growth": _case(
        "growth", change("CHN/central-asia/turnover 2024", "nearly 5%", "2023"),
        claim("CHN/central-asia/turnover 2024", "$94.8 billion"), claim("CHN/central-asia/turnover 2023", "$89.4 billion"),
    ),
    "growth agrees": _case(
        None, change("CHN/central-asia/turnover 2024", "6%", "2023"),
        claim("CHN/central-asia/turnover 2024", "$94.8 billion"), claim("CHN/central-asia/turnover 2023", "$89.4 billion"),
    ),
    "a fall that was a rise": _case(
        "growth", fall(KAZ, "7%", "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "wider deficit": _case(
        "growth", change("USA/world/balance 2004", "24.4%", "2003"), deficit("USA/world/balance 2004", "$671.7bn"), deficit("USA/world/balance 2003", "$496.5bn")
    ),
    "wider deficit agrees": _case(
        None, change("USA/world/balance 2004", "24.4%", "2003"), deficit("USA/world/balance 2004", "$617.7bn"), deficit("USA/world/balance 2003", "$496.5bn")
    ),
    "difference": _case(
        "growth", change(KAZ, "$6.2 billion", "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "growth of a round base": _case(
        None, change("KGZ/CHN/export 2024", "3,270%", "2023"), claim("KGZ/CHN/export 2023", "$80 million"), claim("KGZ/CHN/export 2024", "$2.8 billion")
    ),
    "growth by volume": _case(
        None, change("RUS/CHN/export 2024", "12%", "2023", commodity="coal", aspect="volume"),
        claim("RUS/CHN/export 2024", "$9.0 billion", commodity="coal"), claim("RUS/CHN/export 2023", "$11.0 billion", commodity="coal"),
    ),
    "growth over a zero base": _case(
        None, change("KGZ/CHN/export 2024", "20%", "2023"), claim("KGZ/CHN/export 2023", "$0", value=Decimal(0), unit="USD", low=Decimal(0), high=Decimal(0)),
    ),
    "multiple": _case(
        "growth", change("TWN/USA/export 2023", "tripled", "2018", unit="percent"),
        claim("TWN/USA/export 2023", "$37.0 billion"), claim("TWN/USA/export 2018", "$18.4 billion"),
    ),
    # shares
    "share": _case(
        "share", share(KAZ, "30%", "CHN/central-asia/turnover"), claim(KAZ, "$43.8 billion"), claim("CHN/central-asia/turnover 2024", "$94.8 billion")
    ),
    "share agrees": _case(
        None, share(KAZ, "46%", "CHN/central-asia/turnover"), claim(KAZ, "$43.8 billion"), claim("CHN/central-asia/turnover 2024", "$94.8 billion")
    ),
    "two shares of a whole that is not printed": _case(
        "share",
        share("CHL/DEU/export 2006", "12.0%", "CHL/world/export"), claim("CHL/DEU/export 2006", "$6.0 billion"),
        share("CHL/JPN/export 2006", "30.0%", "CHL/world/export"), claim("CHL/JPN/export 2006", "$6.0 billion"),
    ),
    "shares above the whole": _case(
        "share", *(share(f"UKR/{who}/export 2020", "41%", "UKR/world/export") for who in ("POL", "DEU", "ITA"))
    ),
    "shares of overlapping partners": _case(
        None, share("UKR/eu/export 2020", "61%", "UKR/world/export"), share("UKR/DEU/export 2020", "41%", "UKR/world/export")
    ),
    "points": _case(
        "share", share(KAZ, "46%", "CHN/central-asia/turnover"), share("CHN/KAZ/turnover 2023", "41%", "CHN/central-asia/turnover"),
        change(KAZ, "2 percentage points", "2023", share_of="CHN/central-asia/turnover"),
    ),
    # ranks and words
    "largest": _case(
        "rank", rank(KAZ, "largest", 1, ALL), claim(KAZ, "$21.0 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "largest agrees": _case(
        None, rank(KAZ, "largest", 1, ALL), claim(KAZ, "$43.8 billion"), claim("CHN/UZB/turnover 2024", "$13.8 billion")
    ),
    "third that is fourth": _case(
        "rank", rank("CHN/TKM/turnover 2024", "third-largest", 3, ALL), claim("CHN/TKM/turnover 2024", "$10.6 billion"), claim(KAZ, "$43.8 billion"),
        claim("CHN/UZB/turnover 2024", "$13.8 billion"), claim("CHN/KGZ/turnover 2024", "$22.7 billion"),
    ),
    "third": _case(
        None, rank("CHN/UZB/turnover 2024", "third-largest", 3, ALL), claim("CHN/TKM/turnover 2024", "$10.6 billion"), claim(KAZ, "$43.8 billion"),
        claim("CHN/UZB/turnover 2024", "$13.8 billion"), claim("CHN/KGZ/turnover 2024", "$22.7 billion"),
    ),
    "lowest": _case(
        "rank", rank("CHN/UZB/turnover 2024", "lowest", 1, ALL, order="smallest"), claim("CHN/UZB/turnover 2024", "$13.8 billion"), claim("CHN/TJK/turnover 2024", "$3.9 billion"),
    ),
    "largest in the world": _case(
        "rank", rank("KAZ/CHN/export 2024", "largest", 1, "KAZ/*/export:world"), claim("KAZ/CHN/export 2024", "$15.0 billion"), claim("KAZ/RUS/export 2024", "$22.5 billion")
    ),
    "largest in the world, beside a group": _case(
        None, rank("KAZ/CHN/export 2024", "largest", 1, "KAZ/*/export:world"), claim("KAZ/CHN/export 2024", "$15.0 billion"), claim("KAZ/eu/export 2024", "$22.5 billion")
    ),
    "largest in the world, beside what is bought": _case(
        None, rank("KAZ/CHN/export 2024", "largest", 1, "KAZ/*/export:world"), claim("KAZ/CHN/export 2024", "$15.0 billion"), claim("KAZ/RUS/import 2024", "$22.5 billion")
    ),
    "grew fastest": _case(
        "rank", rank(KAZ, "fastest", 1, ALL, aspect="change", base_period="2023"), change(KAZ, "7%", "2023"), claim("CHN/UZB/turnover 2024", "$12.0 billion"), claim("CHN/UZB/turnover 2023", "$10.0 billion")
    ),
    "grew fastest agrees": _case(
        None, rank(KAZ, "fastest", 1, ALL, aspect="change", base_period="2023"), change(KAZ, "27%", "2023"), claim("CHN/UZB/turnover 2024", "$12.0 billion"), claim("CHN/UZB/turnover 2023", "$10.0 billion")
    ),
    "largest of all partners": _case(
        "rank", rank("ALB/ITA/export 2022", "biggest", 1, "ALB/*/export"), claim("ALB/ITA/export 2022", "$1.4 billion"), claim("ALB/GRC/export 2022", "$1.9 billion")
    ),
    "largest seller, nobody says among whom": _case(
        None, rank("ALB/ITA/export 2022", "biggest", 1, "*/ITA/export"), claim("ALB/ITA/export 2022", "$1.4 billion"), claim("GRC/ITA/export 2022", "$1.9 billion")
    ),
    "fastest growing partner, nobody says among whom": _case(
        None, rank(KAZ, "fastest", 1, "CHN/*/turnover", aspect="change", base_period="2023"), change(KAZ, "7%", "2023"), claim("CHN/UZB/turnover 2024", "$12.0 billion"), claim("CHN/UZB/turnover 2023", "$10.0 billion")
    ),
    # goods that go one way, and wider flows
    "goods above the turnover": _case(
        "sum", claim("GHA/TUR/export 2022", "$910 million", commodity="gold"), claim("GHA/TUR/turnover 2022", "$774 million")
    ),
    "goods to one partner above all exports": _case(
        "sum", claim("BRA/CHN/export 2022", "$60.2 billion", commodity="soybeans"), claim("BRA/world/export 2022", "$49.7 billion")
    ),
    "goods to one partner below all exports": _case(
        None, claim("BRA/CHN/export 2022", "$40.2 billion", commodity="soybeans"), claim("BRA/world/export 2022", "$49.7 billion")
    ),
    "goods bought, above all exports": _case(
        None, claim("BRA/CHN/import 2022", "$60.2 billion", commodity="phones"), claim("BRA/world/export 2022", "$49.7 billion")
    ),
    # so high as never before
    "record": _case(
        "trend", record("VNM/DEU/export 2023", "record"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2021", "$8.1 billion")
    ),
    "record, as rounded": _case(
        None, record("VNM/DEU/export 2023", "record"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2021", "$7.83 billion")
    ),
    "record, until a later year": _case(
        None, record("VNM/DEU/export 2023", "record"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2024", "$8.1 billion")
    ),
    "record low": _case(
        "trend", record("VNM/DEU/export 2023", "record low", -1), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2021", "$7.1 billion")
    ),
    "high since a year": _case(
        "trend", record("VNM/DEU/export 2023", "highest since 2019", since="2019"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2020", "$8.1 billion")
    ),
    "high since a year, that year": _case(
        None, record("VNM/DEU/export 2023", "highest since 2019", since="2019"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2019", "$8.1 billion")
    ),
    "record month, beside another month": _case(
        None, record("VNM/DEU/export 2023-03", "record"), claim("VNM/DEU/export 2023-03", "$7.8 billion"), claim("VNM/DEU/export 2022-12", "$8.1 billion")
    ),
    "record month, beside the same one": _case(
        "trend", record("VNM/DEU/export 2023-03", "record"), claim("VNM/DEU/export 2023-03", "$7.8 billion"), claim("VNM/DEU/export 2022-03", "$8.1 billion")
    ),
    "record deficit": _case(
        "trend", record("MAR/world/balance 2023", "record"), deficit("MAR/world/balance 2023", "$28.5 billion"), deficit("MAR/world/balance 2022", "$30.9 billion")
    ),
    "record deficit, a smaller one before": _case(
        None, record("MAR/world/balance 2023", "record"), deficit("MAR/world/balance 2023", "$28.5 billion"), deficit("MAR/world/balance 2022", "$26.9 billion")
    ),
    # averages
    "average of years": _case(
        "sum", claim("PER/JPN/export 2021", "$2.1 billion"), claim("PER/JPN/export 2022", "$2.4 billion"), claim("PER/JPN/export 2023", "$2.6 billion"),
        claim("PER/JPN/export 2021/2023", "$3.4 billion", aspect="average"),
    ),
    "average of years agrees": _case(
        None, claim("PER/JPN/export 2021", "$2.1 billion"), claim("PER/JPN/export 2022", "$2.4 billion"), claim("PER/JPN/export 2023", "$2.6 billion"),
        claim("PER/JPN/export 2021/2023", "$2.4 billion", aspect="average"),
    ),
    "average of years, too small for one of them": _case(
        "sum", claim("PER/JPN/export 2022", "$8.4 billion"), claim("PER/JPN/export 2021/2023", "$2.4 billion", aspect="average")
    ),
    "average of years, some unknown": _case(
        None, claim("PER/JPN/export 2022", "$2.1 billion"), claim("PER/JPN/export 2021/2023", "$3.4 billion", aspect="average")
    ),
    "average deficit, some unknown": _case(
        None, deficit("PER/JPN/balance 2022", "$7.4 billion"), deficit("PER/JPN/balance 2021/2023", "$2.4 billion", aspect="average")
    ),
    "average of months": _case(
        "sum", claim("PER/JPN/export 2023", "$2.6 billion"), claim("PER/JPN/export 2023", "$310 million", aspect="monthly-average")
    ),
    "average of months agrees": _case(
        None, claim("PER/JPN/export 2023", "$2.6 billion"), claim("PER/JPN/export 2023", "$217 million", aspect="monthly-average")
    ),
    "average of one year": _case(
        None, claim("PER/JPN/export 2023", "$2.6 billion"), claim("PER/JPN/export 2023", "$310 million", aspect="average")
    ),
    "two averages of the same years": _case(
        "same-fact", claim("PER/JPN/export 2021/2023", "$2.4 billion", aspect="average"), claim("PER/JPN/export 2021/2023", "$3.1 billion", aspect="average")
    ),
    "fell": _case(
        "trend", trend(KAZ, "fell", -1, "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "steady": _case(
        None, trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$41.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "nearly not steady": _case(
        None, trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$43.00 billion"), claim("CHN/KAZ/turnover 2023", "$41.00 billion")
    ),
    "not quite steady": _case(
        "trend", trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$43.30 billion"), claim("CHN/KAZ/turnover 2023", "$41.00 billion")
    ),
    "not quite steady, downwards": _case(
        "trend", trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$38.70 billion"), claim("CHN/KAZ/turnover 2023", "$41.00 billion")
    ),
    "largest by little": _case(
        None, rank(KAZ, "largest", 1, ALL), claim(KAZ, "$22.6 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "not quite the largest": _case(
        "rank", rank(KAZ, "largest", 1, ALL), claim(KAZ, "$22.3 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "smallest by little": _case(
        None, rank(KAZ, "smallest", 1, ALL, order="smallest"), claim(KAZ, "$22.3 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "not steady": _case(
        "trend", trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$31.0 billion")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_relation(name):
    kind, certainty, claims = CASES[name]
    found = check(claims).findings
    assert [(one.kind, one.certainty) for one in found] == ([] if kind is None else [(kind, certainty)])
    if kind is not None and certainty == "impossible":
        its = [one for one in claims if one.id in found[0].claims]
        assert contradictory(its)
        assert not any(contradictory([other for other in its if other is not one]) for one in its)


ONLY = [
    sign("TKM/CHN/balance 2024", "surplus", 1, "only.txt", order="only", among="CHN/*/balance:central-asia"),
    claim("TKM/CHN/export 2024", "$9.6 billion", "only.txt"),
    claim("TKM/CHN/import 2024", "$1 billion", "only.txt"),
]


def test_the_only_surplus_is_the_only_one():
    other = [
        claim("KAZ/CHN/export 2024", "$15.9 billion", "only.txt"),
        claim("KAZ/CHN/import 2024", "$8 billion", "only.txt"),
    ]
    assert not check(ONLY).findings
    (found,) = check([*ONLY, *other]).findings
    assert (found.kind, found.suspect) == ("identity", ONLY[0].id)


def test_the_only_partner_with_a_surplus_is_the_only_one_of_all():
    word = sign("TUN/LBY/balance 2023", "surplus", 1, order="only", among="TUN/*/balance")
    assert not check([word, deficit("TUN/CHN/balance 2023", "$2.9 billion")]).findings
    (found,) = check([word, claim("TUN/FRA/balance 2023", "$0.6 billion")]).findings
    assert (found.kind, found.certainty) == ("identity", "impossible")
    assert "of no other" in found.explanation


def test_an_average_is_told_with_what_the_years_make():
    years = [claim(f"PER/JPN/export {year}", f"${value} billion") for year, value in ((2021, "2.1"), (2022, "2.5"))]
    (found,) = check([*years, claim("PER/JPN/export 2021/2022", "$3.4 billion", aspect="average")]).findings
    assert found.explanation.startswith(
        "$2.1 bn and $2.5 bn make $2.3 bn a year on average, but $3.4 bn is printed for"
    )


def test_a_record_is_told_with_the_earlier_figure():
    levels = [claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2021", "$8.1 billion")]
    (found,) = check([record("VNM/DEU/export 2023", "record"), *levels]).findings
    assert found.explanation == (
        "Vietnam's 2023 exports to Germany, $7.8 bn, are called “record”, but the figure had been $8.1 bn in 2021."
    )


def test_a_long_chain_is_one_finding_of_several_relations():
    claims = [
        claim("CZE/world/export 2003", "$100.0 billion"),
        change("CZE/world/export 2004", "10.0%", "2003"),
        claim("CZE/world/turnover 2004", "$250.0 billion"),
        claim("CZE/world/import 2003", "$100.0 billion"),
        change("CZE/world/import 2004", "10.0%", "2003"),
    ]
    (found,) = check(claims).findings
    assert found.kind == "system"
    assert set(found.claims) == {one.id for one in claims}


EXPORTERS = ("DEU", "FRA", "ITA", "ESP", "NLD", "BEL", "AUT", "POL", "CZE", "SWE", "DNK", "FIN", "IRL", "PRT")


@pytest.mark.parametrize(("place", "proved"), [(5, True), (13, True), (14, False)])
def test_a_place_far_down_a_ranking_is_held_against_those_proved_ahead(place: int, proved: bool):
    claims = [claim(f"{one}/world/export 2023", f"${500 - 10 * at}.0 billion") for at, one in enumerate(EXPORTERS)]
    word = rank("PRT/world/export 2023", f"{place}th-largest", place, "*/world/export:eu")
    found = check([*claims, word]).findings
    assert [(one.kind, len(one.claims), one.suspect) for one in found] == [("rank", place + 2, word.id)] * proved


def test_a_ranking_of_one_is_compared_with_nobody():
    words = rank("CHN/KAZ/turnover 2024", "largest", 1, "CHN/*/turnover:KAZ")
    assert not check([words, claim(KAZ, "$1.0 billion"), claim("CHN/UZB/turnover 2024", "$13.8 billion")]).findings


def test_average_growth_compounds():
    edge = "VNM/world/export 2023"
    yearly = change(edge, "10.0%", "2020", aspect="average")
    levels = [claim("VNM/world/export 2020", "$100.0 billion"), claim(edge, "$133.1 billion")]
    assert not check([yearly, *levels]).findings
    (found,) = check([yearly, levels[0], dataclasses.replace(levels[1], **_scaled(levels[1], "1.2"))]).findings
    assert found.kind == "growth"


def _scaled(one: Claim, factor: str) -> dict[str, Decimal | None]:
    ends = ("value", "low", "high", "natural_low", "natural_high")
    return {end: getattr(one, end) and getattr(one, end) * Decimal(factor) for end in ends}


def test_every_relation_is_found_by_its_place_and_has_something_to_say():
    known = relations()
    assert len({relation.id for relation in known}) == len(known) >= 9
    assert all(relation.rows or relation.defines or relation.company for relation in known)


CEILING = """
from pipeline.relations.row import Relation, Row


def _rows(seen, bounds):
    yield Row("ceiling", ((seen.subject, 1),), None, 10**12, (seen.id,))


RELATION = Relation(id="ceiling", order=3, kinds=("level",), rows=_rows)
"""


CHECKED = f"""
import pipeline.relations
from claims import claim

pipeline.relations.__path__.append(".")
from pipeline.conflict import check

claims = [claim("{KAZ}", "$3.1 trillion"), claim("{KAZ}", "about $3 trillion")]
for found in check(claims).findings:
    print(found.kind, found.certainty, found.explanation)
"""


def test_a_new_file_is_a_new_relation_in_checking_and_telling(tmp_path: Path):
    (tmp_path / "ceiling.py").write_text(CEILING)
    paths = os.pathsep.join(map(str, (Path(__file__).parent, Path(__file__).parent.parent)))
    done = subprocess.run(
        [sys.executable, "-c", CHECKED],
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("ceiling impossible "), done.stderr
    assert "$3.1 trillion" in done.stdout
