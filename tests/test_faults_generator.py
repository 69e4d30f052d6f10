"""The fault bench plants what it says: true articles, one false claim each, figures where it says they stand."""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.faults.article import write
from benchmarks.faults.bench import checked
from benchmarks.faults.facts import truth_of
from benchmarks.faults.faults import KINDS, plant
from benchmarks.faults.lost import lost_case
from benchmarks.faults.plan import LONGEST, SHORTEST, Plan, make_plan
from benchmarks.faults.printing import grain, make_style, money
from benchmarks.faults.proof import impossible
from benchmarks.faults.statement import Statement
from benchmarks.faults.verdicts import judge
from benchmarks.faults.wording import expansions, templates
from benchmarks.faults.world import Span, group_members, names, year_before
from pipeline.claim import Claim
from pipeline.wholes import members

SEEDS = range(12)


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    return [make_plan(f"test/{seed}") for seed in SEEDS]


def holds(one: Statement, truth: Fraction) -> bool:
    if one.figure is None:
        return truth == one.word
    low, high = one.bounds
    return (low is None or low <= truth) and (high is None or truth <= high)


def test_every_statement_of_a_clean_article_is_true(plans: list[Plan]) -> None:
    for plan in plans:
        for one, _, _ in write(plan, name="a").placed:
            assert holds(one, truth_of(plan.world, one)), one


def test_no_clean_article_is_impossible(plans: list[Plan]) -> None:
    for plan in plans:
        assert not impossible([one for one, _, _ in write(plan, name="a").placed], plan.style.currency)


def test_spans_are_slices_and_records_are_claims(plans: list[Plan]) -> None:
    for plan in plans:
        written = write(plan, name="a")
        for (one, start, end), record in zip(
            sorted(written.placed, key=lambda at: at[1:]), written.records(), strict=True
        ):
            assert written.text[start:end] == record["text"]
            assert one.figure is None or one.figure.surface == record["text"]
            claim = Claim.from_record(record)
            assert claim.value is not None
            low, high = claim.low, claim.high
            assert low is None or low <= claim.value
            assert high is None or claim.value <= high


def test_the_same_seed_gives_the_same_article(plans: list[Plan]) -> None:
    again = make_plan("test/3")
    assert write(again, name="a") == write(plans[3], name="a")
    assert json.dumps(write(again, name="a").records()) == json.dumps(write(plans[3], name="a").records())
    assert write(make_plan("test/4"), name="a").text != write(plans[3], name="a").text


def test_articles_have_the_length_of_news(plans: list[Plan]) -> None:
    for plan in plans:
        assert SHORTEST <= len(write(plan, name="a").text.split()) <= LONGEST


@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_claim_is_false_alone_and_provable(kind: str) -> None:
    planted = plan = None
    for seed in range(40):
        plan = make_plan(f"plant/{seed}")
        planted = plant(plan, kind, name="a")
        if planted is not None:
            break
    assert planted is not None
    assert plan is not None
    placed = [one for one, _, _ in planted.written.placed]
    false = [one for one in placed if not holds(one, truth_of(plan.world, one))]
    assert false == [planted.wrong]
    assert impossible(placed, plan.style.currency)
    assert not impossible([one for one in placed if one is not planted.wrong], plan.style.currency)
    start, end = planted.span
    assert planted.wrong.figure is None or planted.written.text[start:end] == planted.wrong.figure.surface


def amount(flow: str, low: int, high: int, period: str = "2024") -> Statement:
    style = make_style(random.Random(1))
    figure = money(Fraction(low + high, 2), style)
    import dataclasses

    ends = dataclasses.replace(figure, unit="USD", low=Fraction(low), high=Fraction(high))
    return Statement(reporter="FRA", partner="ITA", flow=flow, period=period, figure=ends)


@pytest.mark.parametrize(
    ("statements", "false"),
    [
        ([amount("export", 40, 42), amount("export", 42, 44)], False),
        ([amount("export", 40, 42), amount("export", 43, 44)], True),
        ([amount("export", 40, 42), amount("import", 10, 12), amount("turnover", 50, 54)], False),
        ([amount("export", 40, 42), amount("import", 10, 12), amount("turnover", 55, 56)], True),
        ([amount("turnover", 50, 54), amount("balance", 20, 22), amount("export", 39, 40)], True),
        ([amount("export", 40, 42), amount("export", 43, 44, "2024-H1")], True),
        ([amount("export", 40, 42), amount("export", 43, 44, "2023-H1")], False),
    ],
    ids=["touching", "apart", "identity", "no-identity", "balance", "half-above-year", "another-year"],
)
def test_the_judge_of_impossibility(statements: list[Statement], false: bool) -> None:
    assert impossible(statements, "USD") is false


@pytest.mark.parametrize(
    ("digits", "natural", "widest"),
    [
        ("22.7", Fraction(1, 20), Fraction(1, 20)),
        ("28", Fraction(1, 2), Fraction(1, 2)),
        ("350", Fraction(1, 2), 5),
        ("10.0", Fraction(1, 20), Fraction(1, 20)),
        ("20", Fraction(1, 2), Fraction(5, 2)),
    ],
)
def test_what_digits_leave_open(digits: str, natural: Fraction, widest: Fraction) -> None:
    assert grain(digits) == (natural, widest)


def wordings(lines: list[str], predicates: int = 1) -> int:
    """How many sentences the lines make, parties and figures apart."""
    book = templates()
    flows = min(sum(map(expansions, book["np"][flow])) for flow in ("export", "import", "turnover"))
    return sum(
        expansions(line) * (flows if "{np" in line else 1) * (predicates if "{pred}" in line else 1) for line in lines
    )


def test_every_kind_of_fact_has_sixty_wordings() -> None:
    book = templates()
    for shape, lines in book["frame"].items():
        predicates = [
            book["pred"][name]
            for name in book["pred"]
            if name.removesuffix("_up").removesuffix("_down") == shape.replace("converted", "level")
        ]
        assert predicates, shape
        assert min(wordings(lines, sum(map(expansions, one))) for one in predicates) >= 60, shape
    few = {shape: wordings(lines) for shape, lines in book["sentence"].items() if wordings(lines) < 60}
    assert set(few) <= {"list"}, few  # a list has three forms with verbs and brackets of their own


def test_the_groups_of_the_world_are_those_of_the_lexicon() -> None:
    for slug, listed in group_members().items():
        assert all(members(slug, year) == listed for year in range(2016, 2025)), slug


def test_every_party_has_a_name() -> None:
    countries = names()["countries"]
    parties = {one for group in names()["group"] for one in (*group["members"], *group["hubs"])}
    parties |= {one for hub, field in names()["fields"].items() for one in (hub, *field)}
    assert parties <= countries.keys()
    assert all("office" in countries[hub] for group in names()["group"] for hub in group["hubs"])


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [("2024", 0, 11), ("2024-H2", 6, 11), ("2024-Q3", 6, 8), ("2024-03", 2, 2), ("2024-01/2024-09", 0, 8)],
)
def test_periods_as_months(period: str, first: int, last: int) -> None:
    assert Span.parse(period) == Span(first=2024 * 12 + first, last=2024 * 12 + last)
    assert Span.parse(year_before(period)) == Span(first=2023 * 12 + first, last=2023 * 12 + last)


def test_a_case_that_is_lost_is_kept_with_the_stage_that_lost_it() -> None:
    plan = make_plan("lost/1")
    planted = next(filter(None, (plant(plan, kind, name="a") for kind in KINDS)))
    seen = checked(planted.written, "engine")
    found = judge(planted, plan.world, *seen)
    assert found.found
    assert lost_case(planted, replace(found, alone=False, mendable=False), *seen) is None
    unread = lost_case(planted, judge(planted, plan.world, (), ()), (), ())
    assert unread is not None
    assert (unread.lost, unread.stage) == ("conflict", "not read")
    start, end = planted.span
    assert f"[[{planted.written.text[start:end]}]]" in unread.page
