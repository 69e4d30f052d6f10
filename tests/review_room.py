"""A review to test: a run in a directory, decisions beside it, and a browser that fills in the page's own forms."""

from __future__ import annotations

import dataclasses
import itertools
import tempfile
from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sample_run import CLAIMS, FINDINGS, sample_run
from starlette.testclient import TestClient

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report.shelf import severity
from pipeline.review.app import create_app
from pipeline.review.desk import Desk, Tools
from pipeline.review.gate import Door
from pipeline.store import Run, StoredCheck, write_run
from pipeline.store.ledger import Ledger, open_ledger

HOME = "http://127.0.0.1:8765"
DOOR = Door(secret="a secret of the tests")
KAZ, GROWTH, RANK, REGION, MIRROR, READ = (finding.id for finding in FINDINGS)
ORDER = [finding.id for finding in sorted(FINDINGS, key=severity)]
WRONG = CLAIMS["kaz-wrong"]


def checked_by_hand(claims: Sequence[Claim]) -> StoredCheck:
    """A check that knows two things: the sample's findings, and that two figures for Kyrgyzstan must be the same."""
    by_id = {claim.id: claim for claim in claims}
    kept = [f for f in FINDINGS if all(by_id.get(c) == known for c in f.claims for known in [_known(c)])]
    read = [c for c in claims if c.partner == "KGZ" and c.id == WRONG.id]
    other = [c for c in claims if c.doc == "dropped.txt"]
    return StoredCheck(
        findings=(*kept, *(_appears(c.id, c.text) for c in (*read, *other))), checked=frozenset(c.id for c in other)
    )


def _known(id: str) -> Claim:
    return next(claim for claim in CLAIMS.values() if claim.id == id)


def _appears(claim: str, text: str) -> Finding:
    words = f"{text} does not fit <b>Kyrgyzstan</b>"
    return Finding(
        id="f-new",
        kind="same-fact",
        scope="article",
        certainty="impossible",
        claims=(claim, CLAIMS["kgz"].id),
        explanation=words,
        headline=words,
    )


def extracted_by_hand(article: Any) -> tuple[Claim, ...]:
    """The first ``$22.7 billion`` of a text."""
    at = article.text.find("$22.7 billion")
    if at < 0:
        return ()
    return (dataclasses.replace(WRONG, id="c-dropped", doc=article.name, start=at, end=at + 13, evidence={}),)


def tools() -> Tools:
    """A clock that counts, and words that anybody can guess."""
    ticks, words = itertools.count(), itertools.count()
    return Tools(
        check=checked_by_hand,
        extract=extracted_by_hand,
        now=lambda: f"2026-11-23T10:{next(ticks) // 60:02d}:00Z",
        token=lambda: f"n{next(words)}",
    )


@cache
def _sample_files() -> dict[str, bytes]:
    """The sample run as it is written; rendered once for all tests."""
    with tempfile.TemporaryDirectory() as directory:
        write_run(Path(directory), sample_run())
        return {path.name: path.read_bytes() for path in Path(directory).iterdir()}


@dataclasses.dataclass
class Room:
    """A review of a directory."""

    out: Path
    ledger: Ledger
    desk: Desk

    @classmethod
    def of(cls, out: Path, run: Run | None = None, address: str | None = None) -> Room:
        if run is None and not any(out.iterdir()):
            for name, content in _sample_files().items():
                (out / name).write_bytes(content)
        elif run is not None:
            write_run(out, run)
        ledger = open_ledger(out, address)
        return cls(out, ledger, Desk(out, ledger, tools()))

    def browser(self, user: str = "Anna", door: Door = DOOR) -> Browser:
        return Browser(TestClient(create_app(self.desk, door, user=user), base_url=HOME, raise_server_exceptions=True))


def statuses(room: Room) -> dict[str, str]:
    """How every finding stands, by the JSON of the queue."""
    found = room.browser().json("/findings.json?status=all")["findings"]
    return {row["id"]: row["status"] for row in found}


class Browser:
    """A browser without JavaScript: it opens pages and presses the buttons that stand on them."""

    def __init__(self, client: Any, home: str = HOME) -> None:
        self.client, self.home = client, home
        self.html, self.path, self.status = "", "", 0

    def open(self, path: str) -> Browser:
        return self._take(self.client.get(path, headers={"Sec-Fetch-Site": "same-origin"}))

    def json(self, path: str) -> Any:
        return self.client.get(path).json()

    def press(self, action: str, at: int = 0, **filled: str | list[str]) -> Browser:
        """Press the button with this value on the page, in the form that has every field named, with fields filled."""
        forms = [f for f in Forms(self.html).forms if action in f.buttons and filled.keys() <= f.fields.keys()]
        form = forms[at]
        fields = {**form.fields, **filled, **({"action": action} if action in form.named else {})}
        if not isinstance(fields.get("subject", []), list):
            fields["subject"] = [fields["subject"]]
        path = form.attributes.get("action", "/")
        files = {"file": ("", b"")} if "enctype" in form.attributes else None
        sent = {name: value for name, value in fields.items() if name != "file"}
        return self._take(self.client.post(path, data=sent, files=files, headers={"Origin": self.home}))

    def _take(self, response: Any) -> Browser:
        self.html, self.status = response.text, response.status_code
        parts = urlsplit(str(response.url))
        self.path = parts.path + ("?" + parts.query if parts.query else "")
        return self

    @property
    def said(self) -> str:
        """The text of the page."""
        return " ".join(Forms(self.html).text.split())


class Forms(HTMLParser):
    """The forms of a page with what they would send, and the page's text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.text = ""
        self._open: Form | None = None
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(attributes=given)
            self.forms.append(self._open)
        form = self._open
        if form is None:
            return
        if tag == "button" and given.get("type") != "button":
            form.buttons.append(given.get("value", ""))
            form.named += [given["value"]] if "name" in given else []
        elif tag == "select":
            self._select = given.get("name", "")
            form.fields.setdefault(self._select, "")
        elif tag == "option" and (not form.fields.get(self._select) or "selected" in given):
            form.fields[self._select] = given.get("value", "")
        elif tag == "input" and given.get("type") == "checkbox":
            form.fields.setdefault(given["name"], [])
            form.boxes.append(given["value"])
        elif tag in {"input", "textarea"} and given.get("name"):
            form.fields[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None

    def handle_data(self, data: str) -> None:
        self.text += data


@dataclasses.dataclass
class Form:
    """A form of a page."""

    attributes: dict[str, str]
    fields: dict[str, Any] = dataclasses.field(default_factory=dict)
    buttons: list[str] = dataclasses.field(default_factory=list)
    named: list[str] = dataclasses.field(default_factory=list)
    boxes: list[str] = dataclasses.field(default_factory=list)
