"""The account of a check: silence is never sold as agreement."""

from __future__ import annotations

import pytest

from pipeline.claim import Claim
from pipeline.cli import main
from pipeline.cli.account import not_compared, summary
from pipeline.cli.places import place
from pipeline.config import Report
from pipeline.finding import LEFT, Finding
from pipeline.store import StoredCheck


def test_figures_that_nothing_is_compared_with_are_no_all_clear() -> None:
    assert summary(StoredCheck(), claims=2, articles=1) == "nothing could be compared: 2 claims in 1 article"
    assert summary(StoredCheck(), claims=0, articles=1) == "nothing to check: no trade figure in 1 article"


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([], "no contradiction: "),
        ([("impossible", "article")] * 2, "2 contradictions: "),
        ([("unlikely", "source"), ("impossible", "cross-source")], "1 contradiction, 1 disagreement between sources: "),
        ([("needs-reading", "article")], "no contradiction, 1 conflict that needs reading: "),
    ],
)
def test_summaries(kinds: list[tuple[str, str]], words: str) -> None:
    findings = tuple(
        Finding(id="f", kind="sum", scope=scope, certainty=certainty, claims=(), explanation="")
        for certainty, scope in kinds
    )
    said = summary(StoredCheck(findings=findings, checked=frozenset("ab")), claims=3, articles=2)
    assert said == f"{words}3 claims in 2 articles, 2 of them compared with another, 1 with none"


def test_what_was_left_alone_is_told_apart_from_what_nothing_is_like() -> None:
    check = StoredCheck(checked=frozenset("ab"), not_compared={"c": LEFT, "d": LEFT, "e": "it has no unit"})
    said = summary(check, claims=5, articles=1)
    assert said.endswith(", 2 of them compared with another, 1 with none, 2 left alone for too many conflicts")


def test_what_the_configuration_keeps_back_is_no_all_clear() -> None:
    check = StoredCheck(checked=frozenset("ab"))
    assert summary(check, claims=2, articles=1, shown=Report()).endswith("2 of them compared with another, 0 with none")
    said = summary(check, claims=2, articles=1, shown=Report(certainty=["unlikely"], scopes=["article", "source"]))
    assert said.startswith("no contradiction is shown: ")
    assert said.endswith("; not shown, as the configuration asks: impossible, needs reading, between sources")


def test_large_counts_are_parted_alike() -> None:
    said = summary(StoredCheck(), claims=41_000, articles=1_200, checked=1_500, left=2_000)
    assert "41,000 claims in 1,200 articles, 1,500 of them compared with another, 37,500 with none, 2,000 left" in said


# --- what was not compared --------------------------------------------------------------------------------------------


def figures(count: int) -> list[Claim]:
    slots = {"reporter": "KEN", "partner": "UGA", "flow": "export", "measure": "change"}
    return [Claim(id=f"c{n}", doc="a.txt", start=4 * n, end=4 * n + 3, text="5 %", **slots) for n in range(count)]


def lines_of(count: int, checked: int, reasons: dict[str, str]) -> list[str]:
    check = StoredCheck(checked=frozenset(f"c{n}" for n in range(checked)), not_compared=reasons)
    return list(not_compared(check, figures(count), {"a.txt": "5 % " * count}, columns=100))


def test_a_figure_that_was_compared_with_none_is_named_with_the_reason() -> None:
    assert lines_of(3, 2, {"c2": "it has no unit"}) == [
        "not compared, so neither right nor wrong: 1 figure",
        "      1  it has no unit",
        "         a.txt:1:9: 5 % (Kenya → Uganda, exports (change))",
    ]


def test_many_are_counted_by_reason_the_commonest_first() -> None:
    reasons = {f"c{n}": "it has no unit" if n < 4 else "it has no time" for n in range(11)}
    assert lines_of(11, 0, reasons) == [
        "not compared, so neither right nor wrong: 11 figures",
        "      7  it has no time",
        "      4  it has no unit",
    ]


def test_where_all_was_compared_there_is_nothing_to_say() -> None:
    assert lines_of(2, 2, {}) == []


# --- places -----------------------------------------------------------------------------------------------------------


def test_lines_and_columns_are_counted_as_editors_do() -> None:
    assert [place("a.txt", "ab\ncd", at) for at in (0, 1, 2, 3, 4)] == [
        "a.txt:1:1", "a.txt:1:2", "a.txt:1:3", "a.txt:2:1", "a.txt:2:2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("doc", "shown"),
    [
        ("notes.md", "notes.md:2:1"),
        ("a/b", "a/b:2:1"),
        ("-", "standard input:2:1"),
        ("page.HTML", "page.HTML, line 2 of its text"),
        ("b.docx", "b.docx, line 2 of its text"),
        ("https://bugle.example/trade", "https://bugle.example/trade, line 2 of its text"),
        ("\x1b[31m.txt", "\\x1b[31m.txt:2:1"),
    ],
)
def test_a_place_is_one_that_can_be_found(doc: str, shown: str) -> None:
    assert place(doc, "ab\ncd", 3) == shown


def test_standard_input_is_called_so_in_messages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" ")))
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err == "crossfoot: standard input: is empty\n"
