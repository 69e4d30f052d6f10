"""A proof in words: a headline, an explanation, and the steps from what is printed to what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pipeline.explain.averages import told_as_average
from pipeline.explain.implied import Implied, implied, left_open, told_as_implied
from pipeline.explain.pairs import told_as_pair
from pipeline.explain.phrases import Account, Telling, capital, means, quoted, subject
from pipeline.explain.rates import told_as_growth
from pipeline.explain.shares import told_as_moved_share, told_as_nested_shares, told_as_share, told_as_shares
from pipeline.explain.sums import told_as_sum
from pipeline.explain.wordings import told_as_only, told_as_rank, told_as_record, told_as_sign, told_as_trend
from pipeline.finding import Step
from pipeline.observation import Observation, Reading, in_order
from pipeline.solve.dispute import Dispute
from pipeline.words import about, during, listing, said

_PLAIN: Final = ("same-fact", "mirror", "threshold", "rank")
"""Kinds whose two sides are seen without arithmetic."""
_RATES: Final = ("growth", "share")
"""Kinds whose arithmetic is the conclusion, where one rate ties two levels."""

_RELATIONS: Final = {"level": "same-fact", "target": "same-fact", "average": "same-fact", "record": "trend"}
"""Kinds of figures that are told under another relation than their own name."""


class Told(NamedTuple):
    """All that is said of a proof."""

    headline: str
    explanation: str
    steps: tuple[Step, ...]


def tell(dispute: Dispute, by_id: Mapping[str, Observation], *, scope: str, suspect: str | None = None) -> Told:
    """The words of a dispute; of a chain, what the others leave open for the suspect."""
    account = Account(in_order(dispute.claims, by_id), dispute.reading, scope, suspect)
    plain = dispute.kind in _PLAIN or (dispute.kind in _RATES and len(account.seen) == 3)
    telling = _told(dispute, account)
    left = implied(account) if telling is None or not plain else None
    headline, explanation = telling or _fallback(account, left)
    lines = [_step(one, account.reading) for one in account.seen]
    if left is not None:
        lines.append(_left(left))
    end = Step(text=explanation, relation=dispute.kind, claims=tuple(one.id for one in account.seen))
    return Told(headline, explanation, (*lines, end))


def explanation(dispute: Dispute, by_id: Mapping[str, Observation]) -> str:
    """One or two plain sentences with the arithmetic."""
    account = Account(in_order(dispute.claims, by_id), dispute.reading, "article", None)
    telling = _told(dispute, account)
    return (telling or _fallback(account, implied(account))).explanation


def _told(dispute: Dispute, account: Account) -> Telling | None:
    """The way to tell it that its relation has; the first that fits."""
    kind = dispute.kind
    if kind in ("same-fact", "mirror", "threshold"):
        return told_as_pair(account)
    if kind == "identity":
        return told_as_sign(account) or told_as_only(account) or told_as_sum(account, dispute.row)
    if kind == "sum" and any(one.kind == "average" for one in account.seen):
        return told_as_average(account)
    if kind == "sum":
        return told_as_sum(account, dispute.row)
    if kind == "growth":
        return told_as_growth(account)
    if kind == "share":
        ways = told_as_share, told_as_shares, told_as_nested_shares, told_as_moved_share
        return next((told for way in ways if (told := way(account)) is not None), None)
    if kind == "trend":
        return told_as_record(account) or told_as_trend(account)
    return told_as_rank(account) if kind == "rank" else None


def _fallback(account: Account, left: Implied | None) -> Telling:
    if left is not None:
        return told_as_implied(left)
    given = listing([f"{quoted(one)} for {subject(one)}" for one in account.seen])
    first = account.seen[0]
    return Telling(
        f"{len(account.seen)} figures for {said(first.claim)} cannot all be true",
        f"{capital(given)} cannot all be true.",
    )


def _left(found: Implied) -> Step:
    low, high = found.ends
    return Step(
        text=left_open(found),
        relation="same-fact",
        claims=tuple(other.id for other in found.others),
        quantity=about(found.one.subject),
        unit=found.one.claim.unit or "",
        low=None if low is None else float(low),
        high=None if high is None else float(high),
    )


def _step(one: Observation, reading: Reading) -> Step:
    """What one figure says and leaves open."""
    low, high = one.intervals[min(reading, Reading.WIDEST)]
    return Step(
        text=_says(one, reading),
        relation=_RELATIONS.get(one.kind, one.kind),
        claims=(one.id,),
        quantity=about(one.subject),
        unit=one.claim.unit,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
    )


def _says(one: Observation, reading: Reading) -> str:
    value = one.claim.value or 0
    if one.kind == "rank":
        return f"{quoted(one)} is said of {said(one.claim)}: place {value}"
    if one.kind == "sign":
        way = "more exports than imports" if value > 0 else "more imports than exports"
        return f"{quoted(one)} is said of {said(one.claim)}: {way}"
    if one.kind == "trend":
        than = during(one.claim.base_period) or " before"
        way = f"as much as{than}, or nearly" if not value else f"{'more' if value > 0 else 'less'} than{than}"
        return f"{quoted(one)} is said of {said(one.claim)}: {way}"
    if one.kind == "record":
        since = during(one.claim.base_period).replace(" in ", " since ")
        never = f"no {'more' if value > 0 else 'less'} in any year before{since}"
        return f"{quoted(one)} is said of {said(one.claim)}: {never}"
    if one.kind == "only":
        return f"{quoted(one)} is said of {said(one.claim)} and of no other"
    return f"{quoted(one)} for {subject(one)} means {means(one, reading)}"
