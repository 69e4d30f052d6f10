"""The doors through which strangers' bytes come in; each takes bytes and may raise nothing but our own errors.

A target that returns is satisfied; ``CrossfootError`` is an answer too, for its message tells a person what to do.
Anything else is a fault, and so is an answer that breaks what the type promises (a span that is no slice).
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from fuzz import desk, shown, web
from fuzz.grown import document, page, sheet
from fuzz.quarrel import quarrel
from fuzz.scratch import scratch
from pipeline.errors import CrossfootError

Target = Callable[[bytes], None]
_QUARRELS: Final = 120
"""Bytes that are made a text of contradictions: two dozen sentences, for what is behind them takes its time."""


def text_of(data: bytes) -> str:
    """Bytes as a text; lone surrogates included, for a library user may hand us any string."""
    try:
        return data.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", errors="replace")


def file(suffix: str) -> Target:
    """A file with this suffix, from its bytes to its claims."""

    def read(data: bytes) -> None:
        from pipeline.article import Article, Source, read_article

        path = _scratch() / f"article{suffix}"
        path.write_bytes(data)
        found = read_article(Source(path=str(path), name=path.name))
        if isinstance(found, Article):
            _claims(found.text)

    return read


def docx_body(data: bytes) -> None:
    """The document part of a Word file: changes to the archive itself rarely get past its checksums."""
    from fuzz.starts import docx

    TARGETS["docx"](docx(data))


def grown(suffix: str, made: Callable[[bytes], bytes]) -> Target:
    """A sound file that is grown from the bytes."""

    def read(data: bytes) -> None:
        TARGETS[suffix](made(data))

    return read


def container(suffix: str) -> Target:
    """A file of many articles, to its records."""

    def read(data: bytes) -> None:
        from pipeline.engine.containers import read_container
        from pipeline.engine.inputs import Container, container_format

        path = _scratch() / f"many{suffix}"
        path.write_bytes(data)
        kind = container_format(path.name)
        assert kind is not None
        for item in read_container(Container(name=path.name, path=str(path), format=kind, stamp=""), limit=50_000):
            assert item.name.startswith(path.name)
            assert "/../" not in item.name

    return read


def reference(data: bytes) -> None:
    """A table of reported trade."""
    from pipeline.conflict import check
    from pipeline.reference import read_reference

    path = _scratch() / "reported.csv"
    path.write_bytes(data)
    claims = read_reference(path).claims
    for claim in claims:
        assert claim.text == text_of(data).removeprefix("\ufeff")[claim.start : claim.end] != ""
        claim.to_record()
    check(claims)


def grammars(data: bytes) -> None:
    """Every grammar over one text; a mention is always a slice of it."""
    from pipeline.commodity import find_commodities
    from pipeline.economy import find_economies
    from pipeline.layout import find_blocks, find_sentences, find_tables
    from pipeline.period import find_periods
    from pipeline.quantity import find_quantities
    from pipeline.source import find_sources

    text = text_of(data)
    finders: tuple[Callable[[str], Any], ...] = (
        find_quantities,
        find_periods,
        find_economies,
        find_commodities,
        find_sources,
    )
    for find in finders:
        for mention in find(text):
            assert 0 <= mention.start < mention.end <= len(text), (find.__name__, mention)
    find_tables(text)
    for block in find_blocks(text):
        for start, end in find_sentences(text, block):
            assert block.start <= start < end <= block.end


def extraction(data: bytes) -> None:
    """A text that is about trade, to its claims and their check."""
    _claims("China's exports to Kenya rose 5% to $3 billion in 2024. " + text_of(data))


def contradictions(data: bytes) -> None:
    """A text of claims that contradict each other, to its findings."""
    _claims(quarrel(data[:_QUARRELS]))


def _claims(text: str) -> None:
    from pipeline.article import Article
    from pipeline.conflict import check
    from pipeline.extract import extract_claims

    article = Article(name="a.txt", text=text)
    claims = extract_claims(article)
    for claim in claims:
        assert claim.text == article.text[claim.start : claim.end] != ""
        for slot, found in claim.evidence.items():
            assert 0 <= found.start < found.end <= len(text), (slot, found)
    known = {claim.id for claim in claims}
    found = check(claims)
    for finding in found.findings:
        assert known.issuperset((*finding.claims, *finding.witnesses))
    assert known == found.checked | found.not_compared.keys()


def config(data: bytes) -> None:
    """``config.yaml``."""
    from pipeline.config import parse_settings

    parse_settings(text_of(data))


def metadata(data: bytes) -> None:
    """``metadata.csv``."""
    from pipeline.article.metadata import parse_metadata

    parse_metadata(text_of(data))


def lexicon(data: bytes) -> None:
    """A file under ``models/``, as a table and as rules."""
    from pipeline import lexicon as lexicons

    directory = _scratch()
    for name, read in (("a.csv", lexicons.read_csv), ("a.toml", lexicons.read_toml)):
        (directory / name).write_bytes(data)
        with _models(directory), contextlib.suppress(CrossfootError):
            read.__wrapped__(name)


@contextlib.contextmanager
def _models(directory: Path) -> Any:
    from pipeline import lexicon as lexicons

    kept = lexicons.models_dir
    lexicons.models_dir = lambda: directory  # type: ignore[assignment]
    try:
        yield
    finally:
        lexicons.models_dir = kept


def decisions(data: bytes) -> None:
    """A file for ``crossfoot review apply``."""
    desk.decisions(text_of(data))


def gold(data: bytes) -> None:
    """A file for ``crossfoot evaluate``."""
    from pipeline.evaluate import evaluate, read_records

    path = _scratch() / "gold.jsonl"
    path.write_bytes(data)
    records = read_records(str(path))
    evaluate(records, records)


@cache
def _here() -> None:
    """PDF files are read in this process: a fuzzer is to see what happens over them, and to be guided by it."""
    from pipeline.article import pdf, pdf_page

    pdf.pages_apart = pdf_page.read_pages


@cache
def _scratch() -> Path:
    return scratch("fuzz")


TARGETS: Final[dict[str, Target]] = {
    "txt": file(".txt"),
    "md": file(".md"),
    "html": file(".html"),
    "pdf": file(".pdf"),
    "docx": file(".docx"),
    "docx-body": docx_body,
    "html-grown": grown("html", page),
    "pdf-grown": grown("pdf", sheet),
    "docx-grown": grown("docx", document),
    "unknown": file(""),
    "jsonl": container(".jsonl"),
    "csv": container(".csv"),
    "zip": container(".zip"),
    "tar": container(".tar"),
    "parquet": container(".parquet"),
    "reference": reference,
    "grammars": grammars,
    "extraction": extraction,
    "contradictions": contradictions,
    "config": config,
    "metadata": metadata,
    "lexicon": lexicon,
    "decisions": decisions,
    "review": desk.review,
    "dropped": desk.dropped,
    "outputs": shown.outputs,
    "address": web.served,
    "gold": gold,
}


def try_one(name: str, data: bytes) -> None:
    """One input to one target: our own errors are answers, warnings are faults."""
    _here()
    with warnings.catch_warnings(), contextlib.suppress(CrossfootError):
        warnings.simplefilter("error")
        TARGETS[name](data)
