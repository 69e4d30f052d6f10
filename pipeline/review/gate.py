"""The gate: who may ask at all. Everything that a browser could be tricked into is refused before a page is made.

A request must name a host that is ours (a page of another site cannot, even if its name is made to point here), one
that changes something must come from our own pages (``Origin``, a cookie that other sites' requests do not carry, and
a word that stands in our forms), and nothing may be larger than a form is. Where the review is open to other machines,
the address with the token has to be opened once.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_FORM: Final = 400_000
LARGEST_BODY: Final = 21_000_000
"""Of a dropped article, in bytes, with what a form puts around it."""

_SAFE: Final = frozenset({"GET", "HEAD"})
_ALLOWED: Final = _SAFE | {"POST"}
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with it browsers send the Origin "null" along with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where the review listens, and what opens it; ``secret`` is new with every start."""

    secret: str
    host: str = "127.0.0.1"
    port: int = 8765
    hosts: tuple[str, ...] = ()
    """Further names under which it may be asked."""
    token: str | None = None
    """Asked for once by every browser; None where only this machine can reach it."""

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies do not tell ports apart, so the name does."""
        return f"crossfoot-{self.port}"

    @property
    def pass_(self) -> str:
        """What the cookie holds."""
        return self._word("cookie")

    @property
    def form_word(self) -> str:
        """What every form of ours carries."""
        return self._word("form")

    def _word(self, use: str) -> str:
        return hmac.new(self.secret.encode(), use.encode(), hashlib.sha256).hexdigest()[:40]

    def knows(self, given: str) -> bool:
        """Whether a Host header names us: this machine, the name it was started with, or, with a token, an address."""
        name = _host_name(given)
        if name is None:
            return False
        known = {"localhost", "127.0.0.1", "::1", self.host.lower(), *(host.lower() for host in self.hosts)}
        return name in known - {"0.0.0.0", "::", ""} or (self.token is not None and _is_address(name))


def same(given: str | None, expected: str) -> bool:
    """Whether two words are the same, in a time that does not tell where they differ."""
    return hmac.compare_digest((given or "").encode("utf-8", "replace"), expected.encode())


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate before an application."""

    app: ASGIApp
    door: Door = field(kw_only=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer it here."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        known = same(_cookie(headers, self.door.cookie), self.door.pass_)
        refused = self._refuse(scope, headers, known=known)
        send = self._guarded(send, hand_out=not known and refused is None)
        if refused is not None:
            await refused(scope, receive, send)
            return
        limit = LARGEST_BODY if scope["path"] == "/drop" else LARGEST_FORM
        await self.app(scope, _limited(receive, limit), send)

    def _refuse(self, scope: Scope, headers: Headers, *, known: bool) -> Response | None:
        """The answer to a request that does not pass; None for one that does."""
        if scope["method"] not in _ALLOWED:
            return _no(405, "That cannot be done here.")
        if not scope["query_string"].isascii():
            return _no(400, "That is no address: other characters than plain ones are written with %.")
        if not self.door.knows(headers.get("host", "")):
            return _no(421, "This address is not the review's: open it as it was printed when it started.")
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return _no(403, "That came from another site and was not done.")
        if self.door.token is not None and not known:
            return self._token_answer(scope)
        if scope["method"] not in _SAFE:
            return self._refuse_change(scope, headers, known=known)
        return None

    def _refuse_change(self, scope: Scope, headers: Headers, *, known: bool) -> Response | None:
        if not _own_origin(headers) or headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return _no(403, "That came from another site and was not done.")
        if not known:
            return _no(403, "This page is from before the review was started again: reload it and try once more.")
        limit = LARGEST_BODY if scope["path"] == "/drop" else LARGEST_FORM
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > limit:
            return _no(413, f"That is too large: at most {limit / 1_000_000:g} MB can be sent here.")
        return None

    def _token_answer(self, scope: Scope) -> Response | None:
        """Whoever brings the token gets the cookie, and an address without it; the others are told what to do."""
        query = parse_qsl(scope["query_string"].decode("latin-1"))
        if scope["method"] in _SAFE and any(k == "token" and same(v, self.door.token or "") for k, v in query):
            rest = urlencode([(key, value) for key, value in query if key != "token"])
            answer = RedirectResponse(_local(scope["path"]) + ("?" + rest if rest else ""), status_code=303)
            self._give_cookie(answer)
            return answer
        return _no(401, "Open the address with the token once, as it was printed when the review started.")

    def _give_cookie(self, answer: Response) -> None:
        answer.set_cookie(self.door.cookie, self.door.pass_, httponly=True, samesite="strict", path="/")

    def _guarded(self, send: Send, *, hand_out: bool) -> Send:
        """Every answer with the headers that tell the browser what it must not do."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = Response()
                if hand_out:
                    self._give_cookie(answer)
                given = {name.lower() for name, _ in message.get("headers", [])}
                own = _HEADERS | {"Cache-Control": "no-store"}
                added = [(n.lower().encode(), v.encode()) for n, v in own.items() if n.lower().encode() not in given]
                cookies = [pair for pair in answer.raw_headers if pair[0] == b"set-cookie"]
                message = {**message, "headers": [*message.get("headers", []), *added, *cookies]}
            await send(message)

        return guarded


def _limited(receive: Receive, limit: int) -> Receive:
    """The body of a request, cut off where it becomes larger than it said it was."""
    total = 0

    async def limited() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        return {"type": "http.disconnect"} if total > limit else message

    return limited


def _own_origin(headers: Headers) -> bool:
    """Whether the browser says that the request comes from a page of the very host that it goes to."""
    origin = urlsplit(headers.get("origin", ""))
    return origin.scheme in {"http", "https"} and origin.netloc.lower() == headers.get("host", "").lower()


def _cookie(headers: Headers, name: str) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _host_name(given: str) -> str | None:
    """The name in a Host header, without its port; None for what is no host."""
    try:
        parts = urlsplit(f"//{given}")
        _ = parts.port
    except ValueError:
        return None
    plain = parts.path == parts.query == parts.fragment == "" and "@" not in given
    return parts.hostname if plain else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _local(path: str) -> str:
    """A path that cannot be taken for another host's."""
    return "/" + path.lstrip("/\\")


def _no(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status_code=status)
