"""The command line in trouble: one plain line for every error, whatever is read and wherever it is written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CLASH, CLEAN, ROOT, put
from toy_language import extract

from pipeline.cli import main


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pipeline.engine.extract", extract)
    monkeypatch.chdir(tmp_path)


# --- bad input --------------------------------------------------------------------------------------------------------


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
    "output among the articles": (["run", "corpus", "-o", "./corpus/"], "corpus is where the articles are"),
    "output is a file": (["run", "corpus", "-o", "empty.txt"], "is a file, not a directory"),
    "unknown key": (["check", "a.txt", "--config", "bad.yaml"], "there is no key 'job'; allowed here: language_model"),
    "missing configuration": (
        ["check", "a.txt", "--config", "no.yaml"],
        "the configuration no.yaml does not exist: check",
    ),
    "broken metadata": (["check", "broken/a.txt"], "metadata.csv: has no column 'file_name'"),
    "no run to explain": (["explain", "c1", "-o", "none"], "there is no directory none"),
    "no run to check against": (["check", "a.txt", "--against", "none"], "there is no directory none"),
    "missing gold": (["evaluate", "none.jsonl"], "none.jsonl does not exist: check the path"),
    "empty gold": (["evaluate", "empty.txt"], "empty.txt holds no claim: give one a line"),
    "gold that is a directory": (["evaluate", "folder"], "folder is a directory: name a file"),
    "gold that is not UTF-8": (["evaluate", "latin.txt"], "latin.txt is not UTF-8: save it as UTF-8"),
    "no table to count by": (
        ["evaluate", "claims.jsonl", "--pred", "claims.jsonl", "--by", "none.csv:kind"],
        "none.csv does not exist: check the path",
    ),
    "file for a run": (["check", "a.txt", "--against", "a.txt"], "a.txt is a file: name the directory of a run"),
    "no run to score": (["evaluate", "claims.jsonl"], "there is no run in outputs: name one with -o"),
    "no name": (["check", ""], "'': is no name: name a file"),
    "other scheme": (["check", "ftp://a.example/b"], "ftp://a.example/b: is no address that is read"),
    "no place for the texts": (["extract", "a.txt", "--texts", "none/t.jsonl"], "there is no such directory: make it"),
    "directory for the texts": (["extract", "a.txt", "--texts", "folder"], "folder is a directory: name a file"),
    "no reference table": (["check", "a.txt", "--reference", "none.csv"], "table none.csv does not exist"),
    "binary metadata": (["check", "odd/a.txt"], "metadata.csv: is no text: save it as CSV in UTF-8"),
    "nothing to show": (["check", "a.txt", "--config", "none.yaml"], "'report.certainty' is empty: name at least one"),
    "no number": (["check", "a.txt", "--config", "word.yaml"], "'jobs' is 'many': give a whole number"),
    "no keys": (["check", "a.txt", "--config", "flat.yaml"], "'limits' is 5: give keys of its own below it"),
    "gold that is no claim": (["evaluate", "a.txt"], "a.txt, line 1 is not JSON"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_line_and_exit_code_2(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in (("a.txt", CLEAN), ("empty.txt", ""), ("corpus/a.txt", CLEAN), ("bad.yaml", "job: 1")):
        put(name, content)
    put("binary.txt", b"\x00\x01")
    put("broken/metadata.csv", "name\na.txt\n")
    put("broken/a.txt", CLEAN)
    put("odd/metadata.csv", b"\x00\x01")
    put("odd/a.txt", CLEAN)
    put("latin.txt", b"\xe9")
    put("none.yaml", "report: {certainty: []}")
    put("word.yaml", "jobs: many")
    put("flat.yaml", "limits: 5")
    put("claims.jsonl", '{"doc": "a.txt", "start": 0, "end": 2, "measure": "level"}\n')
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


def test_what_no_command_knows_is_told_with_the_help_of_that_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "a.txt", "--formatt", "json"])
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("crossfoot: '--formatt' is not known here")
    assert "'crossfoot check --help'" in said


def test_a_run_that_could_read_nothing_does_not_say_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", b"\x00\x01")
    assert main(["run", "corpus", "-o", "out"]) == 2
    assert "skipped a.txt: is a binary file" in capsys.readouterr().err
    put("corpus/b.txt", CLEAN)
    assert main(["run", "corpus", "-o", "out"]) == 0
    assert "skipped a.txt: is a binary file" in capsys.readouterr().err


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


# --- the pieces of a diagnosis ----------------------------------------------------------------------------------------


UNREADABLE = "Exports of Japan rose 5 percent to $10.6.2 billion in May 2024.\n"


@pytest.mark.model
@pytest.mark.parametrize("command", [["extract"], ["check"]])
def test_a_figure_of_trade_without_a_reading_is_named(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    put("a.txt", UNREADABLE)
    assert main([*command, "a.txt"]) == 0
    assert "a.txt:1:36: the figure '$10.6.2 billion' was not read" in capsys.readouterr().err


@pytest.mark.model
def test_a_run_keeps_the_figures_without_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    put("corpus/a.txt", UNREADABLE)
    for _ in ("first", "unchanged"):
        assert main(["run", "corpus", "-o", "out"]) == 0
        assert "remark on a.txt: at 35: the figure '$10.6.2 billion' was not read" in capsys.readouterr().err
    manifest = json.loads(Path("out/manifest.json").read_text(encoding="utf-8"))
    assert [item["name"] for item in manifest["remarks"]] == ["a.txt"]
    assert "$10.6.2 billion" in Path("out/report.html").read_text(encoding="utf-8")
