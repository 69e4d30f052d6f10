"""Nothing leaves the machine unasked: without an address, the whole path runs with every way to a network forbidden.

What an address on the command line may do stands in ``test_fetch.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from whole_path import AGREEING, DIFFERING, crossfoot

pytestmark = pytest.mark.model

FORBID = """
import os
def watch(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}:
        os.write(2, f"network: {event} {arguments}".encode())
        os._exit(99)
    if event == "urllib.Request":
        os._exit(98)
sys.addaudithook(watch)
"""
PAGE = f"""<!doctype html><html><head><link rel=stylesheet href="https://a.example/a.css">
<script src="https://a.example/a.js"></script><base href="https://a.example/"></head><body><article>
<h1>Kenya sells more</h1><img src="https://a.example/a.png"><p>{DIFFERING}</p><p>{AGREEING * 3}</p>
</article></body></html>"""


def test_the_hook_sees_a_network_call(tmp_path: Path) -> None:
    calls = FORBID + "import socket\nsocket.getaddrinfo('a.example', 80)\n"
    assert crossfoot("--version", cwd=tmp_path, before=calls).returncode == 99


def test_no_command_uses_the_network_unless_it_is_given_an_address(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(AGREEING, encoding="utf-8")
    (texts / "b.html").write_text(PAGE, encoding="utf-8")
    (texts / "metadata.csv").write_text("file_name,url\na.txt,https://a.example/news\n", encoding="utf-8")
    commands = [
        ("run", "texts", "-o", "out"),
        ("check", "texts/a.txt", "texts/b.html"),
        ("check", "texts/b.html", "--against", "out", "--format", "json"),
        ("extract", "texts/b.html"),
        ("amounts", "texts/b.html"),
        ("explain", "c", "-o", "out"),
    ]
    each = f"from pipeline.cli import main\nfor one in {commands}:\n    print(one, main(one))\n"
    done = crossfoot("doctor", cwd=tmp_path, before=FORBID + each)
    assert done.returncode == 0, done.stderr.decode()[-500:]
