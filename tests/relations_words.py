"""Words against amounts: ranks, records, rises and falls, surpluses that are not, and such as only seem so."""

# ruff: noqa: E501 - the table of cases reads better unbroken
from __future__ import annotations

from claims import change, claim, deficit, rank, record, sign, trend
from relations_amounts import KAZ, Case, case

ALL = "CHN/*/turnover:central-asia"
WORDS: dict[str, Case] = {
    "surplus, without a figure": case(
        "identity", claim("KAZ/CHN/import 2024", "$28 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), sign("KAZ/CHN/balance 2024", "surplus", 1)
    ),
    "deficit of the other": case(
        None, claim("KAZ/CHN/import 2024", "$28 billion"), claim("KAZ/CHN/export 2024", "$15.9 billion"), sign("CHN/KAZ/balance 2024", "surplus", 1)
    ),
    "balance of which only the sign is wrong": case(
        "identity", deficit("TUR/DEU/balance 2022", "$3 billion"), sign("TUR/DEU/balance 2022", "surplus", 1)
    ),
    # ranks and words
    "largest": case(
        "rank", rank(KAZ, "largest", 1, ALL), claim(KAZ, "$21.0 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "largest agrees": case(
        None, rank(KAZ, "largest", 1, ALL), claim(KAZ, "$43.8 billion"), claim("CHN/UZB/turnover 2024", "$13.8 billion")
    ),
    "third that is fourth": case(
        "rank", rank("CHN/TKM/turnover 2024", "third-largest", 3, ALL), claim("CHN/TKM/turnover 2024", "$10.6 billion"), claim(KAZ, "$43.8 billion"),
        claim("CHN/UZB/turnover 2024", "$13.8 billion"), claim("CHN/KGZ/turnover 2024", "$22.7 billion"),
    ),
    "third": case(
        None, rank("CHN/UZB/turnover 2024", "third-largest", 3, ALL), claim("CHN/TKM/turnover 2024", "$10.6 billion"), claim(KAZ, "$43.8 billion"),
        claim("CHN/UZB/turnover 2024", "$13.8 billion"), claim("CHN/KGZ/turnover 2024", "$22.7 billion"),
    ),
    "lowest": case(
        "rank", rank("CHN/UZB/turnover 2024", "lowest", 1, ALL, order="smallest"), claim("CHN/UZB/turnover 2024", "$13.8 billion"), claim("CHN/TJK/turnover 2024", "$3.9 billion"),
    ),
    "largest in the world": case(
        "rank", rank("KAZ/CHN/export 2024", "largest", 1, "KAZ/*/export:world"), claim("KAZ/CHN/export 2024", "$15.0 billion"), claim("KAZ/RUS/export 2024", "$22.5 billion")
    ),
    "largest in the world, beside a group": case(
        None, rank("KAZ/CHN/export 2024", "largest", 1, "KAZ/*/export:world"), claim("KAZ/CHN/export 2024", "$15.0 billion"), claim("KAZ/eu/export 2024", "$22.5 billion")
    ),
    "largest in the world, beside what is bought": case(
        None, rank("KAZ/CHN/export 2024", "largest", 1, "KAZ/*/export:world"), claim("KAZ/CHN/export 2024", "$15.0 billion"), claim("KAZ/RUS/import 2024", "$22.5 billion")
    ),
    "grew fastest": case(
        "rank", rank(KAZ, "fastest", 1, ALL, aspect="change", base_period="2023"), change(KAZ, "7%", "2023"), claim("CHN/UZB/turnover 2024", "$12.0 billion"), claim("CHN/UZB/turnover 2023", "$10.0 billion")
    ),
    "grew fastest agrees": case(
        None, rank(KAZ, "fastest", 1, ALL, aspect="change", base_period="2023"), change(KAZ, "27%", "2023"), claim("CHN/UZB/turnover 2024", "$12.0 billion"), claim("CHN/UZB/turnover 2023", "$10.0 billion")
    ),
    "largest of all partners": case(
        "rank", rank("ALB/ITA/export 2022", "biggest", 1, "ALB/*/export"), claim("ALB/ITA/export 2022", "$1.4 billion"), claim("ALB/GRC/export 2022", "$1.9 billion")
    ),
    "largest seller, nobody says among whom": case(
        None, rank("ALB/ITA/export 2022", "biggest", 1, "*/ITA/export"), claim("ALB/ITA/export 2022", "$1.4 billion"), claim("GRC/ITA/export 2022", "$1.9 billion")
    ),
    "fastest growing partner, nobody says among whom": case(
        None, rank(KAZ, "fastest", 1, "CHN/*/turnover", aspect="change", base_period="2023"), change(KAZ, "7%", "2023"), claim("CHN/UZB/turnover 2024", "$12.0 billion"), claim("CHN/UZB/turnover 2023", "$10.0 billion")
    ),
    # so high as never before
    "record": case(
        "trend", record("VNM/DEU/export 2023", "record"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2021", "$8.1 billion")
    ),
    "record, as rounded": case(
        None, record("VNM/DEU/export 2023", "record"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2021", "$7.83 billion")
    ),
    "record, until a later year": case(
        None, record("VNM/DEU/export 2023", "record"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2024", "$8.1 billion")
    ),
    "record low": case(
        "trend", record("VNM/DEU/export 2023", "record low", -1), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2021", "$7.1 billion")
    ),
    "high since a year": case(
        "trend", record("VNM/DEU/export 2023", "highest since 2019", since="2019"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2020", "$8.1 billion")
    ),
    "high since a year, that year": case(
        None, record("VNM/DEU/export 2023", "highest since 2019", since="2019"), claim("VNM/DEU/export 2023", "$7.8 billion"), claim("VNM/DEU/export 2019", "$8.1 billion")
    ),
    "record month, beside another month": case(
        None, record("VNM/DEU/export 2023-03", "record"), claim("VNM/DEU/export 2023-03", "$7.8 billion"), claim("VNM/DEU/export 2022-12", "$8.1 billion")
    ),
    "record month, beside the same one": case(
        "trend", record("VNM/DEU/export 2023-03", "record"), claim("VNM/DEU/export 2023-03", "$7.8 billion"), claim("VNM/DEU/export 2022-03", "$8.1 billion")
    ),
    "record deficit": case(
        "trend", record("MAR/world/balance 2023", "record"), deficit("MAR/world/balance 2023", "$28.5 billion"), deficit("MAR/world/balance 2022", "$30.9 billion")
    ),
    "record deficit, a smaller one before": case(
        None, record("MAR/world/balance 2023", "record"), deficit("MAR/world/balance 2023", "$28.5 billion"), deficit("MAR/world/balance 2022", "$26.9 billion")
    ),
    "fell": case(
        "trend", trend(KAZ, "fell", -1, "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "steady": case(
        None, trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$41.8 billion"), claim("CHN/KAZ/turnover 2023", "$41.0 billion")
    ),
    "nearly not steady": case(
        None, trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$43.00 billion"), claim("CHN/KAZ/turnover 2023", "$41.00 billion")
    ),
    "not quite steady": case(
        "trend", trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$43.30 billion"), claim("CHN/KAZ/turnover 2023", "$41.00 billion")
    ),
    "not quite steady, downwards": case(
        "trend", trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$38.70 billion"), claim("CHN/KAZ/turnover 2023", "$41.00 billion")
    ),
    "largest by little": case(
        None, rank(KAZ, "largest", 1, ALL), claim(KAZ, "$22.6 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "not quite the largest": case(
        "rank", rank(KAZ, "largest", 1, ALL), claim(KAZ, "$22.3 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "smallest by little": case(
        None, rank(KAZ, "smallest", 1, ALL, order="smallest"), claim(KAZ, "$22.3 billion"), claim("CHN/UZB/turnover 2024", "$22.5 billion")
    ),
    "not steady": case(
        "trend", trend(KAZ, "steady", 0, "2023"), claim(KAZ, "$43.8 billion"), claim("CHN/KAZ/turnover 2023", "$31.0 billion")
    ),
}  # fmt: skip
