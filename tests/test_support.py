"""What makes a conflict a proof, and what makes it a passage to read: evidence by hand, claims in our own words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from claims import change, claim, share, sign, trend
from evidence import carried, said, word

from pipeline.claim import Claim, Evidence
from pipeline.conflict import check
from pipeline.conflict.doubt import one_sentence as sentence
from pipeline.conflict.doubt import otherwise, plain

EXPORTS = "KAZ/CHN/export 2024"


def certainty(*claims: Claim) -> list[str]:
    return [found.certainty for found in check(claims).findings]


FAR_TIME = {"period": carried("settled-before")}

CASES = {
    "two-digits-turned-around": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$48.3 billion"), 3000)],
        "impossible",
    ),
    "a-small-miss": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$44.6 billion"), 3000)],
        "impossible",
    ),
    "a-small-miss-also-with-a-time-read-elsewhere": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$44.6 billion"), 3000, **FAR_TIME)],
        "impossible",
    ),
    "digits-turned-around-also-with-a-time-read-elsewhere": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$48.3 billion"), 3000, **FAR_TIME)],
        "impossible",
    ),
    "one-digit-of-another-size-is-no-slip": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$83.8 billion"), 3000, **FAR_TIME)],
        "needs-reading",
    ),
    "a-share-that-misses-by-little": (
        [
            said(claim(EXPORTS, "$15.9 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/world/export 2024", "$78.0 billion"), 2000),
            said(share(EXPORTS, "21.5%", "KAZ/world/export"), 3000),
        ],
        "impossible",
    ),
    "a-share-of-something-else": (
        [
            said(claim(EXPORTS, "$15.9 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/world/export 2024", "$78.0 billion"), 2000),
            said(share(EXPORTS, "61.5%", "KAZ/world/export"), 3000),
        ],
        "needs-reading",
    ),
    "two-plain-sentences-on-one-fact": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$19.2 billion"), 3000)],
        "needs-reading",
    ),
    "two-plain-sentences-on-one-fact-that-nearly-agree": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$47.2 billion"), 3000)],
        "impossible",
    ),
    "two-plain-sentences-on-one-fact-by-a-factor-of-one-and-a-half": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$29.2 billion"), 3000)],
        "impossible",
    ),
    "two-near-figures-of-which-one-has-its-time-from-afar": (
        [said(claim(EXPORTS, "$43.8 billion"), 1000), said(claim(EXPORTS, "$47.2 billion"), 3000, **FAR_TIME)],
        "needs-reading",
    ),
    "a-digit-dropped-in-front": (
        [said(claim(EXPORTS, "$963 million"), 1000), said(claim(EXPORTS, "$63 million"), 3000)],
        "impossible",
    ),
    "two-facts-more-likely-than-one": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1000),
            said(claim(EXPORTS, "$19.2 billion"), 3000, **FAR_TIME),
        ],
        "needs-reading",
    ),
    "one-word-for-both-in-one-sentence": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1000, flow=990),
            said(claim(EXPORTS, "$44.6 billion"), 1030, flow=990),
        ],
        "needs-reading",
    ),
    "a-sum-that-misses-by-little": (
        [
            said(claim("KAZ/CHN/turnover 2024", "$44.9 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000),
            said(claim(EXPORTS, "$15.9 billion"), 3000),
        ],
        "impossible",
    ),
    "a-sum-that-hangs-on-a-time-read-elsewhere": (
        [
            said(claim("KAZ/CHN/turnover 2024", "$61.7 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000),
            said(claim(EXPORTS, "$15.9 billion"), 3000),
        ],
        "needs-reading",
    ),
    "a-sum-that-digits-turned-around-explain-also-with-a-time-read-elsewhere": (
        [
            said(claim("KAZ/CHN/turnover 2024", "$34.9 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000),
            said(claim(EXPORTS, "$15.9 billion"), 3000),
        ],
        "impossible",
    ),
    "a-word-is-no-slip": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/export 2023", "$19.2 billion"), 2000),
            said(trend(EXPORTS, "fell", -1, "2023"), 3000),
        ],
        "needs-reading",
    ),
    "a-sign-is-no-slip": (
        [
            said(claim(EXPORTS, "$15.9 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000),
            said(sign("KAZ/CHN/balance 2024", "surplus", 1), 3000),
        ],
        "needs-reading",
    ),
    "a-growth-of-which-only-a-part-is-given": (
        [
            said(claim("KAZ/CHN/turnover 2023", "$10.0 billion"), 1000, **FAR_TIME),
            said(change("KAZ/CHN/turnover 2024", "5%", "2023"), 2000),
            said(claim(EXPORTS, "$30.0 billion"), 3000),
        ],
        "needs-reading",
    ),
    "all-read-by-the-same-words": (
        [
            said(claim("KAZ/CHN/turnover 2024", "$47.2 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000, **FAR_TIME),
            said(claim(EXPORTS, "$15.9 billion"), 3000, **FAR_TIME),
        ],
        "impossible",
    ),
    "a-party-of-whom-the-whole-article-speaks": (
        [
            said(claim("KAZ/CHN/turnover 2024", "$47.2 billion"), 1000, reporter=carried("home")),
            said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000),
            said(claim(EXPORTS, "$15.9 billion"), 3000),
        ],
        "impossible",
    ),
    "a-party-among-others": (
        [
            said(claim("KAZ/CHN/turnover 2024", "$61.7 billion"), 1000, reporter=carried("home")),
            said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000),
            said(claim(EXPORTS, "$15.9 billion"), 3000),
            said(claim("UZB/RUS/export 2024", "$3.1 billion"), 4000),
        ],
        "needs-reading",
    ),
    "a-sum-of-one-month-all-of-it-said": (
        [
            said(claim("KAZ/CHN/turnover 2024-03", "$6.17 billion"), 1000),
            said(claim("KAZ/CHN/import 2024-03", "$2.80 billion"), 2000),
            said(claim("KAZ/CHN/export 2024-03", "$1.59 billion"), 3000),
        ],
        "impossible",
    ),
    "another-word-for-each-in-one-sentence": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1000, flow=990, period=1016, partner=1019, reporter=1022),
            said(claim(EXPORTS, "$44.6 billion"), 1030, flow=1025, period=1046, partner=1049, reporter=1052),
        ],
        "impossible",
    ),
    "a-headline-that-the-lead-tells-again": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 40, reporter=5, flow=15),
            said(claim(EXPORTS, "$44.6 billion"), 130, reporter=5, flow=115),
        ],
        "impossible",
    ),
    "two-close-figures-of-one-owner": (
        [
            said(claim(EXPORTS, "$43.8 billion"), 1040, reporter=1005, flow=1015),
            said(claim(EXPORTS, "$44.6 billion"), 1130, reporter=1005, flow=1115),
        ],
        "needs-reading",
    ),
    "a-growth-that-misses-by-little": (
        [
            said(claim(EXPORTS, "$94.8 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/export 2023", "$89.4 billion"), 2000),
            said(change(EXPORTS, "4.6%", "2023"), 3000),
        ],
        "impossible",
    ),
    "a-growth-of-something-else": (
        [
            said(claim(EXPORTS, "$94.8 billion"), 1000, **FAR_TIME),
            said(claim("KAZ/CHN/export 2023", "$89.4 billion"), 2000),
            said(change(EXPORTS, "61%", "2023"), 3000),
        ],
        "needs-reading",
    ),
}


@pytest.mark.parametrize(("claims", "wanted"), CASES.values(), ids=CASES)
def test_a_conflict_is_a_proof_where_the_text_supports_it(claims: list[Claim], wanted: str):
    assert certainty(*claims) == [wanted]


def test_claims_that_nobody_read_from_a_text_are_taken_as_given():
    assert certainty(claim(EXPORTS, "$43.8 billion"), claim(EXPORTS, "$19.2 billion")) == ["impossible"]


def test_the_note_names_the_figure_and_what_is_not_said_beside_it():
    (found,) = check(CASES["a-sum-that-hangs-on-a-time-read-elsewhere"][0]).findings
    assert "$61.7 billion" in found.note
    assert "time" in found.note
    assert found.note.startswith("Only another passage says")


def test_the_note_tells_what_nobody_says_from_what_stands_elsewhere():
    claims = [
        said(claim("KAZ/CHN/turnover 2024", "$61.7 billion"), 1000, partner=carried("nobody-named")),
        said(claim("KAZ/CHN/import 2024", "$28.0 billion"), 2000),
        said(claim(EXPORTS, "$15.9 billion"), 3000),
        said(claim("UZB/RUS/export 2024", "$3.1 billion"), 4000),
    ]
    (found,) = check(claims).findings
    assert found.note.startswith("The text does not say")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        pytest.param({}, "impossible", id="both countries stand beside the figure"),
        pytest.param({"partner": carried("home")}, "needs-reading", id="one is named elsewhere"),
        pytest.param({"partner": carried("nobody-named", 3300)}, "needs-reading", id="one is named nowhere"),
    ],
)
def test_sales_are_trade_where_both_countries_stand_beside_them(words: dict[str, Evidence], wanted: str):
    claims = [
        said(claim("CHN/south-caucasus/export 2024", "$80.3 billion"), 9000),
        said(claim("CHN/ARM/export 2024", "$13.8 billion"), 9300),
        said(claim("CHN/GEO/export 2024", "$43.8 billion"), 1000, flow=word(1220, "sales-weak")),
        said(claim("CHN/GEO/export 2024", "$22.7 billion"), 3000, flow=word(3220, "sales-weak"), **words),
    ]
    assert certainty(*claims) == [wanted]


@pytest.mark.parametrize(
    ("reporter", "wanted"),
    [
        pytest.param(carried("home", 4900), "impossible", id="in the sentence before"),
        pytest.param(carried("home", 4700), "impossible", id="not far before"),
        pytest.param(carried("home", 4699), "needs-reading", id="far before"),
        pytest.param(carried("pair-before", 4900), "needs-reading", id="in the sentence before, by a guess"),
    ],
)
def test_a_repair_is_a_doubt_only_of_what_the_text_says_elsewhere(reporter: Evidence, wanted: str):
    edge = "CHN/{}/turnover 2024"
    members = {"UZB": "$13.8 billion", "TKM": "$10.6 billion", "TJK": "$3.9 billion"}
    claims = [
        said(claim("CHN/central-asia/turnover 2024", "$94.8 billion"), 1000),
        said(claim(edge.format("KAZ"), "$43.8 billion"), 2000),
        *(said(claim(edge.format(name), value), 3000 + at) for at, (name, value) in enumerate(members.items())),
        said(claim("KAZ/CHN/turnover 2024", "$22.7 billion"), 5000, reporter=reporter),
    ]
    (found,) = check(claims).findings
    assert found.repair is not None
    assert (found.repair.change, found.certainty) == ({"reporter": "KGZ"}, wanted)
    assert found.note.endswith("read otherwise, nothing conflicts.") is (wanted == "needs-reading")


LIST = {"flow": 990, "period": 995, "partner": 997}


def entry(figure: str, start: int, *, commodity: str | None = None, **cues: int) -> Claim:
    """One of several figures of a list, with its own name right before it."""
    return said(claim(EXPORTS, figure, commodity=commodity), start, **(LIST | {"reporter": start - 7} | cues))


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        pytest.param({}, {}, "impossible", id="each beside the same name"),
        pytest.param({"period": 1025}, {"period": 1055}, "needs-reading", id="with times of their own"),
        pytest.param({"partner": 1006}, {"partner": 1036}, "needs-reading", id="with two names of their own"),
        pytest.param({"commodity": "oil"}, {"commodity": "oil"}, "needs-reading", id="of goods"),
        pytest.param({"reporter": 900}, {"reporter": 900}, "needs-reading", id="without a name of their own"),
    ],
)
def test_a_list_that_names_one_party_twice_contradicts_itself(first: dict, second: dict, wanted: str):
    claims = [entry("$43.8 billion", 1010, **first), entry("$44.6 billion", 1040, **second)]
    assert certainty(*claims) == [wanted]


GRAPES = said(claim("PER/world/export 2023", "$1.72 billion", commodity="grapes"), 1000)
ALL_TRADE = claim("PER/world/export 2023", "$1.68 billion")


def test_a_figure_without_goods_may_be_of_some_goods():
    assert certainty(said(ALL_TRADE, 1200), GRAPES) == ["needs-reading"]


def test_a_figure_that_is_called_a_total_is_of_all_goods():
    total = said(ALL_TRADE, 1200)
    flow = replace(total.evidence["flow"], others=())
    total = replace(total, evidence=MappingProxyType({**total.evidence, "flow": flow}))
    assert certainty(total, GRAPES) == ["impossible"]


@pytest.mark.parametrize(
    ("other", "wanted"),
    [("PER/world/import 2023", "impossible"), ("PER/world/import 2022", "needs-reading")],
    ids=["the same year", "another year"],
)
def test_a_figure_beside_the_other_flow_is_of_all_goods(other: str, wanted: str):
    assert certainty(said(ALL_TRADE, 1200), GRAPES, said(claim(other, "$3.1 billion"), 1400)) == [wanted]


def test_every_rule_that_the_check_knows_by_name_is_one_by_which_texts_are_read():
    root = Path(__file__).resolve().parent.parent
    read = "".join(
        path.read_text(encoding="utf-8")
        for path in (*sorted((root / "pipeline" / "extract").rglob("*.py")), *sorted((root / "models").glob("*.toml")))
    )
    known = (
        *sentence.BY_DEFAULT,
        *sentence.FROM_LATER,
        *sentence._RECALLED,
        *sentence.GUESSED,
        *plain.SURE,
    )
    for rule in (*known, *otherwise.BASES_BY_DEFAULT):
        assert f'"{rule}"' in read, rule


def test_a_figure_that_names_no_source_behind_two_that_spoke_may_be_of_either():
    def of(one: Claim, source: str) -> Claim:
        return replace(one, source=source)

    twice = [said(claim(EXPORTS, "$43.8 billion"), 1100), said(claim(EXPORTS, "$44.6 billion"), 3100)]
    bank = of(said(claim("KAZ/CHN/import 2024", "$20.0 billion"), 1000), "World Bank")
    fund = of(said(claim("KAZ/CHN/import 2023", "$19.0 billion"), 3000), "IMF")
    found = [one for one in check([*twice, bank, fund]).findings if {*one.claims} == {one.id for one in twice}]
    assert [(one.certainty, "two sources" in one.note) for one in found] == [("needs-reading", True)]
    same = of(fund, "World Bank")
    found = [one for one in check([*twice, bank, same]).findings if {*one.claims} == {one.id for one in twice}]
    assert [one.certainty for one in found] == ["impossible"]


@pytest.mark.parametrize(
    ("flow", "balance", "wanted"),
    [
        pytest.param(word(3220, "export"), "$8.1 billion", "impossible", id="by its name, and the balance fits"),
        pytest.param(word(3220, "export"), "$9.7 billion", "needs-reading", id="by its name, and nothing fits"),
        pytest.param(word(3220, "sales-weak"), "$8.1 billion", "needs-reading", id="by a word with other uses"),
        pytest.param(carried("export", 900), "$8.1 billion", "needs-reading", id="in another sentence"),
    ],
)
def test_the_wrong_word_for_a_flow_is_a_slip_where_it_stands_beside_its_figure(
    flow: Evidence, balance: str, wanted: str
):
    claims = [
        said(claim("PER/CHL/export 2024", "$43.8 billion"), 1000, flow=word(1220, "export")),
        said(claim("PER/CHL/export 2024", "$35.7 billion"), 3000, flow=flow, **FAR_TIME),
        said(claim("PER/CHL/balance 2024", balance), 5000),
    ]
    found = [one for one in check(claims).findings if one.kind == "same-fact"]
    assert [one.certainty for one in found] == [wanted]
