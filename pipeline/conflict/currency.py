"""One fact in two currencies: whether any rate of its years makes the one amount the other.

A figure is compared in the currency in which it is printed; only where the user gives rates is it compared with one in
another, at the lowest and the highest rate of the years and a tolerance beyond. That is never called impossible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, product
from typing import Any, Final

from pipeline.conflict.conversion import at_rates
from pipeline.conflict.settings import CheckSettings
from pipeline.finding import Finding
from pipeline.observation import Flow, Interval, Observation, Reading, are_disjoint
from pipeline.rates import Range, Rates
from pipeline.setting import is_money
from pipeline.words import about, between, plain, printed

_UNIT: Final = ""
_DIGITS: Final = 4


def across(
    seen: Iterable[Observation], given: Rates, settings: CheckSettings, *, scope: str, checked: set[str]
) -> Iterator[Finding]:
    """Facts that are printed in two currencies, of which no rate of their years makes one the other.

    One finding for two currencies of a fact, and none where any figure in the one fits any in the other. ``checked``
    takes in what was compared. Beyond one article offices count differently, so that mirror figures' tolerance counts.
    """
    facts: dict[Flow, dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for one in seen:
        if one.kind == "level" and one.subject.is_amount and is_money(one.subject.unit):
            facts[one.subject.but(unit=_UNIT)][one.subject.unit].append(one)
    for fact, by_unit in facts.items():
        for mine, theirs in combinations(sorted(by_unit), 2):
            rates = given.between(mine, theirs, range(fact.first // 12, fact.last // 12 + 1))
            if rates is None:
                continue
            pairs = [*product(by_unit[mine], by_unit[theirs])]
            if scope == "cross-source":
                pairs = [(one, other) for one, other in pairs if one.claim.doc != other.claim.doc]
            checked.update(one.id for pair in pairs for one in pair)
            if pairs and not any(_meet(one, other, rates, settings, scope) for one, other in pairs):
                yield _finding(min(pairs, key=_place), rates, given, scope)


def _place(pair: tuple[Observation, Observation]) -> tuple[Any, ...]:
    return tuple(sorted(one.claim.position for one in pair))


def _meet(one: Observation, other: Observation, rates: Range, settings: CheckSettings, scope: str) -> bool:
    """Whether any rate makes an amount that one figure leaves open one that the other does."""
    two_offices = scope == "cross-source" or one.said_by_seller != other.said_by_seller
    slack = settings.conversion_tolerance + (settings.mirror_tolerance if two_offices else 0)
    mine = converted(one.intervals[Reading.CUT], Range(rates.low * (1 - slack), rates.high * (1 + slack)))
    return not are_disjoint(mine, other.intervals[Reading.CUT])


def converted(interval: Interval, rates: Range) -> Interval:
    """What an interval can be in another currency; a deficit is below nothing there, too."""
    low, high = interval
    return Interval(
        None if low is None else min(low * rate for rate in rates),
        None if high is None else max(high * rate for rate in rates),
    )


def _finding(pair: tuple[Observation, Observation], rates: Range, source: Rates, scope: str) -> Finding:
    first, second = pair
    claims = sorted((one.claim for one in pair), key=lambda claim: claim.position)
    unit, other = first.subject.unit, second.subject.unit
    low, high = (None if end is None else _short(end) for end in converted(first.intervals[Reading.WIDEST], rates))
    least, most = plain(rates.low, _DIGITS), plain(rates.high, _DIGITS)
    value = least if least == most else f"{least} to {most}"
    figures = [printed(one.claim) for one in pair]
    return at_rates(
        claims,
        scope=scope,
        explanation=f"At {value} {other} for one {unit}, as {source.name} has it for the time, “{figures[0]}” makes "
        f"{between(low, high, other)}, but “{figures[1]}” is printed.",
        headline=_headline(about(first.subject), figures, scope),
        suspects=[claim.id for claim in claims],
    )


def _headline(what: str, figures: Sequence[str], scope: str) -> str:
    if scope == "cross-source":
        return f"The sources differ on {what}: {' or '.join(figures)}, at any rate of the time"
    return (
        f"{what[0].upper()}{what[1:]}: given as {' and as '.join(figures)}, which no rate of the time makes one amount"
    )


def _short(value: Decimal) -> Decimal:
    """Three digits, which is what a rate of a year is good for."""
    return Decimal(f"{value:.2e}")
