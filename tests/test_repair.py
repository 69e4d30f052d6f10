"""The slips that people make, each in an article that shows it: the rewrite is found, and what bears it out."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from claims import change, claim, deficit, fall, rank, share

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.finding import Finding
from pipeline.repair.rewrites import rewrites
from pipeline.repair.room import Room


def _five(kgz: str = "$22.7 billion", kgz_edge: str = "CHN/KGZ/turnover 2024") -> list[Claim]:
    return [
        claim(kgz_edge, kgz),
        claim("CHN/central-asia/turnover 2024", "$94.8 billion"),
        claim("CHN/KAZ/turnover 2024", "$43.8 billion"),
        claim("KAZ/CHN/import 2024", "$27.9 billion"),
        claim("KAZ/CHN/export 2024", "$15.9 billion"),
        claim("CHN/UZB/turnover 2024", "$13.8 billion"),
        claim("CHN/TKM/turnover 2024", "$10.6 billion"),
        claim("CHN/TJK/turnover 2024", "$3.9 billion"),
    ]


def _two_years(exports: str, **slots: object) -> list[Claim]:
    return [
        claim("VNM/world/export 2023", exports, **slots),
        claim("VNM/world/export 2022", "$371.3 billion"),
        fall("VNM/world/export 2023", "4.4%", "2022"),
        claim("VNM/world/import 2023", "$327.5 billion"),
        claim("VNM/world/turnover 2023", "$682.5 billion"),
    ]


CASES = {
    "a neighbour's figure": (_five(kgz_edge="CHN/KAZ/turnover 2024"), {"partner": "KGZ"}),
    "a scale too small": (_two_years("$355.0 million"), {"value": 355_000_000_000}),
    "a slipped point": (_two_years("$35.50 billion"), {"value": 355_000_000_000}),
    "two digits transposed": (_two_years("$535.0 billion"), {"value": 355_000_000_000}),
    "a digit dropped": (_two_years("$55.0 billion"), {"value": 355_000_000_000}),
    "another currency": (_two_years("€955.0 billion"), None),
    "a place too high": (
        [*_five(), rank("CHN/TKM/turnover 2024", "third-largest", 3, "CHN/*/turnover:central-asia")],
        {"value": 4},
    ),
    "a rise for a fall": (
        [
            change("VNM/world/export 2023", "4.4%", "2022"),
            claim("VNM/world/export 2023", "$355.0 billion"),
            claim("VNM/world/export 2022", "$371.3 billion"),
            claim("VNM/world/export 2023", "$355 billion"),
            claim("VNM/world/import 2023", "$327.5 billion"),
            claim("VNM/world/turnover 2023", "$682.5 billion"),
            share("VNM/USA/export 2022", "29.4%", "VNM/world/export"),
            claim("VNM/USA/export 2022", "$109.2 billion"),
        ],
        {"value": -4.4},
    ),
    "transposed in a deficit": (
        [
            deficit("USA/world/balance 2004", "$671.7bn"),
            claim("USA/world/export 2004", "$1.15 trillion"),
            claim("USA/world/import 2004", "$1.76 trillion"),
            deficit("USA/world/balance 2003", "$496.5bn"),
            change("USA/world/balance 2004", "24.4%", "2003"),
        ],
        {"value": -617_700_000_000},
    ),
}


SPOKEN_OF = [
    claim("IND/VNM/export 2022", "$31.4 billion"),
    claim("IND/world/export 2022", "$81.9 billion"),
    claim("IND/KEN/export 2022", "$20.3 billion"),
    claim("VNM/IND/import 2022", "$31.4 billion"),
    claim("IND/KEN/import 2022", "$1.5 billion"),
    claim("IND/KEN/turnover 2022", "$21.8 billion"),
]
LATER = {
    "the figure of a country that the article speaks of": (
        [claim("IND/VNM/export 2022", "$20.3 billion"), *SPOKEN_OF],
        {"partner": "KEN"},
    ),
    "a zero that is printed": (
        [
            claim("DEU/POL/turnover 2024", "$6.30 billion"),
            claim("DEU/POL/export 2024", "$2.51 billion"),
            claim("DEU/POL/import 2024", "$3.52 billion"),
            claim("POL/DEU/turnover 2024", "$6.03 billion"),
        ],
        {"value": 6_030_000_000},
    ),
    "no common slip, but others give the figure": (
        [
            claim("FRA/world/import 2023-H2", "$651.1 billion"),
            claim("FRA/world/import 2023", "$550.4 billion"),
            claim("FRA/world/import 2023-H1", "$273.4 billion"),
            claim("FRA/world/import 2023-H2", "$277.0 billion"),
        ],
        {"value": 277_000_000_000},
    ),
    "the middle of the room, not its edge": (
        [
            claim("FRA/world/export 2019", "$19.10 billion"),
            claim("FRA/world/export 2019-H1", "$9.48 billion"),
            claim("FRA/world/export 2019-H2", "$9.71 billion"),
            claim("FRA/world/export 2019", "$19.19 billion", start=4000),
        ],
        {"value": 19_190_000_000},
    ),
    "percent for percentage points": (
        [
            change("KOR/COL/turnover 2018", "0.6 percent", "2017", share_of="KOR/world/turnover"),
            share("KOR/COL/turnover 2017", "14.9%", "KOR/world/turnover"),
            share("KOR/COL/turnover 2018", "15.5%", "KOR/world/turnover"),
            claim("KOR/COL/turnover 2018", "$15.5 billion"),
            claim("KOR/world/turnover 2018", "$100.0 billion"),
        ],
        {"unit": "percentage-point"},
    ),
    "the narrow room that all the others leave": (
        [
            claim("CHL/CHN/import 2018", "£15.8 million"),
            claim("CHL/CHN/export 2018", "£29.2 billion"),
            claim("CHL/CHN/turnover 2018", "over £44.9 billion", start=900),
            claim("CHL/CHN/turnover 2017", "£40.0 billion"),
            change("CHL/CHN/turnover 2018", "12.4%", "2017"),
        ],
        {"value": 15_800_000_000},
    ),
    "a round figure that is printed sharply": (
        [
            claim("RUS/KAZ/turnover 2023", "€3.42 billion"),
            claim("RUS/KAZ/turnover 2023", "€4.00 billion", start=900),
            claim("RUS/KAZ/export 2023", "€1.49 billion"),
            claim("RUS/KAZ/import 2023", "€2.51 billion"),
        ],
        {"value": 4_000_000_000},
    ),
    "a digit left out, no slipped point": (
        [
            claim("AZE/IRN/export 2024", "$75 million"),
            claim("AZE/IRN/export 2024", "$754 million", start=900),
            claim("AZE/IRN/export 2023", "$739 million"),
            change("AZE/IRN/export 2024", "2.0%", "2023"),
        ],
        {"value": 754_000_000},
    ),
    "nobody is fourth of three": (
        [
            rank("IRN/AZE/turnover 2018", "largest", 1, "IRN/*/turnover:south-caucasus"),
            claim("IRN/ARM/turnover 2018", "$57.18 billion"),
            claim("IRN/GEO/turnover 2018", "$53.37 billion"),
            claim("IRN/AZE/turnover 2018", "$12.34 billion"),
        ],
        {"value": 3},
    ),
}


@pytest.mark.parametrize("name", LATER)
def test_what_bears_a_repair_out(name):
    claims, change_wanted = LATER[name]
    found = first(claims)
    assert found is not None
    assert found.suspect == claims[0].id
    assert found.repair is not None
    assert dict(found.repair.change) == change_wanted


def first(claims: list[Claim]) -> Finding | None:
    return next(iter(check(claims).findings), None)


@pytest.mark.parametrize("name", CASES)
def test_slip(name):
    claims, change_wanted = CASES[name]
    found = first(claims)
    if change_wanted is None:
        assert found is None
        return
    assert found is not None
    culprit = claims[-1] if name == "a place too high" else claims[0]
    assert found.suspect == culprit.id
    assert found.repair is not None
    assert dict(found.repair.change) == change_wanted
    assert found.repair.claim == culprit.id
    assert set(found.repair.support) <= {one.id for one in claims} - {culprit.id}
    assert found.repair.because.endswith(".")


def test_a_repair_settles_its_conflict():
    claims = _two_years("$535.0 billion")
    right = _two_years("$355.0 billion")
    assert first(claims)
    assert not first(right)


def test_nothing_is_proposed_that_nothing_bears_out():
    found = first([claim("CHN/KAZ/turnover 2024", "$43.8 billion"), claim("CHN/KAZ/turnover 2024", "$22.7 billion")])
    assert found is not None
    assert found.repair is None


def test_the_figure_of_another_year_is_found_in_another_article():
    claims = [
        claim("CHN/KAZ/turnover 2024", "$41.03 billion", "a"),
        claim("KAZ/CHN/export 2024", "$15.93 billion", "a"),
        claim("KAZ/CHN/import 2024", "$27.89 billion", "a"),
        share("KAZ/CHN/export 2024", "36.35%", "CHN/KAZ/turnover", "a"),
        claim("CHN/KAZ/turnover 2023", "$41.03 billion", "b"),
    ]
    found = first(claims)
    assert found is not None
    assert found.suspect == claims[0].id
    assert found.repair is not None
    assert found.repair.change["period"] == "2023"


def test_a_figure_of_nothing_has_no_digits_to_mend() -> None:
    """Found by the fuzzer: "0.0%" against another change of the same flow."""
    from pipeline.conflict import check

    flat, grown = change("KEN/UGA/export 2023", "0.0%", "2022"), change("KEN/UGA/export 2023", "7%", "2022")
    assert [finding.kind for finding in check([flat, grown]).findings] == ["same-fact"]


def test_a_dispute_elsewhere_in_the_article_hinders_no_repair() -> None:
    """Trade with another country that does not add up either says nothing of the deficit."""
    elsewhere = [
        claim("UZB/RUS/turnover 2023", "$9.8 billion"),
        claim("UZB/RUS/export 2023", "$3.4 billion"),
        claim("UZB/RUS/import 2023", "$6.6 billion"),
    ]
    ours = [
        claim("TUR/RUS/turnover 2023", "$56.5 billion"),
        claim("TUR/RUS/export 2023", "$10.9 billion"),
        claim("TUR/RUS/import 2023", "$45.6 billion"),
        deficit("TUR/RUS/balance 2023", "$31.7 billion"),
    ]
    found = [finding for finding in check([*ours, *elsewhere]).findings if ours[3].id in finding.suspects]
    assert [finding.repair.change for finding in found if finding.repair] == [{"value": -34_700_000_000}]


def test_a_figure_that_two_conflicts_share_bears_out_the_repair_of_either() -> None:
    """The exports are below their parts, and exports less imports are ten times the surplus: two errors."""
    surplus = claim("PER/world/balance 2023", "$2.6 billion")
    whole = [claim("PER/world/export 2023", "$67 billion"), claim("PER/world/import 2023", "$41 billion")]
    parts = [claim("PER/CHN/export 2023", "$44 billion"), claim("PER/USA/export 2023", "$29.1 billion")]
    parts += [
        share("PER/CHN/export 2023", "47%", "PER/world/export"),
        share("PER/USA/export 2023", "31%", "PER/world/export"),
    ]
    found = {finding.suspect: finding for finding in check([surplus, *whole, *parts]).findings}
    assert found.keys() == {surplus.id, whole[0].id}
    assert found[surplus.id].repair is not None
    assert found[surplus.id].repair.change == {"value": 26_000_000_000}


def test_a_share_is_never_a_change_in_points() -> None:
    repair = [
        one.repair
        for one in check(
            [
                claim("PHL/world/export 2023", "$67.6 billion"),
                share("PHL/USA/export 2023", "16.5%", "PHL/world/export"),
                claim("PHL/USA/export 2023", "$936.1 million"),
            ]
        ).findings
    ]
    assert all(one is None or "unit" not in one.change for one in repair)


def test_an_upper_bound_is_borne_out_by_nothing_that_lies_below_it() -> None:
    total = claim("SUN/world/import 1986", "5.12 million tonnes", commodity="sugar")
    bound = claim("SUN/world/import 1986", "up to 3.81 million tonnes", commodity="sugar")
    assert [one.repair for one in check([total, bound]).findings] == [None]


def test_a_repair_settles_the_conflict_that_is_shown() -> None:
    """Digits turned around make exports and imports agree, but not exports with what else is given for them."""
    claims = [
        claim("NGA/world/export 2022-Q4", "$6,359.61 million"),
        claim("NGA/world/import 2022-Q4", "$5,362.83 million"),
        claim("NGA/world/turnover 2022-Q4", "$11,719.74 million"),
        claim("NGA/world/export 2022-Q4", "$26,796.75 million"),
    ]
    for found in check(claims).findings:
        assert found.repair is None or {*found.claims} != {claims[0].id, claims[3].id}


def test_a_word_has_no_digit_that_could_slip() -> None:
    digits = {"two digits are transposed", "the decimal point has slipped", "a digit is too many", "one digit is wrong"}
    figure = change("CHN/BEL/turnover 2024", "120%", "2023")
    assert digits <= {rewrite.words for rewrite in rewrites(figure)}
    word = dataclasses.replace(figure, text="more than doubled")
    assert digits.isdisjoint(rewrite.words for rewrite in rewrites(word))


def test_what_a_word_should_be_is_given_in_two_digits() -> None:
    ends = dict(zip(("low", "natural_low", "natural_high", "high"), map(Decimal, (90, 95, 105, 110)), strict=True))
    word = change("CHN/BEL/turnover 2024", "doubled", "2023", value=Decimal(100), unit="percent", **ends)
    assert Room(4.8, 5.2).figure(word) == 5
    assert Room(14.8, 15.2).figure(word) == 15
    assert Room(14.8, 15.2).figure(dataclasses.replace(word, text="100%")) == 20


def test_what_is_put_right_is_said_once() -> None:
    figures = [
        claim("DEU/USA/export 2024", "€161.4 billion"),
        claim("DEU/USA/import 2024", "€91.4 billion"),
        claim("DEU/USA/turnover 2024", "€252.8 billion"),
        claim("DEU/USA/balance 2024", "€77.0 billion"),
    ]
    (finding,) = check(figures).findings
    assert finding.repair is not None
    assert finding.repair.because == "One digit is wrong: then exports and imports agree (€161.4 bn, €91.4 bn)."


@pytest.mark.parametrize(
    ("later", "turnover", "made"),
    [("$561.2 million", "$900.6 billion", None), ("$511.1 billion", "$1411.1 billion", 16.2)],
    ids=["the others have it fall", "they have it rise otherwise"],
)
def test_a_rise_is_not_put_right_as_a_fall_of_some_other_size(later: str, turnover: str, made: float | None) -> None:
    growth = change("ARE/world/export 2024", "27.6%", "2023")
    figures = [
        growth,
        claim("ARE/world/export 2024", later),
        claim("ARE/world/import 2024", "$900.0 billion"),
        claim("ARE/world/turnover 2024", turnover),
        claim("ARE/world/export 2023", "$439.8 billion"),
        claim("ARE/world/import 2023", "$800.0 billion"),
        claim("ARE/world/turnover 2023", "$1239.8 billion"),
    ]
    (finding,) = check(figures).findings
    assert finding.suspect == growth.id
    assert (None if finding.repair is None else finding.repair.change["value"]) == made


def test_what_is_printed_elsewhere_is_put_right_as_it_is_printed() -> None:
    """Two parts in round figures leave room for the neighbour of a figure, too."""
    wrong = claim("CHN/KAZ/turnover 2024", "$10.8 billion")
    parts = [
        claim("CHN/KAZ/turnover 2024", "$18.7 billion"),
        claim("KAZ/CHN/export 2024", "$9.4 billion"),
        claim("KAZ/CHN/import 2024", "$9.3 billion"),
        deficit("CHN/KAZ/balance 2024", "$0.1 billion"),
    ]
    found = first([wrong, *parts])
    assert found is not None
    assert found.repair is not None
    assert (found.repair.claim, found.repair.change) == (wrong.id, {"value": 18_700_000_000})


def test_what_is_printed_elsewhere_is_put_right_to_its_last_digit() -> None:
    wrong = claim("FRA/LUX/export 2022", "$1.0 billion")
    found = first([wrong, claim("FRA/LUX/export 2022", "$205 million"), claim("FRA/LUX/turnover 2022", "$390 million")])
    assert found is not None
    assert found.repair is not None
    assert (found.repair.claim, found.repair.change) == (wrong.id, {"value": 205_000_000})


@pytest.mark.parametrize(
    ("year", "change_made"),
    [("2023", {"partner": "DNK"}), ("2019", {"value": 2_316_000_000})],
    ids=["then", "not then"],
)
def test_a_figure_that_is_printed_for_another_country_is_that_country_s(
    year: str, change_made: dict[str, object]
) -> None:
    """However many sums the right figure of its own country fits: it is no wonder that it does."""
    wrong = claim("GBR/NOR/import 2023", "$168 million")
    known = [
        claim("GBR/NOR/import 2023", "$2.32 billion"),
        claim("GBR/NOR/export 2023", "$3,142 million"),
        claim("GBR/NOR/turnover 2023", "$5,458 million"),
        claim("GBR/NOR/balance 2023", "$826 million"),
        claim("GBR/NOR/import 2022", "$2,000 million"),
        change("GBR/NOR/import 2023", "15.8%", "2022"),
    ]
    found = first([wrong, *known, claim(f"GBR/DNK/import {year}", "$168 million")])
    assert found is not None
    assert found.repair is not None
    assert (found.repair.claim, found.repair.change) == (wrong.id, change_made)
