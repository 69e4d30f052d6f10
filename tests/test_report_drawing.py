"""The words of the report, the passages that it quotes, and its number lines."""

from __future__ import annotations

import dataclasses
import itertools
import re
from decimal import Decimal

import claims as figures
import pytest
from sample_run import CLAIMS, FINDINGS, sample_run

from pipeline import words as sentence_words
from pipeline.claim import Claim, Evidence
from pipeline.conflict import check
from pipeline.finding import Step
from pipeline.lexicon import read_toml
from pipeline.report import words
from pipeline.report.axis import axis_over
from pipeline.report.cards import card, letter
from pipeline.report.claimgraph import claim_graph
from pipeline.report.implied import implied
from pipeline.report.numberline import number_line
from pipeline.report.pairs import Chart, charts, pairs
from pipeline.report.passage import Mark, passage, pieces, sentence
from pipeline.report.shelf import shelve

# Words


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("22700000000", "USD", "$22.7 bn"),
        ("22710000000.00", "USD", "$22.71 bn"),
        ("1000000000000", "USD", "$1 tn"),
        ("-185000000", "USD", "−$185 m"),
        ("276000000", "EUR", "€276 m"),
        ("1234", "USD", "$1 234"),
        ("43800000000", "KZT", "43.8 bn KZT"),
        ("6.0402684", "percent", "6.04 %"),
        ("-2", "percent", "−2 %"),
        ("1.5", "percentage-point", "1.5 pp"),
        ("350000000", "t", "350 m t"),
        ("0", "USD", "$0"),
    ],
)
def test_amounts_are_written_as_a_person_would(value: str, unit: str, written: str) -> None:
    assert re.sub("[\xa0\u202f]", " ", words.amount(Decimal(value), unit)) == written


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        ("22650000000", "22750000000", "$22.65 bn to $22.75 bn"),
        ("950000000", "1050000000", "$0.95 bn to $1.05 bn"),
        ("700000000000", None, "at least $700 bn"),
        (None, "700000000000", "at most $700 bn"),
        (None, None, "any value"),
        ("5", "5", "$5"),
    ],
)
def test_intervals_name_both_ends_in_one_scale(low: str | None, high: str | None, written: str) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert words.interval(*ends, "USD").replace("\xa0", " ") == written


@pytest.mark.parametrize("table", ["kind", "scope", "certainty", "flow", "measure"])
def test_every_code_of_the_specification_has_its_words(table: str) -> None:
    codes = {
        "kind": "same-fact identity sum growth share rank trend threshold mirror system",
        "scope": "article source cross-source",
        "certainty": "impossible unlikely needs-reading",
        "flow": "export import turnover balance",
        "measure": "level change share rank trend sign",
    }
    assert set(read_toml("report.toml")[table]) == set(codes[table].split())


# Passages and drawings


@pytest.mark.parametrize(
    ("text", "figure", "quoted"),
    [
        ("One thing. Trade was $5 billion, he said. More.", "$5 billion", "Trade was $5 billion, he said."),
        ("Title\n\nThe U.S. sold $2 billion in Jan. 2024.", "$2 billion", "The U.S. sold $2 billion in Jan. 2024."),
        ("It was $3 billion", "$3 billion", "It was $3 billion"),
        ("“Is it $4 billion?” he asked twice.", "$4 billion", "“Is it $4 billion?” he asked twice."),
    ],
    ids=["between stops", "abbreviations", "no stop", "a question inside"],
)  # fmt: skip
def test_the_quote_is_the_sentence_of_the_figure(text: str, figure: str, quoted: str) -> None:
    start = text.index(figure)
    first, last, before, after = sentence(text, start, start + len(figure))
    assert (text[first:last].strip(), before, after) == (quoted, False, False)


def test_an_endless_sentence_is_cut_and_says_so() -> None:
    text = "word " * 115 + "$5 billion " + "word " * 115
    start = text.index("$5")
    first, last, before, after = sentence(text, start, start + 10)
    assert (before, after) == (True, True)
    assert last - first < 900


def test_pieces_put_together_are_the_text_and_overlaps_are_kept() -> None:
    marks = [
        Mark(start=0, end=6, role="party"),
        Mark(start=4, end=9, role="figure", ref="c1"),
        Mark(start=4, end=7, role="figure", ref="c2"),
    ]
    found = pieces("abcdefghij", (1, 10), marks)
    assert "".join(piece.text for piece in found) == "bcdefghij"
    assert [(piece.text, piece.roles, piece.anchors) for piece in found] == [
        ("bcd", ("party",), ()),
        ("ef", ("figure", "party"), ("c2", "c1")),
        ("g", ("figure",), ()),
        ("hi", ("figure",), ()),
        ("j", (), ()),
    ]


def test_slots_read_from_the_sentence_are_marked_in_it() -> None:
    text = "In 2024 trade with Kazakhstan was $5 billion."
    claim = Claim(
        id="c1", doc="a", start=34, end=44, text="$5 billion",
        evidence={"period": Evidence(start=3, end=7), "partner": Evidence(start=19, end=29)},
    )  # fmt: skip
    roles = {piece.text: piece.roles for piece in passage(text, claim).pieces}
    assert roles["2024"] == ("period",)
    assert roles["Kazakhstan"] == ("party",)
    assert roles["$5 billion"] == ("figure",)


LETTERS = {claim.id: name for name, claim in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", CLAIMS.values(), strict=False)}


def _line(finding_id: str):  # type: ignore[no-untyped-def]
    finding = next(finding for finding in FINDINGS if finding.id == finding_id)
    return number_line(finding, {c.id: c for c in CLAIMS.values()}, LETTERS)


def test_the_number_line_shows_that_the_intervals_do_not_meet() -> None:
    line = _line("f-kaz")
    first, second = line.bars
    assert second.right < first.left
    assert line.gap == (second.right, first.left)
    assert second.left <= second.natural[0] <= second.value <= second.natural[1] <= second.right
    assert "They do not meet" in line.summary


def test_the_number_line_of_a_growth_sets_the_result_against_the_print() -> None:
    printed, result = _line("f-growth").bars
    assert (printed.printed, result.printed) == (True, False)
    assert printed.right < result.left
    assert result.says.replace("\xa0", " ") == "5.925 % to 6.156 %"


def test_a_ranking_is_drawn_without_a_gap() -> None:
    line = _line("f-rank")
    assert line.gap is None
    assert len(line.bars) == 4


def test_steps_about_different_things_are_never_set_against_each_other() -> None:
    steps = tuple(
        Step(text="", relation="growth", quantity=f"trade with {name}", unit="percent", low=low, high=low + 1)
        for name, low in (("Kazakhstan", 6), ("Uzbekistan", -3))
    )
    finding = dataclasses.replace(FINDINGS[0], kind="system", steps=steps)
    assert number_line(finding, {c.id: c for c in CLAIMS.values()}, LETTERS) is None


def test_intervals_that_meet_are_not_drawn_apart() -> None:
    assert _line("f-region") is None


def _level(value: str, **slots: object) -> Claim:
    exact = Decimal(value)
    half = Decimal("0.05")
    base = {"id": value, "doc": "a", "start": 0, "end": 1, "text": value, "unit": "USD", "flow": "turnover"}
    return Claim(**(base | {"value": exact, "low": exact - half, "high": exact + half} | slots))  # type: ignore[arg-type]


def _kazakh(value: str, flow: str) -> Claim:
    return _level(value, flow=flow, reporter="KAZ")


@pytest.mark.parametrize(
    ("kind", "claims", "ends"),
    [
        pytest.param(
            "identity",
            [_level("28", flow="import"), _level("15.9", flow="export"), _level("22.7")],
            ("43.80", "44.00"),
            id="exports and imports",
        ),
        pytest.param(
            "identity",
            [_kazakh("15", "export"), _kazakh("28", "import"), _kazakh("-10", "balance")],
            ("-13.10", "-12.90"),
            id="the balance of who buys more",
        ),
        pytest.param("sum", [_level("5"), _level("3"), _level("1")], ("3.90", "4.10"), id="members and group"),
        pytest.param(
            "share",
            [_level("20"), _level("80"), _level("50", measure="share", unit="percent")],
            ("24.92", "25.08"),
            id="a share of a whole",
        ),
        pytest.param("sum", [_level("5"), _level("3", unit="EUR"), _level("1")], None, id="two currencies"),
        pytest.param("identity", [_level("5"), _level("3")], None, id="two claims"),
        pytest.param("system", [_level("5"), _level("3"), _level("1")], None, id="no plain form"),
    ],
)  # fmt: skip
def test_what_the_others_imply(kind: str, claims: list[Claim], ends: tuple[str, str] | None) -> None:
    found = implied(kind, claims)
    assert (None if found is None else tuple(f"{end:.2f}" for end in found.widest if end is not None)) == ends


def test_an_open_end_stays_open() -> None:
    parts = [_level("28", flow="import", high=None), _level("15.9", flow="export"), _level("22.7")]
    found = implied("identity", parts)
    assert found is not None
    assert found.widest[1] is None


@pytest.mark.parametrize("values", [["5"], ["0"], ["-3", "4"], ["1", "1000000000000"], ["0.001", "0.002"]])
def test_an_axis_holds_its_values_and_has_ticks(values: list[str]) -> None:
    axis = axis_over([Decimal(value) for value in values], "USD")
    assert all(0 < axis.at(Decimal(value)) < 100 for value in values)
    assert 2 <= len(axis.ticks(4)) <= 9


def test_no_line_ends_within_an_amount() -> None:
    told = words.bound("Chad's exports are $43.8 bn, up 7 %, or AED 561.2 m (5 boxes of tea)")
    assert told.replace("\xa0", "_") == "Chad's exports are $43.8_bn, up 7_%, or AED_561.2_m (5 boxes of tea)"


def test_a_headline_gets_its_full_stop_before_more_is_said() -> None:
    assert words.sentences("It is given twice", "It cannot be both.", "") == "It is given twice. It cannot be both."


def test_what_one_figure_leaves_for_another_is_no_print() -> None:
    exports, trade = (
        figures.claim("KEN/UGA/export 2023", "$126.3 million"),
        figures.claim("KEN/UGA/turnover 2023", "$117.2 million"),
    )
    (finding,) = check([exports, trade]).findings
    letters = {claim: letter for letter, claim in zip("AB", finding.claims, strict=True)}
    line = number_line(finding, {exports.id: exports, trade.id: trade}, letters)
    assert line is not None
    assert ("from A", False) in [(bar.label, bar.printed) for bar in line.bars]


def test_growth_of_a_deficit_is_that_of_its_size() -> None:
    before, now = (
        figures.claim(f"KEN/UGA/balance {year}", "x", value=-size, low=-size - 1, high=1 - size, unit="USD")
        for year, size in (("2022", Decimal(200)), ("2023", Decimal(300)))
    )
    rate = figures.change("KEN/UGA/balance 2023", "9%", "2022")
    found = implied("growth", [before, now, rate])
    assert found is not None
    low, high = found.widest
    assert low is not None
    assert high is not None
    assert low < 50 < high
    assert high - low < 3
    assert implied("growth", [before, dataclasses.replace(now, value=Decimal(300)), rate]) is None


def test_a_mark_that_was_passed_is_set_against_the_figure() -> None:
    level = figures.claim("KEN/UGA/turnover 2023", "$69.8 billion")
    mark = figures.claim("KEN/UGA/turnover 2023", "$70 billion", modality="target", status="reached")
    (finding,) = check([level, mark]).findings
    letters = {claim: letter for letter, claim in zip("AB", finding.claims, strict=True)}
    line = number_line(finding, {level.id: level, mark.id: mark}, letters)
    assert line is not None
    assert [(bar.label, bar.open_right, bar.printed) for bar in line.bars] == [
        ("A  $69.8 billion", False, True),
        ("B  $70 billion", True, True),
    ]
    assert line.gap is not None


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


# The claim graph of one conflict


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


# Commodities in sentences


@pytest.mark.parametrize(
    ("commodity", "flow", "said"),
    [
        ("Non-oil exports", "export", "Kazakhstan's 2024 non-oil exports to China"),
        ("Crude oil", "export", "Kazakhstan's 2024 exports of crude oil to China"),
        ("LNG", "import", "Kazakhstan's 2024 imports of LNG from China"),
        ("Russian oil", "import", "Kazakhstan's 2024 imports of Russian oil from China"),
        ("goods", "turnover", "Kazakhstan's 2024 trade in goods with China"),
    ],
)
def test_a_commodity_is_said_once_and_as_inside_a_sentence(commodity: str, flow: str, said: str) -> None:
    claim = dataclasses.replace(CLAIMS["kaz"], reporter="KAZ", partner="CHN", commodity=commodity, flow=flow)
    assert sentence_words.said(claim) == said


def test_nobody_is_blamed_where_sources_differ() -> None:
    shelf = shelve(sample_run())
    mirror = next(finding for finding in FINDINGS if finding.id == "f-mirror")
    blamed = dataclasses.replace(mirror, suspect=mirror.claims[0], suspects=mirror.claims[:1])
    shown = card(blamed, shelf)
    assert not shown.suspects
    assert not any(quote.suspect for quote in shown.quotes)


def test_a_sentence_is_quoted_once_with_all_its_figures() -> None:
    growth = next(finding for finding in FINDINGS if finding.id == "f-growth")
    shown = card(growth, shelve(sample_run()))
    both, alone = sorted(shown.sentences, key=lambda one: -len(one.quotes))
    assert [quote.figure for quote in both.quotes] == ["$94.8 billion", "$89.4 billion"]
    marked = {piece.text: piece.anchors for piece in both.passage.pieces if "figure" in piece.roles}
    assert {both.letters[ref] for refs in marked.values() for ref in refs} == {quote.letter for quote in both.quotes}
    assert (len(alone.quotes), alone.letters) == (1, {}), "one figure needs no letter beside it"
    assert {quote.letter for quote in shown.quotes} == {"A", "B", "C"}


def test_a_figure_without_its_article_stands_alone() -> None:
    run = dataclasses.replace(sample_run(), articles=())
    shown = card(next(finding for finding in FINDINGS if finding.id == "f-growth"), shelve(run))
    assert [piece.text for one in shown.sentences for piece in one.passage.pieces] == [q.figure for q in shown.quotes]


def test_support_stands_article_by_article() -> None:
    shelf = shelve(sample_run())
    shown = card(next(finding for finding in FINDINGS if finding.id == "f-kaz"), shelf)
    titles = [quotes[0].title for quotes in shown.support]
    assert len(titles) == len(set(titles)) >= 1
