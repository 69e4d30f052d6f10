"""What follows but is not said: intervals for flows that nobody prints, and the claims they rest on."""

from __future__ import annotations

import pytest
from claims import change, claim, share

from pipeline.claim import Claim
from pipeline.conflict.following import Following, asked, following
from pipeline.errors import StoreError

REGION = [
    claim("CHN/central-asia/turnover 2024", "$94.8 billion"),
    claim("CHN/KAZ/turnover 2024", "$43.8 billion"),
    claim("CHN/UZB/turnover 2024", "$13.8 billion"),
    claim("CHN/TKM/turnover 2024", "$10.6 billion"),
    claim("CHN/TJK/turnover 2024", "$3.9 billion"),
]
BILLION = 1e9


def only(words: str, claims: list[Claim]) -> Following:
    (found,) = following(asked(words), claims)
    return found


@pytest.mark.parametrize(
    ("words", "claims", "ends"),
    [
        pytest.param("CHN/KGZ/turnover/2024", REGION, (22.45, 22.95), id="what-the-total-leaves-over"),
        pytest.param(
            "FRA/DEU/balance/2023",
            [claim("FRA/DEU/export 2023", "$10.0 billion"), claim("FRA/DEU/import 2023", "$12.0 billion")],
            (-2.1, -1.9),
            id="a-balance-from-both-directions",
        ),
        pytest.param(
            "DEU/FRA/balance/2023",
            [claim("FRA/DEU/export 2023", "$10.0 billion"), claim("FRA/DEU/import 2023", "$12.0 billion")],
            (1.9, 2.1),
            id="a-balance-from-the-other-side",
        ),
        pytest.param(
            "FRA/DEU/export/2022",
            [claim("FRA/DEU/export 2023", "$11.0 billion"), change("FRA/DEU/export 2023", "10.0%", "2022")],
            (10.95 / 1.1005, 11.05 / 1.0995),
            id="the-year-before-from-a-growth",
        ),
        pytest.param(
            "FRA/world/export/2023",
            [claim("FRA/DEU/export 2023", "$11.0 billion"), share("FRA/DEU/export 2023", "20.0%", "FRA/world/export")],
            (10.95 / 0.2005, 11.05 / 0.1995),
            id="a-whole-from-its-part",
        ),
    ],
)
def test_the_interval_is_what_the_claims_leave_open(words: str, claims: list[Claim], ends: tuple[float, float]):
    found = only(words, claims)
    assert found.widest == pytest.approx([end * BILLION for end in ends])
    assert {one.id for one in found.claims} == {one.id for one in claims}
    assert found.printed == ()


def test_the_order_of_the_claims_changes_nothing():
    assert only("CHN/KGZ/turnover/2024", REGION) == only("CHN/KGZ/turnover/2024", REGION[::-1])


def test_what_prints_the_flow_is_shown_and_not_used():
    print_itself = claim("CHN/KGZ/turnover 2024", "$30.0 billion")
    found = only("CHN/KGZ/turnover/2024", [*REGION, print_itself])
    assert found.printed == (print_itself,)
    assert found.widest == pytest.approx((22.45 * BILLION, 22.95 * BILLION))


def test_of_claims_that_contradict_each_other_what_most_say_is_kept():
    wrong = claim("CHN/KAZ/turnover 2024", "$34.8 billion", "b.txt")
    again = claim("CHN/KAZ/turnover 2024", "$43.8 billion", "c.txt")
    found = only("CHN/KGZ/turnover/2024", [*REGION, wrong, again])
    assert found.set_aside == (wrong,)
    assert found.widest == pytest.approx((22.45 * BILLION, 22.95 * BILLION))


def test_a_part_is_known_to_be_no_more_than_its_whole():
    found = only("FRA/DEU/export/2023", [claim("FRA/world/export 2023", "$10.0 billion")])
    assert found.widest == pytest.approx((0, 10.05 * BILLION))


def test_one_of_several_goods_says_nothing_of_all_trade():
    assert (
        following(asked("FRA/DEU/export/2023"), [claim("FRA/DEU/export 2023", "$1.0 billion", commodity="tea")]) == []
    )


def test_nothing_is_said_where_nothing_follows():
    assert following(asked("FRA/ESP/export/2024"), REGION) == []


@pytest.mark.parametrize("year", ["2020", "2032"])
def test_growths_tie_no_years_together_that_are_far_apart(year: str):
    claims = [claim("FRA/DEU/export 2026", "$11.0 billion"), change("FRA/DEU/export 2026", "10.0%", year)]
    assert following(asked(f"FRA/DEU/export/{year}"), claims) == []


@pytest.mark.parametrize(("before", "tied"), [("2023-01", True), ("2022-12", False)])
def test_growths_tie_together_what_is_up_to_three_years_apart(before: str, tied: bool):
    claims = [claim("FRA/DEU/export 2026-01", "$11.0 billion"), change("FRA/DEU/export 2026-01", "10.0%", before)]
    assert bool(following(asked(f"FRA/DEU/export/{before}"), claims)) is tied


def test_a_flow_of_which_only_the_print_is_known_is_shown():
    found = only("FRA/ESP/export/2024", [claim("FRA/ESP/export 2024", "$5.0 billion")])
    assert [one.text for one in found.printed] == ["$5.0 billion"]
    assert found.claims == ()


@pytest.mark.parametrize("words", ["CHN", "CHN/KGZ", "CHN/KGZ/turnover"])
def test_a_flow_that_lacks_a_part_is_no_flow(words: str):
    with pytest.raises(StoreError, match="names no flow"):
        asked(words)


@pytest.mark.parametrize(
    "words",
    [
        "CHN/KGZ/trade/2024",
        "CHN/CHN/export/2024",
        "CHN/KGZ/export/soon",
        "/KGZ/export/2024",
        "CHN//export/2024",
        "CHN/KGZ/export/",
        "CHN/KGZ/export",
    ],
)
def test_words_that_name_no_flow_are_refused_with_an_example(words: str):
    with pytest.raises(StoreError, match="2024"):
        asked(words)


def test_a_flow_may_be_asked_for_by_names() -> None:
    assert asked("China/Kyrgyzstan/turnover/2024").flow == asked("CHN/KGZ/turnover/2024").flow
    assert asked("China/Central Asia/export/2023").flow == asked("CHN/central-asia/export/2023").flow


@pytest.mark.parametrize("words", ["CHN/coffee-belt/export/2024", "coffee-belt/CHN/export/2024"])
def test_who_is_in_no_list_may_be_asked_for_as_claims_name_it(words: str) -> None:
    edge = words.replace("/2024", " 2024")
    assert [one.text for one in only(words, [claim(edge, "$5.0 billion")]).printed] == ["$5.0 billion"]


@pytest.mark.parametrize(
    ("words", "months", "commodity"),
    [
        ("CHN/KGZ/export/2024", 12, ""),
        ("CHN/KGZ/export/2024-Q1", 3, ""),
        ("CHN/KGZ/export/2024-01/2024-05", 5, ""),
        ("CHN/KGZ/export/2024/tea", 12, "tea"),
        ("CHN/KGZ/export/2024-01/2024-05/tea", 5, "tea"),
        ("CHN/KGZ/export/2024/oil/gas", 12, "oil/gas"),
    ],
)
def test_a_flow_may_be_asked_for_any_time_and_goods(words: str, months: int, commodity: str) -> None:
    flow = asked(words).flow
    assert (flow.last - flow.first + 1, flow.commodity) == (months, commodity)
