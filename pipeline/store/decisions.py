"""What people decided about findings and claims: decisions are only ever added, and folded into how things stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from pipeline.errors import StoreError
from pipeline.store.notation import PRINTED, can_hold

VERSION: Final = "decision/1"
"""What a line of an exported file says it is."""

STATUS: Final = {"accept": "accepted", "dismiss": "dismissed", "reopen": "open"}
"""The actions that settle a finding, and how it stands after each."""

ACTIONS: Final = (*STATUS, "correct", "note", "assign", "undo")
COLUMNS: Final = (
    *("at", "who", "action", "subject", "headline", "slot", "was", "value", "reason"),
    *("turn", "id", "batch", "about"),
)
"""The columns of the one table, what a person wants to read first."""

_QUOTED: Final = ("doc", "exact", "prefix", "suffix")
_UNSTORED: Final = dict.fromkeys((0, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
"""Characters that databases refuse: NUL, and halves of surrogate pairs."""

LONGEST: Final = 4000
"""A note or a reason has at most so many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One thing that one person decided about a finding or, in a correction, about a claim.

    ``turn`` counts the decisions on one subject, so that of two people who decide at once only one can be first.
    """

    id: str
    """Given by the form: a form that is sent twice is one decision."""
    action: str
    subject: str
    """The id of a finding; in a correction, of a claim."""
    at: str = ""
    """When, as ISO 8601 in UTC."""
    who: str = ""
    headline: str = ""
    slot: str = ""
    was: str | None = None
    value: str | None = None
    """The corrected value, the person it is assigned to, or the id of the decision that is undone."""
    reason: str = ""
    turn: int = 0
    batch: str = ""
    """Shared by the decisions of one act: a bulk decision is undone as a whole."""
    about: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """The evidence that was looked at, so that the decision finds it again and sees when it changed."""

    def to_record(self) -> dict[str, Any]:
        """The decision as the JSON object of an exported file."""
        record = {name: getattr(self, name) for name in COLUMNS}
        return {"crossfoot": VERSION, **record, "about": dict(self.about)}

    def to_row(self) -> dict[str, Any]:
        """The decision as a row of the table."""
        record = {name: getattr(self, name) for name in COLUMNS}
        record |= {"about": json.dumps(dict(self.about), ensure_ascii=False, sort_keys=True)}
        return {name: value.translate(_UNSTORED) if isinstance(value, str) else value for name, value in record.items()}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Decision:
        """The decision of a row of the table."""
        values = {name: row[name] for name in COLUMNS}
        return cls(**values | {"about": MappingProxyType(json.loads(values["about"]))})

    @classmethod
    def from_record(cls, record: Any) -> Decision:
        """The decision of a JSON object; ``StoreError`` says what it is that cannot be one."""
        if not isinstance(record, dict) or "crossfoot" not in record:
            raise StoreError("is not a decision of crossfoot")
        if record["crossfoot"] != VERSION:
            raise StoreError(f"is of another version ({record['crossfoot']}; this one reads {VERSION})")
        values = {name: record[name] for name in COLUMNS if name in record}
        _refuse_odd(values)
        return cls(**values | {"about": MappingProxyType(values.get("about", {}))})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a finding stands after all that was decided about it, undone decisions left out."""

    status: str = "open"
    decision: Decision | None = None
    assignee: str = ""
    notes: tuple[Decision, ...] = ()
    history: tuple[Decision, ...] = ()
    """Everything in its order, the undone and the undoing too."""
    undone: frozenset[str] = frozenset()

    @property
    def turn(self) -> int:
        """The number of the last decision: what a form says that it has seen."""
        return max((one.turn for one in self.history), default=0)


OPEN: Final = Standing()


def by_subject(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions of each subject in the order of their turns."""
    found: dict[str, list[Decision]] = {}
    for one in decisions:
        found.setdefault(one.subject, []).append(one)
    return {subject: sorted(those, key=lambda one: one.turn) for subject, those in found.items()}


def standing(history: Sequence[Decision]) -> Standing:
    """How one subject stands after its history."""
    now = Standing(history=tuple(history), undone=frozenset(one.value or "" for one in history if one.action == "undo"))
    for one in active(history):
        now = _after(now, one)
    return now


def active(history: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold: neither undone nor undoing."""
    history = list(history)
    undone = {one.value for one in history if one.action == "undo"}
    return [one for one in history if one.action != "undo" and one.id not in undone]


def _after(now: Standing, one: Decision) -> Standing:
    if one.action in STATUS:
        return replace(now, status=STATUS[one.action], decision=one)
    if one.action == "note":
        return replace(now, notes=(*now.notes, one))
    return replace(now, assignee=one.value or "") if one.action == "assign" else now


def _refuse_odd(values: Mapping[str, Any]) -> None:
    """Refuse what no export writes, whoever wrote it."""
    for name in ("id", "subject", "action"):
        if not isinstance(values.get(name), str) or not values[name]:
            raise StoreError(f"has no '{name}'")
    if values["action"] not in ACTIONS:
        raise StoreError(f"has the unknown action {values['action']!r}")
    if not _is_evidence(values.get("about", {})) or not isinstance(values.get("turn", 0), int):
        raise StoreError("is damaged ('about' or 'turn' is of the wrong kind)")
    for name in set(COLUMNS) - {"about", "turn"}:
        allowed = str if name not in {"was", "value"} else (str, type(None))
        if name in values and not (isinstance(values[name], allowed) and len(values[name] or "") <= LONGEST):
            raise StoreError(f"is damaged ('{name}' is no text, or too long a one)")
    slot, value = values.get("slot", ""), values.get("value")
    if values["action"] == "correct" and not can_hold(slot, value):
        raise StoreError(f"corrects a figure's {slot!r} to what it cannot be ({value!r})")
    was = values.get("was")
    if values["action"] == "correct" and was is not None and slot not in PRINTED and not can_hold(slot, was):
        raise StoreError(f"corrects a figure's {slot!r} from what it cannot have been ({was!r})")


def _is_evidence(about: Any) -> bool:
    """Whether this is evidence as decisions keep it: quotes of articles, each with its slots as text."""
    if not isinstance(about, dict) or not isinstance(about.get("quotes", []), list):
        return False
    return isinstance(about.get("kind", ""), str) and all(_is_quote(quote) for quote in about.get("quotes", []))


def _is_quote(quote: Any) -> bool:
    if not isinstance(quote, dict) or not all(isinstance(quote.get(name), str) for name in _QUOTED):
        return False
    slots = quote.get("slots", {})
    return isinstance(slots, dict) and all(value is None or isinstance(value, str) for value in slots.values())
