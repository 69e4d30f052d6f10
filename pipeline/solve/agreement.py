"""Who vouches for whom: a relation that holds, and leaves so little open that it could well have failed.

``28.0 + 15.9`` agreeing with ``43.8`` says something about all three; to be at most the world's trade says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pipeline.observation import Flow
from pipeline.relations.row import Row
from pipeline.solve.search import Range, activity, ladder

_SHARP: Final = 0.08
"""How much of a figure a relation may leave open and still vouch for it."""
_SHARP_RATE: Final = 0.03
"""Likewise for a rate: how much of the larger flow."""
_SILENT: Final = frozenset({"rank", "trend"})


class Agreement(NamedTuple):
    """A relation that holds: the flows and rates that it vouches for, and all claims that it rests on."""

    relation: str
    flows: frozenset[Flow]
    rates: frozenset[str]
    claims: frozenset[str]


def agreements(rows: Sequence[Row], ranges: Mapping[Flow, Range]) -> Iterator[Agreement]:
    """Every relation over several printed flows that holds and is sharp for one of them."""
    known = dict(ranges)
    failed = {(failure.row.claims, _flows(failure.row)) for failure in ladder(rows, known)}
    for key, twins in _twins(rows).items():
        if key not in failed and _closed(twins) and all(_bounded(known.get(flow)) for flow in key[1]):
            yield from _sharp(twins, known)


def _twins(rows: Sequence[Row]) -> dict[tuple[tuple[str, ...], tuple[Flow, ...]], list[Row]]:
    """Rows over several flows; the lower and the upper end of one rate together."""
    twins: dict[tuple[tuple[str, ...], tuple[Flow, ...]], list[Row]] = {}
    for row in rows:
        if len(row.terms) > 1 and row.relation not in _SILENT:
            twins.setdefault((row.claims, _flows(row)), []).append(row)
    return twins


def _flows(row: Row) -> tuple[Flow, ...]:
    return tuple(flow for flow, _ in row.terms)


def _closed(twins: Sequence[Row]) -> bool:
    """Whether the relation bounds from both sides; one that says "at most" agrees with nearly anything."""
    return any(row.low is not None for row in twins) and any(row.high is not None for row in twins)


def _bounded(known: Range | None) -> bool:
    return known is not None and bool(known.low_claims and known.high_claims)


def _sharp(twins: Sequence[Row], ranges: dict[Flow, Range]) -> Iterator[Agreement]:
    spread = max(most - least for least, most in (activity(row, ranges) for row in twins))
    weights = {flow: abs(coefficient * ranges[flow].high) for flow, coefficient in twins[0].terms}
    flows = frozenset(flow for flow, weight in weights.items() if spread <= 2 * _SHARP * weight)
    rates = frozenset(twins[0].claims if spread <= 2 * _SHARP_RATE * max(weights.values()) else ())
    if flows or rates:
        claims = {claim for flow in weights for claim in (*ranges[flow].low_claims, *ranges[flow].high_claims)}
        yield Agreement(twins[0].relation, flows, rates, frozenset(claims.union(twins[0].claims)))
