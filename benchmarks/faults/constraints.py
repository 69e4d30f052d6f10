"""What printed claims say about the true amounts, as linear rows; and what is true of all trade beside them.

Written for the bench alone, after ``spec/claims`` and the design: the engine has relations of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from benchmarks.faults.statement import Statement
from benchmarks.faults.world import Span, split, year_before

Key = tuple[str, str, str, int, int, str]
"""Kind, the two parties, first and last month, unit: an unknown amount or share."""
Bound = Fraction | None


@dataclass(frozen=True, slots=True)
class Row:
    """``low <= sum(coefficient * unknown) <= high``."""

    terms: tuple[tuple[Key, Fraction], ...]
    low: Bound
    high: Bound
    relation: str = ""
    """Which relation it is of; that of the claims themselves is ``same-fact``."""


def named(relation: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows as those of a relation."""
    yield from (replace(made, relation=relation) for made in rows)


def row(terms: Iterable[tuple[Key, int | Fraction]], low: Bound, high: Bound) -> Row:
    """A row with exact coefficients."""
    return Row(tuple((key, Fraction(factor)) for key, factor in terms), low, high)


def key_of(one: Statement, *, period: str = "", unit: str) -> Key:
    """The unknown that a statement is about."""
    span = Span.parse(period or one.period)
    kind, a, b = one.edge
    return kind, a, b, span.first, span.last, unit


def claim_rows(one: Statement, unit: str) -> Iterator[Row]:
    """What a statement says about the unknowns. ``unit`` is the currency of rates and words."""
    if one.converts is not None:
        return
    money = one.unit if one.figure is not None and one.unit not in ("percent", "percentage-point") else unit
    now = key_of(one, unit=money)
    turned = -1 if one.flow == "balance" and one.edge[1] != one.reporter else 1
    if one.figure is None:
        yield from _word(one, now, key_of(one, period=one.base_period or year_before(one.period), unit=money), turned)
        return
    low, high = one.bounds
    if one.measure == "level":
        yield row([(now, turned)], low, high)
    elif one.share_of:
        yield from _share(one, now, unit)
    else:
        before = key_of(one, period=one.base_period or "", unit=money)
        yield from _change(one, now, before)


def _word(one: Statement, now: Key, before: Key, turned: int) -> Iterator[Row]:
    assert one.word is not None
    zero = Fraction(0)
    if one.measure == "trend":
        yield row([(now, one.word), (before, -one.word)], zero, None)
    elif one.measure == "sign":
        yield row([(now, one.word * turned)], zero, None)


def _change(one: Statement, now: Key, before: Key) -> Iterator[Row]:
    low, high = one.bounds
    if one.unit != "percent":
        yield row([(now, 1), (before, -1)], low, high)
        return
    yield from _ratio(now, before, (low, high))


def _ratio(now: Key, before: Key, percent: tuple[Bound, Bound]) -> Iterator[Row]:
    """``now`` is ``before`` and so many percent."""
    low, high = percent
    if low is not None:
        yield row([(now, 1), (before, -(1 + low / 100))], Fraction(0), None)
    if high is not None:
        yield row([(now, 1), (before, -(1 + high / 100))], None, Fraction(0))


def _share(one: Statement, now: Key, unit: str) -> Iterator[Row]:
    low, high = one.bounds
    rate, earlier = _rate(one, one.period), _rate(one, one.base_period or one.period)
    if one.measure == "share":
        whole = key_of(one.whole(), unit=unit)
        yield row([(rate, 1)], low, high)
        if low is not None:
            yield row([(now, 1), (whole, -low / 100)], Fraction(0), None)
        if high is not None:
            yield row([(now, 1), (whole, -high / 100)], None, Fraction(0))
    elif one.unit == "percentage-point":
        yield row([(rate, 1), (earlier, -1)], low, high)
    else:
        yield from _ratio(rate, earlier, (low, high))


def _rate(one: Statement, period: str) -> Key:
    kind, a, b, first, last, _ = key_of(one, period=period, unit="")
    return f"share/{kind}/{a}/{b}", "/".join(one.whole().edge), "", first, last, "percent"


def rank_rows(one: Statement, keys: Iterable[Key], unit: str) -> Iterator[Row]:
    """The first is not below any other of its group that is spoken of."""
    now = key_of(one, unit=unit)
    for other in keys:
        parties = {other[1], other[2]} - {one.reporter}
        rival = len(parties) == 1 and parties <= split(one.among_group) and one.reporter in other[1:3]
        if rival and other != now and (other[0], *other[3:]) == (now[0], *now[3:]):
            yield row([(now, 1), (other, -1)], Fraction(0), None)


def definitions(keys: Sequence[Key]) -> Iterator[Row]:
    """What is true of all trade: both directions make the turnover, members the group, months the year."""
    amounts = [key for key in keys if not key[0].startswith("share")]
    yield from named("identity", _identities(amounts))
    yield from named("sum", _sums(amounts))
    yield from named("sub-period", _periods(amounts))


def _identities(keys: Sequence[Key]) -> Iterator[Row]:
    zero = Fraction(0)
    pairs = {(min(key[1:3]), max(key[1:3]), key[3:]) for key in keys}
    for a, b, when in sorted(pairs):
        both: Key = ("turnover", a, b, *when)
        gap: Key = ("balance", a, b, *when)
        there: Key = ("F", a, b, *when)
        back: Key = ("F", b, a, *when)
        yield row([(both, 1), (there, -1), (back, -1)], zero, zero)
        yield row([(gap, 1), (there, -1), (back, 1)], zero, zero)
        yield row([(both, 1), (gap, 1), (there, -2)], zero, zero)
        yield row([(both, 1), (gap, -1), (back, -2)], zero, zero)


def _with_other(key: Key, old: str, new: str) -> Key:
    """The same flow with another party."""
    kind, a, b = key[:3]
    a, b = (new if a == old else a), (new if b == old else b)
    if kind != "F":
        a, b = sorted((a, b))
    return kind, a, b, key[3], key[4], key[5]


def _sums(keys: Sequence[Key]) -> Iterator[Row]:
    known = set(keys)
    for key in sorted(keys):
        for side in (1, 2):
            party = str(key[side])
            if key[0] == "balance":
                continue
            if party == "world":
                yield from _world(key, sorted(known))
            elif len(split(party)) > 1:
                parts = [_with_other(key, party, one) for one in sorted(split(party))]
                yield row([(key, 1), *((part, -1) for part in parts)], Fraction(0), Fraction(0))


def _world(key: Key, keys: Sequence[Key]) -> Iterator[Row]:
    """The countries that are named make at most the world."""
    other = key[2] if key[1] == "world" else key[1]
    parts = []
    for one in keys:
        parties = set(one[1:3]) - {other}
        if other in one[1:3] and len(parties) == 1 and one[0] == key[0] and one[3:] == key[3:]:
            partner = parties.pop()
            if len(split(str(partner))) == 1 and _with_other(key, "world", str(partner)) == one:
                parts.append(one)
    if parts:
        yield row([(key, 1), *((part, -1) for part in parts)], Fraction(0), None)


def _periods(keys: Sequence[Key]) -> Iterator[Row]:
    alike: dict[tuple[object, ...], list[Key]] = defaultdict(list)
    for key in sorted(keys, key=lambda key: (key[:3], key[3], -key[4])):
        if key[0] != "balance":
            alike[(*key[:3], key[5])].append(key)
    for same in alike.values():
        for whole in same:
            inner = [key for key in same if key != whole and whole[3] <= key[3] and key[4] <= whole[4]]
            yield from (row([(whole, 1), (part, -1)], Fraction(0), None) for part in inner)
            if len(inner) > 1 and all(left[4] < right[3] for left, right in pairwise(inner)):
                full = sum(part[4] - part[3] + 1 for part in inner) == whole[4] - whole[3] + 1
                terms: list[tuple[Key, int]] = [(whole, 1), *((part, -1) for part in inner)]
                yield row(terms, Fraction(0), Fraction(0) if full else None)


def relation_of(one: Statement) -> str:
    """The relation by which a statement is tied to others."""
    if one.share_of:
        return "share"
    known = {"change": "growth", "trend": "trend", "sign": "identity", "rank": "rank"}
    return known.get(one.measure, "threshold" if one.modality == "target" else "same-fact")


def rows_of(statements: Sequence[Statement], unit: str) -> list[Row]:
    """All rows that printed statements and the definitions make."""
    rows = [made for one in statements for made in named(relation_of(one), claim_rows(one, unit))]
    keys = sorted({key for made in rows for key, _ in made.terms})
    for one in statements:
        if one.measure == "rank":
            rows += named("rank", rank_rows(one, keys, unit))
    return rows + list(definitions(sorted({key for made in rows for key, _ in made.terms})))
