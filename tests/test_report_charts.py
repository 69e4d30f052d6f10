"""The charts of a pair of economies, and the claim graph of one conflict."""

from __future__ import annotations

import dataclasses
import itertools

from sample_run import CLAIMS, FINDINGS, sample_run

from pipeline.report.cards import letter
from pipeline.report.claim_graph import claim_graph
from pipeline.report.pairs import Chart, charts, pairs
from pipeline.report.shelf import shelve


def test_two_way_trade_is_one_chart_whichever_side_is_named_first() -> None:
    known = [claim for claim in CLAIMS.values() if claim.flow == "turnover" and claim.measure == "level"]
    first = next(claim for claim in known if claim.period and claim.unit and not claim.commodity)
    turned = dataclasses.replace(first, id="turned", reporter=first.partner, partner=first.reporter)
    run = sample_run()
    run = dataclasses.replace(run, claims=(first, turned), check=dataclasses.replace(run.check, findings=()))
    shelf = shelve(run)
    (pair,) = pairs(shelf)
    assert [len(chart.points) for chart in charts(pair, shelf)] == [2]


def _charted(*periods: str) -> list[Chart]:
    """The charts of one flow with a figure for each of the periods."""
    known = [claim for claim in CLAIMS.values() if claim.flow == "turnover" and claim.measure == "level"]
    first = next(claim for claim in known if claim.period and claim.unit and not claim.commodity)
    claims = tuple(dataclasses.replace(first, id=f"c{n}", period=period) for n, period in enumerate(periods))
    run = sample_run()
    shelf = shelve(dataclasses.replace(run, claims=claims, check=dataclasses.replace(run.check, findings=())))
    return list(charts(pairs(shelf)[0], shelf))


def test_a_month_is_no_point_beside_years() -> None:
    drawn = _charted("2022", "2023", "2023-04", "2023-05", "2023-01/2023-05", "2022-01/2022-05", "2023-Q1")
    assert [(chart.caption.rpartition(", ")[2], len(chart.points)) for chart in drawn] == [
        ("two-way trade", 2),
        ("5 months each", 2),
        ("by month", 2),
    ]


def test_years_on_a_chart_do_not_run_into_each_other() -> None:
    (chart,) = _charted("1985", "2004", "2016", "2017", "2018", "2019", "2024")
    ticks = chart.years
    assert ticks[-1].label == "2024"
    assert all(later.at - one.at >= 13 for one, later in itertools.pairwise(ticks))


def test_the_claim_graph_has_a_line_for_each_claim_and_the_commonest_economy_on_the_left() -> None:
    kazakhstan = next(finding for finding in FINDINGS if finding.id == "f-kaz")
    claims = {claim.id: claim for claim in CLAIMS.values()}
    letters = {claim: letter(n) for n, claim in enumerate(kazakhstan.claims)}
    graph = claim_graph(kazakhstan, claims, letters, suspect=kazakhstan.suspect)
    assert graph is not None
    assert [dot.name for dot in graph.dots if not dot.right] == ["China"]
    assert {"Kazakhstan", "Kyrgyzstan"} <= {dot.name for dot in graph.dots if dot.right}
    assert {line.letter for line in graph.lines} >= set(letters.values())
    assert len({line.y for line in graph.lines}) == len(graph.lines)
    assert [line.suspect for line in graph.lines].count(True) == (kazakhstan.suspect in claims)


def test_arrows_of_the_claim_graph_go_as_the_goods_do() -> None:
    kaz = dataclasses.replace(CLAIMS["kaz-out"], id="out")
    uzb = dataclasses.replace(kaz, id="in", reporter="CHN", partner="UZB", flow="export", text="$1 billion")
    finding = dataclasses.replace(FINDINGS[0], claims=("out", "in"), repair=None, suspect=None)
    graph = claim_graph(finding, {"out": kaz, "in": uzb}, {"out": "A", "in": "B"}, suspect=None)
    assert graph is not None
    assert {line.letter: line.says[0] for line in graph.lines} == {"A": "←", "B": "→"}, "China stands on the left"


def test_a_conflict_about_one_pair_needs_no_graph() -> None:
    finding = dataclasses.replace(FINDINGS[0], claims=("a", "b"), repair=None)
    claims = {id: dataclasses.replace(CLAIMS["kaz"], id=id) for id in "ab"}
    assert claim_graph(finding, claims, {"a": "A", "b": "B"}, suspect=None) is None
