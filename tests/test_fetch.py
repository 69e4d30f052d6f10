"""A page from the web: fetched once, bounded in time and size, and nothing that it names is loaded or obeyed."""

from __future__ import annotations

import datetime as dt
import gzip
import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from documents import docx, paragraph, pdf
from web import Site, begin, serving

from pipeline.article import Article, Skipped, read_articles
from pipeline.article.address import is_public, is_public_name, parse_address
from pipeline.article.fetch import _next
from pipeline.config import Limits
from pipeline.errors import CorpusError

SENTENCE = "Exports of the landlocked republic to its neighbour rose to €2.4 billion in 2023, the ministry said."


LONG = " ".join([SENTENCE] * 4)


def page(head: str = "", body: str = LONG) -> str:
    return f"""<!doctype html><html lang="en"><head><title>Northern trade grows by a tenth</title>{head}</head><body>
<nav><a href="/">Home</a></nav><article><h1>Northern trade grows by a tenth</h1><p>{body}</p></article></body></html>"""


PDF = pdf([[LONG.replace("€", "$")[:90]] * 2])


PAGE = page('<meta charset="utf-8">')


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with serving() as site:
        yield site


def read(address: str, **limits: float) -> Article | Skipped:
    (found,) = read_articles([address], limits=Limits(**{"fetch_seconds": 10, **limits}))  # type: ignore[arg-type]
    return found


def article(address: str, **limits: float) -> Article:
    found = read(address, **limits)
    assert isinstance(found, Article), found
    return found


def refused(address: str, **limits: float) -> str:
    found = read(address, **limits)
    assert isinstance(found, Skipped), found
    assert found.fatal
    assert "\n" not in found.reason
    return found.reason


# --- what is read -----------------------------------------------------------------------------------------------------


def test_a_page_gives_text_title_date_outlet_and_address(site: Site) -> None:
    head = f"""<meta property="og:site_name" content="Bugle"><link rel="canonical" href="{site.at("/a/1")}">
    <meta property="article:published_time" content="2024-03-05T10:00:00Z">"""
    address = site.put("/a/1?from=mail", page(head), "text/html; charset=utf-8")
    found = article(f"{address}#top")
    assert found.name == address
    assert (found.title, found.outlet, found.url) == ("Northern trade grows by a tenth", "Bugle", site.at("/a/1"))
    assert (found.published, found.format) == (dt.date(2024, 3, 5), "html")
    assert SENTENCE in found.text
    assert "Home" not in found.text


def test_a_page_that_says_nothing_of_itself_has_its_host_and_its_address(site: Site) -> None:
    found = article(site.put("/a", PAGE))
    assert (found.outlet, found.url) == ("127.0.0.1", site.at("/a"))


def test_a_page_cannot_give_the_address_of_another_outlet_as_its_own(site: Site) -> None:
    head = '<link rel="canonical" href="https://other.example/a"><meta property="og:url" content="https://x.example/">'
    assert article(site.put("/a", page(head))).url == site.at("/a")


def test_it_is_asked_for_once_and_nothing_that_it_names_is_loaded(site: Site) -> None:
    names = ("style.css", "script.js", "picture.png", "frame.html", "feed.xml", "icon.ico")
    head = "".join(f'<link rel="stylesheet prefetch alternate icon" href="{site.at("/" + name)}">' for name in names)
    head += f'<script src="{site.at("/script.js")}"></script><meta http-equiv="refresh" content="0; url=/other">'
    body = f'{LONG}<img src="/picture.png"><iframe src="/frame.html"></iframe>'
    article(site.put("/a", page(head, body)))
    assert site.asked == ["/a"]


@pytest.mark.parametrize(
    ("path", "body", "kind", "format_"),
    [
        pytest.param("/a", PDF, "application/pdf", "pdf", id="pdf"),
        pytest.param("/a", PDF, "text/html", "pdf", id="pdf under another type"),
        pytest.param("/a.pdf", PDF, "application/octet-stream", "pdf", id="pdf to save"),
        pytest.param("/a", docx(paragraph(LONG)), "application/octet-stream", "docx", id="word"),
        pytest.param("/a.txt?x=1", LONG.encode(), "text/plain; charset=utf-8", "txt", id="text"),
        pytest.param("/a", LONG.encode(), "text/markdown", "md", id="markdown"),
        pytest.param("/a.md", LONG.encode(), None, "md", id="by its path"),
        pytest.param("/a", b"<!-- saved -->\n" + PAGE.encode(), None, "html", id="page without a type"),
        pytest.param("/a.txt", PAGE.encode(), "text/plain", "html", id="page as text"),
        pytest.param("/a", b'<?xml version="1.0"?>' + PAGE.encode(), "application/xml", "html", id="page as xml"),
    ],
)
def test_formats(site: Site, path: str, body: bytes, kind: str | None, format_: str) -> None:
    found = article(site.put(path, body, kind))
    assert found.format == format_
    assert "2.4 billion" in found.text or "landlocked republic" in found.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(page().encode("cp1252"), "text/html; charset=windows-1252", id="as it says"),
        pytest.param(page().encode("cp1252"), "text/html; charset=utf-8", id="says utf-8 and is not"),
        pytest.param(page().encode(), "text/html; charset=ISO-8859-1", id="says latin-1 and is utf-8"),
        pytest.param(PAGE.encode(), "text/html; charset=us-ascii", id="server and page differ"),
        pytest.param(page().encode(), "text/html; charset=x-none", id="no such charset"),
        pytest.param(page().encode(), 'text/html; charset="', id="broken head"),
        pytest.param(page().encode("utf-16"), "text/html; charset=utf-8", id="a mark goes before all"),
        pytest.param(page().encode("cp1251", "xmlcharrefreplace"), "text/html; charset=cp1251", id="cyrillic"),
    ],
)
def test_charsets(site: Site, body: bytes, kind: str) -> None:
    assert SENTENCE in article(site.put("/a", body, kind)).text


def test_a_packed_page_is_unpacked(site: Site) -> None:
    packed = gzip.compress(PAGE.encode())
    assert SENTENCE in article(site.put("/a", packed, Content_Encoding="gzip")).text


def test_the_request_says_who_asks_and_carries_nothing_else(site: Site) -> None:
    heads: list[dict[str, str]] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        heads.append(dict(handler.headers))
        begin(handler, heads={"Set-Cookie": "a=b"} if handler.path == "/" else {})
        handler.wfile.write(PAGE.encode())

    article(site.let("/", answer))
    assert "crossfoot" in heads[0]["User-Agent"]
    assert not {"Cookie", "Referer", "Authorization"} & heads[0].keys()


# --- redirects --------------------------------------------------------------------------------------------------------


def test_redirects_are_followed_and_the_last_address_counts(site: Site) -> None:
    site.put("/end", PAGE)
    site.move("/there", "/end", status=308)
    address = site.move("/a", site.at("/there"), status=301)
    found = article(address)
    assert (found.name, found.url) == (address, site.at("/end"))
    assert site.asked == ["/a", "/there", "/end"]


def test_redirects_are_bounded(site: Site) -> None:
    site.move("/b", "/a")
    assert "redirects more than 5 times" in refused(site.move("/a", "/b"))
    assert len(site.asked) == 6
    assert "redirects more than 0 times" in refused(site.at("/a"), fetch_redirects=0)


@pytest.mark.parametrize(
    "to",
    [
        "file:///etc/passwd",
        "ftp://bugle.example/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://x/",
        "http://[::1",
    ],
)
def test_redirects_lead_nowhere_but_to_the_web(site: Site, to: str) -> None:
    assert "is no web address" in refused(site.move("/a", to))


def test_redirects_do_not_leave_an_encrypted_connection() -> None:
    with pytest.raises(CorpusError, match="unencrypted"):
        _next(parse_address("https://bugle.example/a"), "http://bugle.example/b")
    assert _next(parse_address("https://bugle.example/a"), "//b.example/").text == "https://b.example/"


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Names and the numbers that each look-up gives in turn; 127.0.0.1 plays a public host, all others are private."""
    names: dict[str, list[str]] = {}
    ask = socket.getaddrinfo

    def look_up(host: str, *how: Any, **more: Any) -> Any:
        numbers = names.get(host, [host])
        return ask(numbers.pop(0) if len(numbers) > 1 else numbers[0], *how, **more)

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    monkeypatch.setattr("pipeline.article.fetch.is_public", lambda number: number == "127.0.0.1")
    return names


@pytest.mark.parametrize("host", ["127.0.0.2", "inside.example"])
def test_a_public_page_does_not_send_us_into_a_private_network(
    site: Site, internet: dict[str, list[str]], host: str
) -> None:
    internet |= {"bugle.example": ["127.0.0.1"], "inside.example": ["127.0.0.3"]}
    site.move("/a", site.at("/secret", host=host))
    assert "private network" in refused(site.at("/a", host="bugle.example"))
    assert site.asked == ["/a"]


def test_a_name_that_turns_private_between_two_requests_is_not_followed(
    site: Site, internet: dict[str, list[str]]
) -> None:
    internet |= {"bugle.example": ["127.0.0.1", "127.0.0.2"]}
    site.move("/a", "/b")
    assert "private network" in refused(site.at("/a", host="bugle.example"))


def test_what_was_looked_at_is_what_is_connected_to(site: Site, internet: dict[str, list[str]]) -> None:
    internet |= {"bugle.example": ["127.0.0.1", "127.0.0.2"]}  # a second look-up would lead to nobody
    site.put("/a", PAGE)
    assert article(site.at("/a", host="bugle.example")).outlet == "bugle.example"


def test_a_private_address_that_was_typed_is_read_and_may_redirect_within_its_host(
    site: Site, internet: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.article.fetch.is_public", is_public)
    internet |= {"wiki.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}
    site.put("/b", PAGE)
    assert article(site.move("/a", "/b").replace("127.0.0.1", "wiki.example"))
    site.move("/c", site.at("/b", host="other.example"))
    assert "private network" in refused(site.at("/c", host="wiki.example"))


# --- what cannot be read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "is not there (404 Not Found): check the address"),
        (410, "is not there (410 Gone)"),
        (403, "is not given to programs (403 Forbidden): save the page"),
        (429, "is not given to programs"),
        (500, "the server is in trouble (500 Internal Server Error): try again later"),
        (204, "is not given (204 No Content)"),
        (304, "is not given (304 Not Modified)"),
    ],
)
def test_statuses(site: Site, status: int, words: str) -> None:
    assert words in refused(site.put("/a", status=status))


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "image/png", "is no article but image/png", id="picture"),
        pytest.param(b"{}", "application/json; charset=utf-8", "is no article but application/json", id="json"),
        pytest.param(b"<rss></rss>", "application/rss+xml", "is a feed", id="feed"),
        pytest.param(b'<?xml version="1.0"?>\n<rss></rss>', "text/xml", "is a feed", id="feed as xml"),
        pytest.param(b"\x00\x01\x02\x03" * 40, "text/plain", "binary", id="binary as text"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", None, "binary", id="binary without a type"),
        pytest.param(b"", "text/html", "is empty", id="nothing"),
        pytest.param(b"<html><nav>Home</nav></html>", "text/html", "without an article", id="no article"),
        pytest.param(pdf([[], []]), "application/pdf", "OCR", id="scan"),
        pytest.param(("<p>Der Handel mit dem Norden ist im Jahr 2023 um ein Zehntel gewachsen und die Ausfuhren auch."
                      * 9).encode(), "text/html", "is in German", id="another language"),
    ],
)  # fmt: skip
def test_what_is_no_article(site: Site, body: bytes, kind: str | None, words: str) -> None:
    assert words in refused(site.put("/a", body, kind))


@pytest.mark.parametrize("said", [True, False], ids=["a length that is said", "a length that is not"])
def test_what_is_too_large_is_given_up(site: Site, said: bool) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        begin(handler, heads={"Content-Length": str(10**12)} if said else {})
        while True:
            handler.wfile.write(b"<p>more and more</p>" * 1000)

    assert "larger than 1,000,000 bytes: raise limits.max_file_bytes" in refused(
        site.let("/a", endless), max_file_bytes=1_000_000
    )


def test_a_page_that_unpacks_to_far_too_much_is_not_unpacked(site: Site) -> None:
    bomb = gzip.compress(gzip.compress(b"0" * 60_000_000))
    address = site.put("/a", bomb, Content_Encoding="gzip, gzip")
    assert len(bomb) < 60_000
    started = time.process_time()
    assert "larger than 1,000,000 bytes" in refused(address, max_file_bytes=1_000_000)
    assert time.process_time() - started < 5


def _wait(handler: BaseHTTPRequestHandler, site: Site, drop: bytes) -> None:
    while not site.over.wait(0.05):
        handler.wfile.write(drop)
        handler.wfile.flush()


@pytest.mark.parametrize("slow", ["never begins", "head drips", "body drips", "packed body drips", "redirects drip"])
def test_all_of_it_is_bounded_in_time(site: Site, slow: str) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if slow == "never begins":
            site.over.wait(30)
        elif slow == "head drips":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            _wait(handler, site, b"X-A: b\r\n")
        elif slow == "redirects drip":
            site.over.wait(0.2)
            begin(handler, status=302, heads={"Location": "/a"})
        else:
            begin(handler, heads={"Content-Encoding": "gzip"} if slow.startswith("packed") else {})
            _wait(handler, site, b"\x1f\x8b\x08\x00" if slow.startswith("packed") else b"<p>")

    started = time.monotonic()
    reason = refused(site.let("/a", answer), fetch_seconds=0.6, fetch_redirects=50)
    assert time.monotonic() - started < 20  # site.over would wait for ever
    assert any(words in reason for words in ("within 0.6 seconds", "does not answer", "cannot be undone"))


def test_a_page_that_breaks_off_is_no_article(site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        begin(handler, heads={"Content-Length": "100000"})
        handler.wfile.write(PAGE.encode())

    assert "broke off" in refused(site.let("/a", broken))
    assert "packed in a way" in refused(site.put("/b", PAGE, Content_Encoding="gzip"))
    site.let("/c", lambda handler: handler.wfile.write(b"\x00\xff nonsense\r\n\r\n") and None)
    assert "broke off" in refused(site.at("/c"))


def test_who_cannot_be_reached_is_named(site: Site) -> None:
    assert "no-such-host.invalid is not known" in refused("http://no-such-host.invalid/a")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert "does not let us connect" in refused(f"http://127.0.0.1:{free.getsockname()[1]}/")
    site.put("/a", PAGE)
    assert "cannot be read safely" in refused(site.at("/a").replace("http:", "https:"))


@pytest.mark.parametrize(
    "address",
    [
        *("http://", "http://[::1", "http://a b/", "https://bugle.example:port/", "http://%41.example/", "http:///a"),
        "http://bugle.example/\udcff",  # an argument that is no UTF-8
    ],
)
def test_what_is_no_address(address: str) -> None:
    assert "is no web address" in refused(address)


def test_passwords_are_neither_sent_nor_shown() -> None:
    found = read("http://user:secret@bugle.example/a")
    assert isinstance(found, Skipped)
    assert "secret" not in found.name + found.reason
    assert "leave it out" in found.reason


def test_other_schemes_are_no_addresses() -> None:
    assert "give one of http or https" in refused("ftp://bugle.example/a")


# --- proxies ----------------------------------------------------------------------------------------------------------


def test_a_proxy_of_the_system_is_used_and_its_redirects_stay_out_of_this_machine(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("http_proxy", site.at())
    site.put("http://bugle.example/a", PAGE)
    assert article("http://bugle.example/a").outlet == "bugle.example"
    for to in ("http://127.0.0.1/x", "http://localhost:9/x", "http://[::1]/", "http://wiki.local/", "http://wiki/"):
        site.move("http://bugle.example/b", to)
        assert "private network" in refused("http://bugle.example/b")
    assert not is_public_name("localhost")
    assert is_public_name("bugle.example")
