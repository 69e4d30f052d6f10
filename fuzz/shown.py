"""What a run shows of an article: strangers' strings in every place of every output, and none that acts there.

An input is lines: the name of an article, its title, its outlet, its address, and then what stands in its sentences
as goods, sources and speakers. The sentences contradict each other, so that all of it is told again by the findings.
"""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from fuzz.scratch import scratch

STEERING: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that act or turn a text round; a carriage return, which moves a cursor, is a blank to any page."""
_OWN: Final = frozenset({"script", "style", "meta", "link", "form"})
_NEVER: Final = frozenset({"img", "iframe", "object", "embed", "base", "math", "x-evil"})
"""Elements that no page of ours has, and inputs try to bring in."""
_LINKS: Final = frozenset({"url", "uri", "id", "@id", "@context", "source", "sameAs", "itemReviewed", "target"})
"""Names in JSON under which there are addresses."""
_ADDRESSES: Final = ("href", "src", "action", "formaction", "xlink:href")
_NUMBER: Final = re.compile(r"[+-]?[0-9.eE+-]+")
_LONGEST: Final = 200
"""Characters of a line that stand in a sentence; it stands in several."""
_TEXT: Final = """{0}

Kenya's exports of {1} to Uganda were $3.1 billion in 2023, according to {2}. Its exports of {1} to Uganda came to
$2.4 billion in 2023, {3} said. Uganda's imports of {1} from Kenya were $1.9 billion in 2023, "{4}" {3} data show.

| Partner | {1}, 2023, $ mln |
|---|---|
| Uganda {2} | {5} |

Turnover between Kenya and Uganda was $9.9 billion in 2023. {6} Imports from Uganda came to $1.2 billion in 2023.
Kenya's exports to Uganda rose to $3.1 billion in 2023.
"""
_OTHER: Final = (
    "Kenya's exports to Uganda were $2.9 billion in 2023. Kenya's exports of tea to Uganda rose 5% in 2023.\n"
)


def outputs(data: bytes) -> None:
    """Every file of a run over such an article, every export of it, and what the terminal is told."""
    from fuzz.targets import text_of

    directory = _directory()
    run = _run(text_of(data).split("\n"), directory)
    _page(_report(run))
    _graph((directory / "graph.graphml").read_bytes())
    _tables(run, (directory / "claims.csv").read_text(encoding="utf-8"))
    _records(run)
    if len(data) % 2:
        _told(run, directory, claim=len(data) % 4 > 1)
    else:
        _reviewed(run, directory)


@cache
def _directory() -> Path:
    return scratch("shown")


def _run(lines: list[str], directory: Path) -> Any:
    """A run over an article of these lines and another, written to a directory."""
    from pipeline.article import Article
    from pipeline.conflict import check
    from pipeline.extract import extract_claims
    from pipeline.store import Run, write_run

    name, title, outlet, url, *said = [*lines, *[""] * 5]
    words = [said[at % len(said)][:_LONGEST] for at in range(7)]
    articles = [
        Article(name=name or "a", text=_TEXT.format(*words), title=title, outlet=outlet, url=url, published_text=title),
        Article(name=f"{name} plain.txt", text=_OTHER),
    ]
    claims = [claim for article in articles for claim in extract_claims(article)]
    run = Run(articles=articles, claims=claims, check=check(claims))
    write_run(directory, run)
    return run


def _report(run: Any) -> str:
    from pipeline.report import render_report

    return str(render_report(run))


class _Page(HTMLParser):
    """The elements that a browser sees, also in the parts that the page keeps as data."""

    def __init__(self) -> None:
        super().__init__()
        self.own: list[str] = []
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _NEVER, tag
        if tag in _OWN:
            self.own.append(tag)
        for name, value in attrs:
            assert not name.startswith(("on", "x-evil")), (tag, name)
            if name in _ADDRESSES:
                assert re.match(r"#|$|/|\?|data:(?:image/|,$)|https?://", value or ""), (tag, name, value)

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and data.lstrip().startswith("{"):
            self.data = data


def _page(text: str) -> None:
    """The report: no element, no address and no character that steers of the article's."""
    assert not STEERING.search(text)
    page = _elements(text)
    assert page.own == _usual()
    for part in _strings(json.loads(page.data or "{}")):
        assert not set(_elements(part).own), part


def _elements(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


@cache
def _usual() -> list[str]:
    """The elements of its own of the page of an article that is not hostile."""
    run = _run(["a.txt", "Trade", "Outlet", "https://a.example/", "tea"], scratch("plain"))
    return _elements(_report(run)).own


def _strings(value: Any, within: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every string in a JSON value; with names only those that stand under one of them."""
    if isinstance(value, dict):
        for name, one in value.items():
            if not within or name in within or not isinstance(one, str):
                yield from _strings(one, within)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one, within)
    elif isinstance(value, str):
        yield value


def _graph(data: bytes) -> None:
    for element in ET.fromstring(data).iter():
        assert not STEERING.search(element.text or ""), element.text


def _tables(run: Any, written: str) -> None:
    """No cell of a table is a formula."""
    from pipeline.report.exports import EXPORTS

    for text in (written, EXPORTS["sdmx"](run, None)):
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                assert not cell.startswith(("=", "@", "\t", "\r")), cell
                assert not cell.startswith(("+", "-")) or _NUMBER.fullmatch(cell), cell


def _records(run: Any) -> None:
    """The exports that are JSON: sound, without addresses that act, and what is for people to read does not steer."""
    from pipeline.report.exports import EXPORTS

    for name in ("sarif", "claimreview", "annotations"):
        text = EXPORTS[name](run, None)
        assert text.encode("utf-8")
        for address in _strings(json.loads(text), within=_LINKS):
            assert not re.match(r"\s*(?:javascript|vbscript|data):", address, re.IGNORECASE), address
    for result in json.loads(EXPORTS["sarif"](run, None))["runs"][0]["results"]:
        for message in (result["message"], *(place["message"] for place in result["locations"])):
            assert not STEERING.search(message["text"]), message


def _told(run: Any, directory: Path, *, claim: bool) -> None:
    """What the terminal is told about a claim or a finding, read back from the files."""
    from pipeline.cli import main

    assert run.check.findings
    one = run.claims[0] if claim else run.check.findings[0]
    said, noted = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(noted):
        code = main(["explain", one.id, "-o", str(directory)])
    assert code == 0, noted.getvalue()
    told = said.getvalue() + noted.getvalue()
    assert "\r" not in told
    assert not STEERING.search(told)


def _reviewed(run: Any, directory: Path) -> None:
    """What the pages of the review show of it, and what a form that names it answers."""
    from fuzz.desk import visit

    finding, doc = run.check.findings[0].id, quote(run.articles[0].name)
    asked = (
        *("GET /", "GET /?q={0}", "GET /findings/{1}", "GET /articles", "GET /article?doc={0}", "GET /checked"),
        "POST /act action=note&subject={1}&note={0}&nonce=a",
        "POST /act action=dismiss&subject={1}:0&reason=other&because={0}&nonce=b",
        *("GET /findings/{1}", "GET /decisions", "GET /left"),
    )
    for html, page in visit(directory, [line.format(doc, finding).encode() for line in asked]):
        if html:
            text = page.decode("utf-8")
            assert not STEERING.search(text)
            _elements(text)
