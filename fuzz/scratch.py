"""Directories that live as long as the process."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path


def scratch(name: str) -> Path:
    """An empty directory; what is in it goes when the process ends."""
    made = Path(tempfile.mkdtemp(prefix=f"crossfoot-{name}-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
