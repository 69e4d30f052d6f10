"""What a run leaves on disk: claims, findings, articles, the graph and the manifest, whole or not at all."""

from pipeline.store.corrections import Correction, apply_corrections, read_corrections
from pipeline.store.directory import locked, write_file
from pipeline.store.run import ArticleLike, CheckLike, Run, StoredArticle, StoredCheck
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
    "locked",
    "read_corrections",
    "read_near",
    "read_run",
    "read_texts",
    "write_file",
    "write_files",
    "write_run",
]
