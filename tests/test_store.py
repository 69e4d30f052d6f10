"""A run on disk: whole or not at all, read back as it was written, safe for spreadsheets and graph tools."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sample_run import CLAIMS, sample_run

from pipeline.article import Article
from pipeline.claim import Claim
from pipeline.errors import StoreError
from pipeline.report.shelf import dated
from pipeline.store import FILES, Run, StoredCheck, locked, read_run, write_file, write_run
from pipeline.store.graph import claim_graph
from pipeline.store.tables import COLUMNS, claims_frame, inert


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_run(tmp_path / "outputs", sample_run())
    return tmp_path / "outputs"


def _only(**slots: object) -> Run:
    claim = Claim(**({"id": "c1", "doc": "a.txt", "start": 0, "end": 2, "text": "$1"} | slots))  # type: ignore[arg-type]
    return Run(articles=(), claims=(claim,), check=StoredCheck())


def test_a_run_is_read_back_as_it_was_written(out: Path) -> None:
    run, back = sample_run(), read_run(out)
    assert back.claims == run.claims
    assert back.articles == run.articles
    assert back.check == run.check
    assert dict(back.manifest) == dict(run.manifest)


def test_an_empty_run_is_a_run(tmp_path: Path) -> None:
    write_run(tmp_path, Run(articles=(), claims=(), check=StoredCheck()))
    back = read_run(tmp_path)
    assert (back.articles, back.claims, back.check) == ((), (), StoredCheck())


def test_two_writings_are_the_same_bytes(out: Path, tmp_path: Path) -> None:
    write_run(tmp_path / "again", sample_run())
    for name in (*FILES, "manifest.json"):
        assert (tmp_path / "again" / name).read_bytes() == (out / name).read_bytes(), name


def test_the_bytes_do_not_hang_on_the_hash_seed(out: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from sample_run import sample_run; from pipeline.store import write_run\n"
        "write_run(Path(sys.argv[2]), sample_run())"
    )
    arguments = [sys.executable, "-c", code, str(Path(__file__).parent), str(tmp_path / "seeded")]
    subprocess.run(arguments, check=True, env=os.environ | {"PYTHONHASHSEED": "7"}, cwd=Path(__file__).parents[1])
    for name in (*FILES, "manifest.json"):
        assert (tmp_path / "seeded" / name).read_bytes() == (out / name).read_bytes(), name


def test_only_the_named_files_are_left_and_all_may_be_read(out: Path) -> None:
    names = {path.name for path in out.iterdir()}
    assert names == {*FILES, "manifest.json", ".crossfoot.lock"}
    assert all(stat.S_IMODE((out / name).stat().st_mode) == 0o644 for name in FILES)


def test_the_parquet_table_has_fixed_types_and_exact_values(out: Path) -> None:
    import pandas as pd

    frame = pd.read_parquet(out / "claims.parquet")
    assert tuple(frame.columns) == COLUMNS
    assert frame.value.dtype == "float64"
    assert frame.checked.dtype == "bool"
    row = frame[frame.id == CLAIMS["kgz"].id].iloc[0]
    assert (row.value, row.value_text) == (22.71e9, "22710000000")
    assert row.findings == "f-rank f-read"
    assert json.loads(row.evidence)["partner"]["span"] == [34, 44], "Kyrgyzstan, from the bazaar's text"


def test_the_types_of_an_empty_table_are_the_same() -> None:
    empty = claims_frame(Run(articles=(), claims=(), check=StoredCheck()))
    assert dict(empty.dtypes) == dict(claims_frame(sample_run()).dtypes)


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+cmd", "'+cmd", id="plus"),
        pytest.param("-2+3", "'-2+3", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\n=1", id="carriage return"),
        pytest.param("a\r=1\r\n+2", "a\n=1\n+2", id="carriage returns within"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("-185000000", "-185000000", id="a number stays a number"),
        pytest.param("+3.5", "+3.5", id="a signed number too"),
        pytest.param("$22.7 billion", "$22.7 billion", id="text"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_cells_of_the_spreadsheet_are_inert(cell: str, safe: str) -> None:
    assert inert(cell) == safe


def test_the_spreadsheet_as_written_has_no_formula(tmp_path: Path) -> None:
    write_run(tmp_path, _only(text='=HYPERLINK("x")', source="@office", commodity='a "quoted", thing'))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "claims.csv").read_text(encoding="utf-8"))))
    assert rows[0]["text"] == '\'=HYPERLINK("x")'
    assert rows[0]["source"] == "'@office"
    assert rows[0]["commodity"] == 'a "quoted", thing'


def test_a_carriage_return_begins_no_row_of_the_spreadsheet(tmp_path: Path) -> None:
    write_run(tmp_path, _only(source="office\r=1+1", text="5\r\n@SUM(A1)"))
    written = (tmp_path / "claims.csv").read_bytes()
    assert b"\r" not in written
    (row,) = csv.DictReader(io.StringIO(written.decode("utf-8"), newline=""))
    assert (row["source"], row["text"]) == ("office\n=1+1", "5\n@SUM(A1)")


def test_exact_decimals_survive(tmp_path: Path) -> None:
    write_run(tmp_path, _only(value=Decimal("-185000000"), low=None, high=Decimal("0.1"), unit="USD"))
    claim = read_run(tmp_path).claims[0]
    assert (claim.value, claim.low, claim.high) == (Decimal("-185000000"), None, Decimal("0.1"))


def test_the_graph_has_economies_claims_and_marks() -> None:
    graph = claim_graph(sample_run())
    assert graph.nodes["KAZ"]["label"] == "Kazakhstan"
    assert graph.nodes["central-asia"]["kind"] == "group"
    wrong = graph.edges["CHN", "KAZ", CLAIMS["kaz-wrong"].id]
    assert (wrong["findings"], wrong["certainty"]) == ("f-kaz", "impossible")
    bought = graph.edges["CHN", "KAZ", CLAIMS["kaz-in"].id]
    assert bought["flow"] == "import", "what Kazakhstan buys runs from China to it"
    assert graph.number_of_edges() == len(CLAIMS)
    assert ("TCD", "?") in graph.edges(), "a party that the text does not settle"


def test_the_graph_file_is_read_by_networkx(out: Path) -> None:
    import networkx as nx

    graph = nx.read_graphml(out / "graph.graphml", force_multigraph=True)
    assert graph.number_of_edges() == len(CLAIMS)
    edge = graph.edges["CHN", "KGZ", CLAIMS["kgz"].id]
    assert edge["value"] == 22.71e9
    assert edge["checked"] is True


def test_the_graph_file_has_no_character_that_xml_forbids(tmp_path: Path) -> None:
    import xml.etree.ElementTree as ElementTree

    write_run(tmp_path, _only(text="$1\x0b\x00", reporter="CHN", partner="KAZ", source="\ufffe"))
    ids = [key.get("id") for key in ElementTree.parse(tmp_path / "graph.graphml").getroot() if key.tag.endswith("key")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(lambda out: (out / "manifest.json").unlink(), "no finished run", id="no manifest"),
        pytest.param(lambda out: (out / "claims.jsonl").unlink(), "cannot be read", id="missing file"),
        pytest.param(lambda out: (out / "claims.jsonl").write_text(""), "half-written", id="other bytes"),
        pytest.param(lambda out: (out / "manifest.json").write_text("{"), "cannot read", id="broken manifest"),
        pytest.param(lambda out: (out / "manifest.json").write_text("[]"), "another version", id="not a manifest"),
        pytest.param(lambda out: (out / "manifest.json").write_text('{"format": 99}'), "format 99", id="other version"),
    ],
)
def test_what_is_no_whole_run_is_refused(out: Path, spoil: object, says: str) -> None:
    spoil(out)  # type: ignore[operator]
    with pytest.raises(StoreError, match=says) as refused:
        read_run(out)
    assert "\n" not in str(refused.value)


def test_a_directory_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no directory"):
        read_run(tmp_path / "nowhere")


def test_a_second_run_into_the_directory_is_told_so(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(StoreError, match=f"another run .process {os.getpid()}."):
        write_run(tmp_path, sample_run())
    write_run(tmp_path, sample_run())


def test_what_a_killed_run_had_begun_to_write_is_removed_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".shards").mkdir()
    for begun in (".claims.csv.x1.tmp", ".shards/.0a.parquet.x2.tmp"):
        (tmp_path / begun).write_text("half")
    (tmp_path / "notes.tmp").write_text("somebody's")
    write_run(tmp_path, sample_run())
    assert [path.name for path in tmp_path.rglob("*.tmp")] == ["notes.tmp"]


def test_a_file_in_the_way_of_the_directory_is_told(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("")
    with pytest.raises(StoreError, match="is a file, not a directory"):
        write_run(tmp_path / "outputs", sample_run())


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "a.txt", "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(StoreError, match="No space left"):
        write_file(tmp_path / "a.txt", "new")
    assert (tmp_path / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_error_while_rendering_changes_nothing(out: Path) -> None:
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    broken = Run(articles=(object(),), claims=(), check=StoredCheck())  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        write_run(out, broken)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize(
    ("slots", "kept", "shown"),
    [
        (
            {"published": date(2025, 1, 21), "published_text": "Jan 21", "precision": "day"},
            "2025-01-21",
            "21 January 2025",
        ),
        ({"published": date(1996, 11, 1), "precision": "month"}, "1996-11", "November 1996"),
        ({"published": date(2024, 1, 1), "precision": "year"}, "2024", "2024"),
        ({"published_text": "March 3"}, "March 3", "March 3"),
        ({}, None, ""),
    ],
    ids=["day", "month", "year", "no year", "nothing"],
)
def test_a_date_is_kept_as_far_as_it_is_known(tmp_path: Path, slots: dict[str, object], kept: str, shown: str) -> None:
    article = Article(name="a.txt", text="", **slots)  # type: ignore[arg-type]
    write_run(tmp_path, Run(articles=(article,), claims=(), check=StoredCheck()))
    assert read_run(tmp_path).articles[0].published == kept
    assert dated(article) == dated(read_run(tmp_path).articles[0]) == shown
