"""Every relation against small articles that break it and near misses; every proof is checked by other means."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from certificate import contradictory
from claims import change, claim, deficit, rank, record, share, sign
from relations_amounts import AMOUNTS, KAZ
from relations_words import WORDS

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.relations import relations

CASES = {**AMOUNTS, **WORDS}


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


MEMBERS = {"KAZ": "5.0", "UZB": "3.0", "TKM": "1.0", "KGZ": "2.0", "TJK": "1.0"}


@pytest.mark.parametrize("of", ["AUS", "ZAF"])  # one whose name comes before those of the members, one behind
@pytest.mark.parametrize("flow", ["export", "import", "turnover", "balance"])
@pytest.mark.parametrize(("whole", "kinds"), [("12.0", []), ("10.0", ["sum"]), ("18.0", ["sum"])])
def test_all_members_add_up_to_their_group_whichever_way_the_trade_goes(
    of: str, flow: str, whole: str, kinds: list[str]
):
    parts = [claim(f"{of}/{member}/{flow} 2024", f"${amount} billion") for member, amount in MEMBERS.items()]
    found = check([claim(f"{of}/central-asia/{flow} 2024", f"${whole} billion"), *parts]).findings
    assert [one.kind for one in found] == kinds


@pytest.mark.parametrize("flow", ["export", "import", "turnover"])
def test_two_countries_take_no_more_than_the_world(flow: str):
    partners = {"world": "5.0", "CHN": "4.0", "UZB": "3.0"}
    claims = [claim(f"KAZ/{partner}/{flow} 2024", f"${amount} billion") for partner, amount in partners.items()]
    assert [one.kind for one in check(claims).findings] == ["sum"]


@pytest.mark.parametrize("flow", ["export", "import"])
@pytest.mark.parametrize(("other", "kinds"), [("31%", []), ("42%", ["share"])])
def test_shares_of_partners_are_no_more_than_all(flow: str, other: str, kinds: list[str]):
    printed = {"CHN": "63%", "RUS": other}
    claims = [share(f"KAZ/{partner}/{flow} 2024", part, f"KAZ/world/{flow}") for partner, part in printed.items()]
    assert [one.kind for one in check(claims).findings] == kinds
