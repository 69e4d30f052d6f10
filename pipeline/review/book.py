"""The ledger as this process has read it: only what is new is read before a page, and folded once."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from pipeline.store.corrections import Correction, corrections_of
from pipeline.store.decisions import OPEN, Decision, Standing, standing
from pipeline.store.ledger import Ledger


class Book:
    """All decisions, by subject, with how each subject stands."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.version = 0
        """Another number whenever something was read."""
        self._lock = threading.Lock()
        self._all: dict[int, Decision] = {}
        self._last = 0
        self._histories: dict[str, list[Decision]] = {}
        self._standings: dict[str, Standing] = {}
        self._corrections: tuple[Correction, ...] = ()

    def refresh(self) -> None:
        """Read what was decided since; a number that was skipped (a slow writer's) makes it read all again."""
        with self._lock:
            number, last = self.ledger.extent()
            if (number, last) == (len(self._all), self._last):
                return
            if number < len(self._all) or not self._take():
                self._clear()
                self._take()

    @property
    def subjects(self) -> Mapping[str, Standing]:
        """How every subject stands that anything was decided about."""
        return self._standings

    def standing(self, subject: str) -> Standing:
        """How a finding or a claim stands."""
        return self._standings.get(subject, OPEN)

    def everything(self) -> list[Decision]:
        """All decisions, the last one first."""
        return [self._all[seq] for seq in sorted(self._all, reverse=True)]

    def corrections(self) -> tuple[Correction, ...]:
        """The corrections that hold."""
        return self._corrections

    def last_act(self, who: str) -> list[Decision]:
        """The decisions of a person's last act that still holds: what ``undo`` takes back."""
        undone = {one.value for one in self._all.values() if one.action == "undo"}
        for one in self.everything():
            if one.who == who and one.action != "undo" and one.id not in undone:
                return [same for same in self.everything() if same.batch == one.batch and same.id not in undone]
        return []

    def people(self) -> list[str]:
        """Everybody who decided something or was given something."""
        names = {one.who for one in self._all.values()} | {now.assignee for now in self._standings.values()}
        return sorted(names - {""})

    def _take(self) -> bool:
        """Take in what is new; whether everything is in now."""
        fresh = self.ledger.read(self._last)
        self.version += bool(fresh)
        for seq, one in fresh:
            self._all[seq] = one
            self._last = max(self._last, seq)
            self._histories.setdefault(one.subject, []).append(one)
        for subject in {one.subject for _, one in fresh}:
            self._histories[subject].sort(key=lambda one: one.turn)
            self._standings[subject] = standing(self._histories[subject])
        if any(one.action in {"correct", "undo"} for _, one in fresh):
            self._corrections = corrections_of(self._all.values())
        return self.ledger.extent()[0] <= len(self._all)

    def _clear(self) -> None:
        self.version += 1
        self._all, self._last = {}, 0
        self._histories, self._standings, self._corrections = {}, {}, ()
