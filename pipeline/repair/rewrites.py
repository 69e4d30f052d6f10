"""The slips that people make: a neighbour's name, the wrong direction, a scale, a year, a digit, a sign, a currency."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from pipeline.claim import Claim
from pipeline.intervals import signed_ends
from pipeline.observation import Interval
from pipeline.repair.room import has_digits
from pipeline.wholes import is_country
from pipeline.words import during, party, possessive

WORLD: Final = "world"
_SCALES: Final = ((Decimal(1000), "a thousand times too small"), (Decimal("0.001"), "a thousand times too large"))
_POINTS: Final = (Decimal(10), Decimal("0.1"), Decimal(100), Decimal("0.01"))
_CURRENCIES: Final = ("USD", "GBP", "EUR", "CNY", "JPY", "RUB")
_MOST_DIGITS: Final = 9
_LEADING: Final = re.compile(r"(?<![\d.,])0[.,](0*)(?=[1-9])")
"""The zeros in front of a figure below one."""
_FLOWS: Final = {"export": "export", "import": "import", "turnover": "two-way trade", "": "other"}
_FIGURES: Final = frozenset({"level", "change", "share"})


class Rewrite(NamedTuple):
    """A changed claim: what was changed, how it is said, and how often people make that slip (lower is oftener)."""

    claim: Claim
    change: dict[str, Any]
    words: str
    rarity: int
    times: Decimal | None = None
    """By what the figure was multiplied."""


_PLACES: Final = {1: "largest", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def word_rewrites(claim: Claim) -> Iterator[Rewrite]:
    """Another place in the ranking, the other sign: for words there is no digit to slip."""
    assert claim.value is not None
    if claim.measure == "rank":
        for place, name in _PLACES.items():
            if place != claim.value:
                yield _slots(claim, f"it is the {name}", abs(place - int(claim.value)), value=Decimal(place))
    elif claim.value and claim.measure in ("trend", "sign"):
        opposite = {"trend": ("it rose", "it fell"), "sign": ("it is a surplus", "it is a deficit")}[claim.measure]
        yield _slots(claim, opposite[claim.value > 0], 1, value=-claim.value)


def rank_rewrites(claim: Claim, ranked: Sequence[Claim]) -> Iterator[Rewrite]:
    """The first place given to another of those that it is compared with; ``ranked`` are claims of these."""
    side = {"*": "reporter"}.get((claim.among or "").partition("/")[0], "partner")
    if claim.measure != "rank" or claim.value != 1:
        return
    fixed = claim.reporter if side == "partner" else claim.partner
    for other in dict.fromkeys(named for one in ranked for named in (one.reporter, one.partner)):
        if other is None or other in (fixed, getattr(claim, side)) or not is_country(other):
            continue
        yield _slots(claim, f"it is {possessive(party(other))} place", 1, **{side: other})


def rewrites(claim: Claim, named: Sequence[str] = ()) -> Iterator[Rewrite]:
    """Every rewrite of the claim that is tried, the commonest slips first; ``named`` are the parties spoken of near."""
    claim = _with_sign(claim)
    figure = claim.measure in _FIGURES and claim.value is not None
    digits = figure and has_digits(claim)
    yield from _neighbours(claim, named)
    yield from _direction(claim)
    if figure:
        yield from _scaled(claim)
    if digits:
        yield from _transposed(claim)
    yield from _years(claim)
    if figure:
        yield from _sign(claim)
    if digits:
        yield from _points(claim)
        yield from _dropped(claim)
    yield from _units(claim)
    yield from _world(claim)
    if digits:
        yield from _digit(claim)


def _with_sign(claim: Claim) -> Claim:
    """The claim with ends that carry the sign of its value, so that they move along with it."""
    if claim.value is None or claim.measure not in _FIGURES:
        return claim
    low, high = signed_ends(Interval(claim.low, claim.high), claim.value)
    natural = signed_ends(Interval(claim.natural_low, claim.natural_high), claim.value)
    return dataclasses.replace(claim, low=low, high=high, natural_low=natural.low, natural_high=natural.high)


def _slots(claim: Claim, words: str, rarity: int, **change: Any) -> Rewrite:
    return Rewrite(dataclasses.replace(claim, **change), change, words, rarity)


def _neighbours(claim: Claim, named: Sequence[str]) -> Iterator[Rewrite]:
    """A sibling's figure, or that of another country of which the text speaks; those that it names first."""
    from pipeline.economy import siblings

    year = int((claim.period or "2000")[:4])
    order = {other: at for at, other in enumerate(named)}
    for slot in ("reporter", "partner"):
        code = getattr(claim, slot)
        near = sorted(siblings(code, year) if code else (), key=lambda other: order.get(other, len(order)))
        far = tuple(other for other in named if code and is_country(code) and other not in near)
        for other in (*near, *far):
            if other not in (claim.reporter, claim.partner):
                words = f"it is {possessive(party(other))} figure, not {possessive(party(code))}"
                yield _slots(claim, words, 0 if other in near else 1, **{slot: other})


def _direction(claim: Claim) -> Iterator[Rewrite]:
    turned = {"export": "import", "import": "export"}.get(claim.flow or "")
    if turned:
        yield _slots(claim, f"it is the {turned} figure, not the {claim.flow} figure", 1, flow=turned)
    for flow in ("turnover", "export", "import"):
        if flow not in (claim.flow, turned) and claim.flow != "balance":
            words = f"it is the {_FLOWS[flow]} figure, not the {_FLOWS[claim.flow or '']} figure"
            yield _slots(claim, words, 6, flow=flow)


def _years(claim: Claim) -> Iterator[Rewrite]:
    from pipeline.errors import ParseError
    from pipeline.period import Period

    try:
        period = Period.parse(claim.period or "")
        base = Period.parse(claim.base_period) if claim.base_period else None
        for months in (-12, 12):
            change = {"period": str(period.shift(months))} | ({"base_period": str(base.shift(months))} if base else {})
            yield _slots(claim, f"it is the figure{during(change['period'])}, not{during(claim.period)}", 3, **change)
    except (ParseError, ValueError):
        return


def _scaled(claim: Claim) -> Iterator[Rewrite]:
    if claim.unit not in ("percent", "percentage-point"):
        for factor, words in _SCALES:
            yield _times(claim, factor, f"the figure is {words}", 2)


def _points(claim: Claim) -> Iterator[Rewrite]:
    """The decimal point elsewhere; the zeros behind a whole number would be printed, so it stays as sharp as it is."""
    assert claim.value is not None
    whole = "." not in claim.text
    for factor in _POINTS:
        moved = _times(claim, factor, "the decimal point has slipped", 4)
        sharp = whole and factor > 1
        yield moved._replace(claim=_moved(claim, claim.value * factor)) if sharp else moved


def _sign(claim: Claim) -> Iterator[Rewrite]:
    if claim.flow == "balance" or claim.measure == "change":
        words = "a surplus is given for a deficit" if claim.measure == "level" else "a rise is given for a fall"
        if (claim.value or 0) < 0:
            words = "a deficit is given for a surplus" if claim.measure == "level" else "a fall is given for a rise"
        yield _times(claim, Decimal(-1), words, 3)


def _times(claim: Claim, factor: Decimal, words: str, rarity: int) -> Rewrite:
    """The claim with all its ends multiplied."""
    ends = (claim.low, claim.high, claim.natural_low, claim.natural_high)
    new = [None if end is None else end * factor for end in ends]
    if factor < 0:
        new = [new[1], new[0], new[3], new[2]]
    assert claim.value is not None
    value = claim.value * factor
    changed = dataclasses.replace(
        claim, value=value, low=new[0], high=new[1], natural_low=new[2], natural_high=new[3], text=claim.text
    )
    return Rewrite(changed, {"value": value}, words, rarity, times=factor)


def printed_digits(claim: Claim) -> str:
    """The digits as printed, with the zeros that are no mere places: 6.30 has three."""
    assert claim.value is not None
    if claim.value == 0:
        return ""  # nothing has no digits that could slip
    bare = "".join(map(str, claim.value.as_tuple().digits)).rstrip("0") or "0"
    if claim.hedge or claim.natural_low is None or claim.natural_high is None:
        return bare
    last_place = claim.natural_high - claim.natural_low
    exact = abs(claim.value) / last_place if last_place else Decimal(0)
    printed = f"{exact:f}".split(".")[0]
    return printed if exact == exact.to_integral_value() and len(bare) <= len(printed) <= _MOST_DIGITS else bare


def _with_digits(claim: Claim, digits: str, words: str, rarity: int) -> Rewrite:
    """The claim with other significant digits at the same place, its interval moved along."""
    assert claim.value is not None
    old = printed_digits(claim)
    unit = abs(claim.value) / Decimal(old)
    value = (Decimal(digits) * unit).copy_sign(claim.value)
    return Rewrite(_moved(claim, value), {"value": value}, words, rarity)


def _moved(claim: Claim, value: Decimal) -> Claim:
    """The claim with another value, its ends moved along."""
    assert claim.value is not None
    ends: dict[str, Any] = {
        name: None if (end := getattr(claim, name)) is None else end + value - claim.value
        for name in ("low", "high", "natural_low", "natural_high")
    }
    return dataclasses.replace(claim, value=value, **ends)


def restated(claim: Claim, value: Decimal) -> Rewrite:
    """The claim with the figure that the others give, no matter by what slip it was missed."""
    changed = _moved(_with_sign(claim), value)
    return Rewrite(changed, {"value": value}, "the other figures point to it", 8)


def _transposed(claim: Claim) -> Iterator[Rewrite]:
    digits = printed_digits(claim)
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            if turned[0] != "0":
                yield _with_digits(claim, turned, "two digits are transposed", 2)


def _dropped(claim: Claim) -> Iterator[Rewrite]:
    """A digit too few or too many in front of or within the figure; the places behind it stay."""
    digits = printed_digits(claim)
    shorter = {digits[:at] + digits[at + 1 :] for at in range(len(digits))}
    for form in sorted(form for form in shorter if form and form[0] != "0"):
        yield _with_digits(claim, form, "a digit is too many", 5)
    longer = {digits[:at] + new + digits[at:] for at in range(len(digits) + 1) for new in "0123456789"}
    if (zeros := _LEADING.search(claim.text)) is not None:
        longer |= {f"{new}0{zeros[1]}{digits}" for new in "123456789"}  # "0.6 billion" for 10.6 billion
    for form in sorted(form for form in longer if digits and form[0] != "0"):
        yield _with_digits(claim, form, "a digit is missing", 6)


def _digit(claim: Claim) -> Iterator[Rewrite]:
    digits = printed_digits(claim)
    for at, old in enumerate(digits):
        for new in "0123456789":
            if new != old and (at or new != "0"):
                yield _with_digits(claim, digits[:at] + new + digits[at + 1 :], "one digit is wrong", 7)


def _units(claim: Claim) -> Iterator[Rewrite]:
    if claim.unit in ("percent", "percentage-point") and claim.measure != "change":
        return  # a share is no change
    if claim.unit in ("percent", "percentage-point"):
        other = "percentage-point" if claim.unit == "percent" else "percent"
        yield _slots(claim, f"it is a change in {other.replace('-', ' ')}s", 4, unit=other)
    elif claim.unit in _CURRENCIES:
        for currency in _CURRENCIES:
            if currency != claim.unit:
                yield _slots(claim, f"it is an amount in {currency}, not in {claim.unit}", 4, unit=currency)


def _world(claim: Claim) -> Iterator[Rewrite]:
    if claim.partner and claim.partner != WORLD and claim.reporter != WORLD:
        yield _slots(
            claim, f"it is the figure for all trade, not only that with {party(claim.partner)}", 5, partner=WORLD
        )
