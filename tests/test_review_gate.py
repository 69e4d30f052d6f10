"""The gate of the review: what other sites, other machines and hostile articles cannot do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from review_room import DOOR, HOME, KAZ, READ, Browser, Forms, Room
from starlette.testclient import TestClient

from pipeline.review.app import create_app
from pipeline.review.gate import LARGEST_FORM, Door

OPEN_DOOR = Door(secret="s", host="0.0.0.0", hosts=("desk.example",), token="the-token")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of(tmp_path)


def client(room: Room, door: Door = DOOR, base: str = HOME) -> TestClient:
    return TestClient(create_app(room.desk, door, user="Anna"), base_url=base, follow_redirects=False)


def form(room: Room, at: TestClient) -> dict[str, str]:
    html = at.get("/").text
    found = next(form for form in Forms(html).forms if "because" in form.fields)
    return {**found.fields, "action": "accept"}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("127.0.0.1:8765", 200, id="loopback"),
        pytest.param("localhost:8765", 200, id="localhost"),
        pytest.param("LOCALHOST", 200, id="without a port"),
        pytest.param("[::1]:8765", 200, id="IPv6"),
        pytest.param("evil.example", 421, id="another name that points here"),
        pytest.param("127.0.0.1.evil.example:8765", 421, id="looks like ours"),
        pytest.param("localhost@evil.example", 421, id="a user in it"),
        pytest.param("192.168.1.7:8765", 421, id="another address"),
        pytest.param("", 421, id="none"),
        pytest.param("localhost:port", 421, id="no port"),
        pytest.param("localhost/evil", 421, id="a path in it"),
    ],
)
def test_only_our_own_names_are_answered(room: Room, host: str, status: int) -> None:
    answer = client(room).get("/", headers={"Host": host})
    assert answer.status_code == status
    assert "set-cookie" not in answer.headers or status == 200


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="no origin"),
        pytest.param({"Origin": "null"}, id="null"),
        pytest.param({"Origin": "https://evil.example"}, id="another site"),
        pytest.param({"Origin": "http://127.0.0.1:9999"}, id="another port"),
        pytest.param({"Origin": "http://localhost:8765"}, id="another name of ours"),
        pytest.param({"Origin": HOME, "Sec-Fetch-Site": "cross-site"}, id="the browser says cross-site"),
        pytest.param({"Origin": HOME, "Sec-Fetch-Site": "same-site"}, id="the browser says same-site"),
    ],
)
def test_what_comes_from_elsewhere_changes_nothing(room: Room, headers: dict[str, str]) -> None:
    at = client(room)
    answer = at.post("/act", data=form(room, at), headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text
    assert room.ledger.extent()[0] == 0


@pytest.mark.parametrize(("mode", "status"), [("navigate", 200), ("no-cors", 403), ("cors", 403), ("same-origin", 403)])
def test_another_site_may_link_here_and_nothing_else(room: Room, mode: str, status: int) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode}
    assert client(room).get("/findings.json", headers=headers).status_code == status


def test_a_request_without_our_cookie_changes_nothing(room: Room) -> None:
    at = client(room)
    filled = form(room, at)
    at.cookies.clear()
    assert at.post("/act", data=filled, headers={"Origin": HOME}).status_code == 403
    assert room.ledger.extent()[0] == 0


@pytest.mark.parametrize("word", ["", "guess", "\udcff"])
def test_a_form_that_is_not_ours_changes_nothing(room: Room, word: str) -> None:
    at = client(room)
    filled = {**form(room, at), "word": word.encode("utf-8", "replace").decode()}
    answer = at.post("/act", data=filled, headers={"Origin": HOME})
    assert (answer.status_code, room.ledger.extent()[0]) == (403, 0)


def test_the_cookie_is_for_the_same_site_only_and_not_for_scripts(room: Room) -> None:
    cookie = client(room).get("/").headers["set-cookie"]
    assert "crossfoot-8765=" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_a_page_of_an_earlier_start_is_said_to_be_so(room: Room) -> None:
    at = client(room)
    filled = form(room, at)
    later = client(room, Door(secret="another start"))
    later.cookies = at.cookies
    answer = later.post("/act", data=filled, headers={"Origin": HOME})
    assert answer.status_code == 403
    assert "reload it" in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(room: Room, method: str) -> None:
    assert client(room).request(method, "/act", headers={"Origin": HOME}).status_code == 405


def test_what_is_too_large_is_refused_before_it_is_read(room: Room) -> None:
    at = client(room)
    filled = {**form(room, at), "because": "x" * LARGEST_FORM}
    answer = at.post("/act", data=filled, headers={"Origin": HOME})
    assert (answer.status_code, "at most 0.4 MB" in answer.text) == (413, True)


def test_what_is_larger_than_it_said_is_cut_off(room: Room) -> None:
    at = client(room)
    word = form(room, at)["word"].encode()

    def body() -> object:
        yield b"action=accept&word=" + word + b"&because="
        for _ in range(20):
            yield b"x" * (LARGEST_FORM // 10)

    headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "10"}
    answer = at.post("/act", content=body(), headers=headers)  # type: ignore[arg-type]
    assert answer.status_code in {403, 413}
    assert room.ledger.extent()[0] == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"%%%", b"word=%ff%fe", b"a" * 1000, b"&".join(b"f%d=1" % n for n in range(6000))],
    ids=["empty", "no form", "no text", "no field", "too many fields"],
)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"])
def test_what_is_no_form_is_refused(room: Room, content: bytes, kind: str) -> None:
    at = client(room)
    at.get("/")
    answer = at.post("/act", content=content, headers={"Origin": HOME, "Content-Type": kind})
    assert answer.status_code in {400, 403}


@pytest.mark.parametrize("path", ["/", "/findings.json", "/static/review.js", "/nonsense", "/drop"])
def test_every_answer_tells_the_browser_what_it_must_not_do(room: Room, path: str) -> None:
    headers = client(room).get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "server" not in headers
    assert ("no-store" in headers["cache-control"]) == (not path.startswith("/static"))


@pytest.mark.parametrize(
    "path",
    [
        "/static/../gate.py",
        "/static/%2e%2e/gate.py",
        "/static/..%2fgate.py",
        "/article?doc=../manifest.json",
        "/article?doc=/etc/passwd",
        "/article?doc=manifest.json",
        "/article?doc=%00",
        "/dropped/..%2f..%2fetc%2fpasswd",
        "/decisions.sqlite",
        "/manifest.json",
    ],
)
def test_nothing_outside_the_run_is_shown(room: Room, path: str) -> None:
    answer = client(room).get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "sha256" not in answer.text


@pytest.mark.parametrize(
    "back", ["?//evil.example", "https://evil.example", "?q=x%0d%0aSet-Cookie:%20a=b", "/\\evil.example"]
)
def test_a_form_cannot_send_the_browser_elsewhere(room: Room, back: str) -> None:
    at = client(room)
    answer = at.post("/act", data={**form(room, at), "back": back}, headers={"Origin": HOME})
    assert answer.status_code == 303
    assert re.match(r"/findings(/[\w-]+)?\?", answer.headers["location"])
    assert "evil.example" not in answer.headers["location"].split("?")[0]
    assert "a=b" not in answer.headers.get("set-cookie", "")


# Open to other machines


def test_other_machines_need_the_token(room: Room) -> None:
    at = client(room, OPEN_DOOR, "http://desk.example:8765")
    for path in ("/", "/findings.json", "/static/review.js", "/?token=guess", "/?token="):
        answer = at.get(path)
        assert (answer.status_code, "set-cookie" in answer.headers) == (401, False), path
    assert at.post("/act?token=the-token", data={}, headers={"Origin": "http://desk.example:8765"}).status_code == 401


def test_the_token_opens_once_and_leaves_the_address(room: Room) -> None:
    at = client(room, OPEN_DOOR, "http://desk.example:8765")
    answer = at.get("/findings?token=the-token&q=x")
    assert (answer.status_code, answer.headers["location"]) == (303, "/findings?q=x")
    assert at.get("/findings?q=x").status_code == 200
    filled = form(room, at)
    assert at.post("/act", data=filled, headers={"Origin": "http://desk.example:8765"}).status_code == 303


def test_a_token_s_address_cannot_lead_elsewhere(room: Room) -> None:
    answer = client(room, OPEN_DOOR, "http://desk.example:8765").get(
        "http://desk.example:8765//evil.example?token=the-token"
    )
    assert answer.headers["location"] == "/evil.example"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("desk.example", 401, id="a name that was given"),
        pytest.param("192.168.1.7:8765", 401, id="an address"),
        pytest.param("evil.example", 421, id="another name"),
    ],
)
def test_the_names_of_an_open_review(room: Room, host: str, status: int) -> None:
    assert client(room, OPEN_DOOR).get("/", headers={"Host": host}).status_code == status


# Hostile articles

HOSTILE = "<img src=x onerror=alert(2)>.txt"


def test_a_hostile_article_is_text_everywhere(room: Room) -> None:
    page: Browser = room.browser().open(f"/findings/{READ}").press("accept", because="<script>alert(3)</script>")
    pages = [f"/findings/{READ}?status=all", f"/findings/{KAZ}", "/articles", "/decisions", "/left", "/"]
    pages += ["/article?doc=" + HOSTILE.replace(" ", "%20"), "/findings?q=%22%3E%3Cscript%3Ealert(4)%3C/script%3E"]
    for path in pages:
        page.open(path)
        assert page.status == 200, path
        scripts = re.findall(r"<script[^>]*>", page.html)
        assert all("src=" in script for script in scripts), path
        assert len(scripts) == 2, path
        for active in ("<img", "<b>headline", "onerror=alert(2)>", "<i>the", "\u202e", "javascript:"):
            assert active not in page.html.replace("&lt;img src=x onerror=alert(2)&gt;", ""), (path, active)
        assert not re.search(r"<[^>]* on[a-z]+=", page.html), path
        assert not re.search(r"<[^>]* style=", page.html), path


def test_hostile_json_cannot_be_taken_for_a_page(room: Room) -> None:
    answer = client(room).get(f"/findings/{READ}.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
