"""PDFium in a process of its own: a file that would run for ever, or fill the memory, costs that file and nothing else.

A file of two kilobytes can ask for more drawing than a year holds (a form that draws a form ten times, and so on), and
nothing stops PDFium but the end of its process. So the pages are read by a child that lives as long as this process,
and gets for each file as much time as its size allows. A child that ends is replaced.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from functools import cache
from typing import IO, Any, Final

from pipeline.article.pdf_page import read_pages
from pipeline.errors import CorpusError

_SECONDS: Final = 10
_SECONDS_A_MEGABYTE: Final = 3
_PATIENCE: Final = 20
"""Seconds by the clock for one of work: for a child that waits and does not work, or has no limit of the system's."""
_MEMORY: Final = 4_000_000_000
_TOO_MUCH: Final = "takes more time or memory than a document of its size needs: print it to a new PDF file"
Answer = dict[str, Any]
"""``pages`` of a file, an ``error`` of it, or a ``fault`` of ours."""
_NUMBER: Final = 8
"""Bytes of the number that goes before whatever is sent."""
_CHILD: Final = "import sys; sys.path[:] = {path!r}; from pipeline.article.apart import serve; serve()"


def pages_apart(data: bytes) -> list[str]:
    """The text of each page of a PDF file; ``CorpusError`` says what is wrong with it."""
    child = _child(os.getpid())
    with child.lock:
        answer = child.ask(data, _SECONDS + _SECONDS_A_MEGABYTE * len(data) // 1_000_000)
    if "error" in answer:
        raise CorpusError(answer["error"])
    if "fault" in answer:
        raise RuntimeError(answer["fault"])
    pages: list[str] = answer["pages"]
    return pages


class _Child:
    """The process that reads; started when it is first asked."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._of = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.end)

    def ask(self, data: bytes, seconds: int) -> Answer:
        """The pages of a file, or what is wrong with it."""
        if self._process is None or self._process.poll() is not None:
            self.end()
            try:
                self._process = _started()
            except OSError:  # no process may be started here
                return _answer(data)
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        timer = threading.Timer(_PATIENCE * seconds, process.kill)
        timer.start()
        try:
            _send(process.stdin, seconds.to_bytes(_NUMBER, "big") + data)
            answer = _received(process.stdout)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self.end()
            return {"error": _TOO_MUCH}
        found: Answer = json.loads(answer)
        return found

    def end(self) -> None:
        """Let the child go; a copy of this process leaves it alone."""
        process, self._process = self._process, None
        if process is not None and os.getpid() == self._of:
            process.kill()
            process.communicate()


@cache
def _child(process: int) -> _Child:
    """The child of a process: two that share one would get each other's answers."""
    del process
    return _Child()


def _started() -> subprocess.Popen[bytes]:
    code = _CHILD.format(path=sys.path)
    return subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def serve() -> None:
    """What the child does: a file in, its pages out, until nobody asks any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while (asked := _received(sys.stdin.buffer)) is not None:
        _limit(int.from_bytes(asked[:_NUMBER], "big"))
        _send(sys.stdout.buffer, json.dumps(_answer(asked[_NUMBER:])).encode())


def _answer(data: bytes) -> Answer:
    try:
        return {"pages": read_pages(data)}
    except CorpusError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": _TOO_MUCH}
    except Exception as error:
        return {"fault": f"{type(error).__name__}: {error}"}


def _limit(seconds: int) -> None:
    """So much time and memory from now on; nothing where the system knows no limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + seconds
        limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: until, resource.RLIMIT_AS: _MEMORY}
        for which, limit in limits.items():
            resource.setrlimit(which, (limit, resource.getrlimit(which)[1]))


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(_NUMBER, "big") + data)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    """What was sent; None where the other side has gone."""
    head = stream.read(_NUMBER)
    data = stream.read(int.from_bytes(head, "big")) if len(head) == _NUMBER else b""
    return data if len(head) == _NUMBER and len(data) == int.from_bytes(head, "big") else None
