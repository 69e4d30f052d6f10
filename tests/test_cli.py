"""The command line: what goes where, which exit code, one plain line for every error, nothing heavy for ``--help``."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from sample_run import FINDINGS, sample_run
from toy_language import extract

from pipeline import __version__
from pipeline.claim import Claim
from pipeline.cli import main
from pipeline.cli.console import show_data, visible
from pipeline.cli.diagnostics import Screen, claim_lines, excerpt, finding_lines, position, summary
from pipeline.finding import Finding, Repair, Step
from pipeline.store import StoredCheck

ROOT = Path(__file__).parent.parent
HEAVY = {
    "spacy",
    "pandas",
    "numpy",
    "networkx",
    "scipy",
    "pyarrow",
    "pydantic",
    "srsly",
    "rich",
    "trafilatura",
    "jinja2",
    "urllib3",
}
COMMANDS = ("check", "run", "extract", "explain", "amounts", "evaluate", "doctor")
CLASH = "Headline of the article\n\nKAZ CHN turnover 2024: $43.8 billion\n\nKAZ CHN turnover 2024: $34.8 billion\n"
CLEAN = "Headline of the article\n\nKAZ CHN turnover 2024: $43.8 billion\n\nKAZ CHN turnover 2024: about $44 billion\n"


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pipeline.engine.extract", extract)
    monkeypatch.chdir(tmp_path)


def put(name: str, content: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


# --- help ------------------------------------------------------------------------------------------------------------


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from pipeline.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_of_every_help_is_a_command_that_parses(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from pipeline.cli.program import build_parser

    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    example = capsys.readouterr().out.partition("example:\n")[2].strip()
    words = shlex.split(example.rpartition("| ")[2].partition(" >")[0])
    assert words[:2] == ["crossfoot", command]
    assert build_parser().parse_args(words[1:]).execute.__module__ == f"pipeline.cli.{command}"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"crossfoot {__version__}\n")


# --- extract and amounts ---------------------------------------------------------------------------------------------


def test_extract_writes_one_claim_a_line_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", put("a.txt", CLASH)]) == 0
    out, err = capsys.readouterr()
    records = [json.loads(line) for line in out.splitlines()]
    assert [CLASH[record["start"] : record["end"]] for record in records] == ["$43.8 billion", "$34.8 billion"]
    assert list(records[0])[:5] == ["id", "doc", "start", "end", "text"]
    assert records[0]["value"] == 43_800_000_000
    assert err == ""


def test_extract_as_json_and_text(capsys: pytest.CaptureFixture[str]) -> None:
    name = put("a.txt", CLASH)
    assert main(["extract", name, "--format", "json"]) == 0
    assert [record["doc"] for record in json.loads(capsys.readouterr().out)] == ["a.txt", "a.txt"]
    assert main(["extract", name, "--format", "text"]) == 0
    assert re.match(r"a\.txt:48  \$43\.8.bn  Kazakhstan ↔ China", capsys.readouterr().out)


def test_extract_as_csv_has_no_cell_that_is_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", put("=cmd.txt", CLASH), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["doc"] for row in rows] == ["'=cmd.txt"] * 2
    assert rows[0]["partner"] == "CHN"
    assert "evidence" not in rows[0]


def test_amounts_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Exports rose to €4.3bn.".encode())))
    assert main(["amounts", "-", "--format", "jsonl"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record == {
        "doc": "-",
        "start": 16,
        "end": 22,
        "text": "€4.3bn",
        "value": 4_300_000_000,
        "unit": "EUR",
        "low": 4_250_000_000,
        "high": 4_350_000_000,
    }


def test_amounts_names_what_it_could_not_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Exports reached $10.6.2 billion, section 1.2.3.")))
    assert main(["amounts", "-", "--format", "jsonl"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "-:16: the figure '$10.6.2 billion' was not read" in printed.err
    assert "1.2.3" not in printed.err


def test_hedges_of_the_configuration_reach_the_amounts(capsys: pytest.CaptureFixture[str]) -> None:
    name = put("a.txt", "Exports rose to nearly $4 billion.")
    main(["amounts", name])
    usual = json.loads(capsys.readouterr().out)["low"]
    put("config.yaml", "hedges: {nearly: {widest: 0.5, natural: 0.5}}")
    main(["amounts", name])
    assert json.loads(capsys.readouterr().out)["low"] < usual


# --- check -----------------------------------------------------------------------------------------------------------


def test_check_prints_both_places_with_carets_and_exits_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", put("a.txt", CLASH)]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    at = lines.index("  --> a.txt:3:24")
    assert lines[at + 1] == "   | KAZ CHN turnover 2024: $43.8 billion"
    assert lines[at + 2] == "   |                        ^^^^^^^^^^^^^"
    assert "  --> a.txt:5:24" in lines
    assert lines[-1].startswith("1 contradiction: 2 claims in 1 article, 2 of them compared")
    assert err == ""
    assert "\x1b" not in out


def test_check_says_what_was_looked_at_when_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", put("a.txt", CLEAN)]) == 0
    assert capsys.readouterr().out.startswith("no contradiction: 2 claims in 1 article, 2 of them compared")
    assert main(["check", put("b.txt", "No figure here.")]) == 0
    assert capsys.readouterr().out == "no contradiction: 0 claims in 1 article, nothing to compare\n"


def test_check_as_json_is_one_object_and_as_jsonl_one_finding_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    name = put("a.txt", CLASH)
    assert main(["check", name, "--format", "json"]) == 1
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    whole = json.loads(out)
    assert set(whole) == {"claims", "findings"}
    assert set(whole["findings"][0]["claims"]) == {claim["id"] for claim in whole["claims"]}
    assert main(["check", name, "--format", "jsonl"]) == 1
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == whole["findings"]


def test_quiet_prints_the_summary_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-q", put("a.txt", CLASH)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_sources_that_differ_are_shown_but_are_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (
        f"Headline here\n\nKAZ CHN turnover 2024: {figure}\n" for figure in ("$43.8 billion", "$34.8 billion")
    )
    assert main(["check", put("a.txt", first), put("b.txt", second)]) == 0
    out = capsys.readouterr().out
    assert "the sources differ" in out
    assert "no contradiction, 1 disagreement between sources" in out


def test_the_configuration_says_what_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    put("config.yaml", "report: {scopes: [source]}")
    assert main(["check", put("a.txt", CLASH)]) == 0
    assert capsys.readouterr().out.startswith("no contradiction")


def test_one_article_against_an_earlier_run(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", "Headline here\n\nKAZ CHN turnover 2024: $43.8 billion\n")
    put("corpus/b.txt", CLASH.replace("2024", "2020"))
    assert main(["run", "corpus", "-o", "out"]) == 0
    capsys.readouterr()
    new = put("new.txt", "Headline here\n\nKAZ CHN turnover 2024: $34.8 billion\n")
    main(["check", new, "--against", "out"])
    out = capsys.readouterr().out
    assert "--> a.txt:3:24" in out
    assert "--> new.txt:3:24" in out
    assert "b.txt" not in out
    assert "1 claim in 1 article" in out


# --- run, explain ----------------------------------------------------------------------------------------------------


def test_run_writes_everything_and_names_the_report_last(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", CLASH)
    put("corpus/bad.txt", b"\x00\x01")
    put("corpus/metadata.csv", "file_name,published\na.txt,2025-02-03\na.txt,2025-02-04\n")
    assert main(["run", "corpus", "-o", "out"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "out/report.html"
    assert "skipped bad.txt: is a binary file" in err
    names = {"claims.parquet", "claims.csv", "claims.jsonl", "findings.jsonl", "graph.graphml", "manifest.json"}
    assert names | {"report.html"} <= {path.name for path in Path("out").iterdir()}
    manifest = json.loads(Path("out/manifest.json").read_text(encoding="utf-8"))
    assert [item["name"] for item in manifest["skipped"]] == ["bad.txt"]
    assert [item["name"] for item in manifest["remarks"]] == ["metadata.csv"]
    assert manifest["counts"] == {"articles": 1, "claims": 2, "checked": 2, "findings": 1, "skipped": 1}
    assert manifest["inputs"]["a.txt"]["published"] == "2025-02-03"
    assert {"versions", "model", "config", "lexicons"} <= manifest.keys()


def test_two_runs_give_the_same_bytes() -> None:
    put("corpus/a.txt", CLASH)
    put("corpus/b.txt", CLEAN)
    assert main(["run", "corpus", "-o", "one"]) == main(["run", "corpus/", "-o", "two", "--force"]) == 0
    for path in sorted(Path("one").iterdir()):
        if not path.name.startswith("."):
            assert path.read_bytes() == (Path("two") / path.name).read_bytes(), path.name


def test_outputs_inside_the_corpus_are_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.txt", CLASH)
    assert main(["run", ".", "-o", "outputs"]) == main(["run", ".", "-o", "outputs"]) == 0
    assert "2 claims in 1 article" in capsys.readouterr().out.splitlines()[-2]


def test_explain_shows_how_a_claim_was_read_and_a_finding_proved(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", CLASH)
    main(["run", "corpus", "-o", "out"])
    claim, finding = (
        json.loads(Path(f"out/{name}.jsonl").read_text(encoding="utf-8").split("\n")[0])
        for name in ("claims", "findings")
    )
    capsys.readouterr()
    assert main(["explain", claim["id"][:9], "-o", "out"]) == 0
    out = capsys.readouterr().out
    assert "reporter    KAZ   from “KAZ” at 25, rule toy" in out
    assert "$43.75 bn to $43.85 bn" in visible(out.replace("\u00a0", " "))
    assert finding["id"] in out
    assert main(["explain", finding["id"], "-o", "out"]) == 0
    out = capsys.readouterr().out
    assert out.count("how c") == 2
    assert "^^^^^^^^^^^^^" in out


# --- evaluate, doctor ------------------------------------------------------------------------------------------------


def test_evaluate_scores_and_lists_the_errors(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", put("a.txt", CLASH)])
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    gold = put("gold.jsonl", "".join(json.dumps({**claim, "source": [None]}) + "\n" for claim in claims))
    pred = put("pred.jsonl", json.dumps({**claims[0], "period": "2020"}) + "\n")
    assert main(["evaluate", gold, "--pred", pred]) == 0
    out = capsys.readouterr().out
    assert "gold 2  predicted 1" in out
    assert re.search(r"found +precision 1\.000  recall 0\.500  F1 0\.667", out)
    assert re.search(r"strict +precision 0\.000", out)
    assert "wrong period a.txt:48" in out
    assert "missed a.txt:86" in out
    assert main(["evaluate", gold, "--pred", pred, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["found"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}


def test_doctor_finds_the_model_as_it_is_on_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "files as on record" in out
    assert out.endswith("all is well\n")


def test_doctor_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    put("config.yaml", "language_model: [no_such_model]")
    assert main(["doctor"]) == 2
    assert "fault: no language model is installed (tried no_such_model)" in capsys.readouterr().out


# --- bad input -------------------------------------------------------------------------------------------------------

BAD = {
    "missing file": (["check", "none.txt"], "none.txt: does not exist"),
    "missing directory": (["run", "none", "-o", "out"], "none does not exist"),
    "directory for a file": (
        ["extract", "folder"],
        "folder is a directory: name files, or read it with 'crossfoot run",
    ),
    "empty file": (["check", "empty.txt"], "empty.txt: is empty"),
    "binary file": (["extract", "binary.txt"], "binary.txt: is a binary file"),
    "directory without articles": (["run", "folder", "-o", "out"], "there is no article in folder"),
    "output under a file": (["run", "corpus", "-o", "empty.txt/out"], "choose another with -o"),
    "output is a file": (["run", "corpus", "-o", "empty.txt"], "is a file, not a directory"),
    "unknown key": (["check", "a.txt", "--config", "bad.yaml"], "there is no key 'job'; allowed here: language_model"),
    "missing configuration": (["check", "a.txt", "--config", "no.yaml"], "cannot read the configuration no.yaml"),
    "broken metadata": (["check", "broken/a.txt"], "metadata.csv: has no column 'file_name'"),
    "no run to explain": (["explain", "c1", "-o", "none"], "there is no directory none"),
    "no run to check against": (["check", "a.txt", "--against", "none"], "there is no directory none"),
    "missing gold": (["evaluate", "none.jsonl"], "cannot read none.jsonl"),
    "gold that is no claim": (["evaluate", "a.txt"], "a.txt, line 1 is not JSON"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_line_and_exit_code_2(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in (("a.txt", CLEAN), ("empty.txt", ""), ("corpus/a.txt", CLEAN), ("bad.yaml", "job: 1")):
        put(name, content)
    put("binary.txt", b"\x00\x01")
    put("broken/metadata.csv", "name\na.txt\n")
    put("broken/a.txt", CLEAN)
    Path("folder").mkdir()
    arguments, message = BAD[case]
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("crossfoot: ")
    assert message in err
    assert err.count("\n") == 1
    assert not Path("out/manifest.json").exists()


@pytest.mark.parametrize(
    "arguments", [[], ["chek"], ["check"], ["run", "x", "--jobs", "0"], ["extract", "x", "--format", "xml"]]
)
def test_wrong_arguments_are_one_line_and_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    err = capsys.readouterr().err
    assert err.startswith("crossfoot: ")
    assert err.count("\n") == 1
    assert "--help" in err


def test_a_good_file_beside_a_bad_one_is_still_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "none.txt", put("a.txt", CLASH)]) == 2
    out, err = capsys.readouterr()
    assert out.count("\n") == 2
    assert err == "crossfoot: none.txt: does not exist: check the path\n"


def test_a_fault_of_our_own_is_one_line_too_and_debug_shows_where(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_articles: object, _settings: object) -> None:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr("pipeline.engine.extract", broken)
    name = put("a.txt", CLASH)
    assert main(["check", name]) == 2
    err = capsys.readouterr().err
    assert (
        err
        == "crossfoot: internal error, ZeroDivisionError: a b; run it again with --debug and report what it prints\n"
    )
    assert main(["check", name, "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_stops_with_one_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_articles: object, _settings: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.engine.extract", interrupted)
    assert main(["check", put("a.txt", CLASH)]) == 130
    assert capsys.readouterr().err == "crossfoot: stopped\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "pipeline", "amounts", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:  # type: ignore[call-overload]
        process.stdin.write(b"Exports rose to $4.3 billion.\n" * 20_000)
        process.stdin.close()
        assert process.stdout.readline().startswith(b'{"doc": "-"')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_output_is_utf8_whatever_the_locale() -> None:
    command = [sys.executable, "-m", "pipeline", "amounts", "-"]
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PATH": ""}
    done = subprocess.run(command, input="€5bn".encode(), capture_output=True, cwd=ROOT, env=environment, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["text"] == "€5bn"


# --- the pieces of a diagnosis ---------------------------------------------------------------------------------------


def claim(text: str, figure: str, **slots: str) -> Claim:
    start = text.index(figure)
    return Claim(id="c1", doc="a.txt", start=start, end=start + len(figure), text=figure, **slots)  # type: ignore[arg-type]


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
    assert lines[2:7] == [
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


def test_lines_and_columns_are_counted_as_editors_do() -> None:
    assert [position("ab\ncd", at) for at in range(5)] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]


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
        note="It holds only as far as digits are rounded.",
    )
    lines = finding_lines(finding, {"c1": one}, {"a.txt": text}, screen=Screen(colour=True))
    assert lines[0] == "\x1b[33munlikely\x1b[0m: \x1b[1mTwo figures for one thing\x1b[0m"
    plain = "\n".join(re.sub("\x1b\\[[0-9;]*m", "", line) for line in lines)
    assert "   = proof: 5 is printed.\n            5 is not 6." in plain
    assert "   = suggestion: reporter: Kazakhstan → Kyrgyzstan. two others say so" in plain
    assert "   = note: It holds only" in plain


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


UNREADABLE = "Exports of Japan rose 5 percent to $10.6.2 billion in May 2024.\n"


@pytest.mark.model
@pytest.mark.parametrize("command", [["extract"], ["check"]])
def test_a_figure_of_trade_without_a_reading_is_named(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    put("a.txt", UNREADABLE)
    assert main([*command, "a.txt"]) == 0
    assert "a.txt:35: the figure '$10.6.2 billion' was not read" in capsys.readouterr().err


@pytest.mark.model
def test_a_run_keeps_the_figures_without_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", UNREADABLE)
    for _ in ("first", "unchanged"):
        assert main(["run", "corpus", "-o", "out"]) == 0
        assert "remark on a.txt: at 35: the figure '$10.6.2 billion' was not read" in capsys.readouterr().err
    manifest = json.loads(Path("out/manifest.json").read_text(encoding="utf-8"))
    assert [item["name"] for item in manifest["remarks"]] == ["a.txt"]
    assert "$10.6.2 billion" in Path("out/report.html").read_text(encoding="utf-8")
