"""share: a share of l to h percent puts the part between l and h percent of the whole, printed or implied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.observation import Flow, Observation
from pipeline.relations.growth import factors
from pipeline.relations.level import rate_of
from pipeline.relations.row import Bounds, Company, Relation, Row
from pipeline.wholes import apart, is_country, within_throughout


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
    """What the shares of several partners in one whole have to do with each other."""
    wholes: dict[tuple[Flow, str], dict[Flow, None]] = {}
    for one in seen:
        if one.kind == "share":
            assert one.whole is not None
            fixed = _fixed_side(one.subject, one.whole)
            if fixed and one.subject.commodity == one.whole.commodity:
                wholes.setdefault((one.whole, fixed), {})[one.subject] = None
    for (whole, fixed), subjects in wholes.items():
        partners = {getattr(flow, "b" if fixed == "a" else "a"): flow for flow in sorted(subjects)}
        yield from _together(partners, whole)
        yield from _nested(partners, whole)


def _together(partners: Mapping[str, Flow], whole: Flow) -> Iterator[Row]:
    """Shares of partners that do not overlap are together at most 100 percent."""
    listed = _apart(partners, whole)
    if len(listed) > 1:
        yield Row("share", tuple((rate_of("share", partners[one], whole), 1) for one in listed), None, 100)


def _nested(partners: Mapping[str, Flow], whole: Flow) -> Iterator[Row]:
    """Those within a group have together at most its share."""
    years = whole.first // 12, whole.last // 12
    for group, flow in partners.items():
        inside = {one: partners[one] for one in partners if within_throughout(one, group, years)}
        if inside:
            inner = ((rate_of("share", inside[one], whole), -1) for one in _apart(inside, whole))
            yield Row("share", ((rate_of("share", flow, whole), 1), *inner), 0, None)


def _fixed_side(part: Flow, whole: Flow) -> str:
    """The side that part and whole share: the partners on the other side are what is added up, where that is a group.

    Of a single country's trade that with another is no part: it is only measured by it.
    """
    if part.kind != whole.kind:
        return ""
    if part.a == whole.a and not is_country(whole.b):
        return "a"
    return "b" if part.b == whole.b and not is_country(whole.a) else ""


def _apart(partners: Mapping[str, Flow], whole: Flow) -> list[str]:
    """Countries first, then the groups that overlap none of those taken."""
    listed = sorted(partners, key=lambda party: (not is_country(party), partners[party]))
    return apart(listed, whole.last // 12)


RELATION = Relation(
    id="share",
    order=5,
    kinds=("share", "points", "share-growth"),
    rows=_rows,
    company=_company,
)
