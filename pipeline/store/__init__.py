"""What a run leaves on disk: claims, findings, articles, the graph and the manifest, whole or not at all."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pipeline.store.corrections import Correction, apply_corrections, read_corrections
    from pipeline.store.directory import locked, write_file
    from pipeline.store.run import ArticleLike, CheckLike, Run, StoredArticle, StoredCheck, claim_record
    from pipeline.store.stored import FILES, FORMAT, read_near, read_run, read_texts, write_files, write_run

__all__ = [
    "FILES",
    "FORMAT",
    "ArticleLike",
    "CheckLike",
    "Correction",
    "Run",
    "StoredArticle",
    "StoredCheck",
    "apply_corrections",
    "claim_record",
    "locked",
    "read_corrections",
    "read_near",
    "read_run",
    "read_texts",
    "write_file",
    "write_files",
    "write_run",
]

_HOMES: Final = {
    **dict.fromkeys(("ArticleLike", "CheckLike", "Run", "StoredArticle", "StoredCheck", "claim_record"), "run"),
    **dict.fromkeys(("locked", "write_file"), "directory"),
    **dict.fromkeys(("Correction", "apply_corrections", "read_corrections"), "corrections"),
    **dict.fromkeys(("FILES", "FORMAT", "read_near", "read_run", "read_texts", "write_files", "write_run"), "stored"),
}


def __getattr__(name: str) -> Any:
    """What the package offers, loaded when it is first asked for: a check of one article keeps nothing on disk."""
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline.store' has no attribute {name!r}")
    return getattr(import_module(f"pipeline.store.{_HOMES[name]}"), name)
