"""The number line of a finding, its axis, and what the other figures imply."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import claims as figures
import pytest
from sample_run import CLAIMS, FINDINGS

from pipeline.claim import Claim
from pipeline.conflict import check
from pipeline.finding import Step
from pipeline.report import words
from pipeline.report.axis import axis_over
from pipeline.report.implied import implied
from pipeline.report.number_line import NumberLine, number_line

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


def _balances(*sizes: str) -> NumberLine:
    claims = [figures.claim("KEN/UGA/balance 2023", "x", value=Decimal(size), unit="USD") for size in sizes]
    claims = [
        dataclasses.replace(claim, id=f"c{n}", low=claim.value - 1, high=claim.value + 1)  # type: ignore[operator]
        for n, claim in enumerate(claims)
    ]
    finding = dataclasses.replace(FINDINGS[0], kind="same-fact", claims=tuple(c.id for c in claims), steps=())
    line = number_line(finding, {claim.id: claim for claim in claims}, {"c0": "A", "c1": "B"})
    assert line is not None
    return line


def test_deficits_are_written_by_their_size_and_name() -> None:
    line = _balances("-9", "-5")
    assert [bar.says for bar in line.bars] == ["a deficit of $8 to $10", "a deficit of $4 to $6"]
    assert line.gap_label == "nothing between a deficit of $6 and a deficit of $8 fits both"
    assert {tick.label.partition(" ")[2] for tick in line.ticks} == {"deficit"}


def test_a_deficit_and_a_surplus_stand_on_either_side_of_nothing() -> None:
    line = _balances("-9", "5")
    assert [bar.says for bar in line.bars] == ["a deficit of $8 to $10", "a surplus of $4 to $6"]
    assert line.gap_label == "nothing between a deficit of $8 and a surplus of $4 fits both"
    assert [tick.label for tick in line.ticks] == ["$10 deficit", "$5 deficit", "$0", "$5"]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, "any value"),
        ("-2", None, "at most a deficit of $2"),
        (None, "2", "at most a surplus of $2"),
        ("-3", "2", "a deficit of $3 to a surplus of $2"),
        (None, "-2", "a deficit of at least $2"),
        ("2", None, "a surplus of at least $2"),
    ],
)
def test_balances_name_what_they_are(low: str | None, high: str | None, said: str) -> None:
    assert words.balance(*(None if end is None else Decimal(end) for end in (low, high)), "USD") == said
