"""Claim → Observation: one canonical flow for both perspectives, periods as months, digits and hedges as intervals.

What cannot be put in that form is not compared, and says why: that is never an error of the article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from pipeline.claim import ADJUSTED, SUPERSEDED, WORDS, Claim
from pipeline.errors import ParseError
from pipeline.intervals import intervals_of
from pipeline.observation import Flow, NotComparable, Observation, Ranking, Reading
from pipeline.setting import (
    RATES,
    UNKNOWN_UNIT,
    Setting,
    commodity_of,
    definition_of,
    is_money,
    ordered,
    unit_of,
)
from pipeline.wholes import WORLD, is_country, members

_KINDS: Final = {"export": "F", "import": "F", "turnover": "T", "balance": "B"}
_CHANGES: Final = frozenset({"growth", "difference", "points", "share-growth"})
_AVERAGES: Final = frozenset({"average", "monthly-average"})
_MODALITIES: Final = {"projected": "it is a forecast", "target": "it is a target", "denied": "it is denied"}
_ABSURD: Final = Decimal(10) ** 17
"""No trade figure in any currency or unit is larger; a figure beyond is a misreading."""


def observe(claims: Sequence[Claim], *, setting: Setting) -> tuple[list[Observation], dict[str, str]]:
    """The observations of one article's claims, and for each claim without one the reason."""
    seen, reasons = [], {}
    for claim in claims:
        try:
            seen.append(_observe(claim, setting))
        except NotComparable as reason:
            reasons[claim.id] = str(reason)
    unclear = _value_or_volume(seen)
    for one in seen:
        if one.id in unclear:
            reasons[one.id] = "the article gives two growths for this commodity: one may be by value, one by volume"
    return [one for one in seen if one.id not in unclear], reasons


def _value_or_volume(seen: Sequence[Observation]) -> frozenset[str]:
    """Growths of one commodity that differ where the text does not say which is by value: news gives both."""
    growths: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in seen:
        if one.kind == "growth" and one.subject.commodity and one.claim.aspect is None:
            growths[one.fact].append(one)
    return frozenset(
        one.id for same in growths.values() if len({other.claim.value for other in same}) > 1 for one in same
    )


def printed_definition(seen: Observation) -> Observation:
    """The observation with its commodity as printed: other articles' "all trade" need not be this one's "goods"."""
    import dataclasses

    name = definition_of(seen.claim.commodity) or commodity_of(seen.claim.commodity)
    if name == seen.subject.commodity:
        return seen
    subject = seen.subject.but(commodity=name)
    base = seen.base and seen.base.but(commodity=name)
    return dataclasses.replace(seen, subject=subject, base=base)


def _observe(claim: Claim, setting: Setting) -> Observation:
    _refuse(claim)
    kind = _kind(claim)
    subject, factor = _subject(claim, setting)
    base = _base(claim, subject, kind)
    gap = _gap(subject, setting) if kind in ("growth", "difference", "trend", "record") else 1
    intervals = intervals_of(claim, kind)
    if kind in ("level", "average", "target", "sign", "only", "share") and factor < 0:
        intervals = tuple(interval.negated() for interval in intervals)  # type: ignore[assignment]
    return Observation(
        claim=claim,
        kind=kind,
        subject=subject,
        base=base,
        whole=_whole(claim, subject) if kind in ("share", "points", "share-growth") else None,
        gap=gap,
        ranking=_ranking(claim, subject) if kind in ("rank", "only") else None,
        intervals=intervals,
        years=_parts(claim, subject) if kind == "average" else _years(claim, subject, base),
    )


def _refuse(claim: Claim) -> None:
    if claim.modality == "target" and claim.status == "reached":
        pass
    elif claim.modality != "reported":
        raise NotComparable(f"{_MODALITIES.get(claim.modality, claim.modality)}, and only what is reported is compared")
    if claim.status == SUPERSEDED:
        raise NotComparable("the text itself says that another figure has taken its place")
    if not claim.reporter or not claim.partner or claim.flow not in _KINDS:
        raise NotComparable("who trades with whom was not found in the text")
    if claim.reporter == claim.partner and claim.reporter != WORLD:
        raise NotComparable("it is trade within one country or group")
    if not claim.period:
        raise NotComparable("the time that it is for was not found in the text")
    if claim.value is None or not claim.value.is_finite() or not claim.unit:
        raise NotComparable("its amount or its unit was not found in the text")
    if abs(claim.value) > _ABSURD:
        raise NotComparable("the figure is larger than any trade can be")
    if claim.measure in ("level", "share") and claim.flow != "balance" and (claim.high or claim.value) < 0:
        raise NotComparable("no trade is less than nothing")


def _kind(claim: Claim) -> str:
    if claim.modality == "target":
        return "target"
    if claim.order == "only" and claim.measure in ("sign", "trend"):
        return "only"
    if claim.order == "record":
        return "record"
    if claim.measure == "level" and claim.aspect in _AVERAGES:
        return "average"
    if claim.measure == "change":
        if claim.unit == "percent":
            return "share-growth" if claim.share_of else "growth"
        return "points" if claim.unit == "percentage-point" else "difference"
    if claim.measure in ("level", "share", "rank", "trend", "sign"):
        return claim.measure
    raise NotComparable(f"a measure {claim.measure!r} is not checked")


def _subject(claim: Claim, setting: Setting) -> tuple[Flow, int]:
    first, last = months_of(claim.period or "")
    assert claim.reporter
    assert claim.partner
    assert claim.flow
    if claim.aspect == ADJUSTED and setting.plain:
        raise NotComparable("it is seasonally adjusted, beside figures that are not")
    if claim.measure == "level" and claim.aspect == "volume":
        raise NotComparable("inflation is taken out of it, beside amounts as they are")
    commodity = commodity_of(claim.commodity)
    definition = definition_of(claim.commodity)
    if definition:
        commodity = "" if definition != "services" and setting.definitions == {definition} else definition
    commodity = commodity or setting.all_trade
    if not commodity and claim.unit not in RATES | WORDS and not is_money(claim.unit or ""):
        raise NotComparable("it is an amount in tonnes or the like, and of which goods was not found in the text")
    unit = unit_of(claim, setting, commodity)
    flow, factor = flow_of(claim.reporter, claim.partner, claim.flow)
    return Flow.of(*flow, commodity, first, last, unit), factor


def flow_of(reporter: str, partner: str, flow: str) -> tuple[tuple[str, str, str], int]:
    """The canonical ``(kind, a, b)`` of an edge, and -1 where a balance is seen from the other side."""
    kind = _KINDS[flow]
    if kind == "F":
        return (kind, reporter, partner) if flow == "export" else (kind, partner, reporter), 1
    a, b = ordered(reporter, partner)
    return (kind, a, b), (-1 if kind == "B" and reporter != a else 1)


def _base(claim: Claim, subject: Flow, kind: str) -> Flow | None:
    needs = kind in (*_CHANGES, "trend")
    needs = needs or (kind in ("rank", "only") and (claim.aspect == "change" or claim.measure == "trend"))
    if not needs and not (kind == "record" and claim.base_period):
        return None
    if claim.base_period is None and kind in _CHANGES:
        raise NotComparable("what earlier time it is compared with was not found in the text")
    first, last = months_of(claim.base_period) if claim.base_period else (subject.first - 12, subject.last - 12)
    if (first, last) == (subject.first, subject.last):
        raise NotComparable("it is a change from a time to the same time")
    if last - first != subject.last - subject.first and kind != "record":
        raise NotComparable("it is a change between times of different lengths")
    return subject.but(first=first, last=last)


def _years(claim: Claim, subject: Flow, base: Flow | None) -> int:
    if base is None or claim.aspect != "average":
        return 1
    years, rest = divmod(subject.first - base.first, 12)
    if rest or years < 1:
        raise NotComparable("it is an average growth over no whole number of years")
    return years


def _parts(claim: Claim, subject: Flow) -> int:
    """Of how many years an average is one, or of how many months."""
    if claim.aspect == "monthly-average":
        return subject.months
    years, rest = divmod(subject.months, 12)
    if rest or years < 2:
        raise NotComparable("it is an average, and over which time was not found in the text")
    return years


def _gap(subject: Flow, setting: Setting) -> int:
    if subject.kind != "B":
        return 1
    signs = setting.gaps.get((subject.a, subject.b), set())
    if len(signs) != 1:
        raise NotComparable("whether it is a surplus or a deficit was not found in the text")
    return next(iter(signs))


def _whole(claim: Claim, subject: Flow) -> Flow:
    sides = (claim.share_of or "").split("/")
    if len(sides) != 3 or sides[2] not in _KINDS or not all(sides):
        raise NotComparable("what it is a share of was not found in the text")
    flow, _ = flow_of(sides[0], sides[1], sides[2])
    if "B" in (flow[0], subject.kind):
        raise NotComparable("it is a share of a balance")
    whole = subject.but(kind=flow[0], a=flow[1], b=flow[2])
    if whole != subject:
        return whole
    if not subject.commodity:
        raise NotComparable("which part of the trade has this share was not found in the text")
    return subject.but(commodity="")


def _ranking(claim: Claim, subject: Flow) -> Ranking:
    place = claim.value or Decimal(0)
    edge, _, group = (claim.among or "").partition(":")
    sides = edge.split("/")
    group = group or _all_partners(claim, sides)
    if len(sides) != 3 or sides[2] not in _KINDS or sides[:2].count("*") != 1 or not group:
        raise NotComparable("among whom it ranks was not found in the text")
    if claim.measure == "rank" and (place != place.to_integral_value() or not 1 <= place <= 300):
        raise NotComparable("it is no place in a ranking")
    fixed = sides[0] if sides[1] == "*" else sides[1]
    if fixed not in (claim.reporter, claim.partner):
        raise NotComparable("the ranking is one of other trade")
    own = claim.partner if fixed == claim.reporter else claim.reporter
    listed = members(group, subject.last // 12)
    others = sorted(listed - {own, fixed})
    if group != WORLD and own not in listed:
        raise NotComparable("who is ranked does not belong to the group that it is ranked in")
    peers = []
    for other in others:
        named = [other if side == "*" else side for side in sides[:2]]
        flow, _ = flow_of(named[0], named[1], sides[2])
        peers.append(subject.but(kind=flow[0], a=flow[1], b=flow[2]))
    return Ranking(
        place=int(place) if claim.measure == "rank" else 1,
        largest=claim.order != "smallest",
        change=claim.aspect == "change",
        peers=tuple(peers),
        fixed=fixed,
    )


def _all_partners(claim: Claim, sides: Sequence[str]) -> str:
    """Where no group is named the partners of one country are ranked among all, by amounts."""
    return WORLD if sides[1:2] == ["*"] and is_country(sides[0]) and claim.aspect != "change" else ""


@cache
def months_of(notation: str) -> tuple[int, int]:
    """The first and the last month of a period in the notation of the claims, counted from year 0."""
    from pipeline.period.value import Period

    try:
        period = Period.parse(notation)
    except ParseError:
        raise NotComparable("the period cannot be read") from None
    return (period.first[0] * 12 + period.first[1] - 1, period.last[0] * 12 + period.last[1] - 1)


def comparable_abroad(seen: Observation) -> bool:
    """Whether an observation may be compared with another article's: its unit must be known, not guessed."""
    return not seen.subject.unit.startswith(UNKNOWN_UNIT)


READINGS: Final = (Reading.NATURAL, Reading.WIDEST, Reading.CUT)
__all__ = ["READINGS", "Setting", "comparable_abroad", "flow_of", "is_country", "observe", "printed_definition"]
