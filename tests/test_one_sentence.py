"""Two figures of one sentence: whether they may be two facts, by where the words stand that say what each is about."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from claims import claim, seen
from evidence import said, word

from pipeline.claim import Claim, Evidence
from pipeline.conflict.doubt.one_sentence import are_two_entries, is_said_together, pair_of_one_sentence, sharing_words
from pipeline.finding import Repair
from pipeline.observation import Observation

EXPORTS = "KAZ/CHN/export 2024"
COMMON = {"flow": 990, "reporter": 975, "partner": 980, "period": 985}
"""Words before both figures."""


def figure(
    amount: str, start: int, *, edge: str = EXPORTS, doc: str = "a.txt", goods: str | None = None, **words: Any
) -> Claim:
    """A figure of ten characters at ``start``; each slot is said by a word, given as evidence or as its place."""
    return said(claim(edge, amount, doc, commodity=goods), start, **COMMON | words)


def apart(*claims: Claim) -> list[Observation]:
    """Each claim as if it stood alone, for they may be of two articles."""
    return [one for claim in claims for one in seen(claim)]


def in_one_sentence(*claims: Claim, repairs: tuple[Repair, ...] = ()) -> bool:
    return pair_of_one_sentence(apart(*claims), repairs, apart(*claims)) is not None


OWN = ({"reporter": 1003}, {"reporter": 1033})
"""Each figure behind a name of its own."""
CASES: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "all words are common": ({}, {}, True),
    "each has its own name": (*OWN, False),
    "names of different kinds": ({"reporter": 1003}, {"reporter": word(1033, "subject")}, True),
    "one name from elsewhere": ({"reporter": 1003}, {"reporter": word(5, inherited=True)}, True),
    "the first's name from elsewhere": ({"reporter": word(5, inherited=True)}, {"reporter": 1033}, True),
    "names, and times of their own": ({**OWN[0], "period": 1006}, {**OWN[1], "period": 1036}, True),
    "names, and words for the flow of their own": (
        {**OWN[0], "flow": 1006},
        {**OWN[1], "flow": 1036},
        False,
    ),
    "names, the first of goods": ({**OWN[0], "goods": "oil"}, OWN[1] | {"goods": "oil"}, True),
    "what is common stands between": ({**OWN[0], "partner": 1022}, {**OWN[1], "partner": 1022}, True),
    "it stands right behind the first": ({**OWN[0], "partner": 1020}, {**OWN[1], "partner": 1020}, True),
    "it stands between, but the second has it from elsewhere": (
        {**OWN[0], "partner": 1022},
        {**OWN[1], "partner": word(1022, inherited=True)},
        False,
    ),
    "names, and nobody is named as the partner of either": (
        {**OWN[0], "partner": word(1003, "nobody-named")},
        {**OWN[1], "partner": word(1033, "nobody-named")},
        False,
    ),
    "names, and one partner carried over that no other can be": (
        {**OWN[0], "partner": 1006},
        {**OWN[1], "partner": word(1006 - 500, inherited=True, others=())},
        False,
    ),
    "names, and one carried over where only the other side is named, too": (
        {**OWN[0], "partner": 1006},
        {**OWN[1], "partner": word(506, inherited=True, others=("KAZ",))},
        False,
    ),
    "names, and one carried over that another could be": (
        {**OWN[0], "partner": 1006},
        {**OWN[1], "partner": word(506, inherited=True, others=("UZB",))},
        True,
    ),
    "names, and one carried over of which nobody asked": (
        {**OWN[0], "partner": 1006},
        {**OWN[1], "partner": word(506, inherited=True)},
        True,
    ),
    "names, and one time carried over": (
        {**OWN[0], "period": 1006},
        {**OWN[1], "period": word(506, inherited=True, others=())},
        True,
    ),
    "names, and one partner said twice": ({**OWN[0], "partner": 1006}, {**OWN[1], "partner": 1036}, True),
    "names, and one carried over where the first says none": (
        {**OWN[0], "partner": None},
        {**OWN[1], "partner": word(506, inherited=True, others=())},
        True,
    ),
    "names that heads of a table give": (
        {"reporter": word(1003, "row-head")},
        {"reporter": word(1033, "row-head")},
        True,
    ),
    "a name, and the same again": ({"reporter": 1003}, {"reporter": word(1033, "same-again")}, False),
    "the same again in front of a name": ({"reporter": word(1003, "same-again")}, {"reporter": 1033}, True),
    "no name beside the first": ({"reporter": None}, {"reporter": 1033}, True),
    "no name beside the second": ({"reporter": 1003}, {"reporter": None}, True),
    "names, and no word for the flow of either": ({**OWN[0], "flow": None}, {**OWN[1], "flow": None}, False),
    "names, and no word for the flow of one": ({**OWN[0], "flow": None}, {**OWN[1]}, True),
    "names, and a partner guessed from the sentence": (
        {**OWN[0], "partner": 1006},
        {**OWN[1], "partner": word(506, "sentence-partner", inherited=True, others=())},
        True,
    ),
    "names, and a partner before both, guessed for the second": (
        {**OWN[0], "partner": word(980, "sentence-partner")},
        {**OWN[1], "partner": word(980, "sentence-partner", inherited=True)},
        True,
    ),
    "names, and a partner before both, no guess for the second": (
        {**OWN[0], "partner": word(980)},
        {**OWN[1], "partner": word(980, inherited=True)},
        False,
    ),
    "names, and a partner guessed for the first": (
        {**OWN[0], "partner": word(506, "pair-before", inherited=True, others=())},
        {**OWN[1], "partner": 1036},
        True,
    ),
    "names, and one partner before both, by a rule that guesses elsewhere": (
        {**OWN[0], "partner": word(980, "sentence-partner")},
        {**OWN[1], "partner": word(980, "sentence-partner")},
        False,
    ),
    "names, and one carried over by default": (
        {**OWN[0], "partner": 1006},
        {**OWN[1], "partner": word(506, "nobody-named", inherited=True, others=())},
        True,
    ),
}


@pytest.mark.parametrize(("first", "second", "wanted"), CASES.values(), ids=CASES)
def test_two_figures_are_two_facts_unless_each_has_one_name_of_its_own(
    first: dict[str, Any], second: dict[str, Any], wanted: bool
):
    pair = figure("$43.8 billion", 1010, **first), figure("$44.6 billion", 1040, **second)
    assert in_one_sentence(*pair) is wanted
    assert in_one_sentence(*pair[::-1]) is wanted


def test_goods_of_either_figure_make_it_no_entry_of_a_list_of_all_trade():
    names = [figure("$43.8 billion", 1010, **OWN[0]), figure("$44.6 billion", 1040, **OWN[1], goods="goods")]
    assert in_one_sentence(*names)
    names = [figure("$43.8 billion", 1010, **OWN[0], goods="goods"), figure("$44.6 billion", 1040, **OWN[1])]
    assert in_one_sentence(*names)


def test_two_of_three_figures_may_be_in_one_sentence():
    before = figure("$40.1 billion", 900, edge="KAZ/CHN/export 2023")
    assert in_one_sentence(before, figure("$43.8 billion", 1010), figure("$44.6 billion", 1040))


@pytest.mark.parametrize(
    ("start", "doc", "wanted"),
    [(1160, "a.txt", True), (1170, "a.txt", True), (1171, "a.txt", False), (1170, "b.txt", False)],
)
def test_entries_of_one_list_stand_in_one_sentence_of_one_article(start: int, doc: str, wanted: bool):
    first = figure("$43.8 billion", 1010, reporter=1003)
    second = figure("$44.6 billion", start, reporter=start - 7, doc=doc)
    assert are_two_entries([first, second]) is wanted
    assert are_two_entries([second, first]) is wanted
    assert not are_two_entries([figure("$43.8 billion", 1010), figure("$44.6 billion", start, doc=doc)])


APART = {"flow": 1500, "reporter": 1505, "period": 1510}
"""Words of the second figure's own; the partner stays common."""


@pytest.mark.parametrize(
    ("start", "second", "wanted"),
    [
        pytest.param(1000, 1160, True, id="near"),
        pytest.param(1000, 1161, False, id="too far for one sentence"),
        pytest.param(121, 250, True, id="behind the headline"),
        pytest.param(120, 250, False, id="the headline and its lead"),
    ],
)
def test_figures_that_share_a_word_are_in_one_sentence_where_they_are_near(start: int, second: int, wanted: bool):
    assert in_one_sentence(figure("$43.8 billion", start), figure("$44.6 billion", second, **APART)) is wanted


@pytest.mark.parametrize(
    ("partner", "wanted"),
    [
        pytest.param(word(980, inherited=True), True, id="carried over within the sentence"),
        pytest.param(word(980, "anaphor", inherited=True), False, id="its"),
        pytest.param(word(980, "home", inherited=True), False, id="the country"),
        pytest.param(word(980, "home"), True, id="by a rule that recalls, but said here"),
    ],
)
def test_a_word_that_the_second_recalls_from_before_is_not_shared(partner: Evidence, wanted: bool):
    first, second = figure("$43.8 billion", 1010), figure("$44.6 billion", 1100, **APART | {"partner": partner})
    assert in_one_sentence(first, second) is wanted


def test_a_time_that_a_later_figure_lent_is_no_common_word():
    lent = {"partner": None, "period": word(985, "first-settled")}
    alone = {"flow": 1500, "reporter": 1505}
    assert not in_one_sentence(figure("$43.8 billion", 1010, **lent), figure("$44.6 billion", 1100, **alone | lent))
    said = {"partner": None, "period": 985}
    assert in_one_sentence(figure("$43.8 billion", 1010, **said), figure("$44.6 billion", 1100, **alone | said))


def test_figures_without_a_word_for_the_flow_share_none():
    bare = {"flow": None, "reporter": None, "partner": None, "period": None}
    assert not in_one_sentence(figure("$43.8 billion", 1010, **bare), figure("$44.6 billion", 1040, **bare))


def test_figures_of_two_articles_or_two_facts_are_in_no_sentence():
    assert not in_one_sentence(figure("$43.8 billion", 1010), figure("$44.6 billion", 1040, doc="b.txt"))
    assert not in_one_sentence(figure("$43.8 billion", 1010), figure("$44.6 billion", 1040, edge="KAZ/CHN/export 2023"))


def test_what_says_the_same_elsewhere_may_be_the_one_in_the_sentence():
    far, again = figure("$43.8 billion", 5000, **APART), figure("$43.8 billion", 1010)
    other = figure("$44.6 billion", 1040)
    found = pair_of_one_sentence(apart(far, other), (), apart(far, again, other))
    assert found is not None
    assert found.printed == (again, other)
    assert found.claims == (far.id, other.id)
    unlike = figure("$43.9 billion", 1010)
    assert pair_of_one_sentence(apart(far, other), (), apart(far, unlike, other)) is None
    of_another_year = figure("$43.8 billion", 1010, edge="KAZ/CHN/export 2023")
    assert pair_of_one_sentence(apart(far, other), (), apart(far, of_another_year, other)) is None


def test_a_slip_that_others_bear_out_tells_two_entries_with_several_words_of_their_own_apart():
    left = figure("$43.8 billion", 1010, reporter=1003, period=1006)
    right = figure("$44.6 billion", 1040, reporter=1033, period=1036)
    slip = Repair(claim=right.id, change={"reporter": "UZB"}, because="", support=("another",))

    def told(repair: Repair, first: Claim = left, second: Claim = right) -> bool:
        return in_one_sentence(first, second, repairs=(repair,))

    assert not told(slip)
    assert not told(dataclasses.replace(slip, claim=left.id))
    assert told(dataclasses.replace(slip, claim="another"))
    assert told(dataclasses.replace(slip, slip=False))
    assert told(dataclasses.replace(slip, support=()))
    assert told(dataclasses.replace(slip, change={"partner": "UZB"}))
    assert told(dataclasses.replace(slip, change={"reporter": "UZB", "partner": "CHN"}))
    from_elsewhere = word(505, inherited=True)
    for unsaid in (None, from_elsewhere):
        assert told(slip, figure("$43.8 billion", 1010, reporter=unsaid, period=1006))
        moved = figure("$44.6 billion", 1040, reporter=unsaid, period=1036)
        assert told(dataclasses.replace(slip, claim=moved.id), left, moved)


@pytest.mark.parametrize(
    ("beside", "wanted"),
    [
        pytest.param("$92.6 billion", True, id="another amount above it"),
        pytest.param("$21.6 billion", True, id="another amount below it"),
        pytest.param("more than $50 billion", True, id="a bound above it"),
        pytest.param("up to $40 billion", True, id="a bound below it"),
        pytest.param("$44 billion", False, id="the same amount, rounded"),
        pytest.param("more than $40 billion", False, id="a bound that it keeps"),
        pytest.param("up to $50 billion", False, id="another bound that it keeps"),
    ],
)
def test_a_figure_is_in_doubt_that_shares_its_words_with_another_amount_beyond_the_conflict(beside: str, wanted: bool):
    its = apart(figure("$43.8 billion", 1010), figure("$44.6 billion", 5000, flow=5020))
    pair = sharing_words(its, (), (*its, *apart(figure(beside, 1040))))
    assert (pair is not None) is wanted
    of_another_year = apart(figure(beside, 1040, edge="KAZ/CHN/export 2023"))
    with_a_word_of_its_own = apart(figure(beside, 1040, flow=1060))
    assert sharing_words(its, (), (*its, *of_another_year, *with_a_word_of_its_own)) is None


def test_the_figures_of_a_conflict_are_not_beyond_it():
    its = apart(figure("$43.8 billion", 1010), figure("$44.6 billion", 1040))
    assert sharing_words(its, (), its) is None


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        pytest.param({}, {}, True, id="the same words for both"),
        pytest.param({"reporter": 1003}, {"reporter": 1033}, True, id="each its own"),
        pytest.param({"reporter": None}, {}, False, id="no word for one side of one"),
        pytest.param({"partner": word(980, "nobody-named")}, {}, False, id="nobody named"),
        pytest.param({"period": word(985, "first-settled")}, {}, False, id="a time that was lent"),
        pytest.param(
            {"period": word(5, inherited=True)}, {"period": word(5, inherited=True)}, True, id="one word before"
        ),
        pytest.param(
            {"period": word(5, inherited=True)}, {"period": word(9, inherited=True)}, False, id="two words before"
        ),
        pytest.param({"period": word(5, inherited=True)}, {"period": 1036}, True, id="one word before, and one beside"),
        pytest.param({"flow": None}, {"flow": None}, True, id="whatever says the flow"),
    ],
)
def test_figures_are_said_together_where_each_slot_is_said_for_all(
    first: dict[str, Any], second: dict[str, Any], wanted: bool
):
    pair = [figure("$43.8 billion", 1010, **first), figure("$44.6 billion", 1040, **second)]
    assert is_said_together(pair) is wanted
    assert is_said_together(pair[::-1]) is wanted


def test_figures_that_stand_apart_are_not_said_together():
    assert is_said_together([figure("$43.8 billion", 1010), figure("$44.6 billion", 1250)])
    assert not is_said_together([figure("$43.8 billion", 1010), figure("$44.6 billion", 1251)])
