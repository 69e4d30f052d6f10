"""What holds if a slot is read otherwise: what moves along with it, and what its other side becomes."""

from __future__ import annotations

import pytest
from claims import claim, seen
from evidence import carried, said, word

from pipeline.claim import Evidence
from pipeline.conflict.doubt.otherwise import holds_as, with_slot
from pipeline.observation import Reading

EXPORTS = "KAZ/CHN/export 2024"


@pytest.mark.parametrize(
    ("slot", "value", "sides"),
    [
        ("partner", "RUS", ("KAZ", "RUS")),
        ("partner", "KAZ", ("CHN", "KAZ")),
        ("reporter", "CHN", ("CHN", "KAZ")),
        ("reporter", "RUS", ("RUS", "CHN")),
        ("period", "KAZ", ("KAZ", "CHN")),
    ],
)
def test_a_side_that_takes_the_other_sides_party_leaves_it_its_own(slot: str, value: str, sides: tuple[str, str]):
    changed = with_slot(claim(EXPORTS, "$5 billion"), slot, value)
    assert (changed.reporter, changed.partner) == sides


@pytest.mark.parametrize(
    ("partner", "holds"),
    [
        pytest.param(carried("before", 5), False, id="given by the same words: both move, and conflict still"),
        pytest.param(carried("before", 50), True, id="given by other words"),
        pytest.param(carried("owner", 5), True, id="given by another rule"),
        pytest.param(word(5, "before"), True, id="said beside its figure"),
    ],
)
def test_what_the_same_words_gave_is_read_otherwise_too(partner: Evidence, holds: bool):
    claims = [
        said(claim(EXPORTS, "$43.8 billion"), 1000, partner=carried("before", 5)),
        said(claim(EXPORTS, "$19.2 billion"), 3000, partner=partner),
    ]
    its = seen(*claims)
    assert holds_as(claims[0], "partner", "RUS", its, its, Reading.CUT) == holds


@pytest.mark.parametrize(
    ("partner", "holds"),
    [
        pytest.param(carried("nobody-named", 50), False, id="for want of a word, as it was: both move"),
        pytest.param(carried("before", 5), True, id="by a word"),
    ],
)
def test_what_was_read_for_want_of_a_word_is_read_otherwise_wherever_it_stands(partner: Evidence, holds: bool):
    claims = [
        said(claim(EXPORTS, "$43.8 billion"), 1000, partner=carried("nobody-named", 5)),
        said(claim(EXPORTS, "$19.2 billion"), 3000, partner=partner),
    ]
    its = seen(*claims)
    assert holds_as(claims[0], "partner", "RUS", its, its, Reading.CUT) == holds


@pytest.mark.parametrize(
    ("edge", "commodity", "holds"),
    [
        pytest.param("KAZ/CHN/export 2023", None, False, id="of another time: it goes along, and would be another's"),
        pytest.param("KAZ/CHN/export 2024", "oil", True, id="of the same time: it may well be of another partner"),
    ],
)
def test_what_hangs_on_one_word_goes_along_if_it_is_of_another_time(edge: str, commodity: str | None, holds: bool):
    nobody = carried("nobody-named", 5, "RUS")
    claims = [
        said(claim(EXPORTS, "$43.8 billion"), 1000, partner=nobody),
        said(claim(EXPORTS, "$19.2 billion"), 3000),
        said(claim(edge, "$5.0 billion", commodity=commodity), 1100, partner=nobody, flow=1220),
        said(claim(edge.replace("CHN", "RUS"), "$9.0 billion", commodity=commodity), 5000),
    ]
    article = seen(*claims)
    assert holds_as(claims[0], "partner", "RUS", article[:2], article, Reading.CUT) == holds


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        pytest.param({"partner": carried("nobody-named", 5, "RUS"), "flow": 1220}, False, id="one word for both"),
        pytest.param({"partner": carried("nobody-named", 5, "RUS"), "flow": 1120}, True, id="each its own"),
        pytest.param({"partner": carried("nobody-named", 5, "RUS"), "flow": None}, True, id="no word for the other"),
        pytest.param({"partner": carried("nobody-named", 5, "UZB"), "flow": 1220}, True, id="not offered to the other"),
        pytest.param({"partner": carried("nobody-named"), "flow": 1220}, True, id="nobody offered to the other"),
        pytest.param({"partner": carried("before", 5, "RUS"), "flow": 1220}, True, id="the other's partner is named"),
        pytest.param({"partner": None, "flow": 1220}, True, id="no partner of the other"),
    ],
)
def test_only_what_hangs_on_one_word_for_nobody_goes_along(words: dict, holds: bool):
    claims = [
        said(claim(EXPORTS, "$43.8 billion"), 1000, partner=carried("nobody-named", 5, "RUS")),
        said(claim(EXPORTS, "$19.2 billion"), 3000),
        said(claim("KAZ/CHN/export 2023", "$5.0 billion"), 1100, **words),
        said(claim("KAZ/RUS/export 2023", "$9.0 billion"), 5000),
    ]
    article = seen(*claims)
    assert holds_as(claims[0], "partner", "RUS", article[:2], article, Reading.CUT) == holds


@pytest.mark.parametrize(
    ("offered", "holds"),
    [
        pytest.param(("world",), False, id="offered to both: both move, and conflict still"),
        pytest.param(("RUS",), True, id="not offered to the other"),
        pytest.param((), True, id="nothing offered to the other"),
    ],
)
def test_all_trade_is_another_reading_only_of_figures_to_which_it_is_offered(offered: tuple[str, ...], holds: bool):
    claims = [
        said(claim(EXPORTS, "$43.8 billion"), 1000, partner=carried("before", 5, "world")),
        said(claim(EXPORTS, "$19.2 billion"), 3000, partner=carried("before", 5, *offered)),
    ]
    its = seen(*claims)
    assert holds_as(claims[0], "partner", "world", its, its, Reading.CUT) == holds


def test_the_same_words_move_only_what_they_gave_the_same_party():
    claims = [
        said(claim("KAZ/CHN/turnover 2024", "$43.8 billion"), 1000, partner=carried("before", 5)),
        said(claim("CHN/KAZ/turnover 2024", "$19.2 billion"), 3000, partner=carried("before", 5)),
    ]
    its = seen(*claims)
    assert holds_as(claims[0], "partner", "RUS", its, its, Reading.CUT)


def test_a_reading_of_which_nothing_can_be_compared_contradicts_nothing():
    its = seen(said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$19.2 billion"), 3000))
    assert holds_as(its[0].claim, "period", "soon", its, its, Reading.CUT)
