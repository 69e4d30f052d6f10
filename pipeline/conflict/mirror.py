"""mirror: what A says it sold to B against what B says it bought from A, by two statistics offices.

The two differ by nature (freight and insurance, time, re-exports), so they are compared with a tolerance of their own.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from pipeline.conflict.settings import CheckSettings
from pipeline.observation import Flow, Interval, Observation, Reading


def mirrored(seen: Sequence[Observation], settings: CheckSettings) -> list[Observation]:
    """The observations, with those that see a flow from the other side read as generously as mirror figures need."""
    sold: dict[Flow, list[Observation]] = defaultdict(list)
    bought: dict[Flow, list[Observation]] = defaultdict(list)
    for one in seen:
        if one.kind == "level":
            (sold if one.said_by_seller else bought)[one.subject].append(one)
    soft = {
        one.id
        for flow in sold.keys() & bought.keys()
        for one in _fewer(sold[flow], bought[flow])
        if any(_independent(one, other) for other in (*sold[flow], *bought[flow]))
    }
    return [_softened(one, settings) if one.id in soft else one for one in seen]


def _fewer(sold: list[Observation], bought: list[Observation]) -> list[Observation]:
    return sold if len(sold) < len(bought) else bought


def _independent(one: Observation, other: Observation) -> bool:
    """Whether the two come from sources that may count differently: not from one named source, nor from one article."""
    if one.said_by_seller == other.said_by_seller:
        return False
    left, right = one.claim.source, other.claim.source
    return left != right if left and right else one.claim.doc != other.claim.doc


def _softened(one: Observation, settings: CheckSettings) -> Observation:
    wide = _widened(one.intervals[Reading.WIDEST], settings)
    return dataclasses.replace(one, intervals=(wide, wide, wide))


def _widened(interval: Interval, settings: CheckSettings) -> Interval:
    low, high = interval
    slack = settings.mirror_tolerance
    return Interval(None if low is None else low * (1 - slack), None if high is None else high * (1 + slack))


def is_mirror(seen: Sequence[Observation]) -> bool:
    """Whether a pair of figures is one flow seen from its two sides."""
    levels = [one for one in seen if one.kind == "level" and one.subject.kind == "F"]
    return len(seen) == len(levels) == 2 and _independent(*levels)
