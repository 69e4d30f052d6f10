"""What all figures of a proof but one leave open for that one: the two intervals of a chain that do not meet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from pipeline.explain.phrases import (
    Account,
    Telling,
    be,
    capital,
    is_deficit,
    is_turned,
    quoted,
    stated,
    subject,
)
from pipeline.observation import Interval, Observation, Reading, are_disjoint
from pipeline.relations.row import floating
from pipeline.solve.exact import signed
from pipeline.solve.extent import Extent, extent_of
from pipeline.solve.system import assemble
from pipeline.words import between, listing, said

_PLACES: Final = 3
"""Decimals of what the others leave open."""


class Implied(NamedTuple):
    """A printed level, the figures beside it, and the interval that they leave open on its flow."""

    one: Observation
    others: tuple[Observation, ...]
    ends: Interval


def implied(account: Account) -> Implied | None:
    """What is left open for the suspect, else for the last level that the others bound; None where for none."""
    levels = [one for one in account.seen if one.kind == "level"]
    reading = min(account.reading, Reading.WIDEST)
    rows = assemble(account.seen, reading, proof=False)
    flows = list(dict.fromkeys(flow for row in rows for flow, _ in row.terms))
    for one in sorted(levels, key=lambda level: (level.id != account.suspect, -level.claim.start)):
        others = tuple(other for other in account.seen if other is not one)
        extent = extent_of(one.subject, assemble(others, reading, proof=False, also=flows))
        if extent is not None and are_disjoint(extent, floating(one.intervals[reading])):
            return Implied(one, others, _rounded(extent, one))
    return None


def _rounded(extent: Extent, one: Observation) -> Interval:
    low, high = (None if math.isinf(end) else Decimal(f"{end:.9g}") for end in (extent.low, extent.high))
    return Interval(None if low == 0 and not signed(one.subject) else low, high)


def left_open(found: Implied) -> str:
    """The step of a proof: ``By the other figure, Kenya's 2023 trade with Uganda is at least $126.25 m``."""
    what, span = _what(found)
    others = "the other figure" if len(found.others) == 1 else "the other figures"
    return f"By {others}, {what} {be(found.one)} {span}"


def told_as_implied(found: Implied) -> Telling:
    """What the others leave open, and what is printed."""
    what, span = _what(found)
    others, one = (
        ("the other figure", True) if len(found.others) == 1 else (f"the other {len(found.others)} figures", False)
    )
    if None in found.ends:
        room = f"{'makes' if one else 'make'} {'them' if be(found.one) == 'are' else 'it'}"
    else:
        room = f"{'allows' if one else 'allow'} only"
    given = stated(found.one, signed=not _in_size(found))
    return Telling(
        f"{capital(what)} {be(found.one)} given as {given}, but {others} {room} {span}",
        f"Going by {_sources(found.others, what)}, {what} {be(found.one)} {span}, but {quoted(found.one)} is printed.",
    )


def _what(found: Implied) -> tuple[str, str]:
    """What it is about and what is left open, from the side of who printed it; a deficit as a size where it is one."""
    in_size = _in_size(found)
    ends = found.ends.negated() if is_turned(found.one) != (is_deficit(found.one) and in_size) else found.ends
    return subject(found.one, neutral=not in_size), between(*ends, found.one.claim.unit or "", places=_PLACES)


def _in_size(found: Implied) -> bool:
    """Whether the surplus or deficit can be called so: what is left open has the sign that is printed."""
    if found.one.subject.kind != "B":
        return True
    low, high = found.ends.negated() if is_turned(found.one) else found.ends
    if is_deficit(found.one):
        low, high = (None if end is None else -end for end in (high, low))
    return (low is None or low >= 0) and (high is None or high > 0)


def _sources(others: Sequence[Observation], what: str) -> str:
    """The figures beside, those about one thing together: ``Chile's 2006 trade with China (“$8.8 bn”, up “66%”)``.

    ``what`` is named by the sentence anyhow.
    """
    grouped: dict[str, list[str]] = {}
    for one in others:
        grouped.setdefault(said(one.claim), []).append(f"{_role(one)}{quoted(one)}")
    named = [f"{about} ({', '.join(figures)})" for about, figures in grouped.items() if about != what]
    return listing([*named, *grouped.get(what, ())])


def _role(one: Observation) -> str:
    if one.kind in ("growth", "difference"):
        return "a fall of " if (one.claim.value or 0) < 0 else "a rise of "
    return "a share of " if one.kind == "share" else ""
