"""The pages: what each shows, as a template's values and as JSON; one place for both, so that they agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from pipeline.article import SUFFIXES
from pipeline.errors import StoreError
from pipeline.finding import Finding
from pipeline.report.cards import card, letter, suggestion
from pipeline.report.facets import FILTERS
from pipeline.report.overview import nothing, overview, place_of, reasons, remarks, settings, skipped, verdict
from pipeline.report.shelf import shelve
from pipeline.report.texts import article_text
from pipeline.review.desk import Desk
from pipeline.review.dropped import Tray
from pipeline.review.queue import PER_PAGE, STATUSES, Queue, Wanted
from pipeline.review.recheck import Effect
from pipeline.store.corrections import Correction, corrected
from pipeline.store.decisions import Decision
from pipeline.store.evidence import STALE
from pipeline.store.notation import CORRECTABLE
from pipeline.store.run import Run

_DECISIONS_SHOWN: Final = 200
_SHORTCUTS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its template with its values, and the same as JSON."""

    template: str
    values: Mapping[str, Any]
    data: Mapping[str, Any]
    status: int = 200
    env: Any = None
    """Templates of another run than the desk's, where the page shows one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request asks a page for."""

    wanted: Wanted = field(default_factory=Wanted)
    finding: str = ""
    query: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tried: tuple[Correction, Effect] | None = None


def queue_page(desk: Desk, asked: Asked) -> Page:
    """The queue with its first finding opened, or, where it is empty, what that means."""
    queue = desk.queue(asked.wanted)
    page = min(asked.wanted.page, queue.pages)
    first = queue.rows[(page - 1) * PER_PAGE].id if queue.rows else None
    return _desk_page(desk, asked, queue, first)


def finding_page(desk: Desk, asked: Asked) -> Page:
    """One finding beside the queue."""
    return _desk_page(desk, asked, desk.queue(asked.wanted), desk.finding(asked.finding).id)


def articles_page(desk: Desk, asked: Asked) -> Page:
    """The articles, those with the most findings first."""
    words_ = asked.wanted.q.lower().split()
    rows = [row for row in desk.sheet.articles if all(word in row["q"] for word in words_)]
    page, pages = asked.wanted.page, max(1, -(-len(rows) // PER_PAGE))
    shown = rows[(min(page, pages) - 1) * PER_PAGE :][:PER_PAGE]
    values = {"rows": shown, "total": len(rows), "page": min(page, pages), "pages": pages, "wanted": asked.wanted}
    listed = [{name: value for name, value in row.items() if name != "q"} for row in shown]
    return Page(template="texts.html.j2", values=values, data={"articles": listed, "total": len(rows), "pages": pages})


def article_page(desk: Desk, asked: Asked) -> Page:
    """One article with its figures; only articles of the run are ever shown, by their names in it."""
    doc = asked.query.get("doc", "")
    if doc not in desk.sheet.shelf.by_doc:
        raise StoreError("there is no such article in this run")
    claims = [claim.to_record() for claim in desk.sheet.shelf.by_doc[doc]]
    data = {"doc": doc, "text": desk.sheet.texts.get(doc), "claims": claims}
    return Page(template="text.html.j2", values={"text": article_text(doc, desk.sheet.shelf)}, data=data)


def decisions_page(desk: Desk, asked: Asked) -> Page:
    """What was decided, the last first."""
    everything = desk.book.everything()
    page, pages = asked.wanted.page, max(1, -(-len(everything) // _DECISIONS_SHOWN))
    shown = everything[(min(page, pages) - 1) * _DECISIONS_SHOWN :][:_DECISIONS_SHOWN]
    undone = {one.value for one in everything if one.action == "undo"}
    rows = [{"one": one, "undone": one.id in undone, "there": one.subject in desk.sheet.findings} for one in shown]
    values = {"rows": rows, "total": len(everything), "page": min(page, pages), "pages": pages}
    return Page(
        template="history.html.j2",
        values=values,
        data={"decisions": [one.to_record() for one in shown], "total": len(everything), "pages": pages},
    )


def left_page(desk: Desk, asked: Asked) -> Page:  # noqa: ARG001 - every page is asked in the same way
    """Decisions that changed evidence or none stands behind: kept, and said to be so."""
    orphans = desk.matching.orphans()
    stale = list(desk.queue(Wanted(status="stale")).rows)
    data = {
        "orphaned": [{"subject": o.subject, "why": o.why, "decision": o.decision.to_record()} for o in orphans],
        "stale": [row.to_record() | {"changes": list(row.match.changes)} for row in stale],
    }
    return Page(template="left.html.j2", values={"orphans": orphans, "stale": stale}, data=data)


def corrections_page(desk: Desk, asked: Asked) -> Page:  # noqa: ARG001 - every page is asked in the same way
    """The corrections that hold, and what the next run will make of them."""
    outlook = desk.outlook()
    rows = [(one, desk.sheet.shelf.claims.get(one.claim)) for one in desk.book.corrections()]
    in_use = {one.id for one, claim in rows if claim is not None and corrected(claim, [one]) == claim}
    appeared = _appeared(desk, outlook)
    values = {"rows": rows, "in_use": in_use, "outlook": outlook, "appeared": appeared}
    data = {"corrections": [_correction_record(one) for one, _ in rows], **_effect_record(outlook)}
    return Page(template="corrections.html.j2", values=values, data=data)


def checked_page(desk: Desk, asked: Asked) -> Page:  # noqa: ARG001 - every page is asked in the same way
    """What was compared and what was not: the findings say nothing of the rest."""
    shelf = desk.sheet.shelf
    view, why, left_out, said = overview(shelf), reasons(shelf), skipped(shelf), remarks(shelf)
    values = {"view": view, "uncompared": why, "skipped": left_out, "remarks": said, "settings": settings(shelf)}
    data: dict[str, Any] = {"claims": view.claims, "checked": view.checked}
    data |= {"not_compared": {one.text: one.count for one in why}}
    data |= {"skipped": [list(one) for one in left_out], "remarks": [list(one) for one in said]}
    return Page(template="checked.html.j2", values=values, data=data)


def drop_page(desk: Desk, tray: Tray) -> Page:
    """Where an article is dropped, and what was dropped."""
    recent = tray.recent()
    data = {"dropped": [{"id": one.id, "name": one.name, "done": one.done} for one in recent]}
    values = {"recent": recent, "suffixes": ",".join(SUFFIXES), "articles": len(desk.sheet.run.articles)}
    return Page(template="drop.html.j2", values=values, data=data)


def dropped_page(tray: Tray, id: str) -> Page:
    """A dropped article: how far it is, or its findings and its text."""
    one = tray.get(id)
    if one is None:
        raise StoreError("that article is not here any more: drop it again")
    data: dict[str, Any] = {"id": one.id, "name": one.name, "step": one.step, "done": one.done, "error": one.error}
    if one.run is None:
        return Page(template="dropped.html.j2", values={"one": one, "cards": (), "text": None}, data=data)
    from pipeline.review.render import environment

    shelf = shelve(one.run)
    own = [claim for claim in one.run.claims if claim.doc == one.name]
    values = {
        "one": one,
        "cards": [card(finding, shelf) for finding in shelf.findings],
        "text": article_text(one.name, shelf),
        "claims": len(own),
        "checked": sum(claim.id in one.run.check.checked for claim in own),
    }
    data |= {"claims": [claim.to_record() for claim in own]}
    data |= {"findings": [finding.to_record() for finding in shelf.findings]}
    return Page(
        template="dropped.html.j2", values=values, data=data, env=environment(shelf, link=lambda anchor: f"#{anchor}")
    )


def _desk_page(desk: Desk, asked: Asked, queue: Queue, current: str | None) -> Page:
    number, shown = queue.shown(current)
    finding = desk.sheet.findings.get(current or "")
    values: dict[str, Any] = {
        "queue": queue,
        "shown": shown,
        "page": number,
        "wanted": asked.wanted,
        "statuses": STATUSES,
        "choices": [(n, label, options) for n, label, options in desk.sheet.choices if n in FILTERS],
        "place": partial(place_of, shelf=desk.sheet.shelf),
        "turns": {row.id: desk.book.standing(row.id).turn for row in shown},
        "current": current,
        "clean": None if desk.sheet.findings else _clean(desk),
        "opened": None if finding is None else _opened(desk, asked, queue, finding),
    }
    data: dict[str, Any] = {"counts": dict(desk.counts()), "wanted": {**asked.wanted.filters, "q": asked.wanted.q}}
    data |= {"total": len(queue.rows), "page": number, "pages": queue.pages}
    data |= {"findings": [row.to_record() for row in shown]}
    if asked.finding and finding is not None:
        data = _finding_record(desk, finding, asked.tried)
    return Page(template="desk.html.j2", values=values, data=data)


def _clean(desk: Desk) -> dict[str, str]:
    """What a run without findings says, and on what it rests."""
    view = overview(desk.sheet.shelf)
    return {"verdict": verdict(view), "nothing": f"{nothing(view)} {view.kept_back}".rstrip()}


def _opened(desk: Desk, asked: Asked, queue: Queue, finding: Finding) -> dict[str, Any]:
    """What stands beside the queue: the card, how the finding stands, its history, and what can be corrected."""
    row, outlook = desk.row(finding), desk.outlook()
    before, behind = queue.neighbours(finding.id)
    claims = desk.sheet.claims_of(finding)
    return {
        "row": row,
        "card": card(finding, desk.sheet.shelf),
        "turn": desk.book.standing(finding.id).turn,
        "before": before,
        "behind": behind,
        "stale": row.match.freshness == STALE,
        "history": row.match.standing.history,
        "undone": row.match.standing.undone,
        "claims": [(letter(at), c, desk.book.standing(c.id)) for at, c in enumerate(claims)],
        "slots": CORRECTABLE,
        "by_id": {claim.id: claim for claim in claims},
        "corrections": [one for one in desk.book.corrections() if one.claim in {claim.id for claim in claims}],
        "gone": finding.id in outlook.gone,
        "appeared": [f for f in outlook.appeared if set(f.claims) & set(finding.claims)],
        "tried": asked.tried,
        "suggested": _suggested(finding),
    }


def _suggested(finding: Finding) -> tuple[str, Sequence[tuple[str, str]]] | None:
    """The repair as corrections of one claim's slots, where it has such."""
    repair = suggestion(finding)
    if repair is None:
        return None
    changes = [(slot, "" if v is None else str(v)) for slot, v in repair.change.items() if slot in CORRECTABLE]
    return (repair.claim, changes[:_SHORTCUTS]) if changes else None


def _appeared(desk: Desk, outlook: Effect) -> list[Any]:
    """The findings that corrections bring, as cards of the corrected claims."""
    if not outlook.appeared:
        return []
    articles = desk.sheet.run.articles
    shelf = shelve(Run(articles=articles, claims=outlook.claims, check=desk.sheet.run.check))
    return [card(finding, shelf) for finding in outlook.appeared]


def _finding_record(desk: Desk, finding: Finding, tried: tuple[Correction, Effect] | None) -> dict[str, Any]:
    row = desk.row(finding)
    record = {
        "finding": finding.to_record(),
        "claims": [claim.to_record() for claim in desk.sheet.claims_of(finding)],
        **{key: value for key, value in row.to_record().items() if key in {"status", "stale", "assignee"}},
        "turn": desk.book.standing(finding.id).turn,
        "changes": list(row.match.changes),
        "history": [_brief(one) for one in row.match.standing.history],
    }
    return record if tried is None else record | {"tried": _correction_record(tried[0]) | _effect_record(tried[1])}


def _brief(one: Decision) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("id", "at", "who", "action", "value", "reason", "turn")}


def _correction_record(one: Correction) -> dict[str, Any]:
    quote = {name: one.quote.get(name) for name in ("doc", "exact", "prefix", "suffix")}
    return {"claim": one.claim, "slot": one.slot, "was": one.was, "value": one.value, "who": one.who, "quote": quote}


def _effect_record(effect: Effect) -> dict[str, Any]:
    return {
        "vanished": [finding.id for finding in effect.vanished],
        "appeared": [finding.to_record() for finding in effect.appeared],
        "checked_again": "all" if effect.whole else "around",
    }
