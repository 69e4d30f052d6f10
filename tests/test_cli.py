"""The command line: what goes where, which exit code, nothing heavy for ``--help``."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CLASH, CLEAN, ROOT, put
from toy_language import extract

from pipeline import __version__
from pipeline.cli import main
from pipeline.cli.console import visible

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


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pipeline.engine.extract", extract)
    monkeypatch.chdir(tmp_path)


# --- help -------------------------------------------------------------------------------------------------------------


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


# --- extract and amounts ----------------------------------------------------------------------------------------------


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
    assert re.match(r"a\.txt:3:24  \$43\.8 bn  Kazakhstan ↔ China", capsys.readouterr().out)


def test_extract_says_so_where_there_is_nothing_to_extract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", put("a.txt", "No figure here.")]) == 0
    assert tuple(capsys.readouterr()) == ("", "nothing to check: no trade figure in 1 article\n")


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
    assert "standard input:1:17: the figure '$10.6.2 billion' was not read" in printed.err
    assert "1.2.3" not in printed.err


def test_hedges_of_the_configuration_reach_the_amounts(capsys: pytest.CaptureFixture[str]) -> None:
    name = put("a.txt", "Exports rose to nearly $4 billion.")
    main(["amounts", name])
    usual = json.loads(capsys.readouterr().out)["low"]
    put("config.yaml", "hedges: {nearly: {widest: 0.5, natural: 0.5}}")
    main(["amounts", name])
    assert json.loads(capsys.readouterr().out)["low"] < usual


# --- check ------------------------------------------------------------------------------------------------------------


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
    assert capsys.readouterr().out == "nothing to check: no trade figure in 1 article\n"


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


def test_check_says_of_every_claim_whether_it_was_compared(capsys: pytest.CaptureFixture[str]) -> None:
    alone = put("a.txt", CLEAN + "\n\nKEN UGA export 2019: $3 billion\n")
    assert main(["check", alone, "--format", "json"]) == 0
    claims = json.loads(capsys.readouterr().out)["claims"]
    assert [claim["checked"] for claim in claims] == [True, True, False]
    assert "no other figure" in claims[-1]["not_compared"]
    assert main(["check", alone]) == 0
    out = capsys.readouterr().out
    assert "not compared, so neither right nor wrong: 1 figure" in out
    assert "$3 billion (Kenya → Uganda, exports, 2019)" in out
    assert main(["check", alone, "--format", "jsonl"]) == 0
    assert capsys.readouterr().err.startswith("no contradiction: 3 claims in 1 article, 2 of them compared")


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
    out = capsys.readouterr().out
    assert out.startswith("no contradiction is shown: ")
    assert "not shown, as the configuration asks: within one article, between sources" in out


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


# --- run, explain -----------------------------------------------------------------------------------------------------


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


def test_an_export_never_takes_the_place_of_a_file_of_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", CLASH)
    main(["run", "corpus", "-o", "out"])
    before = Path("out/claims.csv").read_bytes()
    capsys.readouterr()
    assert main(["export", "out", "--format", "csv", "--to", "corpus/../out/claims.csv"]) == 2
    assert "is a file of the run itself: name another place" in capsys.readouterr().err
    assert Path("out/claims.csv").read_bytes() == before


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


def test_explain_says_what_was_compared_with_nothing_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    put(
        "corpus/a.txt",
        "Headline of the article\n\nKAZ CHN turnover 2024: $43.8 billion\n\nKAZ CHN other 2024: $5 billion\n",
    )
    main(["run", "corpus", "-o", "out"])
    alone, unknown = (json.loads(line) for line in Path("out/claims.jsonl").read_text(encoding="utf-8").splitlines())
    capsys.readouterr()
    assert main(["explain", alone["id"], "-o", "out"]) == 0
    assert "with nothing: no other figure is about the same trade" in capsys.readouterr().out
    assert main(["explain", unknown["id"], "-o", "out"]) == 0
    assert "with nothing: who trades with whom was not found in the text" in capsys.readouterr().out


def test_what_is_no_text_goes_to_a_file_or_a_pipe_but_to_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    put("corpus/a.txt", CLASH)
    main(["run", "corpus", "-o", "out"])
    capsysbinary.readouterr()
    assert main(["export", "out", "--format", "parquet"]) == 0
    assert capsysbinary.readouterr().out[:4] == b"PAR1"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["export", "out", "--format", "parquet"]) == 2
    out, err = capsysbinary.readouterr()
    assert (out, err) == (b"", b"crossfoot: parquet is not for a terminal: name a file with --to\n")


def test_a_run_names_ten_files_that_it_could_not_read_and_counts_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", CLASH)
    for number in range(13):
        put(f"corpus/b{number:02}.txt", b"\x00\x01")
    assert main(["run", "corpus", "-o", "out"]) == 0
    out, err = capsys.readouterr()
    said = [line for line in err.splitlines() if "skipped" in line or " more " in line]
    assert len(said) == 11
    assert said[-1] == "and 3 more that the report and manifest.json name"
    assert out.splitlines()[-2].endswith("; 13 files skipped")


# --- evaluate, doctor -------------------------------------------------------------------------------------------------


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


def test_evaluate_scores_by_a_column_of_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", put("a.txt", CLASH), put("b.txt", CLASH)])
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    gold = put("gold.jsonl", "".join(json.dumps({**claim, "source": [None]}) + "\n" for claim in claims))
    pred = put("pred.jsonl", "".join(json.dumps(claim) + "\n" for claim in claims[:3]))
    table = put("outlets.csv", "file_name,outlet\na.txt,Steppe Post\nb.txt,Oasis Review\n")
    assert main(["evaluate", gold, "--pred", pred, "--by", f"{table}:outlet", "--no-errors"]) == 0
    by = [line.split() for line in capsys.readouterr().out.splitlines()[-2:]]
    assert [(line[0], line[3], line[6]) for line in by] == [("Oasis", "2", "0.667"), ("Steppe", "2", "1.000")]


def test_doctor_gives_the_whole_record_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["faults"] == []
    assert record["versions"]["crossfoot"] == __version__
    assert "periods.toml" in record["lexicons"]


def test_doctor_finds_the_model_as_it_is_on_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "files as on record" in out
    assert out.endswith("all is well\n")


def test_doctor_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    put("config.yaml", "language_model: [no_such_model]")
    assert main(["doctor"]) == 2
    assert "fault: no language model is installed (tried no_such_model)" in capsys.readouterr().out
