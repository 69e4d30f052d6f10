"""Figures that are added up: exports and imports, parts and whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.explain.phrases import Account, Telling, be, capital, is_turned, means, stated, subject, value_of
from pipeline.observation import Flow, Observation
from pipeline.relations.row import Row
from pipeline.words import amount, plain, said, scale_of

_NOUNS = {"export": "exports", "import": "imports"}


class Sum(NamedTuple):
    """A row solved for its whole: the printed whole, the printed parts with their factors, and what they come to."""

    whole: Observation
    parts: tuple[tuple[Observation, Decimal], ...]
    total: Decimal
    open: bool
    """Some parts are not printed, so that the whole is at least the total."""


def told_as_sum(account: Account, row: Row | None) -> Telling | None:
    """What the parts come to, and what is printed; None where the row says nothing that can be read off the page."""
    found = None if row is None else _solved(row, account.seen)
    if row is None or found is None:
        return None
    if len(found.parts) == 1 and (found.parts[0][1] == 1 or row.high is None):
        return _part_beyond(found, account)
    whole = found.whole
    flows = [part.subject.kind for part, _ in found.parts]
    if whole.subject.kind in "TB" and flows == ["F", "F"] and not found.open:
        return _exports_and_imports(found)
    return _added_up(found, limit=row.high is None)


def _solved(row: Row, seen: Sequence[Observation]) -> Sum | None:
    figures = {one.subject: one for one in seen if one.kind == "level"}
    terms: list[tuple[Flow, Decimal]] = [(flow, Decimal(str(float(factor)))) for flow, factor in row.terms]
    (whole, weight), *others = terms
    parts = tuple((figures[flow], -factor / weight) for flow, factor in others if flow in figures)
    unknown = [-factor / weight for flow, factor in others if flow not in figures]
    if whole not in figures or not parts or any(factor < 0 for factor in unknown):
        return None
    total = sum((value_of(one) * factor for one, factor in parts), Decimal(0))
    return Sum(figures[whole], parts, total, bool(unknown))


def _part_beyond(found: Sum, account: Account) -> Telling:
    """One part is already more than all of it."""
    part, whole = found.parts[0][0], found.whole
    spans = [f"{stated(one)} ({means(one, account.reading)})" for one in (part, whole)]
    more = "more than all of" if _is_part(part, whole) else "more than"
    return Telling(
        f"{capital(subject(part))} ({stated(part)}) {be(part)} {more} {subject(whole)} ({stated(whole)})",
        f"{capital(subject(part))}, {spans[0]}, {be(part)} alone {more} {subject(whole)}, {spans[1]}.",
    )


def _is_part(part: Observation, whole: Observation) -> bool:
    return part.claim.reporter == whole.claim.reporter and part.claim.flow == whole.claim.flow


def _exports_and_imports(found: Sum) -> Telling:
    """Two-way trade is both flows, a balance what one exceeds the other by, from the side of who printed it."""
    whole = found.whole
    total = -found.total if is_turned(whole) else found.total
    first, second = _sold_first([part for part, _ in found.parts], whole)
    unit = whole.claim.unit or ""
    them = f"{said(first.claim)} ({stated(first)})"
    other = f"{_again(second, first)} ({stated(second)})"
    if whole.subject.kind == "T":
        makes = amount(total, unit)
        return Telling(
            f"{capital(subject(whole))} {be(whole)} given as {stated(whole)}, but exports and imports make {makes}",
            f"{capital(them)} and {other} make {makes}, but {stated(whole)} is printed for the two together.",
        )
    leave = f"a {'deficit' if total < 0 else 'surplus'} of {amount(abs(total), unit)}"
    kind = "deficit" if (whole.claim.value or 0) < 0 else "surplus"
    return Telling(
        f"{capital(subject(whole))} {be(whole)} given as {stated(whole)}, but exports less imports leave {leave}",
        f"{capital(them)} less {other} leave {leave}, but a {kind} of {stated(whole)} is printed.",
    )


def _sold_first(parts: Sequence[Observation], whole: Observation) -> tuple[Observation, Observation]:
    """The exports of the one whose figure the whole is, then its imports."""
    first, second = parts
    return (first, second) if first.subject.a == whole.claim.reporter else (second, first)


def _again(one: Observation, first: Observation) -> str:
    """The second flow; who trades with whom is said once where it is the same."""
    mine, other = one.claim, first.claim
    if (mine.reporter, mine.partner, mine.period, mine.commodity) == (
        *(other.reporter, other.partner, other.period),
        other.commodity,
    ):
        return _NOUNS.get(mine.flow or "", said(mine))
    return said(mine)


def _added_up(found: Sum, *, limit: bool) -> Telling:
    """The sum written out: ``$28 bn + $15.9 bn = $43.9 bn, but $22.7 bn is printed for …``."""
    whole, unit = found.whole, found.whole.claim.unit or ""
    scale = scale_of([value_of(one) for one in (whole, *(part for part, _ in found.parts))])
    total, shown = (amount(value, unit, scale=scale) for value in (found.total, value_of(whole)))
    told = sorted(found.parts, key=lambda part: part[1] * value_of(part[0]) < 0)  # what is taken away comes last
    named = any(abs(factor) != 1 for _, factor in told)
    terms = " ".join(_term(one, factor, n, scale, named=named) for n, (one, factor) in enumerate(told))
    least = "at least " if found.open else ""
    about = subject(whole, neutral=is_turned(whole))
    parts = "the parts" if all(factor == 1 for _, factor in found.parts) else "the other figures"
    come = "add up to" if parts == "the parts" else "come to"
    end = f"more than the whole, {shown} ({about})" if limit else f"but {shown} is printed for {about}"
    return Telling(
        f"{capital(about)} {be(whole)} given as {shown}, but {parts} {come} {least}{total}",
        f"{terms} = {least}{total}, {end}.",
    )


def _term(one: Observation, factor: Decimal, position: int, scale: tuple[Decimal, str], *, named: bool) -> str:
    value = factor * value_of(one)
    sign = ("− " if value < 0 else "+ ") if position else ("−" if value < 0 else "")
    times = f"{plain(abs(factor))} × " if abs(factor) != 1 else ""
    which = f" ({_kind(one)})" if named else ""
    return f"{sign}{times}{amount(abs(value_of(one)), one.claim.unit or '', scale=scale)}{which}"


def _kind(one: Observation) -> str:
    """What a term is, where the factors alone do not say why they add up."""
    if one.subject.kind == "B":
        return "deficit" if (one.claim.value or 0) < 0 else "surplus"
    return _NOUNS.get(one.claim.flow or "", "two-way trade")
