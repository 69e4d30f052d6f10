"""Articles that somebody drops into the browser: read, extracted and checked against the run, and kept nowhere."""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final

from pipeline.article import SUFFIXES, Article, Skipped, Source, printable, read_article
from pipeline.config import Limits
from pipeline.errors import CrossfootError
from pipeline.review.recheck import alike, gathered
from pipeline.review.sheet import Sheet
from pipeline.store.run import Run, StoredArticle, StoredCheck, published_text

LARGEST: Final = 20_000_000
"""Bytes of a dropped file."""

_KEPT: Final = 30
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A dropped article: at work, or finished with the run of itself and what it was checked against, or failed."""

    id: str
    name: str
    step: str = "reading the article"
    run: Run | None = None
    error: str = ""

    @property
    def done(self) -> bool:
        """Whether nothing more happens with it."""
        return self.run is not None or bool(self.error)


class Tray:
    """The dropped articles of this process; the oldest leave when there are too many."""

    def __init__(self, extract: Callable[[Any], Any], check: Callable[[Any], Any]) -> None:
        self._extract, self._check = extract, check
        self._lock = threading.Lock()
        self._one_at_a_time = threading.Lock()  # the language model works for one article at a time
        self._held: OrderedDict[str, Dropped] = OrderedDict()

    def get(self, id: str) -> Dropped | None:
        """A dropped article by its id."""
        return self._held.get(id)

    def recent(self) -> list[Dropped]:
        """What was dropped, the last one first."""
        with self._lock:
            return list(reversed(self._held.values()))

    def drop(self, name: str, data: bytes, sheet: Sheet) -> str:
        """Begin with an article; the id under which its progress and result are found."""
        name = safe_name(name)
        id = hashlib.sha256(name.encode("utf-8", "replace") + b"\0" + data).hexdigest()[:16]
        with self._lock:
            held = self._held.get(id)
            if held is not None and not held.error:
                return id
            self._held[id] = Dropped(id=id, name=name)
            while len(self._held) > _KEPT:
                self._held.popitem(last=False)
        threading.Thread(target=self._work, args=(id, data, sheet), daemon=True).start()
        return id

    def _work(self, id: str, data: bytes, sheet: Sheet) -> None:
        with self._one_at_a_time:
            try:
                self._note(id, run=self._read(id, data, sheet), step="done")
            except CrossfootError as error:
                self._note(id, error=str(error))
            except Exception as error:  # a thread has nobody above it: what went wrong is said on the page
                self._note(id, error=f"something went wrong inside Crossfoot ({type(error).__name__}: {error})")

    def _read(self, id: str, data: bytes, sheet: Sheet) -> Run:
        name = self._held[id].name
        article = read_bytes(name, data)
        self._note(id, step="finding its trade figures")
        claims = tuple(self._extract(article))
        self._note(id, step=f"checking {len(claims)} figures against the run")
        known = [claim for claim in alike(sheet, claims) if claim.doc != name]
        checked = self._check(gathered(claims, known))
        return _about(article, claims, checked, sheet)

    def _note(self, id: str, **changes: Any) -> None:
        with self._lock:
            if id in self._held:
                self._held[id] = replace(self._held[id], **changes)


def read_bytes(name: str, data: bytes) -> Article:
    """The article of some bytes, by the reader of files; ``CrossfootError`` says why there is none."""
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as directory:
        path = Path(directory) / ("article" + PurePosixPath(name).suffix.lower())
        path.write_bytes(data)
        read = read_article(Source(path=str(path), name=name), limits=Limits(max_file_bytes=LARGEST))
    if isinstance(read, Skipped):
        raise CrossfootError(f"{name} {read.reason}")
    return read


def safe_name(name: str) -> str:
    """The last part of a file's name, with a suffix that is known; what no file is called is ``dropped.txt``."""
    last = printable(name.replace("\\", "/").rpartition("/")[2].replace("\0", "")).strip()
    stem, dot, suffix = last.rpartition(".")
    if not (dot and stem):
        return (last or "dropped")[:_LONGEST_NAME] + ".txt"
    ending = f".{suffix.lower()}"
    return stem[:_LONGEST_NAME] + ending if ending in SUFFIXES else last[:_LONGEST_NAME] + ".txt"


def _about(article: Article, claims: Any, checked: Any, sheet: Sheet) -> Run:
    """The run as far as it concerns the dropped article: its findings, and the claims and texts that they quote."""
    own = {claim.id for claim in claims}
    findings = tuple(finding for finding in checked.findings if own & set(finding.claims))
    quoted = {claim for finding in findings for claim in (*finding.claims, *finding.witnesses)} - own
    others = [sheet.shelf.claims[claim] for claim in sorted(quoted) if claim in sheet.shelf.claims]
    docs = sorted({claim.doc for claim in others} & set(sheet.shelf.articles))
    stored = StoredArticle(
        name=article.name,
        text=article.text,
        title=article.title,
        outlet=article.outlet,
        published=published_text(article),
    )
    check = StoredCheck(
        findings=findings,
        checked=frozenset(checked.checked & own),
        not_compared={claim: why for claim, why in checked.not_compared.items() if claim in own},
    )
    articles = [stored, *(sheet.shelf.articles[doc] for doc in docs if doc != article.name)]
    return Run(articles=articles, claims=[*claims, *others], check=check)
