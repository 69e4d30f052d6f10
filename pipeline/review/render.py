"""The pages as HTML: the report's templates and the review's own, with links that lead to pages of the review."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from pipeline.claim import WORDS, Claim
from pipeline.lexicon import read_toml
from pipeline.report import words
from pipeline.report.markup import TEMPLATES, templates
from pipeline.report.shelf import Shelf

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE: Final = Path(__file__).resolve().parent
STATIC: Final = {
    "report.css": (TEMPLATES / "page.css", "text/css"),
    "review.css": (_HERE / "static" / "review.css", "text/css"),
    "review.js": (_HERE / "static" / "review.js", "text/javascript"),
    "htmx.min.js": (_HERE / "static" / "htmx.min.js", "text/javascript"),
}
"""Every file that is served, by its name; nothing else on the disk is."""


@cache
def static(name: str) -> tuple[bytes, str, str]:
    """A file with its type and the start of its hash, by which browsers know whether they have it."""
    path, kind = STATIC[name]
    content = path.read_bytes()
    return content, kind, hashlib.sha256(content).hexdigest()[:12]


def environment(shelf: Shelf, *, link: Callable[[str], str] | None = None) -> Environment:
    """The templates for a run; findings, articles and figures link to their pages."""
    made = templates(_HERE / "templates", link=link or links(shelf))
    made.globals |= {
        "said": lambda table, code: read_toml("review.toml")[table].get(code, code),
        "reasons": read_toml("review.toml")["reason"],
        "keys": read_toml("review.toml")["key"],
        "asset": lambda name: f"/static/{name}?v={static(name)[2]}",
        "article_address": article_address,
        "moment": moment,
        "slot_name": lambda slot: words.word("slot", slot),
        "slot_value": slot_value,
    }
    return made


def links(shelf: Shelf) -> Callable[[str], str]:
    """The address of an anchor of the report's cards."""
    docs = {number: doc for doc, number in shelf.numbers.items()}

    def link(anchor: str) -> str:
        if anchor.startswith("f-"):
            return f"/findings/{quote(anchor[2:], safe='')}"
        doc = docs.get(int(number)) if (number := anchor[1:].partition("-")[0]).isdigit() else None
        return f"{article_address(doc)}#{anchor}" if doc is not None else f"#{anchor}"

    return link


def article_address(doc: str) -> str:
    """The page of an article; its name stands in the query, where every character may."""
    return "/article?" + urlencode({"doc": doc}, errors="replace")


def moment(at: str) -> str:
    """A moment as a person reads it: the day and the minute, in UTC."""
    return at[:16].replace("T", " ") + (" UTC" if len(at) > 10 else "")


def slot_value(slot: str, value: Any, claim: Claim | None = None) -> str:
    """A slot's value as a person reads it; an amount in the unit of its claim, where that is known."""
    if value is None:
        return "nothing"
    if slot in {"reporter", "partner"}:
        return words.economy(str(value))
    if slot in {"period", "base_period"}:
        return words.period(str(value))
    if slot == "value":
        if claim is not None and claim.measure in WORDS:
            return words.word_value(claim.measure, Decimal(str(value)))
        return words.amount(Decimal(str(value)), None if claim is None else claim.unit)
    return words.word(slot, str(value)) if slot in {"flow", "measure", "modality"} else str(value)
