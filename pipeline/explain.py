"""The words of a proof: what was added up, what comes out, and what is printed instead."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from pipeline.finding import Step
from pipeline.observation import Flow, Interval, Observation, Reading
from pipeline.relations.row import Row
from pipeline.solve.dispute import Dispute
from pipeline.solve.exact import signed
from pipeline.solve.extent import Extent, extent_of
from pipeline.solve.system import assemble
from pipeline.words import about, amount, listing, party, plain, printed, said, scale_of, short

_PLAIN: Final = ("same-fact", "mirror", "threshold", "rank")
"""Kinds whose two sides are seen without arithmetic."""
_RATES: Final = ("growth", "share")
"""Kinds whose arithmetic is the conclusion, where one rate ties two levels."""


def ordered(dispute: Dispute, by_id: Mapping[str, Observation]) -> list[Observation]:
    """The dispute's observations in the order of their text."""
    return sorted((by_id[claim] for claim in dispute.claims), key=lambda one: (one.claim.doc, one.claim.start, one.id))


def explanation(dispute: Dispute, by_id: Mapping[str, Observation]) -> str:
    """One or two plain sentences with the arithmetic."""
    seen = ordered(dispute, by_id)
    if dispute.kind in ("same-fact", "mirror") and len(seen) == 2:
        return _two(seen)
    if dispute.kind == "threshold":
        return f"{_cap(about(seen[0].subject))}: {listing([_quoted(one) for one in seen])} cannot all hold."
    if dispute.row is not None and dispute.kind in ("identity", "sum"):
        return _arithmetic(dispute.row, seen)
    if dispute.kind == "growth" and (line := _growth(seen)):
        return line
    if dispute.kind == "share" and (line := _share(seen)):
        return line
    if dispute.kind == "rank":
        return _rank(seen)
    return f"These {len(seen)} figures cannot all hold: {'; '.join(_line(one) for one in seen)}."


def headline(dispute: Dispute, by_id: Mapping[str, Observation], *, scope: str) -> str:
    """What is wrong in one line, without arithmetic."""
    seen = ordered(dispute, by_id)
    first = seen[0].claim
    if dispute.kind in ("same-fact", "mirror"):
        verb = "the sources differ on" if scope == "cross-source" else ""
        given = listing([f"as {short(one.claim)}" for one in seen])
        what = said(first) + (" (growth)" if seen[0].kind == "growth" else "")
        return f"{_cap(verb)} {what}: given {given}" if verb else f"{_cap(what)} is given {given}"
    words = [one for one in seen if one.kind in ("rank", "trend", "sign", "only", "target")]
    key = words[0] if words else next((one for one in seen if one.kind in ("growth", "share")), seen[-1])
    return f"{_cap(said(key.claim))}: {_quoted(key)} does not fit the other figures"


def steps(dispute: Dispute, by_id: Mapping[str, Observation], *, suspect: str | None = None) -> tuple[Step, ...]:
    """What each claim says and leaves open, what the others leave open for one of them, then the conclusion."""
    seen = ordered(dispute, by_id)
    lines = [_step(one, dispute) for one in seen]
    told = dispute.kind in _PLAIN or (dispute.kind in _RATES and len(seen) == 3)
    left = [] if told else _left_open(dispute, seen, suspect)
    end = Step(text=explanation(dispute, by_id), relation=dispute.kind, claims=tuple(o.id for o in seen))
    return (*lines, *left, end)


def _left_open(dispute: Dispute, seen: Sequence[Observation], suspect: str | None) -> list[Step]:
    """What all figures but one leave open for that one: of the suspect, else of the last level that they bound."""
    levels = [one for one in seen if one.kind == "level"]
    reading = min(dispute.reading, Reading.WIDEST)
    flows = list(dict.fromkeys(flow for row in assemble(seen, reading, proof=False) for flow, _ in row.terms))
    for one in sorted(levels, key=lambda level: (level.id != suspect, -level.claim.start)):
        others = [other for other in seen if other is not one]
        extent = extent_of(one.subject, assemble(others, reading, proof=False, also=flows))
        if extent is not None and _misses(extent, one.intervals[reading]):
            return [_implied(one, others, extent)]
    return []


def _misses(extent: Extent, printed: Interval) -> bool:
    """Whether what is left open does not meet the print."""
    below = printed.high is not None and extent.low > float(printed.high)
    return below or (printed.low is not None and extent.high < float(printed.low))


def _implied(one: Observation, others: Sequence[Observation], extent: Extent) -> Step:
    low, high = (None if math.isinf(end) else Decimal(f"{end:.9g}") for end in (extent.low, extent.high))
    if low == 0 and not signed(one.subject):
        low = None
    unit = one.claim.unit or ""
    what = about(one.subject) if one.subject.kind == "B" else said(one.claim)  # a balance may be printed turned round
    return Step(
        text=f"By the others, {what}: {_between(Interval(low, high), unit)}",
        relation="same-fact",
        claims=tuple(other.id for other in others),
        quantity=about(one.subject),
        unit=unit,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
    )


def _step(one: Observation, dispute: Dispute) -> Step:
    low, high = one.intervals[min(dispute.reading, Reading.WIDEST)]
    unit = one.claim.unit
    return Step(
        text=f"{_line(one)}: {_between(Interval(low, high), unit or '')}",
        relation="same-fact" if one.kind == "level" else one.kind,
        claims=(one.id,),
        quantity=about(one.subject),
        unit=unit,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
    )


def _two(seen: Sequence[Observation]) -> str:
    left, right = seen
    what = about(left.subject)
    if left.kind in ("growth", "difference"):
        what = f"the change of {what}"
    elif left.kind == "share":
        what = f"the share of {what}"
    unit = left.claim.unit or ""
    ends = [_between(one.intervals[1], unit) for one in seen]
    are = "are" if what.startswith(party(left.subject.a)) and left.subject.kind == "F" else "is"
    return f"{_cap(what)} {are} printed as {short(left.claim)} ({ends[0]}) and as {short(right.claim)} ({ends[1]})."


def _arithmetic(row: Row, seen: Sequence[Observation]) -> str:
    """``28.0 + 15.9 = 43.9, but 22.7 is printed``: the term that stands alone against the sum of the others."""
    figures = {one.subject: one for one in seen if one.kind == "level"}
    values = [abs(one.claim.value or Decimal(0)) for one in figures.values()]
    scale, name = scale_of(values)
    terms = [(flow, Decimal(str(float(coefficient)))) for flow, coefficient in row.terms]
    whole, weight = terms[0]
    known = [(flow, -coefficient / weight) for flow, coefficient in terms[1:] if flow in figures]
    unknown = [-coefficient / weight for flow, coefficient in terms[1:] if flow not in figures]
    if whole not in figures or not known or any(factor < 0 for factor in unknown):
        return f"These figures cannot all hold: {'; '.join(_line(one) for one in seen)}."
    total = sum((_value(figures[flow]) * factor for flow, factor in known), Decimal(0))
    if len(known) == 1 and abs(known[0][1]) == 1 and known[0][1] > 0:
        return f"{_cap(_line(figures[known[0][0]]))} alone is more than {_line(figures[whole])}."
    left = " ".join(_term(factor, _value(figures[flow]) / scale, n) for n, (flow, factor) in enumerate(known))
    unit = figures[whole].claim.unit or ""
    shown = plain(_value(figures[whole]) / scale)
    names = f" ({about(whole)}; {name + ' ' if name else ''}{unit})"
    if row.high is None:
        return f"{left} = {plain(total / scale)}, which is more than the whole, printed as {shown}{names}."
    relation = "at least " if unknown else ""
    return f"{left} = {relation}{plain(total / scale)}, but {shown} is printed{names}."


def _value(one: Observation) -> Decimal:
    value = one.claim.value or Decimal(0)
    flipped = one.subject.kind == "B" and one.claim.reporter != one.subject.a
    return -value if flipped else value


def _term(factor: Decimal, value: Decimal, position: int) -> str:
    signed = factor * value
    sign = ("- " if signed < 0 else "+ ") if position else ("-" if signed < 0 else "")
    times = f"{plain(abs(factor))} × " if abs(factor) != 1 else ""
    return f"{sign}{times}{plain(abs(value))}"


def _growth(seen: Sequence[Observation]) -> str:
    rates = [one for one in seen if one.kind in ("growth", "difference")]
    levels = {one.subject: one for one in seen if one.kind == "level"}
    if len(rates) != 1 or len(levels) != 2 or len(seen) != 3:
        return ""
    rate = rates[0]
    now, before = levels.get(rate.subject), levels.get(rate.base or rate.subject)
    if now is None or before is None or not before.claim.value or not now.claim.value:
        return ""
    if rate.kind == "difference":
        gap = now.claim.value - before.claim.value
        what = f"{short(now.claim)} less {short(before.claim)} is {amount(gap, now.claim.unit or '')}"
        return f"{what}, but {short(rate.claim)} is printed ({about(rate.subject)})."
    change = (now.claim.value / before.claim.value - 1) * 100
    ends = _ratio(now.intervals[1], before.intervals[1])
    found = f"{short(now.claim)} after {short(before.claim)} is {change:+.1f} %{ends}"
    return f"{found}, but {_quoted(rate)} is printed ({about(rate.subject)})."


def _ratio(now: Interval, before: Interval) -> str:
    if None in (*now, *before) or not (before.low and before.high):
        return ""
    assert now.low is not None
    assert now.high is not None
    rates = sorted((one / other - 1) * 100 for one in (now.low, now.high) for other in (before.low, before.high))
    low, high = f"{rates[0]:+.1f}", f"{rates[-1]:+.1f}"
    return "" if low == high else f" ({low} to {high} at the widest)"


def _share(seen: Sequence[Observation]) -> str:
    shares = [one for one in seen if one.kind == "share"]
    levels = {one.subject: one for one in seen if one.kind == "level"}
    if len(shares) != 1:
        return ""
    share = shares[0]
    part, whole = levels.get(share.subject), levels.get(share.whole or share.subject)
    if part is None or whole is None or not whole.claim.value or not part.claim.value:
        return ""
    found = part.claim.value / whole.claim.value * 100
    what = f"{short(part.claim)} of {short(whole.claim)} is {found:.1f} %"
    return f"{what}, but {_quoted(share)} is printed ({about(share.subject)})."


def _rank(seen: Sequence[Observation]) -> str:
    word = next(one for one in seen if one.kind == "rank")
    others = [one for one in seen if one is not word]
    figures = listing([f"{short(one.claim)} ({_who(one, word)})" for one in others]) if others else "its own group"
    return f"{party(_own(word.subject, word))} is called {_quoted(word)}, which does not fit {figures}."


def _own(flow: Flow, word: Observation) -> str:
    fixed = word.ranking.fixed if word.ranking else ""
    return flow.b if flow.a == fixed else flow.a


def _who(one: Observation, word: Observation) -> str:
    name = party(_own(one.subject, word))
    return f"{name}, {one.claim.period}" if one.claim.period != word.claim.period else name


def _line(one: Observation) -> str:
    return f"{said(one.claim)}: {_quoted(one)}"


def _quoted(one: Observation) -> str:
    hedge = f"{one.claim.hedge} " if one.claim.hedge else ""
    return f"“{hedge}{printed(one.claim)}”"


def _between(interval: Interval, unit: str) -> str:
    low, high = interval
    percent = unit in ("percent", "percentage-point")

    def one(value: Decimal) -> str:
        return f"{plain(value)} %" if percent else amount(value, unit)

    if low is not None and high is not None:
        return f"{one(low)} to {one(high)}" if low != high else one(low)
    if low is not None:
        return f"at least {one(low)}"
    return f"at most {one(high)}" if high is not None else "open"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
