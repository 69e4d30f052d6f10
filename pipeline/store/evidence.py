"""What a decision was about: quotes in their words, by which it is found again wherever they stand now.

A quote is a W3C text-quote selector (the exact words, and some before and after), with the slots that were read.
Positions are no part of it: an edit elsewhere in an article changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pipeline.claim import SLOTS, Claim, number
from pipeline.finding import Finding

AROUND: Final = 32
"""Characters of context on each side."""

CURRENT: Final = "current"
STALE: Final = "stale"
ORPHANED: Final = "orphaned"

_SPACE: Final = re.compile(r"\s+")

Texts = Mapping[str, str]
"""The texts of the articles by their names."""


def quote_of(claim: Claim, texts: Texts) -> dict[str, Any]:
    """The selector of a claim's figure, and the slots as they were read."""
    text = texts.get(claim.doc, "")
    if text[claim.start : claim.end] != claim.text:
        text = ""
    before, after = text[max(0, claim.start - 2 * AROUND) : claim.start], text[claim.end : claim.end + 2 * AROUND]
    return {
        "doc": claim.doc,
        "exact": claim.text,
        "prefix": _plain(before)[-AROUND:],
        "suffix": _plain(after)[:AROUND],
        "slots": slots_of(claim),
    }


def slots_of(claim: Claim) -> dict[str, str | None]:
    """The slots of a claim as text; the value as its shortest number."""
    read = {slot: getattr(claim, slot) for slot in SLOTS}
    read["value"] = number(claim.value)
    return {slot: None if value is None else str(value) for slot, value in read.items()}


def about_finding(finding: Finding, claims: Mapping[str, Claim], texts: Texts) -> dict[str, Any]:
    """The evidence of a finding: its kind, and the quotes of its claims in a fixed order."""
    quotes = [quote_of(claims[claim], texts) for claim in finding.claims if claim in claims]
    return {"kind": finding.kind, "quotes": sorted(quotes, key=_order)}


def about_claim(claim: Claim, texts: Texts) -> dict[str, Any]:
    """The evidence of a correction: the one quote."""
    return {"quotes": [quote_of(claim, texts)]}


def same_print(about: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The articles and the printed figures: what stays the same when a slot is read otherwise."""
    return tuple(sorted((quote["doc"], quote["exact"]) for quote in about.get("quotes", ())))


def differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    """In words, what of the evidence is other than it was; nothing where the decision still stands on it."""
    old, new = list(then.get("quotes", ())), list(now.get("quotes", ()))
    if then.get("kind") != now.get("kind"):
        return ("the figures are compared in another way",)
    if same_print(then) != same_print(now):
        return ("other figures are compared",)
    pairs = zip(sorted(old, key=_order), sorted(new, key=_order), strict=True)
    return tuple(said for before, after in pairs for said in _changes(before, after))


def find_claim(quote: Mapping[str, Any], claims: Sequence[Claim], texts: Texts) -> Claim | None:
    """The claim that a quote is about, among those of its article with the same print: by the words around it.

    Where several stand in the same words, none is: a correction is never put on the wrong figure.
    """
    alike = [claim for claim in claims if claim.doc == quote["doc"] and claim.text == quote["exact"]]
    if len(alike) < 2:
        return alike[0] if alike else None
    scores = [(_likeness(quote, quote_of(claim, texts)), claim) for claim in alike]
    best = max(score for score, _ in scores)
    found = [claim for score, claim in scores if score == best]
    return found[0] if len(found) == 1 else None


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterable[str]:
    was, reads = before.get("slots", {}), after.get("slots", {})
    for slot in SLOTS:
        if was.get(slot) != reads.get(slot):
            old, new = was.get(slot) or "nothing", reads.get(slot) or "nothing"
            yield f"{before['exact']}: {slot.replace('_', ' ')} was read as {old}, now as {new}"
    if (before.get("prefix"), before.get("suffix")) != (after.get("prefix"), after.get("suffix")):
        yield f"{before['exact']}: the words around it were edited"


def _likeness(quote: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[int, int]:
    """How many characters around two quotes agree, then how many slots."""
    behind = _shared(quote.get("prefix", "")[::-1], other["prefix"][::-1])
    ahead = _shared(quote.get("suffix", ""), other["suffix"])
    slots = quote.get("slots", {})
    return behind + ahead, sum(slots.get(slot) == value for slot, value in other["slots"].items())


def _shared(left: str, right: str) -> int:
    """The length of the common beginning."""
    pairs = zip(left, right, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _order(quote: Mapping[str, Any]) -> tuple[str, ...]:
    slots = quote.get("slots", {})
    return (quote["doc"], quote["exact"], quote.get("prefix", ""), *(str(slots.get(slot)) for slot in SLOTS))


def _plain(text: str) -> str:
    """The text with every run of white space as one blank, so that a re-wrapped article is the same."""
    return _SPACE.sub(" ", text)
