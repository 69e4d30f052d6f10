"""``crossfoot review`` as a process: it tells its address, keeps what twenty people decide, and ends in plain words."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from large_run import large_run
from postgres import started_server
from review_room import KAZ, Browser
from sample_run import clean_run, sample_run

from pipeline.cli import main
from pipeline.review.serve import host_name
from pipeline.store import write_run
from pipeline.store.ledger import DATABASE, open_ledger

ROOT = Path(__file__).parent.parent


@contextmanager
def started(out: Path, *options: str) -> Iterator[str]:
    """The address of a review that runs as long as the block."""
    command = [sys.executable, "-m", "pipeline", "review", str(out), "--port", "0", *options]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=ROOT, text=True, **pipes)  # type: ignore[call-overload]
    try:
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), process.stderr.read()
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=20)


@contextmanager
def visiting(address: str) -> Iterator[Browser]:
    """A browser that goes over the network."""
    home = address.partition("?")[0].rstrip("/")
    with httpx2.Client(base_url=home, follow_redirects=True, timeout=60) as client:
        yield Browser(client, home)


def fails(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["review", *words]) == 2
    err = capsys.readouterr().err
    lines = [line for line in err.splitlines() if not line.startswith("reading ")]
    assert len(lines) == 1, err
    return lines[0]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_run(tmp_path, sample_run())
    return tmp_path


def test_it_tells_its_address_and_keeps_decisions_after_its_end(out: Path) -> None:
    with started(out, "--user", "Anna") as address:
        assert address.startswith("http://127.0.0.1:")
        with visiting(address) as page:
            assert "You accepted it" in page.open("/").press("accept", because="").said
    assert [one.who for _, one in open_ledger(out).read()] == ["Anna"]
    with started(out) as address, visiting(address) as page:
        assert "1 of 6 decided" in page.open("/").said


def test_open_to_others_it_tells_the_token(out: Path) -> None:
    with started(out, "--host", "0.0.0.0", "--name", "127.0.0.1") as address:
        token = address.partition("?token=")[2]
        assert len(token) >= 16
        port = address.partition("?")[0].rstrip("/").rpartition(":")[2]
        home = f"http://127.0.0.1:{port}"
        assert httpx2.get(home).status_code == 401
        with visiting(home) as page:
            assert page.open(f"/?token={token}").status == 200


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Desk.Example.ORG", "desk.example.org"),
        ("my_box", "my_box"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("192.168.0.7", "192.168.0.7"),
        ("[::1]", "::1"),
        ("", None),
        ("a b", None),
        ("-a", None),
        ("a..b", None),
        ("a/b", None),
        ("http://a", None),
        ("a.org:80", None),
        ("\u202ea", None),
        ("x" * 64, None),
    ],
)
def test_a_name_of_a_machine_is_kept_as_browsers_send_it(given: str, name: str | None) -> None:
    assert host_name(given) == name


# Many at once


def crowd(address: str, people: int, each: int) -> Counter[str]:
    """So many people who decide about findings of their own, then all about one; how often each was confirmed."""
    confirmed: Counter[str] = Counter()
    errors: list[BaseException] = []
    ids = [row["id"] for row in httpx2.get(f"{address}findings.json").json()["findings"]]
    ids += [row["id"] for row in httpx2.get(f"{address}findings.json?page=2").json()["findings"]]

    def person(number: int) -> None:
        try:
            with visiting(address) as browser:
                browser.open("/").press("", name=f"P{number}")
                for turn, own in enumerate([*ids[number * each : (number + 1) * each], ids[-1]]):
                    browser.open(f"/findings/{own}").press(("accept", "dismiss")[turn % 2], because="")
                    assert browser.status == 200
                    late = "was quicker" in browser.said
                    assert late != ("You accepted" in browser.said or "You dismissed" in browser.said)
                    confirmed["late" if late else "stored" if own == ids[-1] else "own"] += 1
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=person, args=(number,)) for number in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    return confirmed


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_of_twenty_people_who_decide_at_once_no_decision_is_lost_or_doubled(tmp_path: Path, kind: str) -> None:
    write_run(tmp_path, large_run(120))
    if kind == "sqlite":
        with started(tmp_path) as address:
            confirmed = crowd(address, 20, 3)
        kept = [one for _, one in open_ledger(tmp_path).read()]
    else:
        pytest.importorskip("sqlalchemy", reason="needs crossfoot[team]")
        with started_server() as database:
            with started(tmp_path, "--db", database) as address:
                confirmed = crowd(address, 20, 3)
            ledger = open_ledger(tmp_path, database)
            kept = [one for _, one in ledger.read()]
            ledger._database.close()  # type: ignore[attr-defined]
        assert not (tmp_path / DATABASE).exists()
    assert confirmed["own"] == 60
    assert len(kept) == confirmed["own"] + confirmed["stored"], "what was confirmed is there, and nothing else"
    assert len({one.id for one in kept}) == len(kept)
    assert len({(one.subject, one.turn) for one in kept}) == len(kept)
    assert confirmed["stored"] >= 1


# Files of decisions


def test_decisions_go_out_and_come_in(out: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    write_run(other, sample_run())
    with started(out) as address, visiting(address) as page:
        page.open(f"/findings/{KAZ}").press("dismiss", because="agreed by phone").press("accept", because="")
    file = str(out / "decisions.jsonl")
    assert main(["review", "export", file, "-o", str(out)]) == 0
    assert main(["review", "apply", file, "-o", str(other)]) == 0
    assert main(["review", "export", str(other / "again.jsonl"), "-o", str(other)]) == 0
    assert (other / "again.jsonl").read_bytes() == (out / "decisions.jsonl").read_bytes()
    assert main(["review", "apply", file, "-o", str(other)]) == 0
    assert open_ledger(other).extent()[0] == 2


def test_an_export_to_standard_output_is_lines(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with started(out) as address, visiting(address) as page:
        page.open("/").press("accept", because="")
    assert main(["review", "export", "-o", str(out)]) == 0
    assert [json.loads(line)["action"] for line in capsys.readouterr().out.splitlines()] == ["accept"]


def test_decisions_of_another_corpus_are_refused(
    out: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    with started(out) as address, visiting(address) as page:
        page.open(f"/findings/{KAZ}").press("accept", because="")
    file = str(out / "d.jsonl")
    assert main(["review", "export", file, "-o", str(out)]) == 0
    capsys.readouterr()
    other = tmp_path_factory.mktemp("other")
    write_run(other, clean_run())
    assert "of another corpus" in fails(capsys, "apply", file, "-o", str(other))
    assert not (other / DATABASE).exists()


# Trouble


def _newer(out: Path) -> None:
    (out / "manifest.json").write_text('{"format": 99}')


def _no_database(out: Path) -> None:
    (out / DATABASE).write_bytes(b"none " * 999)


def _other_database(out: Path) -> None:
    with sqlite3.connect(out / DATABASE) as file:
        file.execute("CREATE TABLE recipes (name)")
    file.close()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(_newer, "written by another version", id="another version's run"),
        pytest.param(lambda out: (out / "claims.jsonl").write_text(""), "half-written", id="half-written"),
        pytest.param(lambda out: (out / "findings.jsonl").unlink(), "cannot be read", id="missing file"),
        pytest.param(lambda out: (out / "manifest.json").unlink(), "no finished run", id="no run"),
        pytest.param(_no_database, "no SQLite database", id="damaged decisions"),
        pytest.param(_other_database, "database of something else", id="another program's database"),
    ],
)
def test_what_cannot_be_reviewed_is_said_in_one_line(
    out: Path, capsys: pytest.CaptureFixture[str], spoil: object, says: str
) -> None:
    spoil(out)  # type: ignore[operator]
    assert says in fails(capsys, str(out), "--port", "0")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["nowhere"], "there is no directory nowhere", id="no directory"),
        pytest.param(["a", "b"], "'b' is one word too many", id="too many words"),
        pytest.param(["export", "-o", "nowhere"], "there is no directory nowhere", id="export from nowhere"),
        pytest.param(["apply", "none.jsonl"], "none.jsonl does not exist: check the path", id="no such file"),
        pytest.param(["{out}", "--host", "no.such.host.invalid"], "no address of this machine", id="no such host"),
        pytest.param(["{out}", "--db", "nowhere/d.sqlite"], "there is no directory nowhere", id="database nowhere"),
        pytest.param(["export", "nowhere/x.jsonl", "-o", "{out}"], "no decisions file", id="nothing decided yet"),
    ],
)
def test_what_was_typed_wrongly_is_said(
    out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], says: str
) -> None:
    monkeypatch.chdir(out)
    assert says in fails(capsys, *(word.format(out=out) for word in words))


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--name", "bad host!", "argument --name: 'bad host!' is no name of a machine: give one such as"),
        ("--name", "", "argument --name: '' is no name of a machine"),
        ("--name", "a.org:80", "argument --name: 'a.org:80' is no name of a machine"),
        ("--user", "", "argument --user: '' is no name: give one of 1 to 60 characters"),
        ("--user", " \n", "is no name: give one of 1 to 60 characters"),
        ("--user", "x" * 61, "is no name: give one of 1 to 60 characters"),
        ("--port", "65536", "argument --port: '65536' is no port"),
    ],
)
def test_an_option_that_cannot_be_is_said(
    out: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, says: str
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["review", str(out), option, value])
    assert end.value.code == 2
    assert says in capsys.readouterr().err


def test_a_port_in_use_is_said_before_the_run_is_read(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} is in use" in fails(capsys, str(out), "--port", port)


def test_a_file_of_something_else_is_no_decisions(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out / "x.jsonl").write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8" in fails(capsys, "apply", str(out / "x.jsonl"), "-o", str(out))
    assert "line 1: is not a decision of crossfoot" in fails(
        capsys, "apply", str(out / "findings.jsonl"), "-o", str(out)
    )


def as_anybody(*words: str) -> subprocess.CompletedProcess[str]:
    """Crossfoot as somebody whom rights bind; the superuser lays down those that override them."""
    lay_down = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"] if os.geteuid() == 0 else []
    if lay_down and shutil.which("setpriv") is None:
        pytest.skip("the superuser may write everything, and there is no setpriv")
    command = [*lay_down, sys.executable, "-m", "pipeline", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def kept(out: Path) -> Iterator[Path]:
    """A directory with a decision that nobody may write any more."""
    with started(out) as address, visiting(address) as page:
        page.open(f"/findings/{KAZ}").press("dismiss", because="agreed by phone")
    places = (out, *out.iterdir())
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    yield out
    for place in places:
        place.chmod(0o755)


def test_a_directory_that_may_not_be_written_is_said_to_be_so(kept: Path) -> None:
    for words in (["review", str(kept), "--port", "0"], ["review", "apply", "-", "-o", str(kept)]):
        said = as_anybody(*words)
        lines = [line for line in said.stderr.splitlines() if not line.startswith("reading ")]
        assert (said.returncode, len(lines)) == (2, 1), said.stderr
    said = as_anybody("review", str(kept), "--port", "0")
    assert "cannot be written: give yourself the right" in said.stderr


def test_what_may_only_be_read_is_still_exported(kept: Path) -> None:
    lines = as_anybody("review", "export", "-o", str(kept))
    assert (lines.returncode, json.loads(lines.stdout)["action"]) == (0, "dismiss")
    sarif = as_anybody("export", str(kept), "--format", "sarif")
    results = json.loads(sarif.stdout)["runs"][0]["results"]
    assert sum(bool(result["suppressions"]) for result in results) == 1


def test_a_database_that_another_program_holds_is_said_to_be_locked(
    out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.store.sqlite._WAIT", 0.1)
    with started(out) as address, visiting(address) as page:
        page.open("/").press("accept", because="")
    assert main(["review", "export", str(out / "d.jsonl"), "-o", str(out)]) == 0
    capsys.readouterr()
    held = sqlite3.connect(out / DATABASE, isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    try:
        assert "is locked by another program: close it there" in fails(
            capsys, "apply", str(out / "d.jsonl"), "-o", str(out)
        )
    finally:
        held.close()
