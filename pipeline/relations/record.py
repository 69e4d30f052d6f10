"""trend over all that went before: a record is not below any earlier figure of the same flow, a low not above one.

A figure for a month is held against that month of other years, one for a year against years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.observation import Flow, Observation
from pipeline.relations.row import Company, Relation, Row
from pipeline.relations.subperiod import at_all_times, timeless

_YEAR: Final = 12


def _earlier(seen: Observation, alike: Sequence[Flow]) -> Iterator[Flow]:
    """The flow at the same time of earlier years; not before the time since when it is the highest, if that is said.

    A record for a month may be one for that month of the year only. ``alike`` are the flow's trade at all times.
    """
    now = seen.subject
    since = seen.base.last if seen.base is not None else None
    for flow in alike:
        if since is not None and flow.first <= since:
            continue
        years, rest = divmod(now.first - flow.first, _YEAR)
        if years > 0 and not rest and flow.last + years * _YEAR == now.last:
            yield flow


def _company(seen: Sequence[Observation], company: Company) -> Iterator[Row]:
    records = [one for one in seen if one.kind == "record"]
    alike = at_all_times(company.flows) if records else {}
    for one in records:
        assert one.claim.value is not None
        low, high = (0, None) if one.claim.value > 0 else (None, 0)
        for flow in _earlier(one, alike.get(timeless(one.subject), ())):
            yield Row("trend", ((one.subject, one.gap), (flow, -one.gap)), low, high, (one.id,))


RELATION = Relation(
    id="record",
    order=6,
    kinds=("record",),
    company=_company,
)
