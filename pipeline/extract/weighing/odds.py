"""How likely each of several readings is, by what is seen of it and weights learnt from annotated articles.

A reading says which candidate plays which role: who is the reporter and who the partner, which goods a figure covers.
Of each candidate many weak signs are seen; a sign has a weight for each role (``models/weights``). How likely a reading
is grows with the exponential of its weights' sum: a conditional logit, learnt by ``benchmarks/learning``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any, Final, Generic, TypeVar, cast

from pipeline.extract.frame import Known
from pipeline.lexicon import read_csv

MARGIN: Final = 0.2
"""By how much likelier another reading must be than the one that the rules found."""
Weights = Mapping[tuple[str, str], float]
"""The weight of a sign for what plays a role; what has none counts nothing."""
Reading = TypeVar("Reading", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class Question(Generic[Reading]):
    """What is weighed: which decision it is, what is seen of each candidate, and who plays which role in a reading."""

    of: str
    signs: Mapping[str, Iterable[str]]
    readings: Mapping[Reading, tuple[tuple[str, str], ...]]
    """Of each reading: the roles, and the candidates that play them."""
    places: Mapping[str, Known]
    """Where the text names the candidates that it names."""
    figure: Known | None = None
    """The figure that may be no claim; None where it is one, which is told with all that is asked for it."""


Hearer = Callable[[Question[Any], Any], Any]
"""Is told what is weighed and what the rules found; what it answers is taken, None leaves it to the weights."""
_hearer: ContextVar[Hearer | None] = ContextVar("hearer", default=None)


@contextmanager
def heard_by(hearer: Hearer) -> Iterator[None]:
    """While it lasts, all that is weighed is told: to explain a claim, or to learn from what the rules found."""
    before = _hearer.set(hearer)
    try:
        yield
    finally:
        _hearer.reset(before)


def is_heard() -> bool:
    """Whether anybody is told what is weighed."""
    return _hearer.get() is not None


def _itself(reading: Hashable) -> Hashable:
    return reading


def choose(
    question: Question[Reading],
    found: Reading,
    *,
    margin: float = MARGIN,
    alike: Callable[[Reading], Hashable] = _itself,
) -> Reading:
    """What the rules found, or the reading that is likelier by more than a margin.

    Readings for which ``alike`` gives the same come to the same: they are as likely as all of them together.
    """
    hearer = _hearer.get()
    if hearer is not None and (answer := hearer(question, found)) is not None:
        return cast(Reading, answer)
    likely = chances(question)
    together: defaultdict[Hashable, float] = defaultdict(float)
    for reading, chance in likely.items():
        together[alike(reading)] += chance
    best = max(likely, key=lambda reading: (together[alike(reading)], likely[reading]))
    return best if together[alike(best)] - together[alike(found)] > margin else found


def chances(question: Question[Reading]) -> dict[Reading, float]:
    """How likely each reading is; all chances sum to one."""
    weights = learnt(question.of)
    plays = {play for roles in question.readings.values() for play in roles}
    told = {play: sum(weights.get((play[0], sign), 0.0) for sign in question.signs[play[1]]) for play in plays}
    scores = {reading: sum(told[play] for play in roles) for reading, roles in question.readings.items()}
    top = max(scores.values())
    odds = {reading: exp(score - top) for reading, score in scores.items()}
    whole = sum(odds.values())
    return {reading: one / whole for reading, one in odds.items()}


@cache
def learnt(of: str) -> Weights:
    """The weights of a decision (``models/weights/<of>.csv``)."""
    return {(row["role"], row["sign"]): float(row["weight"]) for row in read_csv(f"weights/{of}.csv")}
