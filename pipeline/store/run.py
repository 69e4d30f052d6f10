"""A run: the articles that were read, the claims found in them, and what the check made of the claims."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol

from pipeline.claim import Claim
from pipeline.finding import Finding

ARTICLE_FIELDS = ("name", "sha256", "title", "outlet", "published", "url", "text")
"""The order of the fields in ``articles.jsonl``; the text comes last so that a line can be read by eye."""


_LENGTHS = {"year": 4, "month": 7, "day": 10}
"""How much of an ISO date says no more than is known."""


class ArticleLike(Protocol):
    """What the outputs need of an article; ``published`` is a date or the printed date."""

    @property
    def name(self) -> str:
        """The path under the corpus root."""

    @property
    def text(self) -> str:
        """The text as read."""

    @property
    def title(self) -> str | None:
        """The headline, where known."""

    @property
    def outlet(self) -> str | None:
        """Who published it, where known."""

    @property
    def published(self) -> Any:
        """The day, or the printed date."""

    @property
    def url(self) -> str | None:
        """Where it was published."""

    @property
    def sha256(self) -> str:
        """The hash of the bytes that were read."""


class CheckLike(Protocol):
    """What the outputs need of a check: its findings, the claims compared, and why others were not."""

    @property
    def findings(self) -> Sequence[Finding]:
        """The conflicts, gravest first."""

    @property
    def checked(self) -> Set[str]:
        """The ids of the claims that were compared with another."""

    @property
    def not_compared(self) -> Mapping[str, str]:
        """Why each of the others was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article as ``articles.jsonl`` keeps it."""

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCheck:
    """A check as the output directory keeps it: ``checked`` and ``not_compared`` stand on the claims."""

    findings: tuple[Finding, ...] = ()
    checked: frozenset[str] = frozenset()
    not_compared: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything that the outputs and the report show; claims in the order of the articles and their text."""

    articles: Sequence[ArticleLike]
    claims: Sequence[Claim]
    check: CheckLike
    manifest: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def article_record(article: ArticleLike) -> dict[str, Any]:
    """The article as the JSON object of ``articles.jsonl``."""
    record = {name: getattr(article, name) for name in ARTICLE_FIELDS}
    record["published"] = published_text(article)
    return record


def claim_record(claim: Claim, run: Run) -> dict[str, Any]:
    """The claim's record with what the check made of it: ``checked``, and why not where it was not."""
    made = {"checked": claim.id in run.check.checked, "not_compared": run.check.not_compared.get(claim.id)}
    return claim.to_record() | made


def published_date(article: ArticleLike) -> date | None:
    """The date that a stored date of publication stands for: its first day where only month or year is known."""
    text = str(article.published or "")
    for rest in ("", "-01", "-01-01"):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(f"{text}{rest}")
    return None


def published_text(article: ArticleLike) -> str | None:
    """The date of publication, ``2025-01-21`` or as much of it as is known; the printed form where no year is."""
    if article.published is None:
        return getattr(article, "published_text", None)
    kept = _LENGTHS.get(getattr(article, "precision", None) or "day", 10)
    return str(article.published)[:kept]
