"""PDF files that would run for ever end the child that reads them, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from documents import pdf

from fuzz.grown import _pdf
from pipeline.article import apart
from pipeline.article.pdf_page import read_pages
from pipeline.errors import CorpusError

SOUND = pdf([["Exports to Uganda rose to $3.1 billion in 2023, customs data show."]])
ROOT = Path(__file__).parent.parent


def forms(depth: int) -> bytes:
    """A page whose form draws the next form ten times, and so on: ten to the depth of drawing in two kilobytes."""
    font = b"/Font << /F1 4 0 R >>"
    drawing = b"/Resources << %s /XObject << /X %d 0 R >> >>"
    content = b"<< /Length %d >> stream\n%s\nendstream"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R %s" % (drawing % (font, 6)) + b" >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        content % (60, b"/X Do " * 10),
    ]
    for number in range(7, 7 + depth):
        drawn = b"/X Do " * 10 if number < 6 + depth else b"BT /F1 9 Tf 9 150 Td (Kenya sold tea) Tj ET"
        form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] " + drawing % (font, number)
        objects.append(content.replace(b"<<", form, 1) % (len(drawn), drawn))
    return _pdf(objects)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_SECONDS", 1)


@pytest.mark.usefixtures("hurried")
def test_a_file_that_draws_for_ever_is_refused_and_the_next_is_read() -> None:
    assert apart.pages_apart(forms(2)) == read_pages(forms(2))
    with pytest.raises(CorpusError, match="takes more time or memory than a document of its size needs"):
        apart.pages_apart(forms(12))
    assert "Exports to Uganda" in apart.pages_apart(SOUND)[0]


@pytest.mark.usefixtures("hurried")
def test_a_child_that_waits_and_does_not_work_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_PATIENCE", 0.2)
    monkeypatch.setattr(apart, "_CHILD", "import time; time.sleep(60)")
    child = apart._Child()
    assert child.ask(SOUND, 1) == {"error": apart._TOO_MUCH}


def test_a_child_that_has_ended_is_replaced() -> None:
    child = apart._Child()
    assert child.ask(SOUND, 10)["pages"]
    assert child._process is not None
    child._process.kill()
    child._process.wait()
    assert child.ask(SOUND, 10)["pages"]
    child.end()


def test_what_is_wrong_with_a_file_is_said_as_ever() -> None:
    with pytest.raises(CorpusError, match="is a damaged PDF file"):
        apart.pages_apart(b"%PDF-1.4 and no more")


def test_a_fault_of_ours_is_not_taken_for_one_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: bytes) -> list[str]:
        raise KeyError("x")

    monkeypatch.setattr("pipeline.article.apart.read_pages", broken)
    assert apart._answer(b"") == {"fault": "KeyError: 'x'"}
    monkeypatch.setattr(apart._Child, "ask", lambda *_: {"fault": "KeyError: 'x'"})
    with pytest.raises(RuntimeError, match="KeyError"):
        apart.pages_apart(SOUND)


def test_where_no_process_may_be_started_the_file_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise PermissionError

    monkeypatch.setattr(apart, "_started", refused)
    assert apart._Child().ask(SOUND, 10) == {"pages": read_pages(SOUND)}


def test_the_child_ends_with_a_process_that_is_killed() -> None:
    code = (
        "from pipeline.article import apart; import os, signal, sys; child = apart._Child(); "
        f"child.ask({SOUND!r}, 10); print(child._process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            os.kill(int(done.stdout), 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the child goes on")
