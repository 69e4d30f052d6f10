"""The engine: the same bytes from one process and from several, and only what is new is read."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from toy_language import extract

from pipeline.config import Limits, Settings
from pipeline.engine import Job, Progress, run
from pipeline.engine.running import Done
from pipeline.errors import CorpusError, StoreError
from pipeline.store import read_run
from pipeline.store.decisions import Decision
from pipeline.store.evidence import about_claim
from pipeline.store.ledger import Draft, open_ledger
from pipeline.store.shards import DIRECTORY

SENTENCE = "Headline of the article\n\nKAZ CHN turnover 2024: ${}.4 billion\n\nKAZ CHN turnover 2023: $7 billion\n"
REAL = "Kazakhstan's exports to China rose to ${}.4 billion in 2023, customs data showed.\n"


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.extract", extract)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    made = tmp_path / "corpus"
    made.mkdir()
    for number in range(1, 6):
        (made / f"{number}.txt").write_text(SENTENCE.format(number), encoding="utf-8")
    (made / "empty.txt").touch()
    return made


def job(corpus: Path, out: str = "out", **more: object) -> Job:
    return Job(paths=(str(corpus),), out=corpus.parent / out, **more)  # type: ignore[arg-type]


def outputs(corpus: Path, out: str = "out") -> dict[str, str]:
    files = sorted(path for path in (corpus.parent / out).iterdir() if path.is_file() and path.name[0] != ".")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def read(corpus: Path, out: str = "out", **more: object) -> tuple[int, Done]:
    """How many inputs a run had to read, and what it did."""
    heard: list[Progress] = []
    done = run(job(corpus, out, **more), heard.append)
    last = [progress for progress in heard if progress.stage == "read"][-1]
    return last.done - last.reused, done


@pytest.mark.model
def test_processes_change_nothing(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # other processes know nothing of the toy
    for number in range(40):
        (corpus / f"{number:03}.txt").write_text(REAL.format(number) * (number % 3), encoding="utf-8")
    run(job(corpus, "one", jobs=1))
    run(job(corpus, "two", jobs=2))
    assert outputs(corpus, "one") == outputs(corpus, "two")
    assert read_run(corpus.parent / "one").claims


def test_a_second_run_reads_nothing_and_changes_nothing(corpus: Path) -> None:
    assert read(corpus)[0] == 6
    before = outputs(corpus)
    fresh, done = read(corpus)
    assert (fresh, done.unchanged, done.articles, done.reused) == (0, True, 5, 6)
    assert (done.claims, [item.name for item in done.skipped]) == (10, ["empty.txt"])
    assert outputs(corpus) == before


def test_only_what_is_new_or_changed_is_read_and_what_is_gone_is_dropped(corpus: Path) -> None:
    read(corpus)
    (corpus / "1.txt").unlink()
    (corpus / "2.txt").write_text(SENTENCE.format(99), encoding="utf-8")
    (corpus / "9.txt").write_text(SENTENCE.format(9), encoding="utf-8")
    fresh, done = read(corpus)
    assert (fresh, done.unchanged, done.articles) == (2, False, 5)
    run(job(corpus, "anew"))
    assert outputs(corpus) == outputs(corpus, "anew")


def test_force_reads_everything(corpus: Path) -> None:
    read(corpus)
    before = outputs(corpus)
    fresh, done = read(corpus, force=True)
    assert (fresh, done.unchanged) == (6, False)
    assert outputs(corpus) == before


def test_other_rules_read_everything(corpus: Path) -> None:
    read(corpus)
    assert read(corpus, settings=Settings(limits=Limits(max_file_bytes=40)))[0] == 6


def test_metadata_that_changed_counts_as_a_change(corpus: Path) -> None:
    read(corpus)
    (corpus / "metadata.csv").write_text("file_name,published\n1.txt,2025-02-03\n", encoding="utf-8")
    assert read(corpus)[0] == 1
    manifest = json.loads((corpus.parent / "out/manifest.json").read_text(encoding="utf-8"))
    assert manifest["inputs"]["1.txt"]["published"] == "2025-02-03"


def test_outputs_that_are_gone_are_written_again(corpus: Path) -> None:
    read(corpus)
    before = outputs(corpus)
    (corpus.parent / "out/claims.csv").unlink()
    assert not read(corpus)[1].unchanged
    assert outputs(corpus) == before


def test_a_killed_run_goes_on_where_it_was(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.incremental._fewest", lambda: 2)
    stopped = RuntimeError("killed")

    def killed(articles: object, settings: object) -> object:
        for article, claims in extract(articles, settings):  # type: ignore[arg-type]
            if article.name == "4.txt":
                raise stopped
            yield article, claims

    monkeypatch.setattr("pipeline.engine.extract", killed)
    with pytest.raises(RuntimeError, match="killed"):
        run(job(corpus))
    assert not (corpus.parent / "out/manifest.json").exists()
    monkeypatch.setattr("pipeline.engine.extract", extract)
    assert read(corpus)[0] == 4
    run(job(corpus, "anew"))
    assert outputs(corpus) == outputs(corpus, "anew")


def test_a_damaged_shard_is_read_again(corpus: Path) -> None:
    read(corpus)
    for path in (corpus.parent / "out" / DIRECTORY).glob("*.parquet"):
        path.write_bytes(path.read_bytes()[:100])
    assert read(corpus)[0] == 6


def test_shards_that_nothing_needs_are_removed(corpus: Path) -> None:
    read(corpus)
    for path in corpus.glob("*.txt"):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    read(corpus)
    assert len(list((corpus.parent / "out" / DIRECTORY).glob("*.parquet"))) == 1


def test_a_full_disk_is_said_and_leaves_the_last_run(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(corpus)
    before = outputs(corpus)
    (corpus / "9.txt").write_text(SENTENCE.format(9), encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        run(job(corpus))
    monkeypatch.undo()
    assert outputs(corpus) == before


def test_progress_counts_every_input(corpus: Path) -> None:
    heard: list[Progress] = []
    run(job(corpus), heard.append)
    assert [progress.stage for progress in heard] == ["read", "check", "write"]
    assert (heard[0].done, heard[0].total, heard[0].claims) == (6, 6, 10)


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no article"):
        run(Job(paths=(str(tmp_path),), out=tmp_path / "out"))


def test_names_that_are_no_utf8_are_kept_apart(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
        try:
            Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text(SENTENCE.format(3), encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes no such names")
    done = run(Job(paths=(str(tmp_path),), out=tmp_path / "out"))
    assert (done.articles, done.claims) == (2, 4)
    assert [a.name for a in read_run(tmp_path / "out").articles] == ["caf\ufffd.txt", "caf\ufffd.txt~2"]


def test_links_in_circles_end(corpus: Path) -> None:
    (corpus / "round").symlink_to(corpus, target_is_directory=True)
    (corpus / "self.txt").symlink_to(corpus / "self.txt")
    done = run(job(corpus))
    assert done.articles == 5
    assert {item.name for item in done.skipped if item.fatal} == {"empty.txt", "self.txt"}


def test_what_was_corrected_in_the_review_holds_in_the_next_run(corpus: Path) -> None:
    out = corpus.parent / "out"
    run(job(corpus))
    before = read_run(out)
    claim = before.claims[0]
    texts = {article.name: article.text for article in before.articles}
    made = Decision(
        id="d1", action="correct", subject=claim.id, slot="partner", value="KGZ", about=about_claim(claim, texts)
    )
    open_ledger(out).add([Draft(decision=made)])
    assert not run(job(corpus)).unchanged, "a correction is a reason to check again"
    after = read_run(out)
    assert [one.partner for one in after.claims if one.id == claim.id] == ["KGZ"]
    assert [one for one in after.claims if one.id != claim.id] == list(before.claims[1:])
    assert run(job(corpus)).unchanged


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks Linux which processes there are")
def test_reading_processes_end_with_a_first_one_that_is_killed(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text(SENTENCE.format(number), encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "run", str(tmp_path), "-o", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
        readers = waited(lambda: children(first.pid), many=2)
        first.kill()
    assert waited(lambda: [] if any(alive(reader) for reader in readers) else ["gone"], many=1)


def waited(look: Callable[[], list[str]], *, many: int) -> list[str]:
    """What is there as soon as there is enough of it, within half a minute."""
    until = time.monotonic() + 30
    while len(found := look()) < many and time.monotonic() < until:
        time.sleep(0.05)
    return found


def children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()


def alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


TABLE = "reporter,partner,flow,period,value,unit\nKAZ,CHN,turnover,2024,{},billion USD\n"


def with_table(corpus: Path, value: str) -> Done:
    table = corpus.parent / "customs.csv"
    table.write_text(TABLE.format(value), encoding="utf-8")
    return read(corpus, reference=(table,))[1]


def test_a_run_is_held_against_a_table_of_figures_too(corpus: Path) -> None:
    for name in ("2.txt", "3.txt", "4.txt", "5.txt"):
        (corpus / name).unlink()
    alone = read(corpus)[1]
    assert not alone.findings
    (found,) = with_table(corpus, "9.9").findings
    assert (found.scope, found.kind) == ("cross-source", "same-fact")
    assert {claim.doc for claim in read_run(corpus.parent / "out").claims if claim.id in found.claims} == {
        "1.txt",
        "customs.csv",
    }
    assert not with_table(corpus, "1.4").findings  # other figures in the table are another run
