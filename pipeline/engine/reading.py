"""One piece of work: some inputs are read, their claims extracted, and all of it written as one shard.

This is what every engine hands to its processes, on this machine or on others; only paths travel back.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from pipeline.article import Article, Skipped
from pipeline.config import Settings
from pipeline.engine.inputs import Input, read_input
from pipeline.extract import Outcome
from pipeline.extract.unread import said_unread, unread_figures
from pipeline.store.compact import pack
from pipeline.store.shards import ARTICLE, REMARKED, SKIPPED, Row, write_shard

_KEPT: Final = tuple(spec.name for spec in dataclasses.fields(Article) if spec.name not in {"name", "text", "sha256"})
_REMARKS: Final = "remarks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The inputs of one shard, the directory of the shards, and the key of the rules in force."""

    inputs: tuple[Input, ...]
    directory: Path
    key: str
    settings: Settings


def do(task: Task) -> str:
    """Read and extract the inputs of a task and write its shard; the result is the path of the shard."""
    outcomes = extract_inputs(task.inputs, task.settings)
    rows = [_row(given, outcome) for given, outcome in zip(task.inputs, outcomes, strict=True)]
    return str(write_shard(task.directory, rows, task.key))


def extract_inputs(inputs: Sequence[Input], settings: Settings) -> list[Outcome]:
    """The inputs with their claims, in their order."""
    from pipeline import engine  # late: the package is complete only when a task is done

    read = [read_input(given, settings) for given in inputs]
    claims = iter(engine.extract((article for article in read if isinstance(article, Article)), settings))
    return [next(claims) if isinstance(item, Article) else (item, ()) for item in read]


def _row(given: Input, outcome: Outcome) -> Row:
    read, claims = outcome
    if isinstance(read, Skipped):
        return Row(name=given.name, stamp=given.stamp, kind=SKIPPED, article=read.reason)
    remarks = [f"at {found.start}: {said_unread(read.text, found)}" for found in unread_figures(read)]
    return Row(
        name=given.name,
        stamp=given.stamp,
        kind=REMARKED if remarks else ARTICLE,
        sha256=read.sha256,
        count=len(claims),
        article=_article_record(read, remarks),
        claims=pack(claims),
        text=read.text,
    )


def _article_record(article: Article, remarks: Sequence[str]) -> str:
    record = {name: getattr(article, name) for name in _KEPT}
    record["published"] = None if article.published is None else article.published.isoformat()
    if remarks:
        record[_REMARKS] = remarks
    return json.dumps(record, separators=(",", ":"))


def remarks_of(record: str) -> list[str]:
    """What is to be said of the article of a row: the figures in it that have no reading."""
    return list(json.loads(record).get(_REMARKS, ()))


def article_of(name: str, record: str, *, sha256: str, text: str) -> Article:
    """The article of a row, as it was read."""
    values: dict[str, Any] = json.loads(record)
    values.pop(_REMARKS, None)
    if values["published"] is not None:
        values["published"] = date.fromisoformat(values["published"])
    return Article(name=name, sha256=sha256, text=text, **values)
