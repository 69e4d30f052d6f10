"""Where many conflicts of a text hang on open readings: what is trusted then, and how many are mended."""

from __future__ import annotations

import sys

import pytest
from claims import claim
from evidence import carried, said

from pipeline.claim import Claim
from pipeline.conflict import check

EXPORTS = "KAZ/CHN/export 2024"
FAR_TIME = {"period": carried("settled-before")}


def certainty(*claims: Claim) -> list[str]:
    return [found.certainty for found in check(claims).findings]


def test_where_several_conflicts_hang_on_open_readings_the_others_are_not_trusted():
    def open_one(country: str, start: int, *amounts: str) -> list[Claim]:
        first, second = (claim(f"KAZ/{country}/export 2024", amount) for amount in amounts)
        return [said(first, start), said(second, start + 900, **FAR_TIME)]

    clear = [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$44.6 billion"), 3000)]
    uzbek = open_one("UZB", 5000, "$6.17 billion", "$2.92 billion")
    iranian = open_one("IRN", 7000, "$9.35 billion", "$1.26 billion")
    turkish = open_one("TUR", 9000, "$7.51 billion", "$3.24 billion")
    assert certainty(*clear, *uzbek, *iranian) == ["impossible", "needs-reading", "needs-reading"]
    assert certainty(*clear, *uzbek, *iranian, *turkish) == ["needs-reading"] * 4


def test_where_very_many_do_not_even_a_slip_makes_a_proof_of_sides_read_from_elsewhere():
    others = [
        claim
        for number, country in enumerate(("UZB", "IRN", "TUR", "IND", "PAK", "POL", "JPN", "ITA"))
        for claim in (
            said(claim_of(country, "$6.17 billion"), 5000 + 2000 * number),
            said(claim_of(country, "$2.92 billion"), 5900 + 2000 * number, **FAR_TIME),
        )
    ]
    slipped = claim(EXPORTS, "$48.3 billion")
    sound = [said(claim(EXPORTS, "$43.8 billion"), start) for start in (1000, 2000)]
    clear, far = [*sound, said(slipped, 3000)], [*sound, said(slipped, 3000, partner=carried("sentence-partner"))]
    assert certainty(*clear, *others).count("impossible") == 1
    assert certainty(*far).count("impossible") == 1
    assert certainty(*far, *others).count("impossible") == 0


def claim_of(country: str, amount: str) -> Claim:
    return claim(f"KAZ/{country}/export 2024", amount)


def test_in_a_text_with_very_many_conflicts_each_is_told_and_only_the_first_are_mended(monkeypatch: pytest.MonkeyPatch):
    both = [
        said(claim(f"KAZ/{country}/export 2024", amount), start + 3000 * number)
        for number, country in enumerate(("UZB", "IRN", "TUR"))
        for amount, start in (("$43.8 billion", 1000), ("$43.8 billion", 2000), ("$48.3 billion", 3000))
    ]
    assert all(one.repair is not None for one in check(both).findings)
    monkeypatch.setattr(sys.modules["pipeline.conflict.check"], "_REPAIRS", 1)
    found = check(both).findings
    assert len(found) == 3
    assert [one.repair is not None for one in found].count(True) == 1
    assert sum("too many conflicts" in one.note for one in found) == 2
