"""Words against numbers: a rank, "rose" or "fell", a surplus or a deficit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.explain.phrases import Account, Telling, be, capital, quoted, stated, subject
from pipeline.observation import Flow, Observation
from pipeline.words import during, listing, party, said


def told_as_rank(account: Account) -> Telling | None:
    """The place that is claimed, and the figures that do not leave it."""
    word = next((one for one in account.seen if one.kind == "rank"), None)
    if word is None:
        return None
    what = f"{capital(subject(word))} {be(word)} called {quoted(word)}"
    others = [f"{stated(one)} for {_who(one, word)}" for one in account.seen if one is not word]
    fits = f"the figures: {listing(others)}" if others else "its own group"
    return Telling(f"{what}, which the figures do not bear out", f"{what}, which does not fit {fits}.")


def _who(one: Observation, word: Observation) -> str:
    return party(_own(one.subject, word)) + (during(one.claim.period) if one.claim.period != word.claim.period else "")


def _own(flow: Flow, word: Observation) -> str:
    """The side that is ranked, not the one that all share."""
    fixed = word.ranking.fixed if word.ranking else ""
    return flow.b if flow.a == fixed else flow.a


def told_as_trend(account: Account) -> Telling | None:
    """Where the text has it rise or fall, and the two levels; None where they are not both printed."""
    word = next((one for one in account.seen if one.kind == "trend"), None)
    levels = {one.subject: one for one in account.seen if one.kind == "level"}
    now, before = (levels.get(flow) for flow in (word.subject, word.base)) if word and word.base else (None, None)
    if word is None or now is None or before is None or len(account.seen) != 3:
        return None
    gap = abs(now.claim.value or Decimal(0)) - abs(before.claim.value or Decimal(0))
    moved = "a rise" if gap > 0 else "a fall" if gap else "no change"
    went = f"from {stated(before)}{during(before.claim.period)} to {stated(now)}{during(now.claim.period)}"
    what = f"{quoted(word)} is said of {said(word.claim)}"
    return Telling(f"{capital(what)}, but the figures show {moved}", f"{capital(what)}, but the figures go {went}.")


def told_as_only(account: Account) -> Telling | None:
    """Who alone is said to have a surplus or deficit, and the figures of another who has one."""
    word, figures = _against_amounts(account, "only")
    if word is None:
        return None
    what = capital(f"{quoted(word)} is said of {said(word.claim)} and of no other")
    return Telling(f"{what}, which the figures do not bear out", f"{what}, but {_printed(figures)}.")


def told_as_record(account: Account) -> Telling | None:
    """What is called the highest or the lowest so far, and the earlier figure that belies it."""
    word = next((one for one in account.seen if one.kind == "record"), None)
    levels = [one for one in account.seen if one.kind == "level"]
    now = next((one for one in levels if word is not None and one.subject == word.subject), None)
    then = next((one for one in levels if one is not now), None)
    if word is None or now is None or then is None or len(account.seen) != 3:
        return None
    what = f"{capital(said(word.claim))}, {stated(now)}, {be(word)} called {quoted(word)}"
    before = f"{stated(then)}{during(then.claim.period)}"
    return Telling(f"{what}, but there was {before}", f"{what}, but the figure had been {before}.")


def told_as_sign(account: Account) -> Telling | None:
    """A surplus or deficit in words against the figures of the two flows, or of the gap itself."""
    word, figures = _against_amounts(account, "sign")
    if word is None:
        return None
    named = "deficit" if (word.claim.value or 0) > 0 else "surplus"
    what = capital(f"{quoted(word)} is said of {said(word.claim)}")
    return Telling(f"{what}, but the figures make it a {named}", f"{what}, but {_printed(figures)}.")


def _against_amounts(account: Account, kind: str) -> tuple[Observation | None, list[Observation]]:
    """The word of a kind and the figures that it is held against; no word where they are not all amounts."""
    word = next((one for one in account.seen if one.kind == kind), None)
    figures = [one for one in account.seen if one is not word]
    return word if figures and all(one.kind == "level" for one in figures) else None, figures


def _printed(figures: Sequence[Observation]) -> str:
    return listing([f"{subject(one)} {be(one)} {stated(one)}" for one in figures])
