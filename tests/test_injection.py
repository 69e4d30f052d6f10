"""What strangers write is shown, never obeyed: markup, formulas, terminal escapes, turned text, from file to page."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest
from whole_path import AGREEING, DIFFERING, crossfoot

pytestmark = pytest.mark.model

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>{{7*7}}${7*7}"
ESCAPES = "\x1b]0;owned\x07\x1b[31mred\x1b[2J\x9b31m"
TURNED = "\u202egnp.exe\u202c\u2066x\u2069"
FORMULA = '=HYPERLINK("https://a.example","x")'
NAME = f"=cmd {MARKUP.replace('/', '')[:60]} \u202e'\" & x.txt"
TEXT = f"{DIFFERING}\n{MARKUP} sold to Uganda goods worth $3 billion in 2023 {ESCAPES} {TURNED}\n\n{FORMULA}\n"
METADATA = [["file_name", "published", "outlet", "url", "title"], [NAME, "2024-03-05", FORMULA, "", MARKUP + ESCAPES]]
METADATA[1][3] = "javascript:alert(4)"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Tags(HTMLParser):
    """The elements and attributes that a browser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the hostile article beside a plain one, and the outputs of a run over both."""
    directory = tmp_path_factory.mktemp("hostile")
    texts = directory / "texts"
    texts.mkdir()
    (texts / NAME).write_text(TEXT, encoding="utf-8")
    (texts / "plain.txt").write_text(AGREEING, encoding="utf-8")
    rows = io.StringIO()
    csv.writer(rows).writerows(METADATA)
    (texts / "metadata.csv").write_text(rows.getvalue(), encoding="utf-8")
    done = crossfoot("run", "texts", "-o", "out", cwd=directory)
    assert done.returncode == 0, done.stderr.decode()
    return directory


def test_there_is_something_to_inject_into(place: Path) -> None:
    claims = [json.loads(line) for line in (place / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    findings = (place / "out" / "findings.jsonl").read_text(encoding="utf-8")
    assert {claim["doc"] for claim in claims} == {NAME, "plain.txt"}
    assert findings


def test_the_report_holds_no_element_of_an_article(place: Path) -> None:
    page = (place / "out" / "report.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(page)
    assert "img" not in {tag for tag, _ in tags.seen}
    assert sum(tag == "script" for tag, _ in tags.seen) == 2
    for tag, attributes in tags.seen:
        assert not [name for name in attributes if name.startswith("on")], tag
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            assert re.match(r"#|$|data:image/", attributes.get(name) or ""), (tag, name, attributes[name])
    assert not STEERING.search(page)
    assert "default-src 'none'" in html.unescape(page)
    assert "49" not in re.findall(r"\{\{.*?\}\}|>49<", page)


@pytest.mark.parametrize(
    "command",
    [
        ("check", f"texts/{NAME}", "texts/plain.txt"),
        ("extract", f"texts/{NAME}", "--format", "text"),
        ("amounts", f"texts/{NAME}", "--format", "text"),
        ("run", "texts", "-o", "again"),
        ("check", "texts/\x1b[31mnot there\u202e.txt"),
        ("explain", "\x1b[31mf", "-o", "out"),
        ("run", "texts", "-o", "out", "--\x1b[31m"),
    ],
    ids=lambda command: command[0],
)
def test_the_terminal_is_not_steered(place: Path, command: tuple[str, ...]) -> None:
    done = crossfoot(*command, cwd=place)
    for stream in (done.stdout, done.stderr):
        found = STEERING.search(stream.decode("utf-8").replace("\r\n", "\n"))
        assert found is None, (repr(found), command)


def test_findings_are_explained_without_steering_the_terminal(place: Path) -> None:
    lines = (place / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines[:2]]
    for ident in ids:
        done = crossfoot("explain", ident, "-o", "out", cwd=place)
        assert done.returncode == 0
        assert STEERING.search(done.stdout.decode("utf-8")) is None


def test_no_cell_of_a_table_is_a_formula(place: Path) -> None:
    printed = crossfoot("extract", f"texts/{NAME}", "--format", "csv", cwd=place).stdout.decode("utf-8")
    for text in ((place / "out" / "claims.csv").read_text(encoding="utf-8"), printed):
        rows = list(csv.reader(io.StringIO(text)))
        assert len(rows) > 2
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(("=", "@", "\t", "\r")), cell
            assert not cell.startswith(("+", "-")) or re.fullmatch(r"[+-]?[0-9.e+]+", cell), cell


def test_the_graph_and_the_exports_are_well_formed(place: Path) -> None:
    from pipeline.report.exports.claimreview import claim_reviews
    from pipeline.report.exports.sarif import sarif
    from pipeline.report.exports.sdmx import sdmx_csv
    from pipeline.report.exports.webannotation import web_annotations
    from pipeline.store import read_run

    graph = ET.parse(place / "out" / "graph.graphml")
    assert not [one.text for one in graph.iter() if STEERING.search(one.text or "")]
    run = read_run(place / "out")
    for result in sarif(run)["runs"][0]["results"]:
        assert not STEERING.search(result["message"]["text"])
    for export in (sarif(run), claim_reviews(run), web_annotations(run)):
        assert json.loads(json.dumps(export, ensure_ascii=False).encode()) == export
        assert "javascript:" not in json.dumps(export)
    for row in csv.reader(io.StringIO(sdmx_csv(run))):
        assert not [cell for cell in row if cell.startswith(("=", "@", "+"))]
