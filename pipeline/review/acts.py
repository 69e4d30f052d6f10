"""What people do: decide, undo, correct, note, assign; each act is decisions with the evidence that was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.claim import Claim
from pipeline.errors import StoreError
from pipeline.lexicon import read_toml
from pipeline.report import words
from pipeline.review.desk import Desk
from pipeline.review.slots import parse_slot
from pipeline.store.corrections import Correction
from pipeline.store.decisions import LONGEST, STATUS, Decision
from pipeline.store.evidence import about_claim, slots_of
from pipeline.store.ledger import Draft, Outcome

LONGEST_NAME: Final = 60
MOST: Final = 2000
"""Findings of one bulk decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who does something, and the word of the form: sent twice, it is done once."""

    who: str
    nonce: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of an act: its decisions, and those of others that were before it."""

    batch: str
    stored: tuple[Decision, ...] = ()
    before: tuple[Decision, ...] = ()


def decide(desk: Desk, act: Act, action: str, *, subjects: Sequence[tuple[str, int]], reason: str = "") -> Done:
    """Accept, dismiss or open again one finding or many, each with the turn up to which its history was seen."""
    if action not in STATUS:
        raise StoreError("a finding can be accepted, dismissed or opened again")
    if not subjects:
        raise StoreError("no finding was chosen: mark some in the list first")
    if len(subjects) > MOST:
        raise StoreError(f"at most {MOST} findings can be decided at once: filter the list")
    why = said(reason) if action == "dismiss" else ""
    return _store(desk, act, (_about(desk, act, action, id, seen, reason=why) for id, seen in subjects))


def note(desk: Desk, act: Act, subject: str, text: str) -> Done:
    """Say something about a finding."""
    if not (text := said(text)):
        raise StoreError("the note is empty: write something first")
    return _store(desk, act, [_about(desk, act, "note", subject, None, reason=text)])


def assign(desk: Desk, act: Act, subject: tuple[str, int], name: str) -> Done:
    """Give a finding to somebody; to nobody where no name is given."""
    return _store(desk, act, [_about(desk, act, "assign", subject[0], subject[1], value=person(name))])


def undo(desk: Desk, act: Act, decision: str = "") -> Done:
    """Take back one decision, else the person's own last act; what others decided since stays."""
    desk.refresh()
    held = [one for one in desk.book.everything() if one.id == decision] if decision else desk.book.last_act(act.who)
    if not held:
        raise StoreError("there is nothing of yours to undo" if not decision else "there is no such decision")
    if any(one.action == "undo" for one in held):
        raise StoreError("what took something back cannot be taken back: decide anew")
    undone = desk.book.standing(held[0].subject).undone
    if held[0].id in undone:
        raise StoreError("that was taken back already")
    drafts = [_draft(desk, act, "undo", one.subject, None, value=one.id, headline=one.headline) for one in held]
    return _store(desk, act, drafts)


def correction(desk: Desk, act: Act, claim_id: str, slot: str, typed: str) -> Correction:
    """The correction that a form means; ``StoreError`` says what cannot be meant."""
    claim = desk.claim(claim_id)
    value, was = parse_slot(claim, slot, typed), slots_of(claim)[slot]
    if value == was:
        raise StoreError(f"that is how it was read: {words.word('slot', slot).lower()} {value or 'is empty'}")
    quote = about_claim(claim, desk.sheet.texts)["quotes"][0]
    return Correction(claim=claim_id, quote=quote, slot=slot, value=value, was=was, who=act.who)


def correct(desk: Desk, act: Act, made: Correction, seen: int) -> Done:
    """Store a correction; the next run uses it."""
    claim = desk.claim(made.claim)
    draft = _draft(
        desk,
        act,
        "correct",
        made.claim,
        seen,
        headline=_figure(claim),
        slot=made.slot,
        was=made.was,
        value=made.value,
        about=about_claim(claim, desk.sheet.texts),
    )
    return _store(desk, act, [draft])


def said(text: str) -> str:
    """A note or a reason as it is kept."""
    clean = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
    if len(clean) > LONGEST:
        raise StoreError(f"that is too long: at most {LONGEST} characters")
    return clean


def person(text: str) -> str:
    """A name as it is kept: one line, printable."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_NAME]


def reason_of(code: str, words_: str = "") -> str:
    """The reason of a dismissal: that of the list, and what was written beside it."""
    labels = {entry["id"]: str(entry["label"]) for entry in read_toml("review.toml")["reason"]}
    return ": ".join(part for part in (labels.get(code, ""), " ".join(words_.split())) if part)


def _about(desk: Desk, act: Act, action: str, subject: str, seen: int | None, **more: Any) -> Draft:
    """A decision about a finding, with its headline and its evidence."""
    finding = desk.finding(subject)
    headline = (finding.headline or finding.explanation)[:300]
    return _draft(desk, act, action, subject, seen, headline=headline, about=desk.sheet.about(finding), **more)


def _draft(desk: Desk, act: Act, action: str, subject: str, seen: int | None, **more: Any) -> Draft:
    decision = Decision(
        id=f"{act.nonce}.{action}{more.get('slot', '')}.{subject}"[:96],
        action=action,
        subject=subject,
        at=desk.tools.now(),
        who=act.who,
        batch=act.nonce,
        **more,
    )
    return Draft(decision=decision, seen=seen)


def _store(desk: Desk, act: Act, drafts: Iterable[Draft]) -> Done:
    outcomes: list[Outcome] = desk.book.ledger.add(list(drafts))
    desk.refresh()
    return Done(
        batch=act.nonce,
        stored=tuple(outcome.stored for outcome in outcomes if outcome.stored),
        before=tuple(outcome.before for outcome in outcomes if outcome.before),
    )


def _figure(claim: Claim) -> str:
    """A figure in one line: what is printed and what it is about."""
    return f"{claim.text}: {words.subject(claim)}"[:300]
