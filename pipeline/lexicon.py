"""Where the knowledge lives: the reviewed files under ``models/``, read once and kept.

The files travel in the wheel as ``pipeline/models``; in a checkout they stand beside ``pipeline/``.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import LexiconError


@cache
def models_dir() -> Path:
    """The directory of the lexicons: inside the installed package, or at the root of the checkout."""
    here = Path(__file__).resolve().parent
    for candidate in (here / "models", here.parent / "models"):
        if candidate.is_dir():
            return candidate
    raise LexiconError("the lexicon directory 'models/' is missing: reinstall crossfoot")


@cache
def read_csv(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``models/<name>`` as printed: every cell a string, codes never turned into numbers."""
    path = models_dir() / name
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader((line for line in lines if not line.startswith("#")), strict=True)
            return tuple({key: (cell or "").strip() for key, cell in row.items()} for row in rows)
    except (OSError, csv.Error, UnicodeDecodeError, AttributeError) as error:
        raise LexiconError(f"cannot read the lexicon {path}: {error}") from error


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The tables of ``models/<name>``."""
    path = models_dir() / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot read the lexicon {path}: {error}") from error


def lexicon_hashes() -> dict[str, str]:
    """SHA-256 of every lexicon file by its name: what ``doctor`` and the manifest print."""
    files = sorted(
        path for path in models_dir().rglob("*") if path.is_file() and path.suffix in {".csv", ".toml", ".cfg"}
    )
    return {path.relative_to(models_dir()).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
