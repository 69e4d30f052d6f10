"""The number line of a finding: the intervals that would have to meet for the figures to be true, and the gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from pipeline.claim import Claim
from pipeline.finding import Finding, Step
from pipeline.report.axis import Axis, Tick, axis_over
from pipeline.report.implied import End, Ends, Implied, implied, natural_ends
from pipeline.report.words import MINUS, amount, balance, interval, scale_of

ROW: Final = 46
TOP: Final = 8
AXIS: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A quantity as one side has it: its widest interval, and the natural one and the value where it is printed.

    ``balance`` says that it is a trade balance, which below zero is a deficit.
    """

    label: str
    unit: str | None
    low: End
    high: End
    natural: Ends | None = None
    value: End = None
    letters: tuple[str, ...] = ()
    printed: bool = True
    balance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A reading as drawn: positions in percent, ``open`` where the interval runs off the drawing."""

    label: str
    printed: bool
    y: int
    left: float
    right: float
    open_left: bool
    open_right: bool
    natural: tuple[float, float] | None
    value: float | None
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """The drawing; ``gap`` is the stretch between the intervals, None where they touch; ``summary`` says it aloud."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    gap: tuple[float, float] | None
    gap_label: str
    height: int
    summary: str


def number_line(finding: Finding, claims: Mapping[str, Claim], letters: Mapping[str, str]) -> NumberLine | None:
    """The number line of a finding, or None where its proof compares no two intervals of one quantity."""
    for readings in _candidates(finding, claims, letters):
        if len(readings) > 1 and _finite(readings) and _gap(readings) is not None:
            return _draw(readings, _gap(readings))
    known = [claims[c] for c in finding.claims if c in claims]
    ranked = [_printed(c, letters.get(c.id, "")) for c in known if c.measure == "level" and _single(c)]
    return _draw(ranked, None) if finding.kind == "rank" and len(ranked) > 1 and _finite(ranked) else None


def _single(claim: Claim) -> bool:
    """Whether both parties are single economies: a group's total has no place in a ranking of its members."""
    return all(code is not None and len(code) == 3 and code.isupper() for code in (claim.reporter, claim.partner))


def _candidates(
    finding: Finding, claims: Mapping[str, Claim], letters: Mapping[str, str]
) -> Sequence[Sequence[Reading]]:
    """What could be drawn, best first: what the others imply against the print, the prints, one quantity's steps."""
    known = [claims[c] for c in finding.claims if c in claims]
    follows = implied(finding.kind, known)
    drawn = [] if follows is None else [_set_against(follows, letters)]
    alike = finding.kind in {"same-fact", "mirror"} and len({claim.unit for claim in known}) == 1
    by_quantity: dict[tuple[str, str | None, str], list[Reading]] = {}
    for step in finding.steps:
        if step.low is not None or step.high is not None:
            key = (step.quantity, step.unit, step.relation)
            by_quantity.setdefault(key, []).append(_proved(step, claims, letters))
    prints = [[_printed(claim, letters.get(claim.id, "")) for claim in known]] if alike else []
    return [*drawn, *prints, *(list(dict.fromkeys(readings)) for readings in by_quantity.values())]


def _set_against(found: Implied, letters: Mapping[str, str]) -> list[Reading]:
    """The printed figure and what the others make of it."""
    used = tuple(sorted(letters.get(claim.id, "") for claim in found.sources))
    result = Reading(
        label=f"from {', '.join(used)}",
        unit=found.printed.unit,
        low=found.widest[0],
        high=found.widest[1],
        natural=found.natural,
        letters=used,
        printed=False,
    )
    return [_printed(found.printed, letters.get(found.printed.id, "")), result]


def _printed(claim: Claim, letter: str) -> Reading:
    return Reading(
        label=f"{letter}  {claim.text}".strip(),
        unit=claim.unit,
        low=claim.low,
        high=claim.high,
        natural=natural_ends(claim),
        value=claim.value,
        letters=(letter,),
        balance=claim.flow == "balance" and claim.measure == "level",
    )


def _proved(step: Step, claims: Mapping[str, Claim], letters: Mapping[str, str]) -> Reading:
    """The reading of a step: the print itself where the step only says what one claim does, else a result."""
    low, high = _exact(step.low), _exact(step.high)
    if len(step.claims) == 1 and (claim := claims.get(step.claims[0])):
        its_own = _printed(claim, letters.get(claim.id, ""))
        if _repeats(claim, low, high):
            return its_own
        if claim.modality == "target":  # that it was reached leaves all above it open
            return replace(its_own, low=low, high=high, natural=None, value=None)
    used = tuple(letters[c] for c in step.claims if c in letters)
    label = f"from {', '.join(used)}" if used else "calculated"
    return Reading(label=label, unit=step.unit, low=low, high=high, letters=used, printed=False)


def _repeats(claim: Claim, low: End, high: End) -> bool:
    """Whether an interval is the claim's own, but for the last digits of a float."""
    return all(
        (mine is None) == (other is None) and (mine is None or other is None or abs(mine - other) <= abs(mine) / 10**9)
        for mine, other in ((claim.low, low), (claim.high, high))
    )


def _exact(value: float | None) -> End:
    return None if value is None else Decimal(str(value))


def _finite(readings: Sequence[Reading]) -> bool:
    return all(end is None or end.is_finite() for r in readings for end in (r.low, r.high))


def _gap(readings: Sequence[Reading]) -> tuple[Decimal, Decimal] | None:
    """The stretch where no value fits all readings: of the widest ones, else of the natural ones."""
    return _widest_gap(readings) or _between([r.natural or (r.low, r.high) for r in readings])


def _widest_gap(readings: Sequence[Reading]) -> tuple[Decimal, Decimal] | None:
    return _between([(r.low, r.high) for r in readings])


def _between(ends: Sequence[Ends]) -> tuple[Decimal, Decimal] | None:
    """The stretch from the lowest upper end to the highest lower end, None where the intervals meet."""
    highs = [high for _, high in ends if high is not None]
    lows = [low for low, _ in ends if low is not None]
    return (min(highs), max(lows)) if highs and lows and min(highs) < max(lows) else None


def _draw(readings: Sequence[Reading], gap: tuple[Decimal, Decimal] | None) -> NumberLine:
    """The drawing of readings in one unit; a ranking has no gap, its bars stand in the order that the figures give."""
    ends = [end for r in readings for end in (r.low, r.high, r.value, *(r.natural or ())) if end is not None]
    axis = axis_over(ends, readings[0].unit)
    of_balance = any(reading.balance for reading in readings)
    bars = tuple(
        _bar(replace(reading, balance=of_balance), axis, TOP + ROW * row) for row, reading in enumerate(readings)
    )
    says = "; ".join(f"{bar.label}: {bar.says}" for bar in bars)
    part = "They do not meet." if _widest_gap(readings) else "Their natural readings do not meet."
    return NumberLine(
        bars=bars,
        ticks=_sized(axis.ticks(4)) if of_balance else axis.ticks(4),
        gap=None if gap is None else (axis.at(gap[0]), axis.at(gap[1])),
        gap_label="" if gap is None else _gap_label(gap, axis.unit, len(bars), of_balance),
        height=TOP + ROW * len(bars) + AXIS,
        summary=f"{says}. {part if gap else ''}".strip(),
    )


def _sized(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The ticks of a trade balance: a deficit by its size and its name."""
    return tuple(
        replace(tick, label=f"{tick.label.removeprefix(MINUS)} deficit") if tick.label.startswith(MINUS) else tick
        for tick in ticks
    )


def _gap_label(gap: tuple[Decimal, Decimal], unit: str | None, bars: int, of_balance: bool) -> str:
    scale = scale_of(list(gap), unit)
    ends = [balance(end, end, unit) if of_balance else amount(end, unit, scale) for end in gap]
    between = " and ".join(reversed(ends) if gap[1] <= 0 else ends)
    return f"nothing between {between} fits {'both' if bars == 2 else 'them all'}"


def _bar(reading: Reading, axis: Axis, y: int) -> Bar:
    natural = reading.natural
    ends = None if natural is None else (_place(natural[0], axis, 0.0), _place(natural[1], axis, 100.0))
    return Bar(
        label=reading.label,
        printed=reading.printed,
        y=y,
        left=_place(reading.low, axis, 0.0),
        right=_place(reading.high, axis, 100.0),
        open_left=reading.low is None,
        open_right=reading.high is None,
        natural=ends,
        value=None if reading.value is None else axis.at(reading.value),
        says=(balance if reading.balance else interval)(reading.low, reading.high, reading.unit),
    )


def _place(end: End, axis: Axis, edge: float) -> float:
    return edge if end is None else axis.at(end)
