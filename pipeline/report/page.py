"""The one self-contained page of a run: it loads nothing, and shows what articles say as text and nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from pipeline.finding import Finding
from pipeline.report.cards import card
from pipeline.report.facets import article_facets, choices, finding_facets, pair_facets
from pipeline.report.markup import TEMPLATES, templates
from pipeline.report.overview import (
    headlines,
    lead,
    matrix,
    nothing,
    overview,
    reasons,
    remarks,
    settings,
    skipped,
    verdict,
)
from pipeline.report.pairs import charts, entries, pairs
from pipeline.report.parts import Listing, lay_out, page_json
from pipeline.report.shelf import GROUPS, Shelf, group, shelve
from pipeline.report.texts import article_text
from pipeline.store.run import Run

if TYPE_CHECKING:
    from jinja2 import Environment

WHOLE_TEXTS: Final = 1_000_000
"""After so many characters of article text the further articles are shown by the sentences of their claims only."""
A_FINDING: Final = 450
"""So many characters fewer for each finding: a page of a thousand findings stays under two megabytes."""
LEAST_TEXTS: Final = 200_000


def render_report(run: Run) -> str:
    """The report of a run as one HTML page."""
    shelf = shelve(run)
    lists = lay_out({**_finding_lists(shelf), "articles": _articles(shelf), "pairs": _pairs(shelf)})
    view = overview(shelf)
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            view=view,
            verdict=verdict(view),
            lead=lead(view),
            nothing=nothing(view),
            top=headlines(shelf),
            findings=[(name, lists[name]) for name in GROUPS],
            articles=lists["articles"],
            pairs=lists["pairs"],
            matrix=matrix(shelf, {pair.key: pair.number for pair in pairs(shelf)}),
            uncompared=reasons(shelf),
            skipped=skipped(shelf),
            remarks=remarks(shelf),
            settings=settings(shelf),
            choices=choices(item for items in lists.values() for item in items.index),
            policy=policy(style, script),
            style=Markup(style),
            script=Markup(script),
            data=Markup(page_json({name: items.data() for name, items in lists.items()})),
        )
    )


def policy(style: str, script: str) -> str:
    """The content security policy: this style and this script by their hashes, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src '{_fingerprint(style)}'; script-src '{_fingerprint(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _finding_lists(shelf: Shelf) -> dict[str, Listing]:
    template = _environment().get_template("finding.html.j2")
    grouped: dict[str, list[Finding]] = {name: [] for name in GROUPS}
    for finding in shelf.findings:
        grouped[group(finding)].append(finding)
    return {
        name: Listing(
            items=tuple(template.render(card=card(finding, shelf)) for finding in found),
            index=tuple(finding_facets(finding, shelf) for finding in found),
        )
        for name, found in grouped.items()
    }


def _articles(shelf: Shelf) -> Listing:
    template = _environment().get_template("article.html.j2")
    items, shown = [], 0
    room = max(LEAST_TEXTS, WHOLE_TEXTS - A_FINDING * len(shelf.findings))
    for doc in shelf.numbers:
        text = article_text(doc, shelf, whole=shown < room)
        shown += sum(len(piece.text) for piece in text.pieces)
        items.append(template.render(text=text))
    return Listing(items=tuple(items), index=tuple(article_facets(doc, shelf) for doc in shelf.numbers))


def _pairs(shelf: Shelf) -> Listing:
    template = _environment().get_template("pair.html.j2")
    found = pairs(shelf)
    return Listing(
        items=tuple(template.render(pair=p, rows=entries(p, shelf), charts=charts(p, shelf)) for p in found),
        index=tuple(pair_facets(pair, shelf) for pair in found),
    )


@cache
def _environment() -> Environment:
    """The templates, where every link stays within the page."""
    return templates()


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _fingerprint(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
