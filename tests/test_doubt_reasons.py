"""Why a conflict is to be read again, and what is no reason: a word of doubt, far figures, lists, guesses, rivals."""

# ruff: noqa: E501 - tables of cases read better unbroken
from __future__ import annotations

import dataclasses

import pytest
from claims import change, claim, trend
from evidence import carried, said, word

from pipeline.claim import NARROWS, Claim
from pipeline.conflict import check

EXPORTS, IMPORTS, BOTH = (f"KAZ/CHN/{flow} 2024" for flow in ("export", "import", "turnover"))
OIL = said(claim("UZB/RUS/export 2024", "$3.1 billion", commodity="oil"), 9000)
NO_SLIP = "No common slip makes"
NOBODY_ELSE = {"period": carried("settled-before", 5, sought=True)}
FAR_TIME = {"period": carried("settled-before")}


def total(figure: str = "$47.2 billion", **words: object) -> list[Claim]:
    """A total that its parts do not make; ``words`` are those of the total."""
    return [
        said(claim(BOTH, figure), 1000, **words),
        said(claim(IMPORTS, "$28.0 billion"), 2000),
        said(claim(EXPORTS, "$15.9 billion"), 3000),
    ]


def passage(figure: str, *starts: int) -> list[Claim]:
    """The same in one passage, its time said elsewhere."""
    return [
        dataclasses.replace(one, start=at, end=at + 10)
        for one, at in zip(total(figure, **FAR_TIME), starts, strict=True)
    ]


def twice(second: str, *, first: str = "$43.8 billion", edge: str = EXPORTS, **words: object) -> list[Claim]:
    """One fact with two figures; ``words`` are those of the second."""
    return [said(claim(edge, first), 1000), said(claim(edge, second), 3000, **words)]


def entries(first: str, second: str) -> list[Claim]:
    """Two figures of one list, each behind a name of its own."""
    common = {"flow": 990, "period": 995, "partner": 997}
    return [
        said(claim(EXPORTS, figure), start, reporter=start - 7, **common)
        for figure, start in ((first, 1010), (second, 1040))
    ]


def turned(**words: object) -> list[Claim]:
    """A balance that fits from the other side."""
    return [
        said(claim(EXPORTS, "$15.9 billion"), 1000),
        said(claim(IMPORTS, "$28.0 billion"), 2000),
        said(claim("KAZ/CHN/balance 2024", "$12.1 billion"), 3000, **words),
    ]


def everybody(**words: object) -> list[Claim]:
    """Two totals of trade with everybody; nobody is named beside the second."""
    known: dict[str, object] = {"flow": word(3220, others=()), "partner": word(3210, "nobody-named", others=())}
    return twice("$29.2 billion", edge="KAZ/world/export 2024", **(known | words))


CASES = {
    "far figures of one passage": (passage("$91.7 billion", 1000, 1150, 1290), "No slip sets these figures so far apart"),
    "far figures of one breath": (passage("$91.7 billion", 1000, 1100, 1200), ""),
    "near figures of one passage": (passage("$47.2 billion", 1000, 1150, 1290), ""),
    "far figures that a word sets apart": (
        [
            said(trend(EXPORTS, "fell", -1, "2023"), 1000, **NOBODY_ELSE),
            said(claim(EXPORTS, "$43.8 billion"), 3000),
            said(claim("KAZ/CHN/export 2023", "$19.2 billion"), 5000),
        ],
        "",
    ),
    "two of trade with everybody, where goods are spoken of": ([*everybody(), OIL], "the two are far apart"),
    "two of trade with everybody, where none are": (everybody(), ""),
    "a total of trade with everybody, where goods are spoken of": (
        [*total(partner=word(1210, "nobody-named", others=()), flow=word(1220, others=())), OIL],
        "",
    ),
    "a bound and a figure, all of it said": (twice("more than $70 billion"), ""),
    "a bound and a figure, one time said elsewhere": (twice("more than $70 billion", **NOBODY_ELSE), NO_SLIP),
    "a list that names one party twice, far apart": (entries("$43.8 billion", "$19.2 billion"), ""),
    "two that differ by less than a factor of two, all of it said": (twice("$29.2 billion"), ""),
    "one time of them said elsewhere, and no other is near": (twice("$29.2 billion", **NOBODY_ELSE), NO_SLIP),
    "a partner guessed from before, where all trade is another figure": (
        [*total(partner=carried("pair-before", 990, "world")), said(claim("KAZ/world/turnover 2024", "$30.0 billion"), 4000)],
        "",
    ),
    "a partner beside the figure, though all trade is spoken of": (
        total(partner=word(1210, "pair-before", others=("world",))),
        "",
    ),
    "a time beside the figure, though a part of it is spoken of": (total(period=word(1230, others=("2024-03",))), ""),
    "a time that may be of any days": (total(period=carried("settled-before", 5, "?")), "no common slip explains"),
    "a figure that nobody read from the text": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), claim(EXPORTS, "$44.6 billion", start=3000)],
        "",
    ),
    "one time that a later figure lent to all": (
        [
            said(claim(BOTH, "$47.2 billion"), 1000, period=carried("first-settled")),
            said(claim(IMPORTS, "$28.0 billion"), 2000, period=carried("first-settled")),
            said(claim(EXPORTS, "$15.9 billion"), 3000, period=carried("first-settled")),
        ],
        "which time",
    ),
    "no word for the flow beside one, that goes on with the flow of the other, which goes on itself": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1000, flow=carried("before")),
            said(claim(EXPORTS, "$19.2 billion"), 3000, flow=None, reporter=carried("before"), partner=carried("before")),
        ],
        NO_SLIP,
    ),
    "a balance from the other side, of an owner beside it": (turned(reporter=word(3200, others=("CHN",))), ""),
    "of a partner said elsewhere, and no word for its owner": (
        turned(reporter=None, partner=carried("before", 2990, "KAZ")),
        "the sign hangs on it",
    ),
    "of an owner said elsewhere, and no word for its partner": (
        turned(partner=None, reporter=carried("before", 2990, "CHN")),
        "the sign hangs on it",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "note"), CASES.values(), ids=CASES)
def test_a_reader_is_told_why_a_conflict_is_to_be_read_again(claims: list[Claim], note: str):
    found, *_ = check(claims).findings
    assert (found.certainty, note in found.note) == ("needs-reading" if note else "impossible", True), found.note


def test_a_growth_of_somebody_named_elsewhere_has_no_side_to_be_turned_to():
    claims = [
        said(claim(EXPORTS, "$95.0 billion"), 1000),
        said(claim("KAZ/CHN/export 2023", "$100.0 billion"), 2000),
        said(change(EXPORTS, "5.0%", "2023"), 3000, reporter=carried("before", 2990, "CHN")),
    ]
    (found,) = check(claims).findings
    assert "the sign hangs on it" not in found.note


NARROW = f"“steel” {NARROWS} “exports” covers"


@pytest.mark.parametrize(
    ("doubts", "certainty"),
    [
        pytest.param([NARROW] * 3, "impossible", id="one word that may narrow all alike"),
        pytest.param([NARROW, NARROW, None], "needs-reading", id="one that may narrow two of them"),
        pytest.param([NARROW, NARROW, f"“iron” {NARROWS} “imports” covers"], "needs-reading", id="another for one"),
        pytest.param(["it is misprinted"] * 3, "needs-reading", id="another doubt of all"),
    ],
)
def test_a_word_that_may_narrow_all_figures_alike_leaves_no_doubt(doubts: list[str | None], certainty: str):
    edges = (("turnover", "$47.2 billion"), ("import", "$28.0 billion"), ("export", "$15.9 billion"))
    claims = [
        claim(f"KAZ/CHN/{flow} 2024", figure, doubt=doubt) for (flow, figure), doubt in zip(edges, doubts, strict=True)
    ]
    (found,) = check(claims).findings
    assert found.certainty == certainty
    if certainty == "needs-reading":
        (first, *_) = (one for one in claims if one.doubt)
        assert found.note == f"The reading of “{first.text}” is in doubt: {first.doubt}."


def test_the_note_names_both_figures_of_a_sentence():
    both = [
        said(claim(EXPORTS, "$43.8 billion"), 1000, flow=990),
        said(claim(EXPORTS, "$44.6 billion"), 1030, flow=990),
    ]
    (found,) = check(both).findings
    assert (
        found.note == "“$43.8 billion” and “$44.6 billion” stand in one sentence: they may well be two different facts."
    )
