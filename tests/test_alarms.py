"""What the check calls impossible is judged by gold: right where it agrees with all claims of a finding."""

from __future__ import annotations

from typing import Any

from claims import change, claim
from evidence import said

from benchmarks.alarms import judged, table, told
from pipeline.claim import Claim

EXPORTS = said(claim("KAZ/CHN/export 2024", "$15.9 billion"), 1000)
IMPORTS = said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 1100)
BOTH = said(claim("KAZ/CHN/turnover 2024", "$47.2 billion"), 1200)
READ = [one.to_record() for one in (EXPORTS, IMPORTS, BOTH)]


def _gold(*changed: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**one, **other} for one, other in zip(READ, [*changed, {}, {}, {}], strict=False)]


def _against(read: list[dict[str, Any]], gold: list[dict[str, Any]]) -> list[tuple[bool, tuple[str, ...]]]:
    return [(one.is_right, one.against) for one in judged(read, gold)]


def test_a_finding_is_right_where_gold_agrees_with_all_its_claims():
    assert _against(READ, _gold()) == [(True, ("", "", ""))]
    assert _against(READ, _gold({}, {"period": "2023"})) == [(False, ("", "period", ""))]
    assert _against(READ, _gold()[1:]) == [(False, ("no claim", "", ""))]


def test_what_stands_in_a_masked_range_is_not_judged():
    assert _against(READ, [*_gold()[1:], {"doc": "a.txt", "mask": [900, 1050]}]) == [(True, ("", "", ""))]


def test_the_base_of_a_change_is_judged_where_gold_gives_it():
    before = said(claim("KAZ/CHN/export 2023", "$15.0 billion"), 1300)
    grown = said(change("KAZ/CHN/export 2024", "36%", "2023"), 1400)
    read = [one.to_record() for one in (EXPORTS, before, grown)]
    gold = [read[0], read[1], {**read[2], "base_period": "2022"}]
    assert _against(read, gold) == [(False, ("", "", "base_period"))]


def test_articles_without_gold_are_left_out():
    assert list(judged(READ, [])) == []


def test_the_table_counts_and_the_findings_are_told():
    every = list(judged(READ, _gold({}, {"period": "2023"})))
    lines = table(every, 1).splitlines()
    assert lines[2].split() == ["impossible", "1", "0"]
    assert lines[3].split() == ["identity", "1", "0"]
    shown = list(told(every[0], None))
    assert shown[0].startswith("WRONG impossible identity a.txt: ")
    assert any("[period]" in line for line in shown)


def test_claims_come_back_from_their_records():
    assert [Claim.from_record(one) for one in READ] == [EXPORTS, IMPORTS, BOTH]
