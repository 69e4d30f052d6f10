"""Writing a run into its directory and reading it back.

The manifest is written last and carries the size and hash of every other file: a directory whose files are not those
of its manifest is half-written, and is said to be so instead of being read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.errors import StoreError
from pipeline.finding import Finding
from pipeline.store.directory import locked, write_file, write_together
from pipeline.store.graph import graphml
from pipeline.store.index import NAME as INDEX
from pipeline.store.index import Places, article_keys, articles_named, claim_keys, claims_about
from pipeline.store.run import Run, StoredArticle, StoredCheck, article_record, claim_record
from pipeline.store.tables import claims_frame, parquet, spreadsheet

FORMAT: Final = 1
"""The version of the directory's layout; a directory of another version is refused, never guessed at."""

MANIFEST: Final = "manifest.json"
FILES: Final = (
    *("claims.parquet", "claims.csv", "claims.jsonl", "findings.jsonl", "articles.jsonl", "graph.graphml"),
    INDEX,
)


def write_run(out: Path, run: Run) -> None:
    """Write every output of a run; a second run into the same directory is refused while this one writes."""
    with locked(out) as directory:
        write_files(directory, run)


def write_files(out: Path, run: Run, more: Mapping[str, str] = MappingProxyType({})) -> None:
    """Write the outputs, and ``more`` that was made from them, into a directory that the caller holds locked."""
    written = write_together(out, {**_contents(run), **{name: (content,) for name, content in more.items()}})
    files = {name: {"bytes": made.length, "sha256": made.sha256} for name, made in written.items()}
    manifest = {**_without_layout(run.manifest), "format": FORMAT, "files": files}
    write_file(out / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def read_run(out: Path) -> Run:
    """The run that ``write_run`` left in the directory."""
    manifest = _manifest(out)
    claims = list(_records(out, "claims.jsonl", manifest))
    findings = tuple(Finding.from_record(record) for record in _records(out, "findings.jsonl", manifest))
    articles = tuple(StoredArticle(**record) for record in _records(out, "articles.jsonl", manifest))
    check = StoredCheck(
        findings=findings,
        checked=frozenset(record["id"] for record in claims if record.get("checked")),
        not_compared=MappingProxyType({r["id"]: r["not_compared"] for r in claims if r.get("not_compared")}),
    )
    return Run(
        articles=articles,
        claims=tuple(Claim.from_record(record) for record in claims),
        check=check,
        manifest=MappingProxyType(_without_layout(manifest)),
    )


def read_near(out: Path, claims: Sequence[Claim]) -> list[Claim]:
    """The stored claims that may be tied to the given ones, without reading the rest of the store."""
    _same_length(out, _manifest(out), "claims.jsonl", INDEX)
    return claims_about(out, claims)


def read_texts(out: Path, names: Iterable[str]) -> list[StoredArticle]:
    """The stored articles with these names, without reading the rest."""
    _same_length(out, _manifest(out), "articles.jsonl", INDEX)
    return articles_named(out, names)


def _same_length(out: Path, manifest: Mapping[str, Any], *names: str) -> None:
    """A quick look whether files are those of the manifest: hashing a great store would take longer than the check."""
    for name in names:
        expected = manifest.get("files", {}).get(name, {}).get("bytes")
        found = (out / name).stat().st_size if (out / name).is_file() else None
        if found != expected:
            raise StoreError(f"{out} is half-written or of an earlier version ({name}): run 'crossfoot run' again")


def _contents(run: Run) -> dict[str, Iterable[str | bytes]]:
    """Every file but the manifest, in pieces: the long ones are made line by line while they are written."""
    frame = claims_frame(run)
    places = Places()
    claims = (claim_record(claim, run) for claim in run.claims)
    articles = (article_record(article) for article in run.articles)
    return {
        "claims.parquet": (parquet(frame),),
        "claims.csv": (spreadsheet(frame),),
        "claims.jsonl": places.noting(claims, claim_keys, _line),
        "findings.jsonl": list(_lines(finding.to_record() for finding in run.check.findings)),
        "articles.jsonl": places.noting(articles, article_keys, _line),
        "graph.graphml": (graphml(run),),
        INDEX: places.pieces(),
    }


def _lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    return map(_line, records)


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    """JSON for the values of a repair's change: mappings as objects, decimals and dates as they print."""
    return dict(value) if isinstance(value, Mapping) else str(value)


def _without_layout(manifest: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in manifest.items() if key not in {"format", "files"}}


def _manifest(out: Path) -> dict[str, Any]:
    if out.is_file():
        raise StoreError(f"{out} is a file: name the directory of a run")
    if not out.is_dir():
        raise StoreError(f"there is no directory {out}: make one with 'crossfoot run DIR -o {out}'")
    try:
        manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise StoreError(f"{out} holds no finished run ({MANIFEST} is missing): run 'crossfoot run' again") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"cannot read {out / MANIFEST}: run 'crossfoot run' again") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        found = manifest.get("format") if isinstance(manifest, dict) else None
        raise StoreError(
            f"{out} was written by another version (format {found}, this is format {FORMAT}): run 'crossfoot run' again"
        )
    return manifest


def _records(out: Path, name: str, manifest: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The objects of a JSONL file, after its hash was compared with the manifest's."""
    try:
        data = (out / name).read_bytes()
    except OSError as error:
        raise StoreError(f"{out / name} cannot be read ({error.strerror}): run 'crossfoot run' again") from error
    expected = manifest.get("files", {}).get(name, {}).get("sha256")
    if hashlib.sha256(data).hexdigest() != expected:
        raise StoreError(
            f"{out} is half-written or was edited ({name} is not the manifest's): run 'crossfoot run' again"
        )
    return [json.loads(line) for line in data.decode("utf-8").split("\n") if line]
