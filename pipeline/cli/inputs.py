"""The articles that a command names: those that can be read, and a line for each that cannot."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import fail
from pipeline.cli.places import named, place
from pipeline.errors import CorpusError
from pipeline.extract.unread import said_unread

if TYPE_CHECKING:
    from pipeline.article import Article, Skipped
    from pipeline.claim import Claim
    from pipeline.config import Settings


def name_skipped(one: Skipped) -> None:
    """Names what was not read, or what there is to remark on it, and why."""
    fail(f"{named(one.name)}: {one.reason}" + ("" if one.fatal else " (a remark)"))


def name_unread(articles: Sequence[Article]) -> None:
    """Names the figures of trade that have no reading: nothing that an article prints is dropped in silence."""
    from pipeline.extract.unread import unread_figures

    for article in articles:
        for found in unread_figures(article):
            fail(f"{place(article.name, article.text, found.start)}: {said_unread(article.text, found)} (a remark)")


def read_files(arguments: argparse.Namespace, settings: Settings) -> tuple[list[Article], bool]:
    """The articles of the files in their order, and whether every one could be read; the others are named at once."""
    from pipeline.article import Skipped, read_articles

    paths: list[str] = arguments.files
    for path in paths:
        if os.path.isdir(path):
            raise CorpusError(f"{path} is a directory: name files, or read it with 'crossfoot run {path}'")
    articles: list[Article] = []
    whole = True
    for read in read_articles(dict.fromkeys(paths), limits=settings.limits):
        if isinstance(read, Skipped):
            name_skipped(read)
            whole = whole and not read.fatal
        else:
            articles.append(read)
    if arguments.texts is not None:
        _write_texts(arguments.texts, articles)
    return articles, whole


def claims_of(articles: Sequence[Article], settings: Settings) -> tuple[list[Claim], list[Article]]:
    """The claims of all articles, and the articles that they are of; those that could not be understood are named."""
    from pipeline.article import Skipped
    from pipeline.engine import extract

    claims: list[Claim] = []
    understood: list[Article] = []
    for read, found in extract(articles, settings):
        claims += found
        if isinstance(read, Skipped):
            fail(f"{named(read.name)}: {read.reason}")
        else:
            understood.append(read)
    return claims, understood


def _write_texts(path: Path, articles: Sequence[Article]) -> None:
    """The articles as ``articles.jsonl`` of a run has them: without the text, an offset of a page says nothing."""
    from pipeline.store import write_file
    from pipeline.store.run import article_record

    lines = [json.dumps(article_record(article), ensure_ascii=False) + "\n" for article in articles]
    write_file(path, "".join(lines))
