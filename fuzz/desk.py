"""The review as a stranger can reach it: requests of any kind to its application, decisions of any kind in its ledger.

An input is lines, each a request: a method, an address, and for ``POST`` a form. ``@f`` and ``@c`` stand for a finding
and a figure of the run; ``~`` begins a line of a multipart form. What a page answers holds no element of an input.
"""

from __future__ import annotations

import asyncio
import atexit
import itertools
import shutil
from collections.abc import Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from fuzz.scratch import scratch
from fuzz.starts import TRADE

_MOST: Final = 8
"""Requests of one input."""
_OWN: Final = (b"<script>", b"<img", b"<table>")
"""What inputs try to bring in, and no page of ours has."""


@dataclass(slots=True)
class Room:
    """A review of a small run, and what stands in the forms of its pages."""

    desk: Any
    app: Any
    cookie: str
    word: str

    def ask(self, line: bytes) -> tuple[bool, bytes]:
        """The answer to a request; none is the server's own trouble, and no page has an element of the input."""
        method, _, rest = line.partition(b" ")
        address, _, body = rest.partition(b" ")
        path, _, query = address.partition(b"?")
        kind = b"application/x-www-form-urlencoded"
        if body.startswith(b"~"):
            kind, body = b"multipart/form-data; boundary=b", body.replace(b"~", b"\r\n").lstrip()
        elif b"word=" not in body:
            body += b"&word=" + self.word.encode()
        name = b"; crossfoot-name=" + query[:80] if b";" not in query else b""
        headers = [
            (b"host", b"127.0.0.1:8765"),
            (b"origin", b"http://127.0.0.1:8765"),
            (b"cookie", self.cookie.encode() + name),
            (b"content-type", kind),
            (b"content-length", str(len(body)).encode()),
        ]
        scope: dict[str, Any] = {
            "type": "http",
            "method": "POST" if method == b"POST" else "GET",
            "path": unquote(path.decode("latin-1")) or "/",
            "query_string": query,
            "headers": headers,
        }
        status, html, page = _worker().submit(_answered, self.app, scope, body).result()
        assert status < 500, (status, line)
        assert not (html and any(own in page for own in _OWN)), line
        return html, page


@cache
def _worker() -> ThreadPoolExecutor:
    """A thread of its own, for whoever fuzzes may have an event loop that runs."""
    return ThreadPoolExecutor(max_workers=1)


@cache
def _loop() -> asyncio.AbstractEventLoop:
    made = asyncio.new_event_loop()
    atexit.register(made.close)
    return made


def _answered(app: Any, scope: MutableMapping[str, Any], body: bytes) -> tuple[int, bool, bytes]:
    return _loop().run_until_complete(_answer(app, scope, body))


async def _answer(app: Any, scope: MutableMapping[str, Any], body: bytes) -> tuple[int, bool, bytes]:
    """The status, whether a browser takes the answer for a page, and the answer."""
    sent = iter([{"type": "http.request", "body": body, "more_body": False}])
    status, html, page = 0, True, b""

    async def receive() -> dict[str, Any]:
        return next(sent, {"type": "http.disconnect"})

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal status, html, page
        if message["type"] == "http.response.start":
            status = message["status"]
            html = dict(message["headers"]).get(b"content-type", b"text/html").startswith(b"text/html")
        page += message.get("body", b"")

    await app(scope, receive, send)
    return status, html, page


@cache
def _run() -> Path:
    """A directory with the outputs of a run over a text that contradicts itself."""
    from pipeline.article import Article
    from pipeline.conflict import check
    from pipeline.extract import extract_claims
    from pipeline.store import Run, write_run

    directory = scratch("desk")
    articles = [Article(name=name, text=text) for name, text in TRADE.items()]
    claims = [claim for article in articles for claim in extract_claims(article)]
    checked = check(claims)
    assert checked.findings, "nothing to review"
    write_run(directory, Run(articles=articles, claims=claims, check=checked))
    return directory


def _fresh() -> Room:
    """The run with nothing decided."""
    from pipeline.store.ledger import DATABASE

    directory = scratch("room")
    for path in _run().iterdir():
        if not path.name.startswith(DATABASE):
            shutil.copy(path, directory / path.name)
    return _room(directory)


def _room(directory: Path) -> Room:
    """A review of the run in a directory."""
    from pipeline.conflict import check
    from pipeline.review.app import create_app
    from pipeline.review.desk import Desk, Tools
    from pipeline.review.gate import Door
    from pipeline.store.ledger import open_ledger

    words = itertools.count()
    tools = Tools(
        check=check, extract=lambda _: (), now=lambda: "2026-01-01T00:00:00Z", token=lambda: f"n{next(words)}"
    )
    door = Door(secret="a secret of the fuzzer")
    desk = Desk(directory, open_ledger(directory), tools)
    return Room(desk, create_app(desk, door, user="Anna"), f"{door.cookie}={door.pass_}", door.form_word)


def visit(directory: Path, lines: Iterable[bytes]) -> list[tuple[bool, bytes]]:
    """What a review of a directory answers to requests, and whether each is a page; nothing decided is left there."""
    from pipeline.store.ledger import DATABASE

    room = _room(directory)
    answers = [room.ask(line) for line in lines]
    for path in directory.glob(f"{DATABASE}*"):
        path.unlink()
    return answers


class _Rooms:
    """The room of now; another one where something was decided, so that an input alone decides what it does."""

    room: Room | None = None

    def visit(self, do: Callable[[Room], None]) -> None:
        if self.room is None:
            self.room = _fresh()
        try:
            do(self.room)
        finally:
            if self.room.desk.book.ledger.extent()[0]:
                shutil.rmtree(self.room.desk.out)
                self.room = None


_ROOMS: Final = _Rooms()


def review(data: bytes) -> None:
    """Requests to the review, one on each line."""

    def asked(room: Room) -> None:
        named = data.replace(b"@f", next(iter(room.desk.sheet.findings)).encode())
        named = named.replace(b"@c", next(iter(room.desk.sheet.shelf.claims)).encode())
        for line in named.split(b"\n")[:_MOST]:
            room.ask(line)

    _ROOMS.visit(asked)


def decisions(text: str) -> None:
    """A file for ``crossfoot review apply``: what it brings is shown by the pages, and used by the next run."""
    from pipeline.conflict import check
    from pipeline.store.corrections import apply_corrections, read_corrections
    from pipeline.store.exchange import apply_decisions, export_lines, parse_lines

    def applied(room: Room) -> None:
        sheet = room.desk.sheet
        named = text.replace("@f", next(iter(sheet.findings))).replace("@c", next(iter(sheet.shelf.claims)))
        found = parse_lines(named.split("\n"), name="decisions.jsonl")
        ledger = room.desk.book.ledger
        apply_decisions(ledger, found)
        for page in ("findings", "decisions", "left", "corrections", "decisions.json"):
            room.ask(f"GET /{page}".encode())
        room.desk.matching.orphans()
        corrections = read_corrections(room.desk.out)
        claims = apply_corrections(sheet.run.claims, corrections, sheet.texts)
        for claim in claims:
            claim.to_record()
        check(claims)
        parse_lines(export_lines(ledger), name="exported")

    _ROOMS.visit(applied)


def dropped(data: bytes) -> None:
    """An article that is dropped into the browser: the first line is its name."""
    from pipeline.review.dropped import read_bytes, safe_name

    name, _, content = data.partition(b"\n")
    safe = safe_name(name.decode("utf-8", "replace"))
    assert "/" not in safe
    assert "\\" not in safe
    assert "\0" not in safe
    read_bytes(safe, content)
