"""A real PostgreSQL for a test, in a directory of its own, reached by a socket; skipped where none is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def started_server() -> Iterator[str]:
    """The SQLAlchemy address of a server that lives as long as the block."""
    control = _program("pg_ctl")
    pytest.importorskip("psycopg", reason="needs crossfoot[team]")
    if control is None:
        pytest.skip("PostgreSQL's server is not installed: apt-get install postgresql")
    home = Path(tempfile.mkdtemp(prefix="crossfoot-pg-"))  # short, since the path of a socket has to be
    user = _unprivileged()
    if user is not None:
        shutil.chown(home, user)
    try:
        with _running(control, home, user):
            yield f"postgresql://crossfoot@/postgres?host={home}"
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _running(control: str, home: Path, user: str | None) -> Iterator[None]:
    data = home / "data"
    settings = "--username=crossfoot --auth=trust --encoding=UTF8 --no-sync"
    options = f"-k {home} -c listen_addresses='' -c fsync=off -c max_connections=60"
    steps = ([control, "initdb", "-s", "-D", str(data), "-o", settings],)
    steps += ([control, "start", "-s", "-w", "-D", str(data), "-l", str(home / "log"), "-o", options],)
    for step in steps:
        made = subprocess.run(step, user=user, cwd=home, capture_output=True, text=True, check=False)
        if made.returncode:
            pytest.skip(f"PostgreSQL does not start here: {(made.stderr or made.stdout).strip()[-200:]}")
    try:
        yield
    finally:
        subprocess.run([control, "stop", "-s", "-m", "immediate", "-D", str(data)], user=user, cwd=home, check=False)


def _program(name: str) -> str | None:
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(places[-1]) if places else shutil.which(name)


def _unprivileged() -> str | None:
    """Somebody else than the superuser, as whom PostgreSQL refuses to run."""
    if os.geteuid() != 0:
        return None
    import pwd

    return next((name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()}), None)
