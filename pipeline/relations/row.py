"""A row: ``low ≤ Σ coefficient · flow ≤ high``, and the claims that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from pipeline.observation import Flow, Interval, Observation

Number = Any
"""``Fraction`` where a proof is made, ``float`` where one is looked for."""


class Row(NamedTuple):
    """One linear constraint. A row without claims is true of all trade by definition."""

    relation: str
    terms: tuple[tuple[Flow, Number], ...]
    low: Number | None
    high: Number | None
    claims: tuple[str, ...] = ()


class Bounds(NamedTuple):
    """An observation's interval in the arithmetic that is wanted; None is an open end."""

    low: Number | None
    high: Number | None


def exact(interval: Interval) -> Bounds:
    """The interval as fractions."""
    return Bounds(*(None if end is None else Fraction(end) for end in interval))


def floating(interval: Interval) -> Bounds:
    """The interval as floats."""
    return Bounds(*(None if end is None else float(end) for end in interval))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation: its place among the others and the rows that it makes.

    ``rows`` turns an observation of one of the ``kinds`` and its bounds into rows; ``defines`` gives the rows that hold
    by definition among the flows at hand; ``company`` those that need several observations at once.
    """

    id: str
    order: int
    """Simpler relations first: of two proofs the one by the lower relation is shown."""
    kinds: tuple[str, ...] = ()
    rows: Callable[[Observation, Bounds], Iterable[Row]] | None = None
    defines: Callable[[Flows], Iterable[Row]] | None = None
    brings_in: bool = False
    """Its definitions speak of flows that nobody printed, about which other definitions may have something to say."""
    company: Callable[[Sequence[Observation], Company], Iterable[Row]] | None = None


Flows = Mapping[Flow, None]
"""Flows in a fixed order, with quick membership."""


class Company(NamedTuple):
    """What a relation over several observations may look at: the flows at hand and each observation's bounds."""

    flows: Flows
    bounds: Callable[[Observation], Bounds]
