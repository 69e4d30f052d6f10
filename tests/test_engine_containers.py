"""Files that hold many articles: every format gives the same articles, and bad ones are named."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from toy_language import extract

from pipeline.article import Skipped
from pipeline.engine import Job, Progress, run
from pipeline.engine.containers import read_container
from pipeline.engine.inputs import Container, Input, container_format
from pipeline.errors import CorpusError
from pipeline.store import read_run

TEXTS = [f"Headline of the article\n\nKAZ CHN turnover 2024: ${number}.5 billion\n" for number in range(1, 4)]
RECORDS = [{"Body": text, "headline": f"T{i}", "date": "2025-02-03"} for i, text in enumerate(TEXTS)]


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.extract", extract)


def _lines(path: Path) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), encoding="utf-8")


def _packed_lines(path: Path) -> None:
    path.write_bytes(gzip.compress("\n".join(json.dumps(record) for record in RECORDS).encode()))


def _csv(path: Path) -> None:
    rows = "".join(f'"{r["Body"]}",{r["headline"]},{r["date"]}\r\n' for r in RECORDS)
    path.write_text("\ufeffBody,headline,date\r\n" + rows, encoding="utf-8", newline="")


def _parquet(path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(RECORDS), path)


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number, text in enumerate(TEXTS):
            archive.writestr(f"news/{number}.txt", text)
        archive.writestr("__MACOSX/._0.txt", "x")


def _tar(path: Path) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for number, text in enumerate(TEXTS):
            member = tarfile.TarInfo(f"news/{number}.txt")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
        link = tarfile.TarInfo("news/link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)


FORMATS: dict[str, Callable[[Path], None]] = {
    "a.jsonl": _lines,
    "a.jsonl.gz": _packed_lines,
    "a.csv": _csv,
    "a.parquet": _parquet,
    "a.zip": _zip,
    "a.tgz": _tar,
}


def fresh(path: Path, out: Path) -> int:
    heard: list[Progress] = []
    run(Job(paths=(str(path),), out=out), heard.append)
    last = [progress for progress in heard if progress.stage == "read"][-1]
    return last.done - last.reused


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_articles(name: str, tmp_path: Path) -> None:
    FORMATS[name](tmp_path / name)
    assert fresh(tmp_path / name, tmp_path / "out") == 3
    done = read_run(tmp_path / "out")
    assert [article.text.replace("\r\n", "\n") for article in done.articles] == TEXTS
    assert len(done.claims) == 3
    if name.endswith((".zip", ".tgz")):
        assert [article.name for article in done.articles] == [f"{name}/news/{number}.txt" for number in range(3)]
    else:
        assert [(a.name, a.title, a.published) for a in done.articles] == [
            (f"{name}#{number}", f"T{number - 1}", "2025-02-03") for number in (1, 2, 3)
        ]


@pytest.mark.parametrize("name", FORMATS)
def test_an_unchanged_container_is_not_opened_again(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    FORMATS[name](tmp_path / name)
    (tmp_path / "b.txt").write_text(TEXTS[0], encoding="utf-8")
    fresh(tmp_path, tmp_path / "out")
    before = (tmp_path / "out/manifest.json").read_bytes()
    monkeypatch.setattr("pipeline.engine.incremental.read_container", None)
    assert fresh(tmp_path, tmp_path / "out") == 0
    assert fresh(tmp_path, tmp_path / "out") == 0
    assert (tmp_path / "out/manifest.json").read_bytes() == before


def test_lines_that_were_added_are_the_only_ones_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    _lines(path)
    fresh(path, tmp_path / "out")
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"text": TEXTS[0] + "x"}) + "\n")
    assert fresh(path, tmp_path / "out") == 1
    assert len(read_run(tmp_path / "out").articles) == 4


BAD = {
    "no-json": (b'{"text": "A long headline\\n\\nwords"}\n{oops\n', "a.jsonl", "a.jsonl#2", "is no JSON"),
    "no-object": (b"[1]\n", "a.jsonl", "a.jsonl#1", "is no JSON object"),
    "no-text": (b'{"title": "x"}\n', "a.jsonl", "a.jsonl#1", "has no text"),
    "a-number-for-a-text": (b'{"text": 5}\n', "a.jsonl", "a.jsonl#1", "it must be a string"),
    "a-list-for-a-text": (b'{"text": ["Exports rose."]}\n', "a.jsonl", "a.jsonl#1", "it must be a string"),
    "a-table-for-a-text": (b'{"text": {"body": "Exports rose."}}\n', "a.jsonl", "a.jsonl#1", "it must be a string"),
    "no-text-column": (b"a,b\n1,2\n", "a.csv", "a.csv", "has no column of texts: call one 'text' (it has a, b)"),
    "empty-csv": (b"", "a.csv", "a.csv", "has no column of texts"),
    "no-zip": (b"PK\x03\x04 oops", "a.zip", "a.zip", "cannot be read to its end"),
    "no-tar": (b"oops" * 200, "a.tar", "a.tar", "cannot be read to its end"),
    "no-parquet": (b"PAR1oopsPAR1", "a.parquet", "a.parquet", "cannot be read to its end"),
    "cut-gzip": (gzip.compress(b"{}\n" * 999)[:30], "a.jsonl.gz", "a.jsonl.gz", "cannot be read to its end"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_named(case: str, tmp_path: Path) -> None:
    data, file, name, reason = BAD[case]
    (tmp_path / file).write_bytes(data)
    found = list(read_container(container(tmp_path / file), limit=10_000))
    assert [(item.name, item.reason) for item in found if isinstance(item, Skipped)][-1][0] == name
    assert reason in [item.reason for item in found if isinstance(item, Skipped)][-1]


@pytest.mark.parametrize("case", BAD)
def test_a_run_names_what_it_could_not_read_and_so_does_the_next(case: str, tmp_path: Path) -> None:
    data, file, name, reason = BAD[case]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / file).write_bytes(data)
    (tmp_path / "in/b.txt").write_text(TEXTS[0], encoding="utf-8")
    for _ in range(2):
        done = run(Job(paths=(str(tmp_path / "in"),), out=tmp_path / "out", jobs=1))
        assert (name, True) in [(item.name, reason in item.reason) for item in done.skipped]


def test_a_line_that_never_ends_is_not_held_whole(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"text\nwords\n" + b"x" * 50_000)
    found = list(read_container(container(tmp_path / "a.csv"), limit=1000))
    assert [type(item) for item in found] == [Input, Skipped]
    assert "a line is longer than 2,000 characters" in found[1].reason


def test_an_archive_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.containers._FREE", 1000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(50):
            archive.writestr(f"{number}.txt", "0" * 100_000)
    found = list(read_container(container(tmp_path / "a.zip"), limit=2_000_000))
    assert isinstance(found[-1], Skipped)
    assert "unpacks to more than 200 times its size" in found[-1].reason
    assert len(found) < 50


def test_lines_and_rows_without_end_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.containers._FREE", 1000)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" * 1_000_000))
    (tmp_path / "b.jsonl").write_bytes(b"\n" * 10_000)
    pq.write_table(pa.table({"text": ["Kenya sold tea."] * 200_000}), tmp_path / "a.parquet", compression="zstd")
    for name, words in (("a.jsonl.gz", 0), ("a.parquet", 10_000)):
        found = list(read_container(container(tmp_path / name), limit=1000))
        assert "unpacks to more than 200 times its size" in found[-1].reason  # type: ignore[union-attr]
        assert len(found) < words + 2
    assert list(read_container(container(tmp_path / "b.jsonl"), limit=1000)) == []


def test_a_record_is_never_held_whole_where_it_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "next"}\n')
    found = list(read_container(container(tmp_path / "a.jsonl"), limit=1000))
    assert [type(item) for item in found] == [Skipped, Input]
    assert [item.name for item in found] == ["a.jsonl#1", "a.jsonl#2"]


def test_an_address_of_fsspec_is_read_like_a_directory(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    for number, text in enumerate(TEXTS):
        memory.pipe(f"/crossfoot/news/{number}.txt", text.encode())
    memory.pipe("/crossfoot/more.jsonl", json.dumps(RECORDS[0]).encode())
    done = run(Job(paths=("memory://crossfoot",), out=tmp_path / "out"))
    assert (done.articles, done.claims) == (4, 4)
    with pytest.raises(CorpusError, match="cannot reach nowhere://x"):
        run(Job(paths=("nowhere://x",), out=tmp_path / "out"))


def container(path: Path) -> Container:
    return Container(name=path.name, path=str(path), format=container_format(path.name) or "", stamp="1")


def test_a_path_upwards_in_an_archive_is_a_name_below_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in ("../../etc/x.txt", "/y.txt", "./z/../w.txt"):
            archive.writestr(path, "Kenya sold goods.")
    found = list(read_container(container(tmp_path / "a.zip"), limit=1000))
    assert [item.name for item in found] == ["a.zip/etc/x.txt", "a.zip/y.txt", "a.zip/z/w.txt"]


def test_a_file_without_a_name_in_an_archive_has_its_number(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "Kenya sold tea.")
        archive.writestr("nameless", "Kenya sold goods.")
        archive.writestr("..", "Kenya sold more.")
    (tmp_path / "a.zip").write_bytes(made.getvalue().replace(b"nameless", b"\0ameless"))
    found = list(read_container(container(tmp_path / "a.zip"), limit=1000))
    assert [item.name for item in found] == ["a.zip/a.txt", "a.zip#2", "a.zip#3"]
    assert all(isinstance(item, Input) for item in found)
