"""A web server of this machine for the tests: every path answers as a test says, and every request is noted."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """What the server answers at which path; ``asked`` are the paths of the requests, in their order."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.over = threading.Event()

    def at(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def put(
        self, path: str, body: str | bytes = b"", kind: str | None = "text/html", *, status: int = 200, **heads: str
    ) -> str:
        """Answer a path with a body; the address of the path."""
        data = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            begin(handler, kind, status, {"Content-Length": str(len(data)), **heads})
            handler.wfile.write(data)

        self.answers[path] = answer
        return self.at(path)

    def move(self, path: str, to: str, status: int = 302) -> str:
        """Answer a path with a redirect."""
        return self.put(path, status=status, Location=to)

    def let(self, path: str, answer: Answer) -> str:
        """Answer a path by a function."""
        self.answers[path] = answer
        return self.at(path)


def begin(
    handler: BaseHTTPRequestHandler, kind: str | None = "text/html", status: int = 200, heads: Mapping[str, str] = {}
) -> None:
    """The head of an answer; ``_`` in names stands for a dash."""
    handler.send_response(status)
    if kind is not None:
        handler.send_header("Content-Type", kind)
    for name, value in heads.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    """A server of loopback, as long as the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            answer = site.answers.get(self.path)
            with contextlib.suppress(OSError):  # whoever asked has gone
                if answer is None:
                    begin(self, status=404)
                else:
                    answer(self)

        def log_message(self, *_: Any) -> None:
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
