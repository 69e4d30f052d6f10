"""Decisions as a file of JSON lines: carried to another run or database, and back, without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.errors import StoreError
from pipeline.store.decisions import Decision
from pipeline.store.ledger import Draft, Ledger, stored

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What became of a file: how many decisions were new, and how many stood there already."""

    added: int = 0
    known: int = 0


def export_lines(ledger: Ledger) -> Iterator[str]:
    """Every decision in its order, one JSON object to a line."""
    for one in stored(ledger.read()):
        yield json.dumps(one.to_record(), ensure_ascii=False) + "\n"


def parse_lines(lines: Iterable[str], *, name: str) -> list[Decision]:
    """The decisions of a file; a file of something else is refused with the line that shows it."""
    found = []
    for at, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(Decision.from_record(json.loads(line)))
            except StoreError as error:
                raise StoreError(f"{name}, line {at}: {error}; nothing was applied") from error
            except (ValueError, RecursionError) as error:
                raise StoreError(f"{name}, line {at}: is no JSON; nothing was applied") from error
    if not found:
        raise StoreError(f"{name} holds no decisions: make it with 'crossfoot review export'")
    return found


def apply_decisions(ledger: Ledger, decisions: Iterable[Decision]) -> Applied:
    """Add the decisions that are not there yet, each after what is there about its subject."""
    waiting, added, known = list(decisions), 0, 0
    for at in range(0, len(waiting), _AT_ONCE):
        outcomes = ledger.add([Draft(decision=one) for one in waiting[at : at + _AT_ONCE]])
        known += sum(outcome.repeated for outcome in outcomes)
        added += sum(not outcome.repeated for outcome in outcomes)
    return Applied(added=added, known=known)
