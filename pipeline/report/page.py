"""The one self-contained page of a run: it loads nothing, and shows what articles say as text and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from pipeline.claim import Claim
from pipeline.finding import Finding
from pipeline.report import words
from pipeline.report.cards import card
from pipeline.report.overview import Overview, matrix, overview, reasons, settings, skipped
from pipeline.report.pairs import Pair, charts, entries, pairs
from pipeline.report.parts import Items, page_json, shelve_items
from pipeline.report.shelf import GROUPS, Shelf, group, shelve
from pipeline.report.texts import article_text
from pipeline.store.run import Run

if TYPE_CHECKING:
    from jinja2 import Environment

ROOM: Final = {"proofs": 300_000, "disagreements": 100_000, "reading": 80_000, "articles": 220_000, "pairs": 120_000}
"""How many characters of each list stand in the page itself; the rest is packed."""

_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"
_HIDDEN: Final = {
    code: f"\N{MATHEMATICAL LEFT ANGLE BRACKET}U+{code:04X}\N{MATHEMATICAL RIGHT ANGLE BRACKET}"
    for code in (
        *(c for c in range(0x20) if chr(c) not in "\t\n\r"),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    )
}
"""Characters that would steer the page or vanish: control characters, direction overrides, lone surrogates."""


def render_report(run: Run) -> str:
    """The report of a run as one HTML page."""
    shelf = shelve(run)
    lists = {**_finding_lists(shelf), "articles": _articles(shelf), "pairs": _pairs(shelf)}
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
            findings=[(name, lists[name]) for name in GROUPS],
            articles=lists["articles"],
            pairs=lists["pairs"],
            matrix=matrix(shelf, {pair.key: pair.number for pair in pairs(shelf)}),
            reasons=reasons(shelf),
            skipped=skipped(shelf),
            settings=settings(shelf),
            choices=_choices(lists.values()),
            policy=policy(style, script),
            style=Markup(style),
            script=Markup(script),
            data=Markup(page_json({name: items.data() for name, items in lists.items()})),
        )
    )


def verdict(view: Overview) -> str:
    """The first line of the page: what was found, in one sentence."""
    read = words.plural(view.articles, "article")
    proofs, disagreements, reading = (view.groups.get(name, 0) for name in GROUPS)
    if proofs:
        return f"{words.plural(proofs, 'contradiction')} in {read}"
    if disagreements:
        return f"No contradiction in {read}; {words.plural(disagreements, 'disagreement')} between sources"
    if reading:
        return f"No proven contradiction in {read}; {words.plural(reading, 'place')} to read again"
    return f"Nothing found in {read}"


def lead(view: Overview) -> str:
    """The first paragraph: how much was read, how much of it could be checked, and what that means."""
    said = [
        f"{words.plural(view.claims, 'printed trade figure was', 'printed trade figures were')} read, and "
        f"{view.checked:,} of them ({view.coverage}) could be compared with at least one other."
    ]
    others = [
        (view.groups.get("disagreements", 0), "disagreement between sources", "disagreements between sources"),
        (view.groups.get("reading", 0), "place that needs reading", "places that need reading"),
    ]
    if named := [words.plural(count, one, many) for count, one, many in others if count]:
        said.append(f"Beside the proofs: {' and '.join(named)}.")
    if view.skipped:
        said.append(f"{words.plural(view.skipped, 'file was', 'files were')} skipped.")
    return " ".join(said)


def nothing(view: Overview) -> str:
    """What "nothing found" means, said with what it rests on."""
    if not view.checked:
        return "Nothing could be compared, so nothing can be said about these figures either way."
    return (
        f"No contradiction: the {words.plural(view.checked, 'claim')} that could be compared fit together. "
        f"The other {view.claims - view.checked:,} stand unchecked; the reasons are under What was checked."
    )


def policy(style: str, script: str) -> str:
    """The content security policy: this style and this script by their hashes, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src '{_fingerprint(style)}'; script-src '{_fingerprint(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def visible(value: Any) -> Any:
    """What a template prints: strings with their control and direction characters shown instead of obeyed."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return value.translate(_HIDDEN)
    return value


def _finding_lists(shelf: Shelf) -> dict[str, Items]:
    template = _environment().get_template("finding.html.j2")
    grouped: dict[str, list[Finding]] = {name: [] for name in GROUPS}
    for finding in shelf.findings:
        grouped[group(finding)].append(finding)
    return {
        name: shelve_items(
            (template.render(card=card(finding, shelf)) for finding in found),
            [_finding_facets(finding, shelf) for finding in found],
            ROOM[name],
        )
        for name, found in grouped.items()
    }


def _articles(shelf: Shelf) -> Items:
    template = _environment().get_template("article.html.j2")
    rendered = (template.render(text=article_text(doc, shelf)) for doc in shelf.numbers)
    return shelve_items(rendered, [_article_facets(doc, shelf) for doc in shelf.numbers], ROOM["articles"])


def _pairs(shelf: Shelf) -> Items:
    template = _environment().get_template("pair.html.j2")
    found = pairs(shelf)
    rendered = (template.render(pair=p, rows=entries(p, shelf), charts=charts(p, shelf)) for p in found)
    return shelve_items(rendered, [_pair_facets(pair, shelf) for pair in found], ROOM["pairs"])


def _finding_facets(finding: Finding, shelf: Shelf) -> dict[str, Any]:
    claims = [shelf.claims[c] for c in finding.claims if c in shelf.claims]
    return {"id": finding.id, **_facets(claims, [finding], shelf, finding.headline or finding.explanation)}


def _article_facets(doc: str, shelf: Shelf) -> dict[str, Any]:
    claims = shelf.by_doc[doc]
    article = shelf.articles.get(doc)
    said = f"{doc} {(article.title or '') if article else ''} {(article.outlet or '') if article else ''}"
    return _facets(claims, _found(claims, shelf), shelf, said)


def _pair_facets(pair: Pair, shelf: Shelf) -> dict[str, Any]:
    return _facets(pair.claims, _found(pair.claims, shelf), shelf, " ".join(pair.names))


def _found(claims: Iterable[Claim], shelf: Shelf) -> list[Finding]:
    return list({f.id: f for claim in claims for f in shelf.by_claim.get(claim.id, ())}.values())


def _facets(claims: Iterable[Claim], found: Iterable[Finding], shelf: Shelf, said: str) -> dict[str, Any]:
    """What the filters of the page compare with: values by filter, and ``q`` for the search."""
    claims, found = list(claims), list(found)
    countries = sorted({words.economy(code) for c in claims for code in (c.reporter, c.partner) if code})
    outlets = {shelf.articles[c.doc].outlet for c in claims if c.doc in shelf.articles}
    values = {
        "country": countries,
        "source": sorted({c.source for c in claims if c.source}),
        "outlet": sorted(outlet for outlet in outlets if outlet),
        "year": sorted({p[:4] for c in claims for p in (c.period, c.base_period) if p and p[:4].isdigit()}),
        "kind": sorted({words.word("kind", f.kind) for f in found}),
        "certainty": sorted({words.word("certainty", f.certainty) for f in found}),
        "scope": sorted({words.word("scope", f.scope) for f in found}),
    }
    searched = " ".join([said[:300], *countries[:12], *values["source"][:4], *values["outlet"][:4]])
    return {name: listed for name, listed in values.items() if listed} | {"q": searched.lower()}


def _choices(lists: Iterable[Items]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """The filters of the page with the values that occur."""
    index = [item for items in lists for item in items.index]
    labels = {
        "country": "Country",
        "source": "Source",
        "outlet": "Outlet",
        "year": "Year",
        "kind": "Kind",
        "certainty": "Certainty",
        "scope": "Scope",
    }
    for name, label in labels.items():
        values = sorted({value for item in index for value in item.get(name, ())}, reverse=name == "year")
        if values:
            yield name, label, [(value, value) for value in values]


@cache
def _environment() -> Environment:
    """The templates with escaping always on; whatever they print goes through ``visible`` first."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=visible,
    )
    environment.globals |= {
        "entries": words.entry,
        "word": words.word,
        "plural": words.plural,
        "count": lambda number: words.number(float(number)),
    }
    return environment


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _fingerprint(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
