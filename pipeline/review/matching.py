"""Decisions meet the run of today: still about the same evidence, about evidence that changed, or about none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.review.book import Book
from pipeline.review.sheet import Sheet
from pipeline.store.decisions import OPEN, Decision, Standing, active
from pipeline.store.evidence import CURRENT, ORPHANED, STALE, differences, same_print

_SETTLING: Final = frozenset({"accept", "dismiss", "reopen", "note", "assign"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How a finding stands, and whether what was decided was about what it is now."""

    standing: Standing = OPEN
    freshness: str = CURRENT
    changes: tuple[str, ...] = ()
    """In words, what of the evidence is other than it was when it was decided."""
    subject: str = ""
    """The finding that was decided about, where it had another id then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """Decisions whose finding is gone, and in words why."""

    subject: str
    standing: Standing
    decision: Decision
    why: str
    freshness: str = ORPHANED


UNDECIDED: Final = Match()


class Matching:
    """The decisions of a book on a sheet; what did not change since is not compared again."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self._sheet, self._book = sheet, book
        self._known: dict[str, tuple[Standing, Match]] = {}
        self._lost: dict[str, tuple[Standing, Orphan | None]] = {}
        self._moved: dict[str, str] = {}

    def refresh(self) -> None:
        """Compare what was decided since the last time."""
        for subject, now in self._book.subjects.items():
            if subject in self._sheet.findings:
                if self._known.get(subject, (None,))[0] is not now:
                    self._known[subject] = (now, self._match(subject, now))
            elif self._lost.get(subject, (None,))[0] is not now:
                self._lost[subject] = (now, self._search(subject, now))

    def of(self, finding: str) -> Match:
        """How a finding of the run stands."""
        if finding in self._known:
            return self._known[finding][1]
        former = self._moved.get(finding)
        return self._follow(finding, former) if former is not None else UNDECIDED

    def orphans(self) -> list[Orphan]:
        """What was decided about findings that the run does not have, the last decision first."""
        found = [orphan for _, orphan in self._lost.values() if orphan is not None]
        return sorted(found, key=lambda orphan: (orphan.decision.at, orphan.subject), reverse=True)

    def _match(self, subject: str, now: Standing) -> Match:
        last = _last(now)
        if last is None:
            return Match(standing=now)
        changes = differences(last.about, self._sheet.about(self._sheet.findings[subject]))
        return Match(standing=now, freshness=STALE if changes else CURRENT, changes=changes)

    def _follow(self, finding: str, former: str) -> Match:
        """The standing of a finding that had another id when it was decided about."""
        now = self._book.standing(former)
        last = _last(now)
        about = self._sheet.about(self._sheet.findings[finding])
        changes = differences(last.about, about) if last else ()
        changes = changes or ("the figures are compared in another way",)
        return Match(standing=now, freshness=STALE, changes=changes, subject=former)

    def _search(self, subject: str, now: Standing) -> Orphan | None:
        """The finding that a decision is about today, noted, or else the orphan."""
        last = _last(now)
        if last is None:
            return None
        heir = self._sheet.prints.get((str(last.about.get("kind")), same_print(last.about)))
        if heir is not None and heir not in self._known and self._moved.get(heir, subject) == subject:
            self._moved[heir] = subject
            return None
        return Orphan(subject=subject, standing=now, decision=last, why=self._why(last))

    def _why(self, decision: Decision) -> str:
        """Why there is no such finding any more."""
        quotes = decision.about.get("quotes", ())
        missing = [quote for quote in quotes if quote["doc"] not in self._sheet.texts]
        if missing:
            return f"The article {missing[0]['doc']} is not part of this run."
        lost = [quote for quote in quotes if quote["exact"] not in self._sheet.texts[quote["doc"]]]
        if lost:
            return f"“{lost[0]['exact']}” does not stand in {lost[0]['doc']} any more."
        return "The figures still stand there, and fit together now." if quotes else "Its evidence was not kept."


def _last(now: Standing) -> Decision | None:
    """The last decision that holds and is about a finding."""
    held = [one for one in active(now.history) if one.action in _SETTLING]
    settling = [one for one in held if one.action != "note"]
    return next(iter((settling or held)[-1:]), None)


def status(finding: str, match: Match, corrected: Mapping[str, object]) -> str:
    """How a finding stands: what a correction makes vanish needs no decision any more."""
    if match.standing.status == "open" and finding in corrected:
        return "corrected"
    return match.standing.status
