"""A text of nothing but contradictions: conflicts are told up to a number, the rest is named, and work stays linear."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from claims import change, claim, rank, record, seen

from pipeline.claim import Claim
from pipeline.conflict import Check, check
from pipeline.conflict.settings import CheckSettings
from pipeline.finding import LEFT
from pipeline.observation import Reading
from pipeline.solve.system import Around, assemble

FEW = CheckSettings(most_conflicts=5)


def quarrels(count: int) -> list[Claim]:
    """As many facts, each given in two ways."""
    years = range(1900, 1900 + count)
    return [claim(f"PER/CHL/export {year}", f"${figure} million") for year in years for figure in (31, 72)]


def month(number: int) -> str:
    """A month, counted from January 1960."""
    return f"{1960 + number // 12}-{number % 12 + 1:02}"


def chain(months: int) -> list[Claim]:
    """Growth after growth that no two of the amounts beside them bear out, all of them tied together."""
    draw = Random(months)
    claims = []
    for number in range(1, 1 + months):
        edge, before = f"PER/CHL/export {month(number)}", month(number - 1)
        claims.append(claim(edge, f"${draw.randint(11, 99)} million"))
        claims.append(change(edge, f"{draw.randint(100, 900)}%", before))
    return claims


def told(found: Check) -> set[str]:
    return {one for finding in found.findings for one in (*finding.claims, *finding.witnesses)}


def test_no_more_conflicts_are_told_than_may_be() -> None:
    assert len(check(quarrels(5), settings=FEW).findings) == 5
    assert len(check(quarrels(9), settings=FEW).findings) == 5
    assert len(check(quarrels(9)).findings) == 9


def test_what_is_left_of_a_text_with_too_many_conflicts_is_not_called_compared() -> None:
    claims = quarrels(9)
    found = check(claims, settings=FEW)
    left = {one for one, why in found.not_compared.items() if why == LEFT}
    assert left == {one.id for one in claims} - told(found)
    assert len(left) == 8
    assert not found.checked & left
    assert told(found) <= found.checked


def test_where_all_conflicts_are_told_nothing_is_left() -> None:
    assert LEFT not in check(quarrels(5), settings=FEW).not_compared.values()
    assert LEFT not in check(chain(60)).not_compared.values()


def test_each_article_has_its_own_number_of_conflicts() -> None:
    elsewhere = [claim("GHA/TGO/export 2020", figure, "b.txt") for figure in ("$3.1 million", "$7.2 million")]
    found = check([*quarrels(9), *elsewhere], settings=FEW)
    assert [finding.claims for finding in found.findings if finding.claims[0] == elsewhere[0].id]
    assert len(found.findings) == 6


def test_one_component_after_the_other_counts_for_the_article() -> None:
    apart = [
        claim(f"{buyer}/PER/import 2020", figure)
        for buyer in ("CHL", "GHA", "TGO", "KEN", "UGA", "TZA", "NPL")
        for figure in ("$31 million", "$72 million")
    ]
    found = check(apart, settings=FEW)
    assert len(found.findings) == 5
    assert sum(why == LEFT for why in found.not_compared.values()) == 4


@pytest.mark.parametrize("made", [chain, quarrels], ids=lambda made: made.__name__)
def test_the_proofs_of_a_text_of_contradictions_grow_no_faster_than_its_claims(
    made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules["pipeline.solve.dispute"]
    monkeypatch.setattr(sys.modules["pipeline.conflict.check"], "_REPAIRS", 0)
    proofs = []
    for size in (60, 240):
        asked: list[Sequence[object]] = []
        prove = module.prove

        def counted(*words: Any, prove: Any = prove, asked: list[Any] = asked) -> Any:
            asked.append(words)
            return prove(*words)

        with monkeypatch.context() as patch:
            patch.setattr(module, "prove", counted)
            assert check(made(size)).findings
        proofs.append(len(asked))
    assert 0 < proofs[1] <= 6 * proofs[0]  # 4 when linear, 16 when each conflict is proved again after every other


def test_a_large_group_of_conflicts_is_taken_apart_as_a_small_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = chain(40)
    one_by_one = check(claims)
    monkeypatch.setattr(sys.modules["pipeline.conflict.case"], "_LARGE", 2)
    assert told(check(claims)) == told(one_by_one)


def test_a_group_of_conflicts_that_is_weighed_in_slices_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["pipeline.conflict.case"], "_LARGE", 2)
    monkeypatch.setattr(sys.modules["pipeline.conflict.case"], "_SLICE", 5)
    monkeypatch.setattr(sys.modules["pipeline.conflict.check"], "_REPAIRS", 0)  # a slip may be another claim's
    claims = chain(40)
    found = check(claims)
    doubted = {one for finding in found.findings for one in finding.suspects}
    assert len(doubted) < len(claims)
    assert not check([one for one in claims if one.id not in doubted]).findings
    assert LEFT not in found.not_compared.values()


def test_a_record_is_held_against_the_same_time_of_all_earlier_years_and_no_other() -> None:
    best = record("PER/CHL/export 2020-03", "a record")
    higher = {"2019-03": True, "2001-03": True, "2019-02": False, "2021-03": False, "2019": False}
    for period, contradicts in higher.items():
        figures = [claim("PER/CHL/export 2020-03", "$31 million"), claim(f"PER/CHL/export {period}", "$72 million")]
        found = check([*figures, best]).findings
        assert bool(found) == contradicts, period


def test_what_is_assembled_around_others_is_what_all_of_them_make() -> None:
    words = [rank("PER/CHL/export 1961-03", "largest", 1, "world"), record("PER/CHL/export 1961-03", "record")]
    claims = [*chain(20), *words]
    parts = [
        claim(f"{edge} 2020", "$31 million") for edge in ("PER/asean/export", "PER/IDN/export", "PER/world/export")
    ]
    around = seen(*claims, *parts)
    one_after_the_other = Around(around, Reading.WIDEST)
    others = [claim("IDN/PER/import 2020", "$4 million"), claim("PER/VNM/export 2020", "$1 million")]
    for one in seen(*parts, *others, *claims[:2]):
        assert one_after_the_other.assembled_with(one) == assemble([*around, one], Reading.WIDEST, proof=False)


@pytest.mark.parametrize(("longest", "kinds"), [(4, ["system"]), (3, [])])
def test_of_very_many_claims_that_hang_together_only_single_relations_are_held_against_each_other(
    longest: int, kinds: list[str]
) -> None:
    trade = [
        claim("GEO/CHN/export 2023", "$5.0 billion"),
        change("GEO/CHN/export 2024", "20%", "2023"),
        claim("GEO/CHN/import 2024", "$1.0 billion"),
        claim("GEO/CHN/turnover 2024", "$9.0 billion"),
    ]
    found = check(trade, settings=CheckSettings(longest_chains=longest)).findings
    assert [one.kind for one in found] == kinds
