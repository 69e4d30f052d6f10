"""How far words reach: rises, records, ranks and the only ones, against the figures that they speak of and others."""

# ruff: noqa: E501 - the table of cases reads better unbroken
from __future__ import annotations

from claims import change, claim, deficit, rank, record, sign, trend
from relations_amounts import KAZ, Case, case

BEFORE = "CHN/KAZ/turnover 2023"
ALL = "CHN/*/turnover:central-asia"
FAST = {"aspect": "change", "base_period": "2023"}
UZB = "CHN/UZB/turnover"
ARM = "ARM/GEO"
VNM = "VNM/DEU/export"

WORD_BOUNDS: dict[str, Case] = {
    # words for a movement: deficits move away from zero
    "rose, and fell": case("trend", trend(KAZ, "rose", 1, "2023"), claim(KAZ, "$40.0 billion"), claim(BEFORE, "$44.0 billion")),
    "rose": case(None, trend(KAZ, "rose", 1, "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")),
    "fell, as it did": case(None, trend(KAZ, "fell", -1, "2023"), claim(KAZ, "$40.0 billion"), claim(BEFORE, "$44.0 billion")),
    "rose, both alike as rounded": case(None, trend(KAZ, "rose", 1, "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$44.0 billion")),
    "fell, both alike as rounded": case(None, trend(KAZ, "fell", -1, "2023"), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$44.0 billion")),
    "a deficit rose, and shrank": case(
        "trend", trend("MAR/world/balance 2023", "rose", 1, "2022"), deficit("MAR/world/balance 2023", "$28.5 billion"), deficit("MAR/world/balance 2022", "$30.9 billion")
    ),
    "a deficit rose": case(
        None, trend("MAR/world/balance 2023", "rose", 1, "2022"), deficit("MAR/world/balance 2023", "$30.9 billion"), deficit("MAR/world/balance 2022", "$28.5 billion")
    ),
    "a deficit remained": case(
        None, trend("MAR/world/balance 2023", "steady", 0, "2022"), deficit("MAR/world/balance 2023", "$30.9 billion"), deficit("MAR/world/balance 2022", "$30.5 billion")
    ),
    "a deficit did not remain": case(
        "trend", trend("MAR/world/balance 2023", "steady", 0, "2022"), deficit("MAR/world/balance 2023", "$30.9 billion"), deficit("MAR/world/balance 2022", "$20.5 billion")
    ),
    "a deficit did not remain, it shrank": case(
        "trend", trend("MAR/world/balance 2023", "steady", 0, "2022"), deficit("MAR/world/balance 2023", "$20.5 billion"), deficit("MAR/world/balance 2022", "$30.9 billion")
    ),
    # records: the same time of earlier years, after the year since when
    "record quarter, beside the same one": case(
        "trend", record(f"{VNM} 2023-Q2", "record"), claim(f"{VNM} 2023-Q2", "$2.1 billion"), claim(f"{VNM} 2021-Q2", "$2.6 billion")
    ),
    "record quarter, beside another one": case(
        None, record(f"{VNM} 2023-Q2", "record"), claim(f"{VNM} 2023-Q2", "$2.1 billion"), claim(f"{VNM} 2022-Q3", "$2.6 billion")
    ),
    "record quarter, beside the half year that began with it": case(
        None, record(f"{VNM} 2023-Q1", "record"), claim(f"{VNM} 2023-Q1", "$2.1 billion"), claim(f"{VNM} 2022-01/2022-06", "$4.6 billion")
    ),
    "record low, higher before": case(
        None, record(f"{VNM} 2023", "record low", -1), claim(f"{VNM} 2023", "$7.1 billion"), claim(f"{VNM} 2021", "$7.8 billion")
    ),
    "record of what is sold, beside what is bought": case(
        None, record(f"{VNM} 2023", "record"), claim(f"{VNM} 2023", "$7.8 billion"), claim("VNM/DEU/import 2021", "$8.1 billion")
    ),
    "high since a year, higher long before": case(
        None, record(f"{VNM} 2023", "highest since 2019", since="2019"), claim(f"{VNM} 2023", "$7.8 billion"), claim(f"{VNM} 2012", "$8.1 billion")
    ),
    # ranks: only the group, only the year, from below as from above
    "smallest that is not": case(
        "rank", rank(KAZ, "smallest", 1, ALL, order="smallest"), claim(KAZ, "$23.9 billion"), claim(f"{UZB} 2024", "$22.5 billion")
    ),
    "largest, beside one of another group": case(
        None, rank(KAZ, "largest", 1, ALL), claim(KAZ, "$21.0 billion"), claim("CHN/ARM/turnover 2024", "$22.5 billion")
    ),
    "largest, beside another year": case(
        None, rank(KAZ, "largest", 1, ALL), claim(KAZ, "$21.0 billion"), claim(f"{UZB} 2023", "$22.5 billion")
    ),
    "second from below that is third": case(
        "rank", rank(KAZ, "second-smallest", 2, ALL, order="smallest"), claim(KAZ, "$9.0 billion"), claim(f"{UZB} 2024", "$8.0 billion"), claim("CHN/TJK/turnover 2024", "$4.0 billion")
    ),
    "second from below": case(
        None, rank(KAZ, "second-smallest", 2, ALL, order="smallest"), claim(KAZ, "$7.0 billion"), claim(f"{UZB} 2024", "$8.0 billion"), claim("CHN/TJK/turnover 2024", "$4.0 billion")
    ),
    "grew slowest, another grew less": case(
        "rank", rank(KAZ, "slowest", 1, ALL, order="smallest", **FAST), change(KAZ, "27%", "2023"), claim(f"{UZB} 2024", "$12.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    "grew slowest": case(
        None, rank(KAZ, "slowest", 1, ALL, order="smallest", **FAST), change(KAZ, "7%", "2023"), claim(f"{UZB} 2024", "$12.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    "grew fastest, by more than a rate": case(
        None, rank(KAZ, "fastest", 1, ALL, **FAST), change(KAZ, "more than 7%", "2023"), claim(f"{UZB} 2024", "$12.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    "grew fastest, the other's year before unknown": case(
        None, rank(KAZ, "fastest", 1, ALL, **FAST), change(KAZ, "7%", "2023"), claim(f"{UZB} 2024", "$12.0 billion"), claim(f"{UZB} 2022", "$10.0 billion")
    ),
    "grew fastest, its growth against another year": case(
        None, rank(KAZ, "fastest", 1, ALL, **FAST), change(KAZ, "7%", "2022"), claim(f"{UZB} 2024", "$12.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    # the only one: it moved so, or is so, and none of the others, on whichever side of the pair they are written
    "the only one to fall, which rose": case(
        "trend", trend(KAZ, "only to fall", -1, "2023", order="only", among=ALL), claim(KAZ, "$44.0 billion"), claim(BEFORE, "$40.0 billion")
    ),
    "the only one to fall, another fell": case(
        "trend", trend(KAZ, "only to fall", -1, "2023", order="only", among=ALL), claim(f"{UZB} 2024", "$9.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    "the only one to fall, another rose": case(
        None, trend(KAZ, "only to fall", -1, "2023", order="only", among=ALL), claim(f"{UZB} 2024", "$11.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    "the only one to fall, another fell the year before": case(
        None, trend(KAZ, "only to fall", -1, "2023", order="only", among=ALL), claim(f"{UZB} 2023", "$9.0 billion"), claim(f"{UZB} 2022", "$10.0 billion")
    ),
    "the only one to rise, another rose": case(
        "trend", trend(KAZ, "only to rise", 1, "2023", order="only", among=ALL), claim(f"{UZB} 2024", "$11.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    "the only one to rise, another fell": case(
        None, trend(KAZ, "only to rise", 1, "2023", order="only", among=ALL), claim(f"{UZB} 2024", "$9.0 billion"), claim(f"{UZB} 2023", "$10.0 billion")
    ),
    "the only surplus, none with CHN": case(
        None, sign("TUN/LBY/balance 2023", "surplus", 1, order="only", among="TUN/*/balance"), deficit("TUN/CHN/balance 2023", "$0.6 billion")
    ),
    "the only surplus, one more with CHN": case(
        "identity", sign("TUN/LBY/balance 2023", "surplus", 1, order="only", among="TUN/*/balance"), claim("TUN/CHN/balance 2023", "$0.6 billion")
    ),
    "the only surplus, which is none": case(
        "identity", sign("TUN/LBY/balance 2023", "surplus", 1, order="only", among="TUN/*/balance"), deficit("TUN/LBY/balance 2023", "$0.6 billion")
    ),
    "the only deficit, none with CHN": case(
        None, sign("TUN/LBY/balance 2023", "deficit", -1, order="only", among="TUN/*/balance"), claim("TUN/CHN/balance 2023", "$0.6 billion")
    ),
    "the only deficit, one more with CHN": case(
        "identity", sign("TUN/LBY/balance 2023", "deficit", -1, order="only", among="TUN/*/balance"), deficit("TUN/CHN/balance 2023", "$0.6 billion")
    ),
    "the only deficit, which is none": case(
        "identity", sign("TUN/LBY/balance 2023", "deficit", -1, order="only", among="TUN/*/balance"), claim("TUN/LBY/balance 2023", "$0.6 billion")
    ),
    "the only surplus, none with USA": case(
        None, sign("TUN/LBY/balance 2023", "surplus", 1, order="only", among="TUN/*/balance"), deficit("TUN/USA/balance 2023", "$0.6 billion")
    ),
    "the only surplus, one more with USA": case(
        "identity", sign("TUN/LBY/balance 2023", "surplus", 1, order="only", among="TUN/*/balance"), claim("TUN/USA/balance 2023", "$0.6 billion")
    ),
    "the only deficit, none with USA": case(
        None, sign("TUN/LBY/balance 2023", "deficit", -1, order="only", among="TUN/*/balance"), claim("TUN/USA/balance 2023", "$0.6 billion")
    ),
    "the only deficit, one more with USA": case(
        "identity", sign("TUN/LBY/balance 2023", "deficit", -1, order="only", among="TUN/*/balance"), deficit("TUN/USA/balance 2023", "$0.6 billion")
    ),
}  # fmt: skip
