"""Forms: what a page sends back, checked, done, and where the browser goes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import UploadFile
from starlette.requests import Request

from pipeline.errors import StoreError
from pipeline.review import acts
from pipeline.review.acts import Act, Done
from pipeline.review.gate import same
from pipeline.review.pages import Asked, Page, finding_page
from pipeline.review.queue import Queue, Wanted, is_number
from pipeline.store.decisions import STATUS

if TYPE_CHECKING:
    from pipeline.review.app import Room

_FIELDS: Final = 4200
_NONCE: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of a form, each with all its values, and the files."""

    fields: Mapping[str, Sequence[str]]
    files: Mapping[str, tuple[str, bytes]] = field(default_factory=lambda: MappingProxyType({}))
    who: str = ""

    def text(self, name: str) -> str:
        """The last value of a field; empty where it was not sent."""
        return (self.fields.get(name) or [""])[-1]

    @property
    def act(self) -> Act:
        """Who does this, and the word that makes it happen once."""
        nonce = self.text("nonce")
        if not (0 < len(nonce) <= _NONCE and nonce.isascii() and nonce.isalnum()):
            raise StoreError("the form is incomplete: reload the page")
        return Act(who=self.who, nonce=nonce)

    @property
    def page(self) -> str:
        """The page that the form stands on, to go back to: the finding's, or that where an article is dropped."""
        if "text" in self.fields or self.files:
            return "/drop"
        subject = self.text("finding") or self.text("subject").rpartition(":")[0]
        single = len(self.fields.get("subject", ())) <= 1
        return (f"/findings/{quote(subject, safe='')}" if subject and single else "/findings") + self.wanted.query()

    @property
    def wanted(self) -> Wanted:
        """The filters under which the form was filled in."""
        return Wanted.of(dict(parse_qsl(self.text("back").removeprefix("?"))))


async def take(request: Request, word: str) -> Form:
    """The form of a request, if it is one of ours."""
    fields: dict[str, list[str]] = {}
    files: dict[str, tuple[str, bytes]] = {}
    async with request.form(max_files=4, max_fields=_FIELDS, max_part_size=20_000_000) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = (value.filename or "", await value.read())
            else:
                fields.setdefault(name, []).append(value)
    if not same((fields.get("word") or [""])[-1], word):
        raise StoreError("this page is from before the review was started again: reload it and try once more")
    return Form(fields=fields, files=files)


def act_on(room: Room, form: Form) -> str | Page:
    """Do what a form of the desk asks for; the address of the page to go to."""
    room.desk.refresh()
    action = form.text("action")
    if action in STATUS:
        return _decided(room, form, action)
    if action == "undo":
        return _undone(room, form)
    if action in {"correct", "try"}:
        return _corrected(room, form, action)
    subjects = subjects_of(form)
    if not subjects:
        raise StoreError("no finding was chosen")
    if action == "note":
        return _to(form, subjects[0][0], acts.note(room.desk, form.act, subjects[0][0], form.text("note")))
    if action == "assign":
        return _to(form, subjects[0][0], acts.assign(room.desk, form.act, subjects[0], form.text("assignee")))
    raise StoreError("the form asks for nothing that is known: reload the page")


def rename(_: Room, form: Form) -> str:
    """Take the name of whoever is at the browser; the cookie is set with the answer."""
    return "/findings" + form.wanted.query()


def drop_from(room: Room, form: Form) -> str:
    """Begin with a dropped article: a file, or a text."""
    name, data = form.files.get("file", ("", b""))
    if not data:
        text, name = form.text("text"), (form.text("title") or "dropped") + ".txt"
        if not text.strip():
            raise StoreError("there is nothing to check: paste a text or choose a file")
        data = text.replace("\r\n", "\n").encode("utf-8", "replace")
    return f"/dropped/{room.tray.drop(name, data, room.desk.sheet)}"


def subjects_of(form: Form) -> list[tuple[str, int]]:
    """The chosen findings with the turns up to which their histories were seen, each once, in a fixed order."""
    found: dict[str, int] = {}
    for given in form.fields.get("subject", ()):
        subject, turn = _seen(given)
        found.setdefault(subject, turn)
    return sorted(found.items())


def _decided(room: Room, form: Form, action: str) -> str:
    subjects = subjects_of(form)
    reason = acts.reason_of(form.text("reason"), form.text("because"))
    with room.desk.lock:  # which comes next is asked before the decided ones leave the queue
        queue = room.desk.queue(form.wanted)
    done = acts.decide(room.desk, form.act, action, subjects=subjects, reason=reason)
    if len(subjects) == 1 and done.before:
        return _to(form, subjects[0][0], done)
    if action == "reopen" and len(subjects) == 1:
        return _to(form, subjects[0][0], done)
    return _to(form, _next(queue, [subject for subject, _ in subjects]), done)


def _next(queue: Queue, decided: Sequence[str]) -> str | None:
    """The wanted finding after the decided ones that is not one of them."""
    last = max(decided, key=lambda one: queue.rank.get(one, -1))
    left = Queue(wanted=queue.wanted, rows=[row for row in queue.rows if row.id not in decided], rank=queue.rank)
    return left.after(last)


def _undone(room: Room, form: Form) -> str:
    done = acts.undo(room.desk, form.act, form.text("decision"))
    subject = done.stored[0].subject if done.stored else ""
    if subject in room.desk.sheet.findings:
        return _to(form, subject, done)
    shown = form.text("finding")
    if shown in room.desk.sheet.findings:
        return _to(form, shown, done)
    return f"/decisions?{urlencode({'done': done.batch})}"


def _corrected(room: Room, form: Form, action: str) -> str | Page:
    """Store a correction, or only try what it would change; a suggestion is several at once."""
    desk, (claim, turn) = room.desk, _seen(form.text("claim"))
    made = acts.correction(desk, form.act, claim, form.text("slot"), form.text("value"))
    if action == "try":
        effect = desk.tried(made)
        with desk.lock:
            asked = Asked(wanted=form.wanted, finding=form.text("finding"), tried=(made, effect))
            return finding_page(desk, asked)
    done = acts.correct(desk, form.act, made, turn)
    desk.outlook()  # checked again at once, outside the lock, so that the next page has it
    return _to(form, form.text("finding"), done, place="#corrections")


def _seen(given: str) -> tuple[str, int]:
    """A subject, and the turn up to which its history was seen."""
    subject, _, turn = given.rpartition(":")
    if not subject or not is_number(turn):
        raise StoreError("the form is incomplete: reload the page")
    return subject, int(turn)


def _to(form: Form, finding: str | None, done: Done, *, place: str = "") -> str:
    """The address of the next page, with what it is to say about what was done."""
    extra: dict[str, Any] = {"page": ""}
    if done.stored:
        extra["done"] = done.batch
    if done.before:
        extra |= {"before": done.before[0].id, "over": len(done.before)}
    path = f"/findings/{finding}" if finding else "/findings"
    return path + form.wanted.query(**extra) + place
