"""Two economies and what the articles say of their trade: a table, and small charts over time with the intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.claim import WORDS, Claim
from pipeline.report import words
from pipeline.report.axis import Axis, Tick, axis_over
from pipeline.report.shelf import Shelf, title
from pipeline.words import party

SHAPES: Final = ("circle", "square", "triangle", "diamond", "cross", "ring")
"""The marks of the sources in the charts, each with its own colour; a seventh source takes the first again."""

LABELS: Final = 18
"""Percent of the width that the amounts take."""

PLOT_TOP: Final = 12
PLOT_HEIGHT: Final = 132
LABEL_WIDTH: Final = 13
"""Percent of a chart's width that a year takes, at the narrowest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A claim in the table of a pair."""

    figure: str
    about: str
    period: str
    widest: str
    source: str
    article: str
    anchor: str
    certainty: str
    findings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A claim in a chart: left edge in percent, heights in pixels, and what it says."""

    at: float
    y: float
    top: float
    bottom: float
    shape: str
    certainty: str
    says: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The levels of one flow over time."""

    caption: str
    points: tuple[Point, ...]
    years: tuple[Tick, ...]
    levels: tuple[tuple[float, str], ...]
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two economies with the claims about them."""

    number: int
    key: tuple[str, str]
    title: str
    claims: tuple[Claim, ...]
    findings: int


def pairs(shelf: Shelf) -> tuple[Pair, ...]:
    """The pairs that any claim is about, those with conflicts first, without their tables and charts."""
    grouped: dict[tuple[str, str], list[Claim]] = {}
    for claim in shelf.run.claims:
        if claim.reporter and claim.partner:
            key = (min(claim.reporter, claim.partner), max(claim.reporter, claim.partner))
            grouped.setdefault(key, []).append(claim)
    found = {key: {f.id for c in claims for f in shelf.by_claim.get(c.id, ())} for key, claims in grouped.items()}
    order = sorted(grouped, key=lambda key: (-len(found[key]), -len(grouped[key]), key))
    return tuple(
        Pair(
            number=number,
            key=key,
            title=pair_title(*key),
            claims=tuple(sorted(grouped[key], key=_by_time)),
            findings=len(found[key]),
        )
        for number, key in enumerate(order, start=1)
    )


def pair_title(one: str, other: str) -> str:
    """The two as a heading names them: "Japan and the world", "Within the European Union"."""
    if one == other:
        return f"Within {party(one)}"
    return f"{words.economy(one)} and {party(other)}"


def entries(pair: Pair, shelf: Shelf) -> tuple[Entry, ...]:
    """The rows of a pair's table, by flow and time."""
    return tuple(_entry(claim, shelf) for claim in pair.claims)


def charts(pair: Pair, shelf: Shelf) -> tuple[Chart, ...]:
    """A chart for each flow whose level in one currency is given for two periods or by two claims."""
    grouped: dict[tuple[str | None, ...], list[Claim]] = {}
    for claim in filter(_drawable, pair.claims):
        grouped.setdefault(_series(claim), []).append(claim)
    return tuple(_chart(_caption(claims[0]), claims, shelf) for claims in grouped.values() if len(claims) > 1)


def _series(claim: Claim) -> tuple[str | None, ...]:
    """What makes figures points of one chart: two-way trade is the same whichever side the text begins with, and
    a month is no point beside years."""
    sides = sorted((claim.reporter or "", claim.partner or ""))
    parties = sides if claim.flow == "turnover" else (claim.reporter, claim.partner)
    return (*parties, claim.flow, claim.unit, _span(claim))


def _span(claim: Claim) -> str:
    """How many months the figure is for, as a code of ``models/report.toml``."""
    from pipeline.errors import ParseError
    from pipeline.period import Period

    try:
        return str(Period.parse(claim.period or "").months)
    except ParseError:
        return ""


def _caption(claim: Claim) -> str:
    span = words.word("span", _span(claim))
    by = f", {span}" if not span.isdigit() and span else f", {span} months each" if span else ""
    return f"{words.parties(claim)}, {words.word('flow', claim.flow)}{by}"


def _entry(claim: Claim, shelf: Shelf) -> Entry:
    ends = (claim.low, claim.high)
    about = [words.parties(claim), words.word("flow", claim.flow), claim.commodity, words.modality(claim)]
    if claim.measure != "level":
        about.insert(2, words.word("measure", claim.measure))
    return Entry(
        figure=claim.text,
        about=", ".join(part for part in about if part),
        period=words.period(claim.period) if claim.period else "",
        widest="" if ends == (None, None) or claim.measure in WORDS else words.interval(*ends, claim.unit),
        source=claim.source or "",
        article=title(shelf.articles.get(claim.doc), claim.doc),
        anchor=shelf.anchor(claim),
        certainty=shelf.certainty(claim) or "",
        findings=shelf.headlines(claim),
    )


def _by_time(claim: Claim) -> tuple[object, ...]:
    return claim.flow or "", claim.measure, claim.period or "~", claim.position


def _drawable(claim: Claim) -> bool:
    return (
        claim.measure == "level"
        and claim.commodity is None
        and claim.modality == "reported"
        and claim.value is not None
        and claim.period is not None
        and claim.period[:4].isdigit()
    )


def _chart(caption: str, claims: Sequence[Claim], shelf: Shelf) -> Chart:
    named = sorted({claim.source or "source not named" for claim in claims})
    shapes = {source: SHAPES[n % len(SHAPES)] for n, source in enumerate(named)}
    times = [_middle(claim.period or "") for claim in claims]
    across = axis_over(times, None)
    up = axis_over([end for c in claims for end in (c.low, c.high, c.value) if end is not None], claims[0].unit)
    points = tuple(_point(c, (across, up), shelf, shape=shapes[c.source or "source not named"]) for c in claims)
    years = sorted({int(time) for time in times})
    ticks = [Tick(at=_across(across.at(year + Decimal("0.5"))), label=str(year)) for year in years]
    return Chart(
        caption=caption,
        points=points,
        years=_legible(ticks),
        levels=tuple((_height(tick.at), tick.label) for tick in up.ticks(3)),
        sources=tuple(shapes.items()),
    )


def _legible(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The ticks whose labels do not run into each other, the last one among them."""
    kept: list[Tick] = []
    for tick in reversed(ticks):
        if not kept or kept[-1].at - tick.at >= LABEL_WIDTH:
            kept.append(tick)
    return tuple(reversed(kept))


def _point(claim: Claim, axes: tuple[Axis, Axis], shelf: Shelf, *, shape: str) -> Point:
    across, up = axes
    assert claim.value is not None
    low = claim.value if claim.low is None else claim.low
    high = claim.value if claim.high is None else claim.high
    return Point(
        at=_across(across.at(_middle(claim.period or ""))),
        y=_height(up.at(claim.value)),
        top=_height(up.at(high)),
        bottom=_height(up.at(low)),
        shape=shape,
        certainty=shelf.certainty(claim) or "",
        says=f"{claim.period}: {claim.text} ({claim.source or 'source not named'})",
        anchor=shelf.anchor(claim),
    )


def _across(percent: float) -> float:
    """A position on the axis of time, in percent, to the right of the amounts."""
    return round(LABELS + percent * (100 - LABELS) / 100, 2)


def _height(percent: float) -> float:
    """A position on the upright axis, in pixels from the top."""
    return round(PLOT_TOP + PLOT_HEIGHT * (1 - percent / 100), 1)


def _middle(period: str) -> Decimal:
    """The middle of a period as a year with its fraction."""
    first, _, last = period.partition("/")
    ends = [_bounds(first), _bounds(last or first)]
    return (ends[0][0] + ends[1][1]) / 2


def _bounds(part: str) -> tuple[Decimal, Decimal]:
    """The beginning and end of ``2024``, ``2024-03``, ``2024-Q1`` or ``2024-H1`` as years with fractions."""
    year, _, inside = part.partition("-")
    start, length = Decimal(year), Decimal(1)
    kind, digits = (inside[:1], inside[1:]) if inside[:1] in {"Q", "H"} else ("", inside)
    if digits.isdigit():
        length = {"Q": Decimal("0.25"), "H": Decimal("0.5")}.get(kind, Decimal(1) / 12)
        start += (int(digits) - 1) * length
    return start, start + length
