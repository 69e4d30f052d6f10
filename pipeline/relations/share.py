"""share: a share of l to h percent puts the part between l and h percent of the whole, printed or implied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.observation import Flow, Observation
from pipeline.relations.growth import factors
from pipeline.relations.level import rate_of
from pipeline.relations.row import Bounds, Company, Number, Relation, Row
from pipeline.wholes import apart, is_country


def _rows(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    assert seen.whole is not None
    if seen.kind != "share":
        yield from _moved(seen, bounds)
        return
    if bounds.low is not None:
        yield Row("share", ((seen.subject, 1), (seen.whole, -bounds.low / 100)), 0, None, (seen.id,))
    if bounds.high is not None:
        yield Row("share", ((seen.subject, 1), (seen.whole, -bounds.high / 100)), None, 0, (seen.id,))


def _moved(seen: Observation, bounds: Bounds) -> Iterator[Row]:
    """A change in percentage points is the later share less the earlier one; one in percent multiplies it."""
    assert seen.whole is not None
    assert seen.base is not None
    earlier = seen.whole.but(first=seen.base.first, last=seen.base.last)
    later, before = rate_of("share", seen.subject, seen.whole), rate_of("share", seen.base, earlier)
    if seen.kind == "points":
        yield Row("share", ((later, 1), (before, -1)), bounds.low, bounds.high, (seen.id,))
        return
    low, high = factors(bounds, 1)
    if low is not None:
        yield Row("share", ((later, 1), (before, -low)), 0, None, (seen.id,))
    if high is not None:
        yield Row("share", ((later, 1), (before, -high)), None, 0, (seen.id,))


def _company(seen: Sequence[Observation], _: Company) -> Iterator[Row]:
    """Shares of partners that do not overlap are together at most the whole."""
    wholes: dict[tuple[Flow, str], dict[Flow, None]] = {}
    for one in seen:
        if one.kind == "share" and one.whole is not None:
            fixed = _fixed_side(one.subject, one.whole)
            if fixed and one.subject.commodity == one.whole.commodity:
                wholes.setdefault((one.whole, fixed), {})[one.subject] = None
    for (whole, fixed), subjects in wholes.items():
        apart = _apart(sorted(subjects), fixed)
        if len(apart) > 1:
            terms: list[tuple[Flow, Number]] = [(rate_of("share", flow, whole), 1) for flow in apart]
            yield Row("share", tuple(terms), None, 100)


def _fixed_side(part: Flow, whole: Flow) -> str:
    """The side that part and whole share: the partners on the other side are what is added up."""
    if part.kind != whole.kind:
        return ""
    if part.a == whole.a and part.b != whole.b:
        return "a"
    return "b" if part.b == whole.b and part.a != whole.a else ""


def _apart(flows: list[Flow], fixed: str) -> list[Flow]:
    """Countries first, then the groups that overlap none of those taken."""
    of = {getattr(flow, "b" if fixed == "a" else "a"): flow for flow in flows}
    parties = sorted(of, key=lambda party: (not is_country(party), of[party]))
    return [of[party] for party in apart(parties, flows[0].last // 12)]


RELATION = Relation(
    id="share",
    order=5,
    kinds=("share", "points", "share-growth"),
    rows=_rows,
    company=_company,
)
