"""The pieces of a diagnosis: carets, proof and advice, and nothing that steers a terminal."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from sample_run import FINDINGS, sample_run
from toy_language import extract

from pipeline.claim import Claim
from pipeline.cli import main
from pipeline.cli.console import show_data
from pipeline.cli.diagnostics import Screen, claim_lines, diagnose, excerpt, finding_lines
from pipeline.finding import Finding, Repair, Step
from pipeline.report.shelf import severity, shelve


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pipeline.engine.extract", extract)
    monkeypatch.chdir(tmp_path)


def claim(text: str, figure: str, **slots: str) -> Claim:
    start = text.index(figure)
    return Claim(id="c1", doc="a.txt", start=start, end=start + len(figure), text=figure, **slots)  # type: ignore[arg-type]


# --- the pieces of a diagnosis ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure", "lines"),
    [
        ("Exports were $5bn then.", "$5bn", [("Exports were $5bn then.", "             ^^^^")]),
        ("出口 were $5bn.", "$5bn", [("出口 were $5bn.", "          ^^^^")]),
        ("Caf\u0065\u0301 sold $5bn.", "$5bn", [("Caf\u0065\u0301 sold $5bn.", "          ^^^^")]),
        ("Exports\twere $5\nbillion.", "$5\nbillion", [("Exports were $5 billion.", "             ^^^^^^^^^^")]),
        ("One. Exports were $5bn. Two.", "$5bn", [("Exports were $5bn.", "             ^^^^")]),
        (
            "Exports of the whole country were $5 billion in the year.",
            "$5 billion",
            [("Exports of the whole country", ""), ("were $5 billion in the year.", "     ^^^^^^^^^^")],
        ),
    ],
    ids=["plain", "wide characters", "combining mark", "white space", "sentence", "wrapped"],
)
def test_carets_stand_under_the_figure(text: str, figure: str, lines: list[tuple[str, str]]) -> None:
    assert excerpt([claim(text, figure)], text, columns=30) == lines


def test_without_the_text_the_figure_stands_alone() -> None:
    assert excerpt([claim("$5bn", "$5bn")], "", columns=30) == [("$5bn", "")]


def test_figures_of_one_sentence_are_marked_together() -> None:
    text = "They were $5bn after $4bn."
    two = [dataclasses.replace(claim(text, figure), id=figure) for figure in ("$4bn", "$5bn")]
    finding = Finding(
        id="f1", kind="growth", scope="article", certainty="impossible", claims=("$4bn", "$5bn"), explanation="No."
    )
    lines = finding_lines(finding, {one.id: one for one in two}, {"a.txt": text}, screen=Screen(columns=24))
    place = lines.index("  --> a.txt:1:11")
    assert lines[place : place + 5] == [
        "  --> a.txt:1:11",
        "   | They were $5bn",
        "   |           ^^^^",
        "   | after $4bn.",
        "   |       ^^^^",
    ]
    read = [line for line in lines if line.startswith("   | = ")]
    assert [line.split()[2] for line in read] == ["$5bn:", "$4bn:"]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    run = sample_run()
    claims, texts = {one.id: one for one in run.claims}, {one.name: one.text for one in run.articles}
    for finding in FINDINGS:
        lines = finding_lines(finding, claims, texts, screen=Screen(columns=columns))
        assert max(map(len, lines)) <= columns, max(lines, key=len)


def test_records_are_inert_on_a_terminal_and_whole_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = '{"text": "\x9b31m\u202e"}'
    show_data(record)
    assert capsys.readouterr().out == record + "\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    show_data(record)
    assert capsys.readouterr().out == '{"text": "\\x9b31m\\u202e"}\n'


def test_names_of_files_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "\x1b[31mred.pdf").write_bytes(b"none")
    (tmp_path / "texts" / "a.txt").write_text("Kenya sold goods worth $3 billion to Uganda in 2023.")
    assert main(["run", str(tmp_path / "texts"), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "skipped \\x1b[31mred.pdf" in said
    assert "\x1b" not in said


def test_articles_cannot_steer_the_terminal() -> None:
    text = "\x1b[31mExports\u202e were $5bn\x07."
    lines = claim_lines([claim(text, "$5bn")], text, screen=Screen())
    assert not any(character in "".join(lines) for character in "\x1b\u202e\x07")
    assert "\\x1b[31mExports\\u202e were" in "".join(lines)


def test_a_finding_shows_proof_suspect_suggestion_and_note() -> None:
    text = "Exports were $5bn."
    one = claim(text, "$5bn", reporter="KAZ", partner="CHN", flow="export", period="2024")
    finding = Finding(
        id="f1",
        kind="same-fact",
        scope="article",
        certainty="unlikely",
        claims=("c1", "gone"),
        explanation="5 is not 6.",
        headline="Two figures for one thing",
        suspect="c1",
        repair=Repair(claim="c1", change={"reporter": "KGZ"}, because="two others say so"),
        steps=(Step(text="5 is printed.", relation="level"),),
        follows=("7 is more than 5.", "8 is, too."),
        note="It holds only as far as digits are rounded.",
    )
    lines = finding_lines(finding, {"c1": one}, {"a.txt": text}, screen=Screen(colour=True))
    assert lines[0] == "\x1b[33munlikely\x1b[0m: \x1b[1mTwo figures for one thing\x1b[0m"
    plain = "\n".join(re.sub("\x1b\\[[0-9;]*m", "", line) for line in lines)
    assert "   = proof: 5 is printed.\n            5 is not 6." in plain
    assert "   = follows from it: 7 is more than 5.\n                      8 is, too." in plain
    assert "   = suggestion: country: Kazakhstan → Kyrgyzstan. two others say so" in plain
    assert "   = note: It holds only" in plain
    assert "   = what to do: check the figures against their source" in plain
    order = [plain.index(f"   = {label}: ") for label in ("proof", "suspect", "suggestion", "note", "what to do")]
    assert order == sorted(order)
    assert plain.index("   = follows from it: ") > order[-1]


def test_what_the_last_line_of_a_proof_says_is_not_said_before() -> None:
    steps = (
        Step(text="“$5 bn” for Chad's trade means $4.5 bn to $5.5 bn", relation="level"),
        Step(text="“9 %” for its growth means 8.5 % to 9.5 %", relation="growth"),
        Step(text="By the other figure, Chad's trade is at least $7 bn", relation="identity"),
    )
    said = "Chad's trade, $5 bn ($4.5 bn to $5.5 bn), is not what grew: Chad's trade is at least $7 bn."
    finding = Finding(
        id="f", kind="sum", scope="article", certainty="impossible", claims=(), explanation=said, headline="No",
        steps=steps,
    )  # fmt: skip
    lines = finding_lines(finding, {}, {}, screen=Screen(columns=160))
    assert [line for line in lines if "proof" in line] == ["   = proof: “9 %” for its growth means 8.5 % to 9.5 %"]
    assert f"            {said}" in lines


@pytest.mark.parametrize(
    ("certainty", "scope", "label", "advice"),
    [
        ("impossible", "article", "impossible", "read the sentences: if they say what was read there"),
        ("impossible", "source", "impossible", "read the sentences: if they say what was read there"),
        ("impossible", "cross-source", "disagreement", "say whose figure it is"),
        ("unlikely", "cross-source", "disagreement", "say whose figure it is"),
        ("unlikely", "article", "unlikely", "check the figures against their source"),
        ("needs-reading", "cross-source", "needs-reading", "read the sentences"),
        ("needs-reading", "article", "needs-reading", "read the sentences"),
    ],
)
def test_every_finding_says_what_to_do(certainty: str, scope: str, label: str, advice: str) -> None:
    one = Finding(
        id="f", kind="sum", scope=scope, certainty=certainty, claims=(), explanation="", headline="5 is not 6"
    )
    lines = finding_lines(one, {}, {}, screen=Screen())
    assert lines[0] == f"{label}: 5 is not 6"
    (said,) = (line.partition("what to do: ")[2] for line in lines if "what to do" in line)
    assert said.startswith(advice)


def test_culprits_that_cannot_be_told_apart_are_all_named() -> None:
    text = "They were $5bn or $4bn."
    two = [dataclasses.replace(claim(text, figure), id=figure) for figure in ("$5bn", "$4bn")]
    finding = Finding(
        id="f", kind="same-fact", scope="article", certainty="impossible", claims=("$5bn", "$4bn"), explanation="No.",
        suspects=("$5bn", "$4bn"),
    )  # fmt: skip
    lines = finding_lines(finding, {one.id: one for one in two}, {"a.txt": text}, screen=Screen())
    assert "   = suspect: $5bn or $4bn: the figures alone do not tell which" in lines
    apart = dataclasses.replace(finding, scope="cross-source", certainty="needs-reading")
    lines = finding_lines(apart, {one.id: one for one in two}, {"a.txt": text}, screen=Screen())
    assert not [line for line in lines if "suspect" in line], "where sources differ nobody is blamed"


def test_findings_come_in_the_order_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    run = sample_run()
    backwards = dataclasses.replace(run.check, findings=tuple(sorted(run.check.findings, key=severity, reverse=True)))
    diagnose(dataclasses.replace(run, check=backwards))
    printed = re.findall(r"; (f-[a-z]+)\)$", capsys.readouterr().out, re.M)
    assert printed == [finding.id for finding in shelve(run).findings]


@pytest.mark.parametrize("columns", range(50, 100, 7))
def test_no_line_ends_within_an_amount(columns: int) -> None:
    said = "Ghana's exports were KES 126.35 bn, not $43.8 bn, a change of +6.04 % at the widest, by what others print"
    finding = Finding(
        id="f1", kind="sum", scope="article", certainty="impossible", claims=(), explanation=said, headline=said,
        steps=(Step(text=said, relation="sum"), Step(text=f"Then {said}", relation="sum")), note=said,
    )  # fmt: skip
    lines = finding_lines(finding, {}, {}, screen=Screen(columns=columns))
    assert "\u00a0" not in "".join(lines)
    assert [line for line in lines if re.search(r"(KES|\d)$", line) or re.match(r"\s*(bn|%)", line)] == []
    assert [line for line in lines if len(line) > columns] == []
