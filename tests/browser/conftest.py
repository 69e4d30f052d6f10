"""A real Chromium for the tests of this directory; skipped, and said why, where there is none."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make browser-test")
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium: make browser-test, or apt-get install chromium")
    playwright.expect.set_options(timeout=15_000)  # a machine that does other things too
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A page in a session of its own; whatever the page complains about fails the test."""
    with session(chromium) as page:
        yield page


@contextmanager
def session(chromium: Any, **options: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, **options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    context.close()
    assert [t for t in troubles if "the server responded with a status" not in t] == []


@contextmanager
def served(room: Any) -> Iterator[str]:
    """The address of a review in a thread of this process."""
    import uvicorn

    from pipeline.review.app import create_app
    from pipeline.review.gate import Door
    from pipeline.review.serve import bound

    listening = bound("127.0.0.1", 0)
    port = listening.getsockname()[1]
    app = create_app(room.desk, Door(secret="browser tests", port=port), user="Anna")
    config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
