"""What follows but is not said: the interval that the claims imply for a flow, and the claims it rests on.

Where claims contradict each other, what most of them say is kept; and what prints the flow itself is left out: so the
answer is news, or a second opinion on the print.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from pipeline.claim import Claim
from pipeline.economy import named
from pipeline.errors import StoreError
from pipeline.normalise import comparable_abroad, flow_of, months_of, observe, printed_definition
from pipeline.observation import Flow, NotComparable, Observation, Reading
from pipeline.relations.row import Row
from pipeline.setting import Setting, commodity_of, is_money
from pipeline.solve.extent import Extent, extent_of
from pipeline.solve.majority import missed_by_most
from pipeline.solve.system import assemble
from pipeline.solve.ties import components

_FORM: Final = "REPORTER/PARTNER/FLOW/PERIOD, such as CHN/KGZ/turnover/2024"
_FLOWS: Final = ("export", "import", "turnover", "balance")
_YEARS: Final = 3
"""How many years around the asked one are looked at: growths chain years together, but not for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A flow as a person names it; ``factor`` is -1 where a balance is asked for from the other side."""

    words: str
    flow: Flow
    factor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What the claims leave open for a flow in one unit, at the natural and at the widest reading."""

    unit: str
    natural: tuple[float, float] | None
    widest: tuple[float, float] | None
    claims: tuple[Claim, ...]
    """What the ends rest on."""
    set_aside: tuple[Claim, ...]
    """Claims that contradict what most of the others say."""
    printed: tuple[Claim, ...]
    """Claims that print the flow itself; none of them is among ``claims``."""


def asked(words: str) -> Asked:
    """The flow that ``REPORTER/PARTNER/FLOW/PERIOD`` means, perhaps with ``/COMMODITY`` behind it."""
    reporter, partner, flow, rest = [*words.split("/", 3), "", "", ""][:4]
    if flow not in _FLOWS or not reporter or not partner or not rest or reporter == partner:
        raise StoreError(f"{words!r} names no flow: give {_FORM}")
    (first, last), goods = _time_and_goods(rest, words)
    edge, factor = flow_of(named(reporter) or reporter, named(partner) or partner, flow)
    return Asked(words=words, flow=Flow.of(*edge, commodity_of(goods), first, last, ""), factor=factor)


def _time_and_goods(rest: str, words: str) -> tuple[tuple[int, int], str]:
    """The months and the commodity of ``PERIOD/COMMODITY``, where a period may have a stroke too: 2024-01/2024-05."""
    parts = rest.split("/")
    for count in (2, 1):
        with suppress(NotComparable):
            return months_of("/".join(parts[:count])), "/".join(parts[count:])
    raise StoreError(f"{rest!r} in {words!r} is no period: give 2024, 2024-03, 2024-Q1 or 2024-01/2024-05")


def following(wanted: Asked, claims: Sequence[Claim]) -> list[Following]:
    """What follows for the flow, unit by unit; nothing where no claim says anything about it."""
    by_unit: dict[str, list[Observation]] = defaultdict(list)
    for one in _observed(claims):
        if _is_near(one, wanted.flow):
            by_unit[one.subject.unit].append(one)
    found = [
        _in_unit(wanted, unit, by_unit[unit]) for unit in sorted(by_unit) if is_money(unit) or wanted.flow.commodity
    ]
    return [one for one in found if one is not None]


def _observed(claims: Sequence[Claim]) -> Iterator[Observation]:
    docs: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.position):
        docs[claim.doc].append(claim)
    for its in docs.values():
        seen, _ = observe(its, setting=Setting.of(its))
        yield from (printed_definition(one) for one in seen if comparable_abroad(one))


def _is_near(one: Observation, flow: Flow) -> bool:
    """Whether an observation is of the same goods in the years around: only those can be tied to the flow."""
    span = 12 * _YEARS
    near = one.subject.first <= flow.last + span and flow.first - span <= one.subject.last
    return near and one.subject.commodity in ("", flow.commodity)


def _in_unit(wanted: Asked, unit: str, seen: Sequence[Observation]) -> Following | None:
    flow = wanted.flow.but(unit=unit)
    printed = [one for one in seen if one.kind == "level" and one.subject == flow]
    others = [one for one in seen if one not in printed]
    missed = _missed(flow, others)
    kept = [one for one in others if one.id not in missed]
    natural, widest = (_extent(flow, kept, reading) for reading in (Reading.NATURAL, Reading.WIDEST))
    said = natural or widest
    if not printed and (said is None or (math.isinf(said.high) and not said.low_claims)):
        return None
    ids = {claim for span in (natural, widest) if span for claim in (*span.low_claims, *span.high_claims)}
    return Following(
        unit=unit,
        natural=_turned(natural, wanted.factor),
        widest=_turned(widest, wanted.factor),
        claims=tuple(one.claim for one in others if one.id in ids),
        set_aside=tuple(one.claim for one in others if one.id in missed),
        printed=tuple(one.claim for one in printed),
    )


def _missed(flow: Flow, seen: Sequence[Observation]) -> frozenset[str]:
    """What must go for the rest to hold, read naturally."""
    rows = _around(flow, seen, Reading.NATURAL)
    return missed_by_most(rows) if rows else frozenset()


def _extent(flow: Flow, seen: Sequence[Observation], reading: Reading) -> Extent | None:
    return extent_of(flow, _around(flow, seen, reading))


def _around(flow: Flow, seen: Sequence[Observation], reading: Reading) -> list[Row]:
    """The rows that hang together with the flow."""
    asking = Row("asked", ((flow, 1.0),), None, None)
    rows = assemble(seen, reading, proof=False, also=(flow,))
    return next([row for row in part if row is not asking] for part in components([asking, *rows]) if asking in part)


def _turned(extent: Extent | None, factor: int) -> tuple[float, float] | None:
    if extent is None:
        return None
    return (extent.low, extent.high) if factor > 0 else (-extent.high, -extent.low)
